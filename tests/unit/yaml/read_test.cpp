#include "yaml/yaml.hpp"
#include "yaml/tree.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace dossier;

namespace {

const std::string kSmall =
    "naam: Verkoop\n"
    "basisdeel:\n"
    "  kerntaken:\n"
    "    - code: B1-K1\n"
    "      titel: Verkoopt\n"
    "      complexiteit: |\n"
    "        Het werk is lastig.\n"
    "\n"
    "        - echt\n"
    "      werkprocessen:\n"
    "        - code: B1-K1-W1\n"
    "          titel: 'Ontvangt ''de'' klant'\n"
    "          gedrag:\n"
    "            criteria:\n"
    "              - begroet de klant\n"
    "                en lacht;\n"
    "              - vraagt door.\n"
    "          competenties: [Leren, Analyseren]\n"
    "profielen:\n"
    "  - code: P1\n"
    "    naam: Verkoper\n"
    "    niveau: 3\n"
    "beoordeling:\n"
    "  schaal: [onvoldoende, voldoende, goed]\n"
    "  cesuur:\n"
    "    criteria: 75%\n"
    "    werkprocessen: alle\n";

/// What the reader says about `text`, sorted as a run would.
std::string said(const std::string& text) {
    const Source source{"d.yaml", text};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    CHECK(dossier.has_value() != d.has_errors());
    d.sort();
    return report(d);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string_view span(const Location& at) { return std::string_view(at.source->text).substr(at.begin, at.end - at.begin); }

}  // namespace

TEST_CASE("a small dossier is read with its places") {
    const Source source{"d.yaml", kSmall};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    CHECK(report(d) == "");
    REQUIRE(dossier);
    CHECK(dossier->naam.value == "Verkoop");
    const model::Kerntaak& k = dossier->basisdeel.kerntaken.at(0);
    CHECK(span(k.location) == "code: B1-K1");
    CHECK(k.complexiteit.blokken.size() == 2);
    CHECK(span(k.complexiteit.location) == "Het werk is lastig.\n\n        - echt");
    const model::Werkproces& w = k.werkprocessen.at(0);
    CHECK(w.titel.value == "Ontvangt 'de' klant");
    CHECK(span(w.titel.location) == "'Ontvangt ''de'' klant'");
    CHECK(w.gedrag.criteria.at(0).value == "begroet de klant en lacht;");
    CHECK(span(w.gedrag.criteria[0].location) == "begroet de klant\n                en lacht;");
    CHECK(w.competenties.at(1).value == "Analyseren");
    CHECK(dossier->profielen.at(0).niveau.value == 3);
    CHECK(span(dossier->profielen[0].niveau.location) == "3");
}

TEST_CASE("an unknown competentie gets a hint") {
    CHECK(said(replaced(kSmall, "[Leren, Analyseren]", "[Leeren, K, Zwemmen en zo]")) ==
          "d.yaml:18:26: error: unknown competentie \"Leeren\"\n"
          "    18 |           competenties: [Leeren, K, Zwemmen en zo]\n"
          "       |                          ^~~~~~\n"
          "  hint: did you mean \"Leren\" (P)?\n"
          "d.yaml:18:34: error: unknown competentie \"K\"\n"
          "    18 |           competenties: [Leeren, K, Zwemmen en zo]\n"
          "       |                                  ^\n"
          "  hint: write \"Vakdeskundigheid toepassen\" in full\n"
          "d.yaml:18:37: error: unknown competentie \"Zwemmen en zo\"\n"
          "    18 |           competenties: [Leeren, K, Zwemmen en zo]\n"
          "       |                                     ^~~~~~~~~~~~~\n"
          "  hint: expected one of the 25 competenties of the national model\n");
}

TEST_CASE("unknown and missing keys are reported together") {
    CHECK(said(replaced(replaced(kSmall, "complexiteit", "komplexiteit"), "    naam: Verkoper\n", "    kleur: rood\n")) ==
          "d.yaml:6:7: error: unknown key \"komplexiteit\" in kerntaak\n"
          "     6 |       komplexiteit: |\n"
          "       |       ^~~~~~~~~~~~\n"
          "  hint: did you mean \"complexiteit\"?\n"
          "d.yaml:20:5: error: profiel \"P1\" has no \"naam\"\n"
          "    20 |   - code: P1\n"
          "       |     ^~~~~~~~\n"
          "  hint: add \"naam:\" (Naam van de kwalificatie, zoals op het diploma.)\n"
          "d.yaml:21:5: error: unknown key \"kleur\" in profiel\n"
          "    21 |     kleur: rood\n"
          "       |     ^~~~~\n"
          "  hint: expected one of: code, naam, crebo, isced, niveau, sbu, soort, beroepsvereisten, toelichting_beroepsvereisten, "
          "typering, kerntaken\n");
}

TEST_CASE("wrong kinds, forms and words") {
    CHECK(said(replaced(kSmall, "code: B1-K1\n", "code: B2-K1\n")) ==
          "d.yaml:4:13: error: expected a code like \"B1-K1\" or \"P3-K2\" as \"code\", found \"B2-K1\"\n"
          "     4 |     - code: B2-K1\n"
          "       |             ^~~~~\n");
    CHECK(said(replaced(kSmall, "niveau: 3", "niveau: \"3\"")) ==
          "d.yaml:22:13: error: expected a number as \"niveau\", found text in quotes\n"
          "    22 |     niveau: \"3\"\n"
          "       |             ^~~\n"
          "  hint: write 3 without quotes\n");
    CHECK(said(replaced(kSmall, "niveau: 3", "niveau: 03")) ==
          "d.yaml:22:13: error: expected a number from 1 to 4 as \"niveau\", found \"03\"\n"
          "    22 |     niveau: 03\n"
          "       |             ^~\n");
    CHECK(said(replaced(kSmall, "voldoende, goed]", "goet, matig]")) ==
          "d.yaml:24:25: error: unknown waarde \"goet\"\n"
          "    24 |   schaal: [onvoldoende, goet, matig]\n"
          "       |                         ^~~~\n"
          "  hint: did you mean \"goed\"?\n"
          "d.yaml:24:31: error: unknown waarde \"matig\"\n"
          "    24 |   schaal: [onvoldoende, goet, matig]\n"
          "       |                               ^~~~~\n"
          "  hint: expected one of: zeer slecht, slecht, ruim onvoldoende, onvoldoende, voldoende, ruim voldoende, goed, zeer goed, "
          "uitmuntend, cijfer\n");
    CHECK(said(replaced(kSmall, "naam: Verkoop\n", "naam: [Verkoop]\nleeswijzer: veel\nbron: x\n")) ==
          "d.yaml:1:7: error: expected text as \"naam\", found a list\n"
          "     1 | naam: [Verkoop]\n"
          "       |       ^\n"
          "d.yaml:2:13: error: expected a list as \"leeswijzer\", found text \"veel\"\n"
          "     2 | leeswijzer: veel\n"
          "       |             ^~~~\n"
          "  hint: begin each item on a line of its own, with \"- \"\n"
          "d.yaml:3:7: error: expected keys as \"bron\", found text \"x\"\n"
          "     3 | bron: x\n"
          "       |       ^\n");
}

TEST_CASE("values of the beoordeling: points, lines, weights, marks, attempts") {
    struct Case {
        const char* line;
        const char* key;
        const char* found;
        const char* expected;
    };
    for (const Case& c : {
             Case{"  punten: [{waarde: goed, punten: @}]\n", "punten", "1001", "a whole number from 0 to 1000"},
             {"  punten: [{waarde: goed, punten: @}]\n", "punten", "01", "a whole number from 0 to 1000"},
             {"  onderdelen: [{code: B1-K1, cesuur: @}]\n", "cesuur", "12",
              "a percentage like \"55%\" or a number of points like \"12 punten\""},
             {"  onderdelen: [{code: @}]\n", "code", "B1", "a code like \"B1-K1\", \"B1-K1-W1\" or \"B1-K1-W1-G1\""},
             {"  onderdelen: [{code: B1-K1, gewicht: @}]\n", "gewicht", "0", "a whole number from 1 to 100"},
             {"  cijfer: {bij_cesuur: @, afronding: hele cijfers}\n", "bij_cesuur", "5.5",
              "a mark from \"5,5\" to \"6,0\", with one decimal"},
             {"  herkansing: {pogingen: @, telt: hoogste}\n", "pogingen", "10", "a whole number from 1 to 9"},
         }) {
        CAPTURE(c.line);
        const std::string report = said(kSmall + replaced(c.line, "@", c.found));
        const std::string wanted = std::string(": error: expected ") + c.expected + " as \"" + c.key + "\", found \"" + c.found + "\"";
        CHECK(report.substr(0, report.find('\n')).ends_with(wanted));
    }
    CHECK(said(kSmall + "  cijfer: {afronding: heel}\n") ==
          "d.yaml:28:23: error: unknown afronding \"heel\"\n"
          "    28 |   cijfer: {afronding: heel}\n"
          "       |                       ^~~~\n"
          "  hint: expected one of: een decimaal, halve cijfers, hele cijfers\n");
    CHECK(said(kSmall + "  herkansing: {pogingen: 2, telt: laaste}\n") ==
          "d.yaml:28:35: error: unknown telt \"laaste\"\n"
          "    28 |   herkansing: {pogingen: 2, telt: laaste}\n"
          "       |                                   ^~~~~~\n"
          "  hint: did you mean \"laatste\"?\n");
}

TEST_CASE("a colon that makes a key of a text") {
    CHECK(said(replaced(kSmall, "- vraagt door.", "- vraagt: door.")) ==
          "d.yaml:17:17: error: expected text as \"criterium\", found keys\n"
          "    17 |               - vraagt: door.\n"
          "       |                 ^~~~~~\n"
          "  hint: text with \": \" in it needs quotes, or a block that begins with \"|\" or \">-\"\n");
}

TEST_CASE("empty values") {
    CHECK(said(replaced(kSmall, "[onvoldoende, voldoende, goed]", "[]")) ==
          "d.yaml:24:11: error: expected at least one waarde in \"schaal\", found none\n"
          "    24 |   schaal: []\n"
          "       |           ^\n");
    CHECK(said(replaced(kSmall, "naam: Verkoop\n", "naam: \" \"\nbron: {}\nversie:\ndomein: ~\n")) ==
          "d.yaml:1:7: error: \"naam\" is empty\n"
          "     1 | naam: \" \"\n"
          "       |       ^~~\n"
          "  hint: give it a value, or remove it\n"
          "d.yaml:2:7: error: \"bron\" has no keys\n"
          "     2 | bron: {}\n"
          "       |       ^\n"
          "  hint: give it keys, or remove it\n"
          "d.yaml:3:1: error: \"versie\" has no value\n"
          "     3 | versie:\n"
          "       | ^~~~~~\n"
          "  hint: give it a value, or remove the key\n"
          "d.yaml:4:1: error: \"domein\" has no value\n"
          "     4 | domein: ~\n"
          "       | ^~~~~~\n"
          "  hint: give it a value, or remove the key\n");
    CHECK(said(replaced(kSmall, "              - vraagt door.\n", "              -\n              # leeg\n")) ==
          "d.yaml:17:15: error: this item of the list is empty\n"
          "    17 |               -\n"
          "       |               ^\n"
          "  hint: give it a value, or remove the line\n");
    CHECK(said("# niets\n").starts_with("d.yaml:1:1: error: the file is empty, expected keys like \"naam\"\n"));
}

TEST_CASE("one line is one line") {
    CHECK(said(replaced(kSmall, "naam: Verkoop\n", "naam: |\n  Verkoop\n  en meer\n")) ==
          "d.yaml:2:3: error: expected one line as \"naam\", found 2\n"
          "     2 |   Verkoop\n"
          "       |   ^~~~~~~\n"
          "  hint: write it as one paragraph; \">-\" joins lines\n");
    CHECK(said(replaced(kSmall, "naam: Verkoop\n", "naam: >-\n  Verkoop\n  en meer\n")) == "");
}

TEST_CASE("a file that cannot be read in one way only is refused") {
    CHECK(said(replaced(kSmall, "    niveau: 3\n", "    niveau: 3\n    naam: Ander\n")) ==
          "d.yaml:23:5: error: duplicate key \"naam\"\n"
          "    23 |     naam: Ander\n"
          "       |     ^~~~\n"
          "  hint: it is first at d.yaml:21:5\n");
    CHECK(said("naam: x\n---\nnaam: y\n") ==
          "d.yaml:2:1: error: found a second document, expected one\n"
          "     2 | ---\n"
          "       | ^~~\n"
          "  hint: remove the line with \"---\", or put what follows in a file of its own\n");
    CHECK(said("- a\n-b\n") ==
          "d.yaml:2:1: error: this text belongs to no key and no list\n"
          "     2 | -b\n"
          "       | ^~\n"
          "  hint: a list item is a dash and a space; a key ends with \":\"; check the indent\n");
    CHECK(said("naam: \"x\nversie: 2\n") ==
          "d.yaml:1:7: error: this quote is never closed\n"
          "     1 | naam: \"x\n"
          "       |       ^\n"
          "  hint: close the quote, or write the text in a block that begins with \"|\" or \">-\"\n");
    CHECK(said(replaced(kSmall, "naam: Verkoop\n", "naam: &n Verkoop\nversie: *n\nsectorkamer: !!str 3\n")) ==
          "d.yaml:1:7: error: anchors are not allowed, found \"&n\"\n"
          "     1 | naam: &n Verkoop\n"
          "       |       ^~\n"
          "  hint: write the value out where it is needed; put text that begins with \"&\" in quotes\n"
          "d.yaml:2:9: error: aliases are not allowed, found \"*n\"\n"
          "     2 | versie: *n\n"
          "       |         ^~\n"
          "  hint: write the value out\n"
          "d.yaml:3:14: error: tags are not allowed, found \"!!str\"\n"
          "     3 | sectorkamer: !!str 3\n"
          "       |              ^~~~~\n"
          "  hint: remove it; put text that begins with \"!\" in quotes\n");
    CHECK(said(kSmall + "<<: {a: b}\n? [x]\n: y\n") ==
          "d.yaml:28:1: error: merge keys are not allowed\n"
          "    28 | <<: {a: b}\n"
          "       | ^~\n"
          "  hint: write the keys out\n"
          "d.yaml:29:3: error: expected a key, found a list\n"
          "    29 | ? [x]\n"
          "       |   ^\n"
          "  hint: a key is one word, followed by \":\"\n");
    CHECK(said("%YAML 1.2\n---\n" + kSmall).starts_with("d.yaml:1:1: error: this text belongs to no key and no list\n"));
    CHECK(said("naam: |2\n    x\n") ==
          "d.yaml:1:7: error: expected \"|\" or \">-\", found \"|2\"\n"
          "     1 | naam: |2\n"
          "       |       ^~\n"
          "  hint: leave the number out\n");
}

TEST_CASE("bytes that no editor should write") {
    CHECK(said("naam: caf\xe9\n") ==
          "d.yaml:1:10: error: expected UTF-8, found the byte 0xE9\n"
          "     1 | naam: caf�\n"
          "       |          ^\n"
          "  hint: save the file as UTF-8\n");
    CHECK(said(std::string("\xff\xfe") + "n").find("hint: this looks like UTF-16: save the file as UTF-8\n") != std::string::npos);
    CHECK(said("naam:\tx\nversie: a\xe2\x80\xae"
               "b\n") ==
          "d.yaml:1:6: error: found a tab after \":\", expected a space\n"
          "     1 | naam: x\n"
          "       |      ^\n"
          "  hint: replace it by a space\n"
          "d.yaml:2:10: error: found the bidirectional control U+202E\n"
          "     2 | versie: a?b\n"
          "       |          ^\n"
          "  hint: remove it\n");
    CHECK(said(std::string("naam: a\0b\n", 10)).starts_with("d.yaml:1:8: error: found the control character U+0000\n"));
    CHECK(said(replaced(kSmall, "naam: Verkoop", "naam: \"a\\0b\"")) ==
          "d.yaml:1:7: error: found a control character in \"a\\x00b\"\n"
          "     1 | naam: \"a\\0b\"\n"
          "       |       ^~~~~~\n"
          "  hint: remove it\n");
    CHECK(said("a\rb\n").starts_with("d.yaml:1:2: error: found a carriage return without line feed\n"));
    CHECK(said(std::string(yaml::kMostBytes + 1, 'a'))
              .starts_with("d.yaml:1:1: error: the file has 8388609 bytes, expected at most 8388608\n"));
}

TEST_CASE("a byte order mark and Windows line ends are read, with right places") {
    std::string windows = "\xef\xbb\xbf# é\n" + replaced(kSmall, "niveau: 3", "niveau: 7");
    for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2) windows.insert(at, 1, '\r');
    CHECK(said(windows) ==
          "d.yaml:23:13: error: expected a number from 1 to 4 as \"niveau\", found \"7\"\n"
          "    23 |     niveau: 7\n"
          "       |             ^\n");
}

