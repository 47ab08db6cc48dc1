#include "../common/program_styles.hpp"
#include "sample.hpp"

#include "base/embedded.hpp"

#include <cstdio>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace dossier {
std::span<const EmbeddedFile> embedded_open_sans();  // regular, bold, italic
}

using namespace dossier;

namespace {

const pdf::PdfFonts& pdf_fonts() {
    static const pdf::PdfFonts fonts(test_fonts());
    return fonts;
}

std::string form(const std::string& inner) { return "<formulier lang=\"nl\" titel=\"T\"><h1>Kop</h1>" + inner + "</formulier>"; }

struct Opened {
    QPDF pdf;
    std::string bytes;
    explicit Opened(std::string b) : bytes(std::move(b)) { pdf.processMemoryFile("test", bytes.data(), bytes.size()); }

    std::map<std::string, QPDFObjectHandle> fields() {
        std::map<std::string, QPDFObjectHandle> out;
        for (auto& f : pdf.getRoot().getKey("/AcroForm").getKey("/Fields").aitems()) out.emplace(f.getKey("/T").getUTF8Value(), f);
        return out;
    }
};

}  // namespace

const layout::Fonts& test_fonts() {
    static const layout::Fonts fonts;
    return fonts;
}

namespace {

std::string make_pdf_with(const layout::Fonts& fonts, const pdf::PdfFonts& pdf_fonts, const std::string& xhtml) {
    Diagnostics d;
    const auto document = markup::parse_markup(xhtml, {}, d);
    const auto pages = document ? layout::lay_out(*document, fonts, test::program_styles(), d) : std::nullopt;
    REQUIRE(report(d) == "");
    return pdf::write_pdf(*pages, pdf_fonts, {"Examencommissie", "dossier 0.1.0", "2025-08-01", "id-1"});
}

}  // namespace

std::string make_pdf(const std::string& xhtml) { return make_pdf_with(test_fonts(), pdf_fonts(), xhtml); }

const std::string& sample_markup() {
    static const std::string text = [] {
        std::ifstream in(DOSSIER_SOURCE_DIR "/tests/unit/pdf/voorbeeld.xhtml", std::ios::binary);
        std::stringstream s;
        s << in.rdbuf();
        return s.str();
    }();
    return text;
}

const std::string& sample_pdf() {
    static const std::string bytes = make_pdf(sample_markup());
    return bytes;
}

TEST_CASE("fonts that were prepared when the program was built are those that a run would make") {
    const auto files = embedded_open_sans();
    REQUIRE(files.size() == 3);
    const layout::Fonts made({files[0].bytes, files[1].bytes, files[2].bytes});
    REQUIRE(test_fonts().prepared());
    REQUIRE_FALSE(made.prepared());
    CHECK(made.face(layout::Face::regular).glyphs == test_fonts().face(layout::Face::regular).glyphs);
    CHECK(make_pdf_with(made, pdf::PdfFonts(made), sample_markup()) == sample_pdf());
}

TEST_CASE("the same pages give the same bytes, other pages another id") {
    CHECK(make_pdf(sample_markup()) == sample_pdf());
    const auto id = [](const std::string& s) { return s.substr(s.rfind("/ID["), 40); };
    CHECK(id(make_pdf(form("<p>a</p>"))) != id(make_pdf(form("<p>b</p>"))));
    CHECK(make_pdf(form("<p>a</p>")).find("20250801000000Z") == std::string::npos);  // packed
}

