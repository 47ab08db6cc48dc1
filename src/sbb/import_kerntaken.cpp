/// Kerntaken and werkprocessen in a file of SBB: each has texts for everyone, and texts per profiel, which are aanvullende eisen.

#include "sbb/import_kerntaken.hpp"

#include "sbb/gedrag.hpp"
#include "sbb/import_eisen.hpp"
#include "sbb/import_vakkennis.hpp"

#include <algorithm>

namespace dossier::sbb {
namespace {

using model::Kerntaak;
using model::Tekst;
using model::Text;
using model::Vakkennis;
using model::Werkproces;
using pugi::xml_node;

class KerntaakReader {
public:
    explicit KerntaakReader(ImportFile& file) : file_(file) {}

    void kerntaak(xml_node node, const std::string& front, std::size_t position, std::string_view werkprocessen, Kerntaak& k) {
        k.location = file_.tree.name(node);
        k.code = {front + "-K" + std::to_string(file_.chapter(node, position)), k.location};
        k.titel = file_.tree.attribute(node, "titel");
        const xml_node complexiteit = file_.tree.child(node, "complexiteit");
        whole(complexiteit, k.complexiteit, k.aanvullende_eisen, &model::AanvullendeEisKerntaak::complexiteit);
        each_eis(file_, complexiteit, "complexiteitperprofiel", "complexiteit", k.aanvullende_eisen,
                 [&](xml_node text, auto& eis) { add(eis().complexiteit, file_.rich(text)); });
        const xml_node verantwoordelijkheid = file_.tree.child(node, "verantwoordelijkheid");
        whole(verantwoordelijkheid, k.verantwoordelijkheid, k.aanvullende_eisen, &model::AanvullendeEisKerntaak::verantwoordelijkheid);
        each_eis(file_, verantwoordelijkheid, "verantwoordelijkheidperprofiel", "verantwoordelijkheid", k.aanvullende_eisen,
                 [&](xml_node text, auto& eis) { add(eis().verantwoordelijkheid, file_.rich(text)); });
        const xml_node kennis = file_.tree.child(node, "vakkennisenvaardigheden");
        read_vakkennis(kennis, k, file_);
        each_eis(file_, kennis, "vakkennisenvaardighedenperprofiel", "vakkennisenvaardighedenonderdelen", k.aanvullende_eisen,
                 [&](xml_node list, auto& eis) {
                     if (Vakkennis v = read_vakkennis(list, file_); !v.empty()) add(eis().vakkennis, std::move(v));
                 });
        for (const xml_node below : file_.tree.children(file_.tree.child(node, werkprocessen), "werkproces")) {
            Werkproces& w = k.werkprocessen.emplace_back();
            werkproces(below, k.code.value, k.werkprocessen.size(), w);
        }
        sort_eisen(k.aanvullende_eisen);
    }

private:
    void werkproces(xml_node node, const std::string& front, std::size_t position, Werkproces& w) {
        w.location = file_.tree.name(node);
        w.code = {front + "-W" + std::to_string(file_.chapter(node, position)), w.location};
        w.titel = file_.tree.attribute(node, "titel");
        auto& eisen = w.aanvullende_eisen;
        const xml_node omschrijving = file_.tree.child(node, "werkprocesomschrijving");
        whole(omschrijving, w.omschrijving, eisen, &model::AanvullendeEisWerkproces::omschrijving);
        each_eis(file_, omschrijving, "werkprocesomschrijvingperprofiel", "omschrijving", eisen,
                 [&](xml_node text, auto& eis) { add(eis().omschrijving, file_.rich(text)); });
        const xml_node resultaat = file_.tree.child(node, "werkprocesresultaat");
        whole(resultaat, w.resultaat, eisen, &model::AanvullendeEisWerkproces::resultaat);
        each_eis(file_, resultaat, "werkprocesresultaatperprofiel", "omschrijving", eisen,
                 [&](xml_node text, auto& eis) { add(eis().resultaat, file_.rich(text)); });
        const xml_node gedrag = file_.tree.child(node, "werkprocesgedrag");
        whole_gedrag(gedrag, w);
        each_eis(file_, gedrag, "werkprocesgedragperprofiel", "omschrijving", eisen, [&](xml_node text, auto& eis) {
            if (model::Gedrag g = gedrag_of(text); !g.empty()) add(eis().gedrag, std::move(g));
        });
        const xml_node competenties = file_.tree.child(node, "werkprocescompetenties");
        w.competenties = competenties_of(competenties);
        each_eis(file_, competenties, "werkprocescompetentiesperprofiel", "omschrijving", eisen, [&](xml_node list, auto& eis) {
            for (Text& c : competenties_of(list)) eis().competenties.push_back(std::move(c));
        });
        sort_eisen(eisen);
    }

    /// The text for everyone. Some of it may say that it is for one profiel only.
    template <class Eis> void whole(xml_node node, Tekst& everyone, std::vector<Eis>& eisen, Tekst Eis::*field) {
        for (phrases::TekstFor& part : phrases::split_by_audience(file_.rich(node), file_.namen, file_.diagnostics())) {
            if (part.everyone) add(everyone, std::move(part.tekst));
            else
                for (const std::string& code : part.codes) add(eis_of(eisen, code, file_.tree.at(node)).*field, part.tekst);
        }
    }
    void whole_gedrag(xml_node node, Werkproces& w) {
        if (!node) return;
        const Tekst tekst = gedrag_tekst(file_.tree.rich(node), file_.tree.at(node), file_.diagnostics());
        for (const phrases::TekstFor& part : phrases::split_by_audience(tekst, file_.namen, file_.diagnostics())) {
            if (part.tekst.empty()) continue;
            model::Gedrag read = sbb::gedrag_of(part.tekst, file_.namen, file_.diagnostics());
            if (part.everyone) add(w.gedrag, std::move(read));
            else
                for (const std::string& code : part.codes) add(eis_of(w.aanvullende_eisen, code, file_.tree.at(node)).gedrag, read);
        }
    }
    model::Gedrag gedrag_of(xml_node node) {
        return node ? split_gedrag(file_.tree.rich(node), file_.tree.at(node), file_.namen, file_.diagnostics()) : model::Gedrag{};
    }

    std::vector<Text> competenties_of(xml_node parent) {
        std::vector<Text> out;
        for (const xml_node node : file_.tree.children(parent, "competentie")) {
            const SbbEntry* entry = file_.tree.refer(file_.competenties, node);
            if (entry == nullptr) continue;
            const auto& all = model::competenties();
            const auto known = std::find_if(all.begin(), all.end(),
                                            [&](const model::Competentie& c) { return entry->code == std::string_view(&c.letter, 1); });
            if (known == all.end()) {
                file_.tree.warn("sbb-not-carried", file_.tree.name(node),
                                say("competentie {} has letter {}, expected A to Y; left out", quoted(entry->titel), quoted(entry->code)));
                continue;
            }
            out.push_back({std::string(known->naam), file_.tree.name(node)});
        }
        return out;
    }

    ImportFile& file_;
};

}  // namespace

void read_kerntaken(xml_node parent, const std::string& front, std::string_view werkprocessen, ImportFile& file,
                    std::vector<Kerntaak>& to) {
    KerntaakReader reader(file);
    for (const xml_node node : file.tree.children(parent, "kerntaak")) {
        Kerntaak& k = to.emplace_back();
        reader.kerntaak(node, front, to.size(), werkprocessen, k);
    }
}

}  // namespace dossier::sbb