TEST_CASE("mistakes of YAML in our own words") {
    CHECK(said("naam: a: b\n") ==
          "d.yaml:1:8: error: found \":\" where no key can be\n"
          "     1 | naam: a: b\n"
          "       |        ^\n"
          "  hint: text with \": \" in it needs quotes, or a block that begins with \"|\" or \">-\"\n");
    CHECK(said("naam: x\n versie: y\n") ==
          "d.yaml:2:8: error: found \":\" where no key can be\n"
          "     2 |  versie: y\n"
          "       |        ^\n"
          "  hint: keys of one list or map begin in the same column\n");
    CHECK(said("naam: \"x\" y\n") ==
          "d.yaml:1:11: error: found text after the closing quote\n"
          "     1 | naam: \"x\" y\n"
          "       |           ^\n"
          "  hint: write a quote inside a text in quotes twice ('') or, in double quotes, as \\\"\n");
    CHECK(said("naam: @x\n") ==
          "d.yaml:1:7: error: found a character that cannot begin a value\n"
          "     1 | naam: @x\n"
          "       |       ^\n"
          "  hint: put the text in quotes\n");
    CHECK(said("naam: \"a\\qb\"\n") ==
          "d.yaml:1:9: error: unknown escape after \"\\\" in a text in double quotes\n"
          "     1 | naam: \"a\\qb\"\n"
          "       |         ^\n"
          "  hint: use single quotes, or write \"\\\\\" for one \"\\\"\n");
    CHECK(said("naam: - x\n") ==
          "d.yaml:1:7: error: found \"- \" where no list can be\n"
          "     1 | naam: - x\n"
          "       |       ^\n"
          "  hint: a list begins on a line of its own, under its key\n");
    CHECK(said("naam: 'x\n\nversie: \"y\"\nz: it's\n").find("is its quote closed in the right place?") != std::string::npos);
}

