#include "sbb/sbb.hpp"

#include "phrases/generiek.hpp"
#include "sbb/gedrag.hpp"
#include "sbb/rich_text.hpp"
#include "sbb/tree.hpp"
#include "sbb/verantwoording.hpp"

#include <algorithm>
#include <utility>
#include <charconv>

namespace dossier::sbb {
namespace {

using model::Kerntaak;
using model::Tekst;
using model::Text;
using model::Vakkennis;
using model::Werkproces;
using pugi::xml_node;

class SbbImporter {
public:
    SbbImporter(const xml::XmlDocument& xml, Diagnostics& diagnostics) : root_(xml.root()), tree_(xml, diagnostics) {}

    model::Dossier run() {
        SbbTable domeinen = table("domeinen", "domein", "crebo");
        SbbTable sectorkamers = table("sectorkamers", "sectorkamer");
        competenties_ = table("competenties", "competentie", "code");
        const xml_node dossier = tree_.child(tree_.child(root_, "dossiers"), "dossier");
        kennis_ = tree_.table(tree_.child(dossier, "kennisenvaardigheden"), "kennisofvaardigheid");
        categorieen_ = tree_.table(tree_.child(dossier, "categoriekennisenvaardigheden"), "categorie");
        profielen_of(dossier);
        registration(dossier, domeinen);
        voorblad(tree_.child(dossier, "voorblad"), sectorkamers);
        leeswijzer(tree_.child(tree_.child(dossier, "inleiding"), "omschrijving"));
        basis(tree_.child(dossier, "basis"));
        for (const xml_node node : tree_.children(tree_.child(dossier, "profielen"), "profiel")) profiel(node);
        std::vector<model::Paragraaf> rest =
            read_verantwoording(tree_.child(dossier, "verantwoordingsinformatie"), tree_, profielcodes_);
        std::move(rest.begin(), rest.end(), std::back_inserter(dossier_.verantwoording));
        dossier_.beoordeling = model::default_beoordeling();
        // Tables list what all dossiers share.
        for (const std::string_view shared : {"domeinen", "sectorkamers", "competenties"}) tree_.settle(root_.child(std::string(shared).c_str()));
        report_unreferenced(kennis_, "kennisofvaardigheid");
        report_unreferenced(categorieen_, "categorie");
        tree_.report_unread(root_);
        tree_.report_changes();
        model::number_criteria(dossier_);
        return std::move(dossier_);
    }

private:
    SbbTable table(std::string_view parent, std::string_view element, const char* code = nullptr) {
        return tree_.table(tree_.child(root_, parent), element, code);
    }

    void report_unreferenced(const SbbTable& table, std::string_view what) {
        for (const auto& [nr, entry] : table)
            if (!entry.used && !entry.titel.empty())
                tree_.warn("sbb-not-referenced", tree_.name(entry.node), "no kerntaak refers to this " + std::string(what) + ", left out: " + quoted(entry.titel));
    }

    Tekst rich(xml_node node) { return node ? rich_text(tree_.text(node), tree_.at(node), tree_.diagnostics()) : Tekst{}; }

    /// The number of a chapter, which gives the code its last part.
    int chapter(xml_node node, std::size_t position) {
        const Text text = tree_.attribute(node, "hoofdstuk");
        int number = 0;
        const char* const end = text.value.data() + text.value.size();
        if (const auto [stop, error] = std::from_chars(text.value.data(), end, number); error == std::errc{} && stop == end && number >= 1 && number <= 99)
            return number;
        tree_.warn("sbb-chapter", text.location ? text.location : tree_.name(node),
                   "found hoofdstuk " + quoted(text.value) + ", expected a number from 1 to 99; its place counts: " + std::to_string(position));
        return static_cast<int>(position);
    }

    void profielen_of(xml_node dossier) {
        std::size_t position = 0;
        for (const xml_node node : dossier.child("profielen").children("profiel")) {
            const std::string code = "P" + std::to_string(chapter(node, ++position));
            namen_.push_back({code, node.attribute("titel").value()});
            profielcodes_.try_emplace(node.attribute("nr").value(), SbbEntry{"", code, node, true});
        }
    }

