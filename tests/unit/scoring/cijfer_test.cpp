#include "maken.hpp"

#include <doctest/doctest.h>

using namespace scoring_test;

namespace {

model::Omrekening omrekening(const std::string& afronding, const std::string& bij_cesuur = "") {
    model::Omrekening o;
    o.afronding.value = afronding;
    o.bij_cesuur.value = bij_cesuur;
    return o;
}

constexpr const char* kTenth = "een decimaal";
constexpr const char* kHalf = "halve cijfers";
constexpr const char* kWhole = "hele cijfers";

}  // namespace

TEST_CASE("points to a mark: ends, cesuur, one point to each side, rounding half up") {
    struct Case {
        const char* afronding;
        const char* bij_cesuur;
        Punten behaald, cesuur, meest;
        const char* wanted;
    };
    for (const Case& c : std::vector<Case>{
             {kTenth, "", 0, 40, 72, "1,0"},
             {kTenth, "", 1, 40, 72, "1,1"},   // 1,1125
             {kTenth, "", 39, 40, 72, "5,4"},  // 5,3875
             {kTenth, "", 40, 40, 72, "5,5"},
             {kTenth, "", 41, 40, 72, "5,6"},  // 5,640625
             {kTenth, "", 71, 40, 72, "9,9"},  // 9,859
             {kTenth, "", 72, 40, 72, "10,0"},
             {kTenth, "", 999, 1000, 2000, "5,4"},  // 5,4955 would be 5,5
             {kTenth, "", 1000, 1000, 2000, "5,5"},
             {kTenth, "", 1001, 1000, 2000, "5,5"},  // 5,5045
             {kTenth, "", 1, 90, 180, "1,1"},        // 1,05 exactly
             {kTenth, "", 89, 90, 180, "5,4"},       // 5,45 exactly would be 5,5
             {kTenth, "", 91, 90, 180, "5,6"},       // 5,55 exactly
             {kHalf, "", 0, 40, 72, "1,0"},
             {kHalf, "", 2, 36, 72, "1,5"},   // 1,25 exactly
             {kHalf, "", 1, 36, 72, "1,0"},   // 1,125
             {kHalf, "", 39, 40, 72, "5,0"},  // 5,3875 would be 5,5
             {kHalf, "", 40, 40, 72, "5,5"},
             {kHalf, "", 41, 40, 72, "5,5"},
             {kHalf, "", 71, 40, 72, "10,0"},  // 9,859
             {kWhole, "", 0, 40, 72, "1"},
             {kWhole, "", 4, 36, 72, "2"},        // 1,5 exactly
             {kWhole, "", 3, 36, 72, "1"},        // 1,375
             {kWhole, "", 35, 36, 72, "5"},       // 5,375
             {kWhole, "", 36, 36, 72, "6"},       // 5,5 exactly
             {kWhole, "", 99, 100, 200, "5"},     // 5,455
             {kWhole, "", 999, 1000, 2000, "5"},  // 5,4955
             {kWhole, "", 72, 40, 72, "10"},
             {kWhole, "6,0", 39, 40, 72, "5"},  // 5,875 would be 6
             {kWhole, "6,0", 40, 40, 72, "6"},
             {kTenth, "6,0", 39, 40, 72, "5,9"},
             {kTenth, "6,0", 999, 1000, 2000, "5,9"},  // 5,995 would be 6,0
             {kTenth, "6,0", 40, 40, 72, "6,0"},
             {kHalf, "6,0", 39, 40, 72, "5,5"},  // 5,875 would be 6,0
             {kHalf, "5,7", 40, 40, 72, "6,0"},  // 5,7 would be 5,5, below itself
             {kHalf, "5,7", 39, 40, 72, "5,5"},
             {kTenth, "5,7", 40, 40, 72, "5,7"},
             {kTenth, "", 71, 72, 72, "5,4"},  // all points are needed: 10 or onvoldoende
             {kTenth, "", 72, 72, 72, "10,0"},
             {kTenth, "", 0, 1, 1, "1,0"},
             {kTenth, "", 1, 1, 1, "10,0"},
             {kTenth, "", 1, 1, 2, "5,5"},
             {kTenth, "", 53365949999, 53365950000, 97029000000, "5,4"},
             {kTenth, "", 53365950000, 53365950000, 97029000000, "5,5"},
             {kTenth, "", 97028999999, 53365950000, 97029000000, "10,0"},
         }) {
        CAPTURE(c.afronding);
        CAPTURE(c.bij_cesuur);
        CAPTURE(c.behaald);
        CAPTURE(c.cesuur);
        const model::Omrekening o = omrekening(c.afronding, c.bij_cesuur);
        CHECK(tekst(cijfer(o, c.behaald, c.cesuur, c.meest), o) == c.wanted);
    }
}

TEST_CASE("a mark never falls with points, and tells voldoende from onvoldoende") {
    for (const char* afronding : {kTenth, kHalf, kWhole})
        for (const char* at : {"", "5,5", "5,6", "5,7", "5,8", "5,9", "6,0"}) {
            const model::Omrekening o = omrekening(afronding, at);
            for (const Punten most : {1, 2, 7, 24, 93})
                for (Punten line = 1; line <= most; ++line) {
                    Cijfer before{10};
                    for (Punten p = 0; p <= most; ++p) {
                        const Cijfer here = cijfer(o, p, line, most);
                        CHECK(here >= before);
                        CHECK((here <= hoogste_onvoldoende(o)) == (p < line));
                        CHECK((here >= laagste_voldoende(o)) == (p >= line));
                        // A 6 is enough (art. 17), so what is not enough is none.
                        if (p < line) CHECK(here.tienden < 60);
                        else CHECK(here.tienden >= 55);
                        before = here;
                    }
                    CHECK(before.tienden == 100);
                }
        }
}

TEST_CASE("the highest mark that is onvoldoende") {
    CHECK(hoogste_onvoldoende(omrekening(kTenth)).tienden == 54);
    CHECK(hoogste_onvoldoende(omrekening(kHalf)).tienden == 50);
    CHECK(hoogste_onvoldoende(omrekening(kWhole)).tienden == 50);
    CHECK(hoogste_onvoldoende(omrekening(kTenth, "6,0")).tienden == 59);
    CHECK(hoogste_onvoldoende(omrekening(kHalf, "6,0")).tienden == 55);
    CHECK(hoogste_onvoldoende(omrekening(kWhole, "6,0")).tienden == 50);
    CHECK(hoogste_onvoldoende(omrekening(kHalf, "5,6")).tienden == 55);
}

TEST_CASE("the table has every mark that can be had, with the least points for it") {
    for (const char* afronding : {kTenth, kHalf, kWhole})
        for (const Punten most : {1, 9, 72, 500}) {
            const model::Omrekening o = omrekening(afronding);
            const Punten line = (most + 1) / 2;
            const std::vector<CijferVanaf> table = cijfertabel(o, line, most);
            CHECK(table.front().punten == 0);
            CHECK(table.back().cijfer.tienden == 100);
            std::size_t at = 0;
            for (Punten p = 0; p <= most; ++p) {
                if (at + 1 < table.size() && table[at + 1].punten == p) ++at;
                CHECK(table[at].cijfer == cijfer(o, p, line, most));
            }
            CHECK(at + 1 == table.size());
        }
}
