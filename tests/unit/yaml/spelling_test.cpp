/// What looks right and is not: letters in two pieces, spaces that are none, marks of a merge.

#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;

namespace {

std::string small(const std::string& titel, const std::string& complexiteit = "Het werk is lastig.") {
    return "naam: Verkoop\n"
           "basisdeel:\n"
           "  kerntaken:\n"
           "    - code: B1-K1\n"
           "      titel: " +
           titel +
           "\n"
           "      complexiteit: |\n"
           "        " +
           complexiteit +
           "\n"
           "      werkprocessen:\n"
           "        - code: B1-K1-W1\n"
           "          titel: Ontvangt\n"
           "          competenties: [\"Beslissen en activiteiten initie\u0308ren\"]\n"
           "profielen:\n"
           "  - code: P1\n"
           "    naam: Verkoper\n"
           "    niveau: 3\n"
           "beoordeling:\n"
           "  schaal: [onvoldoende, voldoende, goed]\n"
           "  cesuur:\n"
           "    criteria: 75%\n"
           "    werkprocessen: alle\n";
}

std::string said(const std::string& text) {
    const Source source{"d.yaml", text};
    Diagnostics d;
    (void)yaml::read_dossier(source, d);
    d.sort();
    return report(d);
}

std::optional<model::Dossier> read_it(const Source& source) {
    Diagnostics d;
    return yaml::read_dossier(source, d);
}

}  // namespace

TEST_CASE("values are read in one spelling, with one note for each kind") {
    const std::string text = small("Tien\u202Fkilo \uFB01jn klanten\u00ADservice", "Cafe\u0301 en 10\u2009000 re\u0301sume\u0301s.");
    const Source source{"d.yaml", text};
    const auto dossier = read_it(source);
    REQUIRE(dossier);
    const model::Kerntaak& k = dossier->basisdeel.kerntaken[0];
    CHECK(k.titel.value == "Tien\u00A0kilo fijn klantenservice");
    CHECK(k.complexiteit.blokken[0].tekst == "Café en 10 000 résumés.");
    CHECK(k.werkprocessen[0].competenties[0].value == "Beslissen en activiteiten initiëren");
    CHECK(said(text) ==
          "d.yaml:5:18: note: found 1 narrow no-break space (U+202F), read as U+00A0\n"
          "     5 |       titel: Tien\u202Fkilo \uFB01jn klanten\u00ADservice\n"
          "       |                  ^\n"
          "d.yaml:5:24: note: found 1 ligature (U+FB01), read as letters\n"
          "     5 |       titel: Tien\u202Fkilo \uFB01jn klanten\u00ADservice\n"
          "       |                        ^\n"
          "d.yaml:5:35: note: found 1 soft hyphen (U+00AD), left out: documents are hyphenated without\n"
          "     5 |       titel: Tien\u202Fkilo \uFB01jn klanten\u00ADservice\n"
          "       |                                   ^\n"
          "d.yaml:7:12: note: found 4 letters whose accent stands apart (NFD), here U+0065 U+0301, read as one\n"
          "     7 |         Cafe\u0301 en 10\u2009000 re\u0301sume\u0301s.\n"
          "       |            ^~\n"
          "d.yaml:7:20: note: found 1 typographic space (U+2009), read as a space\n"
          "     7 |         Cafe\u0301 en 10\u2009000 re\u0301sume\u0301s.\n"
          "       |                    ^\n");
}

TEST_CASE("an escape is normalised too; its note points at the value") {
    CHECK(said(small("\"Tien\\u202Fkilo\""))
              .starts_with("d.yaml:5:14: note: found 1 narrow no-break space (U+202F), read as U+00A0\n"
                           "     5 |       titel: \"Tien\\u202Fkilo\"\n"
                           "       |              ^~~~~~~~~~~~~~~~\n"));
}

