#include "check/check.hpp"
#include "core/core.hpp"
#include "yaml/yaml.hpp"

namespace dossier::core {
namespace {

/// In canonical form, after the line with the name.
constexpr std::string_view kStart = R"(
# Dit is een begin. Vervang de voorbeelden door de tekst van het kwalificatiedossier.
#   dossier check    zegt wat er ontbreekt, met regel en kolom
#   dossier build    maakt de studiegidsen en formulieren in output/
#   dossier fmt      zet dit bestand netjes
# Codes: B1-K1 is een kerntaak van het basisdeel, P1-K1 een van profiel P1, B1-K1-W1 een werkproces.
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Ontvangt en helpt gasten
      # Lange tekst staat in een blok achter |. Een lege regel scheidt alinea's, "- " begint een punt.
      complexiteit: |
        De gastheer werkt volgens vaste werkwijzen en met wisselende gasten.
      verantwoordelijkheid: |
        De gastheer is verantwoordelijk voor het eigen werk en werkt onder leiding.
      vakkennis:
        aanhef: "De beginnend beroepsbeoefenaar:"
        rubrieken:
          - items:
              - heeft kennis van de kaart
              - kan omgaan met klachten
      # Geldt iets voor maar een profiel, zet het dan hier:
      # aanvullende_eisen:
      #   - profiel: P2
      #     complexiteit: |
      #       De eerste gastheer lost ook problemen van collega's op.
      werkprocessen:
        - code: B1-K1-W1
          titel: Ontvangt gasten
          omschrijving: |
            De gastheer begroet de gasten, vraagt naar hun wensen en wijst hun plaats.
          resultaat: |
            De gasten zijn ontvangen zoals het bedrijf dat wil.
          gedrag:
            aanhef: "De gastheer:"
            # Elk criterium wordt een rij op het beoordelingsformulier.
            criteria:
              - begroet elke gast vriendelijk en op tijd;
              - luistert aandachtig naar de wensen van de gast;
              - volgt de afspraken van het bedrijf op.
          # Namen uit de landelijke lijst van 25 competenties.
          competenties:
            - Samenwerken en overleggen
            - Op de behoeften en verwachtingen van de "klant" richten

profielen:
  - code: P1
    naam: Gastheer
    niveau: 2
  # Een profiel met eigen kerntaken krijgt hier "kerntaken:", met codes als P1-K1.

# Dit deel komt niet uit de landelijke tekst: de examencommissie beslist erover.
beoordeling:
  schaal:
    - onvoldoende
    - voldoende
    - goed
  cesuur:
    criteria: alle
    werkprocessen: alle
  dekkingsnorm: 75%
)";

}  // namespace

std::optional<model::Dossier> read_dossier(const Source& source, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    auto dossier = yaml::read_dossier(source, diagnostics);
    if (dossier) check::check_dossier(*dossier, diagnostics);
    if (!dossier || diagnostics.errors() > before) return std::nullopt;
    return dossier;
}

std::string starter(std::string_view naam) {
    // The writer knows how a name is spelt in YAML.
    model::Dossier head;
    head.naam.value = naam;
    return yaml::write_yaml(head) + std::string(kStart);
}

}  // namespace dossier::core