    void registration(xml_node dossier, SbbTable& domeinen) {
        dossier_.location = tree_.name(dossier);
        dossier_.naam = tree_.attribute(dossier, "titel");
        dossier_.versie = tree_.attribute(dossier, "versie");
        dossier_.bron.titel = {sbb_bron(tree_.attribute(dossier, "nr").value), tree_.name(dossier)};
        const Text domein = tree_.attribute(dossier, "referentiedomein");
        if (const auto found = domeinen.find(domein.value); found != domeinen.end()) {
            dossier_.domein = {found->second.titel, domein.location};
            if (!found->second.code.empty()) dossier_.domein.value += " (" + found->second.code + ")";
        } else if (!domein.value.empty()) {
            tree_.warn("sbb-unknown-reference", domein.location, "\"referentiedomein\" refers to number " + quoted(domein.value) + ", which is not in the file");
        }
        const std::vector<xml_node> crebos = tree_.children(tree_.child(dossier, "dossiercrebos"), "dossiercrebo");
        for (const xml_node node : crebos) {
            Text crebo = crebo_of(node);
            if (!dossier_.crebo.value.empty()) {
                tree_.warn("sbb-not-carried", tree_.at(node), "a dossier has one crebo, left out: " + quoted(crebo.value));
                continue;
            }
            dossier_.crebo = std::move(crebo);
            dossier_.geldig_van = tree_.date(tree_.attribute(node, "Geldig_vanaf"));
            dossier_.geldig_tot = tree_.date(tree_.attribute(node, "Datum_einde_opleiding"));
        }
    }

    Text crebo_of(xml_node node) {
        Text crebo = tree_.line(node);
        if (crebo.value.empty() || model::heeft_vorm(model::Vorm::crebo, crebo.value)) return crebo;
        tree_.warn("sbb-not-carried", crebo.location, "found crebo " + quoted(crebo.value) + ", expected five digits; left out");
        return {};
    }

    void voorblad(xml_node node, SbbTable& sectorkamers) {
        const xml_node omschrijving = tree_.child(node, "omschrijving");
        for (const xml_node kamer : tree_.children(tree_.child(omschrijving, "penvoerder"), "sectorkamer"))
            if (const SbbEntry* entry = tree_.refer(sectorkamers, kamer)) dossier_.sectorkamer = {entry->titel, tree_.name(kamer)};
        const xml_node vaststelling = tree_.child(tree_.child(omschrijving, "verantwoording"), "vaststellingsinformatie");
        const auto text_of = [&](std::string_view name) {
            const xml_node child = tree_.child(vaststelling, name);
            return tree_.line(child);
        };
        const Text by = text_of("vastgestelddoor");
        dossier_.vastgesteld = tree_.date(text_of("vastgesteldop"));
        const Text place = text_of("vastgesteldte");
        add_vaststelling(by, place, dossier_);
    }

    void leeswijzer(xml_node node) {
        if (!node) return;
        for (const RichPart& part : rich_parts(tree_.text(node), tree_.at(node), tree_.diagnostics())) {
            if (part.notation.empty() && (part.titel == "Leeswijzer" || part.titel.empty())) continue;
            model::Paragraaf& p = dossier_.leeswijzer.emplace_back();
            p.location = tree_.at(node);
            if (part.titel != "Leeswijzer") p.titel = {part.titel, p.location};
            p.tekst = part.tekst(p.location);
        }
    }

    void basis(xml_node node) {
        const xml_node groep = tree_.child(node, "typeringberoepengroep");
        const auto below = [&](std::string_view name) { return rich(tree_.child(tree_.child(groep, name), "omschrijving")); };
        dossier_.basisdeel.beroepsgroep.context = below("context");
        dossier_.basisdeel.beroepsgroep.beroepshouding = below("beroepshouding");
        dossier_.basisdeel.beroepsgroep.resultaat = below("resultaatvanhetberoep");
        const xml_node taken = tree_.child(node, "basistaken");
        kerntaken(tree_.child(taken, "basiskerntaken"), "B1", "basiswerkprocessen", dossier_.basisdeel.kerntaken);
        generiek(tree_.child(tree_.child(taken, "generieke_onderdelen"), "omschrijving"));
    }

    void generiek(xml_node node) {
        if (!node) return;
        const Location at = tree_.at(node);
        model::Generiek& to = dossier_.basisdeel.generiek;
        for (const RichPart& part : rich_parts(tree_.text(node), at, tree_.diagnostics())) {
            Tekst tekst = part.tekst(at);
            if (part.titel.empty() || part.titel == "Generieke onderdelen")
                std::move(tekst.blokken.begin(), tekst.blokken.end(), std::back_inserter(to.inleiding.blokken));
            else
                to.onderdelen.push_back(phrases::generiek_onderdeel({part.titel, at}, std::move(tekst)));
        }
    }

