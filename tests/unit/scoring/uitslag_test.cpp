#include "maken.hpp"

#include <doctest/doctest.h>

using namespace scoring_test;

namespace {

struct Geval {
    const char* antwoorden;
    const char* wanted;
};
void verwacht(const model::Beoordeling& b, const std::vector<Geval>& gevallen) {
    for (const Geval& g : gevallen) {
        CAPTURE(g.antwoorden);
        CHECK(woord(uitslag(b, g.antwoorden).uitslag) == g.wanted);
    }
}

struct GevalKerntaak {
    std::vector<std::string> antwoorden;
    const char* wanted;
};
void verwacht(const model::Beoordeling& b, const std::vector<GevalKerntaak>& gevallen) {
    for (const GevalKerntaak& g : gevallen) {
        std::string all;
        for (const std::string& w : g.antwoorden) all += w + ' ';
        CAPTURE(all);
        CHECK(woord(uitslag_kerntaak(b, g.antwoorden).uitslag) == g.wanted);
    }
}

}  // namespace

TEST_CASE("a werkproces by number: all, or a percentage") {
    verwacht(gewoon(), {{"vvv", "voldoende"},
                        {"vgv", "voldoende"},
                        {"vov", "onvoldoende"},
                        {"v-v", "onbeslist"},
                        {"v?v", "onbeslist"},
                        {"o?v", "onvoldoende"},
                        {"v", "voldoende"},
                        {"o", "onvoldoende"},
                        {"-", "onbeslist"},
                        {"", "onbeslist"},
                        {"vxv", "onbeslist"}});
    model::Beoordeling b = gewoon();
    b.cesuur.criteria.value = "75%";
    verwacht(b, {{"vvvo", "voldoende"},
                 {"vvoo", "onvoldoende"},
                 {"vvvv", "voldoende"},
                 {"vvv-", "voldoende"},
                 {"vvo-", "onbeslist"},
                 {"voo-", "onvoldoende"},
                 {"vv--", "onbeslist"},
                 {"v---", "onbeslist"},
                 {"oo--", "onvoldoende"},
                 {"o---", "onbeslist"},
                 {"vvvvo", "voldoende"},
                 {"vvvoo", "onvoldoende"}});
}

TEST_CASE("a werkproces by number where some criteria may not apply") {
    model::Beoordeling b = gewoon();
    b.cesuur.criteria.value = "75%";
    b.niet_van_toepassing = {{"B1-K1-W1-G4", {}}, {"B1-K1-W1-G5", {}}};
    verwacht(b, {{"vvvx", "voldoende"},    // 3 of 3
                 {"vvox", "onvoldoende"},  // 2 of 3, 3 needed
                 {"vvvoo", "onvoldoende"},
                 {"vvvox", "voldoende"},
                 {"vvvxx", "voldoende"},
                 {"vvo--", "onbeslist"},  // 4 of 5
                 {"voo--", "onvoldoende"}});
    const WerkprocesUitslag u = uitslag(b, "vvox?");
    CHECK(u.criteria.voldoende == 2);
    CHECK(u.criteria.van == 4);
    CHECK(u.criteria.onbekend == 1);
    CHECK(u.criteria.nodig == 3);
    CHECK(u.onbekend == std::vector<std::string>{"B1-K1-W1-G5"});
}

TEST_CASE("a cruciaal criterium fails the werkproces, whatever else there is") {
    model::Beoordeling b = gewoon();
    b.cesuur.criteria.value = "50%";
    b.cruciaal = {{"B1-K1-W1-G1", {}}};
    verwacht(b, {{"vooo", "onvoldoende"},
                 {"vvoo", "voldoende"},
                 {"ovvv", "onvoldoende"},
                 {"-vvv", "onbeslist"},
                 {"?vvv", "onbeslist"},
                 {"gvoo", "voldoende"}});
    CHECK(uitslag(b, "ovvv").cruciaal == std::vector<std::string>{"B1-K1-W1-G1"});
    CHECK(uitslag(b, "vvvv").cruciaal.empty());
    model::Beoordeling p = met_punten();
    p.cesuur.werkproces_punten.value = "50%";
    p.cruciaal = {{"B1-K1-W1-G1", {}}};
    verwacht(p, {{"oggg", "onvoldoende"}, {"vggg", "voldoende"}});
}

