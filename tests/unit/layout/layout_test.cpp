#include "layout/layout.hpp"

#include "../common/program_styles.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace dossier;
using namespace dossier::layout;

namespace {

const Fonts& fonts() {
    static const Fonts all;
    return all;
}

std::string form(const std::string& inner) {
    return "<formulier lang=\"nl\" titel=\"T\"><kop><p>Kop</p></kop><voet><p>pagina <pagina/> van <paginas/></p></voet>"
           "<h1>Titel</h1>" +
           inner + "</formulier>";
}

Pages lay(const std::string& inner) {
    Diagnostics d;
    const auto document = markup::parse_markup(form(inner), {}, d);
    auto pages = document ? lay_out(*document, fonts(), test::program_styles(), d) : std::nullopt;
    REQUIRE(report(d) == "");
    return std::move(*pages);
}

std::string text(const Pages& p, const Run& r) {
    std::string out;
    for (std::uint32_t g = r.first; g < r.first + r.count; ++g) append_utf8(out, fonts().face(r.face).unicode[p.glyphs[g].id]);
    return out;
}

/// Text of a page in reading order, a line break per mark.
std::string page_text(const Pages& p, std::size_t page) {
    std::string out;
    for (const Mark& m : p.pages[page].marks) {
        for (std::uint32_t i = 0; i < m.run_count; ++i) out += text(p, p.pages[page].runs[m.first_run + i]);
        out += '\n';
    }
    return out;
}

std::string all_text(const Pages& p) {
    std::string out;
    for (std::size_t i = 0; i < p.pages.size(); ++i) out += page_text(p, i);
    return out;
}

float end_of(const Pages& p, const Run& r) {
    float w = 0;
    std::uint32_t n = r.count;
    if (n > 0 && fonts().face(r.face).unicode[p.glyphs[r.first + n - 1].id] == ' ') --n;  // hangs over the edge unseen
    for (std::uint32_t g = r.first; g < r.first + n; ++g)
        w += static_cast<float>(fonts().face(r.face).advance[p.glyphs[g].id] + p.glyphs[g].kern) * r.size / 1000;
    return r.x + w;
}

std::string paragraphs(int n, const std::string& sentence = "Een zin om de pagina te vullen met gewone tekst. ") {
    std::string out;
    for (int i = 0; i < n; ++i) out += "<p>" + sentence + "</p>";
    return out;
}

std::string rows(int n) {
    std::string out;
    for (int i = 1; i <= n; ++i) out += "<tr><td>rij " + std::to_string(i) + "</td><td>x</td></tr>";
    return out;
}

const std::string kTableHead =
    "<table><col width=\"50%\"/><col width=\"50%\"/><thead><tr><th>Kolom een</th><th>Kolom twee</th></tr>"
    "</thead><tbody>";

std::size_t count(const std::string& in, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = in.find(what); at != std::string::npos; at = in.find(what, at + what.size())) ++n;
    return n;
}

}  // namespace

TEST_CASE("a small page, as text") {
    CHECK(dump(lay("<p>Hallo <strong>wereld</strong> → <a href=\"https://x.nl\">link</a> ja</p>"), fonts()) ==
          "page 1 595.3 x 841.9\n"
          "  shape 121.6 739.2 137.2 739.7 fill #1b3f6e\n"
          "  margin 51.0 807.7 regular 7.5 #4a4f57 |Kop|\n"
          "  margin 51.0 26.3 regular 7.5 #4a4f57 |pagina 1 van 1|\n"
          "  H1 51.0 764.2 bold 21.0 #1b3f6e |Titel|\n"
          "  P 51.0 741.0 regular 9.5 #1a1a1a |Hallo |\n"
          "  P 76.3 741.0 bold 9.5 #1a1a1a |wereld |\n"
          "  P 111.2 741.0 fallback 9.5 #1a1a1a |→|\n"
          "  P 119.1 741.0 regular 9.5 #1a1a1a | |\n"
          "  Link 121.6 741.0 regular 9.5 #1b3f6e |link|\n"
          "  P 137.2 741.0 regular 9.5 #1a1a1a | ja|\n"
          "  link https://x.nl 121.6 738.2 137.2 750.0\n"
          "structure\n"
          "  Document lang nl\n"
          "    H1: Titel\n"
          "    P: Hallo wereld →  ja\n"
          "      Link: link\n"
          "bookmarks\n"
          "  Titel page 1\n");
}

TEST_CASE("pages are numbered in the footer") {
    const Pages p = lay(paragraphs(120));
    REQUIRE(p.pages.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        std::string footer;
        for (const Artifact& a : p.pages[i].artifacts) footer += text(p, a.run) + "|";
        CHECK(footer == "Kop|pagina " + std::to_string(i + 1) + " van 4|");
    }
}

