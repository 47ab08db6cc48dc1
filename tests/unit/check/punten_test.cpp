/// Points, weights, lines in points and what may not apply: one case for each thing that cannot be.
#include "good.hpp"

using namespace check_test;

namespace {

const std::string kCesuur = "  cesuur: {criteria: 75%, werkprocessen: alle}\n";
const std::string kPunten = "  punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: goed, punten: 3}]\n";
const std::string kInPunten = "  cesuur: {werkproces_punten: 50%, kerntaak_punten: 50%}\n";

/// Three steps with their punten, the last for another waarde if need be.
std::string steps(const std::string& low, const std::string& middle, const std::string& high, const std::string& last = "goed") {
    return "  punten: [{waarde: onvoldoende, punten: " + low + "}, {waarde: voldoende, punten: " + middle + "}, {waarde: " + last +
           ", punten: " + high + "}]\n";
}

}  // namespace

TEST_CASE("punten for each waarde of the schaal, once, and never fewer for a higher one") {
    CHECK(said(kCesuur, kPunten + kInPunten) == "");
    CHECK(said(kCesuur, steps("0", "0", "3") + kInPunten) == "");
    CHECK(said(kCesuur, steps("0", "2", "2") + kInPunten) == "");
    CHECK(said(kCesuur, steps("0", "2", "1") + kInPunten) ==
          "d.yaml:46:101: error: found 1 punten for \"goed\", expected at least the 2 of \"voldoende\"\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: goed, punten: "
          "1}]\n"
          "       |                                                                                                     ^\n");
    CHECK(said(kCesuur, std::string("  punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}]\n") + kInPunten) ==
          "d.yaml:46:21: error: there are no punten for \"goed\"\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}]\n"
          "       |                     ^~~~~~~~~~~\n"
          "  hint: give punten for every waarde of the schaal\n");
    CHECK(said(kCesuur, steps("0", "2", "3", "voldoende") + kInPunten) ==
          "d.yaml:46:21: error: there are no punten for \"goed\"\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: voldoende, "
          "punten: 3}]\n"
          "       |                     ^~~~~~~~~~~\n"
          "  hint: give punten for every waarde of the schaal\n"
          "d.yaml:46:87: error: found punten for \"voldoende\" twice\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: voldoende, "
          "punten: 3}]\n"
          "       |                                                                                       ^~~~~~~~~\n"
          "  hint: it is first at d.yaml:46:55\n");
    CHECK(said(kCesuur, steps("0", "2", "3", "uitmuntend") + kInPunten) ==
          "d.yaml:46:21: error: there are no punten for \"goed\"\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: uitmuntend, "
          "punten: 3}]\n"
          "       |                     ^~~~~~~~~~~\n"
          "  hint: give punten for every waarde of the schaal\n"
          "d.yaml:46:87: error: found punten for \"uitmuntend\", expected a waarde of the schaal\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: uitmuntend, "
          "punten: 3}]\n"
          "       |                                                                                       ^~~~~~~~~~\n"
          "  hint: the schaal is onvoldoende, voldoende, goed\n");
    CHECK(said(kCesuur, steps("0", "0", "0") + kInPunten) ==
          "d.yaml:46:101: error: the highest waarde of the schaal has 0 punten, expected more\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 0}, {waarde: goed, punten: "
          "0}]\n"
          "       |                                                                                                     ^\n");
    CHECK(said(std::string("  schaal: [onvoldoende, voldoende, goed]\n") + kCesuur,
               std::string("  schaal: [cijfer]\n  punten: [{waarde: cijfer, punten: 3}]\n") + kInPunten) ==
          "d.yaml:46:21: error: found punten with schaal cijfer, expected none: the mark itself is the points\n"
          "    46 |   punten: [{waarde: cijfer, punten: 3}]\n"
          "       |                     ^~~~~~\n"
          "  hint: leave punten out\n");
    CHECK(said(kCesuur, kPunten + kCesuur) ==
          "d.yaml:46:21: warning: the punten decide nothing: no cesuur and no minimum is in points\n"
          "    46 |   punten: [{waarde: onvoldoende, punten: 0}, {waarde: voldoende, punten: 2}, {waarde: goed, punten: "
          "3}]\n"
          "       |                     ^~~~~~~~~~~\n"
          "  hint: add werkproces_punten or kerntaak_punten to the cesuur, or leave punten out\n");
    CHECK(said(std::string("  schaal: [onvoldoende, voldoende, goed]\n") + kCesuur, std::string("  schaal: [cijfer]\n") + kInPunten) == "");
}

