#include "draft.hpp"

#include "words.hpp"

#include <algorithm>
#include <array>

namespace dossier::roundtrip {
namespace {

using namespace model;

Text as_text(std::string value) { return {std::move(value), {}}; }
Blok alinea(std::string tekst) { return {BlokSoort::alinea, "", std::move(tekst), {}}; }

class Maker {
public:
    Maker(Random& random, const Layout& layout)
        : r_(random), layout_(layout), raw_(layout.regels == Regels::raw), sparse_(random.chance(50)) {}

    Draft run() {
        Dossier& d = draft_.dossier;
        if (layout_.titelblad) titelblad();
        if (!raw_ && has(40)) leeswijzer();
        profielen();
        if (has(70)) d.basisdeel.beroepsgroep.context = tekst();
        if (has(50)) d.basisdeel.beroepsgroep.beroepshouding = tekst();
        if (has(50)) d.basisdeel.beroepsgroep.resultaat = tekst();
        const std::size_t most = sparse_ ? 1 : r_.chance(15) ? 4 : 2;
        for (std::size_t k = 1, n = r_.between(1, most); k <= n; ++k) d.basisdeel.kerntaken.push_back(kerntaak("B1-K" + std::to_string(k)));
        if (has(50)) generiek();
        for (Profiel& p : d.profielen) profieldeel(p);
        if (r_.chance(10)) onbekend();
        return std::move(draft_);
    }

private:
    /// Small dossiers show one fault at a time.
    bool has(std::size_t percent) { return r_.chance(sparse_ ? percent / 3 : percent); }

    void titelblad() {
        constexpr std::array<std::string_view, 5> kNamen{"Metselen", "Zorg en welzijn", "Pedagogisch werk", "Commercie en e-commerce",
                                                         "Resultaat door vakmanschap"};
        Dossier& d = draft_.dossier;
        d.naam = as_text(std::string(r_.pick(kNamen)));
        if (r_.chance(70)) d.crebo = as_text("23" + std::to_string(r_.between(100, 999)));
        if (r_.chance(60)) d.geldig_van = as_text("2025-08-01");
        if (r_.chance(40)) d.versie = as_text("2025-2");
        if (r_.chance(40)) d.sectorkamer = as_text("zorg, welzijn en sport");
        if (r_.chance(40)) d.vastgesteld = as_text("2024-11-12");
    }

    void leeswijzer() {
        constexpr std::array<std::string_view, 4> kTitels{"Opbouw dossier", "Taal en rekenen", "Verantwoordingsinformatie", "Resultaat"};
        std::vector<Paragraaf>& to = draft_.dossier.leeswijzer;
        if (r_.chance(60)) to.emplace_back().tekst = alineas(1);
        for (std::size_t i = 0, n = r_.between(1, 3); i < n; ++i) {
            Paragraaf& p = to.emplace_back();
            p.titel = as_text(std::string(kTitels[i]));
            p.tekst = alineas(r_.between(1, 2));
        }
    }

    void profielen() {
        const std::vector<std::string> namen = roundtrip::namen(r_);
        constexpr std::array<std::string_view, 3> kSoort{"basisberoepsopleiding", "vakopleiding", "middenkaderopleiding"};
        for (std::size_t i = 0, n = r_.between(1, 4); i < n; ++i) {
            Profiel& p = draft_.dossier.profielen.emplace_back();
            p.code = as_text("P" + std::to_string(i + 1));
            p.naam = as_text(namen[i]);
            p.niveau.value = static_cast<int>(r_.between(1, 4));
            p.soort = as_text(std::string(r_.pick(kSoort)));
            p.beroepsvereisten = as_text(r_.chance(80) ? "Nee" : "Ja");
            if (layout_.titelblad && r_.chance(60)) p.crebo = as_text("25" + std::to_string(100 + 10 * i + r_.below(10)));
        }
    }

    void profieldeel(Profiel& p) {
        if (layout_.overzicht == Overzicht::codes && r_.chance(20)) {
            // The published text tells some profielen in outline only.
            draft_.alleen_overzicht.insert(p.code.value);
            for (std::size_t k = 1, n = r_.below(3); k <= n; ++k) {
                Kerntaak& kerntaak = p.kerntaken.emplace_back();
                kerntaak.code = as_text(p.code.value + "-K" + std::to_string(k));
                kerntaak.titel = as_text(titel(r_));
                for (std::size_t w = 1, m = r_.between(1, 3); w <= m; ++w) {
                    Werkproces& werkproces = kerntaak.werkprocessen.emplace_back();
                    werkproces.code = as_text(kerntaak.code.value + "-W" + std::to_string(w));
                    werkproces.titel = as_text(titel(r_));
                }
            }
            return;
        }
        if (has(70)) p.typering = tekst();
        if (p.beroepsvereisten.value == "Ja" && r_.chance(70)) p.toelichting_beroepsvereisten = tekst();
        for (std::size_t k = 1, n = r_.below(3); k <= n && (!sparse_ || k == 1); ++k)
            p.kerntaken.push_back(kerntaak(p.code.value + "-K" + std::to_string(k)));
    }