TEST_CASE("every mistake that the library names is said in our own words") {
    struct Mistake {
        const char* text;
        const char* first_line;
    };
    constexpr Mistake kMistakes[] = {
        {"naam: [a, b\n", "d.yaml:1:12: error: expected \",\" or \"]\"\n"},
        {"naam: {a: b\n", "d.yaml:1:12: error: expected \",\" or \"}\"\n"},
        {"naam: ]\n", "d.yaml:1:7: error: found a closing bracket without an opening one\n"},
        {"naam: |x\n  y\n", "d.yaml:1:8: error: unexpected text after \"|\" or \">\"\n"},
        {"naam: \"\\xzz\"\n", "d.yaml:1:12: error: expected hexadecimal digits after \"\\x\" or \"\\u\"\n"},
        {"naam: \"\\uD800\"\n", "d.yaml:1:14: error: this escape names no character\n"},
        {"naam: \"a\n---\nb\"\n", "d.yaml:2:1: error: found \"---\" or \"...\" inside a quoted text\n"},
        {"naam: a\n- c\n", "d.yaml:2:1: error: expected a key here, or less indent\n"},
        {"- \"a\" b\n", "d.yaml:1:7: error: found text after the closing quote\n"},
        {"- [a] b\n", "d.yaml:1:7: error: expected \"- \" and the next item here, or less indent\n"},
        {"naam: |0\n a\n", "d.yaml:1:9: error: the indent of a block cannot be 0\n"},
        {"naam: *x\n", "d.yaml:1:7: error: aliases are not allowed\n"},
        {"naam: & x\n", "d.yaml:1:8: error: anchors are not allowed\n"},
        {"naam: ! ! x\n", "d.yaml:1:9: error: found two tags or anchors on one value\n"},
        {"naam: !<x\n", "d.yaml:1:10: error: tags are not allowed\n"},
    };
    for (const Mistake& m : kMistakes) {
        const std::string all = said(m.text);
        CHECK(all.substr(0, all.find('\n') + 1) == m.first_line);
        CHECK(all.find("cannot be read as YAML") == std::string::npos);
    }
    CHECK(said(": a\n").find("d.yaml:1:1: error: found a value without a key\n") == 0);
    CHECK(said("\"\": a\n").find("d.yaml:1:1: error: found an empty key\n") != std::string::npos);
}

