#include "view/sections.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dossier::view {
namespace {

/// One text of a kerntaak or werkproces as a list of sentences, criteria or names, so that it can be held against another.
struct Part {
    std::string_view onderdeel;
    std::vector<std::string> items;
};
using Parts = std::vector<Part>;

void flatten(const std::vector<model::Blok>& blokken, std::vector<std::string>& out) {
    for (const model::Blok& blok : blokken) {
        if (!blok.tekst.empty()) out.push_back(blok.tekst);
        for (const model::Punt& punt : blok.punten) {
            out.push_back(punt.tekst);
            flatten(punt.onder, out);
        }
    }
}
std::vector<std::string> lines_of(const model::Tekst& tekst) {
    std::vector<std::string> out;
    flatten(tekst.blokken, out);
    return out;
}
std::vector<std::string> lines_of(const std::vector<model::Text>& texts) {
    std::vector<std::string> out;
    out.reserve(texts.size());
    for (const model::Text& t : texts) out.emplace_back(without_end_mark(t.value));
    return out;
}

Parts parts_of(const Place& place) {
    if (place.werkproces != nullptr) {
        const model::Werkproces& w = *place.werkproces;
        return {{"Omschrijving", lines_of(w.omschrijving)},
                {"Resultaat", lines_of(w.resultaat)},
                {"Gedrag", lines_of(w.gedrag.criteria)},
                {"Competenties", lines_of(w.competenties)}};
    }
    const model::Kerntaak& k = *place.kerntaak;
    std::vector<std::string> knowledge;
    for (const model::Rubriek& r : k.vakkennis.rubrieken)
        for (const std::string& item : lines_of(r.items)) knowledge.push_back(item);
    return {{"Complexiteit", lines_of(k.complexiteit)},
            {"Verantwoordelijkheid en zelfstandigheid", lines_of(k.verantwoordelijkheid)},
            {"Vakkennis en vaardigheden", std::move(knowledge)}};
}

bool says_anything(const Parts& parts) {
    return std::any_of(parts.begin(), parts.end(), [](const Part& p) { return !p.items.empty(); });
}

/// How many of the known places have an item; an item that one place repeats counts once.
std::map<std::string, std::size_t> count_places(const std::vector<Parts>& sides, std::size_t part) {
    std::map<std::string, std::size_t> counts;
    for (const Parts& side : sides) {
        const std::set<std::string> own(side[part].items.begin(), side[part].items.end());
        for (const std::string& item : own) ++counts[item];
    }
    return counts;
}

/// The items of one part that not every place has; false if there are none.
Value view_part(const std::vector<const Place*>& places, const std::vector<Parts>& sides, std::size_t part) {
    const auto counts = count_places(sides, part);
    const auto everywhere = [&](const std::string& item) { return counts.at(item) == sides.size(); };
    const auto same = std::count_if(counts.begin(), counts.end(), [&](const auto& c) { return c.second == sides.size(); });
    if (static_cast<std::size_t>(same) == counts.size()) return Value(false);
    List kanten;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        List items;
        std::set<std::string_view> seen;
        for (const std::string& item : sides[i][part].items)
            if (!everywhere(item) && seen.insert(item).second) items.push_back(Fields()("tekst", Value(item)).value());
        const bool none = items.empty();
        kanten.push_back(Fields()("plek", view_place(*places[i]))("items", Value(std::move(items)))("niets_extra", Value(none)).value());
    }
    mark_ends(kanten);
    return Fields()("onderdeel", Value(sides.front()[part].onderdeel))(
               "aantal_gelijk", Value(count_of(static_cast<std::size_t>(same), "punt is", "punten zijn")))("iets_gelijk", Value(same > 0))(
               "kanten", Value(std::move(kanten)))
        .value();
}

}  // namespace

Value view_inhoud(const std::vector<Place>& places) {
    std::vector<const Place*> known;
    std::vector<Parts> sides;
    List unknown;
    for (const Place& place : places) {
        Parts parts = parts_of(place);
        if (!says_anything(parts)) {
            unknown.push_back(view_place(place));
            continue;
        }
        known.push_back(&place);
        sides.push_back(std::move(parts));
    }
    mark_ends(unknown);
    List differences;
    const bool comparable = known.size() > 1;
    for (std::size_t part = 0; comparable && part < sides.front().size(); ++part)
        if (Value difference = view_part(known, sides, part); difference.object() != nullptr) differences.push_back(std::move(difference));
    mark_ends(differences);
    const bool equal = comparable && differences.empty();
    const bool different = !differences.empty();
    return Fields()("bekend", Value(comparable))("gelijk", Value(equal))("verschilt", Value(different))(
               "onbekend", Value(std::move(unknown)))("verschillen", Value(std::move(differences)))
        .value();
}

List view_gelijkende(const model::Dossier& dossier) {
    struct Found {
        Place place;
        std::size_t criteria;
    };
    std::vector<Found> all;
    std::map<std::string, std::vector<std::size_t>> by_criterium;
    for (const model::Profiel& p : dossier.profielen)
        for (const model::Kerntaak& k : p.kerntaken)
            for (const model::Werkproces& w : k.werkprocessen) {
                const auto lines = lines_of(w.gedrag.criteria);
                const std::set<std::string> own(lines.begin(), lines.end());
                for (const std::string& line : own) by_criterium[line].push_back(all.size());
                all.push_back({{&p, &k, &w}, own.size()});
            }
    // A criterium that stands in very many werkprocessen says little about any two of them.
    constexpr std::size_t kMostPlaces = 24;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> shared;
    for (const auto& [line, at] : by_criterium) {
        if (at.size() > kMostPlaces) continue;
        for (std::size_t i = 0; i < at.size(); ++i)
            for (std::size_t j = i + 1; j < at.size(); ++j) ++shared[{at[i], at[j]}];
    }
    List out;
    for (const auto& [pair, count] : shared) {
        const Found& a = all[pair.first];
        const Found& b = all[pair.second];
        const bool other =
            a.place.profiel != b.place.profiel && slug(a.place.werkproces->titel.value) != slug(b.place.werkproces->titel.value);
        if (!other || 2 * count < std::min(a.criteria, b.criteria)) continue;
        out.push_back(Fields()("een", view_place(a.place))("ander", view_place(b.place))("titel_een", a.place.werkproces->titel)(
                          "titel_ander", b.place.werkproces->titel)("aantal_gelijk", Value(count_of(count, "criterium", "criteria")))
                          .value());
    }
    mark_ends(out);
    return out;
}

}  // namespace dossier::view
