#include "app/visit.hpp"
#include "core/diagnostic_json.hpp"
#include "taal/taal.hpp"

namespace dossier::app {
namespace {

Json kerntaak_of(const model::Kerntaak& k) {
    Json out{{"code", k.code.value}, {"titel", k.titel.value}};
    out["werkprocessen"] = Json::array();
    for (const model::Werkproces& w : k.werkprocessen) {
        Json criteria = Json::array();
        for (std::size_t i = 0; i < w.gedrag.criteria.size(); ++i)
            criteria.push_back(
                {{"code", model::criteriumcode(w, w.gedrag.eerste_nummer + static_cast<int>(i))}, {"tekst", w.gedrag.criteria[i].value}});
        out["werkprocessen"].push_back(
            {{"code", w.code.value}, {"titel", w.titel.value}, {"alleen_titel", w.alleen_titel()}, {"criteria", std::move(criteria)}});
    }
    return out;
}

}  // namespace

Json json_of(const Diagnostics& diagnostics) {
    Json out = Json::array();
    for (const Diagnostic& d : diagnostics.all()) {
        Json row = Json::parse(core::json_of(d, taal::nederlands));
        if (d.location) row["place"] = place_text(d.location);
        out.push_back(std::move(row));
    }
    return out;
}

Json contents_of(const model::Dossier& dossier) {
    Json out{{"naam", dossier.naam.value}, {"versie", dossier.versie.value}, {"crebo", dossier.crebo.value}};
    out["basisdeel"] = Json::array();
    for (const model::Kerntaak& k : dossier.basisdeel.kerntaken) out["basisdeel"].push_back(kerntaak_of(k));
    out["profielen"] = Json::array();
    for (const model::Profiel& p : dossier.profielen) {
        Json profiel{{"code", p.code.value}, {"naam", p.naam.value}, {"niveau", p.niveau.value}, {"crebo", p.crebo.value}};
        profiel["kerntaken"] = Json::array();
        for (const model::Kerntaak& k : p.kerntaken) profiel["kerntaken"].push_back(kerntaak_of(k));
        out["profielen"].push_back(std::move(profiel));
    }
    return out;
}

}  // namespace dossier::app
