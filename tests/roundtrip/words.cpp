#include "words.hpp"

#include <array>
#include <string_view>

namespace dossier::roundtrip {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWie{"een leidinggevende"sv,  "collega's"sv,         "de opdrachtgever"sv,    "klanten en/of gebruikers"sv,
                          "een ervaren collega"sv, "ouders/verzorgers"sv, "de praktijkopleider"sv, "medewerkers van het MKB"sv};
constexpr std::array kDing{"de werkzaamheden"sv,
                           "het materiaal"sv,
                           "de kwaliteit van het werk"sv,
                           "marketing- en communicatie-activiteiten"sv,
                           "de (product)veiligheid en -aansprakelijkheid"sv,
                           "import- en/of exportprocessen"sv,
                           "wensen en behoeften"sv,
                           "de commerciële doelen"sv,
                           "de Voor- en Vroegschoolse Educatie (VVE)"sv,
                           "(e-)logistiek"sv,
                           "conflicten"sv,
                           "het ‘open mind’-principe"sv,
                           "financiële gegevens"sv,
                           "het Bouwbesluit 2012"sv,
                           "de AVG en de Arbowet"sv,
                           "\"customer experience\" (CX)"sv,
                           "processen/fasen"sv,
                           "de coördinatie van taken"sv,
                           "voorlichtings-, promotie- en pr-materiaal"sv,
                           "officiële documenten"sv,
                           "eventuele reacties"sv,
                           "tekeningen (CAD)"sv,
                           "het efficiënt inrichten van de werkplek"sv,
                           "pr en reclame"sv,
                           "de wet- en regelgeving"sv,
                           "de Wet kinderopvang"sv,
                           "de Nederlandse Norm NEN 1010"sv};
constexpr std::array kOnderwerp{
    "De beginnend beroepsbeoefenaar"sv,  "Een beginnend beroepsbeoefenaar"sv, "De vakman"sv, "Hij"sv, "De medewerker"sv,
    "Elke collega (intern of extern)"sv, "De beginnend beroepsbeoefenaar*"sv};
constexpr std::array kVallen{
    "Resultaat en proces zijn even belangrijk."sv,
    "Het werk is deels onvoorspelbaar: geen dag is hetzelfde."sv,
    "Voor metselaars geldt bovendien dat zij op hoogte werken."sv,
    "Gedrag van klanten is niet altijd te voorspellen."sv,
    "Dit is o.a. van belang m.b.t. de wet- en regelgeving (AVG, Arbowet e.d.)."sv,
    "Daarbij gaat het om: kosten, tijd en kwaliteit."sv,
    "De vraag is dan: 'wat wil de klant?'."sv,
    "Kerntaak B1-K1 en werkproces B1-K1-W1 hangen hiermee samen."sv,
    "Complexiteit hoort bij het vak."sv,
    "Van de 25 competenties zijn er 8 van belang, d.w.z. een derde."sv,
    "Hierbij geldt aanvullend: veiligheid gaat voor."sv,
    "Zie https://www.voorbeeld.nl/arbo voor meer."sv,
    "Context, complexiteit en resultaat bepalen samen het niveau."sv,
    "Dat vraagt veel van de metselaar (zie P2) en van zijn omgeving."sv,
    "Vakkennis en vaardigheden gaan hand in hand."sv,
    "Het Profiel bepaalt wat er nog meer bij komt; de Basis is gelijk."sv,
};

std::string text(std::string_view s) { return std::string(s); }

/// `pattern` with a thing for each "%d" and a person for each "%w", from left to right: the operands of + have no order, and
/// the same seed is to give the same words with each compiler.
std::string filled(Random& r, std::string_view pattern) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%') {
            out += pattern[i];
            continue;
        }
        ++i;
        out += pattern[i] == 'd' ? r.pick(kDing) : r.pick(kWie);
    }
    return out;
}

}  // namespace

std::string zin(Random& r) {
    constexpr std::array kDoet{" voert %d uit volgens de richtlijnen en stemt %d af met %w."sv,
                               " verzamelt gegevens over %d, bijv. over %d, en legt deze vast."sv,
                               " bewaakt %d."sv,
                               " overlegt met %w over %d en/of %d."sv,
                               " heeft inzicht in %d en houdt rekening met %w."sv,
                               " werkt zelfstandig aan %d en is verantwoordelijk voor %d, zoals %d."sv,
                               " levert een bijdrage aan %d, %d en %d."sv,
                               " is alert op %d (zie ook %d)."sv,
                               " meldt afwijkingen aan %w."sv};
    if (r.chance(12)) return text(r.pick(kVallen));
    const std::string wie = text(r.pick(kOnderwerp));
    return wie + filled(r, r.pick(kDoet));
}

