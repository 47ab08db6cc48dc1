#include "good.hpp"

#include <fstream>
#include <sstream>

using namespace check_test;

namespace {

const std::string kOutline =
    "d.yaml:39:15: warning: kerntaak \"P2-K1\" is known in outline only: 1 werkproces has no omschrijving, resultaat or gedrag\n"
    "    39 |       - code: P2-K1\n"
    "       |               ^~~~~\n";

}  // namespace

TEST_CASE("a good dossier gives one warning for its outline") {
    const Source source{"d.yaml", kGood};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    REQUIRE(dossier);
    check::check_dossier(*dossier, d);
    CHECK(report(d) == kOutline);
}

TEST_CASE("codes are unique, and what follows from a double code is not repeated") {
    CHECK(said("B1-K1-W2", "B1-K1-W1") ==
          "d.yaml:24:17: error: duplicate werkproces \"B1-K1-W1\"\n"
          "    24 |         - code: B1-K1-W1\n"
          "       |                 ^~~~~~~~\n"
          "  hint: it is first at d.yaml:15:17\n");
    CHECK(said("code: P2\n", "code: P1\n") ==
          "d.yaml:36:11: error: duplicate profiel \"P1\"\n"
          "    36 |   - code: P1\n"
          "       |           ^~\n"
          "  hint: it is first at d.yaml:34:11\n");
    CHECK(said("beoordeling:\n", "begrippen:\n  - {term: CRM, betekenis: a}\n  - {term: CRM, betekenis: b}\nbeoordeling:\n") ==
          "d.yaml:46:12: error: duplicate begrip \"CRM\"\n"
          "    46 |   - {term: CRM, betekenis: b}\n"
          "       |            ^~~\n"
          "  hint: it is first at d.yaml:45:12\n");
}

TEST_CASE("an earlier code that another part has now cannot land") {
    CHECK(said("          titel: Rekent af\n", "          titel: Rekent af\n          eerdere_codes: [B1-K1-W1, B1-K1-W3]\n") ==
          "d.yaml:26:27: warning: earlier code \"B1-K1-W1\" is in use for another part, expected a code that is free\n"
          "    26 |           eerdere_codes: [B1-K1-W1, B1-K1-W3]\n"
          "       |                           ^~~~~~~~\n"
          "  hint: old links land on that part; leave this code out\n");
}

TEST_CASE("codes match their parents and are in order") {
    CHECK(said("code: B1-K1-W2", "code: B1-K2-W2") ==
          "d.yaml:24:17: error: werkproces \"B1-K2-W2\" stands under kerntaak \"B1-K1\", expected a code that begins \"B1-K1-W\"\n"
          "    24 |         - code: B1-K2-W2\n"
          "       |                 ^~~~~~~~\n");
    CHECK(said("code: P2-K1\n", "code: P1-K1\n")
              .starts_with("d.yaml:39:15: error: kerntaak \"P1-K1\" stands under profiel \"P2\", expected a code that begins \"P2-K\"\n"));
    CHECK(said("code: B1-K1-W2", "code: B1-K1-W4") ==
          "d.yaml:24:17: warning: expected werkproces \"B1-K1-W2\" here, found \"B1-K1-W4\"\n"
          "    24 |         - code: B1-K1-W4\n"
          "       |                 ^~~~~~~~\n");
    CHECK(said("  - code: P1\n    naam: Verkoper\n", "  - code: P3\n    naam: Verkoper\n") ==
          "d.yaml:34:11: warning: expected profiel \"P1\" here, found \"P3\"\n"
          "    34 |   - code: P3\n"
          "       |           ^~\n"
          "d.yaml:36:11: error: profiel \"P2\" comes after \"P3\"\n"
          "    36 |   - code: P2\n"
          "       |           ^~\n"
          "  hint: put them in the order of their codes\n");
}