    Kerntaak kerntaak(const std::string& code) {
        Kerntaak k;
        k.code = as_text(code);
        k.titel = as_text(titel(r_));
        if (has(80)) k.complexiteit = tekst();
        if (has(80)) k.verantwoordelijkheid = tekst();
        if (has(80)) k.vakkennis = vakkennis(r_.chance(70) ? "De beginnend beroepsbeoefenaar:" : "");
        if (!k.complexiteit.empty()) eisen(code, Plaats::complexiteit);
        if (!k.verantwoordelijkheid.empty()) eisen(code, Plaats::verantwoordelijkheid);
        if (!k.vakkennis.empty()) eisen(code, Plaats::vakkennis);
        for (std::size_t w = 1, n = sparse_ ? 1 : r_.between(1, 3); w <= n; ++w)
            k.werkprocessen.push_back(werkproces(code + "-W" + std::to_string(w)));
        return k;
    }

    Werkproces werkproces(const std::string& code) {
        Werkproces w;
        w.code = as_text(code);
        w.titel = as_text(titel(r_));
        if (has(90)) w.omschrijving = tekst();
        if (has(80)) w.resultaat = tekst();
        if (has(90)) w.gedrag = gedrag(r_.chance(80) ? aanhef(r_) : "");
        if (!w.gedrag.empty()) w.competenties = competenties();
        if (!w.omschrijving.empty()) eisen(code, Plaats::omschrijving);
        if (!w.resultaat.empty()) eisen(code, Plaats::resultaat);
        if (!w.gedrag.empty()) eisen(code, Plaats::gedrag);
        if (!w.competenties.empty()) eisen(code, Plaats::competenties);
        return w;
    }

    Vakkennis vakkennis(const std::string& aanhef) {
        Vakkennis out;
        out.aanhef = as_text(aanhef);
        const bool bare = r_.chance(30);
        for (std::size_t i = 0, n = bare ? 1 : r_.between(1, 3); i < n; ++i) {
            Rubriek& rubriek = out.rubrieken.emplace_back();
            if (!(bare || (i == 0 && r_.chance(10)))) rubriek.titel = as_text(roundtrip::rubriek(r_));
            for (std::size_t j = 0, m = r_.between(1, 4); j < m; ++j) rubriek.items.push_back(as_text(item(r_)));
        }
        return out;
    }

    Gedrag gedrag(const std::string& aanhef) {
        Gedrag out;
        out.aanhef = as_text(aanhef);
        const bool signs = r_.chance(90);
        for (std::size_t i = 0, n = r_.between(1, 5); i < n; ++i)
            out.criteria.push_back(as_text(criterium(r_) + (!signs ? "" : i + 1 < n ? ";" : ".")));
        return out;
    }

    std::vector<Text> competenties() {
        std::vector<Text> out;
        for (std::size_t i = 0, n = r_.between(1, 5); i < n; ++i) {
            Text one = as_text(std::string(r_.pick(model::competenties()).naam));
            if (std::none_of(out.begin(), out.end(), [&](const Text& t) { return t.value == one.value; })) out.push_back(std::move(one));
        }
        return out;
    }

    Tekst alineas(std::size_t n) {
        Tekst out;
        for (std::size_t i = 0; i < n; ++i) {
            std::string text = zin(r_);
            for (std::size_t more = r_.below(4); more > 0; --more) text += ' ' + zin(r_);
            out.blokken.push_back(alinea(std::move(text)));
        }
        return out;
    }

    /// Without blank lines a reader cannot tell where one paragraph ends and the next begins: there is one.
    /// A footnote below an aanvullende eis may be about the whole part: a reader cannot tell.
    Tekst tekst(bool extra = false) {
        Tekst out = alineas(raw_ ? 1 : r_.between(1, 3));
        if (r_.chance(15)) {
            out.blokken.back().tekst += " Hij let op:";
            out.blokken.push_back(lijst(r_.chance(30)));
            if (!raw_ && r_.chance(50)) out.blokken.push_back(alinea(zin(r_)));
        }
        if (!extra && r_.chance(10))
            out.blokken.push_back(
                {BlokSoort::voetnoot, "*", "Waar in dit dossier 'klant' staat, is ook de (interne) opdrachtgever te lezen.", {}});
        return out;
    }