TEST_CASE("a werkproces by points: on the line, and a point to each side") {
    model::Beoordeling b = met_punten("0", "1", "2");
    b.cesuur.werkproces_punten.value = "50%";
    verwacht(b, {{"vv", "voldoende"},
                 {"go", "voldoende"},
                 {"vo", "onvoldoende"},
                 {"vg", "voldoende"},
                 {"v-", "onbeslist"},
                 {"g-", "voldoende"},
                 {"o-", "onbeslist"},
                 {"oo-", "onvoldoende"},
                 {"vo-", "onbeslist"}});
    b.cesuur.werkproces_punten.value = "3 punten";
    verwacht(b, {{"vg", "voldoende"},
                 {"vv", "onvoldoende"},
                 {"gg", "voldoende"},
                 {"v-", "onbeslist"},
                 {"o-", "onvoldoende"},
                 {"gv-", "voldoende"}});
    b.cesuur.werkproces_punten.value = "55%";  // of 4: 2,2 points
    verwacht(b, {{"vv", "onvoldoende"}, {"vg", "voldoende"}});
    CHECK(uitslag(b, "vg").punten->cesuur == 3);
}

TEST_CASE("both rules of a level hold, or it is not voldoende") {
    model::Beoordeling b = met_punten("0", "1", "4");
    b.cesuur.criteria.value = "75%";
    b.cesuur.werkproces_punten.value = "50%";  // 8 of 16
    verwacht(b, {{"vvvv", "onvoldoende"},
                 {"ggoo", "onvoldoende"},
                 {"gvvo", "onvoldoende"},
                 {"ggvo", "voldoende"},
                 {"gvvv", "onvoldoende"},
                 {"ggv-", "voldoende"},
                 {"gg--", "onbeslist"},
                 {"gvv-", "onbeslist"},
                 {"vvv-", "onvoldoende"}});
}

TEST_CASE("weights of criteria, and points of what is not known") {
    model::Beoordeling b = met_punten("0", "1", "2");
    b.cesuur.werkproces_punten.value = "50%";
    weeg(b, "B1-K1-W1-G1", 3);
    // Of 8 points 4 are needed.
    verwacht(b, {{"vo", "onvoldoende"},
                 {"vv", "voldoende"},
                 {"og", "onvoldoende"},
                 {"go", "voldoende"},
                 {"v-", "onbeslist"},
                 {"-o", "onbeslist"},
                 {"o-", "onvoldoende"},
                 {"g-", "voldoende"}});
    const WerkprocesUitslag u = uitslag(b, "v-");
    CHECK(u.punten->behaald == 3);
    CHECK(u.punten->meest == 8);
    CHECK(u.punten->cesuur == 4);
    CHECK_FALSE(u.punten->compleet);
    CHECK(uitslag(b, "vg").punten->compleet);
    CHECK(uitslag(b, "vg").punten->behaald == 5);
    CHECK_FALSE(uitslag(b, "").punten->compleet);
    CHECK_FALSE(uitslag(gewoon(), "vg").punten);
}

TEST_CASE("an unknown criterium may not apply: dropping it can be worse than its lowest step") {
    // Even onvoldoende is 2 of 3 points, above the line of 60%: with it the werkproces is voldoende, without it not.
    model::Beoordeling b = met_punten("2", "2", "3");
    b.cesuur.werkproces_punten.value = "67%";
    b.niet_van_toepassing = {{"B1-K1-W1-G3", {}}};
    CHECK(woord(uitslag(b, "vg-").uitslag) == "voldoende");  // 5 of 6, 7 of 9
    CHECK(woord(uitslag(b, "vv-").uitslag) == "onbeslist");
    b.cesuur.werkproces_punten.value = "60%";
    CHECK(woord(uitslag(b, "vv-").uitslag) == "voldoende");  // 4 of 6, 6 of 9
    model::Beoordeling c = met_punten("2", "2", "3");
    c.cesuur.werkproces_punten.value = "6 punten";
    c.niet_van_toepassing = {{"B1-K1-W1-G3", {}}};
    CHECK(woord(uitslag(c, "vvo").uitslag) == "voldoende");
    CHECK(woord(uitslag(c, "vv-").uitslag) == "onbeslist");
    CHECK(woord(uitslag(c, "vvx").uitslag) == "onvoldoende");
    c.niet_van_toepassing.clear();
    CHECK(woord(uitslag(c, "vv-").uitslag) == "voldoende");
}

