#include "view/sections.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace dossier::view {
namespace {

bool names(const std::vector<model::Text>& competenties, std::string_view naam) {
    return std::any_of(competenties.begin(), competenties.end(), [&](const model::Text& t) { return t.value == naam; });
}

bool asks(const model::Werkproces& w, std::string_view profiel, std::string_view competentie) {
    if (names(w.competenties, competentie)) return true;
    return std::any_of(w.aanvullende_eisen.begin(), w.aanvullende_eisen.end(), [&](const model::AanvullendeEisWerkproces& eis) {
        return eis.profiel.value == profiel && names(eis.competenties, competentie);
    });
}

/// An item of vakkennis taken apart, so that it can be sorted on what it is about.
struct Entry {
    std::string onderwerp;
    std::string_view soort;
    std::vector<const model::Kerntaak*> kerntaken;
};

struct Beginning {
    std::string_view text, soort;
};
constexpr std::array kBeginnings{Beginning{"heeft specialistische kennis van ", "specialistische kennis"},
                                 Beginning{"heeft kennis van ", "kennis"}, Beginning{"kan ", "vaardigheid"}};
constexpr std::array<std::string_view, 3> kArticles{"de ", "het ", "een "};

Entry take_apart(std::string_view item) {
    item = without_end_mark(item);
    std::string_view soort;
    for (const Beginning& beginning : kBeginnings) {
        if (!item.starts_with(beginning.text)) continue;
        item.remove_prefix(beginning.text.size());
        soort = beginning.soort;
        break;
    }
    for (const std::string_view article : kArticles)
        if (item.starts_with(article)) {
            item.remove_prefix(article.size());
            break;
        }
    return {std::string(item), soort, {}};
}

/// Entries by sorting key, then by their text: the key is the words in plain letters, so that "(e-)mail" sorts as "e-mail"
/// and "één" as "een". The order does not depend on any locale.
using Entries = std::map<std::pair<std::string, std::string>, Entry>;

void collect(const model::Vakkennis& vakkennis, const model::Kerntaak& kerntaak, Entries& entries) {
    for (const model::Rubriek& rubriek : vakkennis.rubrieken) {
        for (const model::Text& item : rubriek.items) {
            Entry entry = take_apart(item.value);
            std::pair key{slug(entry.onderwerp), entry.onderwerp + '\n' + std::string(entry.soort)};
            Entry& held = entries.try_emplace(std::move(key), std::move(entry)).first->second;
            if (held.kerntaken.empty() || held.kerntaken.back() != &kerntaak) held.kerntaken.push_back(&kerntaak);
        }
    }
}

Value view_entry(const Entry& entry, Texts& texts) {
    List kerntaken;
    for (const model::Kerntaak* k : entry.kerntaken)
        kerntaken.push_back(Fields()("code", k->code)("id", Value(id_of(k->code.value)))("titel", k->titel).value());
    mark_ends(kerntaken);
    return Fields()("onderwerp", Value(entry.onderwerp))("stukken", Value(texts.woorden(entry.onderwerp)))("soort", Value(entry.soort))(
               "kerntaken", Value(std::move(kerntaken)))
        .value();
}

}  // namespace

Value view_matrix(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel) {
    List groups;
    List columns;
    std::vector<const model::Werkproces*> werkprocessen;
    for (const model::Kerntaak* k : kerntaken) {
        int here = 0;
        for (const model::Werkproces& w : k->werkprocessen) {
            const bool any = std::any_of(model::competenties().begin(), model::competenties().end(),
                                         [&](const model::Competentie& c) { return asks(w, profiel, c.naam); });
            if (!any) continue;
            ++here;
            werkprocessen.push_back(&w);
            const std::string kort = w.code.value.substr(k->code.value.size() + 1);
            columns.push_back(Fields()("code", w.code)("id", Value(id_of(w.code.value)))("titel", w.titel)("kort", Value(kort)).value());
        }
        if (here > 0)
            groups.push_back(
                Fields()("code", k->code)("id", Value(id_of(k->code.value)))("titel", k->titel)("aantal", Value(here)).value());
    }
    List rows;
    for (const model::Competentie& c : model::competenties()) {
        List cells;
        int count = 0;
        for (const model::Werkproces* w : werkprocessen) {
            const bool yes = asks(*w, profiel, c.naam);
            count += yes ? 1 : 0;
            cells.push_back(Fields()("ja", Value(yes))("code", w->code)("id", Value(id_of(w->code.value)))("titel", w->titel).value());
        }
        if (count == 0) continue;
        rows.push_back(Fields()("letter", Value(std::string(1, c.letter)))("naam", Value(c.naam))(
                           "id", Value("competentie-" + slug(c.naam)))("aantal", Value(count))("cellen", Value(std::move(cells)))
                           .value());
    }
    mark_ends(rows);
    const bool any = !rows.empty();
    return Fields()("kerntaken", Value(std::move(groups)))("kolommen", Value(std::move(columns)))("rijen", Value(std::move(rows)))(
               "gevuld", Value(any))
        .value();
}

Value view_index_vakkennis(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel, Texts& texts) {
    Entries entries;
    for (const model::Kerntaak* k : kerntaken) {
        collect(k->vakkennis, *k, entries);
        for (const model::AanvullendeEisKerntaak& eis : k->aanvullende_eisen)
            if (eis.profiel.value == profiel) collect(eis.vakkennis, *k, entries);
    }
    List groups;
    List items;
    char letter = 0;
    const auto close = [&] {
        if (items.empty()) return;
        const bool digit = is_digit(letter);
        groups.push_back(Fields()("letter", Value(digit ? "0-9" : std::string(1, static_cast<char>(letter - 'a' + 'A'))))(
                             "id", Value("index-" + std::string(1, letter)))("items", Value(std::move(items)))
                             .value());
        items.clear();
    };
    for (const auto& [key, entry] : entries) {
        const char first = key.first[0] <= '9' ? '0' : key.first[0];
        if (first != letter) close();
        letter = first;
        items.push_back(view_entry(entry, texts));
    }
    close();
    mark_ends(groups);
    return Value(std::move(groups));
}

}  // namespace dossier::view
