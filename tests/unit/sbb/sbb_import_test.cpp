#include "../common/sample.hpp"
#include "../common/seed.hpp"
#include "sbb/gedrag.hpp"
#include "sbb/rich_text.hpp"
#include "sbb/sbb.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::model;

namespace {

/// A small file; each argument is put in its place.
std::string sbb_file(const std::string& in_dossier = "", const std::string& kerntaak = "", const std::string& werkproces = "",
                     const std::string& dossier_attributes = "") {
    return "<sbb><domeinen><domein nr='1' titel='Horeca' crebo='79130'/></domeinen><sectorkamers>"
           "<sectorkamer nr='2' titel='Gastvrijheid'/></sectorkamers>"
           "<competenties><competentie nr='3' titel='Leren' code='P'/><competentie nr='4' titel='Begeleiden' code='C'/></competenties>\n"
           "<dossiers><dossier nr='9' titel='Keuken' referentiedomein='1' " +
           dossier_attributes +
           ">"
           "<dossiercrebos><dossiercrebo Geldig_vanaf='01-08-2015'>23189</dossiercrebo></dossiercrebos>"
           "<kennisenvaardigheden><kennisofvaardigheid nr='10' titel='kan snijden '/><kennisofvaardigheid nr='11' titel='kan bakken'/>"
           "</kennisenvaardigheden>\n" +
           in_dossier + "\n<basis><basistaken><basiskerntaken><kerntaak nr='20' titel='Kookt' hoofdstuk='1'>\n" + kerntaak +
           "\n<vakkennisenvaardigheden><vakkennisenvaardigheden referentie='10'/><vakkennisenvaardighedenperprofiel>"
           "<aanvullend><profiel referentie='31'/><vakkennisenvaardighedenonderdelen><vakkennisenvaardigheden referentie='11'/>"
           "</vakkennisenvaardighedenonderdelen></aanvullend>"
           "</vakkennisenvaardighedenperprofiel></vakkennisenvaardigheden>"
           "<basiswerkprocessen><werkproces nr='21' titel='Snijdt' hoofdstuk='1'>\n" +
           werkproces +
           "\n</werkproces></basiswerkprocessen></kerntaak></basiskerntaken></basistaken></basis>"
           "<profielen><profiel nr='30' titel='Kok' hoofdstuk='1' niveau='2'/><profiel nr='31' titel='Bakker' hoofdstuk='2' niveau='3'/>"
           "</profielen>"
           "</dossier></dossiers></sbb>";
}

std::string sbb_report(const std::string& xml) {
    const Source source{"sbb.xml", xml};
    Diagnostics diagnostics;
    (void)sbb::import_sbb(source, diagnostics);
    diagnostics.sort();
    return report(diagnostics);
}

Dossier imported(const std::string& xml) {
    const Source source{"sbb.xml", xml};
    Diagnostics diagnostics;
    auto dossier = sbb::import_sbb(source, diagnostics);
    CHECK(report(diagnostics) == "");
    REQUIRE(dossier);
    return std::move(*dossier);
}

std::vector<std::string> criteria(const std::string& raw) {
    Diagnostics diagnostics;
    std::vector<std::string> out;
    for (const Text& t : sbb::split_gedrag(sbb::typed(raw), {}, {}, diagnostics).criteria) out.push_back(t.value);
    CHECK(diagnostics.all().empty());
    return out;
}

std::string rich(const std::string& raw) {
    Diagnostics diagnostics;
    return write_tekst(sbb::rich_text(sbb::typed(raw), {}, diagnostics), 1000);
}

}  // namespace

