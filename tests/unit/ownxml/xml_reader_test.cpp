#include "../common/seed.hpp"
#include "ownxml/ownxml.hpp"

#include <doctest/doctest.h>

using namespace dossier;

namespace {

std::string xml_report(const std::string& xml) {
    const Source source{"d.xml", xml};
    Diagnostics diagnostics;
    const auto read = ownxml::read_xml(source, diagnostics);
    CHECK(read.has_value() == !diagnostics.has_errors());
    diagnostics.sort();
    return report(diagnostics);
}

const std::string kRoot = "<dossier xmlns=\"urn:nl:dossier:kwalificatie:1\" versie=\"1.0\">";

/// The least there must be, with `fields` of the dossier in front and `werkproces` inside.
std::string small(const std::string& fields, const std::string& werkproces = "") {
    return kRoot + "\n" + fields +
           "\n<naam>N</naam><basisdeel><kerntaken><kerntaak><code>B1-K1</code><titel>T</titel><werkprocessen>\n"
           "<werkproces><code>B1-K1-W1</code><titel>T</titel>\n" +
           werkproces +
           "\n</werkproces></werkprocessen></kerntaak></kerntaken></basisdeel>"
           "<profielen><profiel><code>P1</code><naam>N</naam></profiel></profielen>"
           "<beoordeling><schaal><waarde>goed</waarde></schaal><cesuur><criteria>alle</criteria><werkprocessen>alle</werkprocessen>"
           "</cesuur></beoordeling>"
           "</dossier>";
}

}  // namespace

TEST_CASE("xml reader: a small dossier") { CHECK(xml_report(small("")) == ""); }

