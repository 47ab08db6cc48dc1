#include "published/sections.hpp"

#include "base/ascii.hpp"
#include "phrases/audience.hpp"
#include "phrases/generiek.hpp"

#include <algorithm>

namespace dossier::published {
namespace {

using model::Text;

constexpr std::size_t kLongestTitle = 80;  ///< bytes
constexpr int kLongestRubriek = 7;         ///< words of a title, when a line may be one

/// A short line that is no sentence, with text right under it.
bool is_title(std::span<const TextLine> lines, std::size_t i) {
    const std::string& text = lines[i].text;
    return (lines[i].gap || i == 0) && text.size() <= kLongestTitle && is_upper(text[0]) && !is_closed(text) &&
           text.find(". ") == std::string::npos && i + 1 < lines.size() && !lines[i + 1].gap && lines[i + 1].before != Break::width &&
           !continues(text, {lines[i + 1].text, {}, 0, true, false, Break::unknown}) &&
           (i == 0 || !continues(lines[i - 1].text, lines[i]) || lines[i].page);
}

struct Titled {
    const TextLine* titel = nullptr;
    std::span<const TextLine> body;
};

std::vector<Titled> titled_parts(std::span<const TextLine> lines) {
    std::vector<Titled> out;
    std::size_t begin = 0;
    const TextLine* titel = nullptr;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        if (i < lines.size() && !is_title(lines, i)) continue;
        if (i > begin || titel != nullptr) out.push_back({titel, lines.subspan(begin, i - begin)});
        if (i < lines.size()) titel = &lines[i];
        begin = i + 1;
    }
    return out;
}

Text as_text(std::string_view text, const TextLine& line) { return {std::string(trim(text)), line.location}; }

void go_on(Text& text, const TextLine& line, const Words& words) {
    append_line(text.value, line.text, words);
    text.location.end = line.location.end;
}

/// The competentie that is called so, but for capitals, the kind of quotes and a closing point; nullptr if none.
const model::Competentie* competentie_of(std::string_view naam) {
    if (const model::Competentie* exact = model::find_competentie(naam)) return exact;
    const std::string key = slug(naam);
    for (const model::Competentie& c : model::competenties())
        if (slug(c.naam) == key) return &c;
    return nullptr;
}

void add_competenties(const Text& list, std::vector<Text>& to, Diagnostics& diagnostics) {
    for (const std::string& naam : competentie_names(list.value)) {
        const model::Competentie* known = competentie_of(naam);
        const std::string value = known != nullptr ? std::string(known->naam) : naam;
        if (std::any_of(to.begin(), to.end(), [&](const Text& t) { return t.value == value; })) continue;
        to.push_back({value, list.location});
        if (known != nullptr) continue;
        std::vector<Message> hints;
        if (const auto near = nearest(naam, model::keuzes(model::Vorm::competentie))) hints.push_back(did_you_mean(quoted(*near)));
        diagnostics.warning("unknown-competentie", list.location,
                            say("found competentie {}, expected one of the 25 of the national model", quoted(naam)), hints);
    }
}

}  // namespace

bool looks_like_rubriek(std::string_view line) {
    return line.find_first_of("0123456789") == std::string_view::npos && std::count(line.begin(), line.end(), ' ') < kLongestRubriek;
}

std::size_t after_competentie_phrase(std::string_view line) {
    constexpr std::string_view kPhrases[] = {"de onderliggende competenties zijn", "de onderliggende competentie is"};
    const std::string low = lower(line.substr(0, std::min<std::size_t>(line.size(), 60)));
    for (const std::string_view phrase : kPhrases) {
        if (!low.starts_with(phrase)) continue;
        const std::size_t end = phrase.size();
        if (line.substr(end).starts_with(":")) return end + 1;
        if (line.size() == end || line[end] == ' ') return end;
    }
    return std::string_view::npos;
}

std::vector<std::string> competentie_names(std::string_view list) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t comma = std::min(list.find_first_of(",;", at), list.size());
        std::string naam(trim(list.substr(at, comma - at)));
        if (naam.ends_with('.')) naam.pop_back();
        if (!naam.empty()) out.push_back(std::move(naam));
        at = comma + 1;
    }
    return out;
}

std::size_t known_competenties(std::string_view list) {
    std::size_t known = 0;
    for (const std::string& naam : competentie_names(list)) known += competentie_of(naam) != nullptr ? 1 : 0;
    return known;
}

void SectionReader::mark(LineUse use) const {
    for (const TextLine& line : lines) uses[line.index] = use;
}

void SectionReader::tekst(model::Tekst& to) const {
    mark(LineUse::used);
    model::Tekst read = tekst_of(lines, words);
    if (to.empty()) {
        to = std::move(read);
    } else {
        std::move(read.blokken.begin(), read.blokken.end(), std::back_inserter(to.blokken));
    }
}

void SectionReader::paragrafen(std::vector<model::Paragraaf>& to) const {
    mark(LineUse::used);
    for (const Titled& part : titled_parts(lines)) {
        model::Paragraaf& p = to.emplace_back();
        if (part.titel != nullptr) p.titel = {part.titel->text, part.titel->location};
        p.tekst = tekst_of(part.body, words);
    }
}

void SectionReader::generiek(model::Generiek& to) const {
    mark(LineUse::used);
    for (const Titled& part : titled_parts(lines)) {
        if (part.titel == nullptr) {
            to.inleiding = tekst_of(part.body, words);
            continue;
        }
        to.onderdelen.push_back(phrases::generiek_onderdeel({part.titel->text, part.titel->location}, tekst_of(part.body, words)));
    }
}

