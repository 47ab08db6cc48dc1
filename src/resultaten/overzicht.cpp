#include "resultaten/overzicht.hpp"

#include <algorithm>
#include <map>

namespace dossier::resultaten {
namespace {

using view::List;
using view::Object;
using view::Value;

Value with_ends(List items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].set("eerste", Value(i == 0));
        items[i].set("laatste", Value(i + 1 == items.size()));
    }
    return Value(std::move(items));
}

Value number(std::size_t n) { return Value(std::to_string(n)); }

std::string who(const Formulier& f) {
    if (f.naam.empty()) return f.studentnummer;
    return f.studentnummer.empty() || f.naam == f.studentnummer ? f.naam : f.naam + " (" + f.studentnummer + ")";
}

std::string file_of(const Formulier& f) { return f.nummer == 0 ? f.bestand : f.bestand + ", formulier " + std::to_string(f.nummer); }

struct Person {
    const Stand* stand = nullptr;
    std::map<std::string, const Stand*> by_kerntaak;
};

Value cell(const Stand* stand, const Resultaten& r) {
    if (!stand)
        return Value(Object{{"leeg", Value(true)},
                            {"woord", Value("")},
                            {"sleutel", Value("")},
                            {"poging", Value("")},
                            {"cijfer", Value("")},
                            {"nakijken", Value(false)}});
    const Formulier& f = r.formulieren[stand->telt.value_or(stand->formulieren.back())];
    bool look = !stand->telt;
    for (const std::size_t i : stand->formulieren) look = look || r.formulieren[i].nakijken();
    const std::string word = stand->telt ? std::string(scoring::woord(f.uitslag->uitslag)) : std::string("niet beslist");
    std::string mark;
    if (stand->telt && f.uitslag->cijfer) {
        const int tenths = f.uitslag->cijfer->tienden;
        mark = std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10);
    }
    return Value(Object{{"leeg", Value(false)},
                        {"woord", Value(word)},
                        {"sleutel", Value(slug(word))},
                        {"poging", Value(f.poging > 1 ? std::to_string(f.poging) : std::string())},
                        {"cijfer", Value(mark)},
                        {"nakijken", Value(look)}});
}

}  // namespace

Value view_overzicht(const Resultaten& r, std::string_view programma, std::string_view datum) {
    std::vector<std::pair<std::string, std::string>> kerntaken;  // code and title, in order of first sight by code
    std::vector<Person> people;
    for (const Stand& s : r.standen) {
        const std::pair<std::string, std::string> one{s.kerntaak, s.kerntaak_titel};
        if (std::find(kerntaken.begin(), kerntaken.end(), one) == kerntaken.end()) kerntaken.push_back(one);
        if (people.empty() || people.back().stand->studentnummer != s.studentnummer || people.back().stand->naam != s.naam ||
            people.back().stand->profiel != s.profiel)
            people.push_back({&s, {}});
        people.back().by_kerntaak[s.kerntaak + '\n' + s.kerntaak_titel] = &s;
    }
    std::sort(kerntaken.begin(), kerntaken.end());
    List columns, rows;
    for (const auto& [code, titel] : kerntaken) columns.push_back(Value(Object{{"code", Value(code)}, {"titel", Value(titel)}}));
    for (const Person& p : people) {
        List cells;
        for (const auto& [code, titel] : kerntaken) {
            const auto at = p.by_kerntaak.find(code + '\n' + titel);
            cells.push_back(cell(at == p.by_kerntaak.end() ? nullptr : at->second, r));
        }
        rows.push_back(Value(Object{{"studentnummer", Value(p.stand->studentnummer)},
                                    {"naam", Value(p.stand->naam)},
                                    {"groep", Value(p.stand->groep)},
                                    {"profiel", Value(p.stand->profiel)},
                                    {"cellen", with_ends(std::move(cells))}}));
    }
    List findings;
    std::size_t to_look = 0;
    for (const Formulier& f : r.formulieren) to_look += f.nakijken() ? 1U : 0U;
    for (const bool look : {true, false})  // forms to look at first
        for (const Formulier& f : r.formulieren) {
            if (f.bevindingen.empty() || f.nakijken() != look) continue;
            List lines;
            for (const Bevinding& b : f.bevindingen)
                lines.push_back(
                    Value(Object{{"onderdeel", Value(b.onderdeel)}, {"tekst", Value(b.tekst)}, {"nakijken", Value(b.nakijken)}}));
            findings.push_back(Value(Object{{"bestand", Value(file_of(f))},
                                            {"wie", Value(who(f))},
                                            {"nakijken", Value(look)},
                                            {"regels", with_ends(std::move(lines))}}));
        }
    List criteria;
    for (const Telling& t : r.tellingen) {
        if (t.onvoldoende == 0) continue;
        const std::size_t percent = (t.onvoldoende * 100 + t.beoordeeld / 2) / t.beoordeeld;
        criteria.push_back(Value(Object{{"code", Value(t.code)},
                                        {"tekst", Value(t.tekst)},
                                        {"profiel", Value(t.profiel)},
                                        {"beoordeeld", number(t.beoordeeld)},
                                        {"onvoldoende", number(t.onvoldoende)},
                                        {"procent", Value(std::to_string(percent) + "%")},
                                        {"breedte", number(percent)}}));
    }
    List agreement;
    for (const Overeenstemming& o : r.overeenstemming) {
        const Formulier &a = r.formulieren[o.een], &b = r.formulieren[o.ander];
        agreement.push_back(Value(Object{{"wie", Value(who(a))},
                                         {"kerntaak", Value(a.kerntaak)},
                                         {"een", Value(a.beoordelaar1)},
                                         {"ander", Value(b.beoordelaar1)},
                                         {"criteria", number(o.criteria)},
                                         {"gelijk", number(o.gelijk)},
                                         {"zelfde_uitslag", Value(o.zelfde_uitslag)}}));
    }
    return Value(Object{{"aantal_formulieren", Value(count_of(r.formulieren.size(), "formulier", "formulieren"))},
                        {"aantal_kandidaten", Value(count_of(people.size(), "kandidaat", "kandidaten"))},
                        {"aantal_nakijken", Value(count_of(to_look, "formulier", "formulieren"))},
                        {"nakijken", Value(to_look > 0)},
                        {"kerntaken", with_ends(std::move(columns))},
                        {"kandidaten", with_ends(std::move(rows))},
                        {"bevindingen", with_ends(std::move(findings))},
                        {"criteria", with_ends(std::move(criteria))},
                        {"overeenstemming", with_ends(std::move(agreement))},
                        {"build", Value(Object{{"datum", Value(datum)}, {"datum_iso", Value(datum)}, {"programma", Value(programma)}})}});
}

}  // namespace dossier::resultaten