TEST_CASE("references exist") {
    CHECK(said("  cesuur:", "  cruciaal: [B1-K1-W1-G2, B1-K1-W1-G3, B1-K1-W1-G2]\n  cesuur:") ==
          "d.yaml:46:27: error: unknown criterium \"B1-K1-W1-G3\"\n"
          "    46 |   cruciaal: [B1-K1-W1-G2, B1-K1-W1-G3, B1-K1-W1-G2]\n"
          "       |                           ^~~~~~~~~~~\n"
          "  hint: did you mean \"B1-K1-W1-G1\"? it is defined at d.yaml:21:17\n"
          "d.yaml:46:40: warning: criterium \"B1-K1-W1-G2\" stands twice in this list\n"
          "    46 |   cruciaal: [B1-K1-W1-G2, B1-K1-W1-G3, B1-K1-W1-G2]\n"
          "       |                                        ^~~~~~~~~~~\n"
          "  hint: it is first at d.yaml:46:14\n");
    CHECK(said("beoordeling:", "keuzedelen:\n  - {code: K0001, titel: Zwemmen, profielen: [P7, P88]}\nbeoordeling:") ==
          "d.yaml:45:47: error: unknown profiel \"P7\"\n"
          "    45 |   - {code: K0001, titel: Zwemmen, profielen: [P7, P88]}\n"
          "       |                                               ^~\n"
          "  hint: did you mean \"P1\"? it is defined at d.yaml:34:11\n"
          "d.yaml:45:51: error: unknown profiel \"P88\"\n"
          "    45 |   - {code: K0001, titel: Zwemmen, profielen: [P7, P88]}\n"
          "       |                                                   ^~~\n"
          "  hint: there are P1 and P2\n");
    CHECK(said("            titel: Plant\n",
               "            titel: Plant\n            aanvullende_eisen:\n"
               "              - {profiel: P1, resultaat: Meer.}\n") ==
          "d.yaml:45:27: error: this aanvullende eis is for profiel \"P1\" but stands in profiel \"P2\"\n"
          "    45 |               - {profiel: P1, resultaat: Meer.}\n"
          "       |                           ^~\n"
          "  hint: move it to the basisdeel or to the kerntaken of that profiel\n");
}

TEST_CASE("an aanvullende eis names a profiel once") {
    CHECK(said("          competenties: [Leren]\n",
               "          competenties: [Leren]\n          aanvullende_eisen:\n"
               "            - {profiel: P3, resultaat: Meer.}\n"
               "            - {profiel: P1, resultaat: Meer.}\n"
               "            - {profiel: P1, resultaat: Nog meer.}\n") ==
          "d.yaml:34:25: error: unknown profiel \"P3\"\n"
          "    34 |             - {profiel: P3, resultaat: Meer.}\n"
          "       |                         ^~\n"
          "  hint: did you mean \"P1\"? it is defined at d.yaml:38:11\n"
          "d.yaml:36:25: warning: aanvullende eis for profiel \"P1\" stands twice in this list\n"
          "    36 |             - {profiel: P1, resultaat: Nog meer.}\n"
          "       |                         ^~\n"
          "  hint: it is first at d.yaml:35:25\n");
}

TEST_CASE("a profiel without any kerntaak") {
    const Source source{"d.yaml",
                        "naam: x\nbasisdeel: {beroepsgroep: {context: a}}\nprofielen: [{code: P1, naam: a}]\n"
                        "beoordeling: {schaal: [cijfer], cesuur: {criteria: alle, werkprocessen: alle}}\n"};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    REQUIRE(dossier);
    check::check_dossier(*dossier, d);
    CHECK(report(d) ==
          "d.yaml:3:20: warning: profiel \"P1\" has no kerntaken: nothing can be made for it\n"
          "     3 | profielen: [{code: P1, naam: a}]\n"
          "       |                    ^~\n");
}

TEST_CASE("missing parts are named once") {
    CHECK(said("          resultaat: De klant is binnen.\n", "") ==
          "d.yaml:15:17: warning: werkproces \"B1-K1-W1\" has no resultaat\n"
          "    15 |         - code: B1-K1-W1\n"
          "       |                 ^~~~~~~~\n");
    CHECK(said("      complexiteit: Lastig.\n      verantwoordelijkheid: Zelfstandig.\n", "") ==
          "d.yaml:4:13: warning: kerntaak \"B1-K1\" has no complexiteit and verantwoordelijkheid\n"
          "     4 |     - code: B1-K1\n"
          "       |             ^~~~~\n");
}

TEST_CASE("a kerntaak known in part says how much is missing") {
    const Source source{"d.yaml", replaced(kGood, "profielen:\n", "        - code: B1-K1-W3\n          titel: Ruimt op\nprofielen:\n")};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    REQUIRE(dossier);
    check::check_dossier(*dossier, d);
    d.sort();
    CHECK(report(d).starts_with(
        "d.yaml:4:13: warning: kerntaak \"B1-K1\" is known in part only: 1 of 3 werkprocessen has no omschrijving, resultaat or gedrag\n"
        "     4 |     - code: B1-K1\n"
        "       |             ^~~~~\n"));
}

