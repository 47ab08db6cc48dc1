
#include "../common/sample.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::model;

namespace {

std::string naam_as_yaml(const std::string& naam) {
    Dossier d;
    d.naam.value = naam;
    const std::string yaml = yaml::write_yaml(d);
    const std::size_t at = yaml.find("naam: ");
    return yaml.substr(at + 6, yaml.size() - at - 7);
}

}  // namespace

TEST_CASE("yaml: text is plain where every reader reads it back, quoted elsewhere") {
    for (const char* plain : {"kan \"iets\" doen", "collega's, risico's", "a:b", "x#y", "75%", "B1-K1", "Nee", "Ja", "een - twee",
                              "(e-)Logistiek", "https://wetten.overheid.nl/BWBR0027879", "geëvalueerd"})
        CHECK(naam_as_yaml(plain) == plain);
    for (const char* quoted :
         {"yes",     "No",   "null", "~",   "12345", "1.5", "0x1F", "-3", "1_000", "12:30", ".inf", "- punt", "-punt", "#1", "'x'",
          "aanhef:", "a: b", "a #b", "[x]", "{x}",   "&x",  "*x",   "!x", "|",     ">",     "%x",   "@x",     "`x",    "?x", ",x"})
        CHECK(naam_as_yaml(quoted) == std::string(1, '"').append(quoted).append(1, '"'));
    CHECK(naam_as_yaml("\"x\"\\\t\x01") == "\"\\\"x\\\"\\\\\\u0009\\u0001\"");
    CHECK(naam_as_yaml(" x ") == "\" x \"");
}

TEST_CASE("yaml: long text, lists and blank lines") {
    Dossier d;
    d.naam.value = "Proef";
    d.bron.omschrijving = parse_tekst("Een.\n\n1. twee\n   - drie", {});
    Kerntaak k;
    k.code.value = "B1-K1";
    k.titel.value = "Doet iets";
    Werkproces w;
    w.code.value = "B1-K1-W1";
    w.titel.value = "Begint";
    k.werkprocessen = {w, w};
    k.werkprocessen[1].gedrag.aanhef.value = "De ober:";
    k.werkprocessen[1].gedrag.criteria = {{"lacht;", {}}, {"wacht.", {}}};
    k.werkprocessen.push_back(w);
    d.basisdeel.kerntaken = {k};
    d.beoordeling.schaal = {{"goed", {}}};
    CHECK(yaml::write_yaml(d) ==
          "# yaml-language-server: $schema=output/schema/dossier.schema.json\n"
          "naam: Proef\n"
          "\n"
          "bron:\n"
          "  omschrijving: |\n"
          "    Een.\n"
          "\n"
          "    1. twee\n"
          "       - drie\n"
          "\n"
          "basisdeel:\n"
          "  kerntaken:\n"
          "    - code: B1-K1\n"
          "      titel: Doet iets\n"
          "      werkprocessen:\n"
          "        - code: B1-K1-W1\n"
          "          titel: Begint\n"
          "        - code: B1-K1-W1\n"
          "          titel: Begint\n"
          "          gedrag:\n"
          "            aanhef: \"De ober:\"\n"
          "            criteria:\n"
          "              - lacht;\n"
          "              - wacht.\n"
          "\n"
          "        - code: B1-K1-W1\n"
          "          titel: Begint\n"
          "\n"
          "beoordeling:\n"
          "  schaal:\n"
          "    - goed\n");
}

TEST_CASE("yaml: what is written is in canonical form already") {
    for (const model::Dossier& dossier : {test::full_dossier(), test::dossier_yaml()}) {
        const Source source{"dossier.yaml", yaml::write_yaml(dossier)};
        Diagnostics diagnostics;
        const auto formatted = yaml::format_dossier(source, diagnostics);
        REQUIRE_MESSAGE(formatted, report(diagnostics));
        CHECK((*formatted == source.text));
    }
}
