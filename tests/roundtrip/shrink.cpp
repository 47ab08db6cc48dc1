/// Drafts with one thing less: the way from a dossier that fails to the smallest one that does.

#include "draft.hpp"

#include <algorithm>

namespace dossier::roundtrip {
namespace {

using namespace model;

/// Calls `tell(copy)` for a copy of `draft` changed by `change`.
class Shrinker {
public:
    explicit Shrinker(const Draft& draft) : draft_(draft) {}

    std::vector<Draft> run() {
        const Dossier& d = draft_.dossier;
        for (std::size_t i = 0; i < d.profielen.size() && d.profielen.size() > 1; ++i) drop_profiel(i);
        for (std::size_t i = 0; i < d.basisdeel.kerntaken.size() && d.basisdeel.kerntaken.size() > 1; ++i)
            offer([i](Draft& x) {
                x.dossier.basisdeel.kerntaken.erase(x.dossier.basisdeel.kerntaken.begin() + static_cast<std::ptrdiff_t>(i));
            });
        for (std::size_t p = 0; p < d.profielen.size(); ++p) profiel(p);
        for (std::size_t k = 0; k < d.basisdeel.kerntaken.size(); ++k)
            kerntaak(d.basisdeel.kerntaken[k], [k](Draft& x) -> Kerntaak& { return x.dossier.basisdeel.kerntaken[k]; });
        if (!d.leeswijzer.empty()) {
            offer([](Draft& x) { x.dossier.leeswijzer.clear(); });
            if (d.leeswijzer.size() > 1) offer([](Draft& x) { x.dossier.leeswijzer.pop_back(); });
        }
        for (auto Beroepsgroep::*field : {&Beroepsgroep::context, &Beroepsgroep::beroepshouding, &Beroepsgroep::resultaat})
            tekst(d.basisdeel.beroepsgroep.*field, true, [field](Draft& x) -> Tekst& { return x.dossier.basisdeel.beroepsgroep.*field; });
        if (!d.basisdeel.generiek.empty()) offer([](Draft& x) { x.dossier.basisdeel.generiek = {}; });
        eisen();
        return std::move(out_);
    }

private:
    template <class Change> void offer(const Change& change) {
        out_.push_back(draft_);
        change(out_.back());
        // Eisen of what is gone are gone.
        std::erase_if(out_.back().eisen, [&](const auto& e) { return !has(out_.back().dossier, e.first.first) || e.second.empty(); });
    }

    static bool has(const Dossier& d, const std::string& code) {
        for (const Kerntaak& k : d.basisdeel.kerntaken) {
            if (k.code.value == code) return true;
            for (const Werkproces& w : k.werkprocessen)
                if (w.code.value == code) return true;
        }
        return false;
    }

    /// The profielen behind it keep their codes: gaps are as good.
    void drop_profiel(std::size_t i) {
        const std::string code = draft_.dossier.profielen[i].code.value;
        offer([&](Draft& x) {
            x.dossier.profielen.erase(x.dossier.profielen.begin() + static_cast<std::ptrdiff_t>(i));
            x.alleen_overzicht.erase(code);
            for (auto& [place, blocks] : x.eisen) {
                for (Eisblok& b : blocks) std::erase(b.voor, code);
                std::erase_if(blocks, [](const Eisblok& b) { return b.voor.empty(); });
            }
        });
    }

    void profiel(std::size_t p) {
        const Profiel& profiel = draft_.dossier.profielen[p];
        const auto at = [p](Draft& x) -> Profiel& { return x.dossier.profielen[p]; };
        for (std::size_t k = 0; k < profiel.kerntaken.size(); ++k) {
            offer([&](Draft& x) { at(x).kerntaken.erase(at(x).kerntaken.begin() + static_cast<std::ptrdiff_t>(k)); });
            kerntaak(profiel.kerntaken[k], [p, k](Draft& x) -> Kerntaak& { return x.dossier.profielen[p].kerntaken[k]; });
        }
        tekst(profiel.typering, true, [&](Draft& x) -> Tekst& { return at(x).typering; });
        tekst(profiel.toelichting_beroepsvereisten, true, [&](Draft& x) -> Tekst& { return at(x).toelichting_beroepsvereisten; });
        if (!profiel.crebo.value.empty()) offer([&](Draft& x) { at(x).crebo = {}; });
    }

    template <class At> void kerntaak(const Kerntaak& k, const At& at) {
        const auto bare = [&](Plaats plaats) { return draft_.eisen.find({k.code.value, plaats}) == draft_.eisen.end(); };
        for (std::size_t w = 0; w < k.werkprocessen.size() && k.werkprocessen.size() > 1; ++w)
            offer([&](Draft& x) { at(x).werkprocessen.erase(at(x).werkprocessen.begin() + static_cast<std::ptrdiff_t>(w)); });
        tekst(k.complexiteit, bare(Plaats::complexiteit), [&](Draft& x) -> Tekst& { return at(x).complexiteit; });
        tekst(k.verantwoordelijkheid, bare(Plaats::verantwoordelijkheid), [&](Draft& x) -> Tekst& { return at(x).verantwoordelijkheid; });
        vakkennis(k.vakkennis, bare(Plaats::vakkennis), [&](Draft& x) -> Vakkennis& { return at(x).vakkennis; });
        if (k.titel.value != "Kookt") offer([&](Draft& x) { at(x).titel.value = "Kookt"; });
        for (std::size_t w = 0; w < k.werkprocessen.size(); ++w)
            werkproces(k.werkprocessen[w], [&at, w](Draft& x) -> Werkproces& { return at(x).werkprocessen[w]; });
    }

