#include "features.hpp"

#include "wrap.hpp"

#include <algorithm>

namespace dossier::roundtrip {
namespace {

using namespace model;

class Features {
public:
    std::set<std::string> run(const Draft& draft, const Layout& layout) {
        of_layout(layout);
        const Dossier& d = draft.dossier;
        add(!d.leeswijzer.empty(), "leeswijzer");
        add(!d.basisdeel.generiek.empty(), "generiek");
        for (std::size_t i = 1; i < d.profielen.size(); ++i)
            add(d.profielen[i - 1].kerntaken.empty() && !d.profielen[i].kerntaken.empty(), "bare-profiel-first");
        add(!draft.alleen_overzicht.empty(), "outline");
        for (const Tekst* t :
             {&d.basisdeel.beroepsgroep.context, &d.basisdeel.beroepsgroep.beroepshouding, &d.basisdeel.beroepsgroep.resultaat})
            tekst(*t);
        for (const Kerntaak& k : d.basisdeel.kerntaken) kerntaak(k);
        for (const Profiel& p : d.profielen) {
            tekst(p.typering);
            tekst(p.toelichting_beroepsvereisten);
            for (const Kerntaak& k : p.kerntaken) kerntaak(k);
        }
        for (const auto& [place, blocks] : draft.eisen) {
            add(blocks.size() > 1, "blocks");
            for (const Eisblok& b : blocks) eis(place.second, b);
        }
        return std::move(out_);
    }

private:
    void add(bool is, const char* name) {
        if (is) out_.insert(name);
    }

    void of_layout(const Layout& l) {
        add(l.regels == Regels::raw, "raw");
        add(l.paginas == Paginas::geen, "no-page-signs");
        add(l.overzicht == Overzicht::titels, "overview-titles");
        add(l.overzicht == Overzicht::geen, "no-overview");
        add(l.koppen == Koppen::deel, "heads");
        add(l.koppen == Koppen::vast, "fixed-head");
        add(l.paginanummers, "page-numbers");
        add(l.titelblad, "title-page");
        add(l.inhoud, "contents");
        add(l.marge > 0, "margin");
        add(l.teken == "\xef\x82\xa7", "u+f0a7");
        add(l.crlf, "crlf");
        add(l.bom, "bom");
        add(l.ligaturen, "ligatures");
        add(l.nfd, "nfd");
        add(l.afbreken, "hyphens");
        add(l.zachte_streepjes, "soft-hyphens");
        add(l.kale_lijsten, "bare-items");
        add(l.harde_spaties, "hard-spaces");
        add(l.wit_in_items, "gaps-in-items");
        add(l.breedte < 90, "narrow");
    }

    void tekst(const Tekst& t) {
        for (const Blok& b : t.blokken) {
            add(b.soort == BlokSoort::voetnoot, "footnote");
            add(!b.punten.empty(), "list");
            add(std::any_of(b.punten.begin(), b.punten.end(), [](const Punt& p) { return !closed(p.tekst); }), "bare-list");
        }
    }

    void gedrag(const Gedrag& g) { add(g.aanhef.value == "De pedagogisch medewerker:", "aanhef-item"); }

    void kerntaak(const Kerntaak& k) {
        tekst(k.complexiteit);
        tekst(k.verantwoordelijkheid);
        for (const Werkproces& w : k.werkprocessen) {
            tekst(w.omschrijving);
            tekst(w.resultaat);
            gedrag(w.gedrag);
        }
    }

    void eis(Plaats plaats, const Eisblok& b) {
        out_.insert("eisen");
        add(b.noem != Noem::code && b.noem != Noem::code_naam, "by-name");
        add(b.onbekend, "unknown");
        add(plaats == Plaats::competenties, "eis-competenties");
        add(b.voor.size() > 1, "several");
        tekst(b.tekst);
        gedrag(b.gedrag);
    }

    std::set<std::string> out_;
};

}  // namespace

std::set<std::string> features_of(const Draft& draft, const Layout& layout) { return Features().run(draft, layout); }

}  // namespace dossier::roundtrip
