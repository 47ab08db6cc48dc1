/// The same dossier, laid out as different programs give its text: the reading must not depend on it.

#include "../common/seed.hpp"
#include "published/published.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <sstream>

using namespace dossier;

namespace {

std::string report_of(const std::string& text) {
    const Source source{"bron.txt", text};
    Diagnostics diagnostics;
    (void)published::import_text(source, diagnostics);
    diagnostics.sort();
    return report(diagnostics);
}

std::string yaml_of(const std::string& text) {
    const Source source{"bron.txt", text};
    Diagnostics diagnostics;
    const auto result = published::import_text(source, diagnostics);
    CHECK_MESSAGE(!diagnostics.has_errors(), report(diagnostics));
    return result ? yaml::write_yaml(result->dossier) : "";
}

std::string each_line(const std::string& text, const std::function<std::string(std::string)>& change) {
    std::string out, line;
    std::istringstream in(text);
    while (std::getline(in, line)) out += change(line);
    return out;
}

std::string without_blank_lines(const std::string& text) {
    return each_line(text, [](const std::string& l) { return trim(l).empty() ? "" : l + '\n'; });
}
/// The seed begins each page with a single space.
std::string without_page_starts(const std::string& text) {
    return each_line(text, [](const std::string& l) { return (l.starts_with(' ') ? l.substr(1) : l) + '\n'; });
}
std::string with_form_feeds(const std::string& text) {
    return each_line(text, [](const std::string& l) { return (l.starts_with(' ') ? '\f' + l.substr(1) : l) + '\n'; });
}
std::string with_margin(const std::string& text, std::size_t n) {
    return each_line(text, [n](const std::string& l) { return (l.empty() ? l : std::string(n, ' ') + l) + '\n'; });
}
std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
    return text;
}
std::string with_ligatures(const std::string& text) {
    return replaced(replaced(replaced(text, "ffi", "\ufb03"), "fi", "\ufb01"), "fl", "\ufb02");
}
std::string decomposed(std::string text) {
    for (const auto& [one, two] : {std::pair{"ë", "e\u0308"}, {"é", "e\u0301"}, {"ï", "i\u0308"}, {"ö", "o\u0308"}, {"ü", "u\u0308"}})
        text = replaced(text, one, two);
    return text;
}

}  // namespace

TEST_CASE("text layout: the published text, without blank lines, page starts or margins of its own") {
    const Source source = test::seed();
    if (source.text.empty()) return;
    const std::string& text = source.text;
    const std::string want = yaml_of(text);
    REQUIRE(want.size() > 50000);
    CHECK(yaml_of(without_blank_lines(text)) == want);
    CHECK(yaml_of(without_page_starts(text)) == want);
    CHECK(yaml_of(without_page_starts(without_blank_lines(text))) == want);
    CHECK(yaml_of(with_form_feeds(text)) == want);
    CHECK(yaml_of(without_blank_lines(with_form_feeds(text))) == want);
    CHECK(yaml_of(with_margin(text, 1)) == want);
    CHECK(yaml_of(with_margin(without_page_starts(text), 7)) == want);
    CHECK(yaml_of(replaced(text, "\n", "\r\n")) == want);
    CHECK(yaml_of("\xef\xbb\xbf" + text) == want);
    CHECK(yaml_of(with_ligatures(text)) == want);
    CHECK(yaml_of(decomposed(text)) == want);
    CHECK(yaml_of(replaced(text, "§ ", "\uf0a7")) == want);
    const std::string all = with_margin(without_blank_lines(without_page_starts(text)), 3);
    CHECK(yaml_of("\xef\xbb\xbf" + replaced(with_ligatures(decomposed(all)), "\n", "\r\n")) == want);
}

TEST_CASE("text layout: headings stand anywhere") {
    // Tight, without an overview.
    const std::string tight = yaml_of(
        "Basisdeel\n1. Beroepsspecifieke onderdelen\nB1-K1: Bouwt muren\nComplexiteit\nDe vakman bouwt muren volgens tekening.\n"
        "Verantwoordelijkheid en zelfstandigheid\nDe vakman werkt zelfstandig.\nVakkennis en vaardigheden\nDe beginnend "
        "beroepsbeoefenaar:\n§ kan stenen leggen\nB1-K1-W1: Legt stenen\nOmschrijving\nDe vakman legt stenen.\nResultaat\nEr staat een "
        "muur.\nGedrag\nDe vakman:\n- legt recht;\n- werkt schoon.\nDe onderliggende competenties zijn: Vakdeskundigheid toepassen\n"
        "B1-K1-W2: Voegt stenen\nOmschrijving\nDe vakman voegt.\n");
    CHECK(tight.find("titel: Bouwt muren\n") != std::string::npos);
    CHECK(tight.find("titel: Voegt stenen\n") != std::string::npos);
    CHECK(tight.find("- Vakdeskundigheid toepassen\n") != std::string::npos);
    CHECK(tight.find("- kan stenen leggen\n") != std::string::npos);
    // Without the heading above the body, the overview ends where its codes come again.
    const std::string body = yaml_of(
        "Overzicht van het kwalificatiedossier\nP1 Metselaar 2 Nee vakopleiding\n\nB1-K1 Bouwt muren B1-K1-W1 Legt stenen\n\nBasisdeel\n\n"
        "B1-K1: Bouwt muren\n\nB1-K1-W1: Legt stenen\n\nOmschrijving\n\nHij legt.\n");
    CHECK(body.find("Hij legt.") != std::string::npos);
    // Capitals, the other word for the group, a colon; a heading that came before in the same part is text.
    const std::string other = yaml_of(
        "Basisdeel\n\nTYPERING VAN DE BEROEPSGROEP\n\nContext:\n\nBuiten.\n\nResultaat van de beroepsgroep\n\nMuren.\n\nB1-K1: Bouwt\n\n"
        "B1-K1-W1: Legt\n\nResultaat\n\nHet gewenste\nResultaat\nvan het werk.\n");
    CHECK(other.find("context: |\n      Buiten.") != std::string::npos);
    CHECK(other.find("resultaat: |\n      Muren.") != std::string::npos);
    CHECK(other.find("Het gewenste Resultaat van het werk.") != std::string::npos);
}

