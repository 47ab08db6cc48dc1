#include "check/rules.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::check {
namespace {

using model::Text;

// ---- what is missing ---------------------------------------------------------------------------------------------

void report_parts(Location at, std::string_view what, const Text& code, const std::vector<std::string>& missing, Diagnostics& diagnostics) {
    if (missing.empty()) return;
    diagnostics.warning("missing-part", at, say("{} {} has no {}", what, quoted(code.value), listed(missing)));
}

void check_parts(const model::Kerntaak& k, Diagnostics& diagnostics) {
    const auto outlines = static_cast<std::size_t>(
        std::count_if(k.werkprocessen.begin(), k.werkprocessen.end(), [](const model::Werkproces& w) { return w.alleen_titel(); }));
    const std::size_t all = k.werkprocessen.size();
    const Pattern<0> lack =
        outlines == 1 ? say("has no omschrijving, resultaat or gedrag") : say("have no omschrijving, resultaat or gedrag");
    if (outlines != 0 && outlines == all) {
        diagnostics.warning(
            "outline-only", k.code.location,
            say("kerntaak {} is known in outline only: {} {}", quoted(k.code.value), count_of(all, "werkproces", "werkprocessen"), lack));
        return;
    }
    if (outlines != 0)
        diagnostics.warning("outline-only", k.code.location,
                            say("kerntaak {} is known in part only: {} of {} werkprocessen {}", quoted(k.code.value), outlines, all, lack));
    std::vector<std::string> missing;
    if (k.complexiteit.empty()) missing.emplace_back("complexiteit");
    if (k.verantwoordelijkheid.empty()) missing.emplace_back("verantwoordelijkheid");
    if (k.vakkennis.empty()) missing.emplace_back("vakkennis");
    report_parts(k.code.location, "kerntaak", k.code, missing, diagnostics);
    for (const model::Werkproces& w : k.werkprocessen) {
        if (w.alleen_titel()) continue;
        missing.clear();
        if (w.omschrijving.empty()) missing.emplace_back("omschrijving");
        if (w.resultaat.empty()) missing.emplace_back("resultaat");
        if (w.gedrag.empty()) missing.emplace_back("gedrag");
        if (w.competenties.empty()) missing.emplace_back("competenties");
        report_parts(w.code.location, "werkproces", w.code, missing, diagnostics);
    }
}

// ---- gedrag ------------------------------------------------------------------------------------------------------

/// The punctuation a criterium ends with, or 0.
char end_mark(const Text& criterium) {
    const char last = criterium.value.empty() ? '\0' : criterium.value.back();
    return std::string_view(".;,:!?").find(last) == std::string_view::npos ? '\0' : last;
}

Message mark_name(char mark) { return mark == '\0' ? Message(say("nothing")) : Message::as_is({'"', mark, '"'}); }

/// The last character of the text, inside its quotes if it has them.
Location end_of(const Text& text) {
    Location at = text.location;
    if (!at || at.end - at.begin < 2) return at;
    const std::string& source = at.source->text;
    if (source[at.begin] == source[at.end - 1] && (source[at.begin] == '"' || source[at.begin] == '\'')) --at.end;
    at.begin = at.end - 1;
    while (at.begin > text.location.begin && (static_cast<unsigned char>(source[at.begin]) & 0xC0u) == 0x80u) --at.begin;
    return at;
}

/// Either ";" after each criterium and "." after the last, or nothing after any: the list decides which.
void check_ends(const std::vector<Text>& criteria, Diagnostics& diagnostics) {
    const auto bare =
        static_cast<std::size_t>(std::count_if(criteria.begin(), criteria.end(), [](const Text& t) { return end_mark(t) == '\0'; }));
    const bool without = 2 * bare > criteria.size() || bare == criteria.size();
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        const bool last = i + 1 == criteria.size();
        const char expected = without ? '\0' : last ? '.' : ';';
        const char found = end_mark(criteria[i]);
        if (found == expected) continue;
        diagnostics.warning("gedrag-end", end_of(criteria[i]),
                            say("expected {} at the end of {}, found {}", mark_name(expected),
                                last ? say("the last criterium") : say("this criterium"), mark_name(found)),
                            {without ? say("the other criteria of this list end without a mark")
                                     : say("each criterium ends with \";\", the last one with \".\"")});
    }
}

bool word_byte(char c) { return is_letter(c) || is_high_byte(c); }

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !word_byte(text[at - 1])) && (end == text.size() || !word_byte(text[end]))) return true;
    }
    return false;
}

/// Texts that say the same but for capitals and the mark at the end.
void check_repeats(const std::vector<Text>& list, std::string_view what, Diagnostics& diagnostics) {
    std::map<std::string, Location> seen;
    for (const Text& text : list) {
        std::string words = lower(text.value);
        while (!words.empty() && std::string_view(".;,").find(words.back()) != std::string_view::npos) words.pop_back();
        const auto [first, added] = seen.emplace(std::move(words), text.location);
        if (!added)
            diagnostics.warning("repeated", text.location, say("this {} stands twice in the list", what),
                                first_at(first->second, diagnostics));
    }
}

