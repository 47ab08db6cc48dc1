#pragma once
/// The overview of results as values for templates/resultaten.html.

#include "resultaten/resultaten.hpp"
#include "view/value.hpp"

namespace dossier::resultaten {

/// What the template sees (items of lists have `eerste` and `laatste`); templates/README.md has the same list for people:
///   dossier (its name, when all forms are of one), conclusie (a sentence), aantal_formulieren aantal_kandidaten aantal_nakijken
///   aantal_onleesbaar ("3 formulieren"; no form, or not readable), aantal_voldoende aantal_onvoldoende aantal_onbeslist
///   aantal_niet_beslist (of kandidaat and kerntaak; "" none), nakijken met_groep meer_profielen (whether)
///   kerntaken    [code titel]: the columns, of all profielen
///   kandidaten   [studentnummer naam groep profiel cellen=[kerntaak leeg woord sleutel poging cijfer nakijken]]: nakijken is the id
///                of a bevinding, or ""
///   bevindingen  [id bestand wie kerntaak poging regels=[onderdeel tekst]]: a form each, those that a person must look at
///   ter_informatie [tekst aantal formulieren=[bestand wie kerntaak poging]]: by what it says
///   criteria     [code tekst profiel beoordeeld onvoldoende procent breedte]: only those that were onvoldoende somewhere, worst first
///   ergste       the first three of criteria
///   overeenstemming [wie kerntaak een ander criteria gelijk zelfde_uitslag uitslag_een uitslag_ander verschillen=[code een ander]]
///   build        {datum datum_iso programma}
[[nodiscard]] view::Value view_overzicht(const Resultaten& resultaten, std::string_view programma, std::string_view datum);

}  // namespace dossier::resultaten
