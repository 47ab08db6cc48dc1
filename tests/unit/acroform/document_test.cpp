/// What can be said of a file as a whole.

#include "acroform/acroform.hpp"

#include "../common/raw_pdf.hpp"
#include "base/base.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using test::raw_form;

namespace {

const std::string kField = "<</FT/Tx/T(a)/V(een)>>";

std::string dump(const std::string& pdf) { return filled::dump(acroform::read_form(pdf)); }
std::string said(const std::string& pdf) {
    const Source source{"formulier.pdf", pdf};
    Diagnostics diagnostics;
    filled::report(acroform::read_form(pdf), source, diagnostics);
    return report(diagnostics);
}

std::string xmp(const std::string& description) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">" +
           description + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}
std::string with_xmp(const std::string& text) { return raw_form({kField, test::stream(text)}, 1, "", "/Metadata 5 0 R"); }

}  // namespace

TEST_CASE("forms: nothing to say of a form") {
    CHECK(dump(raw_form({kField})) == "form, 1 page\na [text] \"een\"\n");
    CHECK(said(raw_form({kField})) == "");
}

TEST_CASE("forms: the identifier and title of the XMP") {
    const std::string dc = "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
    CHECK(dump(with_xmp(xmp("<rdf:Description " + dc +
                            "><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Titel &amp; meer</rdf:li></rdf:Alt>"
                            "</dc:title><dc:identifier>dossier:x:1</dc:identifier></rdf:Description>"))) ==
          "form, 1 page\nidentifier dossier:x:1\ntitle Titel & meer\na [text] \"een\"\n");
    CHECK(dump(with_xmp(xmp("<rdf:Description/><rdf:Description " + dc + " dc:identifier=\"dossier:x:2\"/>"))) ==
          "form, 1 page\nidentifier dossier:x:2\na [text] \"een\"\n");
    CHECK(dump(with_xmp(xmp("<rdf:Description xmlns:dc=\"http://elders\"><dc:identifier>x</dc:identifier></rdf:Description>"))) ==
          "form, 1 page\na [text] \"een\"\n");
    CHECK(dump(with_xmp("geen xml")) == "form, 1 page\na [text] \"een\"\n");
    CHECK(dump(with_xmp(xmp("<rdf:Description>"))) == "form, 1 page\na [text] \"een\"\n");
    CHECK(dump(raw_form({kField, "<</Title(Oud)>>"}, 1, "", "", "/Info 5 0 R")) == "form, 1 page\ntitle Oud\na [text] \"een\"\n");
}

TEST_CASE("forms: what is no form") {
    CHECK(said("Beste mevrouw, hierbij het formulier") == "error: formulier.pdf: this is no PDF, expected a form that was filled in\n");
    CHECK(said("") == "error: formulier.pdf: this is no PDF, expected a form that was filled in\n");
    CHECK(said(raw_form({})) ==
          "error: formulier.pdf: this PDF has no fields, expected a form that was filled in on screen\n"
          "  hint: it was printed or made flat: ask for the file that was saved, or type over what it says\n");
    CHECK(said("%PDF-1.7\n") ==
          "error: formulier.pdf: this PDF is damaged and cannot be read (unable to find trailer dictionary while "
          "recovering damaged file)\n  hint: get the file once more\n");
    CHECK(said(test::raw_pdf({"(geen)"})) ==
          "error: formulier.pdf: this PDF is damaged and cannot be read (it has no catalog)\n  hint: get the file once more\n");
}

TEST_CASE("forms: a damaged one is mended, and told") {
    std::string pdf = raw_form({kField});
    pdf.replace(pdf.rfind("startxref\n") + 10, 1, "9");
    CHECK(dump(pdf).find("a [text] \"een\"\n") != std::string::npos);
    CHECK(said(pdf) ==
          "warning: formulier.pdf: this PDF is damaged and was mended to read it, so fields may be missing or old (file is "
          "damaged)\n  hint: open it, look, and save it anew\n");
}

TEST_CASE("forms: what takes too much") {
    std::vector<std::string> deep;
    for (int i = 4; i < 10'004; ++i) deep.push_back("<</T(a)/Kids[" + std::to_string(i + 1) + " 0 R]>>");
    deep.push_back("<</FT/Tx/T(a)/V(een)>>");
    CHECK(said(raw_form(deep, 1)) ==
          "error: formulier.pdf: reading this PDF took too much time or memory, or it has more than a form can have\n"
          "  hint: open it in a PDF reader, and save it anew\n");
    std::vector<std::string> many(filled::kMostFields);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = "<</FT/Tx/T(" + std::to_string(i) + ")>>";
    CHECK(acroform::read_form(raw_form(many)).condition == filled::Condition::form);
    many.push_back("<</FT/Tx/T(een te veel)>>");
    CHECK(acroform::read_form(raw_form(many)).condition == filled::Condition::too_much);
    const std::string megabyte((1u << 20) - 100, 'x');
    std::vector<std::string> large(8);
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = "<</FT/Tx/T(" + std::to_string(i) + ")/V(" + megabyte + ")>>";
    CHECK(acroform::read_form(raw_form(large)).condition == filled::Condition::form);
    large.push_back("<</FT/Tx/T(i)/V(" + megabyte + ")>>");
    CHECK(acroform::read_form(raw_form(large)).condition == filled::Condition::too_much);
}

TEST_CASE("forms: loops in the tree of pages and of fields") {
    const std::string pages =
        test::raw_pdf({"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", "<</Type/Pages/Count 1/Kids[3 0 R 2 0 R]>>",
                       "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]>>", kField});
    CHECK(dump(pages) == "form, 0 pages\na [text] \"een\"\n");
    CHECK(dump(raw_form({"<</T(a)/FT/Tx/Kids[4 0 R 5 0 R]>>", "<</T(b)/V(een)/Kids[4 0 R 5 0 R 6 0 R]>>", "<</T(c)>>"}, 1)) ==
          "form, 1 page\na.b.c [text] \"een\"\n");
    // From what stands on the page there is no way up to a top.
    CHECK(acroform::read_form(raw_form({kField, "<</Subtype/Widget/T(b)/Parent 5 0 R>>"}, 1, "5 0 R")).condition ==
          filled::Condition::too_much);
}