TEST_CASE("the library's crashes and bombs end in a diagnostic") {
    CHECK(said("!,\n") ==
          "d.yaml:1:1: error: tags are not allowed, found \"!\"\n"
          "     1 | !,\n"
          "       | ^\n"
          "  hint: remove it; put text that begins with \"!\" in quotes\n"
          "d.yaml:1:2: error: this text belongs to no key and no list\n"
          "     1 | !,\n"
          "       |  ^\n"
          "  hint: a list item is a dash and a space; a key ends with \":\"; check the indent\n");
    CHECK(said("&a [*a]\n").starts_with("d.yaml:1:1: error: anchors are not allowed, found \"&a\"\n"));
    std::string deep;
    for (std::size_t i = 0; i < 60; ++i) deep += std::string(i, ' ') + "a:\n";
    CHECK(said(deep) ==
          "d.yaml:41:41: error: nested more than 40 levels deep\n"
          "    41 |                                         a:\n"
          "       |                                         ^\n");
    CHECK(said(std::string(100000, '[')).find("error") != std::string::npos);
    std::string wide;
    for (int i = 0; i < 110000; ++i) wide.append(1, 'k').append(std::to_string(i)).append(": v\n");
    CHECK(said(wide).starts_with("d.yaml:100000:9: error: the file has more than 200000 values\n"));
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "- &a x\n";
    const Source source{"d.yaml", many};
    Diagnostics d;
    CHECK_FALSE(yaml::read_dossier(source, d));
    CHECK(d.errors() == 1000);
    CHECK(d.all().back().message.text() == "too many problems, reading stops here");
}

