#include "yaml/json_schema.hpp"
#include "../common/json_validator.hpp"
#include "model/model.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <regex>
#include <sstream>

using namespace dossier;
using Json = nlohmann::ordered_json;

namespace {

/// YAML to JSON as an editor does it: the core schema of YAML 1.2.
Json to_json(const YAML::Node& node) {
    if (node.IsMap()) {
        Json out = Json::object();
        for (const auto& pair : node) out[pair.first.Scalar()] = to_json(pair.second);
        return out;
    }
    if (node.IsSequence()) {
        Json out = Json::array();
        for (const auto& item : node) out.push_back(to_json(item));
        return out;
    }
    if (!node.IsScalar()) return nullptr;
    const std::string& text = node.Scalar();
    if (node.Tag() == "!") return text;  // in quotes, or a block
    static const std::regex kInteger("[-+]?[0-9]+"), kFloat(R"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)"),
        kTruth("true|True|TRUE|false|False|FALSE");
    if (std::regex_match(text, kTruth)) return text[0] == 't' || text[0] == 'T';
    if (std::regex_match(text, kInteger)) return std::stoll(text);
    if (std::regex_match(text, kFloat)) return std::stod(text);
    return text;
}

const test::Validator& validator() {
    static const test::Validator one(Json::parse(yaml::json_schema()));
    return one;
}

bool schema_accepts(const std::string& text) { return validator().accepts(to_json(YAML::Load(text))); }

bool reader_accepts(const std::string& text) {
    const Source source{"d.yaml", text};
    Diagnostics d;
    return yaml::read_dossier(source, d).has_value();
}

const std::string kGood = R"(naam: Verkoop
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Verkoopt
      complexiteit: |
        Lastig.

        - Echt waar.
      vakkennis:
        rubrieken:
          - items:
              - heeft kennis van klanten
      werkprocessen:
        - code: B1-K1-W1
          titel: Ontvangt
          gedrag:
            criteria: [begroet de klant., lacht.]
          competenties: [Leren]
profielen:
  - code: P1
    naam: Verkoper
    niveau: 4
beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  cesuur: {criteria: 75%, werkprocessen: alle}
)";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

