#include "model/fields.hpp"
#include "model/model.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::model;

TEST_CASE("tekst: paragraphs, lists and footnotes") {
    const Tekst t = parse_tekst(
        "Een regel\ndie doorloopt.\n\n1. eerste:\n  a. sub een\n     gaat door\n  b. sub twee\n2. tweede\n\n"
        "* noot hier\n",
        {});
    REQUIRE(t.blokken.size() == 3);
    CHECK(t.blokken[0].tekst == "Een regel die doorloopt.");
    REQUIRE(t.blokken[1].punten.size() == 2);
    CHECK(t.blokken[1].soort == BlokSoort::nummering);
    CHECK(t.blokken[1].punten[0].tekst == "eerste:");
    REQUIRE(t.blokken[1].punten[0].onder.size() == 1);
    CHECK(t.blokken[1].punten[0].onder[0].punten[0].teken == "a.");
    CHECK(t.blokken[1].punten[0].onder[0].punten[0].tekst == "sub een gaat door");
    CHECK(t.blokken[2].soort == BlokSoort::voetnoot);
    CHECK(t.blokken[2].tekst == "noot hier");
}

TEST_CASE("tekst: writing and reading again changes nothing, at any width") {
    const std::string notation =
        "Alinea een, 365 dagen en - een streepje en a. een letter.\n\n- punt\n- nog een\n  - dieper\n\n* noot\n\n"
        "\\- geen punt";
    const std::string canonical = write_tekst(parse_tekst(notation, {}), 110);
    for (const std::size_t width : {1U, 5U, 10U, 20U, 60U, 110U})
        CHECK(write_tekst(parse_tekst(write_tekst(parse_tekst(notation, {}), width), {}), 110) == canonical);
    CHECK(parse_tekst("\\- geen punt", {}).blokken[0].tekst == "- geen punt");
}

TEST_CASE("vormen") {
    CHECK(heeft_vorm(Vorm::werkprocescode, "B1-K1-W12"));
    CHECK_FALSE(heeft_vorm(Vorm::werkprocescode, "B2-K1-W1"));
    CHECK_FALSE(heeft_vorm(Vorm::werkprocescode, "P0-K1-W1"));
    CHECK(heeft_vorm(Vorm::criteriumcode, "P3-K1-W1-G10"));
    CHECK(heeft_vorm(Vorm::datum, "2024-02-29"));
    CHECK_FALSE(heeft_vorm(Vorm::datum, "2025-02-29"));
    CHECK(heeft_vorm(Vorm::drempel, "75%"));
    CHECK_FALSE(heeft_vorm(Vorm::drempel, "0%"));
    CHECK_FALSE(heeft_vorm(Vorm::aantal, "010"));
    CHECK_FALSE(heeft_vorm(Vorm::url, "javascript:alert(1)"));
    CHECK(competenties().size() == 25);
    CHECK(find_competentie("Leren")->letter == 'P');
}

TEST_CASE("kwalificatie keeps what concerns the profiel, with the numbers of the whole") {
    Dossier d;
    Werkproces w;
    w.code.value = "B1-K1-W1";
    w.gedrag.criteria = {{"a", {}}, {"b", {}}};
    for (const char* p : {"P1", "P2"}) {
        AanvullendeEisWerkproces eis;
        eis.profiel.value = p;
        eis.gedrag.criteria = {{"extra", {}}};
        w.aanvullende_eisen.push_back(eis);
    }
    Kerntaak k;
    k.werkprocessen = {w};
    d.basisdeel.kerntaken = {k};
    for (const char* p : {"P1", "P2"}) {
        Profiel profiel;
        profiel.code.value = p;
        d.profielen.push_back(profiel);
    }
    d.beoordeling.cruciaal = {{"B1-K1-W1-G1", {}}, {"P1-K1-W1-G1", {}}, {"P2-K1-W1-G1", {}}};
    number_criteria(d);
    const Dossier one = kwalificatie(d, d.profielen[1]);
    REQUIRE(one.profielen.size() == 1);
    const auto& eisen = one.basisdeel.kerntaken[0].werkprocessen[0].aanvullende_eisen;
    REQUIRE(eisen.size() == 1);
    CHECK(eisen[0].gedrag.eerste_nummer == 4);
    CHECK(one.beoordeling.cruciaal.size() == 2);
    CHECK(absent(Cesuur{}));
    CHECK_FALSE(absent(one.basisdeel));
}
