#include "markup/markup.hpp"

#include "base/problems.hpp"
#include "markup/schema.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace dossier;
using namespace dossier::markup;

namespace {

const Source kTemplate{"form.xhtml", "0123456789\n<b>\n"};

Location place(std::size_t n) { return {&kTemplate, static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(n + 1)}; }

std::string form(const std::string& inner) {
    return "<formulier plaats=\"0\" titel=\"T\" lang=\"nl\"><h1>Kop</h1>" + inner + "</formulier>";
}

/// The first line of each error for `inner`, and its hints.
std::string errors(const std::string& xhtml) {
    Diagnostics d;
    const auto doc = parse_markup(xhtml, place, d);
    CHECK_FALSE(doc.has_value());
    std::string out;
    for (const Diagnostic& e : d.all()) {
        out += std::to_string(e.location.begin) + " " + e.code + ": " + e.message.text() + "\n";
        for (const Message& h : e.hints) out += "  " + h.text() + "\n";
    }
    return out;
}

std::string tree(const std::string& inner) {
    Diagnostics d;
    const auto doc = parse_markup(form(inner), place, d);
    CHECK(report(d) == "");
    return doc ? dump(*doc) : "";
}

}  // namespace

TEST_CASE("a form becomes a tree with collapsed white space") {
    CHECK(tree("<p>Een  <strong>vet</strong>\n woord </p><ul><li>a</li><li><p>b</p></li></ul>"
               "<table><col width=\"40%\"/><col width=\"60%\"/><thead><tr><th>Naam</th><th>Waarde</th></tr></thead>"
               "<tr><th>x</th><td><input type=\"radio\" group=\"g\" value=\"goed\" label=\"G: goed\"/></td></tr></table>") ==
          "form \"T\" lang nl\n"
          "  heading 1: Kop\n"
          "  paragraph: Een *vet* woord\n"
          "  list\n    item\n      paragraph: a\n    item\n      paragraph: b\n"
          "  table\n    head\n      th col\n        paragraph: Naam\n      th col\n        paragraph: Waarde\n"
          "    row\n      th row\n        paragraph: x\n      td\n        paragraph: [radio g=goed]\n");
}

TEST_CASE("header and footer hold page numbers") {
    CHECK(tree("<voet><p>pagina <pagina/> van <paginas/></p></voet>") ==
          "form \"T\" lang nl\n  footer\n    paragraph: pagina [page] van [pages]\n  heading 1: Kop\n");
}

TEST_CASE("an error points into the template and shows what was meant") {
    Diagnostics d;
    CHECK_FALSE(parse_markup(form("<tabel plaats=\"11\"/>"), place, d));
    CHECK(report(d) ==
          "form.xhtml:2:1: error: unknown element <tabel>\n"
          "     2 | <b>\n"
          "       | ^\n"
          "  hint: did you mean <table>?\n");
}

TEST_CASE("what the markup does not know is refused") {
    CHECK(errors(form("<script plaats=\"3\">x</script>")) == "3 unknown-element: unknown element <script>\n");
    CHECK(errors(form("<p plaats=\"3\" clas=\"klein\">x</p>")) ==
          "3 unknown-attribute: unknown attribute \"clas\" on <p>\n  did you mean \"class\"?\n");
    CHECK(errors(form("<br plaats=\"3\" onclick=\"x\"/>")) ==
          "3 unknown-attribute: unknown attribute \"onclick\" on <br>\n  <br> has no attributes\n");
    CHECK(errors(form("<p plaats=\"4\" class=\"groot\">x</p>")) ==
          "4 bad-value: class of <p> is \"groot\", expected one of \"klein\", \"inleiding\", \"label\", \"rechts\", \"midden\", "
          "\"bijschrift\", \"hangend\"\n");
    CHECK(errors(form("<p>a &nbsp; b</p>")) == "0 unknown-entity: unknown entity \"&nbsp;\"\n  write the character itself, or &#NNN;\n");
    CHECK(errors(form("<p>a & b</p>")) == "0 unknown-entity: a bare & in the markup\n  write &amp;\n");
    // pugixml makes bytes of these that are no characters.
    for (const char* number : {"#0", "#x0", "#xD800", "#xDFFF", "#x110000", "#99999999", "#x", "#-1", "#x 41"}) {
        CAPTURE(number);
        CHECK(
            errors(form("<p>&" + std::string(number) + ";</p>")).starts_with("0 unknown-entity: unknown entity \"&" + std::string(number)));
    }
    CHECK(tree("<p>&#233;&#xE9;&#x10FFFD;</p>").find("éé\U0010FFFD") != std::string::npos);
    CHECK(errors("<html plaats=\"2\"/>") == "2 unknown-root: the outermost element is <html>, expected <formulier>\n");
    CHECK(errors(form("<p align=\"1\" align=\"2\">x</p>")).find("unknown attribute \"align\"") != std::string::npos);
    CHECK(errors(form("<p class=\"klein\" class=\"klein\">x</p>")) == "0 duplicate-attribute: <p> has the attribute \"class\" twice\n");
}