struct Change {
    const char* from;
    const char* to;
};
constexpr Change kAccepted[] = {
    {"naam: Verkoop", "naam: 12"},
    {"naam: Verkoop", "naam: 1.5"},
    {"naam: Verkoop", "naam: true"},
    {"naam: Verkoop", "naam: \"Verkoop\""},
    {"naam: Verkoop", "naam: >-\n  Verkoop\n  en meer"},
    {"naam: Verkoop", "naam: Verkoop\ncrebo: 23456"},
    {"naam: Verkoop", "naam: Verkoop\ncrebo: \"23456\""},
    {"naam: Verkoop", "naam: Verkoop\nversie: 2024"},
    {"naam: Verkoop", "naam: Verkoop\nvastgesteld: 2024-02-29"},
    {"naam: Verkoop", "naam: Verkoop\nopvolger: {titel: Nieuw}"},
    {"naam: Verkoop", "naam: Verkoop\nbron: {url: \"https://example.org/x\"}"},
    {"naam: Verkoop", "naam: Verkoop\nkeuzedelen: []"},
    {"naam: Verkoop", "naam: Verkoop\nkeuzedelen:\n  - {code: K0072, titel: Engels, sbu: 240, profielen: [P1]}"},
    {"- heeft kennis van klanten", "- 365"},
    {"complexiteit: |\n        Lastig.\n\n        - Echt waar.", "complexiteit: 5"},
    {"niveau: 4", "beroepsvereisten: Nee"},
    {"schaal: [onvoldoende, voldoende, goed]", "schaal: [cijfer]"},
    {"beoordeling:\n", "beoordeling:\n  exameneenheden:\n    - {code: 1, titel: Proeve, werkprocessen: [B1-K1-W1]}\n"},
    {"beoordeling:\n", "beoordeling:\n  cruciaal: [B1-K1-W1-G1]\n  dekkingsnorm: alle\n"},
    {"{criteria: 75%, werkprocessen: alle}", "{werkproces_punten: 1%, werkproces_minimum: 1 punt, kerntaak_punten: 100%}"},
    {"{criteria: 75%, werkprocessen: alle}", "{werkproces_punten: 2 punten, kerntaak_punten: 999999 punten}"},
    {"beoordeling:\n", "beoordeling:\n  punten:\n    - {waarde: voldoende, punten: 0}\n    - {waarde: goed, punten: \"1000\"}\n"},
    {"beoordeling:\n", "beoordeling:\n  onderdelen:\n    - {code: B1-K1, cesuur: 40%}\n    - {code: B1-K1-W1-G1, gewicht: 100}\n"},
    {"beoordeling:\n", "beoordeling:\n  onderdelen:\n    - {code: B1-K1-W1, gewicht: 1, minimum: 2 punten}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {bij_cesuur: \"5,5\", afronding: een decimaal}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {afronding: hele cijfers}\n"},
    {"beoordeling:\n", "beoordeling:\n  herkansing: {pogingen: 1, telt: laatste}\n"},
    {"beoordeling:\n", "beoordeling:\n  herkansing: {pogingen: 9, telt: hoogste}\n"},
    {"beoordeling:\n", "beoordeling:\n  niet_van_toepassing: [B1-K1-W1-G1]\n"},
};
constexpr Change kRejected[] = {
    {"naam: Verkoop\n", ""},                          // required key
    {"naam: Verkoop", "naam: Verkoop\nkleur: rood"},  // unknown key
    {"naam: Verkoop", "naam: \"\""},                  // empty text
    {"naam: Verkoop", "naam: \"  \""},
    {"naam: Verkoop", "naam:"},      // no value
    {"naam: Verkoop", "naam: [a]"},  // kinds
    {"naam: Verkoop", "naam: {a: b}"},
    {"naam: Verkoop", "naam: |\n  a\n  b"},           // two lines
    {"naam: Verkoop", "naam: Verkoop\ncrebo: 1234"},  // forms
    {"naam: Verkoop", "naam: Verkoop\ncrebo: \"01234\""},
    {"naam: Verkoop", "naam: Verkoop\nvastgesteld: 1-8-2025"},
    {"naam: Verkoop", "naam: Verkoop\nvastgesteld: 2025-13-01"},
    {"naam: Verkoop", "naam: Verkoop\nbron: {}"},  // record without keys
    {"naam: Verkoop", "naam: Verkoop\nbron: {url: \"javascript:alert(1)\"}"},
    {"naam: Verkoop", "naam: Verkoop\nkeuzedelen: {code: K0072}"},
    {"code: B1-K1\n", "code: B2-K1\n"},
    {"code: B1-K1-W1", "code: B1-K1-W0"},
    {"code: P1", "code: \" P1 \""},
    {"- heeft kennis van klanten", "-"},
    {"rubrieken:\n          - items:\n              - heeft kennis van klanten", "rubrieken: []"},
    {"complexiteit: |\n        Lastig.\n\n        - Echt waar.", "complexiteit: [a]"},
    {"criteria: [begroet de klant., lacht.]", "criteria: []"},
    {"criteria: [begroet de klant., lacht.]", "criteria: een"},
    {"[Leren]", "[Zwemmen]"},
    {"niveau: 4", "niveau: 5"},
    {"niveau: 4", "niveau: \"4\""},
    {"niveau: 4", "niveau: vier"},
    {"niveau: 4", "niveau: 3.5"},
    {"niveau: 4", "beroepsvereisten: misschien"},
    {"goed]", "matig]"},
    {"75%", "175%"},
    {"{criteria: 75%, werkprocessen: alle}", "{}"},
    {"cesuur: {criteria: 75%,", "cesuur: {kerntaak_punten: 12,"},
    {"cesuur: {criteria: 75%,", "cesuur: {kerntaak_punten: 0%,"},
    {"cesuur: {criteria: 75%,", "cesuur: {kerntaak_punten: alle,"},
    {"cesuur: {criteria: 75%,", "cesuur: {kerntaak_punten: 1 punten,"},
    {"cesuur: {criteria: 75%,", "cesuur: {kerntaak_punten: 1000000 punten,"},
    {"beoordeling:\n", "beoordeling:\n  punten:\n    - {waarde: goed, punten: 1001}\n"},
    {"beoordeling:\n", "beoordeling:\n  punten:\n    - {waarde: goed, punten: -1}\n"},
    {"beoordeling:\n", "beoordeling:\n  punten:\n    - {waarde: goed, punten: 1.5}\n"},
    {"beoordeling:\n", "beoordeling:\n  punten:\n    - {waarde: goed}\n"},
    {"beoordeling:\n", "beoordeling:\n  punten:\n    - {waarde: matig, punten: 1}\n"},
    {"beoordeling:\n", "beoordeling:\n  onderdelen:\n    - {code: B1-W1, gewicht: 2}\n"},
    {"beoordeling:\n", "beoordeling:\n  onderdelen:\n    - {code: B1-K1, gewicht: 0}\n"},
    {"beoordeling:\n", "beoordeling:\n  onderdelen:\n    - {code: B1-K1, gewicht: 101}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {bij_cesuur: \"5,4\", afronding: hele cijfers}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {bij_cesuur: \"6,1\", afronding: hele cijfers}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {bij_cesuur: 5.5, afronding: hele cijfers}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {bij_cesuur: \"5,5\"}\n"},
    {"beoordeling:\n", "beoordeling:\n  cijfer: {afronding: twee decimalen}\n"},
    {"beoordeling:\n", "beoordeling:\n  herkansing: {pogingen: 10, telt: hoogste}\n"},
    {"beoordeling:\n", "beoordeling:\n  herkansing: {pogingen: 0, telt: hoogste}\n"},
    {"beoordeling:\n", "beoordeling:\n  herkansing: {pogingen: 2}\n"},
    {"beoordeling:\n", "beoordeling:\n  herkansing: {pogingen: 2, telt: eerste}\n"},
    {"beoordeling:\n", "beoordeling:\n  niet_van_toepassing: [B1-K1-W1]\n"},
    {"profielen:\n  - code: P1\n    naam: Verkoper\n    niveau: 4", "profielen: []"},
    {"beoordeling:\n", "beoordeling:\n  exameneenheden:\n    - {code: e1, titel: Proeve, werkprocessen: [B1-K1-W1]}\n"},
    {"beoordeling:\n", "beoordeling:\n  exameneenheden:\n    - {code: E1, titel: Proeve, werkprocessen: []}\n"},
};

}  // namespace