TEST_CASE("xml reader: what is not XML") {
    CHECK(xml_report("") == "d.xml:1:1: error: found no element, expected an XML document\n");
    CHECK(xml_report("\xff<a/>") ==
          "d.xml:1:1: error: found a byte that is not UTF-8, expected XML in UTF-8\n"
          "     1 | \xEF\xBF\xBD<a/>\n"
          "       | ^\n"
          "  hint: save the file as UTF-8\n");
    CHECK(xml_report("<?xml version='1.0' encoding='latin1'?><a/>") ==
          "d.xml:1:31: error: found encoding \"latin1\", expected UTF-8\n"
          "     1 | <?xml version='1.0' encoding='latin1'?><a/>\n"
          "       |                               ^~~~~~\n"
          "  hint: save the file as UTF-8\n");
    CHECK(xml_report("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") ==
          "d.xml:1:1: error: found a DOCTYPE, expected a document without one\n"
          "     1 | <!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>\n"
          "       | ^~~~~~~~~\n"
          "  hint: remove it; entities are not read\n");
    CHECK(xml_report("<?php x?><a/>") ==
          "d.xml:1:1: error: found a processing instruction, expected a document without one\n"
          "     1 | <?php x?><a/>\n"
          "       | ^~\n"
          "  hint: remove it\n");
    CHECK(xml_report(" <?xml version='1.0'?><a/>") ==
          "d.xml:1:2: error: found an XML declaration here, expected it at the begin of the file\n"
          "     1 |  <?xml version='1.0'?><a/>\n"
          "       |  ^~~~~\n");
    CHECK(xml_report("<?xml version='1.0'><a/>") ==
          "d.xml:1:1: error: XML declaration is not closed, expected \"?>\"\n"
          "     1 | <?xml version='1.0'><a/>\n"
          "       | ^~~~~\n");
    CHECK(xml_report("<?xml encoding?><a/>") ==
          "d.xml:1:7: error: encoding has no value\n"
          "     1 | <?xml encoding?><a/>\n"
          "       |       ^~~~~~~~\n");
    CHECK(xml_report("<a>\n<b></a>") ==
          "d.xml:2:6: error: found the end of \"a\", expected the end of \"b\"\n"
          "     2 | <b></a>\n"
          "       |      ^\n");
    CHECK(xml_report("<a/></b>") ==
          "d.xml:1:7: error: found the end of \"b\", expected no more\n"
          "     1 | <a/></b>\n"
          "       |       ^\n");
    CHECK(xml_report("<a>\n<bc>") ==
          "d.xml:2:2: error: element \"bc\" is not closed\n"
          "     2 | <bc>\n"
          "       |  ^~\n");
    CHECK(xml_report("<a/><b/>") ==
          "d.xml:1:6: error: found a second root element \"b\"\n"
          "     1 | <a/><b/>\n"
          "       |      ^\n");
    CHECK(xml_report("<a/>hoi") ==
          "d.xml:1:5: error: found text outside the root element\n"
          "     1 | <a/>hoi\n"
          "       |     ^~~\n");
    CHECK(xml_report("<a x='1' x='2'/>") ==
          "d.xml:1:10: error: attribute \"x\" is there twice\n"
          "     1 | <a x='1' x='2'/>\n"
          "       |          ^\n");
    CHECK(xml_report("<a x=1/>") ==
          "d.xml:1:6: error: expected a quote, found \"1\"\n"
          "     1 | <a x=1/>\n"
          "       |      ^\n");
    CHECK(xml_report("<a x='1/>") ==
          "d.xml:1:6: error: quote is not closed\n"
          "     1 | <a x='1/>\n"
          "       |      ^\n");
    CHECK(xml_report("<a x='<'/>") ==
          "d.xml:1:7: error: found \"<\" in an attribute, expected \"&lt;\"\n"
          "     1 | <a x='<'/>\n"
          "       |       ^\n");
    CHECK(xml_report("<a>R&D </a>") ==
          "d.xml:1:5: error: found \"&\" by itself, expected a reference\n"
          "     1 | <a>R&D </a>\n"
          "       |     ^\n"
          "  hint: write &amp; for the character\n");
    CHECK(xml_report("<a>&#0;&eacute;</a>") ==
          "d.xml:1:4: error: unknown reference \"&#0;\"\n"
          "     1 | <a>&#0;&eacute;</a>\n"
          "       |    ^~~~\n"
          "  hint: write the character itself\n");
    CHECK(xml_report("<a>\x01</a>") ==
          "d.xml:1:4: error: found a character that XML does not allow\n"
          "     1 | <a>?</a>\n"
          "       |    ^\n"
          "  hint: remove it\n");
    CHECK(xml_report("<a><!-- x </a>") ==
          "d.xml:1:8: error: comment is not closed, expected \"-->\"\n"
          "     1 | <a><!-- x </a>\n"
          "       |        ^\n");
    CHECK(xml_report("< a/>") ==
          "d.xml:1:2: error: expected the name of an element, found \" \"\n"
          "     1 | < a/>\n"
          "       |  ^\n");
    CHECK(xml_report("<a").starts_with("d.xml:1:3: error: expected \">\", found the end of the file\n"));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK(xml_report(deep).find("elements are nested deeper than 64") != std::string::npos);
    std::string many = "<a";
    for (int i = 0; i < 100; ++i) many += " x" + std::to_string(i) + "=''";
    CHECK(xml_report(many + "/>").find("found more than 64 attributes") != std::string::npos);
}

TEST_CASE("xml reader: another format or version") {
    CHECK(xml_report("<dossier/>") ==
          "d.xml:1:2: error: found root element \"dossier\" in namespace \"\", expected \"dossier\" or \"kwalificatie\" in "
          "\"urn:nl:dossier:kwalificatie:1\"\n"
          "     1 | <dossier/>\n"
          "       |  ^~~~~~~\n");
    CHECK(xml_report("<dossier xmlns=\"urn:nl:dossier:kwalificatie:1\" versie=\"9\"/>") ==
          "d.xml:1:48: error: found version \"9\", expected \"1.0\"\n"
          "     1 | <dossier xmlns=\"urn:nl:dossier:kwalificatie:1\" versie=\"9\"/>\n"
          "       |                                                ^~~~~~\n");
}

