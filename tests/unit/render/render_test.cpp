#include "render/render.hpp"

#include "base/portable.hpp"
#include "base/problems.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace dossier;
using view::List;
using view::Value;

namespace {

/// Templates by name, kept alive; renders `hoofd.html`.
struct Set {
    std::map<std::string, Source> files;
    Diagnostics diagnostics;

    Set(std::initializer_list<std::pair<std::string, std::string>> all) {
        for (const auto& [name, text] : all) files[name] = {name, text};
    }
    std::optional<render::Templates> compile() {
        render::TemplateSources sources;
        for (const auto& [name, source] : files) sources[name] = &source;
        return render::Templates::compile(sources, render::Templates::Check::all, diagnostics);
    }
    std::string text(const Value& values, bool places = false) {
        auto templates = compile();
        if (!templates) return report(diagnostics);
        const auto out = templates->render("hoofd.html", values, diagnostics, places);
        return out ? *out : report(diagnostics);
    }
};

std::string text(const std::string& source, const Value& values) { return Set{{"hoofd.html", source}}.text(values); }

Value sample() {
    Value v;
    v.set("naam", "Voert <b>uit</b> & \"meer\"");
    v.set("leeg", "");
    v.set("nee", false);
    Value k;
    k.set("code", "B1-K1");
    k.set("titel", "Een");
    Value l = k;
    l.set("code", "B1-K2");
    v.set("kerntaken", List{k, l});
    v.set("kerntaak", k);
    v.set("letters", List{Value("a"), Value("b")});
    v.set("url", "https://example.org/?a=1&b=2");
    v.set("fout", "javascript:alert(1)");
    v.set("kleur", "#1a2b3c");
    return v;
}

}  // namespace

TEST_CASE("the place of an element goes behind its whole name, hyphens too") {
    CHECK(Set{{"hoofd.html", "<pagina-einde/><h1>x</h1><!-- a --><b>"}}.text(sample(), true) ==
          "<pagina-einde plaats=\"0\"/><h1 plaats=\"15\">x</h1><!-- a --><b plaats=\"35\">");
}

TEST_CASE("values, sections, dotted names and the item itself") {
    CHECK(text("{{naam}}|{{{naam}}}|{{&naam}}", sample()) ==
          "Voert &lt;b&gt;uit&lt;/b&gt; &amp; &quot;meer&quot;|Voert <b>uit</b> & \"meer\"|Voert <b>uit</b> & \"meer\"");
    CHECK(text("{{#kerntaken}}{{code}};{{/kerntaken}}", sample()) == "B1-K1;B1-K2;");
    CHECK(text("{{#letters?}}<{{#letters}}{{.}}{{/letters}}>{{/letters?}}{{#leeg?}}x{{/leeg?}}{{^letters?}}y{{/letters?}}", sample()) ==
          "<ab>");
    CHECK(text("{{kerntaak.code}} {{#letters}}{{.}}{{/letters}}", sample()) == "B1-K1 ab");
    CHECK(text("{{#leeg}}x{{/leeg}}{{^leeg}}y{{/leeg}}{{#nee}}x{{/nee}}{{^nee}}z{{/nee}}{{#naam}}!{{/naam}}", sample()) == "yz!");
    CHECK(text("{{#kerntaken}}{{#kerntaak}}{{code}}{{/kerntaak}}{{/kerntaken}}", sample()) == "B1-K1B1-K1");
}

TEST_CASE("a line with only one tag leaves no line") {
    CHECK(text("a\n  {{! uitleg }}\n  {{#kerntaken}}\n  <b>{{code}}</b>\n  {{/kerntaken}}\nz\n", sample()) ==
          "a\n  <b>B1-K1</b>\n  <b>B1-K2</b>\nz\n");
    CHECK(text("a {{! uitleg }} b\n", sample()) == "a  b\n");
}