    void kerntaken(xml_node parent, const std::string& front, std::string_view werkprocessen, std::vector<Kerntaak>& to) {
        for (const xml_node node : tree_.children(parent, "kerntaak")) {
            Kerntaak& k = to.emplace_back();
            k.location = tree_.name(node);
            k.code = {front + "-K" + std::to_string(chapter(node, to.size())), k.location};
            k.titel = tree_.attribute(node, "titel");
            const xml_node complexiteit = tree_.child(node, "complexiteit");
            whole(complexiteit, k.complexiteit, k.aanvullende_eisen, &model::AanvullendeEisKerntaak::complexiteit);
            each_eis(complexiteit, "complexiteitperprofiel", "complexiteit", k.aanvullende_eisen,
                     [&](xml_node text, auto& eis) { add(eis().complexiteit, rich(text)); });
            const xml_node verantwoordelijkheid = tree_.child(node, "verantwoordelijkheid");
            whole(verantwoordelijkheid, k.verantwoordelijkheid, k.aanvullende_eisen, &model::AanvullendeEisKerntaak::verantwoordelijkheid);
            each_eis(verantwoordelijkheid, "verantwoordelijkheidperprofiel", "verantwoordelijkheid", k.aanvullende_eisen,
                     [&](xml_node text, auto& eis) { add(eis().verantwoordelijkheid, rich(text)); });
            const xml_node kennis = tree_.child(node, "vakkennisenvaardigheden");
            whole_vakkennis(kennis, k);
            each_eis(kennis, "vakkennisenvaardighedenperprofiel", "vakkennisenvaardighedenonderdelen", k.aanvullende_eisen,
                     [&](xml_node list, auto& eis) {
                         if (Vakkennis v = vakkennis(list); !v.empty()) add(eis().vakkennis, std::move(v));
                     });
            werkprocessen_of(tree_.child(node, werkprocessen), k);
            sort_eisen(k.aanvullende_eisen);
        }
    }

    void werkprocessen_of(xml_node parent, Kerntaak& k) {
        for (const xml_node node : tree_.children(parent, "werkproces")) {
            Werkproces& w = k.werkprocessen.emplace_back();
            w.location = tree_.name(node);
            w.code = {k.code.value + "-W" + std::to_string(chapter(node, k.werkprocessen.size())), w.location};
            w.titel = tree_.attribute(node, "titel");
            auto& eisen = w.aanvullende_eisen;
            const xml_node omschrijving = tree_.child(node, "werkprocesomschrijving");
            whole(omschrijving, w.omschrijving, eisen, &model::AanvullendeEisWerkproces::omschrijving);
            each_eis(omschrijving, "werkprocesomschrijvingperprofiel", "omschrijving", eisen,
                     [&](xml_node text, auto& eis) { add(eis().omschrijving, rich(text)); });
            const xml_node resultaat = tree_.child(node, "werkprocesresultaat");
            whole(resultaat, w.resultaat, eisen, &model::AanvullendeEisWerkproces::resultaat);
            each_eis(resultaat, "werkprocesresultaatperprofiel", "omschrijving", eisen,
                     [&](xml_node text, auto& eis) { add(eis().resultaat, rich(text)); });
            const xml_node gedrag = tree_.child(node, "werkprocesgedrag");
            whole_gedrag(gedrag, w);
            each_eis(gedrag, "werkprocesgedragperprofiel", "omschrijving", eisen, [&](xml_node text, auto& eis) {
                if (model::Gedrag g = gedrag_of(text); !g.empty()) add(eis().gedrag, std::move(g));
            });
            const xml_node competenties = tree_.child(node, "werkprocescompetenties");
            w.competenties = competenties_of(competenties);
            each_eis(competenties, "werkprocescompetentiesperprofiel", "omschrijving", eisen, [&](xml_node list, auto& eis) {
                for (Text& c : competenties_of(list)) eis().competenties.push_back(std::move(c));
            });
            sort_eisen(eisen);
        }
    }

