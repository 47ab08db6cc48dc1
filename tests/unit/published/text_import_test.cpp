#include "../common/seed.hpp"
#include "published/published.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dossier;
using namespace dossier::model;

namespace {

std::string import_report(const std::string& text) {
    const Source source{"bron.txt", text};
    Diagnostics diagnostics;
    (void)published::import_text(source, diagnostics);
    diagnostics.sort();
    return report(diagnostics);
}

Dossier imported(const std::string& text) {
    const Source source{"bron.txt", text};
    Diagnostics diagnostics;
    auto result = published::import_text(source, diagnostics);
    CHECK(report(diagnostics) == "");
    REQUIRE(result);
    return result->dossier;
}

/// A small basisdeel with `omschrijving` in its werkproces.
std::string with_omschrijving(const std::string& omschrijving) {
    return "Basisdeel\n\nB1-K1: Kookt\n\nB1-K1-W1: Snijdt\n\nOmschrijving\n\n" + omschrijving + "\n";
}
std::string omschrijving_of(const std::string& lines) {
    return write_tekst(imported(with_omschrijving(lines)).basisdeel.kerntaken.at(0).werkprocessen.at(0).omschrijving, 1000);
}

std::vector<Kerntaak> all_kerntaken(const Dossier& d) {
    std::vector<Kerntaak> all = d.basisdeel.kerntaken;
    for (const Profiel& p : d.profielen) all.insert(all.end(), p.kerntaken.begin(), p.kerntaken.end());
    return all;
}

}  // namespace

TEST_CASE("text import: words broken at the end of a line") {
    CHECK(omschrijving_of("De e-\ncommerce specialist. E-\ncommerce is leuk.") == "De e-commerce specialist. E-commerce is leuk.");
    CHECK(omschrijving_of("De import-\nen/of export.") == "De import- en/of export.");
    CHECK(omschrijving_of("Bij MKB-\nondernemingen (e-\n)logistiek.") == "Bij MKB-ondernemingen (e-)logistiek.");
    CHECK(omschrijving_of("Veel communicatie-\nactiviteiten.") == "Veel communicatie-activiteiten.");
    CHECK(omschrijving_of("De ontwikke-\nling. Een ontwikkeling.") == "De ontwikkeling. Een ontwikkeling.");
    CHECK(omschrijving_of("wensen en -\nbehoeften; processen/\nfasen.") == "wensen en - behoeften; processen/fasen.");
}

TEST_CASE("text import: paragraphs, lists, footnotes and page breaks") {
    CHECK(omschrijving_of("Een\nzin.\n\nNog een.\n\n* Noot.") == "Een zin.\n\nNog een.\n\n* Noot.");
    CHECK(omschrijving_of("Hij let op:\nkosten;\ntijd; en\ngeld.\n\nDaarna.") ==
          "Hij let op:\n\n- kosten;\n- tijd; en\n- geld.\n\nDaarna.");
    CHECK(omschrijving_of("De kok\n B1-K1-W1: Snijdt\n\nsnijdt ui.") == "De kok snijdt ui.");
    CHECK(omschrijving_of("De kok\n\n3 van 12\n\n\fB1-K1-W1: Snijdt\n\nsnijdt ui.") == "De kok snijdt ui.");
    CHECK(omschrijving_of("Klaar.\n B1-K1-W1: Snijdt\n\nDaarna ruimt hij op.") == "Klaar.\n\nDaarna ruimt hij op.");
}

TEST_CASE("text import: vakkennis, gedrag and competenties") {
    const Dossier d = imported(
        "Basisdeel\n\nB1-K1: Kookt\n\nVakkennis en vaardigheden\n\nDe kok:\n\nWarenkennis\n§ heeft kennis van wet,\n\n(product)veiligheid\n"
        "§ kan snijden met een\n\nmes\n\n(e-)Logistiek\n§ kan bestellen\n\nB1-K1-W1: Snijdt\n\nGedrag\n\nDe kok:\n\n- snijdt\nsnel;\n"
        "- ruimt op.\n\nDe onderliggende competenties zijn: Leren, Op de behoeften en\nverwachtingen van de \"klant\" richten\n");
    const Kerntaak& k = d.basisdeel.kerntaken.at(0);
    CHECK(k.vakkennis.aanhef.value == "De kok:");
    REQUIRE(k.vakkennis.rubrieken.size() == 2);
    CHECK(k.vakkennis.rubrieken[0].items.at(0).value == "heeft kennis van wet, (product)veiligheid");
    CHECK(k.vakkennis.rubrieken[0].items.at(1).value == "kan snijden met een mes");
    CHECK(k.vakkennis.rubrieken[1].titel.value == "(e-)Logistiek");
    const Werkproces& w = k.werkprocessen.at(0);
    REQUIRE(w.gedrag.criteria.size() == 2);
    CHECK(w.gedrag.criteria[0].value == "snijdt snel;");
    REQUIRE(w.competenties.size() == 2);
    CHECK(w.competenties[1].value == "Op de behoeften en verwachtingen van de \"klant\" richten");
}