TEST_CASE("partials come from the set, and a value is never a template") {
    Set set{{"hoofd.html", "{{> deel/kop.html}}"}, {"deel/kop.html", "<h1>{{naam}}</h1>"}};
    Value v;
    v.set("naam", "{{> deel/kop.html}}");
    v.set("deel/kop.html", "fout");
    CHECK(set.text(v) == "<h1>{{&gt; deel/kop.html}}</h1>");
}

TEST_CASE("escaping follows the place") {
    CHECK(text("<a href=\"{{url}}\">", sample()) == "<a href=\"https://example.org/?a=1&amp;b=2\">");
    CHECK(text("<script type=\"application/ld+json\">{\"a\":\"{{naam}}\"}</script>{{naam}}", sample()) ==
          "<script type=\"application/ld+json\">{\"a\":\"Voert \\u003cb\\u003euit\\u003c/b\\u003e \\u0026 \\\"meer\\\"\"}</script>"
          "Voert &lt;b&gt;uit&lt;/b&gt; &amp; &quot;meer&quot;");
    CHECK(text("<style>a{color:{{kleur}}}</style>", sample()) == "<style>a{color:#1a2b3c}</style>");
    CHECK(text("<style>a{content:\"{{naam}}\"}</style>", sample()) ==
          "<style>a{content:\"Voert \\3c b\\3e uit\\3c \\2f b\\3e  \\26  \\22 meer\\22 \"}</style>");
}

TEST_CASE("files of style and script go in as they are") {
    Set set{{"hoofd.html", "<style>{{> a.css}}</style>"}, {"a.css", "\n a > b { c: \"{{d}}\" }\n"}};
    CHECK(set.text(sample()) == "<style>a > b { c: \"{{d}}\" }</style>");
    Set bad{{"hoofd.html", "<script>{{> a.js}}</script>"}, {"a.js", "x = '</script>'"}};
    CHECK(bad.text(sample()) ==
          "a.js:1:6: error: \"</script\" would end the element that this file is put in\n"
          "     1 | x = '</script>'\n       |      ^~~~~~~~\n  hint: write it in another way\n");
    // A letter that is longer in lower case moves no place.
    Set longer{{"hoofd.html", "<style>{{> a.css}}</style>"}, {"a.css", "\u2126\u023A\u0130 </STYLE"}};
    CHECK_FALSE(longer.compile());
    REQUIRE(longer.diagnostics.all().size() == 1);
    CHECK(longer.files["a.css"].text.substr(longer.diagnostics.all()[0].location.begin) == "</STYLE");
}

TEST_CASE("places number the elements of literal text and point into the template") {
    Set set{{"hoofd.html", "<p>{{naam}}</p>\n{{> deel.html}}<br/><!-- <i> -->"}, {"deel.html", "<td class=\"a\">"}};
    auto templates = set.compile();
    REQUIRE(templates);
    Value v;
    v.set("naam", "<u>");
    const auto out = templates->render("hoofd.html", v, set.diagnostics, true);
    REQUIRE(out);
    CHECK(*out == "<p plaats=\"14\">&lt;u&gt;</p>\n<td plaats=\"0\" class=\"a\"><br plaats=\"45\"/><!-- <i> -->");
    const Location at = templates->place(45);
    CHECK(at.source->name == "hoofd.html");
    CHECK(position_of(*at.source, at.begin).line == 2);
    CHECK(at.source->text.substr(at.begin, at.end - at.begin) == "<br");
    CHECK_FALSE(templates->place(15));
    CHECK_FALSE(templates->place(999));
}