TEST_CASE("a cesuur says how many, or how many punten, at both levels") {
    CHECK(said(kCesuur, "  cesuur: {werkprocessen: alle}\n") ==
          "d.yaml:46:12: error: cesuur has neither \"criteria\" nor \"werkproces_punten\"\n"
          "    46 |   cesuur: {werkprocessen: alle}\n"
          "       |            ^~~~~~~~~~~~~~~~~~~\n"
          "  hint: add \"criteria: alle\", or a line in points\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {criteria: alle, werkproces_punten: 50%}\n") ==
          "d.yaml:47:12: error: cesuur has neither \"werkprocessen\" nor \"kerntaak_punten\"\n"
          "    47 |   cesuur: {criteria: alle, werkproces_punten: 50%}\n"
          "       |            ^~~~~~~~~~~~~~\n"
          "  hint: add \"werkprocessen: alle\", or a line in points\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkprocessen: alle}\n") == "");
    CHECK(said(kCesuur, kPunten + "  cesuur: {criteria: alle, kerntaak_punten: 50%}\n") == "");
}

TEST_CASE("what is in points needs points") {
    CHECK(said(kCesuur, "  cesuur: {werkproces_punten: 50%, werkproces_minimum: 40%, kerntaak_punten: 50%}\n") ==
          "d.yaml:46:31: error: found werkproces_punten but no punten for the values of the schaal\n"
          "    46 |   cesuur: {werkproces_punten: 50%, werkproces_minimum: 40%, kerntaak_punten: 50%}\n"
          "       |                               ^~~\n"
          "  hint: add \"punten:\" with a waarde and its punten for each value of the schaal\n"
          "d.yaml:46:56: error: found werkproces_minimum but no punten for the values of the schaal\n"
          "    46 |   cesuur: {werkproces_punten: 50%, werkproces_minimum: 40%, kerntaak_punten: 50%}\n"
          "       |                                                        ^~~\n"
          "  hint: add \"punten:\" with a waarde and its punten for each value of the schaal\n"
          "d.yaml:46:78: error: found kerntaak_punten but no punten for the values of the schaal\n"
          "    46 |   cesuur: {werkproces_punten: 50%, werkproces_minimum: 40%, kerntaak_punten: 50%}\n"
          "       |                                                                              ^~~\n"
          "  hint: add \"punten:\" with a waarde and its punten for each value of the schaal\n");
    CHECK(said(kCesuur, kCesuur + "  onderdelen:\n    - {code: B1-K1-W1, gewicht: 2, cesuur: 50%, minimum: 40%}\n") ==
          "d.yaml:48:33: error: found gewicht but no punten for the values of the schaal\n"
          "    48 |     - {code: B1-K1-W1, gewicht: 2, cesuur: 50%, minimum: 40%}\n"
          "       |                                 ^\n"
          "  hint: add \"punten:\" with a waarde and its punten for each value of the schaal\n"
          "d.yaml:48:44: error: found cesuur but no punten for the values of the schaal\n"
          "    48 |     - {code: B1-K1-W1, gewicht: 2, cesuur: 50%, minimum: 40%}\n"
          "       |                                            ^~~\n"
          "  hint: add \"punten:\" with a waarde and its punten for each value of the schaal\n"
          "d.yaml:48:58: error: found minimum but no punten for the values of the schaal\n"
          "    48 |     - {code: B1-K1-W1, gewicht: 2, cesuur: 50%, minimum: 40%}\n"
          "       |                                                          ^~~\n"
          "  hint: add \"punten:\" with a waarde and its punten for each value of the schaal\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkprocessen: alle}\n  cijfer: {afronding: hele cijfers}\n") ==
          "d.yaml:48:23: error: found cijfer but no kerntaak_punten in the cesuur\n"
          "    48 |   cijfer: {afronding: hele cijfers}\n"
          "       |                       ^~~~~~~~~~~~\n"
          "  hint: a mark is made of the points of a kerntaak: say how many are enough\n");
    CHECK(said(kCesuur, kPunten + kInPunten + "  cijfer: {afronding: hele cijfers}\n") == "");
}