TEST_CASE("sbb: plain text and HTML become paragraphs and lists") {
    CHECK(rich("Een  zin.\nNog een.\n\n\n*noot\n") == "Een zin.\n\nNog een.\n\n* noot");
    CHECK(rich("Let op:\n- a;\n\xE2\x80\xA2 b.\nKlaar") == "Let op:\n\n- a;\n- b.\n\nKlaar");
    CHECK(rich("1. een\n2.\ttwee") == "1. een\n2. twee");
    CHECK(rich("<p>Een <b>zin</b>.<br/>Twee</p><ul><li>a<ol><li type=\"a\">b</li></ol></li></ul>") == "Een zin.\n\nTwee\n\n- a\n  a. b");
    CHECK(rich("&lt;p&gt;caf&eacute; &amp;amp; bar&lt;/p&gt;") == "café & bar");
    CHECK(rich("wet <andere relevante wetgeving> en a < b") == "wet <andere relevante wetgeving> en a < b");
    CHECK(rich("<p>Zie <a href=\"https://x.nl/\">x.nl</a> en <a href=\"https://y.nl\">hier</a></p>") == "Zie x.nl en hier (https://y.nl)");
    CHECK(rich("<pre>- a\n  - b\n\n1. c</pre>") == "- a\n  - b\n\n1. c");
    CHECK(rich("<p>" + std::string(4'000'000, '&')).size() == 4'000'000);
    Diagnostics diagnostics;
    const auto parts = sbb::rich_parts(
        sbb::typed("<h1>A</h1><p>een</p><h2>B</h2>twee<img src='x'/><table><tr><td>c</td><td>d</td></tr></table>"), {}, diagnostics);
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].titel == "B");
    CHECK(parts[1].notation == "twee\n\nc d");
    CHECK(report(diagnostics) == "warning: picture is left out\nwarning: table is written as lines of text\n");
}