TEST_CASE("an unknown name is an error at its place, once, with the nearest name") {
    CHECK(text("<p>\n{{#kerntaken}}{{title}}{{/kerntaken}}", sample()) ==
          "hoofd.html:2:17: error: unknown name \"title\"\n     2 | {{#kerntaken}}{{title}}{{/kerntaken}}\n       |                 ^~~~~\n"
          "  hint: did you mean \"titel\"?\n");
    CHECK(text("{{kerntaak.cod}}", sample()) ==
          "hoofd.html:1:12: error: unknown name \"cod\" in \"kerntaak\"\n     1 | {{kerntaak.cod}}\n       |            ^~~\n"
          "  hint: did you mean \"code\"?\n");
    CHECK(text("{{nee.code}}", sample()) ==
          "hoofd.html:1:7: error: unknown name \"code\" in \"nee\"\n     1 | {{nee.code}}\n       |       ^~~~\n"
          "  hint: \"nee\" is no or absent here: use {{#nee}}...{{/nee}}\n");
    CHECK(text("{{#kerntaak}}{{qqqqqqqqqq}}{{/kerntaak}}", sample()) ==
          "hoofd.html:1:16: error: unknown name \"qqqqqqqqqq\"\n     1 | {{#kerntaak}}{{qqqqqqqqqq}}{{/kerntaak}}\n"
          "       |                ^~~~~~~~~~\n"
          "  hint: the names that exist here are: code, titel, naam, leeg, nee, kerntaken, kerntaak, letters, url, fout, kleur\n");
}

TEST_CASE("a value of the wrong kind is an error") {
    CHECK(text("{{kerntaken}}", sample()) ==
          "hoofd.html:1:3: error: \"kerntaken\" is a list, expected text\n     1 | {{kerntaken}}\n       |   ^~~~~~~~~\n"
          "  hint: use it as a section: {{#kerntaken}}...{{/kerntaken}}\n");
}

TEST_CASE("an address that could do harm, or a verbatim value in a script, is an error") {
    CHECK(text("<a href=\"{{fout}}\">", sample()) ==
          "hoofd.html:1:12: error: \"fout\" is the address \"javascript:alert(1)\", expected http, https, mailto or a relative one\n"
          "     1 | <a href=\"{{fout}}\">\n       |            ^~~~\n  hint: mend the address in the dossier\n");
    CHECK(text("<script>{{{naam}}}</script>", sample()) ==
          "hoofd.html:1:12: error: a verbatim value in <script> cannot be made safe\n     1 | <script>{{{naam}}}</script>\n"
          "       |            ^~~~\n  hint: use two braces: {{naam}}\n");
}

TEST_CASE("broken syntax is an error at its place") {
    CHECK(text("a\n{{naam", sample()) ==
          "hoofd.html:2:1: error: a tag is opened here and never closed\n     2 | {{naam\n       | ^~\n  hint: write }} after the name\n");
    CHECK(text("{{#a}}", sample()) ==
          "hoofd.html:1:4: error: section \"a\" is never closed\n     1 | {{#a}}\n       |    ^\n  hint: write {{/a}} where it ends\n");
    CHECK(text("{{/a}}", sample()) ==
          "hoofd.html:1:4: error: section \"a\" is closed here and was never opened\n     1 | {{/a}}\n       |    ^\n"
          "  hint: remove this tag, or write {{#a}} where the section begins\n");
    CHECK(text("{{#a}}{{/b}}", sample()) ==
          "hoofd.html:1:10: error: expected the end of section \"a\", found the end of \"b\"\n     1 | {{#a}}{{/b}}\n"
          "       |          ^\n  hint: section \"a\" was opened at line 1: close it first\n");
    CHECK(text("{{a b}}", sample()) ==
          "hoofd.html:1:1: error: expected a name in the tag, found \"a b\"\n     1 | {{a b}}\n       | ^~~~~~~\n"
          "  hint: a name is letters, digits, _ and dots; a partial is the name of a file\n");
    CHECK(text("{{=<% %>=}}", sample()) ==
          "hoofd.html:1:3: error: changing the delimiters is not supported\n     1 | {{=<% %>=}}\n       |   ^\n"
          "  hint: use {{ and }} throughout\n");
    CHECK(text("\xff", sample()) ==
          "hoofd.html:1:1: error: not UTF-8\n     1 | \xEF\xBF\xBD\n       | ^\n"
          "  hint: save the file as UTF-8\n");
}