TEST_CASE("a manifest") {
    const auto read = [](const std::string& text, Diagnostics& d, Source& source) {
        source = {"m.yaml", text};
        auto manifest = yaml::read_manifest(source, d);
        d.sort();
        return manifest;
    };
    const std::string good =
        "documenten:\n"
        "  - id: beoordelingsformulier\n"
        "    titel: Beoordelingsformulier\n"
        "    formaat: pdf\n"
        "    sjabloon: beoordelingsformulier.xhtml\n"
        "    per: kerntaak\n"
        "    uitvoer: formulieren/beoordelingsformulier-{{kerntaak.pad}}.pdf\n";
    Source source;
    Diagnostics none;
    const auto manifest = read(good, none, source);
    CHECK(report(none) == "");
    REQUIRE(manifest.documenten.size() == 1);
    CHECK(manifest.documenten[0].uitvoer.value == "formulieren/beoordelingsformulier-{{kerntaak.pad}}.pdf");

    Diagnostics some;
    (void)read(good +
                   "  - id: beoordelingsformulier\n"
                   "    titel: x\n"
                   "    formaat: pdf\n"
                   "    per: kerntak\n"
                   "    uitvoer: ../x.pdf\n",
               some, source);
    CHECK(report(some) ==
          "m.yaml:8:9: error: duplicate id \"beoordelingsformulier\"\n"
          "     8 |   - id: beoordelingsformulier\n"
          "       |         ^~~~~~~~~~~~~~~~~~~~~\n"
          "  hint: it is first at m.yaml:2:9\n"
          "m.yaml:11:10: error: unknown per \"kerntak\"\n"
          "    11 |     per: kerntak\n"
          "       |          ^~~~~~~\n"
          "  hint: did you mean \"kerntaak\"?\n"
          "m.yaml:12:14: error: expected a path inside the folder as \"uitvoer\", found \"../x.pdf\"\n"
          "    12 |     uitvoer: ../x.pdf\n"
          "       |              ^~~~~~~~\n"
          "  hint: use names and \"/\" only, without \"..\", \"\\\" or \":\"\n");
}

