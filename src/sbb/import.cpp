/// A file of SBB as a dossier: registration, front page, basisdeel and profielen, and the account of what was not read. What is
/// in a kerntaak has files of its own (import_*.cpp).

#include "sbb/sbb.hpp"

#include "phrases/generiek.hpp"
#include "sbb/import_eisen.hpp"
#include "sbb/import_file.hpp"
#include "sbb/import_kerntaken.hpp"
#include "sbb/rich_text.hpp"
#include "sbb/verantwoording.hpp"

#include <charconv>
#include <utility>

namespace dossier::sbb {
namespace {

using model::Tekst;
using model::Text;
using pugi::xml_node;

class SbbImporter {
public:
    SbbImporter(const xml::XmlDocument& xml, Diagnostics& diagnostics) : root_(xml.root()), file_(xml, diagnostics), tree_(file_.tree) {}

    model::Dossier run() {
        SbbTable domeinen = table("domeinen", "domein", "crebo");
        SbbTable sectorkamers = table("sectorkamers", "sectorkamer");
        file_.competenties = table("competenties", "competentie", "code");
        const xml_node dossier = tree_.child(tree_.child(root_, "dossiers"), "dossier");
        file_.kennis = tree_.table(tree_.child(dossier, "kennisenvaardigheden"), "kennisofvaardigheid");
        file_.categorieen = tree_.table(tree_.child(dossier, "categoriekennisenvaardigheden"), "categorie");
        profielen_of(dossier);
        registration(dossier, domeinen);
        voorblad(tree_.child(dossier, "voorblad"), sectorkamers);
        leeswijzer(tree_.child(tree_.child(dossier, "inleiding"), "omschrijving"));
        basis(tree_.child(dossier, "basis"));
        for (const xml_node node : tree_.children(tree_.child(dossier, "profielen"), "profiel")) profiel(node);
        std::vector<model::Paragraaf> rest =
            read_verantwoording(tree_.child(dossier, "verantwoordingsinformatie"), tree_, file_.profielcodes);
        std::move(rest.begin(), rest.end(), std::back_inserter(dossier_.verantwoording));
        dossier_.beoordeling = model::default_beoordeling();
        // Tables list what all dossiers share.
        for (const char* shared : {"domeinen", "sectorkamers", "competenties"}) tree_.settle(root_.child(shared));
        report_unreferenced(file_.kennis, "kennisofvaardigheid");
        report_unreferenced(file_.categorieen, "categorie");
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
                tree_.warn("sbb-not-referenced", tree_.name(entry.node),
                           say("no kerntaak refers to this {}, left out: {}", what, quoted(entry.titel)));
    }