TEST_CASE("schaal") {
    const std::string line = "schaal: [onvoldoende, voldoende, goed]";
    CHECK(said(line,
               "schaal: [zeer slecht, slecht, ruim onvoldoende, onvoldoende, voldoende, ruim voldoende, goed, zeer goed, uitmuntend]") ==
          "");
    CHECK(said(line, "schaal: [cijfer]") == "");
    CHECK(said(line, "schaal: [cijfer, goed]") ==
          "d.yaml:45:20: error: \"cijfer\" is the whole schaal, found \"goed\" beside it\n"
          "    45 |   schaal: [cijfer, goed]\n"
          "       |                    ^~~~\n"
          "  hint: keep one of them\n");
    CHECK(said(line, "schaal: [voldoende, onvoldoende, onvoldoende]") ==
          "d.yaml:45:12: error: the schaal has no \"goed\"\n"
          "    45 |   schaal: [voldoende, onvoldoende, onvoldoende]\n"
          "       |            ^~~~~~~~~\n"
          "  hint: the law asks for onvoldoende, voldoende and goed, or for cijfer alone\n"
          "d.yaml:45:23: error: expected values from low to high, found \"onvoldoende\" after \"voldoende\"\n"
          "    45 |   schaal: [voldoende, onvoldoende, onvoldoende]\n"
          "       |                       ^~~~~~~~~~~\n"
          "d.yaml:45:36: error: \"onvoldoende\" stands twice in the schaal\n"
          "    45 |   schaal: [voldoende, onvoldoende, onvoldoende]\n"
          "       |                                    ^~~~~~~~~~~\n");
}

TEST_CASE("cruciale criteria") {
    CHECK(said("  cesuur:", "  cruciaal: [B1-K1-W1-G1, B1-K1-W1-G2]\n  cesuur:") ==
          "d.yaml:46:14: warning: all 2 criteria of werkproces \"B1-K1-W1\" are cruciaal\n"
          "    46 |   cruciaal: [B1-K1-W1-G1, B1-K1-W1-G2]\n"
          "       |              ^~~~~~~~~~~\n"
          "  hint: keep only those without which the work is not done\n");
    CHECK(said("  cesuur: {criteria: 75%,", "  cruciaal: [B1-K1-W1-G1]\n  cesuur: {criteria: alle,") ==
          "d.yaml:46:14: warning: cruciale criteria change nothing: the cesuur asks for all criteria already\n"
          "    46 |   cruciaal: [B1-K1-W1-G1]\n"
          "       |              ^~~~~~~~~~~\n"
          "  hint: give cesuur, criteria a percentage, or leave cruciaal out\n");
}

TEST_CASE("the exams cover enough, of the profielen that are examined") {
    const std::string eenheid = "  exameneenheden:\n    - {code: E1, titel: Proeve, werkprocessen: [B1-K1-W1]}\n  cesuur:";
    CHECK(said("  cesuur:", eenheid) ==
          "d.yaml:4:13: warning: the exams cover 1 of the 2 werkprocessen of kerntaak \"B1-K1\", expected more than 75%\n"
          "     4 |     - code: B1-K1\n"
          "       |             ^~~~~\n"
          "  hint: not covered: B1-K1-W2\n");
    CHECK(said("  cesuur:", "  dekkingsnorm: 40%\n" + eenheid) == "");
    CHECK(said("  cesuur:", "  dekkingsnorm: alle\n" + eenheid).find("\"B1-K1\", expected all\n") != std::string::npos);
    CHECK(said("  cesuur:", replaced(eenheid, "B1-K1-W1]", "B1-K1-W1, B1-K1-W2]")) == "");
}

TEST_CASE("dates are in order") {
    CHECK(said("naam: Verkoop\n", "naam: Verkoop\nvastgesteld: 2025-09-01\ngeldig_van: 2025-08-01\ngeldig_tot: 2025-07-31\n") ==
          "d.yaml:4:13: error: geldig_tot \"2025-07-31\" lies before geldig_van \"2025-08-01\"\n"
          "     4 | geldig_tot: 2025-07-31\n"
          "       |             ^~~~~~~~~~\n"
          "d.yaml:4:13: error: geldig_tot \"2025-07-31\" lies before vastgesteld \"2025-09-01\"\n"
          "     4 | geldig_tot: 2025-07-31\n"
          "       |             ^~~~~~~~~~\n");
    // A real dossier is often adopted after the school year that it holds for has begun.
    CHECK(said("naam: Verkoop\n", "naam: Verkoop\nvastgesteld: 2025-09-01\ngeldig_van: 2025-08-01\n") == "");
}

