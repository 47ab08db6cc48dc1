/// The was-wordt list as ordered values for its templates.

#include "changes/wijzigingen.hpp"

#include <algorithm>

namespace dossier::changes {
namespace {

using diff::Soort;
using diff::Staat;
using diff::Stuk;
using diff::Verschil;
using diff::Wijziging;
using view::List;
using view::Object;
using view::Value;
using view::with_ends;

Value number(std::size_t n) { return Value(n == 0 ? std::string("-") : std::to_string(n)); }

Value view_counts(const Verschil& v) {
    List out;
    for (const diff::Telling& t : v.telling)
        if (t.nieuw + t.vervallen + t.verplaatst + t.hernummerd + t.gewijzigd + t.gelijk > 0)
            out.push_back(Value(Object{{"soort", Value(diff::woord(t.soort))},
                                       {"nieuw", number(t.nieuw)},
                                       {"vervallen", number(t.vervallen)},
                                       {"verplaatst", number(t.verplaatst)},
                                       {"hernummerd", number(t.hernummerd)},
                                       {"gewijzigd", number(t.gewijzigd)},
                                       {"ongewijzigd", number(t.gelijk)}}));
    return with_ends(std::move(out));
}

Value view_parts(const Verschil& v) {
    const std::vector<bool> apart = diff::rated_apart(v);
    List out;
    for (std::size_t i = 0; i < v.alles.size(); ++i) {
        const Wijziging& w = v.alles[i];
        const bool basis = w.soort == Soort::deel && w.naam == "basisdeel";
        const bool part = w.soort == Soort::profiel || w.soort == Soort::kerntaak || w.soort == Soort::werkproces;
        if (w.staat == Staat::vertrokken || (!basis && !part)) continue;
        if (w.soort == Soort::werkproces && !apart[i]) continue;
        const bool gone = w.staat == Staat::vervallen;
        const int c = basis ? 0 : w.soort == Soort::profiel ? diff::categorie_kwalificatie(v, i) : diff::categorie(v, i);
        out.push_back(Value(Object{
            {"kop", Value(basis)},
            {"kwalificatie", Value(w.soort == Soort::profiel)},
            {"kerntaak", Value(w.soort == Soort::kerntaak)},
            {"werkproces", Value(w.soort == Soort::werkproces)},
            {"code", Value(gone ? w.code_oud : w.code_nieuw)},
            {"titel", Value(basis  ? std::string("Basisdeel")
                            : gone ? w.oud
                                   : w.nieuw)},
            {"was", Value(!gone && w.code_oud != w.code_nieuw ? w.code_oud : std::string())},
            {"categorie", Value(c == 0 ? std::string() : std::to_string(c))},
            {"woord", Value(diff::woord_categorie(c))},
        }));
    }
    return with_ends(std::move(out));
}

/// Pieces without line ends: a piece after one says so. The space after a changed word is not part of the change; one before it
/// is, but stands apart.
Value view_pieces(const std::vector<Stuk>& words) {
    std::vector<Stuk> stukken;
    for (const Stuk& s : words) {
        const std::size_t end = s.tekst.find_last_not_of(' ') + 1;
        const bool apart = s.soort != Stuk::Soort::gelijk && end > 0 && end < s.tekst.size();
        stukken.push_back({s.soort, apart ? s.tekst.substr(0, end) : s.tekst});
        if (apart) stukken.push_back({Stuk::Soort::gelijk, " "});
    }
    List out;
    bool fresh = false;
    for (const Stuk& s : stukken) {
        for (std::size_t at = 0; at <= s.tekst.size();) {
            const std::size_t end = std::min(s.tekst.find('\n', at), s.tekst.size());
            if (end > at) {
                const bool spaced = s.soort != Stuk::Soort::gelijk && s.tekst[at] == ' ' && end > at + 1;
                const std::size_t begin = spaced ? at + 1 : at;
                out.push_back(Value(Object{{"ervoor", Value(s.tekst.substr(at, begin - at))},
                                           {"tekst", Value(s.tekst.substr(begin, end - begin))},
                                           {"gelijk", Value(s.soort == Stuk::Soort::gelijk)},
                                           {"weg", Value(s.soort == Stuk::Soort::weg)},
                                           {"nieuw", Value(s.soort == Stuk::Soort::nieuw)},
                                           {"regel", Value(fresh && !out.empty())}}));
                fresh = false;
            }
            if (end < s.tekst.size()) fresh = true;
            at = end + 1;
        }
    }
    return with_ends(std::move(out));
}

Value view_line(const diff::Regel& regel) {
    List merken;
    for (const std::string& merk : regel.merken) merken.push_back(Value(Object{{"woord", Value(merk)}, {"sleutel", Value(slug(merk))}}));
    const auto any = [&](Stuk::Soort not_this) {
        return std::any_of(regel.stukken.begin(), regel.stukken.end(), [&](const Stuk& s) { return s.soort != not_this; });
    };
    return Value(Object{{"wat", Value(regel.wat)},
                        {"merken", with_ends(std::move(merken))},
                        {"toelichting", Value(regel.toelichting)},
                        {"heeft_was", Value(any(Stuk::Soort::nieuw))},
                        {"heeft_wordt", Value(any(Stuk::Soort::weg))},
                        {"stukken", view_pieces(regel.stukken)}});
}

Value view_groups(const std::vector<diff::Groep>& groepen) {
    List out;
    for (const diff::Groep& g : groepen) {
        List regels;
        for (const diff::Regel& r : g.regels) regels.push_back(view_line(r));
        out.push_back(Value(Object{{"niveau", Value(g.niveau)},
                                   {"deel", Value(g.niveau == 1)},
                                   {"kerntaak", Value(g.niveau == 2)},
                                   {"werkproces", Value(g.niveau == 3)},
                                   {"titel", Value(g.titel)},
                                   {"id", Value("w" + std::to_string(g.index))},
                                   {"categorie", Value(g.categorie == 0 ? std::string() : std::to_string(g.categorie))},
                                   {"woord", Value(diff::woord_categorie(g.categorie))},
                                   {"regels", with_ends(std::move(regels))}}));
    }
    return with_ends(std::move(out));
}

Value view_forms(const std::vector<diff::Formulier>& formulieren) {
    List out;
    for (std::size_t i = 0; i < formulieren.size();) {
        const std::string& profiel = formulieren[i].profiel;
        List again;
        List same;
        for (; i < formulieren.size() && formulieren[i].profiel == profiel; ++i) {
            const diff::Formulier& f = formulieren[i];
            List redenen;
            for (const std::string& r : f.redenen) redenen.push_back(Value(Object{{"tekst", Value(r)}}));
            if (f.alleen_kenmerk) same.push_back(Value(Object{{"titel", Value(f.kort)}}));
            else
                again.push_back(Value(Object{{"titel", Value(f.titel)},
                                             {"pad", Value(f.pad)},
                                             {"nieuw", Value(f.nieuw)},
                                             {"vervallen", Value(f.vervallen)},
                                             {"redenen", with_ends(std::move(redenen))}}));
        }
        out.push_back(
            Value(Object{{"naam", Value(profiel)}, {"formulieren", with_ends(std::move(again))}, {"zelfde", with_ends(std::move(same))}}));
    }
    return with_ends(std::move(out));
}

}  // namespace

Value view_changes(const Verschil& verschil, const std::vector<diff::Formulier>& formulieren, const diff::Koppen& koppen,
                   const view::Build& build) {
    const auto groepen = diff::list_changes(verschil);
    std::size_t count = 0;
    for (const diff::Groep& g : groepen) count += g.regels.size();
    const int c = diff::categorie(verschil, 0);
    return Value(Object{
        {"was", Value(koppen.oud)},
        {"wordt", Value(koppen.nieuw)},
        {"gelijk", Value(verschil.gelijk() && formulieren.empty())},
        {"categorie", Value(c)},
        {"categorie_woord", Value(diff::woord_categorie(c))},
        {"aantal_wijzigingen", Value(static_cast<int>(count))},
        {"telling", view_counts(verschil)},
        {"onderdelen", view_parts(verschil)},
        {"groepen", view_groups(groepen)},
        {"profielen", view_forms(formulieren)},
        {"build", *view::view_dossier({}, build).find("build")},  // the run as all documents have it
    });
}

}  // namespace dossier::changes