TEST_CASE("unknown and recursive partials and templates are errors") {
    CHECK(text("{{> hoofd.htm}}", sample()) ==
          "hoofd.html:1:5: error: unknown partial \"hoofd.htm\"\n     1 | {{> hoofd.htm}}\n       |     ^~~~~~~~~\n"
          "  hint: did you mean \"hoofd.html\"?\n");
    Set round{{"hoofd.html", "{{> a.html}}"}, {"a.html", "{{> hoofd.html}}"}};
    CHECK(round.text(sample()) ==
          "a.html:1:5: error: partial \"hoofd.html\" includes itself: hoofd.html > a.html > hoofd.html\n     1 | {{> hoofd.html}}\n"
          "       |     ^~~~~~~~~~\n  hint: long text is a flat list of blocks, so that no template needs recursion\n"
          "hoofd.html:1:5: error: partial \"a.html\" includes itself: a.html > hoofd.html > a.html\n     1 | {{> a.html}}\n"
          "       |     ^~~~~~\n  hint: long text is a flat list of blocks, so that no template needs recursion\n");
    Set set{{"hoofd.html", ""}};
    const auto templates = set.compile();
    CHECK_FALSE(templates->render("hoofd.htm", sample(), set.diagnostics));
    CHECK(report(set.diagnostics) == "error: unknown template \"hoofd.htm\"\n  hint: did you mean \"hoofd.html\"?\n");
}

TEST_CASE("nesting is bounded") {
    std::string deep;
    for (int i = 0; i < 40; ++i) deep += "{{#naam}}";
    for (int i = 0; i < 40; ++i) deep += "{{/naam}}";
    CHECK(text(deep, sample()).find("error: sections nest deeper than 32") != std::string::npos);
    // Twenty files that each include the next twice would be a million parts.
    Set bomb{};
    for (int i = 0; i < 20; ++i) {
        const std::string next = i == 19 ? "x" : "{{> d" + std::to_string(i + 1) + ".html}}";
        const std::string name = i == 0 ? "hoofd.html" : "d" + std::to_string(i) + ".html";
        bomb.files[name] = {name, next + next};
    }
    CHECK(bomb.text(sample()).find("has more than 200000 parts") != std::string::npos);
}