TEST_CASE("gedrag: what can be observed, ending alike, said once") {
    CHECK(said("- vraagt door.", "- vraagt door, zodat de klant koopt.") ==
          "d.yaml:22:30: warning: found \"zodat\" in a criterium, expected only what can be observed\n"
          "    22 |               - vraagt door, zodat de klant koopt.\n"
          "       |                              ^~~~~\n"
          "  hint: what it is for belongs in the resultaat\n");
    CHECK(said("- vraagt door.", "- vraagt door;") ==
          "d.yaml:22:28: warning: expected \".\" at the end of the last criterium, found \";\"\n"
          "    22 |               - vraagt door;\n"
          "       |                            ^\n"
          "  hint: each criterium ends with \";\", the last one with \".\"\n");
    CHECK(said("- vraagt door.", "- vraagt door\n              - 'luistert'\n              - zwijgt\n              - 'ruimt op.'") ==
          "d.yaml:21:33: warning: expected nothing at the end of this criterium, found \";\"\n"
          "    21 |               - begroet de klant;\n"
          "       |                                 ^\n"
          "  hint: the other criteria of this list end without a mark\n"
          "d.yaml:25:26: warning: expected nothing at the end of the last criterium, found \".\"\n"
          "    25 |               - 'ruimt op.'\n"
          "       |                          ^\n"
          "  hint: the other criteria of this list end without a mark\n");
    CHECK(said("- vraagt door.", "- Begroet de klant.") ==
          "d.yaml:22:17: warning: this criterium stands twice in the list\n"
          "    22 |               - Begroet de klant.\n"
          "       |                 ^~~~~~~~~~~~~~~~~\n"
          "  hint: it is first at d.yaml:21:17\n");
}

TEST_CASE("dates on one day are in order, and a date that is not there orders nothing") {
    CHECK(said("naam: Verkoop\n", "naam: Verkoop\nvastgesteld: 2025-08-01\ngeldig_van: 2025-08-01\ngeldig_tot: 2025-08-01\n") == "");
    for (const char* one : {"vastgesteld", "geldig_van", "geldig_tot"})
        CHECK(said("naam: Verkoop\n", "naam: Verkoop\n" + std::string(one) + ": 2025-08-01\n") == "");
    CHECK(said("naam: Verkoop\n", "naam: Verkoop\nvastgesteld: 2025-08-01\ngeldig_tot: 2025-07-31\n").find("lies before vastgesteld") !=
          std::string::npos);
    CHECK(said("naam: Verkoop\n", "naam: Verkoop\ngeldig_van: 2025-08-01\ngeldig_tot: 2025-07-31\n").find("lies before geldig_van") !=
          std::string::npos);
}

TEST_CASE("\"zodat\" counts as a word, at either end of a criterium too") {
    const auto finds = [](const std::string& criterium) {
        return said("- vraagt door.", "- '" + criterium + "'").find("gedrag") == std::string::npos &&
               said("- vraagt door.", "- '" + criterium + "'").find("found \"zodat\"") != std::string::npos;
    };
    for (const char* yes : {"Zodat het lukt.", "vraagt door, zodat.", "vraagt (zodat) door.", "vraagt zodat1.", "azodat en zodat."})
        CHECK_MESSAGE(finds(yes), yes);
    for (const char* no :
         {"azodat a.", "Azodat a.", "zzodat a.", "vraagt zodata.", "vraagt zodatZ.", "vraagt zodaté.", "vraagt ézodat.", "vraagt zodatz."})
        CHECK_MESSAGE(!finds(no), no);
}