namespace {

/// The tree as text: kinds, places and values.
std::string shown(const yaml::Tree& tree) {
    std::string out;
    for (const yaml::Node& n : tree.nodes)
        out += std::to_string(static_cast<int>(n.kind)) + (n.plain ? "p " : " ") + std::to_string(n.begin) + '-' + std::to_string(n.end) +
               " >" + std::to_string(n.first) + '+' + std::to_string(n.next) + ' ' + std::string(n.text) + '\n';
    return out;
}

enum class Way { shorter, library };
std::string tree_of(const Source& source, Way way) {
    Diagnostics d;
    yaml::Problems problems(source, d);
    yaml::Tree tree;
    tree.source = &source;
    REQUIRE(yaml::check_bytes(problems));
    if (way == Way::shorter) return yaml::parse_blocks(tree) ? shown(tree) : "not sure";
    return yaml::parse_events(tree, problems) && !problems.any() ? shown(tree) : "refused";
}

}  // namespace

TEST_CASE("the short way reads the published dossier as the library does") {
    std::ifstream file(DOSSIER_SOURCE_DIR "/dossier.yaml", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const Source source{"dossier.yaml", text.str()};
    const std::string tree = tree_of(source, Way::shorter);
    CHECK(tree != "not sure");
    CHECK((tree == tree_of(source, Way::library)));
}

TEST_CASE("the short way reads as the library does, or leaves it to the library") {
    for (const char* text : {"a: b\n", "# c\na: b\n\n# d\nb:\n  - c\n  - d: e\n    f: g\n  - h\n", "a: \"b: c\"\nb: 'd # e'\n",
                             "a: een\n  twee\n  drie\nb: c\n", "a: |\n  x\n   y\n\n  z\n\n\nb: >-\n  x\n  y\n\n\n  z\n# c\n",
                             "a:\n  b: |\n    x\nc: d#e:f\n", "a: b   \n", "a:\n    - b:\n        c: d\n    - e\n"}) {
        CAPTURE(text);
        const Source source{"d.yaml", text};
        const std::string tree = tree_of(source, Way::shorter);
        CHECK(tree != "not sure");
        CHECK(tree == tree_of(source, Way::library));
    }
    // One a line would be pages.
    // clang-format off
    for (const char* text : {"a: b # c\n", "a: b: c\n", "a: b:\n", "a:\nb: c\n", "a: ~\n", "a: null\n", "null: a\n", "a: [b]\n",
                             "a: {b: c}\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "a: \"b\\n\"\n", "a: 'b''c'\n", "a: \"b\" c\n",
                             "a: \"b\n  c\"\n", "a: |2\n   b\n", "a: >\n  b\n", "a: |\n\n  b\n", "a: |\nb: c\n", "a: >-\n  b\n   c\n",
                             "- a\n", "a:\n- b\n", "a:\n  - b\n -c\n", "a: b\n c: d\n", " a: b\n", "a: b\n\n  c\n", "a: b\n  - c\n",
                             "--- \na: b\n", "a: b\n...\n", "%Y\na: b\n", "a: b", "a: b\r\n", "? a\n: b\n", "<<: a\n", "a: @b\n",
                             "a: - b\n", "a:\n  - - b\n", "a:\n  -\n", "\xef\xbb\xbf" "a: b\n", ""}) {
        // clang-format on
        CAPTURE(text);
        const Source source{"d.yaml", text};
        CHECK(tree_of(source, Way::shorter) == "not sure");
    }
}

TEST_CASE("huisstijl: what a school gives, and every mistake at its place") {
    const auto read = [](const std::string& text, Diagnostics& d, Source& source) {
        source = {"huisstijl.yaml", text};
        auto style = yaml::read_huisstijl(source, d);
        d.sort();
        return style;
    };
    Source source;
    Diagnostics none;
    const auto style = read(
        "school: ROC Voorbeeld\n"
        "voettekst: examens@voorbeeld.example\n"
        "kleuren:\n"
        "  accent: \"#7A1F3D\"\n"
        "logo:\n"
        "  bestand: logo.svg\n"
        "  beschrijving: Logo van ROC Voorbeeld\n"
        "  breedte: 42.5mm\n",
        none, source);
    CHECK(report(none) == "");
    CHECK(style.school.value == "ROC Voorbeeld");
    CHECK(style.kleuren.accent.value == "#7A1F3D");
    CHECK(yaml::millimetres(style.logo.breedte.value) == 42.5);

    Diagnostics some;
    (void)read(
        "kleuren:\n"
        "  accent: \"#ffcc00\"\n"
        "  accent_donker: \"#7a1f3d\"\n"
        "logo:\n"
        "  bestand: ../logo.gif\n"
        "  breedte: 4cm\n"
        "lettertypen:\n"
        "  gewoon: School.otf\n"
        "  vet: School-Bold.ttf\n"
        "letertype: x\n",
        some, source);
    CHECK(report(some) ==
          "huisstijl.yaml:2:11: error: \"accent\" has contrast 1.51:1 with white, expected at least 4.5:1\n"
          "     2 |   accent: \"#ffcc00\"\n"
          "       |           ^~~~~~~~~\n"
          "  hint: choose a darker colour: text must be readable in it\n"
          "huisstijl.yaml:3:18: error: \"accent_donker\" has contrast 1.77:1 with the dark ground of the pages (#13181d), "
          "expected at least 4.5:1\n"
          "     3 |   accent_donker: \"#7a1f3d\"\n"
          "       |                  ^~~~~~~~~\n"
          "  hint: choose a lighter colour: text must be readable in it\n"
          "huisstijl.yaml:5:3: error: logo has no \"beschrijving\"\n"
          "     5 |   bestand: ../logo.gif\n"
          "       |   ^~~~~~~~~~~~~~~~~~~~\n"
          "  hint: add \"beschrijving:\" (Wat een schermlezer zegt, zoals: Logo van ROC Voorbeeld.)\n"
          "huisstijl.yaml:5:12: error: expected a file in this folder that ends in .svg or .png as \"bestand\", found \"../logo.gif\"\n"
          "     5 |   bestand: ../logo.gif\n"
          "       |            ^~~~~~~~~~~\n"
          "huisstijl.yaml:6:12: error: expected a width from 5mm to 120mm as \"breedte\", found \"4cm\"\n"
          "     6 |   breedte: 4cm\n"
          "       |            ^~~\n"
          "huisstijl.yaml:8:11: error: expected a file in this folder that ends in .ttf as \"gewoon\", found \"School.otf\"\n"
          "     8 |   gewoon: School.otf\n"
          "       |           ^~~~~~~~~~\n"
          "huisstijl.yaml:10:1: error: unknown key \"letertype\" in huisstijl\n"
          "    10 | letertype: x\n"
          "       | ^~~~~~~~~\n"
          "  hint: did you mean \"lettertypen\"?\n");
    Diagnostics wrong;
    (void)read("kleuren:\n  accent: rood\n", wrong, source);
    CHECK(report(wrong) ==
          "huisstijl.yaml:2:11: error: expected a colour such as \"#1b3f6e\" as \"accent\", found \"rood\"\n"
          "     2 |   accent: rood\n"
          "       |           ^~~~\n"
          "  hint: write # and six hexadecimal digits, in quotes\n");
}