TEST_CASE("characters that nobody means are told by name, in values and not in comments") {
    CHECK(said(small("Verkoopt \uF0B7 snel\uFFFD  # \uF0B7"))
              .starts_with("d.yaml:5:23: error: found the private-use character U+F0B7\n"
                           "     5 |       titel: Verkoopt \uF0B7 snel\uFFFD  # \uF0B7\n"
                           "       |                       ^\n"
                           "  hint: it means something in one font only, often a bullet: write another sign\n"
                           "d.yaml:5:29: error: found the replacement character U+FFFD\n"
                           "     5 |       titel: Verkoopt \uF0B7 snel\uFFFD  # \uF0B7\n"
                           "       |                             ^\n"
                           "  hint: a character was lost before this file was saved: write it again\n"));
    CHECK(said(small("\"a\\u202Eb\"")).starts_with("d.yaml:5:14: error: found the bidirectional control U+202E\n"));
    CHECK(said(small("a\xC2\x85z")).starts_with("d.yaml:5:15: error: found the control character U+0085\n"));
    CHECK(said(small("a\u2028z"))
              .starts_with("d.yaml:5:15: error: found the line separator U+2028\n"
                           "     5 |       titel: a\u2028z\n"
                           "       |               ^\n"
                           "  hint: begin a new line instead\n"));
    CHECK(said(small("a\uFFFFz")).starts_with("d.yaml:5:15: error: found the noncharacter U+FFFF\n"));
    CHECK(said(small("Verkoopt  # \uF0B7")).find("U+F0B7\n") == std::string::npos);
}

TEST_CASE("a key with a character that cannot be seen") {
    CHECK(said("na\u200Bam: Verkoop\n").find("  hint: it holds the character U+200B: type the key again, in plain letters\n") !=
          std::string::npos);
}

TEST_CASE("a mark of a merge is told wherever it stands, once for each merge") {
    const std::string hint =
        "  hint: choose between the two texts, and remove the lines that begin with \"<<<<<<<\", \"=======\" and \">>>>>>>\"\n";
    CHECK(said("naam: a\n<<<<<<< HEAD\nversie: 1\n||||||| base\nversie: 2\n=======\nversie: 3\n>>>>>>> main\n") ==
          "d.yaml:2:1: error: found \"<<<<<<<\", the mark of a merge that is not finished\n"
          "     2 | <<<<<<< HEAD\n"
          "       | ^~~~~~~\n" +
              hint);
    // Inside a block, at its indent, it would be text.
    CHECK(said(small("Verkoopt",
                     "een\n        <<<<<<< HEAD\n        twee\n        =======\n        drie\n"
                     "        >>>>>>> main"))
              .starts_with("d.yaml:8:9: error: found \"<<<<<<<\", the mark of a merge that is not finished\n"));
    // One end of it was removed.
    CHECK(said("naam: a\n=======\n").starts_with("d.yaml:2:1: error: found \"=======\", the mark"));
    CHECK(said("naam: a\n>>>>>>> main\r\n").starts_with("d.yaml:2:1: error: found \">>>>>>>\", the mark"));
    CHECK(said("naam: a\n|||||||\n").starts_with("d.yaml:2:1: error: found \"|||||||\", the mark"));
    // A line that people draw.
    CHECK(said(small("Verkoopt", "Kop\n        =======\n        ========\n        tekst")).find("merge") == std::string::npos);
}