    template <class At> void werkproces(const Werkproces& w, const At& at) {
        const auto bare = [&](Plaats plaats) { return draft_.eisen.find({w.code.value, plaats}) == draft_.eisen.end(); };
        tekst(w.omschrijving, bare(Plaats::omschrijving), [&](Draft& x) -> Tekst& { return at(x).omschrijving; });
        tekst(w.resultaat, bare(Plaats::resultaat), [&](Draft& x) -> Tekst& { return at(x).resultaat; });
        if (bare(Plaats::gedrag) && bare(Plaats::competenties) && !w.gedrag.empty())
            offer([&](Draft& x) {
                at(x).gedrag = {};
                at(x).competenties.clear();
            });
        gedrag(w.gedrag, [&](Draft& x) -> Gedrag& { return at(x).gedrag; });
        if (w.competenties.size() > 1) offer([&](Draft& x) { at(x).competenties.resize(1); });
        if (w.titel.value != "Snijdt") offer([&](Draft& x) { at(x).titel.value = "Snijdt"; });
    }

    template <class At> void tekst(const Tekst& t, bool may_go, const At& at) {
        if (t.empty()) return;
        if (may_go) offer([&](Draft& x) { at(x) = {}; });
        if (t.blokken.size() > 1) {
            for (std::size_t i = 0; i < t.blokken.size(); ++i)
                if (i + 1 == t.blokken.size() || t.blokken[i + 1].punten.empty())  // a list keeps the sentence above it
                    offer([&](Draft& x) { at(x).blokken.erase(at(x).blokken.begin() + static_cast<std::ptrdiff_t>(i)); });
        }
        for (std::size_t i = 0; i < t.blokken.size(); ++i) {
            const std::string& text = t.blokken[i].tekst;
            if (const std::size_t stop = sentence_end(text); stop != std::string::npos) {
                offer([&](Draft& x) { at(x).blokken[i].tekst = text.substr(stop + 2); });
                if (i + 1 == t.blokken.size() || t.blokken[i + 1].punten.empty())
                    offer([&](Draft& x) { at(x).blokken[i].tekst = text.substr(0, stop + 1); });
            }
            if (t.blokken[i].punten.size() > 2) offer([&](Draft& x) { drop_first(at(x).blokken[i]); });
        }
    }

    /// Of the first sentence, unless it is the only one: the full stop of an abbreviation is none.
    static std::size_t sentence_end(const std::string& text) {
        std::size_t at = text.find(". ");
        while (at != std::string::npos && !(text[at + 2] >= 'A' && text[at + 2] <= 'Z')) at = text.find(". ", at + 1);
        return at;
    }

    static void drop_first(Blok& list) {
        list.punten.erase(list.punten.begin());
        for (std::size_t i = 0; i < list.punten.size() && list.soort == BlokSoort::nummering; ++i)
            list.punten[i].teken = std::to_string(i + 1) + ".";
    }

    template <class At> void vakkennis(const Vakkennis& v, bool may_go, const At& at) {
        if (v.empty()) return;
        if (may_go) offer([&](Draft& x) { at(x) = {}; });
        for (std::size_t i = 0; i < v.rubrieken.size(); ++i) {
            if (v.rubrieken.size() > 1)
                offer([&](Draft& x) { at(x).rubrieken.erase(at(x).rubrieken.begin() + static_cast<std::ptrdiff_t>(i)); });
            for (std::size_t j = 0; j < v.rubrieken[i].items.size() && v.rubrieken[i].items.size() > 1; ++j)
                offer([&](Draft& x) { at(x).rubrieken[i].items.erase(at(x).rubrieken[i].items.begin() + static_cast<std::ptrdiff_t>(j)); });
        }
    }

    template <class At> void gedrag(const Gedrag& g, const At& at) {
        for (std::size_t i = 0; i < g.criteria.size() && g.criteria.size() > 1; ++i)
            offer([&](Draft& x) { at(x).criteria.erase(at(x).criteria.begin() + static_cast<std::ptrdiff_t>(i)); });
        if (!g.aanhef.value.empty()) offer([&](Draft& x) { at(x).aanhef = {}; });
    }

    void eisen() {
        for (const auto& [key, list] : draft_.eisen) {
            const auto place = key;  // a structured binding cannot be captured by a lambda in each compiler
            offer([&](Draft& x) { x.eisen.erase(place); });
            for (std::size_t i = 0; i < list.size(); ++i) {
                const auto at = [&place, i](Draft& x) -> Eisblok& { return x.eisen.at(place)[i]; };
                if (list.size() > 1)
                    offer([&](Draft& x) { x.eisen.at(place).erase(x.eisen.at(place).begin() + static_cast<std::ptrdiff_t>(i)); });
                if (list[i].voor.size() > 1) offer([&](Draft& x) { at(x).voor.pop_back(); });
                if (list[i].noem != Noem::code_naam && !list[i].onbekend) offer([&](Draft& x) { at(x).noem = Noem::code_naam; });
                if (list[i].zin != 0) offer([&](Draft& x) { at(x).zin = 0; });
                if (list[i].op_de_regel) offer([&](Draft& x) { at(x).op_de_regel = false; });
                if (list[i].competenties.size() > 1) offer([&](Draft& x) { at(x).competenties.resize(1); });
                tekst(list[i].tekst, false, [&](Draft& x) -> Tekst& { return at(x).tekst; });
                vakkennis(list[i].vakkennis, false, [&](Draft& x) -> Vakkennis& { return at(x).vakkennis; });
                gedrag(list[i].gedrag, [&](Draft& x) -> Gedrag& { return at(x).gedrag; });
            }
        }
    }

    const Draft& draft_;
    std::vector<Draft> out_;
};

}  // namespace

std::vector<Draft> smaller(const Draft& draft) { return Shrinker(draft).run(); }

}  // namespace dossier::roundtrip
