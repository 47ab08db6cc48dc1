#include "maken.hpp"

#include "scoring/zinnen.hpp"

#include <doctest/doctest.h>

using namespace scoring_test;

TEST_CASE("the rules in words, as they always were") {
    model::Beoordeling b = gewoon();
    CHECK(zin_werkproces(b) == "Een werkproces is voldoende als alle criteria minstens voldoende zijn.");
    CHECK(zin_kerntaak(b) == "Een kerntaak is voldoende als alle werkprocessen minstens voldoende zijn.");
    CHECK(zin_werkproces(b, werkproces(1)) == "Dit werkproces is voldoende als het criterium minstens voldoende is.");
    CHECK(zin_werkproces(b, werkproces(8)) == "Dit werkproces is voldoende als alle 8 criteria minstens voldoende zijn.");
    CHECK(zin_werkproces(b, werkproces(0)).empty());
    CHECK(zin_kerntaak(b, {"B1-K1", {werkproces(1)}}) == "Deze kerntaak is voldoende als het werkproces minstens voldoende is.");
    b.cesuur.criteria.value = "75%";
    b.cesuur.werkprocessen.value = "50%";
    CHECK(zin_werkproces(b) == "Een werkproces is voldoende als ten minste 75% van de criteria minstens voldoende zijn.");
    CHECK(zin_werkproces(b, werkproces(8)) == "Dit werkproces is voldoende als ten minste 6 van de 8 criteria minstens voldoende zijn.");
    CHECK(zin_kerntaak(b, {"B1-K1", {werkproces(1), werkproces(1, 2)}}) ==
          "Deze kerntaak is voldoende als ten minste 1 van de 2 werkprocessen minstens voldoende is.");
    b.cruciaal = {{"B1-K1-W1-G1", {}}};
    CHECK(zin_werkproces(b, werkproces(8)) ==
          "Dit werkproces is voldoende als ten minste 6 van de 8 criteria minstens voldoende zijn, waaronder het cruciale criterium.");
    b.cruciaal.push_back({"B1-K1-W1-G2", {}});
    CHECK(zin_werkproces(b, werkproces(8)) ==
          "Dit werkproces is voldoende als ten minste 6 van de 8 criteria minstens voldoende zijn, waaronder alle 2 cruciale criteria.");
    CHECK(zin_kwalificatie(schaal({"cijfer"})) ==
          "De kandidaat slaagt als elke kerntaak minstens een 6 is, of als er vrijstelling voor is.");
    CHECK(zin_dekking(b) == "De examens dekken van elke kerntaak meer dan 75% van de werkprocessen.");
    b.dekkingsnorm.value = "alle";
    CHECK(zin_dekking(b) == "De examens dekken alle werkprocessen van elke kerntaak.");
    CHECK(zin_punten(b).empty());
    CHECK(zin_cijfer(b).empty());
    CHECK(zin_gewicht(b).empty());
    CHECK(zin_minimum(b).empty());
    CHECK(zin_herkansing(b).empty());
    CHECK(zin_niet_van_toepassing(b).empty());
}

TEST_CASE("the rules in words, with points") {
    model::Beoordeling b = met_punten();
    b.cesuur.werkproces_punten.value = "55%";
    b.cesuur.kerntaak_punten.value = "40 punten";
    CHECK(zin_punten(b) == "Elke keuze geeft punten: onvoldoende 0, voldoende 2 en goed 3.");
    CHECK(zin_werkproces(b) == "Een werkproces is voldoende als de kandidaat ten minste 55% van de punten heeft.");
    CHECK(zin_kerntaak(b) == "Een kerntaak is voldoende als de kandidaat ten minste 40 punten heeft.");
    CHECK(zin_werkproces(b, werkproces(8)) == "Dit werkproces is voldoende als de kandidaat ten minste 14 van de 24 punten heeft.");
    CHECK(zin_kerntaak(b, {"B1-K1", {werkproces(24)}}) ==
          "Deze kerntaak is voldoende als de kandidaat ten minste 40 van de 72 punten "
          "heeft.");
    b.cesuur.kerntaak_punten.value = "55%";
    CHECK(zin_kerntaak(b, {"B1-K1", {werkproces(24), werkproces(0, 2)}}) ==
          "Deze kerntaak is voldoende als de kandidaat ten minste 55% van de punten heeft.");
    b.cesuur.criteria.value = "75%";
    b.cesuur.werkprocessen.value = "alle";
    b.cruciaal = {{"B1-K1-W1-G1", {}}};
    b.cesuur.werkproces_minimum.value = "40%";
    CHECK(zin_werkproces(b) ==
          "Een werkproces is voldoende als ten minste 75% van de criteria minstens voldoende zijn en de kandidaat ten minste 55% van de "
          "punten heeft.");
    CHECK(zin_werkproces(b, werkproces(8)) ==
          "Dit werkproces is voldoende als ten minste 6 van de 8 criteria minstens voldoende zijn, het cruciale criterium minstens "
          "voldoende "
          "is en de kandidaat ten minste 14 van de 24 punten heeft. Voor de kerntaak heeft het een minimum: 10 van de 24 punten.");
    CHECK(zin_kerntaak(b, {"B1-K1", {werkproces(8), werkproces(8, 2)}}) ==
          "Deze kerntaak is voldoende als alle 2 werkprocessen minstens voldoende zijn, de kandidaat ten minste 27 van de 48 punten "
          "heeft en "
          "elk werkproces zijn minimum haalt.");
    b.niet_van_toepassing = {{"B1-K1-W1-G2", {}}};
    CHECK(zin_werkproces(b, werkproces(8)) ==
          "Dit werkproces is voldoende als ten minste 75% van de criteria die meetellen minstens voldoende zijn (6 als alle 8 "
          "meetellen), het "
          "cruciale criterium minstens voldoende is en de kandidaat ten minste 55% van de punten heeft (14 van de 24 punten als alle "
          "criteria "
          "meetellen). Voor de kerntaak heeft het een minimum: 40% van de punten (10 van de 24 punten als alle criteria meetellen).");
    model::Onderdeelregel o;
    o.code.value = "B1-K1-W2";
    o.cesuur.value = "60%";
    b.onderdelen = {o};
    CHECK(zin_werkproces(b).ends_with(" Waar bij een werkproces andere punten nodig zijn, staat dat erbij."));
    CHECK_FALSE(zin_kerntaak(b).ends_with("staat dat erbij."));
    b.onderdelen[0].code.value = "B1-K1";
    CHECK(zin_kerntaak(b).ends_with(" Waar bij een kerntaak andere punten nodig zijn, staat dat erbij."));
}

