#include "diff/match.hpp"

#include <algorithm>

namespace dossier::diff {
namespace {

/// A part as people call it in a sentence.
std::string label(const Side& side, int i) {
    const Element& e = side.at(i);
    if (e.soort == Soort::aanvullende_eis) return label(side, e.ouder) + " (alleen " + e.profiel + ")";
    if (!e.code.empty()) return e.code;
    if (e.soort == Soort::rubriek) {
        const std::string above = label(side, e.ouder);
        return e.tekst.empty() ? above : above + ", " + e.tekst;
    }
    return e.tekst.empty() ? e.naam : dossier::quoted(e.tekst);
}

/// What a code adds to that of the part it stands under: "-W2" of B1-K1-W2.
std::string own_part(const Side& side, int i) {
    const std::string& code = side.at(i).code;
    for (int up = side.at(i).ouder; up >= 0; up = side.at(up).ouder)
        if (const std::string& above = side.at(up).code; !above.empty())
            return code.starts_with(above + '-') ? code.substr(above.size()) : code;
    return code;
}

class Comparer {
public:
    Comparer(Side& old, Side& now) : old_(old), now_(now), in_old_(old), in_now_(now) {}

    Verschil run() {
        both(0, 0, -1, 0);
        count();
        return std::move(out_);
    }

private:
    Wijziging& open(const Element& e, int ouder, int diepte, Staat staat) {
        Wijziging w;
        w.soort = e.soort;
        w.naam = e.naam;
        w.landelijk = e.landelijk;
        w.ouder = ouder;
        w.diepte = diepte;
        w.staat = staat;
        out_.alles.push_back(std::move(w));
        return out_.alles.back();
    }
    static void set_old(Wijziging& w, const Element& e) {
        w.code_oud = e.code;
        w.oud = e.tekst;
        w.profiel_oud = e.profiel;
    }
    static void set_now(Wijziging& w, const Element& e) {
        w.code_nieuw = e.code;
        w.nieuw = e.tekst;
        w.profiel_nieuw = e.profiel;
    }
    [[nodiscard]] int last() const { return static_cast<int>(out_.alles.size()) - 1; }

    void both(int a, int b, int ouder, int diepte) {
        Wijziging& w = open(now_.at(b), ouder, diepte, Staat::gelijk);
        set_old(w, old_.at(a));
        set_now(w, now_.at(b));
        w.verplaatst = a != 0 && old_.partner_of(old_.at(a).ouder) != now_.at(b).ouder;
        w.hernummerd = !w.verplaatst && own_part(old_, a) != own_part(now_, b);
        w.gewijzigd = w.oud != w.nieuw;
        w.volgorde = reordered(a, b);
        if (w.verplaatst) w.van = label(old_, old_.at(a).ouder), w.naar = label(now_, now_.at(b).ouder);
        if (w.gewijzigd) w.woorden = compare_words(w.oud, w.nieuw);
        if (w.verplaatst || w.hernummerd || w.gewijzigd || w.volgorde) w.staat = Staat::veranderd;
        family(a, b, last(), diepte + 1);
    }

    /// The children of both, in the new order; those that are gone after the one they followed.
    void family(int a, int b, int ouder, int diepte) {
        std::vector<std::vector<int>> gone_after(now_.children[static_cast<std::size_t>(b)].size() + 1);
        std::size_t anchor = 0;
        const auto& siblings = now_.children[static_cast<std::size_t>(b)];
        for (const int child : old_.children[static_cast<std::size_t>(a)]) {
            const int partner = old_.partner_of(child);
            if (partner >= 0 && now_.at(partner).ouder == b)
                anchor = static_cast<std::size_t>(std::lower_bound(siblings.begin(), siblings.end(), partner) - siblings.begin()) + 1;
            else gone_after[anchor].push_back(child);
        }
        for (const int child : gone_after[0]) gone(child, ouder, diepte);
        for (std::size_t i = 0; i < siblings.size(); ++i) {
            came(siblings[i], ouder, diepte);
            for (const int child : gone_after[i + 1]) gone(child, ouder, diepte);
        }
    }

