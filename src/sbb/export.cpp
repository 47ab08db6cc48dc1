/// A dossier as a file of SBB: the tables in front, the front page, basisdeel and profielen. What is in a kerntaak, the
/// verantwoording, the numbers and the report of what is lost have files of their own (export_*.cpp).

#include "sbb/sbb.hpp"

#include "sbb/export_kerntaken.hpp"
#include "sbb/export_losses.hpp"
#include "sbb/export_numbers.hpp"
#include "sbb/export_texts.hpp"
#include "sbb/export_verantwoording.hpp"
#include "sbb/verantwoording.hpp"

namespace dossier::sbb {
namespace {

using model::Dossier;
using model::Tekst;

class Exporter {
public:
    explicit Exporter(const Dossier& dossier) : d_(dossier), xml_(true), numbers_(dossier) {}

    std::string run() {
        xml_.open("sbb");
        tables();
        xml_.open("dossiers");
        const std::string nr = sbb_number(d_.bron.titel.value);
        xml_.open("dossier", {{"nr", nr.empty() ? "1" : nr},
                              {"titel", d_.naam.value},
                              {"versie", d_.versie.value},
                              {"referentievorigeversie", ""},
                              {"status", ""},
                              {"referentiedomein", d_.domein.value.empty() ? "" : "1"},
                              {"wettelijkeberoepsvereisten", ""},
                              {"positief_advies_toetsingskamer", ""}});
        registration();
        numbers_.kennis.write(xml_, "kennisenvaardigheden", "kennisofvaardigheid");
        numbers_.categorieen.write(xml_, "categoriekennisenvaardigheden", "categorie");
        voorblad();
        xml_.open("inleiding", {{"titel", "Inleiding"}});
        xml_.leaf("omschrijving", d_.leeswijzer.empty() ? "" : "<h1>Leeswijzer</h1>" + headed(d_.leeswijzer, true));
        xml_.close();
        basis();
        xml_.open("profielen", {{"titel", "Profieldeel"}});
        for (const model::Profiel& p : d_.profielen) profiel(p);
        xml_.close();
        write_verantwoording(xml_, numbers_, d_);
        for (int i = 0; i < 3; ++i) xml_.close();
        return std::move(xml_).take();
    }

private:
    void tables() {
        std::string domein = d_.domein.value;
        std::string crebo;
        if (domein.size() > 8 && domein.ends_with(')') && domein[domein.size() - 7] == '(') {
            crebo = domein.substr(domein.size() - 6, 5);
            domein.resize(domein.size() - 8);
        }
        xml_.open("domeinen");
        if (!domein.empty())
            xml_.leaf("domein", "", {{"nr", "1"}, {"titel", domein}, {"crebo", crebo}, {"prijsfactor", ""}, {"OBK_ID", ""}});
        xml_.close();
        xml_.open("sectorkamers");
        if (!d_.sectorkamer.value.empty()) xml_.leaf("sectorkamer", "", {{"nr", "1"}, {"titel", d_.sectorkamer.value}});
        xml_.close();
        xml_.open("competenties");
        for (const model::Competentie& c : model::competenties())
            xml_.leaf("competentie", "", {{"nr", number_of(c)}, {"titel", c.naam}, {"code", std::string_view(&c.letter, 1)}});
        xml_.close();
    }

    void crebo(std::string_view name, const std::string& number, const std::string& from, const std::string& to) {
        xml_.leaf(
            name, number,
            {{"ministerie", ""}, {"prijsfactor", ""}, {"Geldig_vanaf", from}, {"Datum_einde_instroom", ""}, {"Datum_einde_opleiding", to}});
    }

    void registration() {
        xml_.open("dossiercrebos");
        crebo("dossiercrebo", d_.crebo.value, day_first(d_.geldig_van.value), day_first(d_.geldig_tot.value));
        xml_.close();
    }

    void voorblad() {
        xml_.open("voorblad", {{"titel", "Voorblad"}});
        xml_.open("omschrijving");
        xml_.open("penvoerder");
        if (!d_.sectorkamer.value.empty()) xml_.leaf("sectorkamer", "", {{"referentie", "1"}});
        xml_.close();
        write_vaststelling(xml_, d_);
        xml_.close();
        xml_.close();
    }

    void omschrijving(std::string_view name, const Tekst& tekst) {
        xml_.open(name);
        xml_.leaf("omschrijving", plain_or_pre(tekst));
        xml_.close();
    }

    void basis() {
        xml_.open("basis", {{"titel", "Basisdeel"}});
        xml_.open("typeringberoepengroep", {{"titel", "Typering van de beroepengroep"}});
        omschrijving("context", d_.basisdeel.beroepsgroep.context);
        omschrijving("beroepshouding", d_.basisdeel.beroepsgroep.beroepshouding);
        omschrijving("resultaatvanhetberoep", d_.basisdeel.beroepsgroep.resultaat);
        xml_.close();
        xml_.open("basistaken", {{"titel", "Beroepsspecifieke onderdelen"}});
        xml_.open("basiskerntaken");
        write_kerntaken(xml_, numbers_, d_.basisdeel.kerntaken, Deel::basis);
        xml_.close();
        generiek();
        xml_.close();
        xml_.close();
    }

    void generiek() {
        const model::Generiek& g = d_.basisdeel.generiek;
        std::vector<model::Paragraaf> parts;
        for (const model::GeneriekOnderdeel& o : g.onderdelen) parts.push_back({o.titel, o.tekst, {}});
        std::string html;
        if (!g.empty())
            html = "<h1>Generieke onderdelen</h1><pre>" + html_escaped(notation_of(g.inleiding)) + "</pre>" + headed(parts, false);
        xml_.open("generieke_onderdelen", {{"titel", "Generieke onderdelen"}});
        xml_.leaf("omschrijving", html);
        xml_.close();
    }

    void profiel(const model::Profiel& p) {
        xml_.open("profiel", {{"nr", numbers_.profiel(p.code.value)},
                              {"titel", p.naam.value},
                              {"hoofdstuk", chapter_of(p.code.value)},
                              {"niveau", number_of(p.niveau)},
                              {"beroepsgroep", ""}});
        xml_.open("omschrijving");
        xml_.leaf("typeringvanhetberoep", plain_or_pre(p.typering));
        xml_.leaf("wettelijkeberoepsvereisten", p.beroepsvereisten.value);
        xml_.leaf("toelichtingwettelijkeberoepsvereisten", plain_or_pre(p.toelichting_beroepsvereisten));
        xml_.leaf("bronwettelijkeberoepsvereisten", "");
        xml_.leaf("certificaten", "");
        xml_.leaf("sbu", number_of(p.sbu));
        xml_.leaf("soortopleiding", p.soort.value);
        xml_.leaf("instellingendieaanmogenbieden", "");
        xml_.close();
        xml_.open("creboinformatie");
        crebo("crebo", p.crebo.value, day_first(d_.geldig_van.value), "");
        xml_.close();
        xml_.open("profielkerntaken");
        write_kerntaken(xml_, numbers_, p.kerntaken, Deel::profiel);
        xml_.close();
        xml_.close();
    }

    const Dossier& d_;
    xml::Markup xml_;
    ExportNumbers numbers_;
};

}  // namespace

std::string write_sbb(const Dossier& dossier, Diagnostics& diagnostics) {
    report_left_out(dossier, diagnostics);
    std::string xml = Exporter(dossier).run();
    report_changed(dossier, xml, diagnostics);
    return xml;
}

}  // namespace dossier::sbb
