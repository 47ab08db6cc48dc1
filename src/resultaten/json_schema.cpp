#include "resultaten/json_schema.hpp"

#include "resultaten/resultaten.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace dossier::resultaten {
namespace {

using Json = nlohmann::ordered_json;

Json text(const char* what) { return {{"type", "string"}, {"description", what}}; }
Json truth(const char* what) { return {{"type", "boolean"}, {"description", what}}; }
Json count(const char* what, int least = 0) { return {{"type", "integer"}, {"minimum", least}, {"description", what}}; }
Json list(Json items, const char* what) { return {{"type", "array"}, {"items", std::move(items)}, {"description", what}}; }
Json part(const char* name) { return {{"$ref", std::string("#/definitions/") + name}}; }
Json one_of(Json words, const char* what) { return {{"type", "string"}, {"enum", std::move(words)}, {"description", what}}; }

/// Every key of `properties` but those in `optional` is always there.
Json object(Json properties, const std::vector<std::string>& optional = {}) {
    Json required = Json::array();
    for (const auto& [key, value] : properties.items())
        if (std::find(optional.begin(), optional.end(), key) == optional.end()) required.push_back(key);
    return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}, {"additionalProperties", false}};
}

/// The words of the values of an enumeration whose first is 0 and whose last is `last`.
template <class Enum, class Word> Json words(Enum last, Word word) {
    Json out = Json::array();
    for (int i = 0; i <= static_cast<int>(last); ++i) out.push_back(word(static_cast<Enum>(i)));
    return out;
}

Json kandidaat() {
    return object(
        {{"studentnummer", text("zoals op het formulier; met --anoniem een pseudoniem")}, {"naam", text("")}, {"groep", text("")}});
}

Json berekend() {
    return object({{"uitslag", one_of(words(scoring::Uitslag::voldoende, scoring::woord), "wat de regels van het dossier zeggen")},
                   {"waarom", text("een zin in het Nederlands")},
                   {"punten", part("punten")}},
                  {"punten"});
}

Json punten() {
    return object({{"behaald", count("")},
                   {"meest", count("wat er te halen is met de criteria die meetellen")},
                   {"compleet", truth("of elk criterium een waarde heeft")},
                   {"nodig", count("voor voldoende", 1)},
                   {"minimum", count("van een werkproces, voor de kerntaak", 1)}},
                  {"nodig", "minimum"});
}

Json handtekening() {
    using filled::Signature;
    return object({{"veld", text("")},
                   {"staat", one_of(words(Signature::State::unknown, [](auto s) { return filled::word(s); }),
                                    "of de bytes nog zijn wat ondertekend is; niet of het certificaat te vertrouwen is")},
                   {"dekt", one_of(words(Signature::Covers::part, [](auto c) { return filled::word(c); }), "welk deel van het bestand")},
                   {"naam", text("in het certificaat; iedereen kan er een maken")},
                   {"tijd", text("volgens de handtekening zelf")},
                   {"daarna_veranderd", list({{"type", "string"}}, "velden die na het ondertekenen zijn ingevuld")}});
}

Json papier() {
    using D = filled::OnPaper::Doubt;
    return object({{"bestand", text("van de scan")},
                   {"bladzijde", count("van dat bestand", 1)},
                   {"vlak", list({{"type", "integer"}}, "links, boven, rechts en onder, in pixels van de rechtop gezette bladzijde")},
                   {"zekerheid", count("van 0 tot en met 100")},
                   {"twijfel", one_of(words(D::handwriting, [](D d) { return filled::word(d); }), "waarom een mens moet kijken")},
                   {"lijkt_op", text("de keuze die het kan zijn; leeg als het niet te zeggen is")},
                   {"door_mens", truth("of een mens heeft gezegd wat er staat")}},
                  {"twijfel", "lijkt_op"});
}

