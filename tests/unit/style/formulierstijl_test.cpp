/// The style file of forms: the program's own, and that of a school over it.

#include "model/fields.hpp"
#include "style/formulierstijl.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;

namespace {

/// Styles of a folder whose style file is `text`; what was reported comes in `said`.
std::optional<layout::Styles> with(const std::string& text, std::string& said) {
    style::TemplateSet set;
    Diagnostics diagnostics;
    REQUIRE(set.load({{"formulier/stijl.yaml", "school/stijl.yaml", text}}, diagnostics));
    auto styles = style::load_styles(set, diagnostics);
    diagnostics.sort();
    said = report(diagnostics);
    return styles;
}

layout::Styles good(const std::string& text) {
    std::string said;
    const auto styles = with(text, said);
    REQUIRE_MESSAGE(styles, said);
    CHECK(said == "");
    return *styles;
}

std::string bad(const std::string& text) {
    std::string said;
    CHECK_FALSE(with(text, said));
    return said;
}

/// Whether a file says everything that it can.
struct Absent {
    std::string names;
    std::string path;

    template <model::Record T> void optional(std::string_view name, const T& record, const model::Veld&) {
        Absent inner{"", path + std::string(name) + '.'};
        T::fields(inner, record);
        names += inner.names;
    }
    void optional(std::string_view name, const model::Text& text, const model::Veld&) {
        if (text.value.empty()) names += path + std::string(name) + ' ';
    }
};

}  // namespace

TEST_CASE("the built-in file says everything that has no other origin") {
    style::TemplateSet set;
    Diagnostics diagnostics;
    REQUIRE(set.load({}, diagnostics));
    const auto file = yaml::read_formulierstijl(*set.find("formulier/stijl.yaml"), diagnostics);
    REQUIRE(report(diagnostics) == "");
    Absent absent;
    yaml::Formulierstijl::fields(absent, file);
    // Not bold and not italic, without space before; narrow and wide as other tables.
    CHECK(absent.names ==
          "klein.vet klein.cursief klein.ervoor label.cursief bijschrift.vet inleiding.vet inleiding.cursief inleiding.ervoor "
          "kop1.cursief kop1.ervoor kop2.cursief kop3.cursief kop4.cursief pagina.vet pagina.cursief pagina.ervoor tabeltitel.cursief "
          "tabel.tekst.vet tabel.tekst.cursief tabel.kop.cursief "
          "smal.tekst.vet smal.tekst.cursief smal.tekst.kleur smal.kop.vet smal.kop.cursief smal.kop.kleur "
          "smal.tussen smal.ervoor smal.erna "
          "ruim.tekst.grootte ruim.tekst.regelafstand ruim.tekst.vet ruim.tekst.cursief ruim.tekst.kleur "
          "ruim.kop.grootte ruim.kop.regelafstand ruim.kop.vet ruim.kop.cursief ruim.kop.kleur "
          "ruim.opzij ruim.tussen ruim.ervoor ruim.erna ");
}

TEST_CASE("what a school's file does not say stays") {
    const layout::Styles own = good(
        "alinea:\n"
        "  grootte: 12.25pt\n"
        "  regelafstand: 18pt\n"
        "kop2:\n"
        "  kleur: \"#7a1f3d\"\n"
        "  vet: nee\n"
        "klein:\n"
        "  cursief: ja\n"
        "kader:\n"
        "  opzij: 0pt\n");
    const layout::Styles program = good("alinea:\n  erna: 6pt\n");
    CHECK(own.plain.text.size == 12.25F);
    CHECK(own.plain.text.leading == 18);
    CHECK(own.plain.space.after == program.plain.space.after);
    CHECK(own.headings[1].text.color == Color{0x7a, 0x1f, 0x3d});
    CHECK_FALSE(own.headings[1].text.accent);
    CHECK_FALSE(own.headings[1].text.bold);
    CHECK(own.headings[1].text.size == program.headings[1].text.size);
    CHECK(program.headings[1].text.accent);
    CHECK(program.headings[1].text.bold);
    CHECK(own.small.text.italic);
    CHECK(own.box.pad_x == 0);
    CHECK(own.box.pad_top == program.box.pad_top);
}

TEST_CASE("narrow and wide tables are as others, but for what the files say of them") {
    const layout::Styles own = good(
        "tabel:\n"
        "  opzij: 8pt\n"
        "  tekst:\n"
        "    grootte: 10pt\n"
        "    kleur: \"#000000\"\n"
        "ruim:\n"
        "  erna: 20pt\n");
    CHECK(own.table.pad_x == 8);
    CHECK(own.wide.pad_x == 8);
    CHECK(own.wide.pad_y == 7);
    CHECK(own.wide.text.size == 10);
    CHECK(own.wide.space.after == 20);
    CHECK(own.table.space.after == 10);
    CHECK(own.narrow.pad_x == 3);
    CHECK(own.narrow.text.size == 8);
    CHECK(own.narrow.text.color == Color{});
}

