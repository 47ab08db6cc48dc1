#include "view/sections.hpp"

#include <algorithm>
#include <map>

namespace dossier::view {
namespace {

/// Places by title; titles that differ in case or punctuation only are one.
using Titles = std::map<std::string, std::vector<Place>>;

struct Found {
    Titles kerntaken, werkprocessen;
};

Found find_titles(const model::Dossier& dossier) {
    Found found;
    for (const model::Profiel& p : dossier.profielen) {
        for (const model::Kerntaak& k : p.kerntaken) {
            found.kerntaken[slug(k.titel.value)].push_back({&p, &k, nullptr});
            for (const model::Werkproces& w : k.werkprocessen) found.werkprocessen[slug(w.titel.value)].push_back({&p, &k, &w});
        }
    }
    return found;
}

bool several(const std::vector<Place>& places) {
    return std::any_of(places.begin(), places.end(), [&](const Place& p) { return p.profiel != places.front().profiel; });
}

List view_places(const std::vector<Place>& places) {
    List out;
    for (const Place& place : places) out.push_back(view_place(place));
    mark_ends(out);
    return out;
}

/// What a page calls a part that several profielen have: after the code of the first of them.
std::string shared_id(const Place& place) {
    return "gedeeld-" + id_of(place.werkproces == nullptr ? place.kerntaak->code.value : place.werkproces->code.value);
}

const model::Werkproces* with_title(const model::Kerntaak& kerntaak, const std::string& key) {
    for (const model::Werkproces& w : kerntaak.werkprocessen)
        if (slug(w.titel.value) == key) return &w;
    return nullptr;
}

/// A kerntaak that several profielen have: its werkprocessen, in the order met, and where each of them is.
Value view_shared_kerntaak(const std::vector<Place>& places, const Found& found, Texts& texts) {
    std::vector<std::pair<std::string, std::string>> titles;
    for (const Place& place : places)
        for (const model::Werkproces& w : place.kerntaak->werkprocessen) {
            const std::string key = slug(w.titel.value);
            if (std::none_of(titles.begin(), titles.end(), [&](const auto& t) { return t.first == key; }))
                titles.emplace_back(key, w.titel.value);
        }
    List rows;
    int everywhere = 0;
    for (const auto& [key, titel] : titles) {
        List cells;
        std::vector<Place> here;
        for (const Place& place : places) {
            const model::Werkproces* w = with_title(*place.kerntaak, key);
            if (w != nullptr) here.push_back({place.profiel, place.kerntaak, w});
            const std::string code = w != nullptr ? w->code.value : std::string();
            cells.push_back(
                Fields()("ja", Value(w != nullptr))("code", Value(code))("id", Value(w != nullptr ? id_of(code) : std::string()))(
                    "profiel", place.profiel->code)("pad", Value(folder(*place.profiel)))
                    .value());
        }
        const bool all = here.size() == places.size();
        everywhere += all ? 1 : 0;
        rows.push_back(Fields()("titel", Value(titel))("titel_stukken", Value(texts.woorden(titel)))(
                           "id", Value(shared_id(found.werkprocessen.at(key).front())))("overal", Value(all))(
                           "meer", Value(here.size() > 1))("inhoud", view_inhoud(here))("cellen", Value(std::move(cells)))
                           .value());
    }
    const std::string total = count_of(rows.size(), "werkproces", "werkprocessen");
    return Fields()("titel", places.front().kerntaak->titel)("titel_stukken", Value(texts.woorden(places.front().kerntaak->titel.value)))(
               "id", Value(shared_id(places.front())))("aantal_profielen", Value(static_cast<int>(places.size())))(
               "plekken", Value(view_places(places)))("werkprocessen", Value(std::move(rows)))("aantal_werkprocessen", Value(total))(
               "aantal_overal", Value(everywhere))("inhoud", view_inhoud(places))
        .value();
}

/// The places of shared titles in the order of the file, so that the page reads as the dossier does.
std::vector<const std::vector<Place>*> shared_in_order(const Titles& titles, const model::Dossier& dossier) {
    std::vector<const std::vector<Place>*> out;
    for (const model::Profiel& p : dossier.profielen)
        for (const model::Kerntaak& k : p.kerntaken) {
            const auto take = [&](const std::string& key) {
                const auto at = titles.find(key);
                if (at != titles.end() && several(at->second) && std::find(out.begin(), out.end(), &at->second) == out.end())
                    out.push_back(&at->second);
            };
            take(slug(k.titel.value));
            for (const model::Werkproces& w : k.werkprocessen) take(slug(w.titel.value));
        }
    return out;
}

/// Codes of the other profielen that have the same title.
List shared_with(const std::vector<Place>& places, const model::Profiel& self) {
    List out;
    const model::Profiel* last = nullptr;
    for (const Place& place : places)
        if (place.profiel != &self && place.profiel != last) {
            last = place.profiel;
            out.push_back(view_place(place));
        }
    mark_ends(out);
    return out;
}

Value view_own(const model::Profiel& p, const Found& found, Texts& texts) {
    List kerntaken;
    for (const model::Kerntaak& k : p.kerntaken) {
        List werkprocessen;
        for (const model::Werkproces& w : k.werkprocessen) {
            List others = shared_with(found.werkprocessen.at(slug(w.titel.value)), p);
            const bool shared = !others.empty();
            werkprocessen.push_back(
                Fields()("code", w.code)("id", Value(id_of(w.code.value)))("titel", w.titel)(
                    "titel_stukken", Value(texts.woorden(w.titel.value)))("ook_elders", Value(shared))("ook_in", Value(std::move(others)))
                    .value());
        }
        List others = shared_with(found.kerntaken.at(slug(k.titel.value)), p);
        const bool shared = !others.empty();
        kerntaken.push_back(Fields()("code", k.code)("id", Value(id_of(k.code.value)))("titel", k.titel)(
                                "titel_stukken", Value(texts.woorden(k.titel.value)))("ook_elders", Value(shared))(
                                "ook_in", Value(std::move(others)))("werkprocessen", Value(std::move(werkprocessen)))
                                .value());
    }
    return Fields()("code", p.code)("naam", p.naam)("pad", Value(folder(p)))("id", Value(id_of(p.code.value)))("kerntaken",
                                                                                                               Value(std::move(kerntaken)))
        .value();
}

bool stands_in(const std::vector<Place>& places, const model::Profiel& profiel) {
    return std::any_of(places.begin(), places.end(), [&](const Place& place) { return place.profiel == &profiel; });
}

/// How many werkprocessen two profielen share, for every pair.
List view_pairs(const model::Dossier& dossier, const Found& found) {
    List rows;
    for (const model::Profiel& a : dossier.profielen) {
        List cells;
        for (const model::Profiel& b : dossier.profielen) {
            int count = 0;
            for (const auto& [key, places] : found.werkprocessen) {
                count += stands_in(places, a) && stands_in(places, b) ? 1 : 0;
            }
            cells.push_back(
                Fields()("zelf", Value(&a == &b))("aantal", Value(count))("geen", Value(count == 0))("profiel", b.code).value());
        }
        rows.push_back(Fields()("code", a.code)("naam", a.naam)("pad", Value(folder(a)))("cellen", Value(std::move(cells))).value());
    }
    return rows;
}

}  // namespace

Value view_place(const Place& place) {
    const model::Text& code = place.werkproces == nullptr ? place.kerntaak->code : place.werkproces->code;
    return Fields()("profiel", place.profiel->code)("naam", place.profiel->naam)("pad", Value(folder(*place.profiel)))("code", code)(
               "id", Value(id_of(code.value)))("kerntaak", place.kerntaak->titel)
        .value();
}

List also_in(const model::Dossier& dossier, const model::Profiel& profiel, const model::Kerntaak& kerntaak) {
    const std::string key = slug(kerntaak.titel.value);
    std::vector<Place> places;
    for (const model::Profiel& p : dossier.profielen)
        for (const model::Kerntaak& k : p.kerntaken)
            if (p.code.value != profiel.code.value && slug(k.titel.value) == key) places.push_back({&p, &k, nullptr});
    return view_places(places);
}

Value view_vergelijking(const model::Dossier& dossier, Texts& texts) {
    const Found found = find_titles(dossier);
    List kerntaken;
    for (const auto* places : shared_in_order(found.kerntaken, dossier)) kerntaken.push_back(view_shared_kerntaak(*places, found, texts));
    List werkprocessen;
    for (const auto* places : shared_in_order(found.werkprocessen, dossier))
        werkprocessen.push_back(
            Fields()("titel", places->front().werkproces->titel)(
                "titel_stukken", Value(texts.woorden(places->front().werkproces->titel.value)))("id", Value(shared_id(places->front())))(
                "plekken", Value(view_places(*places)))("inhoud", view_inhoud(*places))
                .value());
    List own;
    for (const model::Profiel& p : dossier.profielen) own.push_back(view_own(p, found, texts));
    const bool any = !werkprocessen.empty();
    return Fields()("gedeelde_kerntaken", Value(std::move(kerntaken)))("gedeelde_werkprocessen", Value(std::move(werkprocessen)))(
               "iets_gedeeld", Value(any))("gelijkende_werkprocessen", Value(view_gelijkende(dossier)))("profielen", Value(std::move(own)))(
               "paren", Value(view_pairs(dossier, found)))
        .value();
}

}  // namespace dossier::view