TEST_CASE("onderdelen: codes that are there, once, with what belongs to their level") {
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1-G1, gewicht: 2}\n"
                            "    - {code: B1-K1-W1, gewicht: 2, cesuur: 60%, minimum: 40%}\n"
                            "    - {code: B1-K1, cesuur: 60%}\n") == "");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1-G3, gewicht: 2}\n"
                            "    - {code: B1-K1-W3, gewicht: 2}\n"
                            "    - {code: B1-K2, cesuur: 60%}\n") ==
          "d.yaml:49:14: error: unknown criterium \"B1-K1-W1-G3\"\n"
          "    49 |     - {code: B1-K1-W1-G3, gewicht: 2}\n"
          "       |              ^~~~~~~~~~~\n"
          "  hint: did you mean \"B1-K1-W1-G1\"? it is defined at d.yaml:21:17\n"
          "d.yaml:50:14: error: unknown werkproces \"B1-K1-W3\"\n"
          "    50 |     - {code: B1-K1-W3, gewicht: 2}\n"
          "       |              ^~~~~~~~\n"
          "  hint: did you mean \"B1-K1-W1\"? it is defined at d.yaml:15:17\n"
          "d.yaml:51:14: error: unknown kerntaak \"B1-K2\"\n"
          "    51 |     - {code: B1-K2, cesuur: 60%}\n"
          "       |              ^~~~~\n"
          "  hint: did you mean \"B1-K1\"? it is defined at d.yaml:4:13\n");
    CHECK(said(kCesuur, kPunten + kInPunten + "  onderdelen:\n    - {code: B1-K1-W1, gewicht: 2}\n    - {code: B1-K1-W1, gewicht: 3}\n") ==
          "d.yaml:50:14: error: onderdeel \"B1-K1-W1\" stands twice in this list\n"
          "    50 |     - {code: B1-K1-W1, gewicht: 3}\n"
          "       |              ^~~~~~~~\n"
          "  hint: it is first at d.yaml:49:14\n");
    CHECK(said(kCesuur, kPunten + kInPunten + "  onderdelen:\n    - {code: B1-K1-W1}\n") ==
          "d.yaml:49:14: error: onderdeel \"B1-K1-W1\" says nothing, expected gewicht, cesuur or minimum\n"
          "    49 |     - {code: B1-K1-W1}\n"
          "       |              ^~~~~~~~\n");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1, gewicht: 2, cesuur: 50%, minimum: 40%}\n"
                            "    - {code: B1-K1-W1-G1, cesuur: 50%, minimum: 40%}\n") ==
          "d.yaml:49:30: error: found gewicht for a kerntaak, expected it only for a werkproces or criterium\n"
          "    49 |     - {code: B1-K1, gewicht: 2, cesuur: 50%, minimum: 40%}\n"
          "       |                              ^\n"
          "d.yaml:49:55: error: found minimum for a kerntaak, expected it only for a werkproces\n"
          "    49 |     - {code: B1-K1, gewicht: 2, cesuur: 50%, minimum: 40%}\n"
          "       |                                                       ^~~\n"
          "d.yaml:50:35: error: found cesuur for a criterium, expected it only for a kerntaak or werkproces\n"
          "    50 |     - {code: B1-K1-W1-G1, cesuur: 50%, minimum: 40%}\n"
          "       |                                   ^~~\n"
          "d.yaml:50:49: error: found minimum for a criterium, expected it only for a werkproces\n"
          "    50 |     - {code: B1-K1-W1-G1, cesuur: 50%, minimum: 40%}\n"
          "       |                                                 ^~~\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkprocessen: alle}\n  onderdelen:\n"
                                  "    - {code: B1-K1-W1, gewicht: 2}\n") ==
          "d.yaml:49:33: error: the gewicht of werkproces \"B1-K1-W1\" decides nothing: its kerntaak has no cesuur in points\n"
          "    49 |     - {code: B1-K1-W1, gewicht: 2}\n"
          "       |                                 ^\n"
          "  hint: add kerntaak_punten to the cesuur, or leave the gewicht out\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkprocessen: alle}\n  onderdelen:\n"
                                  "    - {code: B1-K1, cesuur: 50%}\n"
                                  "    - {code: B1-K1-W1, gewicht: 2}\n") == "");
}