TEST_CASE("a space that is none is named where a space counts") {
    const std::string hint = "  hint: type ordinary spaces there; this one was probably pasted along\n";
    CHECK(said("naam: a\nbasisdeel:\n \u00A0kerntaken: x\n") ==
          "d.yaml:3:2: error: found a no-break space (U+00A0) in the indent, expected a space\n"
          "     3 |  \u00A0kerntaken: x\n"
          "       |  ^\n" +
              hint);
    CHECK(said("lijst:\n  - a\n  -\u00A0b\n") ==
          "d.yaml:3:4: error: found a no-break space (U+00A0) after \"-\", expected a space\n"
          "     3 |   -\u00A0b\n"
          "       |    ^\n" +
              hint);
    CHECK(said("naam:\u00A0Verkoop\n") ==
          "d.yaml:1:6: error: found a no-break space (U+00A0) after \":\", expected a space\n"
          "     1 | naam:\u00A0Verkoop\n"
          "       |      ^\n" +
              hint);
    CHECK(
        said("lijst:\n  - naam:\u2009Verkoop\n").starts_with("d.yaml:2:10: error: found the space U+2009 after \":\", expected a space\n"));
    CHECK(said("naam: a\n\uFEFFversie: b\n")
              .starts_with("d.yaml:2:1: error: found the invisible character U+FEFF in the indent, expected a space\n"));
    // In a block a list is made of "-" and a space too; a colon is only a colon.
    CHECK(said(small("Verkoopt", "Let op:\n        -\u00A0een\n"))
              .starts_with("d.yaml:8:10: error: found a no-break space (U+00A0) after \"-\""));
    CHECK(said(small("Verkoopt", "Opmerking:\u00A0tekst")).find("found a no-break") == std::string::npos);
    CHECK(said(small("Tien\u00A0kilo")).find("found a no-break") == std::string::npos);
}

TEST_CASE("a tab is told by where it stands") {
    CHECK(said("a:\n\tb: c\n") ==
          "d.yaml:2:1: error: found a tab in the indent, expected spaces\n"
          "     2 |  b: c\n"
          "       | ^\n"
          "  hint: indent with two spaces\n");
    CHECK(said("a:\n  -\tb\n").starts_with("d.yaml:2:4: error: found a tab after \"-\", expected a space\n"));
    CHECK(said("a: b\tc\n") ==
          "d.yaml:1:5: error: found a tab, expected spaces\n"
          "     1 | a: b c\n"
          "       |     ^\n"
          "  hint: replace it by a space\n");
}

TEST_CASE("columns of the first line do not count a byte order mark") {
    CHECK(said("\xEF\xBB\xBFnaam: a: b\n") ==
          "d.yaml:1:8: error: found \":\" where no key can be\n"
          "     1 | naam: a: b\n"
          "       |        ^\n"
          "  hint: text with \": \" in it needs quotes, or a block that begins with \"|\" or \">-\"\n");
}

TEST_CASE("fmt keeps a comment that stands behind a byte order mark") {
    const auto formatted = [](const std::string& text) {
        const Source source{"d.yaml", text};
        Diagnostics d;
        return yaml::format_dossier(source, d).value_or(report(d));
    };
    CHECK(formatted("\xEF\xBB\xBF# yaml-language-server: $schema=x\nnaam: a\n") == "# yaml-language-server: $schema=x\nnaam: a\n");
    CHECK(formatted("\xEF\xBB\xBF# | alleen dit\nnaam: |\n  a\n") == "# | alleen dit\nnaam: |\n  a\n");
    // It lays out; the spelling of values is for the person.
    CHECK(formatted("naam:   cafe\u0301\n") == "naam: cafe\u0301\n");
}

TEST_CASE("a school's texts are in one spelling; the names of its files are as typed") {
    const Source source{"huisstijl.yaml", "school: Cafe\u0301\nlogo:\n  bestand: cafe\u0301.svg\n  beschrijving: Logo van Cafe\u0301\n"};
    Diagnostics d;
    const yaml::Huisstijl style = yaml::read_huisstijl(source, d);
    CHECK(style.school.value == "Café");
    CHECK(style.logo.bestand.value == "cafe\u0301.svg");
    CHECK(style.logo.beschrijving.value == "Logo van Café");
    CHECK(report(d) ==
          "huisstijl.yaml:1:12: note: found 2 letters whose accent stands apart (NFD), here U+0065 U+0301, read as one\n"
          "     1 | school: Cafe\u0301\n"
          "       |            ^~\n");
}