    Blok lijst(bool numbered) {
        Blok out{numbered ? BlokSoort::nummering : BlokSoort::opsomming, "", "", {}};
        const bool signs = r_.chance(80);
        const std::size_t n = r_.between(2, 4);
        for (std::size_t i = 0; i < n; ++i) {
            const std::string end = !signs ? "" : i + 1 == n ? "." : i + 2 == n && r_.chance(20) ? "; en" : ";";
            out.punten.push_back({numbered ? std::to_string(i + 1) + "." : "-", punt(r_) + end, {}});
        }
        if (numbered && signs && r_.chance(30)) {
            Blok onder{BlokSoort::nummering, "", "", {{"a.", punt(r_) + ";", {}}, {"b.", punt(r_) + ";", {}}}};
            out.punten.front().tekst.back() = ':';
            out.punten.front().onder.push_back(std::move(onder));
        }
        return out;
    }

    void generiek() {
        Generiek& g = draft_.dossier.basisdeel.generiek;
        g.inleiding.blokken.push_back(
            alinea("Elke kwalificatie kent - naast (beroepsgerichte) specifieke kwalificatie-eisen - ook generieke kwalificatie-eisen."));
        const auto add = [&](const char* code, const char* titel, int niveau, const std::string& in, const std::string& link,
                             const char* url) {
            GeneriekOnderdeel& o = g.onderdelen.emplace_back();
            o.code = as_text(code);
            o.titel = as_text(titel);
            o.alleen_niveau.value = niveau;
            o.tekst.blokken.push_back(
                alinea("Dit generieke examenonderdeel maakt deel uit van elke kwalificatie in dit kwalificatiedossier. De "
                       "kwalificatie-eisen voor dit generieke onderdeel zijn opgenomen in " +
                       in + ". Deze bijlage is te vinden op " + url + " en vormt integraal onderdeel van het kwalificatiedossier."));
            o.links.push_back({as_text(link), as_text(url), {}});
        };
        add("nederlands", "Nederlandse taal", 0, "bijlage 1 bij het Besluit referentieniveaus Nederlandse taal en rekenen",
            "Bijlage 1 bij het Besluit referentieniveaus Nederlandse taal en rekenen", "https://wetten.overheid.nl/BWBR0027879");
        add("rekenen", "Rekenen", 0, "de bijlagen 2 en 3 bij het Besluit referentieniveaus Nederlandse taal en rekenen",
            "Bijlagen 2 en 3 bij het Besluit referentieniveaus Nederlandse taal en rekenen", "https://wetten.overheid.nl/BWBR0027879");
        if (r_.chance(50))
            add("engels", "Engels (alleen voor niveau 4)", 4, "bijlage 2 bij het Examen- en kwalificatiebesluit beroepsopleidingen WEB",
                "Bijlage 2 bij het Examen- en kwalificatiebesluit beroepsopleidingen WEB", "https://wetten.overheid.nl/BWBR0027963");
    }

    void eisen(const std::string& code, Plaats plaats) {
        if (!code.starts_with('B') || !r_.chance(25)) return;
        std::vector<Eisblok>& to = draft_.eisen[{code, plaats}];
        // A profiel has one aanhef in a place, so all blocks of the place have the same.
        const std::string above = r_.chance(25) ? aanhef(r_) : "";
        for (std::size_t i = 0, n = r_.chance(30) ? r_.between(2, 3) : 1; i < n; ++i) {
            Eisblok& b = to.emplace_back();
            for (const Profiel& p : draft_.dossier.profielen)
                if (r_.chance(40)) b.voor.push_back(p.code.value);
            if (b.voor.empty()) b.voor.push_back(r_.pick(draft_.dossier.profielen).code.value);
            b.noem = static_cast<Noem>(r_.below(8));
            b.zin = r_.chance(85) ? 0 : r_.below(4);
            switch (plaats) {
                case Plaats::vakkennis: b.vakkennis = vakkennis(above.empty() ? "" : "De beginnend beroepsbeoefenaar:"); break;
                case Plaats::gedrag: b.gedrag = gedrag(above); break;
                case Plaats::competenties:
                    b.competenties = competenties();
                    b.op_de_regel = r_.chance(70);
                    break;
                default:
                    b.tekst = tekst(true);
                    b.op_de_regel = b.tekst.blokken.size() == 1 && r_.chance(25);
                    break;
            }
        }
    }

    void onbekend() {
        if (draft_.eisen.empty()) return;
        auto at = draft_.eisen.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(r_.below(draft_.eisen.size())));
        Eisblok& b = at->second[r_.below(at->second.size())];
        b.onbekend = true;
        b.noem = std::array{Noem::naam, Noem::de_naam, Noem::code}[r_.below(3)];
    }