TEST_CASE("no heading stands alone at the foot of a page, whatever comes before it") {
    for (int n = 20; n < 45; ++n) {
        const Pages p =
            lay(paragraphs(n) + "<h2>Kopje</h2><h3>Onderkop</h3><p>Tekst die volgt.</p>" + kTableHead + rows(3) + "</tbody></table>");
        for (std::size_t i = 0; i < p.pages.size(); ++i) {
            const std::string t = page_text(p, i);
            CHECK_MESSAGE((t.find("Onderkop") == std::string::npos || t.find("Tekst die volgt") != std::string::npos), n);
            CHECK_MESSAGE((t.find("Kopje") == std::string::npos || t.find("Onderkop") != std::string::npos), n);
            CHECK_MESSAGE((t.find("Kolom een") == std::string::npos || t.find("rij 1") != std::string::npos), n);
        }
    }
}

TEST_CASE("no line of a paragraph stands alone on a page") {
    std::string sentence;
    for (int i = 0; i < 40; ++i) sentence += "woord ";
    for (int n = 10; n < 24; ++n) {
        const Pages p = lay(paragraphs(n, "Kort.") + paragraphs(20, sentence));
        for (const Element& e : p.elements) {
            if (e.role != Role::p) continue;
            std::size_t least = 99, parts = 0;
            for (const Kid& k : e.kids) {
                const Mark& m = p.pages[static_cast<std::size_t>(k.page)].marks[static_cast<std::size_t>(k.index)];
                least = std::min<std::size_t>(least, m.run_count);
                ++parts;
            }
            CHECK((parts < 2 || least >= 2));
        }
    }
}

TEST_CASE("a table goes on with its header rows, which are read once") {
    const Pages p = lay(kTableHead + rows(90) + "</tbody></table>");
    REQUIRE(p.pages.size() > 2);
    CHECK(count(all_text(p), "Kolom een") == 1);
    for (std::size_t i = 1; i < p.pages.size(); ++i) {
        std::string repeated;
        for (const Artifact& a : p.pages[i].artifacts)
            if (!a.pagination) repeated += text(p, a.run) + "|";
        CHECK(repeated == "Kolom een|Kolom twee|");
    }
    for (int r = 1; r <= 90; ++r) CHECK(count(all_text(p), "rij " + std::to_string(r) + "\n") == 1);
}

TEST_CASE("a row higher than a page breaks inside and loses nothing") {
    std::string items;
    for (int i = 0; i < 150; ++i) items += "<p>regel " + std::to_string(i) + "</p>";
    const Pages p = lay(kTableHead + "<tr><td>" + items + "</td><td>kort</td></tr>" + rows(2) + "</tbody></table>");
    CHECK(p.pages.size() >= 3);
    for (int i = 0; i < 150; ++i) CHECK(count(all_text(p), "regel " + std::to_string(i) + "\n") == 1);
    for (const Page& page : p.pages)
        for (const Run& r : page.runs) CHECK(r.y > 40);
}

TEST_CASE("nothing runs out of its cell, however long the words") {
    const std::string monster(400, 'w');
    const std::string word = "Meervoudigepersoonlijkheidsstoornisbehandelingsovereenkomst";
    const Pages p =
        lay("<table><col width=\"12%\"/><col width=\"30%\"/><col width=\"58%\"/><tr><td>" + word + "</td><td>" + monster + "</td><td>" +
            word + " https://kwalificatie-mijn.s-bb.nl/een/heel/lang/adres/dat/niet/past/op/een/regel.html</td></tr></table>");
    const float width = p.width - 2 * 51;
    const float edges[4] = {51, 51 + width * 0.12F, 51 + width * 0.42F, 51 + width};
    for (const Page& page : p.pages)
        for (const Run& r : page.runs) {
            if (r.size > 20) continue;  // the heading
            int column = 0;
            while (column < 2 && r.x >= edges[column + 1]) ++column;
            CHECK(end_of(p, r) <= edges[column + 1] + 0.5F);
        }
    std::string together = all_text(p);
    std::string clean;
    for (std::size_t at = 0; at < together.size();)
        if (const char32_t c = decode_utf8(together, at); c != 0xAD && c != '\n') append_utf8(clean, c);
    CHECK(clean.find(monster) != std::string::npos);
    CHECK(count(clean, word) == 2);
}