TEST_CASE("nesting is checked") {
    CHECK(errors(form("<td plaats=\"5\">x</td>")) == "5 misplaced-element: <td> cannot stand in <formulier>\n  <td> belongs in <tr>\n");
    CHECK(errors(form("<p><h2 plaats=\"5\">x</h2></p>")) ==
          "5 misplaced-element: <h2> cannot stand in <p>\n  <h2> belongs in <formulier>, <blok>, <kader> or <kolom>\n");
    CHECK(errors(form("<p><pagina plaats=\"5\"/></p>")) ==
          "5 misplaced-element: <pagina> cannot stand in <p>\n"
          "  <pagina> belongs in <kop> or <voet>\n");
    CHECK(errors(form("<kop><p><input plaats=\"5\" type=\"text\" name=\"a\" label=\"b\"/></p></kop>")) ==
          "5 misplaced-element: <input> cannot stand in <kop> or <voet>\n  <input> belongs in text\n");
    CHECK(errors(form("<ul plaats=\"6\">x</ul>")) == "6 misplaced-text: text \"x\" cannot stand directly in <ul>\n");
    CHECK(errors(form("<hr plaats=\"6\">x</hr>")) == "6 not-empty: <hr> must be empty\n  write <hr/>\n");
    CHECK(errors(form("<h3 plaats=\"6\">x</h3>")) == "6 heading-level: <h3> skips a level, expected at most <h2> here\n");
    CHECK(errors(form("<h2 plaats=\"6\"> </h2>")) == "6 empty-heading: <h2> has no text\n");
    CHECK(errors("<formulier plaats=\"0\" titel=\"T\" lang=\"nl\"><p>x</p").find("markup-syntax") != std::string::npos);
}

TEST_CASE("what goes into the metadata is checked") {
    CHECK(errors("<formulier plaats=\"1\" titel=\"a&#1;b\" lang=\"nl\"><h1>x</h1></formulier>") ==
          "1 bad-value: titel of <formulier> is \"a\\x01b\", expected text without control characters\n");
    for (const char* code : {"nl_NL", "Nederlands, Belgie", "nederlands", "-nl", "nl-", "n1"})
        CHECK(errors("<formulier plaats=\"1\" titel=\"T\" lang=\"" + std::string(code) + "\"><h1>x</h1></formulier>") ==
              "1 bad-value: lang of <formulier> is \"" + std::string(code) + "\", expected a language code such as nl or nl-BE\n");
    for (const char* code : {"nl", "nl-BE", "x-a1b2c3"}) {
        Diagnostics d;
        CHECK(parse_markup("<formulier titel=\"T\" lang=\"" + std::string(code) + "\"><h1>x</h1></formulier>", {}, d));
    }
    CHECK(errors(form("<p><span plaats=\"3\" lang=\"en_GB\">x</span></p>")) ==
          "3 bad-value: lang of <span> is \"en_GB\", expected a language code such as en\n");
    CHECK(errors(form("<p><span plaats=\"3\">x</span></p>")) ==
          "3 missing-attribute: <span> has neither lang nor betekent\n  leave <span> out, or say the language of its text\n");
    CHECK(errors(form("<p><span lang=\"en\"><span plaats=\"3\" lang=\"de\">x</span></span></p>")) ==
          "3 misplaced-element: <span> cannot stand in <span>\n"
          "  <span> belongs in text, not in another <span> and not in <kop> or <voet>\n");
}

