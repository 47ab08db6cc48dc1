#include "maken.hpp"

#include <doctest/doctest.h>

using namespace scoring_test;

TEST_CASE("the steps of a scale, and which are voldoende") {
    const auto lowest = [](const model::Beoordeling& b) {
        std::string pass;
        for (const Stap& s : stappen(b)) pass += s.voldoende ? "+" : "-";
        return pass;
    };
    CHECK(lowest(gewoon()) == "-++");
    CHECK(lowest(schaal({"zeer slecht", "slecht", "ruim onvoldoende", "onvoldoende", "voldoende", "ruim voldoende", "goed", "zeer goed",
                         "uitmuntend"})) == "----+++++");
    // 5 is not enough, 6 is.
    CHECK(lowest(schaal({"cijfer"})) == "-----+++++");
    const std::vector<Stap> marks = stappen(schaal({"cijfer"}));
    CHECK(marks.front().waarde == "1");
    CHECK(marks.front().punten == 1);
    CHECK(marks.back().sleutel == "10");
    CHECK(marks.back().punten == 10);
    CHECK(stappen(schaal({"ruim voldoende"})).front().sleutel == "ruim-voldoende");
    CHECK(stappen(met_punten("0", "2", "1000")).back().punten == 1000);
    CHECK(stappen(gewoon()).back().punten == 0);
}

TEST_CASE("what counts points") {
    CHECK_FALSE(heeft_punten(gewoon()));
    CHECK_FALSE(telt_punten(gewoon()));
    CHECK(heeft_punten(met_punten()));
    CHECK(telt_punten(met_punten()));
    model::Beoordeling mark = schaal({"cijfer"});
    CHECK(heeft_punten(mark));
    CHECK_FALSE(telt_punten(mark));
    for (model::Text model::Cesuur::*key :
         {&model::Cesuur::werkproces_punten, &model::Cesuur::werkproces_minimum, &model::Cesuur::kerntaak_punten}) {
        model::Beoordeling b = mark;
        (b.cesuur.*key).value = "55%";
        CHECK(telt_punten(b));
    }
    for (model::Text model::Onderdeelregel::*key : {&model::Onderdeelregel::cesuur, &model::Onderdeelregel::minimum}) {
        model::Beoordeling b = mark;
        b.onderdelen.emplace_back();
        CHECK_FALSE(telt_punten(b));
        (b.onderdelen.back().*key).value = "55%";
        CHECK(telt_punten(b));
    }
}

TEST_CASE("how many a drempel asks for") {
    struct Case {
        const char* drempel;
        std::size_t n, wanted;
    };
    for (const Case& c : std::vector<Case>{{"alle", 0, 0},
                                           {"alle", 1, 1},
                                           {"alle", 7, 7},
                                           {"100%", 7, 7},
                                           {"1%", 1, 1},
                                           {"1%", 100, 1},
                                           {"1%", 101, 2},
                                           {"75%", 0, 0},
                                           {"75%", 3, 3},
                                           {"75%", 4, 3},
                                           {"75%", 5, 4},
                                           {"75%", 8, 6},
                                           {"50%", 2, 1},
                                           {"50%", 3, 2},
                                           {"51%", 2, 2},
                                           {"33%", 3, 1},
                                           {"34%", 3, 2},
                                           {"99%", 100, 99},
                                           {"99%", 101, 100}}) {
        CAPTURE(c.drempel);
        CAPTURE(c.n);
        CHECK(nodig(c.drempel, c.n) == c.wanted);
    }
}

TEST_CASE("a line in points, and the least that reaches it") {
    struct Case {
        const char* text;
        Punten most, wanted;
    };
    for (const Case& c : std::vector<Case>{{"55%", 100, 55},
                                           {"55%", 20, 11},
                                           {"55%", 19, 11},  // 10,45
                                           {"55%", 21, 12},  // 11,55
                                           {"50%", 3, 2},
                                           {"100%", 3, 3},
                                           {"1%", 100, 1},
                                           {"1%", 101, 2},
                                           {"12 punten", 24, 12},
                                           {"1 punt", 24, 1},
                                           {"55%", 97029000000, 53365950000}}) {
        CAPTURE(c.text);
        CAPTURE(c.most);
        CHECK(nodig(*grens(c.text), c.most) == c.wanted);
    }
    CHECK_FALSE(grens(""));
}

TEST_CASE("the line of the part itself goes before the general one") {
    model::Beoordeling b = met_punten();
    b.cesuur.werkproces_punten.value = "50%";
    b.cesuur.kerntaak_punten.value = "55%";
    b.cesuur.werkproces_minimum.value = "40%";
    for (const char* code : {"B1-K1-W1", "B1-K1", "B1-K1-W2"}) {
        b.onderdelen.emplace_back();
        b.onderdelen.back().code.value = code;
    }
    b.onderdelen[0].cesuur.value = "60%";
    b.onderdelen[1].cesuur.value = "30 punten";
    b.onderdelen[2].minimum.value = "45%";
    CHECK(cesuur_van_werkproces(b, "B1-K1-W1")->aantal == 60);
    CHECK(cesuur_van_werkproces(b, "B1-K1-W2")->aantal == 50);
    CHECK(cesuur_van_werkproces(b, "B1-K1-W3")->aantal == 50);
    CHECK(cesuur_van_kerntaak(b, "B1-K1")->aantal == 30);
    CHECK_FALSE(cesuur_van_kerntaak(b, "B1-K1")->procent);
    CHECK(cesuur_van_kerntaak(b, "B1-K2")->aantal == 55);
    CHECK(minimum_van_werkproces(b, "B1-K1-W1")->aantal == 40);
    CHECK(minimum_van_werkproces(b, "B1-K1-W2")->aantal == 45);
    CHECK_FALSE(minimum_van_werkproces(met_punten(), "B1-K1-W2"));
}