TEST_CASE("what must stay together does, unless it is higher than a page") {
    for (int n = 20; n < 40; ++n) {
        const Pages p = lay(paragraphs(n) + "<blok><p>eerste</p>" + paragraphs(6) + "<p>laatste</p></blok>");
        for (std::size_t i = 0; i < p.pages.size(); ++i) {
            const std::string t = page_text(p, i);
            CHECK((t.find("eerste") == std::string::npos) == (t.find("laatste") == std::string::npos));
        }
    }
    CHECK(lay("<blok>" + paragraphs(120) + "</blok>").pages.size() == 4);
    CHECK(lay("<kader class=\"info\">" + paragraphs(120) + "</kader>").pages.size() > 3);
}

TEST_CASE("page breaks and landscape") {
    CHECK(lay("<p>a</p><pagina-einde/><p>b</p><pagina-einde/>").pages.size() == 3);
    Diagnostics d;
    const auto document = markup::parse_markup("<formulier lang=\"nl\" titel=\"T\" liggend=\"ja\"><h1>x</h1></formulier>", {}, d);
    CHECK(lay_out(*document, fonts(), test::program_styles(), d)->width > 841);
}

TEST_CASE("wrapped lines end in a space or a soft hyphen, so that words are read whole") {
    const Pages p =
        lay("<table><col width=\"20%\"/><col width=\"80%\"/><tr><td>verkoopkansen beoordelingsformulieren en "
            "verantwoordelijkheden voor communicatieactiviteiten</td><td/></tr></table>");
    for (const Page& page : p.pages)
        for (const Mark& m : page.marks)
            for (std::uint32_t i = 0; i + 1 < m.run_count; ++i) {
                const std::string line = text(p, page.runs[m.first_run + i]);
                CHECK_MESSAGE((line.ends_with(" ") || line.ends_with("\xc2\xad")), line);
            }
    CHECK(all_text(p).find("\xc2\xad") != std::string::npos);
}

TEST_CASE("lines below the first hang under the text, not under its number") {
    const Pages p =
        lay("<table><col width=\"30%\"/><col width=\"70%\"/><tr><th scope=\"row\">"
            "<p class=\"hangend\">12. gaat proactief op zoek naar "
            "relevante informatie over de markt</p></th><td/></tr></table>");
    const Page& page = p.pages[0];
    const Run* number = nullptr;
    std::vector<float> later;
    for (const Run& r : page.runs) {
        if (text(p, r).starts_with("12. ")) number = &r;
        else if (number) later.push_back(r.x);
    }
    REQUIRE(number);
    REQUIRE(later.size() >= 2);
    float width = 0;  // of "12. "
    for (std::uint32_t g = number->first; g < number->first + 4; ++g)
        width += static_cast<float>(fonts().face(number->face).advance[p.glyphs[g].id] + p.glyphs[g].kern) * number->size / 1000;
    for (const float x : later) CHECK(x == doctest::Approx(number->x + width).epsilon(0.001));
}

TEST_CASE("a header may begin on a later page") {
    Diagnostics d;
    const auto document = markup::parse_markup(
        "<formulier lang=\"nl\" titel=\"T\"><kop "
        "vanaf-pagina=\"2\"><p>Kop</p></kop><h1>x</h1><p>een</p>"
        "<pagina-einde/><p>twee</p></formulier>",
        {}, d);
    const auto p = lay_out(*document, fonts(), test::program_styles(), d);
    REQUIRE(p);
    REQUIRE(p->pages.size() == 2);
    CHECK(p->pages[0].artifacts.empty());
    CHECK(text(*p, p->pages[1].artifacts.at(0).run) == "Kop");
}

TEST_CASE("a text before a table is on the page where the table begins") {
    for (int n = 20; n < 45; ++n) {
        const Pages p = lay(paragraphs(n) + "<p>Dit leidt de tabel in.</p>" + kTableHead + rows(3) + "</tbody></table>");
        for (std::size_t i = 0; i < p.pages.size(); ++i) {
            const std::string t = page_text(p, i);
            CHECK_MESSAGE((t.find("leidt de tabel in") == std::string::npos) == (t.find("rij 1") == std::string::npos), n);
        }
    }
}

TEST_CASE("lists have labels and bodies in the structure") {
    CHECK(dump(lay("<ol><li>een</li><li><p>twee</p><ul><li>drie</li></ul></li></ol>"), fonts())
              .find("    L\n      LI\n        Lbl: 1. \n        LBody: een\n      LI\n        Lbl: 2. \n        LBody\n          P: twee\n"
                    "          L\n            LI\n              Lbl: • \n              LBody: drie\n") != std::string::npos);
}