    void came(int b, int ouder, int diepte) {
        if (const int a = now_.partner_of(b); a >= 0) return both(a, b, ouder, diepte);
        Wijziging& w = open(now_.at(b), ouder, diepte, Staat::nieuw);
        set_now(w, now_.at(b));
        w.verwant = related(now_, b, old_, in_old_);
        const int here = last();
        for (const int child : now_.children[static_cast<std::size_t>(b)]) came(child, here, diepte + 1);
    }

    void gone(int a, int ouder, int diepte) {
        const int b = old_.partner_of(a);
        Wijziging& w = open(old_.at(a), ouder, diepte, b >= 0 ? Staat::vertrokken : Staat::vervallen);
        set_old(w, old_.at(a));
        if (b >= 0) {  // its children are listed where it is now
            set_now(w, now_.at(b));
            w.van = label(old_, old_.at(a).ouder);
            w.naar = label(now_, now_.at(b).ouder);
            return;
        }
        w.verwant = related(old_, a, now_, in_now_);
        const int here = last();
        for (const int child : old_.children[static_cast<std::size_t>(a)]) gone(child, here, diepte + 1);
    }

    /// Children without a code that are in both, in another order. A code shows its own order.
    [[nodiscard]] bool reordered(int a, int b) const {
        int before = -1;
        for (const int child : old_.children[static_cast<std::size_t>(a)]) {
            const int partner = old_.partner_of(child);
            const Element& e = old_.at(child);
            if (partner < 0 || now_.at(partner).ouder != b || !e.code.empty() || e.soort == Soort::deel || e.soort == Soort::veld) continue;
            if (partner < before) return true;
            before = partner;
        }
        return false;
    }

    /// A text without partner whose words are nearly all in one text of the other side that lost or gained words: it was
    /// split off, or went into it.
    static std::string related(const Side& side, int i, const Side& other, const Index& index) {
        const Element& e = side.at(i);
        if (e.soort != Soort::criterium && e.soort != Soort::vakkennis) return {};
        const auto& words = side.own[static_cast<std::size_t>(i)];
        const int above = side.partner_of(e.ouder);
        if (words.size() < 3 || above < 0) return {};
        for (const int j : index.candidates(words, other.children[static_cast<std::size_t>(above)])) {
            if (other.at(j).soort != e.soort || other.at(j).ouder != above) continue;
            const int twin = other.partner_of(j);
            const bool as_it_was = twin >= 0 && side.at(twin).tekst == other.at(j).tekst;
            if (as_it_was || shared(words, other.own[static_cast<std::size_t>(j)]) * 10 < words.size() * 7) continue;
            return other.at(j).code.empty() ? dossier::quoted(other.at(j).tekst) : other.at(j).code;
        }
        return {};
    }

    void count() {
        for (const Soort soort : {Soort::profiel, Soort::kerntaak, Soort::werkproces, Soort::criterium, Soort::vakkennis,
                                  Soort::aanvullende_eis, Soort::competentie, Soort::generiek_onderdeel}) {
            Telling t{soort};
            for (const Wijziging& w : out_.alles) {
                if (w.soort != soort) continue;
                t.nieuw += w.staat == Staat::nieuw ? 1U : 0U;
                t.vervallen += w.staat == Staat::vervallen ? 1U : 0U;
                t.gelijk += w.staat == Staat::gelijk ? 1U : 0U;
                t.verplaatst += w.staat == Staat::veranderd && w.verplaatst ? 1U : 0U;
                t.hernummerd += w.staat == Staat::veranderd && w.hernummerd ? 1U : 0U;
                t.gewijzigd += w.staat == Staat::veranderd && w.gewijzigd ? 1U : 0U;
            }
            out_.telling.push_back(t);
        }
    }

    Side& old_;
    Side& now_;
    Index in_old_, in_now_;
    Verschil out_;
};

}  // namespace

Verschil compare(const model::Dossier& old, const model::Dossier& now) {
    Side a(elements(old));
    Side b(elements(now));
    match(a, b);
    return Comparer(a, b).run();
}

bool Verschil::gelijk() const {
    return std::all_of(alles.begin(), alles.end(), [](const Wijziging& w) {
        return w.staat == Staat::gelijk && w.code_oud == w.code_nieuw && w.profiel_oud == w.profiel_nieuw;
    });
}

}  // namespace dossier::diff