TEST_CASE("marks are points of their own") {
    model::Beoordeling b = schaal({"cijfer"});
    b.cesuur.werkproces_punten.value = "55%";  // of two: 11
    const TeBeoordelen deel = werkproces(2);
    const auto of = [&](std::size_t a, std::size_t c) {
        const Antwoorden given{{"B1-K1-W1-G1", {Antwoord::Wat::stap, a - 1}}, {"B1-K1-W1-G2", {Antwoord::Wat::stap, c - 1}}};
        return woord(werkproces_uitslag(b, deel, given).uitslag);
    };
    CHECK(of(1, 9) == "onvoldoende");
    CHECK(of(1, 10) == "voldoende");
    CHECK(of(5, 5) == "onvoldoende");
    CHECK(of(5, 6) == "voldoende");
    model::Beoordeling all = schaal({"cijfer"});
    all.cesuur.criteria.value = "alle";
    const auto by_number = [&](std::size_t mark) {
        return woord(werkproces_uitslag(all, werkproces(1), {{"B1-K1-W1-G1", {Antwoord::Wat::stap, mark - 1}}}).uitslag);
    };
    CHECK(by_number(5) == "onvoldoende");
    CHECK(by_number(6) == "voldoende");
}

TEST_CASE("a kerntaak by number") {
    verwacht(gewoon(), {{{"v", "v"}, "voldoende"},
                        {{"v", "o"}, "onvoldoende"},
                        {{"v", "-"}, "onbeslist"},
                        {{"o", "-"}, "onvoldoende"},
                        {{"v", ""}, "onbeslist"},
                        {{}, "onbeslist"}});
    model::Beoordeling b = gewoon();
    b.cesuur.werkprocessen.value = "50%";
    verwacht(b, {{{"v", "o"}, "voldoende"},
                 {{"o", "o"}, "onvoldoende"},
                 {{"v", "-"}, "voldoende"},
                 {{"-", "o"}, "onbeslist"},
                 {{"v", ""}, "voldoende"},
                 {{"", "o"}, "onbeslist"},
                 {{"", "o", "o"}, "onvoldoende"},
                 {{"v", "o", "o"}, "onvoldoende"},
                 {{"v", "v", "o"}, "voldoende"},
                 {{"v", "-", "o"}, "onbeslist"}});
    const KerntaakUitslag u = uitslag_kerntaak(b, {"v", "-", "o"});
    CHECK(u.telling.voldoende == 1);
    CHECK(u.telling.onbekend == 1);
    CHECK(u.telling.van == 3);
    CHECK(u.telling.nodig == 2);
    CHECK(u.werkprocessen.size() == 3);
}

TEST_CASE("a kerntaak by points: werkprocessen make up for each other, on the line and a point to each side") {
    model::Beoordeling b = met_punten("0", "1", "2");
    b.cesuur.werkproces_punten.value = "50%";
    b.cesuur.kerntaak_punten.value = "50%";
    verwacht(b, {{{"oo", "gg"}, "voldoende"},
                 {{"oo", "gv"}, "onvoldoende"},
                 {{"vo", "gg"}, "voldoende"},
                 {{"o-", "gv"}, "onbeslist"},
                 {{"o-", "oo"}, "onvoldoende"},
                 {{"", "gg"}, "onbeslist"}});
    weeg(b, "B1-K1-W2", 3);  // of 16 points 8 are needed
    verwacht(b, {{{"oo", "gg"}, "voldoende"},
                 {{"gg", "vo"}, "onvoldoende"},
                 {{"gv", "vo"}, "onvoldoende"},
                 {{"vv", "vv"}, "voldoende"},
                 {{"gg", "o-"}, "onbeslist"},
                 {{"oo", "-o"}, "onvoldoende"},
                 {{"go", "vv"}, "voldoende"},
                 {{"vo", "vv"}, "onvoldoende"}});
    const KerntaakUitslag u = uitslag_kerntaak(b, {"gv", "vo"});
    CHECK(u.punten->behaald == 6);
    CHECK(u.punten->meest == 16);
    CHECK(u.punten->cesuur == 8);
    b.cesuur.kerntaak_punten.value = "9 punten";
    verwacht(b, {{{"vv", "vv"}, "onvoldoende"}, {{"vg", "vv"}, "voldoende"}, {{"gg", "vv"}, "voldoende"}});
}

