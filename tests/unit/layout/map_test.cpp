/// The frame of a page, its code, and the map by which a scan of it is read.

#include "../common/program_styles.hpp"
#include "layout/layout.hpp"
#include "layout/map.hpp"
#include "layout/page_code.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dossier;
using namespace dossier::layout;

namespace {

const Fonts& fonts() {
    static const Fonts all;
    return all;
}

Pages lay(const std::string& inner, const std::string& attributes = "paginacode=\"D1:P3-X:0123456789AB\"") {
    Diagnostics d;
    const auto document = markup::parse_markup("<formulier lang=\"nl\" titel=\"T\" " + attributes + ">" + inner + "</formulier>", {}, d);
    auto pages = document ? lay_out(*document, fonts(), test::program_styles(), d) : std::nullopt;
    REQUIRE(report(d) == "");
    return std::move(*pages);
}

const std::string kChoices =
    "<p><input type=\"radio\" group=\"G1\" value=\"goed\" label=\"goed\"/> goed <input type=\"radio\" group=\"G1\" value=\"fout\" "
    "label=\"fout\"/> fout</p>"
    "<p><input type=\"text\" name=\"naam\" label=\"naam\" value=\"Noor\" klassenlijst=\"naam\" width=\"50%\"/></p>"
    "<handtekening name=\"h\" label=\"h\"/>";

bool inside(const Rect& r, float x, float y) { return x > r.x0 && x < r.x1 && y > r.y0 && y < r.y1; }

}  // namespace

TEST_CASE("page code: what is written is read, and nothing else") {
    const PageCode code{"D1:P3-BEOORDELINGSFORMULIER-B1-K1:0123456789AB", 2, "7QK", "4GZ1HXA"};
    const std::string text = page_code_text(code);
    CHECK(text == "D1:P3-BEOORDELINGSFORMULIER-B1-K1:0123456789AB:2:7QK:4GZ1HXA");
    const auto read = parse_page_code(text);
    REQUIRE(read);
    CHECK(read->form == code.form);
    CHECK(read->page == 2);
    CHECK(read->places == "7QK");
    CHECK(read->key == "4GZ1HXA");
    CHECK(read->document() == "P3-BEOORDELINGSFORMULIER-B1-K1");
    CHECK(read->kenmerk() == "0123456789AB");
    CHECK(parse_page_code("D1:X:A:1:7QK")->key.empty());
    for (const char* bad : {"",
                            "D1",
                            "D2:X:A:1:7QK",
                            "D1::A:1:7QK",
                            "D1:X::1:7QK",
                            "D1:X:A::7QK",
                            "D1:X:A:0:7QK",
                            "D1:X:A:01:7QK",
                            "D1:X:A:-1:7QK",
                            "D1:X:A:1x:7QK",
                            "D1:X:A:10000:7QK",
                            "D1:X:A:99999999999999999999:7QK",
                            "D1:X:A:1:7Q",
                            "D1:X:A:1:7QI",
                            "D1:X:A:1:7QK:",
                            "D1:X:A:1:7QK:4GZ1HX",
                            "D1:X:A:1:7QK:4GZ1HXA:",
                            "D1:X:A:1:7QK:4GZ1HXU",
                            " D1:X:A:1:7QK",
                            "D1:X:A:1:7QK\n"})
        CHECK_FALSE(parse_page_code(bad));
    for (const char* bytes : {"D1:X\xff:A:1:7QK", "D1:x:A:1:7QK", "D1:X\n:A:1:7QK", "D1:<b>:A:1:7QK", "D1:=X:A:1:7QK"})
        CHECK_FALSE(parse_page_code(bytes));
    CHECK_FALSE(parse_page_code("D1:" + std::string(200, 'X') + ":A:1:7QK"));
}