Json formulier() {
    Json properties{{"bestand", text("")},
                    {"herkomst", one_of(words(Herkomst::geen_formulier, woord), "van welke versie van het dossier het formulier is")},
                    {"nummer", count("van het formulier in een bundel", 1)},
                    {"bladzijden", list(object({{"bestand", text("")}, {"bladzijde", count("van dat bestand", 1)}}),
                                        "van een formulier op papier: waar zijn bladzijden staan")},
                    {"document", text("documentnummer onderaan elke pagina")},
                    {"kenmerk", text("van de versie van het formulier")},
                    {"versie", text("van het dossier")},
                    {"profiel", text("code")},
                    {"kerntaak", text("code; leeg als het formulier er niet over één gaat")},
                    {"kandidaat", part("kandidaat")},
                    {"beoordelaars", list({{"type", "string"}}, "de eerste en de tweede; leeg als er geen is")},
                    {"datum", text("jjjj-mm-dd; wat er staat als het geen datum is")},
                    {"poging", count("", 1)},
                    {"leerbedrijf", text("")},
                    {"locatie", text("")},
                    {"afnamemoment", text("")},
                    {"opmerkingen", text("")},
                    {"criteria", list(object({{"code", text("")},
                                              {"werkproces", text("code")},
                                              {"tekst", text("")},
                                              {"keuze", text("waarde van de schaal; leeg als er niets gekozen is")},
                                              {"motivering", text("(op papier): met de pen geschreven en niet overgenomen")},
                                              {"papier", part("papier")}},
                                             {"papier"}),
                                      "")},
                    {"werkprocessen", list(object({{"code", text("")},
                                                   {"titel", text("")},
                                                   {"aangekruist", text("door de beoordelaar; leeg als er niets gekozen is")},
                                                   {"papier", part("papier")},
                                                   {"berekend", part("berekend")}},
                                                  {"papier", "berekend"}),
                                           "")},
                    {"aangekruist", text("voor de kerntaak, door de beoordelaar; leeg als er niets gekozen is")},
                    {"papier", part("papier")},
                    {"berekend", part("berekend")},
                    {"cijfer_tienden", count("55 is een 5,5", 10)},
                    {"handtekeningen", list(handtekening(), "alleen velden die ondertekend zijn")},
                    {"nakijken", truth("of een mens moet kijken")},
                    {"bevindingen", list(object({{"soort", text("een woord voor programma's")},
                                                 {"onderdeel", text("code; leeg als het over het hele formulier gaat")},
                                                 {"tekst", text("een zin in het Nederlands")},
                                                 {"nakijken", truth("")}}),
                                         "")}};
    return object(std::move(properties), {"nummer", "bladzijden", "papier", "document", "kenmerk", "versie", "profiel", "kerntaak",
                                          "kandidaat", "beoordelaars", "datum", "poging", "leerbedrijf", "locatie", "afnamemoment",
                                          "opmerkingen", "aangekruist", "berekend", "cijfer_tienden"});
}

Json stand() {
    return object({{"studentnummer", text("")},
                   {"naam", text("")},
                   {"groep", text("")},
                   {"profiel", text("code")},
                   {"kerntaak", text("code")},
                   {"formulieren", list({{"type", "integer"}, {"minimum", 0}}, "plaatsen in de lijst van formulieren, vanaf 0")},
                   {"telt", {{"type", {"integer", "null"}}, {"minimum", 0}, {"description", "welk daarvan; null: een mens beslist"}}}});
}

Json overeenstemming() {
    return object({{"formulieren", list({{"type", "integer"}, {"minimum", 0}}, "de twee, als plaatsen in de lijst van formulieren")},
                   {"criteria", count("door beiden beoordeeld")},
                   {"gelijk", count("op dezelfde manier")},
                   {"zelfde_uitslag", truth("van de kerntaak")}});
}

Json telling() {
    return object({{"code", text("")},
                   {"profiel", text("code")},
                   {"kerntaak", text("code")},
                   {"werkproces", text("code")},
                   {"tekst", text("")},
                   {"beoordeeld", count("keer")},
                   {"onvoldoende", count("keer")}});
}

/// A description that says nothing is none.
void tidy(Json& schema) {
    if (schema.is_object() && schema.contains("description") && schema["description"].get_ref<const std::string&>().empty())
        schema.erase("description");
    if (schema.is_structured())  // anything else is its own only item
        for (Json& inner : schema) tidy(inner);
}

}  // namespace

std::string json_schema() {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"title", "Resultaten van ingevulde formulieren"},
                {"description", "Wat dossier collect schrijft als resultaten.json. Er kunnen sleutels bij komen."}};
    schema.update(object({{"programma", text("naam en versie")},
                          {"nakijken", truth("of een mens naar iets moet kijken")},
                          {"formulieren", list(part("formulier"), "in de volgorde van de bestanden")},
                          {"standen", list(part("stand"), "per kandidaat en kerntaak")},
                          {"overeenstemming", list(part("overeenstemming"), "twee beoordelaars met elk een formulier")},
                          {"criteria", list(part("telling"), "hoe vaak een criterium onvoldoende was")}}));
    schema["definitions"] = {{"formulier", formulier()},
                             {"kandidaat", kandidaat()},
                             {"berekend", berekend()},
                             {"punten", punten()},
                             {"papier", papier()},
                             {"stand", stand()},
                             {"overeenstemming", overeenstemming()},
                             {"telling", telling()}};
    tidy(schema);
    return schema.dump(2) + '\n';
}

}  // namespace dossier::resultaten
