#include "maken.hpp"

#include <doctest/doctest.h>

using namespace scoring_test;

namespace {

constexpr auto kNee = Uitslag::onvoldoende;
constexpr auto kOpen = Uitslag::onbeslist;
constexpr auto kJa = Uitslag::voldoende;

model::Herkansing herkansing(int pogingen, const char* telt) {
    model::Herkansing h;
    h.pogingen.value = pogingen;
    h.telt.value = telt;
    return h;
}
/// Number of the attempt that counts; 0 for none.
int nummer(const model::Herkansing& h, const std::vector<Poging>& pogingen) {
    const auto at = telt(h, pogingen);
    return at ? pogingen[*at].nummer : 0;
}

}  // namespace

TEST_CASE("which attempt counts") {
    const model::Herkansing highest = herkansing(3, "hoogste"), last = herkansing(3, "laatste");
    struct Case {
        std::vector<Poging> pogingen;
        int hoogste, laatste;
    };
    for (const Case& c : std::vector<Case>{
             {{}, 0, 0},
             {{{1, kNee}}, 1, 1},
             {{{1, kJa}, {2, kNee}}, 1, 2},
             {{{1, kNee}, {2, kJa}}, 2, 2},
             {{{2, kNee}, {1, kJa}}, 1, 2},
             {{{1, kNee}, {2, kOpen}}, 2, 2},
             {{{1, kJa}, {2, kOpen}}, 1, 2},
             {{{1, kOpen}, {2, kNee}}, 1, 2},
             {{{1, kNee}, {2, kNee}}, 1, 2},
             {{{1, kJa, Cijfer{60}}, {2, kJa, Cijfer{61}}}, 2, 2},
             {{{1, kJa, Cijfer{60}}, {2, kJa, Cijfer{60}}}, 1, 2},
             {{{1, kJa, Cijfer{60}}, {2, kJa, Cijfer{59}}}, 1, 2},
             {{{2, kJa, Cijfer{60}}, {1, kJa, Cijfer{60}}}, 1, 2},
             {{{1, kNee, Cijfer{54}}, {2, kJa, Cijfer{55}}, {3, kNee, Cijfer{20}}}, 2, 3},
             {{{3, kNee}, {4, kJa}}, 3, 3},
         }) {
        CAPTURE(c.pogingen.size());
        CHECK(nummer(highest, c.pogingen) == c.hoogste);
        CHECK(nummer(last, c.pogingen) == c.laatste);
    }
}

TEST_CASE("of two attempts with one number and one result the first that is given counts") {
    const std::vector<Poging> same{{1, kNee}, {1, kNee}};
    CHECK(telt(herkansing(2, "hoogste"), same) == 0);
    CHECK(telt(herkansing(2, "laatste"), same) == 0);
}

TEST_CASE("where the committee has not said, one attempt counts and of several none") {
    CHECK(nummer({}, {{1, kJa}}) == 1);
    CHECK(nummer({}, {{7, kJa}}) == 7);
    CHECK(nummer({}, {{1, kNee}, {2, kJa}}) == 0);
}

TEST_CASE("as many attempts as are allowed") {
    CHECK(mag(herkansing(2, "hoogste"), 1));
    CHECK(mag(herkansing(2, "hoogste"), 2));
    CHECK_FALSE(mag(herkansing(2, "hoogste"), 3));
    CHECK(mag({}, 9));
}

TEST_CASE("the kwalificatie asks for every kerntaak, or exemption") {
    using Lijst = std::vector<KerntaakResultaat>;
    CHECK(kwalificatie_uitslag(Lijst{}) == kOpen);
    CHECK(kwalificatie_uitslag(Lijst{{kJa}, {kJa}}) == kJa);
    CHECK(kwalificatie_uitslag(Lijst{{kJa}, {kNee}}) == kNee);
    CHECK(kwalificatie_uitslag(Lijst{{kJa}, {std::nullopt}}) == kOpen);
    CHECK(kwalificatie_uitslag(Lijst{{kJa}, {kOpen}}) == kOpen);
    CHECK(kwalificatie_uitslag(Lijst{{kOpen}, {kNee}}) == kNee);
    CHECK(kwalificatie_uitslag(Lijst{{kJa}, {std::nullopt, true}}) == kJa);
    CHECK(kwalificatie_uitslag(Lijst{{kJa}, {kNee, true}}) == kJa);
}

TEST_CASE("the words of results") {
    CHECK(woord(kNee) == "onvoldoende");
    CHECK(woord(kOpen) == "onbeslist");
    CHECK(woord(kJa) == "voldoende");
}
