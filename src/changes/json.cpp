#include "changes/json.hpp"

#include <nlohmann/json.hpp>

namespace dossier::changes {
namespace {

using Json = nlohmann::ordered_json;
using diff::Soort;
using diff::Staat;
using diff::Stuk;
using diff::Verschil;
using diff::Wijziging;

std::string_view word(Staat staat) {
    switch (staat) {
        case Staat::gelijk: return "ongewijzigd";
        case Staat::veranderd: return "veranderd";
        case Staat::nieuw: return "nieuw";
        case Staat::vervallen: return "vervallen";
        case Staat::vertrokken: return "vertrokken";
    }
    return "";
}

/// A value that may be absent.
Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json pieces(const std::vector<Stuk>& stukken) {
    Json out = Json::array();
    for (const Stuk& s : stukken)
        out.push_back({{s.soort == Stuk::Soort::gelijk ? "gelijk" : s.soort == Stuk::Soort::weg ? "weg" : "nieuw", s.tekst}});
    return out;
}

/// Codes and names from the profiel or deel down to the part above it: where people look for it.
Json path(const Verschil& v, const Wijziging& w) {
    std::vector<std::string> up;
    for (int i = w.ouder; i > 0; i = v.alles[static_cast<std::size_t>(i)].ouder) {
        const Wijziging& above = v.alles[static_cast<std::size_t>(i)];
        const std::string& code = above.code_nieuw.empty() ? above.code_oud : above.code_nieuw;
        const std::string& text = above.nieuw.empty() ? above.oud : above.nieuw;
        if (above.soort == Soort::aanvullende_eis) continue;
        if (const std::string& name = !code.empty() ? code : !above.naam.empty() ? above.naam : text; !name.empty()) up.push_back(name);
    }
    return Json(std::vector<std::string>(up.rbegin(), up.rend()));
}

Json change(const Verschil& v, const Wijziging& w) {
    Json out;
    out["soort"] = diff::woord(w.soort);
    if (!w.naam.empty()) out["naam"] = w.naam;
    out["onder"] = path(v, w);
    out["staat"] = word(w.staat);
    if (w.staat == Staat::veranderd) {
        out["verplaatst"] = w.verplaatst;
        out["hernummerd"] = w.hernummerd;
        out["gewijzigd"] = w.gewijzigd;
        out["andere_volgorde"] = w.volgorde;
    }
    if (!w.profiel_oud.empty() || !w.profiel_nieuw.empty())
        out["alleen_profiel"] = w.profiel_nieuw.empty() ? w.profiel_oud : w.profiel_nieuw;
    out["code"] = {{"oud", or_null(w.code_oud)}, {"nieuw", or_null(w.code_nieuw)}};
    out["tekst"] = {{"oud", or_null(w.oud)}, {"nieuw", or_null(w.nieuw)}};
    if (!w.van.empty()) out["van"] = w.van, out["naar"] = w.naar;
    if (!w.verwant.empty()) out[w.staat == Staat::nieuw ? "afgesplitst_van" : "opgegaan_in"] = w.verwant;
    if (w.gewijzigd) out["woorden"] = pieces(w.woorden);
    return out;
}

Json category(const Verschil& v, std::size_t i, int number) {
    const Wijziging& w = v.alles[i];
    return {{"soort", w.soort == Soort::profiel ? "kwalificatie" : std::string(diff::woord(w.soort))},
            {"code", {{"oud", or_null(w.code_oud)}, {"nieuw", or_null(w.code_nieuw)}}},
            {"titel", w.nieuw.empty() ? w.oud : w.nieuw},
            {"categorie", number == 0 ? Json(nullptr) : Json(number)},
            {"betekenis", diff::woord_categorie(number)}};
}

}  // namespace

std::string write_json(const Verschil& verschil, const std::vector<diff::Formulier>& formulieren, const diff::Koppen& koppen) {
    Json out;
    out["was"] = koppen.oud;
    out["wordt"] = koppen.nieuw;
    out["gelijk"] = verschil.gelijk();
    out["categorie"] = diff::categorie(verschil, 0);
    Json& counts = out["telling"] = Json::object();
    for (const diff::Telling& t : verschil.telling)
        counts[std::string(diff::woord(t.soort))] = {{"nieuw", t.nieuw},           {"vervallen", t.vervallen}, {"verplaatst", t.verplaatst},
                                                     {"hernummerd", t.hernummerd}, {"gewijzigd", t.gewijzigd}, {"ongewijzigd", t.gelijk}};
    Json& categories = out["categorieen"] = Json::array();
    Json& changes = out["wijzigingen"] = Json::array();
    for (std::size_t i = 0; i < verschil.alles.size(); ++i) {
        const Wijziging& w = verschil.alles[i];
        if (w.staat != Staat::vertrokken) {
            if (w.soort == Soort::profiel) categories.push_back(category(verschil, i, diff::categorie_kwalificatie(verschil, i)));
            if (w.soort == Soort::kerntaak || w.soort == Soort::werkproces)
                categories.push_back(category(verschil, i, diff::categorie(verschil, i)));
        }
        if (w.soort != Soort::deel && (w.staat != Staat::gelijk || w.code_oud != w.code_nieuw)) changes.push_back(change(verschil, w));
    }
    Json& forms = out["formulieren"] = Json::array();
    for (const diff::Formulier& f : formulieren)
        forms.push_back({{"profiel", f.profiel},
                         {"document", f.document},
                         {"titel", f.titel},
                         {"pad", f.pad},
                         {"nieuw", f.nieuw},
                         {"vervallen", f.vervallen},
                         {"alleen_kenmerk", f.alleen_kenmerk},
                         {"redenen", f.redenen}});
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dossier::changes