    void profielen_of(xml_node dossier) {
        std::size_t position = 0;
        for (const xml_node node : dossier.child("profielen").children("profiel")) {
            const std::string code = "P" + std::to_string(file_.chapter(node, ++position));
            file_.namen.push_back({code, node.attribute("titel").value()});
            file_.profielcodes.try_emplace(node.attribute("nr").value(), SbbEntry{"", code, node, true});
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
            tree_.warn("sbb-unknown-reference", domein.location,
                       say("\"referentiedomein\" refers to number {}, which is not in the file", quoted(domein.value)));
        }
        const std::vector<xml_node> crebos = tree_.children(tree_.child(dossier, "dossiercrebos"), "dossiercrebo");
        for (const xml_node node : crebos) {
            Text crebo = crebo_of(node);
            if (!dossier_.crebo.value.empty()) {
                tree_.warn("sbb-not-carried", tree_.at(node), say("a dossier has one crebo, left out: {}", quoted(crebo.value)));
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
        tree_.warn("sbb-not-carried", crebo.location, say("found crebo {}, expected five digits; left out", quoted(crebo.value)));
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
        for (const RichPart& part : rich_parts(tree_.rich(node), tree_.at(node), tree_.diagnostics())) {
            if (part.notation.empty() && (part.titel == "Leeswijzer" || part.titel.empty())) continue;
            model::Paragraaf& p = dossier_.leeswijzer.emplace_back();
            p.location = tree_.at(node);
            if (part.titel != "Leeswijzer") p.titel = {part.titel, p.location};
            p.tekst = part.tekst(p.location);
        }
    }

    void basis(xml_node node) {
        const xml_node groep = tree_.child(node, "typeringberoepengroep");
        const auto below = [&](std::string_view name) { return file_.rich(tree_.child(tree_.child(groep, name), "omschrijving")); };
        dossier_.basisdeel.beroepsgroep.context = below("context");
        dossier_.basisdeel.beroepsgroep.beroepshouding = below("beroepshouding");
        dossier_.basisdeel.beroepsgroep.resultaat = below("resultaatvanhetberoep");
        const xml_node taken = tree_.child(node, "basistaken");
        read_kerntaken(tree_.child(taken, "basiskerntaken"), "B1", "basiswerkprocessen", file_, dossier_.basisdeel.kerntaken);
        generiek(tree_.child(tree_.child(taken, "generieke_onderdelen"), "omschrijving"));
    }

    void generiek(xml_node node) {
        if (!node) return;
        const Location at = tree_.at(node);
        model::Generiek& to = dossier_.basisdeel.generiek;
        for (const RichPart& part : rich_parts(tree_.rich(node), at, tree_.diagnostics())) {
            Tekst tekst = part.tekst(at);
            if (part.titel.empty() || part.titel == "Generieke onderdelen")
                std::move(tekst.blokken.begin(), tekst.blokken.end(), std::back_inserter(to.inleiding.blokken));
            else to.onderdelen.push_back(phrases::generiek_onderdeel({part.titel, at}, std::move(tekst)));
        }
    }

    void profiel(xml_node node) {
        model::Profiel& p = dossier_.profielen.emplace_back();
        p.location = tree_.name(node);
        (void)tree_.attribute(node, "nr");
        const auto code = file_.profielcodes.find(node.attribute("nr").value());
        p.code = {code == file_.profielcodes.end() ? "P" + std::to_string(dossier_.profielen.size()) : code->second.code, p.location};
        p.naam = tree_.attribute(node, "titel");
        p.niveau = number(tree_.attribute(node, "niveau"), model::Vorm::niveau);
        const xml_node about = tree_.child(node, "omschrijving");
        p.typering = file_.rich(tree_.child(about, "typeringvanhetberoep"));
        const xml_node vereisten = tree_.child(about, "wettelijkeberoepsvereisten");
        Typed words = tree_.rich(vereisten);
        words.text = squeezed(words.text);
        p.beroepsvereisten = {words.text, tree_.at(vereisten)};  // a word, or a text that is read below
        p.toelichting_beroepsvereisten = file_.rich(tree_.child(about, "toelichtingwettelijkeberoepsvereisten"));
        if (!words.text.empty() && !model::heeft_vorm(model::Vorm::ja_nee, words.text)) {
            p.beroepsvereisten = {};
            add(p.toelichting_beroepsvereisten, rich_text(words, tree_.at(vereisten), tree_.diagnostics()));
        }
        add(p.toelichting_beroepsvereisten, file_.rich(tree_.child(about, "bronwettelijkeberoepsvereisten")));
        const xml_node sbu = tree_.child(about, "sbu");
        p.sbu = number(tree_.line(sbu), model::Vorm::aantal);
        const xml_node soort = tree_.child(about, "soortopleiding");
        p.soort = tree_.line(soort);
        for (const xml_node crebo : tree_.children(tree_.child(node, "creboinformatie"), "crebo")) profielcrebo(crebo, p);
        read_kerntaken(tree_.child(node, "profielkerntaken"), p.code.value, "profielwerkprocessen", file_, p.kerntaken);
    }

    void profielcrebo(xml_node node, model::Profiel& p) {
        Text crebo = crebo_of(node);
        if (!p.crebo.value.empty())
            tree_.warn("sbb-not-carried", tree_.at(node), say("a profiel has one crebo, left out: {}", quoted(crebo.value)));
        else p.crebo = std::move(crebo);
        // The dates of the dossier say it already.
        const Text from = tree_.date({squeezed(node.attribute("Geldig_vanaf").value()), tree_.name(node)});
        if (from.value == dossier_.geldig_van.value) (void)tree_.attribute(node, "Geldig_vanaf");
    }

    model::Getal number(const Text& text, model::Vorm vorm) {
        model::Getal out{0, text.location};
        if (text.value.empty() || text.value == "0") return out;
        if (!model::heeft_vorm(vorm, text.value))
            tree_.warn("sbb-not-carried", text.location, say("found {}, expected {}; left out", quoted(text.value), model::verwacht(vorm)));
        else (void)std::from_chars(text.value.data(), text.value.data() + text.value.size(), out.value);
        return out;
    }

    xml_node root_;
    ImportFile file_;
    SbbTree& tree_;  ///< of `file_`
    model::Dossier dossier_;
};

}  // namespace

std::optional<model::Dossier> import_sbb(const Source& source, Diagnostics& diagnostics) {
    const auto xml = xml::XmlDocument::load(source, diagnostics);
    if (!xml) return std::nullopt;
    if (std::string_view(xml->root().name()) != "sbb") {
        diagnostics.error("sbb-other-format", xml->name_of(xml->root()),
                          say("found root element {}, expected \"sbb\"", quoted(xml->root().name())));
        return std::nullopt;
    }
    if (!xml->root().child("dossiers").child("dossier")) {
        diagnostics.error("sbb-no-dossier", xml->name_of(xml->root()), say("found no \"dossier\" in \"dossiers\", expected one"));
        return std::nullopt;
    }
    model::Dossier dossier = SbbImporter(*xml, diagnostics).run();
    if (dossier.profielen.empty()) {
        diagnostics.error("sbb-no-dossier", xml->name_of(xml->root()), say("found no \"profiel\" in \"profielen\", expected at least one"));
        return std::nullopt;
    }
    return dossier;
}

}  // namespace dossier::sbb