TEST_CASE("xml reader: elements") {
    CHECK(xml_report(small("<nam>x</nam>")) ==
          "d.xml:2:2: error: unknown element \"nam\" in \"dossier\"\n"
          "     2 | <nam>x</nam>\n"
          "       |  ^~~\n"
          "  hint: did you mean \"naam\"?\n");
    CHECK(xml_report(small("<naam>x</naam>")).find("error: element \"naam\" is there twice in \"dossier\"\n") != std::string::npos);
    CHECK(xml_report(small("<crebo> </crebo>")) ==
          "d.xml:2:2: error: \"crebo\" is empty\n"
          "     2 | <crebo> </crebo>\n"
          "       |  ^~~~~\n"
          "  hint: give it a text, or remove it\n");
    CHECK(xml_report(small("<crebo>\n 1234x</crebo>")) ==
          "d.xml:3:2: error: expected five digits as \"crebo\", found \"1234x\"\n"
          "     3 |  1234x</crebo>\n"
          "       |  ^~~~~\n");
    CHECK(xml_report(small("<versie><b/></versie>")) ==
          "d.xml:2:10: error: expected text in \"versie\", found element \"b\"\n"
          "     2 | <versie><b/></versie>\n"
          "       |          ^\n");
    CHECK(xml_report(small("<versie a='1'>2</versie>")) ==
          "d.xml:2:9: error: unknown attribute \"a\" in \"versie\"\n"
          "     2 | <versie a='1'>2</versie>\n"
          "       |         ^\n");
    CHECK(xml_report(small("<bron>tekst</bron>")) ==
          "d.xml:2:7: error: expected only elements in \"bron\", found text\n"
          "     2 | <bron>tekst</bron>\n"
          "       |       ^~~~~\n");
    CHECK(xml_report(small("<bron><opmerkingen/></bron>")) ==
          "d.xml:2:8: error: expected at least one opmerking in \"opmerkingen\", found none\n"
          "     2 | <bron><opmerkingen/></bron>\n"
          "       |        ^~~~~~~~~~~\n");
    CHECK(xml_report(small("<begrippen><begrip><term>x</term></begrip></begrippen>")) ==
          "d.xml:2:13: error: \"begrip\" has no \"betekenis\"\n"
          "     2 | <begrippen><begrip><term>x</term></begrip></begrippen>\n"
          "       |             ^~~~~~\n"
          "  hint: add <betekenis> (Wat het betekent.)\n");
    CHECK(xml_report(small("<begrippen><term>x</term></begrippen>")).find("unknown element \"term\" in \"begrippen\"") !=
          std::string::npos);
}

TEST_CASE("xml reader: long text") {
    const auto tekst = [](const std::string& inner) {
        return xml_report(small("<bron><omschrijving>" + inner + "</omschrijving></bron>"));
    };
    CHECK(tekst("<alinea>x</alinea>") == "");
    CHECK(tekst("") ==
          "d.xml:2:8: error: \"omschrijving\" is empty\n"
          "     2 | <bron><omschrijving></omschrijving></bron>\n"
          "       |        ^~~~~~~~~~~~\n"
          "  hint: give it an \"alinea\", or remove it\n");
    CHECK(tekst("<alinia>x</alinia>") ==
          "d.xml:2:22: error: unknown element \"alinia\" in \"omschrijving\"\n"
          "     2 | <bron><omschrijving><alinia>x</alinia></omschrijving></bron>\n"
          "       |                      ^~~~~~\n"
          "  hint: did you mean \"alinea\"?\n");
    CHECK(tekst("<voetnoot>x</voetnoot>") ==
          "d.xml:2:22: error: \"voetnoot\" has no \"teken\", expected \"*\"\n"
          "     2 | <bron><omschrijving><voetnoot>x</voetnoot></omschrijving></bron>\n"
          "       |                      ^~~~~~~~\n");
    CHECK(tekst("<nummering><punt teken=\"IV\"><tekst>x</tekst></punt></nummering>") ==
          "d.xml:2:38: error: expected a number or letter like \"1.\" or \"a.\" as \"teken\", found \"IV\"\n"
          "     2 | <bron><omschrijving><nummering><punt teken=\"IV\"><tekst>x</tekst></punt></nummering></omschrijving></bron>\n"
          "       |                                      ^~~~~\n");
    CHECK(tekst("<opsomming><alinea>x</alinea></opsomming>").find("unknown element \"alinea\" in \"opsomming\"") != std::string::npos);
    CHECK(tekst("<opsomming><punt teken=\"-\"/></opsomming>") ==
          "d.xml:2:33: error: \"punt\" has no \"tekst\"\n"
          "     2 | <bron><omschrijving><opsomming><punt teken=\"-\"/></opsomming></omschrijving></bron>\n"
          "       |                                 ^~~~\n"
          "  hint: expected \"tekst\" as its first element\n");
    CHECK(tekst("<opsomming/>").find("expected at least one punt in \"opsomming\", found none") != std::string::npos);
    std::string deep = "<alinea>x</alinea>";
    for (int i = 0; i < 5; ++i) deep = "<opsomming><punt teken=\"-\"><tekst>x</tekst>" + deep + "</punt></opsomming>";
    CHECK(tekst(deep).find("error: lists are nested deeper than 4\n") != std::string::npos);
}