    Random& r_;
    const Layout& layout_;
    bool raw_;
    bool sparse_;
    Draft draft_;
};

template <class List> void append(List& to, const List& more) { to.insert(to.end(), more.begin(), more.end()); }

void add(Kerntaak& k, const std::string& profiel, Plaats plaats, const Eisblok& b) {
    AanvullendeEisKerntaak& e = eis_of(k.aanvullende_eisen, profiel, {});
    if (plaats == Plaats::vakkennis) {
        e.vakkennis.aanhef = b.vakkennis.aanhef;
        append(e.vakkennis.rubrieken, b.vakkennis.rubrieken);
    } else {
        append((plaats == Plaats::complexiteit ? e.complexiteit : e.verantwoordelijkheid).blokken, b.tekst.blokken);
    }
}

void add(Werkproces& w, const std::string& profiel, Plaats plaats, const Eisblok& b) {
    AanvullendeEisWerkproces& e = eis_of(w.aanvullende_eisen, profiel, {});
    if (plaats == Plaats::gedrag) {
        e.gedrag.aanhef = b.gedrag.aanhef;
        append(e.gedrag.criteria, b.gedrag.criteria);
    } else if (plaats == Plaats::competenties) {
        append(e.competenties, b.competenties);
    } else {
        append((plaats == Plaats::omschrijving ? e.omschrijving : e.resultaat).blokken, b.tekst.blokken);
    }
}

template <class Visit> void each_kerntaak(Dossier& d, const Visit& visit) {
    for (Kerntaak& k : d.basisdeel.kerntaken) visit(k);
    for (Profiel& p : d.profielen)
        for (Kerntaak& k : p.kerntaken) visit(k);
}

void join_untitled(Vakkennis& v) {
    std::vector<Rubriek> out;
    for (Rubriek& r : v.rubrieken) {
        if (!out.empty() && out.back().titel.value.empty() && r.titel.value.empty()) append(out.back().items, r.items);
        else out.push_back(std::move(r));
    }
    v.rubrieken = std::move(out);
}

/// A competentie that two headings give is one competentie.
std::vector<Text> once(const std::vector<Text>& list) {
    std::vector<Text> out;
    for (const Text& t : list)
        if (std::none_of(out.begin(), out.end(), [&](const Text& o) { return o.value == t.value; })) out.push_back(t);
    return out;
}

template <class Eis> void sort_eisen(std::vector<Eis>& eisen) {
    std::stable_sort(eisen.begin(), eisen.end(), [](const Eis& a, const Eis& b) { return a.profiel.value < b.profiel.value; });
}

}  // namespace

Draft make_draft(Random& random, const Layout& layout) { return Maker(random, layout).run(); }

bool must_fail(const Draft& draft) {
    return std::any_of(draft.eisen.begin(), draft.eisen.end(), [](const auto& place) {
        return std::any_of(place.second.begin(), place.second.end(), [](const Eisblok& b) { return b.onbekend; });
    });
}

Dossier meaning(const Draft& draft, const Layout& layout) {
    Dossier d = draft.dossier;
    each_kerntaak(d, [&](Kerntaak& k) {
        const auto place = [&](auto& of, Plaats plaats) {
            const auto found = draft.eisen.find({of.code.value, plaats});
            if (found == draft.eisen.end()) return;
            for (const Eisblok& b : found->second)
                for (const std::string& profiel : b.voor) add(of, profiel, plaats, b);
        };
        for (const Plaats p : {Plaats::complexiteit, Plaats::verantwoordelijkheid, Plaats::vakkennis}) place(k, p);
        for (Werkproces& w : k.werkprocessen)
            for (const Plaats p : {Plaats::omschrijving, Plaats::resultaat, Plaats::gedrag, Plaats::competenties}) place(w, p);
    });
    if (layout.overzicht == Overzicht::geen)
        for (Profiel& p : d.profielen) p.soort = {};
    if (!layout.titelblad) {
        d.naam = d.crebo = d.versie = d.vastgesteld = d.geldig_van = d.sectorkamer = {};
        for (Profiel& p : d.profielen) p.crebo = {};
    }
    return d;
}

Dossier normal(Dossier d) {
    d.beoordeling = {};
    each_kerntaak(d, [](Kerntaak& k) {
        join_untitled(k.vakkennis);
        for (AanvullendeEisKerntaak& e : k.aanvullende_eisen) join_untitled(e.vakkennis);
        sort_eisen(k.aanvullende_eisen);
        for (Werkproces& w : k.werkprocessen)
            for (AanvullendeEisWerkproces& e : w.aanvullende_eisen) e.competenties = once(e.competenties);
        for (Werkproces& w : k.werkprocessen) sort_eisen(w.aanvullende_eisen);
    });
    return d;
}

}  // namespace dossier::roundtrip