    /// The text for everyone. Some of it may say that it is for one profiel only.
    template <class Eis> void whole(xml_node node, Tekst& everyone, std::vector<Eis>& eisen, Tekst Eis::* field) {
        for (phrases::TekstFor& part : phrases::split_by_audience(rich(node), namen_, tree_.diagnostics())) {
            if (part.everyone) add(everyone, std::move(part.tekst));
            else for (const std::string& code : part.codes) add(eis_of(eisen, code, node).*field, part.tekst);
        }
    }
    void whole_gedrag(xml_node node, Werkproces& w) {
        if (!node) return;
        for (const phrases::TekstFor& part : phrases::split_by_audience(gedrag_tekst(tree_.text(node), tree_.at(node), tree_.diagnostics()), namen_, tree_.diagnostics())) {
            if (part.tekst.empty()) continue;
            model::Gedrag read = sbb::gedrag_of(part.tekst, namen_, tree_.diagnostics());
            if (part.everyone) add(w.gedrag, std::move(read));
            else for (const std::string& code : part.codes) add(eis_of(w.aanvullende_eisen, code, node).gedrag, read);
        }
    }
    /// A heading between the items may say for whom the items below it are.
    void whole_vakkennis(xml_node node, Kerntaak& k) {
        Vakkennis read = vakkennis(node);
        k.vakkennis.location = read.location;
        std::vector<Vakkennis*> to{&k.vakkennis};
        for (model::Rubriek& r : read.rubrieken) {
            if (const auto found = phrases::find_audience(r.titel.value, 0, true, namen_); found && found->begin == 0) {
                const bool nobody = !found->everyone && found->codes.empty();
                if (nobody) phrases::report_nobody(*found, r.titel.location, namen_, tree_.diagnostics());
                to.clear();
                if (found->everyone) to.push_back(&k.vakkennis);
                // All eisen first: a reference does not outlive the next that is added.
                for (const std::string& code : found->codes) (void)eis_of(k.aanvullende_eisen, code, node);
                for (const std::string& code : found->codes) to.push_back(&eis_of(k.aanvullende_eisen, code, node).vakkennis);
                r.titel = {};
            }
            for (Vakkennis* v : to) v->rubrieken.push_back(r);
        }
    }
    template <class Eis> Eis& eis_of(std::vector<Eis>& eisen, const std::string& code, xml_node node) {
        for (Eis& eis : eisen)
            if (eis.profiel.value == code) return eis;
        Eis& made = eisen.emplace_back();
        made.profiel = {code, tree_.at(node)};
        made.location = tree_.at(node);
        return made;
    }

    static void add(Tekst& to, Tekst from) {
        if (to.empty()) to.location = from.location;
        std::move(from.blokken.begin(), from.blokken.end(), std::back_inserter(to.blokken));
    }

    /// One profiel may have several parts; each counts.
    static void add(Vakkennis& to, Vakkennis from) {
        if (to.empty()) to.location = from.location;
        std::move(from.rubrieken.begin(), from.rubrieken.end(), std::back_inserter(to.rubrieken));
    }
    static void add(model::Gedrag& to, model::Gedrag from) {
        if (to.empty()) {
            to = std::move(from);
            return;
        }
        if (to.aanhef.value.empty()) to.aanhef = from.aanhef;
        const bool other = !from.aanhef.value.empty() && from.aanhef.value != to.aanhef.value;
        if (other && !from.criteria.empty()) from.criteria.front().value.insert(0, from.aanhef.value + ' ');
        std::move(from.criteria.begin(), from.criteria.end(), std::back_inserter(to.criteria));
    }

    model::Gedrag gedrag_of(xml_node node) {
        return node ? split_gedrag(tree_.text(node), tree_.at(node), namen_, tree_.diagnostics()) : model::Gedrag{};
    }

    std::vector<Text> competenties_of(xml_node parent) {
        std::vector<Text> out;
        for (const xml_node node : tree_.children(parent, "competentie")) {
            const SbbEntry* entry = tree_.refer(competenties_, node);
            if (entry == nullptr) continue;
            const auto& all = model::competenties();
            const auto known = std::find_if(all.begin(), all.end(), [&](const model::Competentie& c) { return entry->code == std::string_view(&c.letter, 1); });
            if (known == all.end()) {
                tree_.warn("sbb-not-carried", tree_.name(node), "competentie " + quoted(entry->titel) + " has letter " + quoted(entry->code) + ", expected A to Y; left out");
                continue;
            }
            out.push_back({std::string(known->naam), tree_.name(node)});
        }
        return out;
    }