TEST_CASE("a page code holds the letters that QR codes hold best, and not too many") {
    const auto of = [](const std::string& code) {
        return errors("<formulier lang=\"nl\" titel=\"T\" paginacode=\"" + code + "\"><p>a</p></formulier>");
    };
    for (const std::string& good : {std::string("D1:P3-X:0123456789AB"), std::string(kLongestPageCode, 'X'), std::string()}) {
        Diagnostics d;
        CHECK(parse_markup("<formulier lang=\"nl\" titel=\"T\" paginacode=\"" + good + "\"><p>a</p></formulier>", {}, d)->page_code ==
              good);
    }
    const std::string expected = ", expected at most 70 of A-Z, 0-9 and $%*+-./:, as document.paginacode has\n";
    CHECK(of("d1") == "0 bad-value: paginacode of <formulier> is \"d1\"" + expected);
    CHECK(of("A B").ends_with(expected));
    CHECK(of(std::string(kLongestPageCode + 1, 'X')).ends_with(expected));
}

TEST_CASE("templates/README.md has every element and attribute, and its examples are right") {
    std::ifstream file(DOSSIER_SOURCE_DIR "/templates/README.md", std::ios::binary);
    std::stringstream whole;
    whole << file.rdbuf();
    const std::string text = whole.str().substr(whole.str().find("## Formulieren (PDF)"));
    for (const ElementSpec& e : elements()) {
        const std::string name(e.name);
        const bool shown = text.find('<' + name + ' ') != std::string::npos || text.find('<' + name + '>') != std::string::npos ||
                           text.find('<' + name + "/>") != std::string::npos;
        CHECK_MESSAGE((shown || (name.size() == 2 && name[0] == 'h')), name);
        for (const std::string& a : e.attributes)
            CHECK_MESSAGE((text.find(a + '=') != std::string::npos || text.find('`' + a + '`') != std::string::npos), name << ' ' << a);
    }
    std::size_t examples = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| ")) continue;
        for (std::size_t at = line.find("`<", line.find(" | ")); at != std::string::npos; at = line.find("`<", at + 1)) {
            std::string example = line.substr(at + 1, line.find('`', at + 1) - at - 1);
            if (example.find_first_of(" /") == std::string::npos) continue;  // a name, not an example
            if (example.starts_with("<td")) example = "<table><tr>" + example + "</tr></table>";
            INFO(example);
            (void)tree(example);
            ++examples;
        }
    }
    CHECK(examples > 15);
}

TEST_CASE("tables fit") {
    CHECK(errors(form("<table plaats=\"7\"><col width=\"40%\"/><col width=\"50%\"/><tr><td/><td/></tr></table>")) ==
          "7 column-widths: the columns of this <table> add up to 90%, expected 100%\n");
    CHECK(errors(form("<table><col width=\"40%\"/><col width=\"60%\"/><tr plaats=\"8\"><td/></tr></table>")) ==
          "8 cell-count: this row fills 1 columns, expected 2\n");
    CHECK(errors(form("<table><col plaats=\"9\" width=\"4cm\"/><tr><td/></tr></table>"))
              .find("9 bad-value: width of <col> is \"4cm\", expected a percentage such as 25%\n") == 0);
    CHECK(errors(form("<rij plaats=\"7\"><kolom width=\"50%\"/><kolom/></rij>")) ==
          "7 column-widths: 1 of 2 columns of this <rij> have a width, expected all or none\n");
}