TEST_CASE("sbb: gedrag is split into criteria") {
    using List = std::vector<std::string>;
    CHECK(criteria("De kok:\n- snijdt;\n- bakt. \n\n") == List{"snijdt;", "bakt."});
    CHECK(criteria("De kok: - snijdt; - bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("De kok:\n-snijdt;\n-bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("De kok:\n- snijdt\nsnel;\n- bakt.") == List{"snijdt snel;", "bakt."});
    CHECK(criteria("De kok:\n- let op:\n  - mes;\n  - vuur.\n- bakt.") == List{"let op: - mes; - vuur.", "bakt."});
    CHECK(criteria("De kok:\nsnijdt;\nbakt;") == List{"snijdt;", "bakt;"});
    CHECK(criteria("De kok:\n- snijdt;\nDe bakker:\n- bakt.") == List{"snijdt;", "De bakker: bakt."});
    CHECK(criteria("De kok:\n1. snijdt;\n2. bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("De kok:\n1) snijdt;\n2) bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("De kok:\n• snijdt\n• bakt") == List{"snijdt", "bakt"});
    CHECK(criteria("De kok: • snijdt • bakt – en braadt") == List{"snijdt", "bakt – en braadt"});
    CHECK(criteria("De kok:\n– snijdt\n– bakt") == List{"snijdt", "bakt"});
    CHECK(criteria("De kok:\n-Snijdt\n-Bakt") == List{"Snijdt", "Bakt"});
    CHECK(criteria("De kok:\nsnijdt\nbakt") == List{"snijdt", "bakt"});
    CHECK(criteria("De kok werkt schoon.\nDe kok:\n- snijdt;\n- bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("- snijdt;\n- bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("<p>De kok:</p><ul><li>snijdt &amp; hakt;</li><li><b>bakt</b>.</li></ul>") == List{"snijdt & hakt;", "bakt."});
    CHECK(criteria("<p>De kok:</p><p>- snijdt;</p><p>- bakt.</p>") == List{"snijdt;", "bakt."});
    CHECK(criteria("De kok:<br/>- snijdt;<br/>- bakt.") == List{"snijdt;", "bakt."});
    CHECK(criteria("De caf&eacute;baas:\n- schenkt.") == List{"schenkt."});
    CHECK(criteria(" \n") == List{});
    Diagnostics diagnostics;
    CHECK(sbb::split_gedrag(sbb::typed("Alles goed"), {}, {}, diagnostics).criteria.at(0).value == "Alles goed");
    CHECK(sbb::split_gedrag(sbb::typed("De kok:\n- bakt.\nLet op"), {}, {}, diagnostics).criteria.at(0).value == "bakt. Let op");
    CHECK(report(diagnostics) ==
          "warning: found no criteria in gedrag, the text is one criterium\n"
          "warning: found text behind the last criterium, it is added to it: \"Let op\"\n");
}

TEST_CASE("sbb: codes, tables and aanvullende eisen") {
    const Dossier d = imported(sbb_file(
        "<voorblad><omschrijving><penvoerder><sectorkamer referentie='2'/></penvoerder></omschrijving></voorblad>",
        "<complexiteit><![CDATA[Laag.]]><complexiteitperprofiel><aanvullend><profiel referentie='31'/><complexiteit>Hoog.</complexiteit>"
        "</aanvullend>"
        "<aanvullend><profiel referentie='30'/><complexiteit><![CDATA[ ]]></complexiteit></aanvullend></complexiteitperprofiel>"
        "</complexiteit>",
        "<werkprocesgedrag>De kok:\n- snijdt;\n- bakt.<werkprocesgedragperprofiel><aanvullend><profiel referentie='31'/>"
        "<omschrijving>De bakker:\n- kneedt.</omschrijving></aanvullend>"
        "</werkprocesgedragperprofiel></werkprocesgedrag><werkprocescompetenties><competentie referentie='3'/>"
        "<werkprocescompetentiesperprofiel><aanvullend>"
        "<profiel referentie='31'/><omschrijving><competentie referentie='4'/></omschrijving></aanvullend>"
        "</werkprocescompetentiesperprofiel></werkprocescompetenties>"));
    CHECK(d.naam.value == "Keuken");
    CHECK(d.crebo.value == "23189");
    CHECK(d.geldig_van.value == "2015-08-01");
    CHECK(d.domein.value == "Horeca (79130)");
    CHECK(d.sectorkamer.value == "Gastvrijheid");
    const Kerntaak& k = d.basisdeel.kerntaken.at(0);
    CHECK(k.code.value == "B1-K1");
    CHECK(k.vakkennis.rubrieken.at(0).items.at(0).value == "kan snijden");
    REQUIRE(k.aanvullende_eisen.size() == 1);  // the empty one of P1 is no eis
    CHECK(k.aanvullende_eisen[0].profiel.value == "P2");
    CHECK(write_tekst(k.aanvullende_eisen[0].complexiteit, 100) == "Hoog.");
    CHECK(k.aanvullende_eisen[0].vakkennis.rubrieken.at(0).items.at(0).value == "kan bakken");
    const Werkproces& w = k.werkprocessen.at(0);
    CHECK(w.code.value == "B1-K1-W1");
    CHECK(w.competenties.at(0).value == "Leren");
    REQUIRE(w.aanvullende_eisen.size() == 1);
    CHECK(w.aanvullende_eisen[0].gedrag.criteria.at(0).value == "kneedt.");
    CHECK(w.aanvullende_eisen[0].gedrag.eerste_nummer == 3);
    CHECK(w.aanvullende_eisen[0].competenties.at(0).value == "Begeleiden");
    CHECK(d.profielen.at(1).code.value == "P2");
    CHECK(d.profielen.at(1).niveau.value == 3);
}

TEST_CASE("sbb: vakkennis by category, and headings among the items") {
    const std::string xml =
        "<sbb><dossiers><dossier titel='K'><kennisenvaardigheden><kennisofvaardigheid nr='1' titel='de bakker:'/>"
        "<kennisofvaardigheid nr='2' titel='kan bakken'/>"
        "<kennisofvaardigheid nr='3' titel='kan kneden'/></kennisenvaardigheden><categoriekennisenvaardigheden>"
        "<categorie nr='5' titel='Deeg'/></categoriekennisenvaardigheden>"
        "<profielen><profiel nr='30' titel='Bakker' hoofdstuk='1'><profielkerntaken><kerntaak titel='Bakt' hoofdstuk='1'>"
        "<vakkennisenvaardigheden>"
        "<vakkennisenvaardigheden referentie='1'/><vakkennisenvaardigheden referentie='2'/><vakkennisenvaardigheden_met_categorie>"
        "<categorie referentie='5'>"
        "<vakkennisenvaardigheden referentie='3'/></categorie></vakkennisenvaardigheden_met_categorie></vakkennisenvaardigheden>"
        "</kerntaak></profielkerntaken></profiel></profielen>"
        "</dossier></dossiers></sbb>";
    const auto rubrieken = imported(xml).profielen.at(0).kerntaken.at(0).vakkennis.rubrieken;
    REQUIRE(rubrieken.size() == 2);
    CHECK(rubrieken[0].titel.value == "de bakker:");
    CHECK(rubrieken[0].items.at(0).value == "kan bakken");
    CHECK(rubrieken[1].titel.value == "Deeg");
    CHECK(rubrieken[1].items.at(0).value == "kan kneden");
}

TEST_CASE("sbb: parts for one profiel add up, one part may be for several, headings keep their words") {
    const auto part = [](const std::string& profielen, const std::string& gedrag) {
        std::string out = "<aanvullend>";
        for (const char p : profielen) out += std::string("<profiel referentie='3") + p + "'/>";
        return out + "<omschrijving>" + gedrag + "</omschrijving></aanvullend>";
    };
    std::string xml = sbb_file("", "",
                               "<werkprocesgedrag>De kok:\n- snijdt.<werkprocesgedragperprofiel>" + part("1", "De bakker:\n- kneedt.") +
                                   part("01", "De bakker:\n- proeft.") + part("1", "De chef:\n- leidt.") +
                                   "</werkprocesgedragperprofiel></werkprocesgedrag>");
    xml.replace(xml.find("kan bakken"), 10, "kan bakken:");
    const Dossier d = imported(xml);
    const auto& eisen = d.basisdeel.kerntaken.at(0).werkprocessen.at(0).aanvullende_eisen;
    REQUIRE(eisen.size() == 2);
    CHECK(eisen[0].profiel.value == "P1");
    CHECK(eisen[0].gedrag.criteria.at(0).value == "proeft.");
    REQUIRE(eisen[1].gedrag.criteria.size() == 3);
    CHECK(eisen[1].gedrag.criteria[0].value == "kneedt.");
    CHECK(eisen[1].gedrag.criteria[1].value == "proeft.");
    CHECK(eisen[1].gedrag.criteria[2].value == "De chef: leidt.");
    CHECK(d.basisdeel.kerntaken.at(0).aanvullende_eisen.at(0).vakkennis.rubrieken.at(0).items.at(0).value == "kan bakken:");
}

TEST_CASE("sbb: nothing is left out in silence") {
    CHECK(sbb_report(sbb_file("los")) ==
          "sbb.xml:2:12: warning: a dossier has no place for text in \"dossier\", left out: \"los\"\n"
          "     2 | <dossiers><dossier nr='9' titel='Keuken' referentiedomein='1' ><dossiercrebos>"
          "<dossiercrebo Geldig_vanaf='01-08-2015'>23189</dossiercrebo></dossiercrebos><kenni\n"
          "       |            ^~~~~~~\n");
    CHECK(sbb_report(sbb_file("<nieuw>Iets\nnieuws</nieuw>")) ==
          "sbb.xml:3:2: warning: unknown element \"nieuw\" in \"dossier\", left out: \"Iets nieuws\"\n"
          "     3 | <nieuw>Iets\n"
          "       |  ^~~~~\n");
    CHECK(sbb_report(sbb_file("", "", "", "status='Concept'"))
              .find(": warning: a dossier has no place for \"status\" of \"dossier\", left out: \"Concept\"\n") != std::string::npos);
    CHECK(sbb_report(sbb_file("<categoriekennisenvaardigheden><categorie nr='5' titel='Deeg'/></categoriekennisenvaardigheden>")) ==
          "sbb.xml:3:33: warning: no kerntaak refers to this categorie, left out: \"Deeg\"\n"
          "     3 | <categoriekennisenvaardigheden><categorie nr='5' titel='Deeg'/></categoriekennisenvaardigheden>\n"
          "       |                                 ^~~~~~~~~\n");
    CHECK(sbb_report(sbb_file("", "", "<werkprocescompetenties><competentie referentie='99'/></werkprocescompetenties>")) ==
          "sbb.xml:7:38: warning: \"competentie\" refers to number \"99\", which is not in the file\n"
          "     7 | <werkprocescompetenties><competentie referentie='99'/></werkprocescompetenties>\n"
          "       |                                      ^~~~~~~~~~\n");
    CHECK(sbb_report(sbb_file("",
                              "<complexiteit>Laag<complexiteitperprofiel><aanvullend><profiel referentie='77'/>"
                              "<complexiteit>Hoog</complexiteit></aanvullend></complexiteitperprofiel></complexiteit>"))
              .find("warning: aanvullende eis of no known profiel, left out: \"Hoog\"\n") != std::string::npos);
    CHECK(sbb_report(sbb_file("<voorblad><omschrijving><verantwoording><vaststellingsinformatie>\n<vastgesteldop>2015</vastgesteldop>"
                              "</vaststellingsinformatie></verantwoording></omschrijving></voorblad>")) ==
          "sbb.xml:4:16: warning: found \"2015\", expected a date like \"01-08-2015\"\n"
          "     4 | <vastgesteldop>2015</vastgesteldop></vaststellingsinformatie></verantwoording></omschrijving></voorblad>\n"
          "       |                ^~~~\n");
    std::string chapter = sbb_file();
    chapter.replace(chapter.find("titel='Kookt' hoofdstuk='1'") + 14, 13, "hoofdstuk='x'");
    CHECK(sbb_report(chapter).find(": warning: found hoofdstuk \"x\", expected a number from 1 to 99; its place counts: 1\n") !=
          std::string::npos);
    std::string many = sbb_file();
    std::string rows;
    for (int i = 0; i < 100000; ++i) rows += "<x a='b'/>";
    CHECK(sbb_report(sbb_file(rows)).find("more\n") != std::string::npos);
}

TEST_CASE("sbb: what is no SBB file") {
    CHECK(sbb_report("<a/>") ==
          "sbb.xml:1:2: error: found root element \"a\", expected \"sbb\"\n"
          "     1 | <a/>\n"
          "       |  ^\n");
    CHECK(sbb_report("<sbb/>") ==
          "sbb.xml:1:2: error: found no \"dossier\" in \"dossiers\", expected one\n"
          "     1 | <sbb/>\n"
          "       |  ^~~\n");
    CHECK(sbb_report("<sbb><dossiers><dossier titel='x'/></dossiers></sbb>") ==
          "sbb.xml:1:2: error: found no \"profiel\" in \"profielen\", expected at least one\n"
          "     1 | <sbb><dossiers><dossier titel='x'/></dossiers></sbb>\n"
          "       |  ^~~\n");
}

TEST_CASE("sbb: a published file") {
    const auto folder = test::external("examples");
    if (folder.empty()) return;
    const Source source{"sbb.xml", test::file(folder / "sbb-2755-dienstverlening.xml")};
    Diagnostics diagnostics;
    const auto d = sbb::import_sbb(source, diagnostics);
    REQUIRE(d);
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(diagnostics.warnings() == 23);
    std::size_t criteria = 0, items = 0, links = 0, werkprocessen = 0;
    std::vector<Kerntaak> kerntaken = d->basisdeel.kerntaken;
    for (const Profiel& p : d->profielen) kerntaken.insert(kerntaken.end(), p.kerntaken.begin(), p.kerntaken.end());
    for (const Kerntaak& k : kerntaken) {
        for (const Rubriek& r : k.vakkennis.rubrieken) items += r.items.size();
        for (const Werkproces& w : k.werkprocessen) {
            ++werkprocessen;
            criteria += w.gedrag.criteria.size();
            links += w.competenties.size();
            CHECK(w.gedrag.aanhef.value.ends_with(':'));
        }
    }
    CHECK(kerntaken.size() == 4);
    CHECK(werkprocessen == 18);
    CHECK(criteria == 92);
    CHECK(items == 63);
    CHECK(links == 64);
    CHECK(d->vastgesteld.value == "2015-11-26");
    CHECK(d->domein.value == "Zorg en welzijn (79140)");
    CHECK(d->profielen.at(1).crebo.value == "25498");
    CHECK(d->profielen.at(1).sbu.value == 3200);
    CHECK(d->profielen.at(1).soort.value == "basisberoepsopleiding");
    CHECK(d->leeswijzer.size() == 4);
    CHECK(d->basisdeel.generiek.onderdelen.size() == 4);
    // A complete dossier: its YAML is read back without complaint and is the same.
    const Source yaml{"dossier.yaml", yaml::write_yaml(*d)};
    Diagnostics again;
    const auto read = yaml::read_dossier(yaml, again);
    CHECK(report(again) == "");
    REQUIRE(read);
    CHECK(yaml::write_yaml(*read) == yaml.text);
}

TEST_CASE("sbb: text of the basisdeel that says for whom it is") {
    const std::string twice = "Voor de Bakker geldt aanvullend:&#10;&#10;Een.&#10;&#10;Voor P2 geldt aanvullend: Twee.";
    const Dossier d = imported(
        sbb_file("", "<complexiteit>C.&#10;&#10;" + twice + "</complexiteit><verantwoordelijkheid>V. " + twice + "</verantwoordelijkheid>",
                 "<werkprocesomschrijving>O.&#10;&#10;" + twice +
                     "</werkprocesomschrijving>"
                     "<werkprocesresultaat>R.&#10;&#10;" +
                     twice +
                     "</werkprocesresultaat><werkprocesgedrag>De kok:&#10;- snijdt.&#10;&#10;Voor Bakker geldt aanvullend:&#10;- bakt.&#10;"
                     "&#10;Voor P1 en P2 geldt aanvullend:&#10;- ruimt op.</werkprocesgedrag>"));
    const Kerntaak& k = d.basisdeel.kerntaken.at(0);
    CHECK(write_tekst(k.complexiteit, 80) == "C.");
    CHECK(write_tekst(k.verantwoordelijkheid, 80) == "V.");
    REQUIRE(k.aanvullende_eisen.size() == 1);
    CHECK(k.aanvullende_eisen[0].profiel.value == "P2");
    CHECK(write_tekst(k.aanvullende_eisen[0].complexiteit, 80) == "Een.\n\nTwee.");
    CHECK(write_tekst(k.aanvullende_eisen[0].verantwoordelijkheid, 80) == "Een.\n\nTwee.");
    const Werkproces& w = k.werkprocessen.at(0);
    CHECK(write_tekst(w.omschrijving, 80) == "O.");
    CHECK(write_tekst(w.resultaat, 80) == "R.");
    REQUIRE(w.gedrag.criteria.size() == 1);
    REQUIRE(w.aanvullende_eisen.size() == 2);
    CHECK(w.aanvullende_eisen[0].gedrag.criteria.at(0).value == "ruimt op.");
    REQUIRE(w.aanvullende_eisen[1].gedrag.criteria.size() == 2);
    CHECK(w.aanvullende_eisen[1].gedrag.criteria[0].value == "bakt.");
    CHECK(write_tekst(w.aanvullende_eisen[1].omschrijving, 80) == "Een.\n\nTwee.");
    CHECK(write_tekst(w.aanvullende_eisen[1].resultaat, 80) == "Een.\n\nTwee.");
}

TEST_CASE("sbb: for whom a text is, not sure") {
    CHECK(sbb_report(sbb_file("", "<complexiteit>C.&#10;&#10;Voor de Slager geldt aanvullend: meer.</complexiteit>"))
              .find("error: found an aanvullende eis for \"de Slager\", expected the code or the name of a profiel\n") !=
          std::string::npos);
    CHECK(sbb_report(sbb_file("", "", "<werkprocesgedrag>De kok:&#10;- snijdt;&#10;De bakker:&#10;- bakt.</werkprocesgedrag>"))
              .find("error: found \"De bakker:\" between the criteria, expected criteria: for whom those below it are is not sure\n") !=
          std::string::npos);
    CHECK(sbb_report(sbb_file("", "", "<werkprocesgedrag>- De kok:&#10;- snijdt.</werkprocesgedrag>"))
              .find("note: found \"De kok:\" with the sign of an item, read as the aanhef of the items below it\n") != std::string::npos);
}

TEST_CASE("sbb: characters that are written as references come in the same spelling as those that are typed") {
    const std::string file =
        sbb_file("",
                 "<complexiteit>&lt;p&gt;een cafe&amp;#769; en&amp;nbsp;een e&amp;#x301;clair, naï&amp;shy;ef&lt;/p&gt;"
                 "&lt;p&gt;&amp;nbsp;&lt;/p&gt;&lt;p&gt;&lt;b&gt;vet&lt;/b&gt;&amp;#160;&lt;i&gt;schuin&lt;/i&gt;&lt;/p&gt;"
                 "</complexiteit><verantwoordelijkheid>ten\xC2\xA0tweede &amp;amp;eacute;</verantwoordelijkheid>");
    const Source source{"sbb.xml", file};
    Diagnostics diagnostics;
    const auto d = sbb::import_sbb(source, diagnostics);
    REQUIRE(d);
    const Kerntaak& k = d->basisdeel.kerntaken.at(0);
    CHECK(write_tekst(k.complexiteit, 80) == "een café en een éclair, naïef\n\nvet schuin");
    CHECK(write_tekst(k.verantwoordelijkheid, 80) == "ten tweede &eacute;");
    std::string notes;
    for (const Diagnostic& n : diagnostics.all())
        if (n.severity == Severity::note) notes += n.message.text() + '\n';
    CHECK(notes ==
          "found 2 letters whose accent stands apart (NFD), here U+0065 U+0301, read as one\n"
          "found 1 soft hyphen (U+00AD), left out: documents are hyphenated without\n"
          "found 3 no-break spaces, here U+00A0, read as a space\n");
}

TEST_CASE("sbb: a no-break space in a value of one line is noted as well") {
    CHECK(sbb_report(sbb_file()).find("no-break") == std::string::npos);
    std::string file = sbb_file();
    file.replace(file.find("titel='Snijdt'"), 14,
                 "titel='Snijdt\xC2\xA0"
                 "ui'");
    CHECK(sbb_report(file).find("note: found 1 no-break space (U+00A0), read as a space\n") != std::string::npos);
}