TEST_CASE("every mistake in a style file is at its place") {
    CHECK(bad("alinea:\n"
              "  groote: 10pt\n"
              "  regelafstand: 13,4pt\n"
              "  vet: true\n"
              "  kleur: accent\n"
              "  erna: -1pt\n"
              "klein:\n"
              "  grootte: 6.5pt\n"
              "  kleur: \"#767676\"\n"
              "kop1:\n"
              "  grootte: 100pt\n"
              "  kleur: \"#8a8a8a\"\n"
              "tabel:\n"
              "  opzij: 31pt\n"
              "  kop:\n"
              "    kleur: accent\n"
              "lijst: 3pt\n"
              "koptekst:\n"
              "  grootte: 9pt\n") ==
          "school/stijl.yaml:2:3: error: unknown key \"groote\" in alinea\n"
          "     2 |   groote: 10pt\n"
          "       |   ^~~~~~\n"
          "  hint: did you mean \"grootte\"?\n"
          "school/stijl.yaml:3:17: error: expected a size from 7pt to 144pt as \"regelafstand\", found \"13,4pt\"\n"
          "     3 |   regelafstand: 13,4pt\n"
          "       |                 ^~~~~~\n"
          "  hint: write a number with at most two decimals, with a point, and pt behind it: 9.5pt\n"
          "school/stijl.yaml:4:8: error: expected ja or nee as \"vet\", found \"true\"\n"
          "     4 |   vet: true\n"
          "       |        ^~~~\n"
          "school/stijl.yaml:5:10: error: expected a colour such as \"#1b3f6e\" as \"kleur\", found \"accent\"\n"
          "     5 |   kleur: accent\n"
          "       |          ^~~~~~\n"
          "  hint: write # and six hexadecimal digits, in quotes\n"
          "school/stijl.yaml:6:9: error: expected a size from 0pt to 100pt as \"erna\", found \"-1pt\"\n"
          "     6 |   erna: -1pt\n"
          "       |         ^~~~\n"
          "  hint: write a number with at most two decimals, with a point, and pt behind it: 9.5pt\n"
          "school/stijl.yaml:8:12: error: expected a size from 7pt to 72pt as \"grootte\", found \"6.5pt\"\n"
          "     8 |   grootte: 6.5pt\n"
          "       |            ^~~~~\n"
          "  hint: smaller letters are hard to read on paper\n"
          "school/stijl.yaml:9:10: error: \"kleur\" has contrast 3.63:1 with the darkest ground of a row (#e6e6e6), expected at least "
          "4.5:1\n"
          "     9 |   kleur: \"#767676\"\n"
          "       |          ^~~~~~~~~\n"
          "  hint: choose a darker colour: text must be readable in it\n"
          "school/stijl.yaml:11:12: error: expected a size from 7pt to 72pt as \"grootte\", found \"100pt\"\n"
          "    11 |   grootte: 100pt\n"
          "       |            ^~~~~\n"
          "school/stijl.yaml:12:10: error: \"kleur\" has contrast 3.45:1 with white, expected at least 4.5:1\n"
          "    12 |   kleur: \"#8a8a8a\"\n"
          "       |          ^~~~~~~~~\n"
          "  hint: choose a darker colour: text must be readable in it\n"
          "school/stijl.yaml:14:10: error: expected a size from 0pt to 30pt as \"opzij\", found \"31pt\"\n"
          "    14 |   opzij: 31pt\n"
          "       |          ^~~~\n"
          "school/stijl.yaml:16:12: error: expected a colour such as \"#1b3f6e\" as \"kleur\", found \"accent\"\n"
          "    16 |     kleur: accent\n"
          "       |            ^~~~~~\n"
          "  hint: write # and six hexadecimal digits, in quotes\n"
          "school/stijl.yaml:17:8: error: expected keys as \"lijst\", found text \"3pt\"\n"
          "    17 | lijst: 3pt\n"
          "       |        ^~~\n"
          "school/stijl.yaml:18:1: error: unknown key \"koptekst\" in stijl\n"
          "    18 | koptekst:\n"
          "       | ^~~~~~~~\n"
          "  hint: expected one of: alinea, klein, label, bijschrift, inleiding, kop1, kop2, kop3, kop4, pagina, tabeltitel, tabel, smal, "
          "ruim, lijst, kader, lijn\n");
}

TEST_CASE("lines do not run into each other, whichever of the two sizes a file gives") {
    CHECK(bad("alinea:\n  grootte: 16pt\nsmal:\n  kop:\n    regelafstand: 7.25pt\n") ==
          "school/stijl.yaml:2:12: error: a \"regelafstand\" of 13.4pt is less than the \"grootte\" of 16pt: lines would run into each "
          "other\n"
          "     2 |   grootte: 16pt\n"
          "       |            ^~~~\n"
          "  hint: give this style a regelafstand of 16pt or more\n"
          "school/stijl.yaml:5:19: error: a \"regelafstand\" of 7.25pt is less than the \"grootte\" of 7.5pt: lines would run into each "
          "other\n"
          "     5 |     regelafstand: 7.25pt\n"
          "       |                   ^~~~~~\n"
          "  hint: give this style a regelafstand of 7.5pt or more\n");
}

TEST_CASE("points are digits, at most two decimals, and pt") {
    CHECK(yaml::points("9.5pt") == 9.5);
    CHECK(yaml::points("0pt") == 0);
    CHECK(yaml::points("13.25pt") == 13.25);
    for (const char* text : {"", "pt", "9.5", "9.5 pt", ".5pt", "9.pt", "9.125pt", "-9pt", "+9pt", "1e1pt", "infpt", "nanpt", "9.5.5pt",
                             "00000009pt", "9mm", "9.5PT", "\xd9\xa9pt"})
        CHECK_MESSAGE(!yaml::points(text), text);
}
