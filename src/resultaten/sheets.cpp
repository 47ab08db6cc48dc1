#include "resultaten/resultaten.hpp"

#include <algorithm>

namespace dossier::resultaten {
namespace {

using table::Day;
using table::Sheet;
using table::Value;

Value day(const std::string& text) {
    if (model::heeft_vorm(model::Vorm::datum, text)) return Day{text};
    return text;
}

Value number(std::size_t n) { return static_cast<long long>(n); }

std::string file_of(const Formulier& f) { return f.nummer == 0 ? f.bestand : f.bestand + " (formulier " + std::to_string(f.nummer) + ")"; }

std::string mark(const Formulier& f) {
    if (!f.uitslag || !f.uitslag->cijfer) return {};
    const int tenths = f.uitslag->cijfer->tienden;
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "," + std::to_string(tenths % 10));
}

/// "ruim-voldoende" as people write it.
std::string words(std::string sleutel) {
    std::replace(sleutel.begin(), sleutel.end(), '-', ' ');
    return sleutel;
}

Sheet candidates(const Resultaten& r) {
    Sheet out{
        "Kandidaten",
        {{"studentnummer", 15}, {"naam", 28},     {"groep", 12},        {"profiel", 8},      {"kerntaak", 9},       {"titel", 34},
         {"poging", 8},         {"datum", 12},    {"uitslag", 13},      {"aangekruist", 16}, {"cijfer", 8},         {"punten", 8},
         {"punten nodig", 9},   {"telt mee", 10}, {"nakijken", 10},     {"waarom", 44},      {"beoordelaar 1", 22}, {"beoordelaar 2", 22},
         {"leerbedrijf", 24},   {"locatie", 18},  {"afnamemoment", 16}, {"kenmerk", 14},     {"bestand", 40}},
        {}};
    for (const Stand& s : r.standen) {
        for (const std::size_t i : s.formulieren) {
            const Formulier& f = r.formulieren[i];
            Value points, needed;
            if (f.uitslag->punten) {
                points = static_cast<long long>(f.uitslag->punten->behaald);
                if (f.uitslag->punten->cesuur > 0) needed = static_cast<long long>(f.uitslag->punten->cesuur);
            }
            out.rows.push_back({f.studentnummer,
                                f.naam,
                                f.groep,
                                f.profiel,
                                f.kerntaak,
                                f.kerntaak_titel,
                                number(static_cast<std::size_t>(f.poging)),
                                day(f.datum),
                                std::string(scoring::woord(f.uitslag->uitslag)),
                                words(f.aangekruist),
                                mark(f),
                                points,
                                needed,
                                std::string(s.telt ? (*s.telt == i ? "ja" : "nee") : "niet beslist"),
                                std::string(f.nakijken() ? "ja" : "nee"),
                                f.uitslag->zin,
                                f.beoordelaar1,
                                f.beoordelaar2,
                                f.leerbedrijf,
                                f.locatie,
                                f.afnamemoment,
                                f.kenmerk,
                                file_of(f)});
        }
    }
    return out;
}

Sheet criteria(const Resultaten& r) {
    Sheet out{"Criteria",
              {{"studentnummer", 15}, {"naam", 28}, {"groep", 12}, {"profiel", 8}, {"kerntaak", 9}, {"werkproces", 12}, {"criterium", 14},
               {"tekst", 60}, {"poging", 8}, {"keuze", 18}, {"motivering", 50}, {"beoordelaar 1", 22}, {"bestand", 40}},
              {}};
    for (const Stand& s : r.standen)
        for (const std::size_t i : s.formulieren) {
            const Formulier& f = r.formulieren[i];
            for (const CriteriumRegel& c : f.criteria)
                out.rows.push_back({f.studentnummer, f.naam, f.groep, f.profiel, f.kerntaak, c.werkproces, c.code, c.tekst,
                                    number(static_cast<std::size_t>(f.poging)), words(c.keuze), c.motivering, f.beoordelaar1, file_of(f)});
        }
    return out;
}

Sheet findings(const Resultaten& r) {
    Sheet out{"Bevindingen",
              {{"nakijken", 10},
               {"bestand", 40},
               {"studentnummer", 15},
               {"naam", 28},
               {"document", 34},
               {"onderdeel", 16},
               {"soort", 24},
               {"bevinding", 90}},
              {}};
    for (const bool look : {true, false})
        for (const Formulier& f : r.formulieren)
            for (const Bevinding& b : f.bevindingen)
                if (b.nakijken == look)
                    out.rows.push_back(
                        {std::string(look ? "ja" : "nee"), file_of(f), f.studentnummer, f.naam, f.document, b.onderdeel, b.soort, b.tekst});
    return out;
}

Sheet files(const Resultaten& r) {
    Sheet out{"Bestanden",
              {{"bestand", 40},
               {"herkomst", 18},
               {"document", 36},
               {"kenmerk", 14},
               {"studentnummer", 15},
               {"naam", 28},
               {"bevindingen", 12},
               {"nakijken", 10}},
              {}};
    for (const Formulier& f : r.formulieren)
        out.rows.push_back({file_of(f), std::string(woord(f.herkomst)), f.document, f.kenmerk, f.studentnummer, f.naam,
                            number(f.bevindingen.size()), std::string(f.nakijken() ? "ja" : "nee")});
    return out;
}

}  // namespace

std::vector<Sheet> sheets(const Resultaten& resultaten) {
    return {candidates(resultaten), criteria(resultaten), findings(resultaten), files(resultaten)};
}

}  // namespace dossier::resultaten
