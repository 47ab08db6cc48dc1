#include "words.hpp"

#include <array>
#include <string_view>

namespace dossier::roundtrip {
namespace {

using namespace std::string_view_literals;

constexpr std::array kWie{"een leidinggevende"sv, "collega's"sv, "de opdrachtgever"sv, "klanten en/of gebruikers"sv, "een ervaren collega"sv,
                          "ouders/verzorgers"sv, "de praktijkopleider"sv, "medewerkers van het MKB"sv};
constexpr std::array kDing{"de werkzaamheden"sv, "het materiaal"sv, "de kwaliteit van het werk"sv, "marketing- en communicatie-activiteiten"sv,
                           "de (product)veiligheid en -aansprakelijkheid"sv, "import- en/of exportprocessen"sv, "wensen en behoeften"sv,
                           "de commerciële doelen"sv, "de Voor- en Vroegschoolse Educatie (VVE)"sv, "(e-)logistiek"sv, "conflicten"sv,
                           "het ‘open mind’-principe"sv, "financiële gegevens"sv, "het Bouwbesluit 2012"sv, "de AVG en de Arbowet"sv,
                           "\"customer experience\" (CX)"sv, "processen/fasen"sv, "de coördinatie van taken"sv, "voorlichtings-, promotie- en pr-materiaal"sv,
                           "officiële documenten"sv, "eventuele reacties"sv, "tekeningen (CAD)"sv, "het efficiënt inrichten van de werkplek"sv,
                           "pr en reclame"sv, "de wet- en regelgeving"sv, "de Wet kinderopvang"sv, "de Nederlandse Norm NEN 1010"sv};
constexpr std::array kOnderwerp{"De beginnend beroepsbeoefenaar"sv, "Een beginnend beroepsbeoefenaar"sv, "De vakman"sv, "Hij"sv, "De medewerker"sv,
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
std::string ding(Random& r) { return text(r.pick(kDing)); }
std::string wie(Random& r) { return text(r.pick(kWie)); }

}  // namespace

std::string zin(Random& r) {
    if (r.chance(12)) return text(r.pick(kVallen));
    std::string s = text(r.pick(kOnderwerp));
    switch (r.below(9)) {
        case 0: s += " voert " + ding(r) + " uit volgens de richtlijnen en stemt " + ding(r) + " af met " + wie(r); break;
        case 1: s += " verzamelt gegevens over " + ding(r) + ", bijv. over " + ding(r) + ", en legt deze vast"; break;
        case 2: s += " bewaakt " + ding(r); break;
        case 3: s += " overlegt met " + wie(r) + " over " + ding(r) + " en/of " + ding(r); break;
        case 4: s += " heeft inzicht in " + ding(r) + " en houdt rekening met " + wie(r); break;
        case 5: s += " werkt zelfstandig aan " + ding(r) + " en is verantwoordelijk voor " + ding(r) + ", zoals " + ding(r); break;
        case 6: s += " levert een bijdrage aan " + ding(r) + ", " + ding(r) + " en " + ding(r); break;
        case 7: s += " is alert op " + ding(r) + " (zie ook " + ding(r) + ")"; break;
        default: s += " meldt afwijkingen aan " + wie(r); break;
    }
    return s + ".";
}

std::string titel(Random& r) {
    constexpr std::array kDoet{"Verzorgt"sv, "Coördineert"sv, "Onderzoekt"sv, "Bewaakt"sv, "Voert"sv, "Evalueert"sv, "Stelt"sv};
    constexpr std::array kVast{
        "Brengt het Resultaat van de werkzaamheden in kaart"sv, "Doet verbetervoorstellen voor verkoop, marketing en/of marktbewerking"sv,
        "Bouwt muren"sv, "Legt stenen"sv, "Bewaakt kwaliteit, complexiteit en Resultaat"sv, "Stemt Gedrag en Omschrijving op elkaar af"sv,
        "Vertaalt trends en ontwikkelingen naar commerciële kansen"sv, "Verzorgt en optimaliseert import- en/of exportprocessen"sv,
        "Werkt aan Voor- en Vroegschoolse Educatie (VVE) in de groep en met ouders"sv, "Werkt volgens plan: voorbereiding en uitvoering"sv,
        "Ondersteunt bij de (e-)logistiek en de e-commerce van de onderneming en van haar klanten in binnen- en buitenland"sv};
    if (r.chance(50)) return text(r.pick(kVast));
    return text(r.pick(kDoet)) + " " + ding(r) + (r.chance(30) ? " en " + ding(r) : "");
}

std::string rubriek(Random& r) {
    constexpr std::array kAll{"Basiskennis bedrijfskunde"sv, "Beroepsgericht rekenen"sv, "(e-)Marketing en communicatie"sv, "ICT en webbeheer"sv,
                              "Resultaat en kwaliteit"sv, "Wet- en regelgeving"sv, "Vormgeving"sv, "Gedrag en houding"sv, "E-commerce en data"sv,
                              "Customer journey"sv, "Nederlandse taal in het beroep"sv, "Vakkennis"sv, "Voor- en Vroegschoolse Educatie (VVE)"sv};
    return text(r.pick(kAll));
}

std::string item(Random& r) {
    switch (r.below(7)) {
        case 0: return "heeft kennis van " + ding(r) + " en " + ding(r);
        case 1: return "heeft specialistische kennis van " + ding(r) + ", " + ding(r) + " en " + ding(r);
        case 2: return "kan " + ding(r) + " toepassen, zoals berekenen van tarieven, prijzen, kosten, verkoopresultaat";
        case 3: return "heeft kennis van begrippen en werkwijzen in " + ding(r) + ", " + ding(r) + " en de sociale context van " + ding(r);
        case 4: return "kan eenvoudige gesprekken in het Engels voeren";
        case 5: return "kan " + ding(r) + " beoordelen";
        default: return "heeft kennis van " + ding(r);
    }
}

std::string criterium(Random& r) {
    switch (r.below(7)) {
        case 0: return "gebruikt informatiebronnen doelgericht en efficiënt";
        case 1: return "toetst " + ding(r) + " kritisch op juistheid, bruikbaarheid en relevantie";
        case 2: return "legt logische relaties tussen " + ding(r) + " en " + ding(r);
        case 3: return "communiceert met " + wie(r) + " op een prettige wijze over " + ding(r) + ": helder, bondig en op tijd";
        case 4: return "werkt schoon";
        case 5: return "stemt " + ding(r) + " passend af op (het niveau van) de doelgroep(en), d.w.z. op " + wie(r);
        default: return "let op " + ding(r);
    }
}

std::string punt(Random& r) {
    constexpr std::array kAll{"kosten"sv, "tijd"sv, "Nederlandse taal"sv, "voor zover het niveau 4 betreft: Engels"sv, "de kwaliteit"sv};
    return r.chance(60) ? text(r.pick(kAll)) : ding(r) + " en " + ding(r);
}

std::string aanhef(Random& r) {
    constexpr std::array kAll{"De beginnend beroepsbeoefenaar:"sv, "De beginnend beroepsbeoefenaar:"sv, "De vakman:"sv, "De pedagogisch medewerker:"sv};
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