    /// Calls `read(node, eis)` for each aanvullend of one profiel that holds `inner`; `eis()` gives the record to fill.
    template <class Eis, class Read>
    void each_eis(xml_node parent, std::string_view wrapper, std::string_view inner, std::vector<Eis>& eisen, Read read) {
        for (const xml_node aanvullend : tree_.children(tree_.child(parent, wrapper), "aanvullend")) {
            const std::vector<xml_node> profielen = tree_.children(aanvullend, "profiel");
            const xml_node content = tree_.child(aanvullend, inner);
            std::size_t known = 0;
            for (const xml_node profiel : profielen)
                if (const SbbEntry* entry = tree_.refer(profielcodes_, profiel)) {
                    ++known;
                    one_eis(aanvullend, profiel, *entry, content, eisen, read);
                }
            if (known == 0)
                tree_.warn("sbb-not-carried", tree_.at(content ? content : aanvullend), "aanvullende eis of no known profiel, left out: " + quoted(squeezed(tree_.text(content))));
        }
    }
    template <class Eis, class Read>
    void one_eis(xml_node aanvullend, xml_node profiel, const SbbEntry& entry, xml_node content, std::vector<Eis>& eisen, Read read) {
        Eis fresh;
        fresh.profiel = {entry.code, tree_.name(profiel)};
        fresh.location = tree_.name(aanvullend);
        const auto known = std::find_if(eisen.begin(), eisen.end(), [&](const Eis& e) { return e.profiel.value == entry.code; });
        Eis& target = known == eisen.end() ? fresh : *known;
        auto give = [&]() -> Eis& { return target; };
        if (content) read(content, give);
        if (known == eisen.end() && !is_empty(fresh)) eisen.push_back(std::move(fresh));
    }
    static bool is_empty(const model::AanvullendeEisKerntaak& e) { return e.complexiteit.empty() && e.verantwoordelijkheid.empty() && e.vakkennis.empty(); }
    static bool is_empty(const model::AanvullendeEisWerkproces& e) {
        return e.omschrijving.empty() && e.resultaat.empty() && e.gedrag.empty() && e.competenties.empty();
    }
    /// In the order of the profielen.
    template <class Eis> static void sort_eisen(std::vector<Eis>& eisen) {
        std::stable_sort(eisen.begin(), eisen.end(), [](const Eis& a, const Eis& b) {
            return std::pair(a.profiel.value.size(), a.profiel.value) < std::pair(b.profiel.value.size(), b.profiel.value);
        });
    }

    /// References to the table of kennis and vaardigheden; one that ends with ":" is a heading over those that follow.
    Vakkennis vakkennis(xml_node parent) {
        Vakkennis out;
        out.location = tree_.name(parent);
        for (const xml_node node : tree_.children(parent, "vakkennisenvaardigheden"))
            if (const SbbEntry* entry = tree_.refer(kennis_, node)) add_item(out, entry->titel, tree_.name(node));
        if (const xml_node met = tree_.child(parent, "vakkennisenvaardigheden_met_categorie")) met_categorie(met, out);
        settle_headings(out);
        return out;
    }

    void add_item(Vakkennis& to, const std::string& titel, Location at) {
        if (titel.empty()) return;
        if (titel.ends_with(':')) {
            to.rubrieken.emplace_back().titel = {titel, at};
            to.rubrieken.back().location = at;
            return;
        }
        if (to.rubrieken.empty()) to.rubrieken.emplace_back().location = at;
        to.rubrieken.back().items.push_back({titel, at});
    }

    void met_categorie(xml_node met, Vakkennis& to) {
        for (const xml_node groep : met.children()) {
            if (groep.type() != pugi::node_element) continue;
            tree_.mark(groep);
            const SbbEntry* categorie = tree_.refer(categorieen_, groep);
            if (categorie == nullptr) continue;
            to.rubrieken.emplace_back().titel = {categorie->titel, tree_.name(groep)};
            for (const xml_node node : tree_.children(groep, "vakkennisenvaardigheden")) {
                const SbbEntry* entry = tree_.refer(kennis_, node);
                if (entry != nullptr && !entry->titel.empty()) to.rubrieken.back().items.push_back({entry->titel, tree_.name(node)});
            }
        }
        if (const Tekst words = rich(met); !words.empty())
            tree_.warn("sbb-not-carried", words.location, "found text in " + quoted(met.name()) + ", left out: " + quoted(write_tekst(words, 1000)));
    }

    /// A heading without items below it is an item of the rubriek before: its words must not be lost.
    static void settle_headings(Vakkennis& v) {
        std::vector<model::Rubriek> kept;
        for (model::Rubriek& r : v.rubrieken) {
            if (!r.items.empty()) {
                kept.push_back(std::move(r));
                continue;
            }
            if (kept.empty()) kept.emplace_back().location = r.titel.location;
            kept.back().items.push_back(r.titel);
        }
        v.rubrieken = std::move(kept);
    }

