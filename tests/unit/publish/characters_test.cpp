#include "publish/characters.hpp"

#include "read/read.hpp"

#include <doctest/doctest.h>

using namespace dossier;

TEST_CASE("a character that no font has is an error at its place in the dossier") {
    const Source source{"d.yaml", "naam: Handel\nbasisdeel:\n  beroepsgroep:\n    context: |\n      Łukasz Dvořák, 100 °C.\n\n      - zie 漢 hier\n"
                                  "profielen:\n  - code: P1\n    naam: Verkoper\nbeoordeling:\n  schaal: [onvoldoende, voldoende, goed]\n"
                                  "  cesuur: {criteria: alle, werkprocessen: alle}\n"};
    Diagnostics diagnostics;
    const auto dossier = read::read_dossier(source, diagnostics);
    REQUIRE(report(diagnostics) == "");
    publish::check_characters(*dossier, layout::Fonts(), diagnostics);
    CHECK(report(diagnostics) ==
          "d.yaml:7:13: error: no font has the character \"漢\" (U+6F22) for the PDF forms\n"
          "     7 |       - zie 漢 hier\n"
          "       |             ^\n"
          "  hint: write it in another way\n");
}