bool SectionReader::item_goes_on(const std::string& item, bool titled, std::size_t i) const {
    const TextLine& line = lines[i];
    const std::string_view word = std::string_view(line.text).substr(0, line.text.find(' '));
    const bool in_parentheses = word.starts_with('(') && (word.ends_with(')') || word.ends_with("),") || word.ends_with(");"));
    if (in_parentheses || is_digit(line.text[0]) || continues(item, {line.text, {}, 0, true, false, Break::unknown})) return true;
    const bool above_item = i + 1 < lines.size() && !list_sign(lines[i + 1].text).empty();
    if (rubriek_titles.contains(line.text)) return false;
    const bool looks_so = looks_like_rubriek(line.text);
    const bool apart = line.before == Break::meant || (line.gap && line.before == Break::unknown);
    if (apart && looks_so) return !line.gap && !above_item;
    if (!above_item) return true;
    // The line before is full, or nobody knows: a name with a capital may go on with it, and so may a title follow.
    const bool title = titled && looks_so && line.text.find('(', 1) == std::string::npos;
    diagnostics.warning("import-title-or-item", line.location,
                        say("found {} under an item, read as {}", quoted(line.text),
                            title ? say("the title of a rubriek, it may go on with the item")
                                  : say("the rest of the item, it may be the title of a rubriek")),
                        {say("compare with the PDF")});
    return !title;
}

void SectionReader::vakkennis(model::Vakkennis& to) const {
    mark(LineUse::used);
    const std::size_t before = to.rubrieken.size();
    const auto rubriek = [&]() -> model::Rubriek& { return to.rubrieken.back(); };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        const bool first = to.rubrieken.size() == before;
        if (const std::string_view sign = list_sign(line.text); !sign.empty()) {
            Text item = as_text(line.text.substr(sign.size()), line);
            if (first && phrases::is_aanhef(item.value) && to.aanhef.value.empty()) {
                phrases::note_aanhef(item, diagnostics);
                to.aanhef = std::move(item);
                continue;
            }
            if (first) to.rubrieken.emplace_back();
            rubriek().items.push_back(std::move(item));
        } else if (first && line.text.ends_with(':')) {
            if (to.aanhef.value.empty()) to.aanhef = as_text(line.text, line);
            else if (to.aanhef.value != line.text) uses[line.index] = LineUse::unknown;
        } else if (!first && !rubriek().items.empty() && item_goes_on(rubriek().items.back().value, !rubriek().titel.value.empty(), i)) {
            go_on(rubriek().items.back(), line, words);
        } else if (!first && rubriek().items.empty()) {
            go_on(rubriek().titel, line, words);
        } else {
            to.rubrieken.emplace_back().titel = as_text(line.text, line);
        }
    }
    // A title without items below it: only the last can be one.
    if (to.rubrieken.size() == before || !rubriek().items.empty()) return;
    for (const TextLine& line : lines)
        if (line.location.begin >= rubriek().titel.location.begin) uses[line.index] = LineUse::unknown;
    to.rubrieken.pop_back();
}

void SectionReader::gedrag(model::Gedrag& to) const {
    Text* open = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        LineUse& use = uses[line.index];
        use = LineUse::used;
        const std::string_view sign = list_sign(line.text);
        const bool above_item = i + 1 < lines.size() && !list_sign(lines[i + 1].text).empty();
        const bool apart = open == nullptr || (sign.empty() ? is_closed(open->value) && above_item : true);
        Text found = as_text(line.text.substr(sign.size()), line);
        if (phrases::is_aanhef(found.value) && apart) {
            open = nullptr;
            if (found.value == to.aanhef.value) {
                use = LineUse::label;
            } else if (to.criteria.empty() && to.aanhef.value.empty()) {
                if (!sign.empty()) phrases::note_aanhef(found, diagnostics);
                to.aanhef = std::move(found);
                open = &to.aanhef;
            } else {
                phrases::report_second_aanhef(found, diagnostics);
            }
        } else if (!sign.empty()) {
            to.criteria.push_back(std::move(found));
            open = &to.criteria.back();
        } else if (open != nullptr && (!line.gap || continues(open->value, line))) {
            go_on(*open, line, words);
        } else if (open == nullptr && to.criteria.empty() && to.aanhef.value.empty()) {
            to.aanhef = std::move(found);
            open = &to.aanhef;
        } else {
            use = LineUse::unknown;
        }
    }
    for (const Text& criterium : to.criteria)
        if (criterium.value.ends_with(':'))
            diagnostics.warning("import-criterium-open", criterium.location,
                                say("the criterium {} ends with a colon, what follows it may belong to it", quoted(criterium.value)),
                                {say("compare with the PDF")});
}

void SectionReader::competenties(std::vector<Text>& to) const {
    std::size_t end = 0;
    Text list;
    while (end < lines.size() && (end == 0 || !lines[end].gap || continues(list.value, lines[end])))
        list = text_of(lines.subspan(0, ++end), words);
    for (const TextLine& line : lines.first(end)) uses[line.index] = LineUse::used;
    add_competenties(list, to, diagnostics);
}

void SectionReader::niveau(model::Profiel& to) const {
    const std::string& text = lines.front().text;
    if (text.size() != 1 || text[0] < '1' || text[0] > '4') return;
    to.niveau = {text[0] - '0', lines.front().location};
    uses[lines.front().index] = LineUse::used;
}

void SectionReader::beroepsvereisten(model::Profiel& to) const {
    mark(LineUse::used);
    const std::string& text = lines.front().text;
    const bool answer = model::heeft_vorm(model::Vorm::ja_nee, text);
    if (answer) to.beroepsvereisten = {text, lines.front().location};
    if (const auto rest = lines.subspan(answer ? 1 : 0); !rest.empty()) to.toelichting_beroepsvereisten = tekst_of(rest, words);
}

}  // namespace dossier::published
