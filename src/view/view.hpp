#pragma once
/// Dossier + profile -> the values that templates see. Derived facts (numbers, ids, merged aanvullende eisen, the
/// competence matrix, the A-Z index of vakkennis, Dutch dates, fingerprints) are worked out here once, for every output.
///
/// The names, all of them always there. `false` or an empty list means: not in this dossier. templates/README.md has the
/// same list in Dutch, for people who write templates.
///
///   dossier      naam pad crebo versie vastgesteld vastgesteld_iso geldig_van geldig_van_iso geldig_tot geldig_tot_iso
///                sectorkamer domein vingerafdruk vervangen opvolger=false|{titel url}
///   build        datum ("1 augustus 2025") datum_iso programma
///   profielen    of the dossier: [PROFIELREGEL]; code id naam pad crebo niveau soort alleen_titels huidig aantal_kerntaken
///                aantal_werkprocessen omvang ("6 kerntaken en 30 werkprocessen") eerste laatste; in view_dossier documenten
///   documenten   files of the profiel, or in view_dossier of the dossier: empty here, filled by `publish` in HTML pages
///                [id titel doel enkel bij aantal ("4 bestanden") bestanden=[onderdeel bij href formaat grootte]]
///   app          in view_dossier: name of the page with the whole program, "" when it does not lie beside; filled with documenten
///   leeswijzer, verantwoording   [titel id tekst=BLOKKEN]; heeft_over: either of them, or opmerkingen at the bron
///   keuzedelen   [code titel url sbu]           of the profiel, or all in `view_dossier`
///   begrippen    [term taal id betekenis=BLOKKEN taal_betekenis]    sorted by term; taal as "en", "" for Dutch
///   bron         titel url licentie omschrijving=BLOKKEN opmerkingen=[plaats tekst=BLOKKEN]
///   basisdeel    context beroepshouding resultaat (BLOKKEN) beroepsgroep (whether any of them) aanvullend kerntaken=[KERNTAAK]
///   profieldeel  kerntaken=[KERNTAAK]
///   kerntaken    [KERNTAAK], basisdeel first; aantal_kerntaken aantal_werkprocessen aantal_criteria
///                heeft_criteria
///   generiek     gevuld inleiding=BLOKKEN onderdelen=[code id titel alleen_niveau tekst=BLOKKEN links=[titel url]]
///   beoordeling  schaal=[waarde opschrift sleutel voldoende punten] keuzes=schaal and "niet beoordeeld"; breed (landscape) kolom_keuze
///                kolom_criterium kolom_motivering (column widths in percent of a form with those choices) cijfer cruciaal=[code
///                id] dekkingsnorm zin_cruciaal
///                zin_kwalificatie zin_dekking cesuur={criteria werkprocessen werkproces_punten werkproces_minimum kerntaak_punten
///                zin_werkproces zin_kerntaak toelichting=BLOKKEN}
///                met_punten naar_cijfer uitgebreid (points, "niet van toepassing" or herkansing); each "" where there is no such
///                rule: zin_punten zin_gewicht zin_minimum zin_cijfer zin_rekenen zin_herkansing zin_niet_van_toepassing;
///                niet_van_toepassing=false|{waarde sleutel kolom_keuze kolom_criterium kolom_motivering (of a form with that choice too)}
///                (`waarde` "ruim voldoende", `opschrift` "Ruim voldoende", `sleutel` "ruim-voldoende"; a mark is ten steps)
/// only in view_kwalificatie:
///   profiel      PROFIELREGEL and sbu beroepsvereisten toelichting_beroepsvereisten=BLOKKEN typering=BLOKKEN vingerafdruk
///   matrix       gevuld kerntaken=[code id titel aantal] kolommen=[code id titel kort]
///                rijen=[letter naam id aantal cellen=[ja code id titel]]
///   index_vakkennis  [letter id items=[onderwerp stukken soort kerntaken=[code id titel]]]
///   figuur       kerntaken=[code id titel titel_stukken gedeeld breedte hoogte beschrijving
///                tegels=[x y breedte hoogte leeg tekens=[teken x y schaal kort]]]: an SVG strip for each kerntaak, origin at
///                the top left, signs as numbers of the letters drawn in templates/html/letters.html
///   examenmatrijs    eenheden=[code titel vorm aantal] standaard voldoet
///                kerntaken=[code id titel titel_stukken gedekt totaal procent voldoet eenheden=[code] (those that cover any
///                of it) werkprocessen=[code id titel titel_stukken gedekt cellen=[ja eenheid] criteria (as there)]
///                competenties=[letter naam cellen=[ja]] (column widths in
///                percent:) kolom_titel kolom_eenheid kolom_competentie kolom_werkproces]
///   vorige, volgende  false|{code naam pad}: the neighbouring profielen; heeft_buren: any of them
///   kerntaak, werkproces   only in documents made per kerntaak or werkproces: see with_kerntaak
/// only in documents:
///   document     id ("P3-beoordelingsformulier-B1-K1") titel onderwerp ("B1-K1 Verkoopt ...") onderwerp_stukken
///                naam (both, and of the basisdeel the profiel) kenmerk (fingerprint of the part
///                that it is made from) verwijzing (both in one line: "dossier:ID:KENMERK") paginacode (what the code on each page
///                of a form begins with: "D1:ID:KENMERK" in capitals)
/// only in view_dossier:
///   vergelijking gedeelde_kerntaken=[titel titel_stukken id aantal_profielen aantal_werkprocessen ("7 werkprocessen") aantal_overal
///                inhoud=INHOUD plekken=PLEKKEN werkprocessen=[titel titel_stukken id overal meer inhoud=INHOUD cellen=[ja code id
///                profiel pad]]]
///                gedeelde_werkprocessen=[titel titel_stukken id inhoud=INHOUD plekken=PLEKKEN] iets_gedeeld
///                gelijkende_werkprocessen=[een=PLEK ander=PLEK titel_een titel_ander aantal_gelijk ("3 criteria")]
///                profielen=[code naam pad id kerntaken=[code id titel titel_stukken ook_elders ook_in=PLEKKEN
///                werkprocessen=[code id titel titel_stukken ook_elders ook_in=PLEKKEN]]]
///                paren=[code naam pad cellen=[zelf aantal geen profiel]]; PLEKKEN=[PLEK]; PLEK=profiel naam pad code id kerntaak
///   INHOUD       what parts of one title say: bekend (of more than one the text is known) gelijk verschilt onbekend=PLEKKEN (only
///                the title is known) verschillen=[onderdeel aantal_gelijk ("3 punten zijn") iets_gelijk kanten=[plek=PLEK
///                niets_extra items=[tekst]]]
///
///   KERNTAAK     code id pad titel titel_stukken eerdere (ids of earlier codes) gedeeld ook_in=PLEKKEN (other profielen with
///                this title; only in view_kwalificatie)
///                alleen_titel aanvullend vingerafdruk complexiteit=BLOKKEN
///                verantwoordelijkheid=BLOKKEN vakkennis=false|{aanhef rubrieken=[aanhef titel titel_stukken aanvullend
///                items=[tekst stukken aanvullend]]} werkprocessen=[WERKPROCES] aantal_werkprocessen aantal_criteria
///                werkprocessen_nodig heeft_cruciaal heeft_vervalbaar heeft_gewicht (any criterium or werkproces) meeste_punten
///                punten_nodig ("" where points do not count, or are not known) cijfertabel=false|{rijen=[cellen=[punten cijfer leeg]]}
///                (from how many points which mark, some beside each other in a row) cesuur
///   WERKPROCES   code id pad titel titel_stukken eerdere alleen_titel aanvullend vingerafdruk omschrijving=BLOKKEN
///                omschrijving_kort resultaat=BLOKKEN
///                heeft_resultaat lege_rijen=[werkproces volgnummer] (rows for own criteria where the dossier has none)
///                gedrag=false|{aanhef criteria} criteria=[code id nummer volgnummer tekst zin zin_stukken stukken aanvullend
///                cruciaal gewicht ("" for 1) mag_vervallen (may be niet van toepassing) werkproces aanhef] (aanhef of
///                a criterium or rubriek: words above it and those below it, where an aanvullende eis has others than the list; else "")
///                competenties=[letter naam id aanvullend] aantal_criteria criteria_nodig aantal_cruciaal heeft_cruciaal gewicht
///                meeste_punten punten_nodig heeft_vervalbaar heeft_gewicht cesuur
///   BLOKKEN      a flat list, so that lists in lists need no recursion; each has exactly one of: alinea voetnoot
///                begin_opsomming eind_opsomming begin_nummering eind_nummering begin_punt eind_punt; and teken letters
///                aanvullend stukken
///   stukken      [tekst url begrip taal]: text in pieces; `url` is "" or an address, `begrip` is "" or the id of a term, `taal`
///                is "" or the language of words that are not Dutch; titel_stukken, zin_stukken: the same without url and begrip
///
/// Items of lists also have `eerste` and `laatste` wherever a template may want to put something between them. `tekst` of a
/// criterium is verbatim, `zin` lacks its closing ";" or ".". `aanvullend` marks what only this profiel asks for.