std::string titel(Random& r) {
    constexpr std::array kDoet{"Verzorgt"sv, "Coördineert"sv, "Onderzoekt"sv, "Bewaakt"sv, "Voert"sv, "Evalueert"sv, "Stelt"sv};
    constexpr std::array kVast{
        "Brengt het Resultaat van de werkzaamheden in kaart"sv,
        "Doet verbetervoorstellen voor verkoop, marketing en/of marktbewerking"sv,
        "Bouwt muren"sv,
        "Legt stenen"sv,
        "Bewaakt kwaliteit, complexiteit en Resultaat"sv,
        "Stemt Gedrag en Omschrijving op elkaar af"sv,
        "Vertaalt trends en ontwikkelingen naar commerciële kansen"sv,
        "Verzorgt en optimaliseert import- en/of exportprocessen"sv,
        "Werkt aan Voor- en Vroegschoolse Educatie (VVE) in de groep en met ouders"sv,
        "Werkt volgens plan: voorbereiding en uitvoering"sv,
        "Ondersteunt bij de (e-)logistiek en de e-commerce van de onderneming en van haar klanten in binnen- en buitenland"sv};
    if (r.chance(50)) return text(r.pick(kVast));
    const std::string doet = text(r.pick(kDoet));
    return doet + filled(r, r.chance(30) ? " %d en %d" : " %d");
}

std::string rubriek(Random& r) {
    constexpr std::array kAll{"Basiskennis bedrijfskunde"sv,
                              "Beroepsgericht rekenen"sv,
                              "(e-)Marketing en communicatie"sv,
                              "ICT en webbeheer"sv,
                              "Resultaat en kwaliteit"sv,
                              "Wet- en regelgeving"sv,
                              "Vormgeving"sv,
                              "Gedrag en houding"sv,
                              "E-commerce en data"sv,
                              "Customer journey"sv,
                              "Nederlandse taal in het beroep"sv,
                              "Vakkennis"sv,
                              "Voor- en Vroegschoolse Educatie (VVE)"sv};
    return text(r.pick(kAll));
}

std::string item(Random& r) {
    constexpr std::array kAll{"heeft kennis van %d en %d"sv,
                              "heeft specialistische kennis van %d, %d en %d"sv,
                              "kan %d toepassen, zoals berekenen van tarieven, prijzen, kosten, verkoopresultaat"sv,
                              "heeft kennis van begrippen en werkwijzen in %d, %d en de sociale context van %d"sv,
                              "kan eenvoudige gesprekken in het Engels voeren"sv,
                              "kan %d beoordelen"sv,
                              "heeft kennis van %d"sv};
    return filled(r, r.pick(kAll));
}

std::string criterium(Random& r) {
    constexpr std::array kAll{"gebruikt informatiebronnen doelgericht en efficiënt"sv,
                              "toetst %d kritisch op juistheid, bruikbaarheid en relevantie"sv,
                              "legt logische relaties tussen %d en %d"sv,
                              "communiceert met %w op een prettige wijze over %d: helder, bondig en op tijd"sv,
                              "werkt schoon"sv,
                              "stemt %d passend af op (het niveau van) de doelgroep(en), d.w.z. op %w"sv,
                              "let op %d"sv};
    return filled(r, r.pick(kAll));
}

std::string punt(Random& r) {
    constexpr std::array kAll{"kosten"sv, "tijd"sv, "Nederlandse taal"sv, "voor zover het niveau 4 betreft: Engels"sv, "de kwaliteit"sv};
    return r.chance(60) ? text(r.pick(kAll)) : filled(r, "%d en %d");
}

std::string aanhef(Random& r) {
    constexpr std::array kAll{"De beginnend beroepsbeoefenaar:"sv, "De beginnend beroepsbeoefenaar:"sv, "De vakman:"sv,
                              "De pedagogisch medewerker:"sv};
    return text(r.pick(kAll));
}

std::vector<std::string> namen(Random& r) {
    static const std::array<std::vector<std::string>, 7> kAll{{
        {"Metselaar", "Allround metselaar", "Voeger", "Metselaar restauratie"},
        {"Pedagogisch medewerker", "Gespecialiseerd pedagogisch medewerker", "Pedagogisch medewerker kinderopvang", "Onderwijsassistent"},
        {"Medewerker groen", "Medewerker groen en dier", "Bedrijfsleider groen en dier", "Hovenier"},
        {"E-commerce specialist", "Junior accountmanager", "Junior manager groothandel", "Consulent commerciële arbeidsbemiddeling"},
        {"Eerste verkoper", "Verkoper", "Manager verkoop en advies", "Verkoopadviseur (binnen- en buitendienst)"},
        {"Kok", "Zelfstandig werkend kok", "Gastheer/-vrouw", "Leidinggevende bediening"},
        {"Technicus engineering", "Technicus", "Monteur data/elektra", "Coördinator beveiliging"},
    }};
    return kAll[r.below(kAll.size())];
}

}  // namespace dossier::roundtrip