TEST_CASE("a minimum that another werkproces cannot make up for") {
    model::Beoordeling b = met_punten("0", "1", "2");
    b.cesuur.criteria.value = "50%";
    b.cesuur.kerntaak_punten.value = "50%";
    b.cesuur.werkproces_minimum.value = "25%";  // of 4: 1
    verwacht(b, {{{"vo", "gg"}, "voldoende"},
                 {{"oo", "gg"}, "onvoldoende"},
                 {{"o-", "gg"}, "onbeslist"},
                 {{"vo", "vo"}, "onvoldoende"},
                 {{"vv", "gg"}, "voldoende"},
                 {{"v-", "gg"}, "voldoende"}});
    CHECK(uitslag_kerntaak(b, {"oo", "gg"}).onder_minimum == std::vector<std::string>{"B1-K1-W1"});
    CHECK(uitslag_kerntaak(b, {"o-", "gg"}).onder_minimum.empty());
    // It says nothing of the werkproces itself.
    model::Beoordeling c = met_punten("0", "1", "10");
    c.cesuur.criteria.value = c.cesuur.werkprocessen.value = "alle";
    c.cesuur.werkproces_minimum.value = "5 punten";
    const KerntaakUitslag u = uitslag_kerntaak(c, {"vv", "gg"});
    CHECK(u.werkprocessen[0].uitslag == Uitslag::voldoende);
    CHECK(u.werkprocessen[0].minimum == Uitslag::onvoldoende);
    CHECK(u.uitslag == Uitslag::onvoldoende);
    CHECK(uitslag_kerntaak(c, {"", "gg"}).uitslag == Uitslag::onbeslist);
}

TEST_CASE("the mark of a kerntaak") {
    model::Beoordeling b = met_punten("0", "1", "2");
    b.cesuur.criteria.value = "50%";
    b.cesuur.kerntaak_punten.value = "50%";
    b.cesuur.werkproces_minimum.value = "25%";
    CHECK_FALSE(uitslag_kerntaak(b, {"vv", "vv"}).cijfer);
    b.cijfer.afronding.value = "een decimaal";
    const auto mark = [&](const std::vector<std::string>& answers) {
        const auto cijfer = uitslag_kerntaak(b, answers).cijfer;
        return cijfer ? tekst(*cijfer, b.cijfer) : "geen";
    };
    CHECK(mark({"vv", "vv"}) == "5,5");
    CHECK(mark({"vv", "vo"}) == "4,4");  // 4,375
    CHECK(mark({"gv", "vv"}) == "6,6");  // 6,625
    CHECK(mark({"gg", "gg"}) == "10,0");
    CHECK(mark({"oo", "oo"}) == "1,0");
    // Enough points, but a werkproces below its minimum: onvoldoende, and so is the mark.
    CHECK(mark({"oo", "gg"}) == "5,4");
    CHECK(mark({"oo", "vv"}) == "3,3");  // 3,25
    // Not all is known, although the result is.
    CHECK(mark({"gg", "g-"}) == "geen");
    CHECK(mark({"g-", "gg"}) == "geen");
    CHECK(mark({"gg", ""}) == "geen");
    b.cesuur.kerntaak_punten.value.clear();
    CHECK(mark({"vv", "vv"}) == "geen");
}
