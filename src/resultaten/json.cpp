#include "resultaten/resultaten.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace dossier::resultaten {
namespace {

using Json = nlohmann::ordered_json;

Json points(const scoring::Stand& s) {
    Json out{{"behaald", s.behaald}, {"meest", s.meest}, {"compleet", s.compleet}};
    if (s.cesuur > 0) out["nodig"] = s.cesuur;
    if (s.minimum > 0) out["minimum"] = s.minimum;
    return out;
}

Json result(scoring::Uitslag uitslag, const std::optional<scoring::Stand>& punten, const std::string& zin) {
    Json out{{"uitslag", scoring::woord(uitslag)}, {"waarom", zin}};
    if (punten) out["punten"] = points(*punten);
    return out;
}

Json signature(const filled::Signature& s) {
    return {{"veld", s.field}, {"staat", filled::word(s.state)},     {"dekt", filled::word(s.covers)}, {"naam", s.certificate_name},
            {"tijd", s.time},  {"daarna_veranderd", s.changed_after}};
}

/// "twijfel" and "lijkt_op" where a person must look.
Json paper(const filled::OnPaper& p) {
    Json out{{"bestand", p.file}, {"bladzijde", p.page}, {"vlak", p.rectangle}, {"zekerheid", std::lround(p.sure * 100)}};
    if (p.doubt != filled::OnPaper::Doubt::none) {
        out["twijfel"] = filled::word(p.doubt);
        out["lijkt_op"] = p.looks_like;
    }
    out["door_mens"] = p.decided;
    return out;
}

Json form(const Formulier& f) {
    Json out{{"bestand", f.bestand}, {"herkomst", woord(f.herkomst)}};
    if (f.nummer > 0) out["nummer"] = f.nummer;
    if (!f.bladen.empty()) {
        out["bladzijden"] = Json::array();
        for (const filled::PaperPage& b : f.bladen) out["bladzijden"].push_back({{"bestand", b.file}, {"bladzijde", b.page}});
    }
    if (!f.document.empty()) {
        out["document"] = f.document;
        out["kenmerk"] = f.kenmerk;
        out["versie"] = f.versie;
        out["profiel"] = f.profiel;
        out["kerntaak"] = f.kerntaak;
        out["kandidaat"] = {{"studentnummer", f.studentnummer}, {"naam", f.naam}, {"groep", f.groep}};
        out["beoordelaars"] = {f.beoordelaar1, f.beoordelaar2};
        out["datum"] = f.datum;
        out["poging"] = f.poging;
        out["leerbedrijf"] = f.leerbedrijf;
        out["locatie"] = f.locatie;
        out["afnamemoment"] = f.afnamemoment;
        out["opmerkingen"] = f.opmerkingen;
    }
    out["criteria"] = Json::array();
    for (const CriteriumRegel& c : f.criteria) {
        Json one{{"code", c.code}, {"werkproces", c.werkproces}, {"tekst", c.tekst}, {"keuze", c.keuze}, {"motivering", c.motivering}};
        if (c.papier && c.papier->page > 0) one["papier"] = paper(*c.papier);
        out["criteria"].push_back(std::move(one));
    }
    out["werkprocessen"] = Json::array();
    for (const WerkprocesRegel& w : f.werkprocessen) {
        Json one{{"code", w.code}, {"titel", w.titel}, {"aangekruist", w.aangekruist}};
        if (w.papier && w.papier->page > 0) one["papier"] = paper(*w.papier);
        if (w.uitslag) one["berekend"] = result(w.uitslag->uitslag, w.uitslag->punten, w.uitslag->zin);
        out["werkprocessen"].push_back(std::move(one));
    }
    if (f.uitslag) {
        out["aangekruist"] = f.aangekruist;
        if (f.papier && f.papier->page > 0) out["papier"] = paper(*f.papier);
        out["berekend"] = result(f.uitslag->uitslag, f.uitslag->punten, f.uitslag->zin);
        if (f.uitslag->cijfer) out["cijfer_tienden"] = f.uitslag->cijfer->tienden;
    }
    out["handtekeningen"] = Json::array();
    for (const filled::Signature& s : f.handtekeningen) out["handtekeningen"].push_back(signature(s));
    out["nakijken"] = f.nakijken();
    out["bevindingen"] = Json::array();
    for (const Bevinding& b : f.bevindingen)
        out["bevindingen"].push_back({{"soort", b.soort}, {"onderdeel", b.onderdeel}, {"tekst", b.tekst}, {"nakijken", b.nakijken}});
    return out;
}

/// `list` as one of the values of the outermost object, one element at a time: as a tree, a large school would not fit in memory.
template <class List, class ToJson> void add_list(std::string& out, std::string_view key, const List& list, const ToJson& to_json) {
    out += ",\n  \"" + std::string(key) + "\": [";
    bool first = true;
    for (const auto& item : list) {
        out += std::exchange(first, false) ? "\n    " : ",\n    ";
        for (const char c : to_json(item).dump(2, ' ', false, Json::error_handler_t::replace)) {
            out += c;
            if (c == '\n') out += "    ";  // of the layout: those in a text are written \n
        }
    }
    out += first ? "]" : "\n  ]";
}

Json stand(const Stand& s) {
    Json out{{"studentnummer", s.studentnummer}, {"naam", s.naam}, {"groep", s.groep}, {"profiel", s.profiel}, {"kerntaak", s.kerntaak},
             {"formulieren", s.formulieren}};
    out["telt"] = s.telt ? Json(*s.telt) : Json(nullptr);
    return out;
}

Json agreement(const Overeenstemming& o) {
    return {{"formulieren", {o.een, o.ander}}, {"criteria", o.criteria}, {"gelijk", o.gelijk}, {"zelfde_uitslag", o.zelfde_uitslag}};
}

Json count(const Telling& t) {
    return {{"code", t.code},   {"profiel", t.profiel},       {"kerntaak", t.kerntaak},      {"werkproces", t.werkproces},
            {"tekst", t.tekst}, {"beoordeeld", t.beoordeeld}, {"onvoldoende", t.onvoldoende}};
}

}  // namespace

std::string json(const Resultaten& r, std::string_view programma) {
    std::string out = "{\n  \"programma\": " + Json(programma).dump() + ",\n  \"nakijken\": " + (r.nakijken() ? "true" : "false");
    add_list(out, "formulieren", r.formulieren, form);
    add_list(out, "standen", r.standen, stand);
    add_list(out, "overeenstemming", r.overeenstemming, agreement);
    add_list(out, "criteria", r.tellingen, count);
    return out + "\n}\n";
}

}  // namespace dossier::resultaten