TEST_CASE("text before a list in the same item is read before it") {
    CHECK(dump(lay("<ul><li>eerst<ul><li>dan</li></ul>ten slotte</li></ul>"), fonts())
              .find("        LBody\n          P: eerst\n          L\n            LI\n              Lbl: • \n              LBody: dan\n"
                    "          P: ten slotte\n") != std::string::npos);
}

TEST_CASE("what is empty has no place in the structure") {
    const std::string nothing = dump(lay("<p>x</p>"), fonts());
    const std::string empty = dump(lay("<p>x</p><p></p><ul><li> </li><li><p/></li></ul>"), fonts());
    CHECK(empty.substr(empty.find("structure")) == nothing.substr(nothing.find("structure")));
    CHECK(dump(lay("<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>"), fonts())
              .find("    Table\n      TR\n        TH column: a\n") != std::string::npos);
}

TEST_CASE("words in another language, and what is read in other words, are spans of their own") {
    const Pages p = lay("<p>de <span lang=\"en\">customer <strong>journey</strong></span>, <span betekent=\"nee\">–</span></p>");
    CHECK(dump(p, fonts()).find("    P: de , \n      Span lang en: customer journey\n      Span \"nee\": –\n") != std::string::npos);
    CHECK(all_text(p) == "Titel\nde \ncustomer journey\n, \n–\n");
}

TEST_CASE("a link on one line is one place to click, on two lines two, whatever its fonts") {
    const Pages one = lay("<p><a href=\"https://x.nl\">de <strong>wet</strong> van ½ ☑ <span lang=\"en\">now</span></a></p>");
    REQUIRE(one.links.size() == 1);
    CHECK(one.links[0].rect.x1 > one.links[0].rect.x0 + 80);
    std::string many;
    for (int i = 0; i < 30; ++i) many += "woord <strong>vet</strong> ";
    CHECK(lay("<p><a href=\"https://x.nl\">" + many + "</a></p>").links.size() == 3);
}

TEST_CASE("a value that a field cannot show is refused, and one that it can is shown whole") {
    const Pages p =
        lay("<input type=\"text\" name=\"a\" label=\"A\" value=\"E‑commerce ﬁn Dvorˇ\"/>"
            "<input type=\"text\" name=\"b\" label=\"B\" value=\"Dvor\xcc\x8c\"/>");
    CHECK(p.fields[0].field.value == "E-commerce fin Dvorˇ");
    CHECK(p.fields[1].field.value == "Dvoř");
    Diagnostics d;
    const auto document = markup::parse_markup(form("<input type=\"text\" name=\"a\" label=\"A\" value=\"a☑b\"/>"), {}, d);
    CHECK_FALSE(lay_out(*document, fonts(), test::program_styles(), d));
    CHECK(report(d) ==
          "error: the font of fields does not have the character \"☑\" (U+2611)\n"
          "  hint: use another character, or leave it out\n");
}

TEST_CASE("fields lie in their cells and grow with the row") {
    const Pages p =
        lay("<table><col width=\"70%\"/><col width=\"10%\"/><col width=\"20%\"/><tr><td>a<br/>b<br/>c<br/>d<br/>e<br/>f</td>"
            "<td><input type=\"radio\" group=\"g\" value=\"x\" label=\"G: x\"/></td>"
            "<td><input type=\"text\" name=\"t\" label=\"T\"/></td></tr></table>");
    REQUIRE(p.fields.size() == 2);
    CHECK(p.fields[0].rect.x1 - p.fields[0].rect.x0 == doctest::Approx(18));
    CHECK(p.fields[1].rect.y1 - p.fields[1].rect.y0 > 60);
    CHECK(p.fields[1].rect.x1 < p.width - 51);
}

TEST_CASE("a choice stands on the line where its label begins and ends") {
    std::string choices;
    for (int i = 0; i < 9; ++i)
        choices += "<input type=\"radio\" group=\"g\" value=\"v" + std::to_string(i) + "\" label=\"G: " + std::to_string(i) +
                   "\"/> ruim voldoende" + std::to_string(i) + "   ";
    const Pages p = lay("<p>" + choices + "</p>");
    REQUIRE(p.fields.size() == 9);
    CHECK(p.fields[0].rect.y0 > p.fields[8].rect.y0 + 10);
    for (std::size_t i = 0; i < 9; ++i) {
        float label = 0;
        for (const Run& r : p.pages[0].runs)
            if (text(p, r).find("voldoende" + std::to_string(i)) != std::string::npos && text(p, r).find("ruim") != std::string::npos)
                label = r.y;
        CHECK_MESSAGE((label > p.fields[i].rect.y0 && label < p.fields[i].rect.y1), i);
    }
}