TEST_CASE("gewichten multiply, at both levels") {
    model::Beoordeling b = met_punten();
    CHECK(gewicht(b, "B1-K1-W1-G1") == 1);
    weeg(b, "B1-K1-W1-G1", 4);
    weeg(b, "B1-K1-W2", 10);
    CHECK(gewicht(b, "B1-K1-W1-G1") == 4);
    CHECK(meeste_punten(b, werkproces(2)) == 4 * 3 + 3);
    CHECK(meeste_punten(b, {"B1-K1", {werkproces(2), werkproces(3, 2)}}) == 15 + 10 * 9);
}

TEST_CASE("the answers that a form can give") {
    model::Beoordeling b = gewoon();
    b.niet_van_toepassing = {{"B1-K1-W1-G2", {}}};
    CHECK(antwoord(b, "B1-K1-W1-G1", "")->wat == Antwoord::Wat::niets);
    CHECK(antwoord(b, "B1-K1-W1-G1", "niet-beoordeeld")->wat == Antwoord::Wat::niet_beoordeeld);
    CHECK(antwoord(b, "B1-K1-W1-G2", "niet-van-toepassing")->wat == Antwoord::Wat::niet_van_toepassing);
    CHECK_FALSE(antwoord(b, "B1-K1-W1-G1", "niet-van-toepassing"));
    CHECK(antwoord(b, "B1-K1-W1-G1", "goed")->stap == 2);
    CHECK(antwoord(b, "B1-K1-W1-G1", "goed")->wat == Antwoord::Wat::stap);
    CHECK_FALSE(antwoord(b, "B1-K1-W1-G1", "uitmuntend"));
    CHECK(antwoord(schaal({"cijfer"}), "B1-K1-W1-G1", "10")->stap == 9);
    CHECK_FALSE(antwoord(schaal({"cijfer"}), "B1-K1-W1-G1", "11"));
}

TEST_CASE("what is assessed: the criteria of the werkproces and those that the profiel adds") {
    model::Dossier d;
    d.basisdeel.kerntaken.emplace_back();
    model::Kerntaak& k = d.basisdeel.kerntaken.front();
    k.code.value = "B1-K1";
    k.werkprocessen.resize(2);
    k.werkprocessen[0].code.value = "B1-K1-W1";
    k.werkprocessen[0].gedrag.criteria = {{"a", {}}, {"b", {}}};
    for (const char* p : {"P1", "P2"}) {
        model::AanvullendeEisWerkproces eis;
        eis.profiel.value = p;
        eis.gedrag.criteria = {{"extra", {}}};
        k.werkprocessen[0].aanvullende_eisen.push_back(eis);
    }
    k.werkprocessen[1].code.value = "B1-K1-W2";
    model::number_criteria(d);
    const TeBeoordelenKerntaak deel = te_beoordelen(k, "P2");
    CHECK(deel.kerntaak == "B1-K1");
    REQUIRE(deel.werkprocessen.size() == 2);
    CHECK(deel.werkprocessen[0].criteria == std::vector<std::string>{"B1-K1-W1-G1", "B1-K1-W1-G2", "B1-K1-W1-G4"});
    CHECK(deel.werkprocessen[1].criteria.empty());
}

TEST_CASE("coverage: more than the norm, or all") {
    struct Case {
        const char* norm;
        std::size_t covered, all;
        bool enough;
    };
    for (const Case& c : std::vector<Case>{{"", 2, 4, false},
                                           {"", 3, 4, false},
                                           {"", 4, 4, true},
                                           {"", 6, 8, false},
                                           {"", 7, 8, true},
                                           {"", 0, 0, true},
                                           {"75%", 3, 4, false},
                                           {"74%", 3, 4, true},
                                           {"76%", 3, 4, false},
                                           {"50%", 1, 2, false},
                                           {"49%", 1, 2, true},
                                           {"alle", 3, 4, false},
                                           {"alle", 4, 4, true},
                                           {"100%", 3, 4, false},
                                           {"100%", 4, 4, true},
                                           {"75%", 1, 1, true}}) {
        CAPTURE(c.norm);
        CAPTURE(c.covered);
        CAPTURE(c.all);
        model::Beoordeling b;
        b.dekkingsnorm.value = c.norm;
        CHECK(dekt_genoeg(b, c.covered, c.all) == c.enough);
    }
    CHECK(dekkingsnorm({}) == "75%");
}