TEST_CASE("the place of a missing mark is the last letter, inside the quotes and however many bytes it has") {
    CHECK(said("- begroet de klant;", "- \"groet in het café\"") ==
          "d.yaml:21:34: warning: expected \";\" at the end of this criterium, found nothing\n"
          "    21 |               - \"groet in het café\"\n"
          "       |                                  ^\n"
          "  hint: each criterium ends with \";\", the last one with \".\"\n");
    CHECK(said("- begroet de klant;", "- é").starts_with("d.yaml:21:17: warning: expected \";\""));
    CHECK(said("- begroet de klant;", "- a").starts_with("d.yaml:21:17: warning: expected \";\""));
    CHECK(said("- begroet de klant;", "- at").starts_with("d.yaml:21:18: warning: expected \";\""));
    CHECK(said("- begroet de klant;", "- 'a'").starts_with("d.yaml:21:18: warning: expected \";\""));
    // The same letter at both ends is no pair of quotes.
    CHECK(said("- begroet de klant;", "- telt niet").starts_with("d.yaml:21:25: warning: expected \";\""));
}

TEST_CASE("one criterium may be cruciaal by itself, and not all of two") {
    CHECK(said("              - telt het geld;\n              - geeft de bon.\n          competenties: [Leren]\nprofielen",
               "              - telt het geld.\n          competenties: [Leren]\nprofielen")
              .empty());
    const Source source{"d.yaml", replaced(replaced(kGood,
                                                    "              - telt het geld;\n"
                                                    "              - geeft de bon.",
                                                    "              - telt het geld."),
                                           "  cesuur:", "  cruciaal: [B1-K1-W2-G1]\n  cesuur:")};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    REQUIRE(dossier);
    check::check_dossier(*dossier, d);
    CHECK(d.warnings() == 1);  // of the outline
}

TEST_CASE("five odd items are named one by one, six in one message; \"kennis\" stands among the first eight words") {
    std::string five = "- weet a";
    for (const char* more : {"b", "c", "d", "e"}) five += "\n              - weet " + std::string(more);
    const std::string all = said("- kan rekenen", five);
    for (int line = 13; line <= 17; ++line)
        CHECK(all.find("d.yaml:" + std::to_string(line) + ":17: warning: expected \"heeft kennis van\"") != std::string::npos);
    CHECK(said("- kan rekenen", "- heeft b c d e f g vakkennis van a") == "");
    CHECK(said("- kan rekenen", "- heeft b c d e f g h vakkennis van a").find("found \"heeft b\"") != std::string::npos);
    CHECK(said("- kan rekenen", "- heeft zin").find("found \"heeft zin\"") != std::string::npos);
    CHECK(said("- kan rekenen", "- kan").find("found \"kan\"") != std::string::npos);
}

TEST_CASE("a code that comes back after a higher one, and one twice, are out of order") {
    CHECK(said("    naam: Winkelier\n", "    naam: Winkelier\n  - code: P4\n    naam: a\n  - code: P3\n    naam: b\n")
              .find("profiel \"P3\" comes after \"P4\"") != std::string::npos);
}

TEST_CASE("a list in a message has twenty parts at most, and a hint twelve codes") {
    // Of werkprocessen that no exam covers.
    const auto hint = [](int count) {
        std::string werkprocessen;
        for (int i = 3; i <= count + 1; ++i) werkprocessen += "        - {code: B1-K1-W" + std::to_string(i) + ", titel: a}\n";
        const Source source{"d.yaml", replaced(replaced(kGood, "profielen:\n", werkprocessen + "profielen:\n"), "  cesuur:",
                                               "  exameneenheden:\n    - {code: E1, titel: Proeve, werkprocessen: [B1-K1-W1]}\n  cesuur:")};
        Diagnostics d;
        const auto dossier = yaml::read_dossier(source, d);
        REQUIRE(dossier);
        check::check_dossier(*dossier, d);
        for (const Diagnostic& one : d.all())
            if (one.code == "coverage") return one.hints.at(0).text();
        return std::string();
    };
    CHECK(hint(2) == "not covered: B1-K1-W2 and B1-K1-W3");
    CHECK(hint(20).ends_with(", B1-K1-W20 and B1-K1-W21"));
    CHECK(hint(21).ends_with(", B1-K1-W21, and 1 more"));
    CHECK(hint(22).ends_with(", B1-K1-W21, and 2 more"));

    const auto unknown = [](const std::string& more) {
        return said("beoordeling:\n", more + "keuzedelen:\n  - {code: K0001, titel: a, profielen: [P88]}\nbeoordeling:\n");
    };
    std::string more;
    for (int i = 3; i <= 7; ++i) more += "  - {code: P" + std::to_string(i) + ", naam: a}\n";
    for (int i = 20; i <= 24; ++i) more += "  - {code: P" + std::to_string(i) + ", naam: a}\n";
    CHECK(unknown(more).find("  hint: there are P1, P2, P3, P4, P5, P6, P7, P20, P21, P22, P23 and P24\n") != std::string::npos);
    CHECK(unknown(more + "  - {code: P25, naam: a}\n").find("there are") == std::string::npos);
}

