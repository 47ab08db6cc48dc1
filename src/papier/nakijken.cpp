#include "papier/nakijken.hpp"

#include <algorithm>

namespace dossier::papier {
namespace {

using filled::OnPaper;
using view::List;
using view::Object;
using view::Value;
using view::with_ends;

std::string why(const OnPaper& p) {
    using D = OnPaper::Doubt;
    switch (p.doubt) {
        case D::none: return "";
        case D::faint: return "Er staat een zwak of klein teken.";
        case D::two_marks: return "Er lijkt meer dan een keuze aangekruist.";
        case D::corrected: return "Een keuze is zwart gemaakt en een andere aangekruist. Is dat een verbetering?";
        case D::beside: return "Er staat inkt naast de keuzes en in geen ervan.";
        case D::not_seen:
            return "Een deel van de keuzes is niet te zien, of de scan is zo bleek of zwart-wit dat een kruisje weg kan zijn.";
        case D::handwriting: return "Hier is met de pen geschreven. Neem over wat er staat.";
    }
    return "";
}

/// The blad that a field was read from.
const Blad* blad_of(const OnPaper& p, const Formulier& f, const std::vector<Blad>& bladen) {
    for (const std::size_t i : f.bladen)
        if (bladen[i].bestand == p.file && bladen[i].page.number == p.page) return &bladen[i];
    return nullptr;
}

std::vector<Keuze> keuzes_of(const std::string& veld, const Blad& blad, const scans::Atlas& atlas) {
    std::vector<Keuze> out;
    if (const layout::PageMap* map = scans::map_of(atlas, blad.page.code))
        for (const layout::MapChoice& c : map->choices)
            if (c.field == veld) out.push_back({c.value, spaced(c.value)});
    return out;
}

Value picture(const std::string& png) { return Value(png.empty() ? std::string() : "data:image/png;base64," + base64(png)); }

Value choice(const Keuze& keuze, const Vraag& vraag, const std::string& id, std::size_t n) {
    return Value(Object{{"id", Value(id + "-" + std::to_string(n))},
                        {"vraag", Value(id)},
                        {"waarde", Value(keuze.waarde)},
                        {"opschrift", Value(keuze.opschrift)},
                        {"toets", Value(n > 9 ? std::string() : std::to_string(n))},
                        {"gedacht", Value(!vraag.lijkt_op.empty() && vraag.lijkt_op == keuze.waarde)}});
}

Value question(const Vraag& v, const std::string& id) {
    List keuzes;
    for (const Keuze& k : v.keuzes) keuzes.push_back(choice(k, v, id, keuzes.size() + 1));
    return Value(Object{{"id", Value(id)},
                        {"bestand", Value(v.bestand)},
                        {"bladzijde", Value(std::to_string(v.bladzijde))},
                        {"veld", Value(v.veld)},
                        {"kop", Value(v.kop)},
                        {"tekst", Value(v.tekst)},
                        {"waarom", Value(v.waarom)},
                        {"lijkt_op", Value(v.lijkt_op.empty() ? std::string() : spaced(v.lijkt_op))},
                        {"plaatje", picture(v.plaatje)},
                        {"tekstveld", Value(v.keuzes.empty())},
                        {"keuzes", with_ends(std::move(keuzes))}});
}

Value form(const NakijkFormulier& f, const std::string& id) {
    List remarks, questions, writing;
    for (const std::string& o : f.opmerkingen) remarks.push_back(Value(Object{{"tekst", Value(o)}}));
    for (const Vraag& v : f.vragen) questions.push_back(question(v, id + "-vraag-" + std::to_string(questions.size() + 1)));
    for (const Handschrift& h : f.handschrift)
        writing.push_back(Value(Object{{"kop", Value(h.kop)}, {"gedrukt", Value(h.gedrukt)}, {"plaatje", picture(h.plaatje)}}));
    return Value(Object{{"id", Value(id)},
                        {"wie", Value(f.wie)},
                        {"titel", Value(f.titel)},
                        {"plaats", Value(f.plaats)},
                        {"aantal", Value(count_of(f.vragen.size(), "vraag", "vragen"))},
                        {"opmerkingen", with_ends(std::move(remarks))},
                        {"vragen", with_ends(std::move(questions))},
                        {"handschrift", with_ends(std::move(writing))}});
}

}  // namespace

std::string kop_van(const std::string& veld) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (veld.empty() || !capital(veld.front())) return spaced(veld);
    const std::size_t last = veld.rfind('-');
    if (last == std::string::npos || last + 1 == veld.size() || capital(veld[last + 1])) return veld;
    return veld.substr(0, last) + ' ' + veld.substr(last + 1);
}

std::vector<Vraag> vragen_van(const Formulier& formulier, const std::vector<Blad>& bladen, const scans::Atlas& atlas) {
    std::vector<Vraag> out;
    for (const filled::Field& f : formulier.form.fields) {
        const bool conflict = std::find(f.doubts.begin(), f.doubts.end(), filled::Doubt::two_values) != f.doubts.end();
        if (!f.paper || (f.paper->doubt == OnPaper::Doubt::none && !conflict)) continue;
        const Blad* blad = blad_of(*f.paper, formulier, bladen);
        if (!blad) continue;
        Vraag v;
        v.bestand = blad->identity;
        v.bladzijde = blad->page.number;
        v.veld = f.name;
        v.kop = kop_van(f.name);
        v.waarom = conflict ? "Deze bladzijde is twee keer gescand, met andere keuzes." : why(*f.paper);
        v.lijkt_op = f.paper->looks_like;
        if (f.kind == filled::Kind::choice) {
            v.keuzes = keuzes_of(f.name, *blad, atlas);
            v.keuzes.push_back({"", "niets aangekruist"});
        }
        out.push_back(std::move(v));
    }
    return out;
}

Value view_nakijken(const Nakijken& n, const std::string& dossier, const std::string& programma, const std::string& datum) {
    List forms, pages;
    std::size_t questions = 0;
    for (const NakijkFormulier& f : n.formulieren) {
        forms.push_back(form(f, "formulier-" + std::to_string(forms.size() + 1)));
        questions += f.vragen.size();
    }
    for (const LosBlad& b : n.bladen)
        pages.push_back(Value(Object{{"plaats", Value(b.plaats)}, {"tekst", Value(b.tekst)}, {"plaatje", picture(b.plaatje)}}));
    return Value(Object{{"dossier", Value(dossier)},
                        {"aantal", Value(std::to_string(questions))},
                        {"aantal_vragen", Value(questions == 0 ? std::string() : count_of(questions, "vraag", "vragen"))},
                        {"aantal_formulieren", Value(count_of(n.formulieren.size(), "formulier", "formulieren"))},
                        {"aantal_bladen", Value(n.bladen.empty() ? std::string() : count_of(n.bladen.size(), "bladzijde", "bladzijden"))},
                        {"formulieren", with_ends(std::move(forms))},
                        {"bladen", with_ends(std::move(pages))},
                        {"build", Value(Object{{"datum", Value(datum)}, {"datum_iso", Value(datum)}, {"programma", Value(programma)}})}});
}

}  // namespace dossier::papier
