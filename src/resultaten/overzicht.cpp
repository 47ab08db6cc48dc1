#include "resultaten/overzicht.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dossier::resultaten {
namespace {

using view::List;
using view::Object;
using view::Value;
using view::with_ends;

Value number(std::size_t n) { return Value(std::to_string(n)); }

std::string who(const Formulier& f) {
    if (f.naam.empty()) return f.studentnummer;
    return f.studentnummer.empty() || f.naam == f.studentnummer ? f.naam : f.naam + " (" + f.studentnummer + ")";
}

std::string_view word_of(const Formulier& f) { return scoring::woord(f.uitslag->uitslag); }

/// Where on the page the bevindingen of a form are. Nothing of a form is sure to be there, so its place among the forms names it.
std::string id_of(std::size_t form) { return "formulier-" + std::to_string(form + 1); }

struct Person {
    const Stand* stand = nullptr;
    std::map<std::string, const Stand*> by_kerntaak;
};

std::string word_of(const Stand& stand, const Resultaten& r) {
    return stand.telt ? std::string(word_of(r.formulieren[*stand.telt])) : std::string("niet beslist");
}

Value cell(const Stand* stand, const std::string& kerntaak, const Resultaten& r) {
    if (!stand)
        return Value(Object{{"kerntaak", Value(kerntaak)},
                            {"leeg", Value(true)},
                            {"woord", Value("")},
                            {"sleutel", Value("")},
                            {"poging", Value("")},
                            {"cijfer", Value("")},
                            {"nakijken", Value("")}});
    const Formulier& f = r.formulieren[stand->telt.value_or(stand->formulieren.back())];
    std::string look;
    for (const std::size_t i : stand->formulieren)
        if (look.empty() && r.formulieren[i].nakijken()) look = id_of(i);
    const std::string word = word_of(*stand, r);
    std::string mark;
    if (stand->telt && f.uitslag->cijfer) mark = tenths_text(f.uitslag->cijfer->tienden);
    return Value(Object{{"kerntaak", Value(kerntaak)},
                        {"leeg", Value(false)},
                        {"woord", Value(word)},
                        {"sleutel", Value(slug(word))},
                        {"poging", Value(f.poging > 1 ? std::to_string(f.poging) : std::string())},
                        {"cijfer", Value(mark)},
                        {"nakijken", Value(look)}});
}

/// What a person must look at in a form. An empty form would give a line for each criterium: those that say the same are one.
List lines_of(const Formulier& f) {
    std::map<std::string, std::vector<std::string>> codes;  // by soort
    const auto together = [&f](const Bevinding& b) {
        if (b.soort == "uitslag-ontbreekt" || b.soort == "motivering-ontbreekt") return true;
        return b.soort == "niet-aangekruist" &&
               std::any_of(f.criteria.begin(), f.criteria.end(), [&b](const CriteriumRegel& c) { return c.code == b.onderdeel; });
    };
    for (const Bevinding& b : f.bevindingen)
        if (b.nakijken && together(b)) codes[b.soort].push_back(b.onderdeel);
    List out;
    for (const Bevinding& b : f.bevindingen) {
        if (!b.nakijken) continue;
        std::string text = b.tekst;
        if (const auto at = codes.find(b.soort); together(b) && (at == codes.end() || at->second.size() > 1)) {
            if (at == codes.end()) continue;  // said already
            const std::string n = std::to_string(at->second.size()), all = joined(at->second);
            if (b.soort == "motivering-ontbreekt") text = n + " criteria zijn onvoldoende en hebben geen motivering: " + all + '.';
            else if (b.soort == "uitslag-ontbreekt") text = "Bij " + n + " onderdelen is geen resultaat aangekruist: " + all + '.';
            else if (at->second.size() == f.criteria.size()) text = "Er is geen enkel criterium aangekruist.";
            else text = "Bij " + n + " criteria is niets aangekruist: " + all + '.';
            codes.erase(at);
        }
        out.push_back(Value(Object{{"onderdeel", Value(b.onderdeel)}, {"tekst", Value(text)}}));
    }
    return out;
}

Object about(const Formulier& f) {
    return {{"bestand", Value(f.plaats())},
            {"wie", Value(who(f))},
            {"kerntaak", Value(f.kerntaak)},
            {"poging", Value(f.poging > 1 ? std::to_string(f.poging) : std::string())}};
}

List findings_of(const Resultaten& r) {
    List out;
    for (std::size_t i = 0; i < r.formulieren.size(); ++i) {
        if (!r.formulieren[i].nakijken()) continue;
        Object one = about(r.formulieren[i]);
        one.emplace_back("id", Value(id_of(i)));
        one.emplace_back("regels", with_ends(lines_of(r.formulieren[i])));
        out.push_back(Value(std::move(one)));
    }
    return out;
}

/// What nobody need look at, by what it says: much of it holds for every form.
List information(const Resultaten& r) {
    std::vector<std::pair<std::string, List>> found;
    for (const Formulier& f : r.formulieren)
        for (const Bevinding& b : f.bevindingen) {
            if (b.nakijken) continue;
            auto at = std::find_if(found.begin(), found.end(), [&b](const auto& one) { return one.first == b.tekst; });
            if (at == found.end()) at = found.insert(found.end(), {b.tekst, {}});
            at->second.emplace_back(about(f));
        }
    List out;
    for (auto& [text, forms] : found)
        out.push_back(Value(Object{{"tekst", Value(text)},
                                   {"aantal", Value(count_of(forms.size(), "formulier", "formulieren"))},
                                   {"formulieren", with_ends(std::move(forms))}}));
    return out;
}

/// The criteria that two assessors rated, and not in the same way.
List differences(const Formulier& a, const Formulier& b) {
    List out;
    for (const CriteriumRegel& one : a.criteria)
        for (const CriteriumRegel& other : b.criteria)
            if (one.code == other.code && !one.keuze.empty() && !other.keuze.empty() && one.keuze != other.keuze)
                out.push_back(
                    Value(Object{{"code", Value(one.code)}, {"een", Value(spaced(one.keuze))}, {"ander", Value(spaced(other.keuze))}}));
    return out;
}

std::string conclusion(std::size_t forms, std::size_t to_look) {
    if (to_look == 0)
        return forms == 1 ? "U hoeft niets na te kijken: het formulier is volledig en klopt."
                          : "U hoeft niets na te kijken: de " + std::to_string(forms) + " formulieren zijn volledig en kloppen.";
    if (to_look < forms) return "Van " + std::to_string(forms) + " formulieren moet u er " + std::to_string(to_look) + " nakijken.";
    return forms == 1 ? "Er is 1 formulier. Dat moet u nakijken." : "U moet alle " + std::to_string(forms) + " formulieren nakijken.";
}

/// The name of the dossier, when all forms are of one.
std::string dossier_of(const Resultaten& r) {
    std::string out;
    for (const Formulier& f : r.formulieren) {
        if (f.dossier.empty() || f.dossier == out) continue;
        if (!out.empty()) return "";
        out = f.dossier;
    }
    return out;
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
            cells.push_back(cell(at == p.by_kerntaak.end() ? nullptr : at->second, code, r));
        }
        rows.push_back(Value(Object{{"studentnummer", Value(p.stand->studentnummer)},
                                    {"naam", Value(p.stand->naam)},
                                    {"groep", Value(p.stand->groep)},
                                    {"profiel", Value(p.stand->profiel)},
                                    {"cellen", with_ends(std::move(cells))}}));
    }
    std::size_t to_look = 0, unread = 0, enough = 0, not_enough = 0, undecided = 0, uncounted = 0;
    for (const Formulier& f : r.formulieren) {
        to_look += f.nakijken() ? 1U : 0U;
        unread += f.herkomst == Herkomst::onleesbaar || f.herkomst == Herkomst::geen_formulier ? 1U : 0U;
    }
    for (const Stand& s : r.standen) {
        const scoring::Uitslag uitslag = s.telt ? r.formulieren[*s.telt].uitslag->uitslag : scoring::Uitslag::onbeslist;
        enough += uitslag == scoring::Uitslag::voldoende ? 1U : 0U;
        not_enough += uitslag == scoring::Uitslag::onvoldoende ? 1U : 0U;
        undecided += s.telt && uitslag == scoring::Uitslag::onbeslist ? 1U : 0U;
        uncounted += s.telt ? 0U : 1U;
    }
    std::set<std::string> profielen;
    bool groups = false;
    for (const Stand& s : r.standen) {
        profielen.insert(s.profiel);
        groups = groups || !s.groep.empty();
    }
    List criteria, worst;
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
        if (worst.size() < 3) worst.push_back(criteria.back());
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
                                         {"zelfde_uitslag", Value(o.zelfde_uitslag)},
                                         {"uitslag_een", Value(word_of(a))},
                                         {"uitslag_ander", Value(word_of(b))},
                                         {"verschillen", with_ends(differences(a, b))}}));
    }
    const auto some = [](std::size_t n) { return Value(n == 0 ? std::string() : std::to_string(n)); };
    return Value(Object{{"dossier", Value(dossier_of(r))},
                        {"conclusie", Value(conclusion(r.formulieren.size(), to_look))},
                        {"aantal_formulieren", Value(count_of(r.formulieren.size(), "formulier", "formulieren"))},
                        {"aantal_kandidaten", Value(count_of(people.size(), "kandidaat", "kandidaten"))},
                        {"aantal_nakijken", Value(count_of(to_look, "formulier", "formulieren"))},
                        {"aantal_onleesbaar", Value(unread == 0 ? std::string() : count_of(unread, "bestand", "bestanden"))},
                        {"aantal_voldoende", some(enough)},
                        {"aantal_onvoldoende", some(not_enough)},
                        {"aantal_onbeslist", some(undecided)},
                        {"aantal_niet_beslist", some(uncounted)},
                        {"nakijken", Value(to_look > 0)},
                        {"met_groep", Value(groups)},
                        {"meer_profielen", Value(profielen.size() > 1)},
                        {"kerntaken", with_ends(std::move(columns))},
                        {"kandidaten", with_ends(std::move(rows))},
                        {"bevindingen", with_ends(findings_of(r))},
                        {"ter_informatie", with_ends(information(r))},
                        {"criteria", with_ends(std::move(criteria))},
                        {"ergste", with_ends(std::move(worst))},
                        {"overeenstemming", with_ends(std::move(agreement))},
                        {"build", Value(Object{{"datum", Value(datum)}, {"datum_iso", Value(datum)}, {"programma", Value(programma)}})}});
}

}  // namespace dossier::resultaten
