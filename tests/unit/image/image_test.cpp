#include "image/image.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <png.h>

using namespace dossier;
using image::Segment;

namespace {

std::optional<image::Image> read(const std::string& name, const std::string& bytes, std::string& said) {
    static std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<Source>(Source{name, bytes}));
    Diagnostics d;
    auto out = image::read_image(*sources.back(), d);
    said = report(d);
    return out;
}

const image::Drawing& drawing(const image::Image& i) { return std::get<image::Drawing>(i.content); }

std::string svg(const std::string& inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\">\n" + inside + "\n</svg>\n";
}

std::string png(unsigned columns, unsigned rows, std::vector<std::uint8_t> rgba) {
    png_image out{};
    out.version = PNG_IMAGE_VERSION;
    out.width = columns;
    out.height = rows;
    out.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    REQUIRE(png_image_write_to_memory(&out, nullptr, &size, 0, rgba.data(), 0, nullptr));
    std::string bytes(size, '\0');
    REQUIRE(png_image_write_to_memory(&out, bytes.data(), &size, 0, rgba.data(), 0, nullptr));
    bytes.resize(size);
    return bytes;
}

}  // namespace

TEST_CASE("svg: shapes, styles and transforms arrive where a browser puts them") {
    std::string said;
    const auto made = read("logo.svg",
                           svg("<style>.a, .b { fill: #7a1f3d }</style>\n"
                               "<rect class=\"a\" x=\"20\" y=\"10\" width=\"40\" height=\"20\"/>\n"
                               "<g transform=\"translate(100 0) scale(2)\" style=\"fill:none;stroke:red;stroke-width:3\">\n"
                               "<path d=\"M0 0h10v10L0 20z\"/></g>\n"
                               "<circle cx=\"100\" cy=\"50\" r=\"10\" fill=\"rgb(1,2,3)\"/>\n"
                               "<text display=\"none\">weg</text>"),
                           said);
    CHECK(said == "");
    REQUIRE(made);
    CHECK(made->width == 100);
    CHECK(made->height == 50);
    const auto& shapes = drawing(*made).shapes;
    REQUIRE(shapes.size() == 3);
    // 200 units are 100 wide, and y goes up.
    CHECK(shapes[0].fill == Color{0x7a, 0x1f, 0x3d});
    CHECK(shapes[0].path[0].points[0] == doctest::Approx(10));
    CHECK(shapes[0].path[0].points[1] == doctest::Approx(45));
    CHECK(!shapes[1].fill);
    CHECK(shapes[1].stroke == Color{255, 0, 0});
    CHECK(shapes[1].stroke_width == doctest::Approx(3));
    CHECK(shapes[1].path.size() == 5);
    CHECK(shapes[1].path[1].points[0] == doctest::Approx(60));
    CHECK(shapes[1].path.back().kind == Segment::Kind::close);
    CHECK(shapes[2].fill == Color{1, 2, 3});
}

TEST_CASE("svg: every path command ends where SVG says") {
    std::string said;
    const auto made = read(
        "logo.svg",
        svg("<path d=\"M0,100 l20-20 H60 V40 c0-10 10-10 10 0 s10 10 10 0 Q90 30 100 40 T120 40 a10 10 0 0120 0 A5 5 0 1 0 150 40 z\"/>"),
        said);
    CHECK(said == "");
    REQUIRE(made);
    const auto& path = drawing(*made).shapes.at(0).path;
    const auto end = [&](std::size_t i) {
        const std::size_t at = path[i].kind == Segment::Kind::curve ? 4 : 0;
        return std::pair(path[i].points[at] * 2, 100 - path[i].points[at + 1] * 2);
    };
    CHECK(end(1).first == doctest::Approx(20));
    CHECK(end(1).second == doctest::Approx(80));
    CHECK(end(4).first == doctest::Approx(70));
    CHECK(end(5).first == doctest::Approx(80));
    CHECK(end(7).first == doctest::Approx(120));
    // The half circle is two quarters, over the top: sweep goes clockwise.
    CHECK(end(8).first == doctest::Approx(130));
    CHECK(end(8).second == doctest::Approx(30));
    CHECK(end(9).first == doctest::Approx(140));
    CHECK(end(path.size() - 2).first == doctest::Approx(150));
}

TEST_CASE("svg: what a form cannot show is an error at its place") {
    std::string said;
    CHECK(!read("logo.svg",
                svg("<text x=\"1\">ROC</text>\n<rect width=\"5\" height=\"5\" fill=\"url(#g)\" opacity=\".5\"/>\n"
                    "<path d=\"M1 1 q\"/>"),
                said));
    CHECK(said ==
          "logo.svg:2:2: error: <text> cannot be shown in a form\n"
          "     2 | <text x=\"1\">ROC</text>\n"
          "       |  ^~~~\n"
          "  hint: turn it into plain shapes and paths in your drawing program, or use a PNG\n"
          "logo.svg:3:2: error: fill \"url(#g)\" cannot be shown in a form\n"
          "     3 | <rect width=\"5\" height=\"5\" fill=\"url(#g)\" opacity=\".5\"/>\n"
          "       |  ^~~~\n"
          "  hint: turn it into plain shapes and paths in your drawing program, or use a PNG\n"
          "logo.svg:3:2: error: opacity \".5\" cannot be shown in a form\n"
          "     3 | <rect width=\"5\" height=\"5\" fill=\"url(#g)\" opacity=\".5\"/>\n"
          "       |  ^~~~\n"
          "  hint: turn it into plain shapes and paths in your drawing program, or use a PNG\n"
          "logo.svg:4:2: error: the points of this <path> are not well-formed\n"
          "     4 | <path d=\"M1 1 q\"/>\n"
          "       |  ^~~~\n");
    CHECK(!read("logo.svg", "<svg width=\"10\" height=\"10\"><g></svg>", said));
    CHECK(said ==
          "logo.svg:1:34: error: this is not well-formed XML: start-end tags mismatch\n"
          "     1 | <svg width=\"10\" height=\"10\"><g></svg>\n"
          "       |                                  ^\n");
    CHECK(!read("logo.svg", "<html/>", said));
    CHECK(said ==
          "logo.svg:1:2: error: expected an <svg> picture, found <html>\n"
          "     1 | <html/>\n"
          "       |  ^~~~\n");
}

TEST_CASE("svg: bombs end in an error, quickly") {
    std::string said, deep;
    for (int i = 0; i < 100'000; ++i) deep += "<g>";
    CHECK(!read("logo.svg", svg(deep), said));
    std::string many = "<path d=\"M0 0";
    for (int i = 0; i < 300'000; ++i) many += "h1";
    CHECK(!read("logo.svg", svg(many + "\"/>"), said));
    CHECK(said.find("more than 200000 points") != std::string::npos);
    CHECK(!read("logo.svg", std::string(2u << 20, ' '), said));
    CHECK(said.find("expected at most 1048576") != std::string::npos);
}

TEST_CASE("png: pixels on white, and damage told") {
    const std::string good = png(2, 1, {255, 0, 0, 255, 0, 0, 0, 0});
    std::string said;
    const auto made = read("logo.png", good, said);
    CHECK(said == "");
    REQUIRE(made);
    CHECK(made->width == 2);
    CHECK(std::get<image::Raster>(made->content).columns == 2);
    CHECK(!read("logo.png", good.substr(0, good.size() / 2), said));
    CHECK(said.find("error: cannot read this PNG: ") != std::string::npos);
    CHECK(!read("logo.png", "GIF89a", said));
    CHECK(said.find("error: cannot read this PNG: ") != std::string::npos);
}