TEST_CASE("a four-page form stays small") { CHECK(sample_pdf().size() <= 88'000); }

TEST_CASE("fields say what they ask, and what may be filled in") {
    Opened o(make_pdf(
        form("<p><input type=\"radio\" group=\"B1-K1-W1-G3\" value=\"goed\" label=\"B1-K1-W1, criterium 3: goed\"/>"
             "<input type=\"radio\" group=\"B1-K1-W1-G3\" value=\"niet beoordeeld\" label=\"B1-K1-W1, criterium 3: niet beoordeeld\"/></p>"
             "<input type=\"text\" name=\"naam\" label=\"Naam van Zoë\" value=\"Łukasz\" required=\"ja\" maxlength=\"40\"/>"
             "<input type=\"date\" name=\"datum\" label=\"Datum\"/><textarea name=\"motivering\" label=\"Motivering\" rows=\"4\"/>"
             "<input type=\"checkbox\" name=\"akkoord\" label=\"Akkoord\" checked=\"ja\"/>"
             "<handtekening name=\"paraaf\" label=\"Paraaf\"/><verborgen name=\"id\" value=\"abc\"/>")));
    auto f = o.fields();
    REQUIRE(f.size() == 7);
    CHECK(f.at("B1-K1-W1-G3").getKey("/TU").getUTF8Value() == "B1-K1-W1, criterium 3");
    CHECK(f.at("B1-K1-W1-G3").getKey("/Ff").getIntValue() == 49152);
    auto kid = f.at("B1-K1-W1-G3").getKey("/Kids").getArrayItem(1);
    CHECK(kid.getKey("/TU").getUTF8Value() == "B1-K1-W1, criterium 3: niet beoordeeld");
    CHECK(kid.getKey("/AP").getKey("/N").hasKey("/niet beoordeeld"));
    CHECK(f.at("naam").getKey("/TU").getUTF8Value() == "Naam van Zoë");
    CHECK(f.at("naam").getKey("/V").getUTF8Value() == "Łukasz");
    CHECK(f.at("naam").getKey("/Ff").getIntValue() == 2);
    CHECK(f.at("naam").getKey("/MaxLen").getIntValue() == 40);
    CHECK(f.at("datum").getKey("/TU").getUTF8Value() == "Datum (dag-maand-jaar)");
    CHECK(f.at("motivering").getKey("/Ff").getIntValue() == 4096);
    CHECK(f.at("motivering").getKey("/DA").getStringValue() == "/FV 0 Tf 0 g");
    CHECK(f.at("akkoord").getKey("/V").getName() == "/ja");
    CHECK(f.at("akkoord").getKey("/AS").getName() == "/ja");
    CHECK(f.at("paraaf").getKey("/FT").getName() == "/Sig");
    CHECK_FALSE(f.at("paraaf").hasKey("/V"));
    CHECK(f.at("id").getKey("/V").getUTF8Value() == "abc");
    // Programs need a rectangle and a page: a point below the first page, which nobody meets.
    const auto point = f.at("id").getKey("/Rect").getArrayAsRectangle();
    CHECK((point.llx == -1 && point.urx == -1 && point.lly == -1 && point.ury == -1));
    CHECK(f.at("id").getKey("/P").isPageObject());
    CHECK(f.at("id").getKey("/Ff").getIntValue() == 1);
}

TEST_CASE("targets are at least 24 pixels and writing space at least 8 mm") {
    Opened o(sample_pdf());
    for (auto& each : o.fields()) {
        const std::string& name = each.first;
        QPDFObjectHandle field = each.second;
        for (auto& w : field.hasKey("/Kids") ? field.getKey("/Kids").getArrayAsVector() : std::vector<QPDFObjectHandle>{field}) {
            const auto r = w.getKey("/Rect").getArrayAsRectangle();
            if (r.urx < 0) continue;  // hidden
            CHECK_MESSAGE(r.urx - r.llx >= 17.9, name);
            CHECK_MESSAGE(r.ury - r.lly >= 17.9, name);
        }
    }
}

namespace {

/// Code -> character of the ToUnicode map of `font`.
std::map<unsigned, unsigned> meanings(QPDFObjectHandle font) {
    const auto data = font.getKey("/ToUnicode").getStreamData();
    std::stringstream map(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()));
    std::map<unsigned, unsigned> out;  // lines are <first code><last code><character of the first>
    for (std::string line; std::getline(map, line);) {
        unsigned first = 0, last = 0, character = 0;
        if (std::sscanf(line.c_str(), "<%4x><%4x><%4x>", &first, &last, &character) != 3) continue;
        for (unsigned code = first; code <= last; ++code)
            CHECK_MESSAGE(out.emplace(code, character + code - first).second, "two meanings for code " << code);
    }
    return out;
}

/// Letters of names: Latin-1, Latin Extended-A, Romanian, Vietnamese.
std::set<unsigned> letters() {
    std::set<unsigned> out{0x218, 0x219, 0x21A, 0x21B, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x20AC, 0x2019, 0x2026, 0x2030, 0x2022};
    for (unsigned c = 0x20; c < 0x180; ++c)
        if (c < 0x7F || c > 0x9F) out.insert(c);
    for (unsigned c = 0x1EA0; c < 0x1EFA; ++c) out.insert(c);
    return out;
}

}  // namespace

TEST_CASE("the font that pdf.js fills in with has every letter, and a question mark for each that it cannot draw") {
    Opened o(sample_pdf());
    auto font = o.fields().at("kandidaat").getKey("/AP").getKey("/N").getDict().getKey("/Resources").getKey("/Font").getKey("/FV");
    auto descendant = font.getKey("/DescendantFonts").getArrayItem(0);
    CHECK(descendant.getKey("/FontDescriptor").getKey("/FontFile2").isStream());
    const auto data = descendant.getKey("/CIDToGIDMap").getStreamData();
    const auto glyph = [&](unsigned cid) { return data->getBuffer()[2 * cid] << 8 | data->getBuffer()[2 * cid + 1]; };
    const layout::FontFace& face = test_fonts().face(layout::Face::regular);
    std::set<unsigned> seen;
    for (const auto& each : meanings(font)) {
        const auto code = each.first;
        const auto character = each.second;
        CHECK_MESSAGE(seen.insert(character).second, "two codes for " << character);
        const unsigned cid = code < 0x100 ? 0x100U + face.glyph(character) : code;
        const std::uint16_t own = face.glyph(character);
        CHECK_MESSAGE(glyph(cid) == (own ? own : face.glyph('?')), character);
        if (letters().contains(character)) CHECK_MESSAGE(own != 0, character);
    }
    for (unsigned c = 0x20; c < 0x8000; ++c) CHECK_MESSAGE(seen.contains(c), c);
}

TEST_CASE("every code of the font that pdftk fills in with means what WinAnsi says, or is open there") {
    Opened o(sample_pdf());
    auto font = o.pdf.getRoot().getKey("/AcroForm").getKey("/DR").getKey("/Font").getKey("/FV");
    CHECK(font.getKey("/FontDescriptor").getKey("/FontFile2").isStream());
    CHECK(font.getKey("/Encoding").getKey("/BaseEncoding").getName() == "/WinAnsiEncoding");
    const std::set<unsigned> open{129, 141, 143, 144, 157};
    auto all = meanings(font);
    for (const auto& each : all) {
        const auto code = each.first;
        const auto character = each.second;
        if (code >= 0x20 && (code < 0x7F || code > 0x9F) && code != 0xA0 && code != 0xAD) CHECK_MESSAGE(character == code, code);
        if (code < 0x20 || open.contains(code)) CHECK_MESSAGE((code == 0 ? character == '?' : character >= 0x100), code);
    }
    auto differences = font.getKey("/Encoding").getKey("/Differences");
    unsigned at = 0;
    for (auto& item : differences.aitems()) {
        if (item.isInteger()) {
            at = static_cast<unsigned>(item.getIntValue());
            continue;
        }
        CHECK_MESSAGE((at < 0x20 || open.contains(at)), at);
        ++at;
    }
    for (const unsigned letter :
         {0x141U, 0x159U, 0xEBU, 0xDCU, 0xDEU, 0xF0U, 0xBFU, 0x11FU, 0x131U, 0x15FU, 0x130U, 0x10DU, 0x20ACU, 0x2019U, 0x2030U})
        CHECK_MESSAGE(std::any_of(all.begin(), all.end(), [&](const auto& e) { return e.second == letter; }), letter);
    // White space stays what it is; a letter that the font lacks is written as code 0 by pdftk: a question mark, not a hole.
    for (const unsigned code : {9U, 10U, 13U}) CHECK_FALSE(all.contains(code));
    CHECK(font.getKey("/Widths").getArrayItem(0).getIntValue() == font.getKey("/Widths").getArrayItem('?').getIntValue());
    CHECK(font.getKey("/Widths").getArrayItem(127).getIntValue() == font.getKey("/Widths").getArrayItem(149).getIntValue());
}

TEST_CASE("links and fields are in one order of the Tab key, that of reading") {
    Opened o(
        make_pdf(form("<p><a href=\"https://een.nl\">een</a></p><input type=\"text\" name=\"twee\" label=\"Twee\"/>"
                      "<p><a href=\"https://drie.nl\">drie</a></p><input type=\"text\" name=\"vier\" label=\"Vier\"/>")));
    std::string order;
    for (auto& a : o.pdf.getRoot().getKey("/Pages").getKey("/Kids").getArrayItem(0).getKey("/Annots").getArrayAsVector())
        order += a.hasKey("/T") ? a.getKey("/T").getUTF8Value() + ' ' : a.getKey("/A").getKey("/URI").getStringValue() + ' ';
    CHECK(order == "https://een.nl twee https://drie.nl vier ");
}

TEST_CASE("bookmarks follow the headings") {
    Opened o(make_pdf(form("<h2>Een</h2><h3>Een a</h3><h2>Twee é</h2><h2 bladwijzer=\"0\">niet</h2>")));
    auto top = o.pdf.getRoot().getKey("/Outlines").getKey("/First");
    CHECK(top.getKey("/Title").getUTF8Value() == "Kop");
    auto een = top.getKey("/First");
    CHECK(een.getKey("/Title").getUTF8Value() == "Een");
    CHECK(een.getKey("/First").getKey("/Title").getUTF8Value() == "Een a");
    CHECK(een.getKey("/Next").getKey("/Title").getUTF8Value() == "Twee é");
    CHECK_FALSE(een.getKey("/Next").hasKey("/Next"));
    // Each says how many are open below it, at every level.
    CHECK(een.getKey("/Count").getIntValue() == 1);
    CHECK(top.getKey("/Count").getIntValue() == 3);
    CHECK(o.pdf.getRoot().getKey("/Outlines").getKey("/Count").getIntValue() == 4);
}

TEST_CASE("title, subject and markup characters reach the metadata escaped") {
    Opened o(make_pdf("<formulier lang=\"nl\" titel=\"A &amp; B &lt;c&gt;\" onderwerp=\"O\"><h1>x</h1></formulier>"));
    CHECK(o.pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value() == "A & B <c>");
    const auto data = o.pdf.getRoot().getKey("/Metadata").getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    CHECK(xmp.find("A &amp; B &lt;c&gt;") != std::string::npos);
    CHECK(xmp.find("2025-08-01T00:00:00Z") != std::string::npos);
}

TEST_CASE("damaged markup gives diagnostics or a sound file, never a crash") {
    std::uint32_t seed = 12345;
    const auto random = [&seed](std::size_t below) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::size_t>(seed >> 8) % below;
    };
    const std::string pieces[] = {"<p>",
                                  "</p>",
                                  "<td>",
                                  "</td>",
                                  "<tr>",
                                  "</tr>",
                                  "<table>",
                                  "</table>",
                                  "<kader>",
                                  "</kader>",
                                  "<blok>",
                                  "</blok>",
                                  "<li>",
                                  "<ul>",
                                  "</ul>",
                                  "<br/>",
                                  "<hr/>",
                                  "<rij>",
                                  "</rij>",
                                  "<h4>",
                                  "</h4>",
                                  "\"",
                                  "<",
                                  ">",
                                  "&",
                                  "%",
                                  "9999",
                                  "-1",
                                  "\xc3\xa9",
                                  "\xff",
                                  " colspan=\"3\"",
                                  "<pagina-einde/>",
                                  std::string(3000, 'x')};
    std::size_t written = 0;
    for (int i = 0; i < 400; ++i) {
        std::string text = sample_markup();
        const std::size_t changes = 1 + random(3);
        for (std::size_t c = 0; c < changes; ++c) {
            const std::size_t at = random(text.size());
            switch (random(3)) {
                case 0: text.erase(at, random(40)); break;
                case 1: text.insert(at, pieces[random(std::size(pieces))]); break;
                default: text.insert(at, text.substr(random(text.size()), random(300))); break;
            }
        }
        Diagnostics d;
        const auto document = markup::parse_markup(text, {}, d);
        const auto pages = document ? layout::lay_out(*document, test_fonts(), test::program_styles(), d) : std::nullopt;
        CHECK(pages.has_value() != d.has_errors());
        if (!pages) continue;
        const auto file = pdf::write_pdf(*pages, pdf_fonts(), {});
        CHECK(file.starts_with("%PDF-1.7"));
        ++written;
    }
    CHECK(written > 20);
}