#include "model/model.hpp"
#include "view/value.hpp"

namespace dossier::view {

/// Facts of the run that are not in the dossier.
struct Build {
    std::string datum;      ///< "2025-08-01" from SOURCE_DATE_EPOCH, or "" : then no document shows a date
    std::string programma;  ///< "dossier 0.1.0"
};

/// First 12 hexadecimal digits of the SHA-256 of the canonical text of what a document is made from; changes when, and
/// only when, that content changes. Whole dossier, a kwalificatie (`model::kwalificatie`), or one kerntaak or werkproces in it.
[[nodiscard]] std::string fingerprint(const model::Dossier& dossier);
[[nodiscard]] std::string fingerprint(const model::Kerntaak& kerntaak, const model::Beoordeling& beoordeling);
[[nodiscard]] std::string fingerprint(const model::Werkproces& werkproces, const model::Beoordeling& beoordeling);

/// Folder name of a profiel: "p3-e-commerce-specialist".
[[nodiscard]] std::string folder(const model::Profiel& profiel);

/// Values of the whole dossier, for pages about all profielen.
[[nodiscard]] Value view_dossier(const model::Dossier& dossier, const Build& build);

/// All of a dossier that documents about one kwalificatie are made of.
struct Kwalificatie {
    model::Dossier dossier;  ///< as model::kwalificatie has it, with that profiel alone
    std::string digest;      ///< of `dossier`: SHA-256, in hexadecimal; its fingerprint is the beginning
    Value rest;              ///< what they say of the other profielen: their names and sizes, and where a kerntaak is as well
};
/// `profiel` is one of `dossier.profielen`.
[[nodiscard]] Kwalificatie kwalificatie_of(const model::Dossier& dossier, const model::Profiel& profiel);
/// Values of one kwalificatie: the basisdeel with the aanvullende eisen for its profiel merged in, and the profieldeel. `dossier_print`
/// is the fingerprint of the whole dossier, all that they have of the rest of it besides.
[[nodiscard]] Value view_kwalificatie(const Kwalificatie& kwalificatie, const Build& build, const std::string& dossier_print);
[[nodiscard]] Value view_kwalificatie(const model::Dossier& dossier, const model::Profiel& profiel, const Build& build);

/// SHA-256, in hexadecimal, of all that is in it; two that differ have different ones.
[[nodiscard]] std::string digest(const Kwalificatie& kwalificatie);
[[nodiscard]] std::string digest(const Value& value);

/// `kwalificatie` with `kerntaak` set to the one at that index of `kerntaken` (std::out_of_range past the end), for a
/// document about it. Shares everything else.
[[nodiscard]] Value with_kerntaak(const Value& kwalificatie, std::size_t kerntaak);
/// The same with `werkproces` too.
[[nodiscard]] Value with_werkproces(const Value& kwalificatie, std::size_t kerntaak, std::size_t werkproces);
/// `values` with `document` set: which document of the manifest (`id`, `titel`) this is, of what, and how it is traced back.
[[nodiscard]] Value with_document(Value values, std::string_view id, std::string_view titel);

/// Values in which every name is there, every group of names is one and no list is empty: what templates may use, whatever
/// the dossier at hand has.
struct Example {
    Value dossier, kwalificatie;
};
[[nodiscard]] Example example();

}  // namespace dossier::view