TEST_CASE("fields have names and labels of their own") {
    CHECK(errors(form("<input plaats=\"7\" type=\"text\" name=\"a\"/>")) ==
          "7 missing-attribute: <input> lacks the attribute \"label\"\n  write <input label=\"...\">\n");
    CHECK(errors(form("<input type=\"text\" name=\"a\" label=\"A\"/><input plaats=\"7\" type=\"date\" name=\"a\" label=\"B\"/>")) ==
          "7 duplicate-field: a second field is named \"a\"\n"
          "  give each field a name of its own, for instance with the code of the werkproces in it\n");
    CHECK(errors(form("<input plaats=\"7\" type=\"text\" name=\"a.b\" label=\"A\"/>")) ==
          "7 field-name: field name \"a.b\", expected at most 100 letters, digits, - and _\n");
    CHECK(errors(form("<input type=\"radio\" group=\"g\" value=\"x\" label=\"A\"/>"
                      "<input plaats=\"7\" type=\"radio\" group=\"g\" value=\"x\" label=\"A\"/>")) ==
          "7 duplicate-choice: group \"g\" has the value \"x\" twice\n");
    CHECK(errors(form("<a plaats=\"7\" href=\"javascript:alert(1)\">x</a>")) ==
          "7 bad-value: href of <a> is \"javascript:alert(1)\", expected a web address that begins with https://, http:// or mailto:\n");
}

TEST_CASE("a link goes to the web or to a mailbox, in at most 2,000 characters of plain ASCII") {
    const std::string expected = ", expected a web address that begins with https://, http:// or mailto:\n";
    const auto link = [](const std::string& href) { return "<p><a plaats=\"7\" href=\"" + href + "\">x</a></p>"; };
    for (const std::string front : {"https://", "http://", "mailto:"}) {
        CHECK(tree(link(front + "a.nl/~b")).find("paragraph") != std::string::npos);
        const std::string longest = front + std::string(2000 - front.size(), 'a');
        CHECK(tree(link(longest)).find("paragraph") != std::string::npos);
        CHECK(errors(form(link(longest + 'a'))).starts_with("7 bad-value: href of <a> is \""));
        CHECK(errors(form(link(front.substr(0, front.size() - 1) + "a"))) ==
              "7 bad-value: href of <a> is " + quoted(front.substr(0, front.size() - 1) + "a") + expected);
    }
    CHECK(errors(form(link("mailto:a b@c.nl"))) == "7 bad-value: href of <a> is \"mailto:a b@c.nl\"" + expected);
    CHECK(errors(form(link("mailto:a&#127;"))) == "7 bad-value: href of <a> is \"mailto:a\\x7f\"" + expected);
    CHECK(errors(form(link("https://é.nl"))) == "7 bad-value: href of <a> is \"https://é.nl\"" + expected);
    CHECK(errors(form(link("tel:0612345678"))) == "7 bad-value: href of <a> is \"tel:0612345678\"" + expected);
}

TEST_CASE("the accent colour must be readable") {
    CHECK(errors("<formulier plaats=\"1\" titel=\"T\" lang=\"nl\" accent=\"#ffcc00\"/>") ==
          "1 low-contrast: accent \"#ffcc00\" has contrast 1.51:1 on white, expected at least 4.5:1\n  choose a darker colour\n");
    CHECK(errors("<formulier plaats=\"1\" titel=\"T\" lang=\"nl\" accent=\"blauw\"/>") ==
          "1 bad-color: accent is \"blauw\", expected a colour such as #1b3f6e\n");
    CHECK(errors("<formulier plaats=\"1\" lang=\"nl\"/>") ==
          "1 missing-attribute: <formulier> lacks the attribute \"titel\"\n  write <formulier titel=\"...\">\n");
}

TEST_CASE("depth is bounded") {
    std::string deep = "x";
    for (int i = 0; i < 3000; ++i) deep = "<em>" + deep + "</em>";
    CHECK(errors(form("<p>" + deep + "</p>")) == "0 too-deep: elements are nested deeper than 48 levels\n");
}

TEST_CASE("markup of mistakes is read until it has too many") {
    const auto problems = [](const std::string& inner) {
        std::string all;
        for (int i = 0; i < 3000; ++i) all += inner;
        Diagnostics d;
        d.warning("earlier", {}, Message::as_is("of another text"));
        CHECK_FALSE(parse_markup(form(all), place, d));
        CHECK(d.all().back().message.text() == "too many problems, reading stops here");
        return d.all().size();
    };
    for (const char* inner : {"&", "&x;", "<x/>", "<td/>", "<p class=\"x\">y</p>", "<p x=\"y\">z</p>"}) {
        CAPTURE(inner);
        CHECK(problems(inner) == 1 + kMostProblems + 1);
    }
}
