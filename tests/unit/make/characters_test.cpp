#include "make/characters.hpp"

#include "base/embedded.hpp"
#include "make/make.hpp"

#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

namespace dossier {
std::span<const EmbeddedFile> embedded_dejavu();
}

using namespace dossier;

TEST_CASE("a character that no font has is an error at its place in the dossier") {
    const Source source{"d.yaml",
                        "naam: Handel\nbasisdeel:\n  beroepsgroep:\n    context: |\n      Łukasz Dvořák, 100 °C.\n\n"
                        "      - zie 漢 hier\n"
                        "profielen:\n  - code: P1\n    naam: Verkoper\nbeoordeling:\n  schaal: [onvoldoende, voldoende, goed]\n"
                        "  cesuur: {criteria: alle, werkprocessen: alle}\n"};
    Diagnostics diagnostics;
    const auto dossier = yaml::read_dossier(source, diagnostics);
    REQUIRE(report(diagnostics) == "");
    make::check_printable(*dossier, diagnostics);
    CHECK(report(diagnostics) ==
          "d.yaml:7:13: error: no font has the character \"漢\" (U+6F22) for the PDF forms\n"
          "     7 |       - zie 漢 hier\n"
          "       |             ^\n"
          "  hint: write it in another way\n");
}

TEST_CASE("what is printed without asking the fonts, they have") {
    const layout::Fonts fonts;
    for (char32_t c = 0x20; c < 0x3000; ++c)
        if (make::surely_printable(c) && c != 0x7F) {
            INFO(static_cast<unsigned>(c));
            CHECK(fonts.covers(c));
        }
}

TEST_CASE("whatever fonts a school has, and in bold too, the same characters can be printed") {
    const layout::Fonts built_in;
    // The font that stands in for what another lacks: alone it has all that the built-in ones have together.
    std::string_view fallback;
    for (const EmbeddedFile& f : embedded_dejavu())
        if (f.name == "DejaVuSans.ttf") fallback = f.bytes;
    REQUIRE(!fallback.empty());
    const layout::Fonts school({fallback, fallback, fallback});
    for (char32_t c = 0xA0; c < 0x10000; ++c) {
        INFO(static_cast<unsigned>(c));
        if (built_in.covers(c) != school.covers(c)) FAIL_CHECK("covered by one only");
        for (const layout::Fonts* fonts : {&built_in, &school})
            if (fonts->face(layout::Face::fallback).glyph(c) != 0 && fonts->face(layout::Face::fallback_bold).glyph(c) == 0)
                FAIL_CHECK("not in bold");
    }
}