TEST_CASE("every page has its frame and its code, and a document that asks for none has neither") {
    const Pages pages = lay(kChoices + "<pagina-einde/><p>twee</p>");
    REQUIRE(pages.pages.size() == 2);
    const auto maps = maps_of(pages, fonts());
    for (std::size_t i = 0; i < 2; ++i) {
        const auto code = parse_page_code(maps[i].code);
        REQUIRE(code);
        CHECK(code->form == "D1:P3-X:0123456789AB");
        CHECK(code->page == i + 1);
        CHECK(code->places == places_sum(maps[i]));
        CHECK(pages.pages[i].code_text == maps[i].code);
        // Four squares, each in its own corner, where office printers print: 4.2 mm from the edge.
        for (const Rect& m : maps[i].marks) {
            CHECK(m.x1 - m.x0 == doctest::Approx(8.5));
            CHECK(std::min({m.x0, m.y0, pages.width - m.x1, pages.height - m.y1}) > 12);
            const auto& shapes = pages.pages[i].shapes;
            CHECK(std::any_of(shapes.begin(), shapes.end(),
                              [&](const Shape& s) { return s.fill && s.rect.x0 == m.x0 && s.rect.y0 == m.y0; }));
        }
        CHECK(maps[i].marks[0].x0 < maps[i].marks[1].x0);
        CHECK(maps[i].marks[0].y0 > maps[i].marks[2].y0);
    }
    const Pages plain = lay(kChoices, "");
    CHECK(plain.pages[0].code_text.empty());
    CHECK(plain.pages[0].shapes.size() + 4 == lay(kChoices).pages[0].shapes.size());
    CHECK(maps_of(plain, fonts())[0].code.empty());
}

TEST_CASE("the map says where choices and fields lie, what is printed in them, and what is printed beside them") {
    const Pages pages = lay(kChoices);
    const PageMap map = maps_of(pages, fonts()).front();
    REQUIRE(map.choices.size() == 2);
    CHECK(map.choices[0].field == "G1");
    CHECK(map.choices[0].value == "goed");
    CHECK(map.choices[1].value == "fout");
    CHECK(map.choices[0].x < map.choices[1].x);
    CHECK(map.choices[0].y == map.choices[1].y);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(inside(pages.fields[i].rect, map.choices[i].x, map.choices[i].y));
        // No word lies on a ring, and the one behind it is known.
        const auto& c = map.choices[i];
        CHECK(std::none_of(map.print.begin(), map.print.end(),
                           [&](const Rect& r) { return inside(r, c.x, c.y) || inside(r, c.x + kRingRadius, c.y); }));
        CHECK(std::any_of(map.print.begin(), map.print.end(), [&](const Rect& r) { return inside(r, c.x + 16, c.y); }));
    }
    REQUIRE(map.fields.size() == 2);
    CHECK(map.fields[0].field == "naam");
    CHECK(map.fields[0].value == "Noor");
    CHECK(map.fields[0].klassenlijst == "naam");
    CHECK_FALSE(map.fields[0].signature);
    CHECK(map.fields[1].signature);
}

TEST_CASE("a field that lies elsewhere changes the sum of its page, and a word does not") {
    const std::string before = maps_of(lay(kChoices), fonts())[0].code;
    CHECK(maps_of(lay("<p>een</p>" + kChoices), fonts())[0].code != before);
    CHECK(maps_of(lay("<p>een</p>" + kChoices), fonts())[0].code == maps_of(lay("<p>ander</p>" + kChoices), fonts())[0].code);
}

TEST_CASE("a long header stays clear of the code, and the text below it") {
    std::string words;
    for (int i = 0; i < 40; ++i) words += "woord ";
    const Pages pages = lay("<kop><p>" + words + "</p></kop><p>tekst</p>");
    const Page& page = pages.pages[0];
    for (const Artifact& a : page.artifacts) {
        float end = a.run.x;
        for (std::uint32_t g = a.run.first; g < a.run.first + a.run.count; ++g)
            end += static_cast<float>(fonts().face(a.run.face).advance[pages.glyphs[g].id]) * a.run.size / 1000;
        CHECK(end < page.code_place.x0);
    }
    REQUIRE_FALSE(page.runs.empty());
    CHECK(page.runs[0].y + page.runs[0].size < page.code_place.y0);
}