TEST_CASE("the words of a scale are not cut in narrow columns") {
    // In the forms 5.2% at the least; the letters of a wide typeface leave less room in that.
    for (const std::string widths : {"<col width=\"5.2%\"/><col width=\"94.8%\"/>", "<col width=\"4%\"/><col width=\"96%\"/>"}) {
        for (const std::string word : {"onvoldoende", "ruim voldoende", "uitmuntend", "niet beoordeeld"}) {
            Diagnostics d;
            const auto document = markup::parse_markup(
                "<formulier lang=\"nl\" titel=\"T\" "
                "liggend=\"ja\"><h1>x</h1><table>" +
                    widths + "<thead><tr><th align=\"center\">" + word +
                    "</th><th>Motivering</th></tr></thead><tr><td>a</td><td>b</td></tr></table>"
                    "</formulier>",
                {}, d);
            const auto p = lay_out(*document, fonts(), test::program_styles(), d);
            REQUIRE(p);
            for (const Run& r : p->pages[0].runs) CHECK_MESSAGE(text(*p, r) != "e", word);
        }
    }
}

TEST_CASE("characters without a glyph are named") {
    const Source source{"form.xhtml", "abc\n<p>\n"};
    Diagnostics d;
    const auto document = markup::parse_markup(
        "<formulier lang=\"nl\" titel=\"T\"><h1>x</h1><p plaats=\"1\">a \xe4\xb8\xad b</p>"
        "</formulier>",
        [&](std::size_t) {
            return Location{&source, 4, 7};
        },
        d);
    CHECK_FALSE(lay_out(*document, fonts(), test::program_styles(), d));
    CHECK(report(d) ==
          "form.xhtml:2:1: error: no font has the character \"\xe4\xb8\xad\" (U+4E2D)\n"
          "     2 | <p>\n"
          "       | ^~~\n"
          "  hint: use another character, or leave it out\n");
    CHECK(fonts().covers(U'Ł'));
    CHECK(fonts().covers(U'✓'));
    CHECK_FALSE(fonts().covers(U'中'));
}

TEST_CASE("names are set in one face, letters with combining marks composed") {
    const Pages p =
        lay("<p>Dvor\xcc\x8c"
            "a\xcc\x81k \xef\xac\x81n</p>");
    CHECK(all_text(p) == "Titel\nDvořák fin\n");
}

TEST_CASE("a header as high as the page is refused") {
    Diagnostics d;
    std::string many;
    for (int i = 0; i < 80; ++i) many += "<p>x</p>";
    const auto document = markup::parse_markup("<formulier lang=\"nl\" titel=\"T\"><kop>" + many + "</kop><h1>x</h1></formulier>", {}, d);
    CHECK_FALSE(lay_out(*document, fonts(), test::program_styles(), d));
    CHECK(report(d) == "error: header and footer leave too little of the page for text\n  hint: make them shorter\n");
}

TEST_CASE("break marks without number take no more time than the words that they stand in") {
    std::string word = "a";
    for (int i = 0; i < 330; ++i) word += i % 2 == 0 ? "\xe2\x80\x8b" : "\xc2\xad";
    std::string text;
    for (int i = 0; i < 2000; ++i) text += word + "b ";
    CHECK(count(all_text(lay("<p>" + text + "</p>")), "a") > 1900);
}

TEST_CASE("a label of a date says its format once") {
    const Pages p =
        lay("<input type=\"date\" name=\"a\" label=\"Datum\"/>"
            "<input type=\"date\" name=\"b\" label=\"Dag (dag-maand-jaar)\"/>");
    CHECK(p.fields[0].field.label == "Datum (dag-maand-jaar)");
    CHECK(p.fields[1].field.label == "Dag (dag-maand-jaar)");
}

TEST_CASE("a text in a large field may come from Windows, with tabs") {
    const Pages p = lay("<textarea name=\"a\" label=\"A\">een\r\ntwee\tdrie</textarea>");
    CHECK(p.fields[0].field.value == "een\ntwee drie");
}

TEST_CASE("a span or link of nothing has no element") {
    const Pages p = lay("<p>x <span lang=\"en\"> </span><a href=\"https://x.nl\"> </a>y</p>");
    CHECK(p.elements.size() == lay("<p>x y</p>").elements.size());
    CHECK(all_text(p) == "Titel\nx y\n");
}

TEST_CASE("a long document is laid out in time that grows with its length") {
    const Pages p = lay(kTableHead + rows(20'000) + "</tbody></table>");
    CHECK(p.pages.size() > 400);
}
