#pragma once
/// The overview of results as values for templates/resultaten.html.

#include "resultaten/resultaten.hpp"
#include "view/value.hpp"

namespace dossier::resultaten {

/// What the template sees (items of lists have `eerste` and `laatste`):
///   aantal_formulieren aantal_kandidaten aantal_nakijken ("3 formulieren"), nakijken (whether any), programma datum ("" unknown)
///   kerntaken    [code titel]: the columns, of all profielen
///   kandidaten   [studentnummer naam groep profiel cellen=[leeg woord sleutel poging cijfer nakijken]]
///   bevindingen  [bestand wie nakijken regels=[onderdeel tekst nakijken]]: a form each, those to look at first
///   criteria     [code tekst profiel beoordeeld onvoldoende procent breedte]: only those that were onvoldoende somewhere, worst first
///   overeenstemming [wie kerntaak een ander criteria gelijk zelfde_uitslag]
[[nodiscard]] view::Value view_overzicht(const Resultaten& resultaten, std::string_view programma, std::string_view datum);

}  // namespace dossier::resultaten