TEST_CASE("a template of mistakes is read until it has too many") {
    const auto problems = [](const std::string& tags) {
        std::string all;
        while (all.size() < 200'000) all += tags + '\n';
        Set set{{"hoofd.html", all}};
        if (const auto templates = set.compile()) {
            templates->check_names("hoofd.html", sample(), set.diagnostics);
            const std::size_t checked = set.diagnostics.all().size();
            (void)templates->render("hoofd.html", sample(), set.diagnostics);
            CHECK(set.diagnostics.all().size() == (checked == 0 ? kMostProblems + 1 : 2 * checked));
            if (checked > 0) return checked;
        }
        CHECK(std::any_of(set.diagnostics.all().begin(), set.diagnostics.all().end(), [](const Diagnostic& d) {
            return d.code == "too-many-problems" && d.message.text() == "too many problems, reading stops here";
        }));
        return set.diagnostics.all().size();
    };
    for (const char* tags : {"{{x}}", "{{#x}}{{/x}}", "{{kerntaak.x}}", "{{kerntaken}}", "<a href=\"{{fout}}\">", "{{}}", "{{#a}}{{/b}}",
                             "{{/a}}", "{{> x}}", "{{=a b=}}", "<script>{{{naam}}}</script>"}) {
        CAPTURE(tags);
        CHECK(problems(tags) == kMostProblems + 1);
    }
}

TEST_CASE("a mistake in a partial counts once, however often it is used") {
    std::string often;
    for (int i = 0; i < 2000; ++i) often += "{{> deel.html}}\n";
    Set set{{"hoofd.html", often}, {"deel.html", "{{x}}{{kerntaken}}"}};
    const auto templates = set.compile();
    REQUIRE(templates);
    templates->check_names("hoofd.html", sample(), set.diagnostics);
    CHECK(set.diagnostics.all().size() == 1);
    CHECK_FALSE(templates->render("hoofd.html", sample(), set.diagnostics));
    CHECK(set.diagnostics.all().size() == 3);
}

TEST_CASE("text and steps of a document are bounded") {
    // A partial of 1 MB, taken in forty times.
    Set large{{"hoofd.html", ""}, {"groot.html", std::string(std::size_t{1} << 20, 'x')}};
    for (int i = 0; i < 40; ++i) large.files["hoofd.html"].text += "{{> groot.html}}";
    CHECK(large.text(sample()).find("error: with its partials the template has more than 32 MiB of text") != std::string::npos);
    // Thirty sections over a list of two: a thousand million times.
    std::string deep;
    for (int i = 0; i < 30; ++i) deep += "{{#letters}}";
    std::string end;
    for (int i = 0; i < 30; ++i) end += "{{/letters}}";
    CHECK(text(deep + end, sample()).find("error: the document takes more than 30000000 steps") != std::string::npos);
    CHECK(text(deep + std::string(100'000, 'x') + end, sample()).find("error: the document is longer than 128 MiB") != std::string::npos);
}

TEST_CASE("threads may render at once") {
    Set set{{"hoofd.html", "{{#kerntaken}}{{code}}{{/kerntaken}}"}};
    const auto templates = set.compile();
    const Value values = sample();
    std::array<std::string, 4> out;
    {
        std::vector<dossier::Thread> threads;
        for (std::string& each : out)
            threads.emplace_back([&] {
                Diagnostics own;
                for (int i = 0; i < 200; ++i) each = templates->render("hoofd.html", values, own).value_or("");
            });
    }
    for (const std::string& each : out) CHECK(each == "B1-K1B1-K2");
}

TEST_CASE("sealing allows the inline blocks of the page and nothing else") {
    const std::string page = render::seal(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src stijl-hashes; script-src script-hashes\">"
        "<style>a{}</style><p>stijl-hashes</p>");
    CHECK(page ==
          "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; "
          "script-src 'none'\"><style>a{}</style><p>stijl-hashes</p>");
    CHECK(render::seal("<style>a{}</style>\n\n\n<p>\n") == "<style>a{}</style>\n<p>\n");
}

TEST_CASE("a misspelt name is found where these values would not come") {
    Set set{{"hoofd.html",
             "{{#nee}}{{titl}}{{/nee}}\n{{#kerntaken}}{{> deel.html}}{{/kerntaken}}\n"
             "{{^nee}}{{kerntaak.coode}}{{/nee}}{{#letters}}{{.}}{{naam}}{{/letters}}\n"},
            {"deel.html", "{{code}} {{^titel}}{{cod}}{{/titel}}"}};
    const auto templates = set.compile();
    REQUIRE(templates);
    templates->check_names("hoofd.html", sample(), set.diagnostics);
    templates->check_names("geen.html", sample(), set.diagnostics);
    set.diagnostics.sort();
    CHECK(report(set.diagnostics) ==
          "deel.html:1:22: error: unknown name \"cod\"\n"
          "     1 | {{code}} {{^titel}}{{cod}}{{/titel}}\n"
          "       |                      ^~~\n"
          "  hint: did you mean \"code\"?\n"
          "hoofd.html:1:11: error: unknown name \"titl\"\n"
          "     1 | {{#nee}}{{titl}}{{/nee}}\n"
          "       |           ^~~~\n"
          "  hint: the names that exist here are: naam, leeg, nee, kerntaken, kerntaak, letters, url, fout, kleur\n"
          "hoofd.html:3:20: error: unknown name \"coode\" in \"kerntaak\"\n"
          "     3 | {{^nee}}{{kerntaak.coode}}{{/nee}}{{#letters}}{{.}}{{naam}}{{/letters}}\n"
          "       |                    ^~~~~\n"
          "  hint: did you mean \"code\"?\n");
}