void check_gedrag(const model::Gedrag& gedrag, Diagnostics& diagnostics) {
    for (const Text& criterium : gedrag.criteria)
        if (has_word(lower(criterium.value), "zodat"))
            diagnostics.warning("gedrag-zodat", within(criterium, "zodat"),
                                say("found \"zodat\" in a criterium, expected only what can be observed"),
                                {say("what it is for belongs in the resultaat")});
    check_ends(gedrag.criteria, diagnostics);
    check_repeats(gedrag.criteria, "criterium", diagnostics);
}

// ---- vakkennis ---------------------------------------------------------------------------------------------------

/// "kan ..." or "heeft [brede, specialistische, basis...]kennis van ...".
bool begins_well(std::string_view item) {
    constexpr std::size_t kMostWords = 8;
    if (item.starts_with("kan ")) return true;
    if (!item.starts_with("heeft ")) return false;
    for (std::size_t word = 0, at = 0; word < kMostWords && at < item.size(); ++word) {
        const std::size_t end = std::min(item.find(' ', at), item.size());
        if (item.substr(at, end - at).ends_with("kennis")) return true;
        at = end + 1;
    }
    return false;
}

/// The first words of an item, as they stand.
std::string_view beginning(std::string_view item) {
    const std::size_t first = item.find(' ');
    return item.substr(0, first == std::string_view::npos ? first : item.find(' ', first + 1));
}

void check_vakkennis(const model::Vakkennis& vakkennis, Diagnostics& diagnostics) {
    constexpr std::size_t kEach = 5;  // more than this is a habit of the file: one message says it
    std::vector<const Text*> odd;
    std::size_t all = 0;
    for (const model::Rubriek& rubriek : vakkennis.rubrieken) {
        check_repeats(rubriek.items, "item", diagnostics);
        all += rubriek.items.size();
        for (const Text& item : rubriek.items)
            if (!begins_well(item.value)) odd.push_back(&item);
    }
    const std::vector<Message> hints{say("knowledge is \"heeft kennis van ...\", a skill is \"kan ...\"")};
    if (odd.size() > kEach) {
        diagnostics.warning(
            "vakkennis-form", within(*odd.front(), beginning(odd.front()->value)),
            say("{} of the {} items of this vakkennis begin neither with \"heeft kennis van\" nor with \"kan\"", odd.size(), all), hints);
        return;
    }
    for (const Text* item : odd)
        diagnostics.warning(
            "vakkennis-form", within(*item, beginning(item->value)),
            say("expected \"heeft kennis van\" or \"kan\" at the beginning of this item, found {}", quoted(beginning(item->value))), hints);
}

// ---- the rest ----------------------------------------------------------------------------------------------------

void check_competenties(const model::Werkproces& w, Diagnostics& diagnostics) {
    expect_once(w.competenties, say("competentie"), diagnostics);
    std::map<std::string_view, Location> own;
    for (const Text& competentie : w.competenties) own.emplace(competentie.value, competentie.location);
    for (const auto& eis : w.aanvullende_eisen) {
        expect_once(eis.competenties, say("competentie"), diagnostics);
        for (const Text& competentie : eis.competenties)
            if (const auto known = own.find(competentie.value); known != own.end())
                diagnostics.warning("repeated", competentie.location,
                                    say("competentie {} belongs to this werkproces already", quoted(competentie.value)),
                                    first_at(known->second, diagnostics));
    }
}

void check_dates(const model::Dossier& d, Diagnostics& diagnostics) {
    // ISO dates order as text.
    if (!d.geldig_van.value.empty() && !d.geldig_tot.value.empty() && d.geldig_tot.value < d.geldig_van.value)
        diagnostics.error("date-order", d.geldig_tot.location,
                          say("geldig_tot {} lies before geldig_van {}", quoted(d.geldig_tot.value), quoted(d.geldig_van.value)));
    if (!d.geldig_tot.value.empty() && !d.vastgesteld.value.empty() && d.geldig_tot.value < d.vastgesteld.value)
        diagnostics.error("date-order", d.geldig_tot.location,
                          say("geldig_tot {} lies before vastgesteld {}", quoted(d.geldig_tot.value), quoted(d.vastgesteld.value)));
}

}  // namespace

void check_content(const model::Dossier& dossier, Diagnostics& diagnostics) {
    check_dates(dossier, diagnostics);
    for (const model::Kerntaak* k : model::kerntaken_of(dossier)) {
        check_parts(*k, diagnostics);
        check_vakkennis(k->vakkennis, diagnostics);
        for (const auto& eis : k->aanvullende_eisen) check_vakkennis(eis.vakkennis, diagnostics);
        for (const model::Werkproces& w : k->werkprocessen) {
            check_gedrag(w.gedrag, diagnostics);
            for (const auto& eis : w.aanvullende_eisen) check_gedrag(eis.gedrag, diagnostics);
            check_competenties(w, diagnostics);
        }
    }
    for (const model::Profiel& p : dossier.profielen)
        if (p.kerntaken.empty() && dossier.basisdeel.kerntaken.empty())
            diagnostics.warning("no-kerntaken", p.code.location,
                                say("profiel {} has no kerntaken: nothing can be made for it", quoted(p.code.value)));
}

}  // namespace dossier::check