TEST_CASE("xml reader: criteria and competenties") {
    const auto gedrag = [](const std::string& inner) {
        return xml_report(small("", "<gedrag><criteria>" + inner + "</criteria></gedrag>"));
    };
    CHECK(gedrag("<criterium code=\"B1-K1-W1-G1\">x</criterium>") == "");
    CHECK(gedrag("<criterium>x</criterium>") ==
          "d.xml:5:20: error: criterium has no \"code\", expected one like \"B1-K1-W1-G1\"\n"
          "     5 | <gedrag><criteria><criterium>x</criterium></criteria></gedrag>\n"
          "       |                    ^~~~~~~~~\n");
    CHECK(gedrag("<criterium code=\"B1-K2-W1-G1\">x</criterium>") ==
          "d.xml:5:30: error: found criterium code \"B1-K2-W1-G1\", expected \"B1-K1-W1-G1\"\n"
          "     5 | <gedrag><criteria><criterium code=\"B1-K2-W1-G1\">x</criterium></criteria></gedrag>\n"
          "       |                              ^~~~\n");
    CHECK(gedrag("<criterium code=\"B1-K1-W1-G1\">x</criterium><criterium code=\"B1-K1-W1-G3\">x</criterium>")
              .find("found criterium code \"B1-K1-W1-G3\", expected \"B1-K1-W1-G2\"") != std::string::npos);
    CHECK(gedrag("<criterium code=\"B1-K1-W1-G2\">x</criterium>") ==
          "d.xml:5:49: error: found criterium \"B1-K1-W1-G2\", expected \"B1-K1-W1-G1\"\n"
          "     5 | <gedrag><criteria><criterium code=\"B1-K1-W1-G2\">x</criterium></criteria></gedrag>\n"
          "       |                                                 ^\n");
    const auto competentie = [](const std::string& inner) { return xml_report(small("", "<competenties>" + inner + "</competenties>")); };
    CHECK(competentie("<competentie>Lere</competentie>") ==
          "d.xml:5:28: error: unknown competentie \"Lere\"\n"
          "     5 | <competenties><competentie>Lere</competentie></competenties>\n"
          "       |                            ^~~~\n"
          "  hint: did you mean \"Leren\"?\n");
    CHECK(competentie("<competentie letter=\"A\">Leren</competentie>") ==
          "d.xml:5:28: error: found letter \"A\", expected \"P\" for \"Leren\"\n"
          "     5 | <competenties><competentie letter=\"A\">Leren</competentie></competenties>\n"
          "       |                            ^~~~~~\n");
    CHECK(xml_report(small("<beoordelin/>")).find("did you mean \"beoordeling\"?") != std::string::npos);
}

TEST_CASE("xml reader: a kwalificatie has one profiel") {
    std::string xml = small("");
    for (const auto& [from, to] : {std::pair("<dossier ", "<kwalificatie "), std::pair("</dossier>", "</kwalificatie>"),
                                   std::pair("</profielen>", "<profiel><code>P2</code><naam>N</naam></profiel></profielen>")})
        xml.replace(xml.find(from), std::string(from).size(), to);
    CHECK(xml_report(xml).find("error: found 2 profielen in a kwalificatie, expected one\n") != std::string::npos);
}

TEST_CASE("xml reader: large and hostile input ends soon") {
    std::string many = kRoot;
    for (int i = 0; i < 300000; ++i) many += "<b/>";
    CHECK(xml_report(many + "</dossier>").find("more\n") != std::string::npos);
    std::string text = small("<versie>" + std::string(4'000'000, 'x') + "</versie>");
    CHECK(xml_report(text) == "");
    CHECK(xml_report(std::string(17 << 20, ' ')).starts_with("d.xml:1:1: error: found 17825792 bytes, expected at most 16777216\n"));
}
