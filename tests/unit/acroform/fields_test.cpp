/// What stands in the fields, from files written out here.

#include "acroform/acroform.hpp"

#include "../common/raw_pdf.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using test::raw_form;

namespace {

/// What is read of the fields, without the first line about the file.
std::string fields_of(const std::string& pdf) {
    const filled::FilledPdf form = acroform::read_form(pdf);
    CHECK(form.condition == filled::Condition::form);
    const std::string all = filled::dump(form);
    return all.substr(all.find('\n') + 1);
}

std::string text_field(const std::string& value) { return "<</FT/Tx/T(a)/V " + value + ">>"; }
std::string value_of(const std::string& value) { return acroform::read_form(raw_form({text_field(value)})).fields.at(0).value; }
bool is_text(const std::string& value) { return acroform::read_form(raw_form({text_field(value)})).fields.at(0).doubts.empty(); }

/// A radio group a with the choices goed and onvoldoende, of which the page shows `first` and `second`.
std::string radio(const std::string& group, const std::string& first, const std::string& second) {
    return raw_form({"<</FT/Btn/Ff 49152/T(a)" + group + "/Kids[5 0 R 6 0 R]>>",
                     "<</Subtype/Widget/Parent 4 0 R/AP<</N<</goed 7 0 R/Off 7 0 R>>>>" + first + ">>",
                     "<</Subtype/Widget/Parent 4 0 R/AP<</N<</onvoldoende 7 0 R/Off 7 0 R>>>>" + second + ">>", test::stream("")},
                    1);
}

}  // namespace

TEST_CASE("fields: text in each encoding that PDF has") {
    CHECK(value_of("(Caf\\351 \\(twee\\) \\240 \\223fi)") == "Café (twee) € ﬁfi");
    CHECK(value_of("<FEFF0141 0075006B 00E1 D83DDE00>") == "Łuká😀");
    CHECK(value_of("<FFFE4101>") == "Ł");
    CHECK(value_of("(\xef\xbb\xbfNguy\xe1\xbb\x85n)") == "Nguyễn");
    CHECK(value_of("()") == "");
    CHECK(value_of("null") == "");
    CHECK(value_of("<FEFF 001B006E006C001B 00610062>") == "ab");  // with the language it is in
    CHECK(value_of("(een\\r\\ntwee\\rdrie\\nvier)") == "een\ntwee\ndrie\nvier");
}

TEST_CASE("fields: what is no text is told") {
    CHECK(is_text("(a)"));
    CHECK_FALSE(is_text("<FEFFD83D>"));    // half a character
    CHECK_FALSE(is_text("<FEFF006100>"));  // half a byte pair
    CHECK_FALSE(is_text("(\xef\xbb\xbf\xff)"));
    CHECK_FALSE(is_text("(\x9f)"));
    CHECK(value_of("<FEFF0061D83D>") == "a\xef\xbf\xbd");
    CHECK(value_of("<FEFFDE000061D83D0062>") ==
          "\xef\xbf\xbd"
          "a\xef\xbf\xbd"
          "b");
    CHECK(value_of("<FEFF006100>") == "a\xef\xbf\xbd");
    CHECK(fields_of(raw_form({text_field("12")})) == "a [text] \"12\" ! not text\n");
    CHECK(fields_of(raw_form({text_field("/goed")})) == "a [text] \"goed\" ! not text\n");
    CHECK(fields_of(raw_form({text_field("[(a)]")})) == "a [text] \"\" ! not text\n");
    CHECK(fields_of(raw_form({text_field("<</a 1>>")})) == "a [text] \"\" ! not text\n");
}

TEST_CASE("fields: text may be in a stream, up to a size") {
    CHECK(fields_of(raw_form({text_field("5 0 R"), test::stream("lange tekst")}, 1)) == "a [text] \"lange tekst\"\n");
    CHECK(fields_of(raw_form({text_field("5 0 R"), test::stream(std::string((1u << 20) + 1, 'x'))}, 1)) == "a [text] \"\" ! not text\n");
}

TEST_CASE("fields: names in full, what is taken over from above, and each kind") {
    CHECK(fields_of(raw_form({"<</T(a)/FT/Tx/Ff 1/V(van boven)/DV(eerst)/Kids[5 0 R 6 0 R]>>", "<</T(b)/Parent 4 0 R>>",
                              "<</T<FEFF00E9>/Parent 4 0 R/Ff 0/V(zelf)/DV()>>"},
                             1)) == "a.b [text, readonly] \"van boven\" initial \"eerst\"\na.é [text] \"zelf\"\n");
    CHECK(fields_of(raw_form({"<</T(l)/FT/Ch/V[(een)(twee)]>>", "<</T(m)/FT/Ch/V(een)>>", "<</T(k)/FT/Btn/Ff 65536>>", "<</T(s)/FT/Sig>>",
                              "<</T(x)/FT/Niks/V(y)>>", "<</T(z)>>"})) ==
          "l [list] \"een\\ntwee\"\nm [list] \"een\"\nk [button] \"\"\ns [signature] \"\"\nx [other] \"y\"\nz [other] \"\"\n");
}