TEST_CASE("text layout: running heads without page starts") {
    const std::string yaml = yaml_of(
        "Basisdeel\n\nB1-K1: Bouwt muren en\nschuren\n\nB1-K1-W1: Legt stenen\n\nOmschrijving\n\nDe vakman legt\nB1-K1-W1: "
        "Legt stenen\n\nde stenen."
        "\n\nGedrag\n\n- werkt\n\nB1-K1-W1: Legt stenen\n\nschoon.\n");
    CHECK(yaml.find("De vakman legt de stenen.") != std::string::npos);
    CHECK(yaml.find("- werkt schoon.") != std::string::npos);
}

TEST_CASE("text layout: an item of vakkennis that goes on with a capital") {
    const std::string head = "Basisdeel\n\nB1-K1: Bouwt\n\nVakkennis en vaardigheden\n\nDe beginnend beroepsbeoefenaar:\n\n";
    const std::string full = "§ heeft kennis van begrippen en werkwijzen in het metselwerk, de afwerking en de Voor- en Vroegschoolse\n\n";
    const std::string item = yaml_of(head + full + "Educatie (VVE) en de sociale context\n§ kan stenen leggen\n");
    CHECK(item.find("Vroegschoolse Educatie (VVE) en de sociale context\n") != std::string::npos);
    CHECK(item.find("titel: Educatie") == std::string::npos);
    // Below a title of a rubriek a line may as well be the next title: a person must look.
    CHECK(report_of(head + "Metselen\n" + full + "Gereedschap\n§ kan stenen leggen\n") ==
          "bron.txt:12:1: warning: found \"Gereedschap\" under an item, read as the title of a rubriek, it may go on with the item\n"
          "    12 | Gereedschap\n"
          "       | ^~~~~~~~~~~\n"
          "  hint: compare with the PDF\n");
    // A title that stands as one elsewhere is one; a line that had room for the word is not full.
    CHECK(report_of(head + "Metselen\n§ kan leggen\n\nGereedschap\n" + full + "Gereedschap\n§ kan stenen leggen\n").empty());
}