TEST_CASE("schema and reader accept the same dossiers") {
    CHECK(schema_accepts(kGood));
    CHECK(reader_accepts(kGood));
    for (const Change& c : kAccepted) {
        const std::string text = replaced(kGood, c.from, c.to);
        CAPTURE(c.to);
        CHECK(schema_accepts(text));
        CHECK(reader_accepts(text));
    }
}

TEST_CASE("schema and reader refuse the same dossiers") {
    for (const Change& c : kRejected) {
        const std::string text = replaced(kGood, c.from, c.to);
        CAPTURE(c.from);
        CAPTURE(c.to);
        CHECK_FALSE(schema_accepts(text));
        CHECK_FALSE(reader_accepts(text));
    }
}

TEST_CASE("the published dossier keeps to the schema") {
    std::ifstream file(DOSSIER_SOURCE_DIR "/dossier.yaml", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    CHECK(text.str().starts_with("# yaml-language-server: $schema="));
    CHECK(schema_accepts(text.str()));
    CHECK(reader_accepts(text.str()));
}

TEST_CASE("the patterns say what heeft_vorm says") {
    using model::Vorm;
    // One a line would be pages.
    // clang-format off
    const char* values[] = {"P1", "P0", "P10", "P100", "B1-K1", "P3-K2", "B2-K1", "B1-K1-W1", "B1-K1-W1-G3", "B1-K1-W01", "nederlands",
                            "-a", "a-", "a--b", "E1", "e1", "PVB-2", "K0072", "K72", "23456", "0416", "0420", "04166", "03456", "2345",
                            "2025-08-01", "2025-8-1", "2025-00-01", "https://a.b/c", "http://a", "https:///a", "https://a b", "ftp://a",
                            "alle", "75%", "0%", "100%", "101%", "1", "4", "5", "0", "9", "10", "99", "99999", "100000",
                            "999", "1000", "1001", "00", "B1-K1-W1-G1-", "B1-K1-G1", "1 punt", "1 punten", "2 punten", "12 punten",
                            "999999 punten", "1000000 punten", "02 punten", "12 punt", "12", "5,4", "5,5", "5,9", "5,10", "6,0", "6,1", "6",
                            "010", "", " ", "P1 ",
                            "1234567890123456789012345678901234567890", "12345678901234567890123456789012345678901"};
    // clang-format on
    for (const Vorm vorm : {Vorm::profielcode, Vorm::kerntaakcode,  Vorm::werkprocescode, Vorm::criteriumcode, Vorm::onderdeelcode,
                            Vorm::eenheidcode, Vorm::keuzedeelcode, Vorm::crebo,          Vorm::isced,         Vorm::datum,
                            Vorm::url,         Vorm::drempel,       Vorm::niveau,         Vorm::aantal,        Vorm::beoordeelcode,
                            Vorm::punten,      Vorm::puntgrens,     Vorm::cesuurcijfer,   Vorm::gewicht,       Vorm::pogingen})
        for (const char* value : values) {
            CAPTURE(value);
            CAPTURE(model::verwacht(vorm));
            CHECK(std::regex_search(value, std::regex(std::string(model::patroon(vorm)))) == model::heeft_vorm(vorm, value));
        }
}

TEST_CASE("every key has its meaning, and records of one name are kept apart") {
    const Json schema = Json::parse(yaml::json_schema());
    CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
    CHECK(schema["properties"]["vastgesteld"]["description"] == "Datum van vaststelling.");
    CHECK(schema["definitions"]["werkproces"]["properties"]["competenties"]["items"]["enum"].size() == 25);
    CHECK(schema["definitions"]["aanvullende_eis"]["properties"].contains("vakkennis"));
    CHECK(schema["definitions"]["werkproces_aanvullende_eis"]["properties"].contains("gedrag"));
    for (const auto& [name, record] : schema["definitions"].items())
        for (const auto& [key, property] : record["properties"].items()) {
            const std::string field = name + "." + key;
            CAPTURE(field);
            CHECK_FALSE(property["description"].get<std::string>().empty());
        }
    CHECK(yaml::json_schema() == yaml::json_schema());
}