TEST_CASE("a line that nobody can reach") {
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1, cesuur: 6 punten}\n"
                            "    - {code: B1-K1, cesuur: 12 punten}\n") == "");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1, cesuur: 7 punten}\n"
                            "    - {code: B1-K1, cesuur: 13 punten}\n") ==
          "d.yaml:49:32: error: cesuur asks for 7 punten of werkproces \"B1-K1-W1\", which has 6 at most\n"
          "    49 |     - {code: B1-K1-W1, cesuur: 7 punten}\n"
          "       |                                ^~~~~~~~\n"
          "d.yaml:50:29: error: cesuur asks for 13 punten of kerntaak \"B1-K1\", which has 12 at most\n"
          "    50 |     - {code: B1-K1, cesuur: 13 punten}\n"
          "       |                             ^~~~~~~~~\n");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1, gewicht: 2, cesuur: 9 punten}\n"
                            "    - {code: B1-K1-W1-G1, gewicht: 2}\n"
                            "    - {code: B1-K1, cesuur: 24 punten}\n") == "");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1, gewicht: 2}\n"
                            "    - {code: B1-K1-W1-G1, gewicht: 2}\n"
                            "    - {code: B1-K1, cesuur: 25 punten}\n") ==
          "d.yaml:51:29: error: cesuur asks for 25 punten of kerntaak \"B1-K1\", which has 24 at most\n"
          "    51 |     - {code: B1-K1, cesuur: 25 punten}\n"
          "       |                             ^~~~~~~~~\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {criteria: alle, werkproces_minimum: 6 punten, werkprocessen: alle}\n") ==
          "d.yaml:47:48: warning: werkproces_minimum \"6 punten\" is a number of points, but the dossier has no criteria for "
          "all of werkproces \"P2-K1-W1\"\n"
          "    47 |   cesuur: {criteria: alle, werkproces_minimum: 6 punten, werkprocessen: alle}\n"
          "       |                                                ^~~~~~~~\n"
          "  hint: a percentage holds however many criteria the assessors write\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {criteria: alle, werkproces_minimum: 7 punten, werkprocessen: alle}\n") ==
          "d.yaml:47:48: error: werkproces_minimum asks for 7 punten of werkproces \"B1-K1-W1\", which has 6 at most\n"
          "    47 |   cesuur: {criteria: alle, werkproces_minimum: 7 punten, werkprocessen: alle}\n"
          "       |                                                ^~~~~~~~\n"
          "d.yaml:47:48: error: werkproces_minimum asks for 7 punten of werkproces \"B1-K1-W2\", which has 6 at most\n"
          "    47 |   cesuur: {criteria: alle, werkproces_minimum: 7 punten, werkprocessen: alle}\n"
          "       |                                                ^~~~~~~~\n"
          "d.yaml:47:48: warning: werkproces_minimum \"7 punten\" is a number of points, but the dossier has no criteria for "
          "all of werkproces \"P2-K1-W1\"\n"
          "    47 |   cesuur: {criteria: alle, werkproces_minimum: 7 punten, werkprocessen: alle}\n"
          "       |                                                ^~~~~~~~\n"
          "  hint: a percentage holds however many criteria the assessors write\n");
    CHECK(said(kCesuur, kPunten + kInPunten + "  onderdelen:\n    - {code: P2-K1, cesuur: 3 punten}\n") ==
          "d.yaml:49:29: warning: cesuur \"3 punten\" is a number of points, but the dossier has no criteria for all of "
          "kerntaak \"P2-K1\"\n"
          "    49 |     - {code: P2-K1, cesuur: 3 punten}\n"
          "       |                             ^~~~~~~~\n"
          "  hint: a percentage holds however many criteria the assessors write\n");
}