    void profiel(xml_node node) {
        model::Profiel& p = dossier_.profielen.emplace_back();
        p.location = tree_.name(node);
        (void)tree_.attribute(node, "nr");
        const auto code = profielcodes_.find(node.attribute("nr").value());
        p.code = {code == profielcodes_.end() ? "P" + std::to_string(dossier_.profielen.size()) : code->second.code, p.location};
        p.naam = tree_.attribute(node, "titel");
        p.niveau = number(tree_.attribute(node, "niveau"), model::Vorm::niveau);
        const xml_node about = tree_.child(node, "omschrijving");
        p.typering = rich(tree_.child(about, "typeringvanhetberoep"));
        const xml_node vereisten = tree_.child(about, "wettelijkeberoepsvereisten");
        p.beroepsvereisten = {squeezed(tree_.text(vereisten)), tree_.at(vereisten)};  // a word, or a text that is read below
        p.toelichting_beroepsvereisten = rich(tree_.child(about, "toelichtingwettelijkeberoepsvereisten"));
        if (!p.beroepsvereisten.value.empty() && !model::heeft_vorm(model::Vorm::ja_nee, p.beroepsvereisten.value))
            add(p.toelichting_beroepsvereisten, rich_text(std::exchange(p.beroepsvereisten, {}).value, tree_.at(vereisten), tree_.diagnostics()));
        add(p.toelichting_beroepsvereisten, rich(tree_.child(about, "bronwettelijkeberoepsvereisten")));
        const xml_node sbu = tree_.child(about, "sbu");
        p.sbu = number(tree_.line(sbu), model::Vorm::aantal);
        const xml_node soort = tree_.child(about, "soortopleiding");
        p.soort = tree_.line(soort);
        for (const xml_node crebo : tree_.children(tree_.child(node, "creboinformatie"), "crebo")) profielcrebo(crebo, p);
        kerntaken(tree_.child(node, "profielkerntaken"), p.code.value, "profielwerkprocessen", p.kerntaken);
    }

    void profielcrebo(xml_node node, model::Profiel& p) {
        Text crebo = crebo_of(node);
        if (!p.crebo.value.empty())
            tree_.warn("sbb-not-carried", tree_.at(node), "a profiel has one crebo, left out: " + quoted(crebo.value));
        else
            p.crebo = std::move(crebo);
        // The dates of the dossier say it already.
        if (tree_.date({squeezed(node.attribute("Geldig_vanaf").value()), tree_.name(node)}).value == dossier_.geldig_van.value) (void)tree_.attribute(node, "Geldig_vanaf");
    }

    model::Getal number(const Text& text, model::Vorm vorm) {
        model::Getal out{0, text.location};
        if (text.value.empty() || text.value == "0") return out;
        if (!model::heeft_vorm(vorm, text.value))
            tree_.warn("sbb-not-carried", text.location, "found " + quoted(text.value) + ", expected " + std::string(model::verwacht(vorm)) + "; left out");
        else
            (void)std::from_chars(text.value.data(), text.value.data() + text.value.size(), out.value);
        return out;
    }

    xml_node root_;
    SbbTree tree_;
    SbbTable competenties_, kennis_, categorieen_, profielcodes_;
    std::vector<phrases::NamedProfiel> namen_;
    model::Dossier dossier_;
};

}  // namespace

std::optional<model::Dossier> import_sbb(const Source& source, Diagnostics& diagnostics) {
    const auto xml = xml::XmlDocument::load(source, diagnostics);
    if (!xml) return std::nullopt;
    if (std::string_view(xml->root().name()) != "sbb") {
        diagnostics.error("sbb-other-format", xml->name_of(xml->root()), "found root element " + quoted(xml->root().name()) + ", expected \"sbb\"");
        return std::nullopt;
    }
    if (!xml->root().child("dossiers").child("dossier")) {
        diagnostics.error("sbb-no-dossier", xml->name_of(xml->root()), "found no \"dossier\" in \"dossiers\", expected one");
        return std::nullopt;
    }
    model::Dossier dossier = SbbImporter(*xml, diagnostics).run();
    if (dossier.profielen.empty()) {
        diagnostics.error("sbb-no-dossier", xml->name_of(xml->root()), "found no \"profiel\" in \"profielen\", expected at least one");
        return std::nullopt;
    }
    return dossier;
}

}  // namespace dossier::sbb
