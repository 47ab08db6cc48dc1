#include "resultaten/resultaten.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::resultaten {
namespace {

using table::Day;
using table::Sheet;
using table::Value;
using table::Values;

Value day(const std::string& text) {
    if (model::heeft_vorm(model::Vorm::datum, text)) return Day{text};
    return text;
}

Value number(std::size_t n) { return static_cast<long long>(n); }

Value yes(bool is) { return std::string(is ? "ja" : "nee"); }

/// A form of a kandidaat and kerntaak.
struct Entry {
    const Stand* stand;
    std::size_t form;
};
std::vector<Entry> entries(const Resultaten& r) {
    std::vector<Entry> out;
    for (const Stand& s : r.standen)
        for (const std::size_t i : s.formulieren) out.push_back({&s, i});
    return out;
}

Values candidate(const Resultaten& r, const Entry& entry) {
    const Formulier& f = r.formulieren[entry.form];
    Value mark, points, needed;
    if (f.uitslag->cijfer) mark = table::Tenths{f.uitslag->cijfer->tienden};
    if (f.uitslag->punten) {
        points = static_cast<long long>(f.uitslag->punten->behaald);
        if (f.uitslag->punten->cesuur > 0) needed = static_cast<long long>(f.uitslag->punten->cesuur);
    }
    const auto& counts = entry.stand->telt;
    return {f.studentnummer,
            f.naam,
            f.groep,
            f.profiel,
            f.kerntaak,
            f.kerntaak_titel,
            number(static_cast<std::size_t>(f.poging)),
            day(f.datum),
            std::string(scoring::woord(f.uitslag->uitslag)),
            spaced(f.aangekruist),
            mark,
            points,
            needed,
            counts ? yes(*counts == entry.form) : std::string("niet beslist"),
            yes(f.nakijken()),
            f.uitslag->zin,
            f.beoordelaar1,
            f.beoordelaar2,
            f.leerbedrijf,
            f.locatie,
            f.afnamemoment,
            f.kenmerk,
            f.plaats()};
}

Sheet candidates(const Resultaten& r) {
    auto list = entries(r);
    const std::size_t count = list.size();
    return {
        "Kandidaten",
        {{"studentnummer", 15}, {"naam", 28},     {"groep", 12},        {"profiel", 8},      {"kerntaak", 9},       {"titel", 34},
         {"poging", 8},         {"datum", 12},    {"uitslag", 13},      {"aangekruist", 16}, {"cijfer", 8},         {"punten", 8},
         {"punten nodig", 9},   {"telt mee", 10}, {"nakijken", 10},     {"waarom", 44},      {"beoordelaar 1", 22}, {"beoordelaar 2", 22},
         {"leerbedrijf", 24},   {"locatie", 18},  {"afnamemoment", 16}, {"kenmerk", 14},     {"bestand", 40}},
        count,
        [&r, list = std::move(list)](std::size_t n) { return candidate(r, list[n]); }};
}

/// A line of a form, by their places.
struct Line {
    std::size_t form, line;
};

/// In percent, or who said it; nothing of a form that was filled in on screen.
Value sureness(const std::optional<filled::OnPaper>& p) {
    if (!p || p->page == 0) return {};
    if (p->decided) return std::string("door een mens");
    if (p->doubt != filled::OnPaper::Doubt::none) return std::string("twijfel");
    return static_cast<long long>(std::lround(p->sure * 100));
}
Value place_on_paper(const std::optional<filled::OnPaper>& p) {
    if (!p || p->page == 0) return {};
    return p->file + ", bladzijde " + std::to_string(p->page) + ", vlak " + std::to_string(p->rectangle[0]) + ' ' +
           std::to_string(p->rectangle[1]) + ' ' + std::to_string(p->rectangle[2]) + ' ' + std::to_string(p->rectangle[3]);
}

Sheet criteria(const Resultaten& r) {
    std::vector<Line> lines;
    for (const Entry& e : entries(r))
        for (std::size_t c = 0; c < r.formulieren[e.form].criteria.size(); ++c) lines.push_back({e.form, c});
    const std::size_t count = lines.size();
    const bool paper = std::any_of(r.formulieren.begin(), r.formulieren.end(), [](const Formulier& f) { return !f.bladen.empty(); });
    std::vector<table::SheetColumn> columns{{"studentnummer", 15}, {"naam", 28},          {"groep", 12},  {"profiel", 8}, {"kerntaak", 9},
                                            {"werkproces", 12},    {"criterium", 14},     {"tekst", 60},  {"poging", 8},  {"keuze", 18},
                                            {"motivering", 50},    {"beoordelaar 1", 22}, {"bestand", 40}};
    if (paper) columns.insert(columns.end(), {{"zekerheid", 10}, {"plaats op papier", 34}});
    return {"Criteria", std::move(columns), count, [&r, paper, lines = std::move(lines)](std::size_t n) -> Values {
                const Formulier& f = r.formulieren[lines[n].form];
                const CriteriumRegel& c = f.criteria[lines[n].line];
                Values out{f.studentnummer, f.naam,       f.groep,
                           f.profiel,       f.kerntaak,   c.werkproces,
                           c.code,          c.tekst,      number(static_cast<std::size_t>(f.poging)),
                           spaced(c.keuze), c.motivering, f.beoordelaar1,
                           f.plaats()};
                if (paper) out.insert(out.end(), {sureness(c.papier), place_on_paper(c.papier)});
                return out;
            }};
}

/// Those that a person must look at come first.
Sheet findings(const Resultaten& r) {
    std::vector<Line> lines;
    for (const bool look : {true, false})
        for (std::size_t i = 0; i < r.formulieren.size(); ++i)
            for (std::size_t b = 0; b < r.formulieren[i].bevindingen.size(); ++b)
                if (r.formulieren[i].bevindingen[b].nakijken == look) lines.push_back({i, b});
    const std::size_t count = lines.size();
    return {"Bevindingen",
            {{"nakijken", 10},
             {"bestand", 40},
             {"studentnummer", 15},
             {"naam", 28},
             {"document", 34},
             {"onderdeel", 16},
             {"soort", 24},
             {"bevinding", 90}},
            count,
            [&r, lines = std::move(lines)](std::size_t n) -> Values {
                const Formulier& f = r.formulieren[lines[n].form];
                const Bevinding& b = f.bevindingen[lines[n].line];
                return {yes(b.nakijken), f.plaats(), f.studentnummer, f.naam, f.document, b.onderdeel, b.soort, b.tekst};
            }};
}

Sheet files(const Resultaten& r) {
    return {"Bestanden",
            {{"bestand", 40},
             {"herkomst", 18},
             {"document", 36},
             {"kenmerk", 14},
             {"studentnummer", 15},
             {"naam", 28},
             {"bevindingen", 12},
             {"nakijken", 10}},
            r.formulieren.size(),
            [&r](std::size_t n) -> Values {
                const Formulier& f = r.formulieren[n];
                return {f.plaats(), std::string(woord(f.herkomst)), f.document,       f.kenmerk, f.studentnummer,
                        f.naam,     number(f.bevindingen.size()),   yes(f.nakijken())};
            }};
}

}  // namespace

std::vector<Sheet> sheets(const Resultaten& resultaten) {
    return {candidates(resultaten), criteria(resultaten), findings(resultaten), files(resultaten)};
}

}  // namespace dossier::resultaten