TEST_CASE("a minimum is not above the cesuur") {
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkproces_minimum: 50%, kerntaak_punten: 50%}\n") == "");
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkproces_minimum: 51%, kerntaak_punten: 50%}\n") ==
          "d.yaml:47:56: error: werkproces_minimum asks for 4 punten of werkproces \"B1-K1-W1\", expected at most the 3 with "
          "which it is voldoende\n"
          "    47 |   cesuur: {werkproces_punten: 50%, werkproces_minimum: 51%, kerntaak_punten: 50%}\n"
          "       |                                                        ^~~\n"
          "d.yaml:47:56: error: werkproces_minimum asks for 4 punten of werkproces \"B1-K1-W2\", expected at most the 3 with "
          "which it is voldoende\n"
          "    47 |   cesuur: {werkproces_punten: 50%, werkproces_minimum: 51%, kerntaak_punten: 50%}\n"
          "       |                                                        ^~~\n");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1, cesuur: 4 punten, minimum: 4 punten}\n"
                            "    - {code: B1-K1-W2, cesuur: 4 punten, minimum: 5 punten}\n") ==
          "d.yaml:50:51: error: minimum asks for 5 punten of werkproces \"B1-K1-W2\", expected at most the 4 with which it "
          "is voldoende\n"
          "    50 |     - {code: B1-K1-W2, cesuur: 4 punten, minimum: 5 punten}\n"
          "       |                                                   ^~~~~~~~\n");
}

namespace {

/// How many times `part` is in `text`.
std::size_t times(const std::string& text, std::string_view part) {
    std::size_t out = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++out;
    return out;
}

/// What is said of werkproces B1-K1-W1, of which 6 punten can be had, with a cesuur and a minimum of its own.
std::string with_lines(const std::string& cesuur, const std::string& minimum) {
    const std::string own = "    - {code: B1-K1-W1, cesuur: " + cesuur + ", minimum: " + minimum + "}\n";
    return said(kCesuur, kPunten + kInPunten + "  onderdelen:\n" + own);
}

}  // namespace

TEST_CASE("of every cesuur and minimum in punten, exactly what cannot be is told") {
    constexpr int kMost = 6;
    for (int cesuur = 2; cesuur <= kMost + 2; ++cesuur)
        for (int minimum = 2; minimum <= kMost + 2; ++minimum) {
            const std::string text = with_lines(std::to_string(cesuur) + " punten", std::to_string(minimum) + " punten");
            CAPTURE(text);
            const std::size_t no_cesuur = cesuur > kMost ? 1 : 0, no_minimum = minimum > kMost ? 1 : 0;
            const std::size_t above = cesuur <= kMost && minimum <= kMost && minimum > cesuur ? 1 : 0;
            CHECK(times(text, ": error: ") == no_cesuur + no_minimum + above);
            CHECK(times(text, "error: cesuur asks for " + std::to_string(cesuur) + " punten") == no_cesuur);
            CHECK(times(text, "expected at most the " + std::to_string(cesuur) + " with") == above);
        }
}

TEST_CASE("a minimum in percents is above the cesuur when it asks for more whole punten") {
    const auto points = [](int percent) { return (6 * percent + 99) / 100; };
    for (const int cesuur : {1, 16, 17, 33, 34, 50, 51, 83, 84, 100})
        for (const int minimum : {1, 16, 17, 33, 34, 50, 51, 83, 84, 100}) {
            const std::string text = with_lines(std::to_string(cesuur) + '%', std::to_string(minimum) + '%');
            CAPTURE(text);
            CHECK(times(text, ": error: ") == (points(minimum) > points(cesuur) ? 1U : 0U));
        }
}

TEST_CASE("of all punten for three waarden, each that is fewer than the one before it is told, and a highest of 0") {
    for (int low = 0; low < 3; ++low)
        for (int middle = 0; middle < 3; ++middle)
            for (int high = 0; high < 3; ++high) {
                const std::string punten = steps(std::to_string(low), std::to_string(middle), std::to_string(high));
                const std::string text = said(kCesuur, punten + kInPunten);
                CAPTURE(text);
                CHECK(times(text, ", expected at least the ") == (middle < low ? 1U : 0U) + (high < middle ? 1U : 0U));
                CHECK(times(text, "the highest waarde of the schaal has 0 punten") == (high == 0 ? 1U : 0U));
            }
}