TEST_CASE("half of the criteria without a mark: then they lack one; more than half: then the others have one too many") {
    const std::string bare = "\n              - ";
    // Two of four, in both orders.
    CHECK(said("- vraagt door.", "- vraagt door" + bare + "luistert" + bare + "groet.") ==
          "d.yaml:22:27: warning: expected \";\" at the end of this criterium, found nothing\n"
          "    22 |               - vraagt door\n"
          "       |                           ^\n"
          "  hint: each criterium ends with \";\", the last one with \".\"\n"
          "d.yaml:23:24: warning: expected \";\" at the end of this criterium, found nothing\n"
          "    23 |               - luistert\n"
          "       |                        ^\n"
          "  hint: each criterium ends with \";\", the last one with \".\"\n");
    // One of two.
    CHECK(said("- vraagt door.", "- vraagt door") ==
          "d.yaml:22:27: warning: expected \".\" at the end of the last criterium, found nothing\n"
          "    22 |               - vraagt door\n"
          "       |                           ^\n"
          "  hint: each criterium ends with \";\", the last one with \".\"\n");
    // Two of three.
    CHECK(said("- vraagt door.", "- vraagt door" + bare + "luistert") ==
          "d.yaml:21:33: warning: expected nothing at the end of this criterium, found \";\"\n"
          "    21 |               - begroet de klant;\n"
          "       |                                 ^\n"
          "  hint: the other criteria of this list end without a mark\n");
    CHECK(said("              - begroet de klant;\n              - vraagt door.", "              - begroet") == "");
}

TEST_CASE("vakkennis begins with kennis or kan") {
    CHECK(said("- kan rekenen", "- weet hoe geld werkt\n              - kan rekenen\n              - kan rekenen") ==
          "d.yaml:13:17: warning: expected \"heeft kennis van\" or \"kan\" at the beginning of this item, found \"weet hoe\"\n"
          "    13 |               - weet hoe geld werkt\n"
          "       |                 ^~~~~~~~\n"
          "  hint: knowledge is \"heeft kennis van ...\", a skill is \"kan ...\"\n"
          "d.yaml:15:17: warning: this item stands twice in the list\n"
          "    15 |               - kan rekenen\n"
          "       |                 ^~~~~~~~~~~\n"
          "  hint: it is first at d.yaml:14:17\n");
    CHECK(said("- kan rekenen",
               "- weet a\n              - weet b\n              - weet c\n              - weet d\n"
               "              - weet e\n              - weet f") ==
          "d.yaml:13:17: warning: 6 of the 8 items of this vakkennis begin neither with \"heeft kennis van\" nor with \"kan\"\n"
          "    13 |               - weet a\n"
          "       |                 ^~~~~~\n"
          "  hint: knowledge is \"heeft kennis van ...\", a skill is \"kan ...\"\n");
}

TEST_CASE("a competentie is named once") {
    CHECK(said("[Leren, Analyseren]",
               "[Leren, Analyseren, Leren]\n          aanvullende_eisen: [{profiel: P1, competenties: [Analyseren]}]") ==
          "d.yaml:23:45: warning: competentie \"Leren\" stands twice in this list\n"
          "    23 |           competenties: [Leren, Analyseren, Leren]\n"
          "       |                                             ^~~~~\n"
          "  hint: it is first at d.yaml:23:26\n"
          "d.yaml:24:60: warning: competentie \"Analyseren\" belongs to this werkproces already\n"
          "    24 |           aanvullende_eisen: [{profiel: P1, competenties: [Analyseren]}]\n"
          "       |                                                            ^~~~~~~~~~\n"
          "  hint: it is first at d.yaml:23:33\n");
}

TEST_CASE("the published dossier has warnings for its outlines and nothing else") {
    std::ifstream file(DOSSIER_SOURCE_DIR "/dossier.yaml", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const Source source{"dossier.yaml", text.str()};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    REQUIRE(dossier);
    check::check_dossier(*dossier, d);
    CHECK(d.errors() == 0);
    CHECK(d.warnings() == 11);
    for (const Diagnostic& one : d.all()) CHECK(one.code == "outline-only");
}