TEST_CASE("text import: the title page") {
    const std::string text =
        "Kwalificatiedossier mbo\n\nZorg en\nwelzijn\n\nCrebonr. 23181\n\nProfielen:\nP1 Helpende (Crebonr. 25498)\n"
        "Verzorgende (crebonummer 25499)\nBakker (Crebonr. 25500)\n\nGeldig vanaf 1 augustus 2016\nVersie: 2016-2\n"
        "Penvoerder: Sectorkamer zorg, welzijn en sport\nGevalideerd door: de inspectie\nOp: 23-02-2016\n\n"
        "Overzicht van het kwalificatiedossier\nP1 Helpende\n\nP2 Verzorgende\n";
    const Source source{"bron.txt", text};
    Diagnostics diagnostics;
    const auto result = published::import_text(source, diagnostics);
    REQUIRE(result);
    const Dossier& d = result->dossier;
    CHECK(d.naam.value == "Zorg en welzijn");
    CHECK(d.crebo.value == "23181");
    CHECK(d.geldig_van.value == "2016-08-01");
    CHECK(d.versie.value == "2016-2");
    CHECK(d.sectorkamer.value == "zorg, welzijn en sport");
    CHECK(d.vastgesteld.value == "2016-02-23");
    REQUIRE(d.profielen.size() == 2);
    CHECK(d.profielen[0].crebo.value == "25498");
    CHECK(d.profielen[1].crebo.value == "25499");
    CHECK(report(diagnostics) ==
          "bron.txt:11:1: warning: line not understood, left out: \"Bakker (Crebonr. 25500)\"\n"
          "    11 | Bakker (Crebonr. 25500)\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~\n"
          "bron.txt:16:1: warning: line not understood, left out: \"Gevalideerd door: de inspectie\"\n"
          "    16 | Gevalideerd door: de inspectie\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("text import: aanvullende eisen") {
    const Dossier d = imported(
        "Basisdeel\n\nB1-K1: Kookt\n\nComplexiteit\n\nHij kookt.\n\nVoor P2 Chef geldt aanvullend:\n\nHij leidt.\n\n"
        "Vakkennis en vaardigheden\n\n\u00a7 kan snijden\n\nVoor P2 en P3 geldt aanvullend:\n\u00a7 kan leiden\n\n"
        "B1-K1-W1: Snijdt\n\nOmschrijving\n\nHij snijdt. Voor P2 geldt aanvullend dat hij kiest.\n\n"
        "Voor P2 geldt aanvullend: hij kiest\nhet mes.\n\nGedrag\n\nDe kok:\n\n- snijdt.\n\nVoor P3 geldt aanvullend:\n\n- slijpt.\n\n"
        "De onderliggende competenties zijn: Leren\n");
    const Kerntaak& k = d.basisdeel.kerntaken.at(0);
    CHECK(write_tekst(k.complexiteit, 100) == "Hij kookt.");
    REQUIRE(k.aanvullende_eisen.size() == 2);
    CHECK(k.aanvullende_eisen[0].profiel.value == "P2");
    CHECK(write_tekst(k.aanvullende_eisen[0].complexiteit, 100) == "Hij leidt.");
    CHECK(k.vakkennis.rubrieken.at(0).items.size() == 1);
    CHECK(k.aanvullende_eisen[1].vakkennis.rubrieken.at(0).items.at(0).value == "kan leiden");
    const Werkproces& w = k.werkprocessen.at(0);
    CHECK(write_tekst(w.omschrijving, 100) == "Hij snijdt. Voor P2 geldt aanvullend dat hij kiest.");
    REQUIRE(w.aanvullende_eisen.size() == 2);
    CHECK(write_tekst(w.aanvullende_eisen[0].omschrijving, 100) == "hij kiest het mes.");
    CHECK(w.gedrag.criteria.size() == 1);
    CHECK(w.aanvullende_eisen[1].gedrag.criteria.at(0).value == "slijpt.");
    CHECK(w.aanvullende_eisen[1].gedrag.eerste_nummer == 2);
    CHECK(w.competenties.at(0).value == "Leren");
    CHECK(w.aanvullende_eisen[1].competenties.empty());
}

TEST_CASE("text import: diagnostics") {
    CHECK(import_report("Hallo\n") ==
          "bron.txt:1:1: error: found no kerntaken and no profielen, expected the text of a kwalificatiedossier\n"
          "     1 | Hallo\n"
          "       | ^\n");
    CHECK(import_report("Basis\xff\n") ==
          "bron.txt:1:6: error: found a byte that is not UTF-8, expected text in UTF-8\n"
          "     1 | Basis\xEF\xBF\xBD\n"
          "       |      ^\n"
          "  hint: make the text anew with pdftotext -enc UTF-8\n");
    CHECK(import_report("Overzicht van het kwalificatiedossier\nP1 Kok 3 Nee vakopleiding\n\nP2 Kok\n") ==
          "bron.txt:2:1: warning: the table calls \"Kok\" P1, the rest of the text P2\n"
          "     2 | P1 Kok 3 Nee vakopleiding\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
          "  hint: niveau, beroepsvereisten and soort are taken for P2\n");
    CHECK(import_report("Overzicht van het kwalificatiedossier\nP1 Kok 3 Nee vakopleiding\n\nP1 Ober\n") ==
          "bron.txt:2:1: warning: the table calls P1 \"Kok\", the rest of the text \"Ober\"\n"
          "     2 | P1 Kok 3 Nee vakopleiding\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~~~\n");
    CHECK(import_report("Basisdeel\n\nB1-K1: Kookt\n\nB1-K1-W1: Snijdt\n\nGedrag\n\n- let op.\n\n"
                        "De onderliggende competenties zijn: Lere\n") ==
          "bron.txt:11:1: warning: found competentie \"Lere\", expected one of the 25 of the national model\n"
          "    11 | De onderliggende competenties zijn: Lere\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
          "  hint: did you mean \"Leren\"?\n");
}

TEST_CASE("text import: a text without end is refused") {
    const Source source{"bron.txt", std::string((std::size_t{8} << 20) + 1, 'x')};
    Diagnostics diagnostics;
    CHECK_FALSE(published::import_text(source, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].message.text() == "the text has 8388609 bytes, expected at most 8388608");
}

TEST_CASE("text import: the published text, counted") {
    const Source source = test::seed();
    if (source.text.empty()) return;
    Diagnostics diagnostics;
    const auto result = published::import_text(source, diagnostics);
    REQUIRE(result);
    CHECK(diagnostics.all().size() == 1);  // the overview calls P3 P1
    CHECK(std::count(result->lines.begin(), result->lines.end(), published::LineUse::unknown) == 0);
    const std::vector<Kerntaak> kerntaken = all_kerntaken(result->dossier);
    std::size_t werkprocessen = 0, full_k = 0, full_w = 0, criteria = 0, items = 0, rubrieken = 0, links = 0;
    for (const Kerntaak& k : kerntaken) {
        werkprocessen += k.werkprocessen.size();
        full_k += !k.complexiteit.empty() && !k.verantwoordelijkheid.empty() ? 1 : 0;
        rubrieken += k.vakkennis.rubrieken.size();
        for (const Rubriek& r : k.vakkennis.rubrieken) items += r.items.size();
        for (const Werkproces& w : k.werkprocessen) {
            full_w += !w.omschrijving.empty() && !w.resultaat.empty() && !w.gedrag.empty() ? 1 : 0;
            criteria += w.gedrag.criteria.size();
            links += w.competenties.size();
        }
    }
    CHECK(result->dossier.profielen.size() == 6);
    CHECK(kerntaken.size() == 15);
    CHECK(werkprocessen == 77);
    CHECK(full_k == 4);
    CHECK(full_w == 17);
    CHECK(criteria == 114);
    CHECK(items == 177);
    CHECK(rubrieken == 41);
    CHECK(links == 92);
}