TEST_CASE("niet van toepassing: criteria that are there, not cruciaal, and never all of a werkproces") {
    CHECK(said(kCesuur, kCesuur + "  niet_van_toepassing: [B1-K1-W1-G1]\n") == "");
    CHECK(said(kCesuur, kCesuur + "  niet_van_toepassing: [B1-K1-W1-G3]\n") ==
          "d.yaml:47:25: error: unknown criterium \"B1-K1-W1-G3\"\n"
          "    47 |   niet_van_toepassing: [B1-K1-W1-G3]\n"
          "       |                         ^~~~~~~~~~~\n"
          "  hint: did you mean \"B1-K1-W1-G1\"? it is defined at d.yaml:21:17\n");
    CHECK(said(kCesuur, kCesuur + "  niet_van_toepassing: [B1-K1-W1-G1, B1-K1-W1-G1]\n") ==
          "d.yaml:47:38: warning: criterium \"B1-K1-W1-G1\" stands twice in this list\n"
          "    47 |   niet_van_toepassing: [B1-K1-W1-G1, B1-K1-W1-G1]\n"
          "       |                                      ^~~~~~~~~~~\n"
          "  hint: it is first at d.yaml:47:25\n");
    CHECK(said(kCesuur, kCesuur + "  niet_van_toepassing: [B1-K1-W1-G1, B1-K1-W1-G2]\n") ==
          "d.yaml:47:25: error: all criteria of werkproces \"B1-K1-W1\" may be niet van toepassing, expected at least one "
          "that always counts\n"
          "    47 |   niet_van_toepassing: [B1-K1-W1-G1, B1-K1-W1-G2]\n"
          "       |                         ^~~~~~~~~~~\n");
    CHECK(said(kCesuur, kCesuur + "  cruciaal: [B1-K1-W1-G1]\n  niet_van_toepassing: [B1-K1-W1-G1]\n") ==
          "d.yaml:48:25: error: criterium \"B1-K1-W1-G1\" is cruciaal, expected it not to be in niet_van_toepassing\n"
          "    48 |   niet_van_toepassing: [B1-K1-W1-G1]\n"
          "       |                         ^~~~~~~~~~~\n"
          "  hint: it is cruciaal at d.yaml:47:14\n");
    CHECK(said(kCesuur, kPunten + kInPunten +
                            "  onderdelen:\n"
                            "    - {code: B1-K1-W1, cesuur: 3 punten, minimum: 2 punten}\n"
                            "    - {code: B1-K1, cesuur: 6 punten}\n"
                            "    - {code: B1-K1-W2, cesuur: 3 punten}\n"
                            "  niet_van_toepassing: [B1-K1-W1-G1]\n") ==
          "d.yaml:49:32: error: cesuur \"3 punten\" is a number of points, but criteria of werkproces \"B1-K1-W1\" may be niet "
          "van toepassing, expected a percentage\n"
          "    49 |     - {code: B1-K1-W1, cesuur: 3 punten, minimum: 2 punten}\n"
          "       |                                ^~~~~~~~\n"
          "  hint: the most that can be had is not the same for every kandidaat then\n"
          "d.yaml:49:51: error: minimum \"2 punten\" is a number of points, but criteria of werkproces \"B1-K1-W1\" may be "
          "niet van toepassing, expected a percentage\n"
          "    49 |     - {code: B1-K1-W1, cesuur: 3 punten, minimum: 2 punten}\n"
          "       |                                                   ^~~~~~~~\n"
          "  hint: the most that can be had is not the same for every kandidaat then\n"
          "d.yaml:50:29: error: cesuur \"6 punten\" is a number of points, but criteria of kerntaak \"B1-K1\" may be niet van "
          "toepassing, expected a percentage\n"
          "    50 |     - {code: B1-K1, cesuur: 6 punten}\n"
          "       |                             ^~~~~~~~\n"
          "  hint: the most that can be had is not the same for every kandidaat then\n");
}

TEST_CASE("a cruciaal criterium where only points count") {
    CHECK(said(kCesuur, kPunten + kInPunten + "  cruciaal: [B1-K1-W1-G1]\n") ==
          "d.yaml:48:14: warning: a cruciaal criterium fails its werkproces, but the cesuur of a kerntaak asks for no "
          "werkprocessen, only for points\n"
          "    48 |   cruciaal: [B1-K1-W1-G1]\n"
          "       |              ^~~~~~~~~~~\n"
          "  hint: add werkprocessen to the cesuur if the kerntaak should fail too\n");
    CHECK(said(kCesuur, kPunten + "  cesuur: {werkproces_punten: 50%, werkprocessen: alle, kerntaak_punten: 50%}\n"
                                  "  cruciaal: [B1-K1-W1-G1]\n") == "");
}