TEST_CASE("text layout: the aanhef of gedrag as an item") {
    CHECK(report_of("Basisdeel\n\nB1-K1: Zorgt\n\nB1-K1-W1: Helpt\n\nGedrag\n\n- De pedagogisch medewerker:\n- luistert;\n- helpt.\n") ==
          "bron.txt:9:1: note: found \"De pedagogisch medewerker:\" with the sign of an item, read as the aanhef of the items below it\n"
          "     9 | - De pedagogisch medewerker:\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
    const std::string yaml = yaml_of("Basisdeel\n\nB1-K1: Zorgt\n\nB1-K1-W1: Helpt\n\nGedrag\n\n- De medewerker:\n- luistert;\n- helpt.\n");
    CHECK(yaml.find("aanhef: \"De medewerker:\"\n            criteria:\n              - luistert;\n"
                    "              - helpt.\n") != std::string::npos);
    // For whom the criteria below a second one are is not sure.
    for (const std::string sign : {"- ", ""})
        CHECK(
            report_of("Basisdeel\n\nB1-K1: Zorgt\n\nB1-K1-W1: Helpt\n\nGedrag\n\nDe medewerker:\n\n- luistert.\n\n" + sign +
                      "De leider:\n- leidt.\n")
                .find(": error: found \"De leider:\" between the criteria, expected criteria: for whom those below it are is not sure\n") !=
            std::string::npos);
    CHECK(report_of("Basisdeel\n\nB1-K1: Zorgt\n\nB1-K1-W1: Helpt\n\nGedrag\n\n- let op:\n- tijd.\n") ==
          "bron.txt:9:1: warning: the criterium \"let op:\" ends with a colon, what follows it may belong to it\n"
          "     9 | - let op:\n"
          "       | ^~~~~~~~~\n"
          "  hint: compare with the PDF\n");
}

TEST_CASE("text layout: overview and body must say the same") {
    const std::string head =
        "Overzicht van het kwalificatiedossier\nP1 Kok 2 Nee vakopleiding\n\nB1-K1 Kookt B1-K1-W1 Snijdt\n\nB1-K1-W2 Bakt\n\nBasisdeel\n\n"
        "1. Beroepsspecifieke onderdelen\n\n";
    const std::string hints =
        "  hint: import the PDF itself, in which headings can be told from text\n"
        "  hint: or make the overview and the text the same in the text (of a PDF: written with --tekst) and import that\n";
    CHECK(report_of(head + "B1-K1: Kookt\n\nB1-K1-W1: Snijdt\n\nB1-K1-W2: Bakt\n").empty());
    CHECK(report_of(head + "B1-K1: Kookt\n\nB1-K1-W1: Snijdt\n") ==
          "bron.txt:6:1: error: the overview has B1-K1-W2 \"Bakt\", found no such heading in the text\n"
          "     6 | B1-K1-W2 Bakt\n"
          "       | ^~~~~~~~~~~~~\n" +
              hints);
    CHECK(report_of(head + "B1-K1: Kookt\n\nB1-K1-W1: Snijdt\n\nB1-K1-W2: Bakt\n\nB1-K1-W3: Proeft\n") ==
          "bron.txt:18:1: error: found the heading B1-K1-W3 \"Proeft\", which the overview has not\n"
          "    18 | B1-K1-W3: Proeft\n"
          "       | ^~~~~~~~~~~~~~~~\n" +
              hints);
    CHECK(report_of(head + "B1-K1: Kookt\n\nB1-K1-W1: Snijdt ui\n\nB1-K1-W2: Bakt\n") ==
          "bron.txt:14:1: error: B1-K1-W1 is called \"Snijdt ui\" here, \"Snijdt\" in the overview\n"
          "    14 | B1-K1-W1: Snijdt ui\n"
          "       | ^~~~~~~~~~~~~~~~~~~\n" +
              hints);
    // Hyphens, spaces and capitals are no difference, nor are the columns of the overview, wrapped beside each other.
    CHECK(report_of("Overzicht van het kwalificatiedossier\nB1-K1 Kookt de  B1-K1-W1 Snijdt de\nsoep  ui-en\n\nBasisdeel\n\n"
                    "1. Beroepsspecifieke onderdelen\n\nB1-K1: Kookt de soep\n\nB1-K1-W1: Snijdt de uien\n")
              .empty());
}

TEST_CASE("text layout: an overview without codes") {
    const std::string yaml = yaml_of(
        "Overzicht van het kwalificatiedossier\nMetselaar 2 Nee vakopleiding\n\nBouwt muren Legt stenen\n\nVoegt\n\nBasisdeel\n\n"
        "1. Beroepsspecifieke onderdelen\n\nB1-K1: Bouwt muren\n\nB1-K1-W1: Legt stenen\n\nB1-K1-W2: Voegt\n\nProfieldeel\n\n"
        "P1 Metselaar\n\nMbo-niveau\n\n2\n");
    CHECK(yaml.find("soort: vakopleiding") != std::string::npos);
    CHECK(yaml.find("code: B1-K1-W2") != std::string::npos);
}

TEST_CASE("text layout: told as what it is") {
    CHECK(report_of("Keuzedeel mbo\n\nArbo\n\nD1-K1: Draagt bij\n\nComplexiteit\n\nEenvoudig.\n") ==
          "bron.txt:1:1: error: this is a keuzedeel, expected a kwalificatiedossier\n"
          "     1 | Keuzedeel mbo\n"
          "       | ^~~~~~~~~~~~~\n"
          "  hint: a keuzedeel stands outside the dossier; name it under keuzedelen with its code, titel and url\n");
    CHECK(
        report_of("Landelijke kwalificaties MBO\n\nDeel B: Kwalificaties\n\nKerntaak 1 Bereidt voor\n\nWerkproces 1.1 Leest\n") ==
        "bron.txt:3:1: error: this is a kwalificatiedossier in the layout of before 2016, expected one with codes like B1-K1 and B1-K1-W1\n"
        "     3 | Deel B: Kwalificaties\n"
        "       | ^~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: import the version that is in force now\n");
    CHECK(report_of("Basisdeel\n\nB1-K1: Kookt\n\nB1-K1-W1: Snijdt\n\nResultaat\n\nSoep.\n\nD1-K1: Bakt\n\nComplexiteit\n\nVeel.\n") ==
          "bron.txt:11:1: warning: a keuzedeel begins here, it is left out\n"
          "    11 | D1-K1: Bakt\n"
          "       | ^~~~~~~~~~~\n"
          "  hint: a keuzedeel stands outside the dossier; name it under keuzedelen with its code, titel and url\n");
}