TEST_CASE("fields: the choice of radio buttons, and where the page and the value differ") {
    CHECK(fields_of(radio("/V/goed", "/AS/goed", "/AS/Off")) == "a [choice] \"goed\"\n");
    CHECK(fields_of(radio("/V(goed)", "/AS/goed", "/AS/Off")) == "a [choice] \"goed\"\n");
    CHECK(fields_of(radio("/V/Off", "/AS/Off", "/AS/Off")) == "a [choice] \"\"\n");
    CHECK(fields_of(radio("", "/AS/Off", "")) == "a [choice] \"\"\n");
    CHECK(fields_of(radio("/V/goed", "/AS/Off", "/AS/onvoldoende")) == "a [choice] \"goed\" shown \"onvoldoende\" ! the page differs\n");
    CHECK(fields_of(radio("/V/goed", "/AS/goed", "/AS/onvoldoende")) ==
          "a [choice] \"goed\" shown \"goed\\nonvoldoende\" ! the page differs\n");
    CHECK(fields_of(radio("/V/Off", "/AS/goed", "/AS/Off")) == "a [choice] \"\" shown \"goed\" ! the page differs\n");
    CHECK(fields_of(radio("", "/AS/goed", "/AS/Off")) == "a [choice] \"\" shown \"goed\" ! the page differs\n");
    CHECK(fields_of(radio("/V/goed", "", "")) == "a [choice] \"goed\" shown \"\" ! the page differs\n");
    CHECK(fields_of(radio("/V/beter", "/AS/beter", "/AS/Off")) == "a [choice] \"beter\" ! no such choice\n");
    CHECK(fields_of(radio("/V 3", "/AS/Off", "/AS/Off")) == "a [choice] \"3\" shown \"\" ! not text ! the page differs ! no such choice\n");
}

TEST_CASE("fields: names of choices with #xx, in UTF-8 and in older encodings") {
    const auto box = [](const std::string& state) {
        return raw_form({"<</Subtype/Widget/FT/Btn/T(a)/V/" + state + "/AS/" + state + "/AP<</N<</" + state + " 5 0 R/Off 5 0 R>>>>>>",
                         test::stream("")},
                        1);
    };
    CHECK(fields_of(box("niet#20beoordeeld")) == "a [choice] \"niet beoordeeld\"\n");
    CHECK(fields_of(box("c#c3#a9")) == "a [choice] \"cé\"\n");
    CHECK(fields_of(box("c#e9")) == "a [choice] \"cé\"\n");
}

TEST_CASE("fields: a value that stands on the page, and two values for one field") {
    CHECK(fields_of(raw_form({"<</FT/Tx/T(a)/Kids[5 0 R 6 0 R]>>", "<</V(een)>>", "<</V(een)>>"}, 1)) == "a [text] \"een\"\n");
    CHECK(fields_of(raw_form({"<</FT/Tx/T(a)/Kids[5 0 R 6 0 R]>>", "<</V(een)>>", "<</V(twee)>>"}, 1)) ==
          "a [text] \"een\" ! two values\na [text] \"twee\" ! two values\n");
    CHECK(fields_of(raw_form({"<</FT/Tx/T(a)/V(nul)/Kids[5 0 R]>>", "<</V(een)>>"}, 1)) ==
          "a [text] \"nul\" ! two values\na [text] \"een\" ! two values\n");
    CHECK(fields_of(raw_form({text_field("(een)"), text_field("(een)")})) == "a [text] \"een\"\n");
    CHECK(fields_of(raw_form({text_field("(een)"), text_field("(twee)")})) ==
          "a [text] \"een\" ! two values\na [text] \"twee\" ! two values\n");
}

TEST_CASE("fields: those that only stand on a page are found and told") {
    CHECK(fields_of(raw_form({text_field("(een)"), "<</Subtype/Widget/FT/Tx/T(b)/V(twee)>>"}, 1, "5 0 R")) ==
          "a [text] \"een\"\nb [text] \"twee\" ! not listed\n");
    // Its parent is no field of the form either, and does or does not know it.
    CHECK(fields_of(raw_form({text_field("(een)"), "<</FT/Tx/T(b)/V(twee)/Kids[6 0 R]>>", "<</Subtype/Widget/Parent 5 0 R>>"}, 1,
                             "6 0 R")) == "a [text] \"een\"\nb [text] \"twee\" ! not listed\n");
    CHECK(fields_of(raw_form({text_field("(een)"), "<</FT/Tx/T(b)/V(twee)>>", "<</Subtype/Widget/Parent 5 0 R/T(c)>>"}, 1, "6 0 R")) ==
          "a [text] \"een\"\nb [text] \"twee\" ! not listed\nb.c [text] \"twee\" ! not listed\n");
    CHECK(fields_of(raw_form({text_field("(een)")}, 1, "4 0 R<</Subtype/Link>><</Subtype/Widget/FT/Tx/T(d)/V(drie)>>")) ==
          "a [text] \"een\"\nd [text] \"drie\" ! not listed\n");
}

TEST_CASE("fields: the last version counts") {
    const std::string pdf = raw_form({text_field("(een)"), "<</FT/Tx/T(b)/V(blijft)>>"});
    CHECK(fields_of(test::updated(pdf, {{4, text_field("(twee)")}}, 6)) == "a [text] \"twee\"\nb [text] \"blijft\"\n");
    const std::string again = test::updated(test::updated(pdf, {{4, text_field("(twee)")}}, 6), {{4, text_field("(drie)")}}, 6);
    CHECK(fields_of(again) == "a [text] \"drie\"\nb [text] \"blijft\"\n");
}
