#include "sample.hpp"

#include <cstdio>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace dossier;

namespace {

const pdf::PdfFonts& pdf_fonts() {
    static const pdf::PdfFonts fonts(test_fonts());
    return fonts;
}

std::string form(const std::string& inner) {
    return "<formulier lang=\"nl\" titel=\"T\"><h1>Kop</h1>" + inner + "</formulier>";
}

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

std::string make_pdf(const std::string& xhtml) {
    Diagnostics d;
    const auto document = markup::parse_markup(xhtml, {}, d);
    const auto pages = document ? layout::lay_out(*document, test_fonts(), d) : std::nullopt;
    REQUIRE(report(d) == "");
    return pdf::write_pdf(*pages, pdf_fonts(), {"Examencommissie", "dossier 0.1.0", "2025-08-01", "id-1"});
}

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

TEST_CASE("the same pages give the same bytes, other pages another id") {
    CHECK(make_pdf(sample_markup()) == sample_pdf());
    const auto id = [](const std::string& s) { return s.substr(s.rfind("/ID["), 40); };
    CHECK(id(make_pdf(form("<p>a</p>"))) != id(make_pdf(form("<p>b</p>"))));
    CHECK(make_pdf(form("<p>a</p>")).find("20250801000000Z") == std::string::npos);  // packed
}

TEST_CASE("a four-page form stays small") { CHECK(sample_pdf().size() <= 80'000); }

TEST_CASE("fields say what they ask, and what may be filled in") {
    Opened o(make_pdf(form(
        "<p><input type=\"radio\" group=\"B1-K1-W1-G3\" value=\"goed\" label=\"B1-K1-W1, criterium 3: goed\"/>"
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
    CHECK_FALSE(f.at("id").hasKey("/Rect"));
}

TEST_CASE("targets are at least 24 pixels and writing space at least 8 mm") {
    Opened o(sample_pdf());
    for (auto& [name, field] : o.fields()) {
        for (auto& w : field.hasKey("/Kids") ? field.getKey("/Kids").getArrayAsVector() : std::vector<QPDFObjectHandle>{field}) {
            if (!w.hasKey("/Rect")) continue;
            const auto r = w.getKey("/Rect").getArrayAsRectangle();
            CHECK_MESSAGE(r.urx - r.llx >= 17.9, name);
            CHECK_MESSAGE(r.ury - r.lly >= 17.9, name);
        }
    }
}

TEST_CASE("names from Central Europe and Turkey can be filled in with the embedded font") {
    Opened o(sample_pdf());
    auto font = o.pdf.getRoot().getKey("/AcroForm").getKey("/DR").getKey("/Font").getKey("/FV");
    const auto data = font.getKey("/ToUnicode").getStreamData();
    std::stringstream map(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()));
    std::set<unsigned> characters;  // lines are <first code><last code><character of the first>
    for (std::string line; std::getline(map, line);) {
        unsigned first = 0, last = 0, character = 0;
        if (std::sscanf(line.c_str(), "<%2x><%2x><%4x>", &first, &last, &character) != 3) continue;
        for (unsigned code = first; code <= last; ++code) characters.insert(character + code - first);
    }
    for (const unsigned letter : {0x141U, 0x159U, 0xEBU, 0xDCU, 0x11FU, 0x131U, 0x15FU, 0x130U, 0x10DU, 0x151U, 0x20ACU, 0x2019U})
        CHECK_MESSAGE(characters.contains(letter), letter);
    CHECK(font.getKey("/FontDescriptor").getKey("/FontFile2").isStream());
    // A letter that it lacks is written as code 0 by pdftk: a question mark, not a hole.
    CHECK(font.getKey("/FirstChar").getIntValue() == 0);
    CHECK(font.getKey("/Encoding").getKey("/Differences").getArrayItem(0).getIntValue() == 0);
    CHECK(font.getKey("/Encoding").getKey("/Differences").getArrayItem(1).getName() == "/question");
    CHECK(font.getKey("/Widths").getArrayItem(0).getIntValue() == font.getKey("/Widths").getArrayItem('?').getIntValue());
    // pdf.js writes a bullet as code 127.
    CHECK(font.getKey("/Widths").getArrayItem(127).getIntValue() == font.getKey("/Widths").getArrayItem(149).getIntValue());
}

TEST_CASE("links and fields are in one order of the Tab key, that of reading") {
    Opened o(make_pdf(form("<p><a href=\"https://een.nl\">een</a></p><input type=\"text\" name=\"twee\" label=\"Twee\"/>"
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
    const std::string pieces[] = {"<p>", "</p>", "<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>", "<kader>", "</kader>", "<blok>", "</blok>",
                                  "<li>", "<ul>", "</ul>", "<br/>", "<hr/>", "<rij>", "</rij>", "<h4>", "</h4>", "\"", "<", ">", "&", "%", "9999", "-1",
                                  "\xc3\xa9", "\xff", " colspan=\"3\"", "<pagina-einde/>", std::string(3000, 'x')};
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
        const auto pages = document ? layout::lay_out(*document, test_fonts(), d) : std::nullopt;
        CHECK(pages.has_value() != d.has_errors());
        if (!pages) continue;
        const auto file = pdf::write_pdf(*pages, pdf_fonts(), {});
        CHECK(file.starts_with("%PDF-1.7"));
        ++written;
    }
    CHECK(written > 20);
}