TEST_CASE("marks, attempts and the rest in words") {
    model::Beoordeling b = met_punten();
    b.cijfer.afronding.value = "een decimaal";
    CHECK(zin_cijfer(b) ==
          "De punten van de kerntaak worden een cijfer. Dat is een 1 bij 0 punten, een 5,5 bij precies genoeg punten en een 10 bij alle "
          "punten; "
          "daartussen loopt het gelijk op. Het wordt afgerond op één decimaal. Een onvoldoende kerntaak krijgt hoogstens een 5,4, een "
          "voldoende minstens een 5,5.");
    CHECK(
        zin_rekenen(b).ends_with("onder de cesuur: 1 + 4,5 × punten ÷ cesuur. Vanaf de cesuur is het: 5,5 + 4,5 × (punten − cesuur) ÷ "
                                 "(meeste punten − cesuur)."));
    b.cijfer.bij_cesuur.value = "6,0";
    CHECK(
        zin_rekenen(b).ends_with("1 + 5 × punten ÷ cesuur. Vanaf de cesuur is het: 6 + 4 × (punten − cesuur) ÷ (meeste punten − "
                                 "cesuur)."));
    b.cijfer.bij_cesuur.value.clear();
    b.cijfer.afronding.value = "hele cijfers";
    CHECK(
        zin_cijfer(b).ends_with("Het wordt afgerond op hele cijfers. Een onvoldoende kerntaak krijgt hoogstens een 5, een voldoende "
                                "minstens een 6."));
    b.herkansing.pogingen.value = 1;
    CHECK(zin_herkansing(b) == "Een kandidaat mag elke kerntaak één keer doen. Er is geen herkansing.");
    b.herkansing = {{2, {}}, {"hoogste", {}}, {}};
    CHECK(zin_herkansing(b) == "Een kandidaat mag elke kerntaak 2 keer doen: de eerste keer en één herkansing. De hoogste poging telt.");
    b.herkansing = {{3, {}}, {"laatste", {}}, {}};
    CHECK(zin_herkansing(b) ==
          "Een kandidaat mag elke kerntaak 3 keer doen: de eerste keer en 2 herkansingen. De laatste poging telt, ook als een eerdere "
          "beter was.");
    CHECK(zin_punten([] {
              model::Beoordeling m = schaal({"cijfer"});
              m.cesuur.kerntaak_punten.value = "55%";
              return m;
          }()) == "Het cijfer van een criterium is het aantal punten.");
}

TEST_CASE("why a result is what it is") {
    model::Beoordeling b = met_punten();
    b.cesuur.criteria.value = "75%";
    b.cesuur.werkproces_punten.value = "55%";
    b.cesuur.werkprocessen.value = "alle";
    b.cesuur.kerntaak_punten.value = "50%";
    b.cesuur.werkproces_minimum.value = "40%";
    CHECK(uitslag(b, "vvvvvvoo").zin == "6 van de 8 criteria voldoende, 6 nodig; 12 van de 24 punten, 14 nodig");
    CHECK(uitslag(b, "vvvvvv-o").zin ==
          "6 van de 8 criteria voldoende, 1 nog niet bekend, 6 nodig; 12 van de 24 punten tot nu toe, 14 "
          "nodig");
    b.cruciaal = {{"B1-K1-W1-G1", {}}, {"B1-K1-W1-G2", {}}};
    CHECK(uitslag(b, "og").zin ==
          "1 van de 2 criteria voldoende, 2 nodig; 3 van de 6 punten, 4 nodig; cruciaal criterium B1-K1-W1-G1 "
          "onvoldoende");
    CHECK(uitslag(b, "oo").zin.ends_with("; cruciale criteria B1-K1-W1-G1 en B1-K1-W1-G2 onvoldoende"));
    CHECK(uitslag(b, "").zin == "geen criterium dat meetelt");
    CHECK(uitslag(gewoon(), "v").zin == "1 van 1 criterium voldoende, 1 nodig");
    CHECK(uitslag_kerntaak(b, {"gg", "oo"}).zin ==
          "1 van de 2 werkprocessen voldoende, 2 nodig; 6 van de 12 punten, 6 nodig; werkproces B1-K1-W2 onder zijn minimum: 0 van de 6 "
          "punten, 3 "
          "nodig");
}
