#pragma once
/// The dossier as plain values, in the field's own Dutch words. Each struct lists its fields once, in `fields`, in
/// canonical order and with their meaning; the YAML reader and writer, the XML reader and writer, the JSON Schema, the XSD
/// and the template values are visitors over that list, so that a key has the same name everywhere.
///
/// Conventions
///   - Text is UTF-8 and verbatim from the source, printing errors included.
///   - Absent is empty: an empty Text or Tekst, a Getal of 0, an empty vector. An empty string in the input is an error,
///     so that the two cannot be confused.
///   - Every value knows its place in the input (`location`); values made by the program have none.
///
/// A visitor `V` offers, for a field of type T named `name`:
///   v.required(name, field, Veld)              must be there
///   v.optional(name, field, Veld)              may be absent
///   v.list(name, item_name, vector, Veld)      zero or more; required if Veld::verplicht
/// where T is Text, Tekst, Getal or a struct with `fields`, and vectors hold Text or structs.

#include "base/base.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::model {

using Text = Located<std::string>;  ///< one line, trimmed
using Getal = Located<int>;         ///< 0 is absent

// ---- long text ---------------------------------------------------------------------------------------------------

/// A block of long text. `tekst` is one paragraph on one line. An `opsomming` (bulleted) or `nummering` (numbered) has no
/// `tekst` of its own but `punten`; each punt has the marker as printed ("1.", "a."; "-" for a bullet), its text, and what
/// hangs under it. A `voetnoot` is a paragraph that begins with its sign: `teken` is "*" and `tekst` the rest.
enum class BlokSoort { alinea, opsomming, nummering, voetnoot };
struct Blok;
struct Punt {
    std::string teken;
    std::string tekst;
    std::vector<Blok> onder;
};
struct Blok {
    BlokSoort soort = BlokSoort::alinea;
    std::string teken;
    std::string tekst;
    std::vector<Punt> punten;
};
struct Tekst {
    std::vector<Blok> blokken;
    Location location;
    [[nodiscard]] bool empty() const { return blokken.empty(); }
};

/// Plain notation of long text, used in YAML block scalars: a blank line parts blocks; other line ends are spaces; a line
/// that begins "- " or "1. " / "a. " is a punt (two more spaces of indent nest it, at most 4 deep); a paragraph that begins
/// "* " is a voetnoot; a leading backslash makes such a beginning plain text.
[[nodiscard]] Tekst parse_tekst(std::string_view notation, Location at);
/// The inverse: lines of at most `width` code points where words allow, broken at spaces only, without final line end.
[[nodiscard]] std::string write_tekst(const Tekst& tekst, std::size_t width);

// ---- forms of one-line values ------------------------------------------------------------------------------------

enum class Vorm {
    vrij,            ///< any text
    profielcode,     ///< P1 .. P99
    kerntaakcode,    ///< B1-K1, P3-K2
    werkprocescode,  ///< B1-K1-W1
    criteriumcode,   ///< B1-K1-W1-G1
    onderdeelcode,   ///< nederlands, loopbaan-en-burgerschap
    eenheidcode,     ///< E1, PVB-2: code of an exameneenheid
    keuzedeelcode,   ///< K0001
    crebo,           ///< five digits
    isced,           ///< four digits: a detailed field of ISCED-F 2013
    datum,           ///< 2025-08-01 (ISO 8601), a real day
    url,             ///< https://...
    competentie,     ///< a name of the list of 25
    schaalwaarde,    ///< a word of Examen- en kwalificatiebesluit WEB, art. 15, or "cijfer"
    drempel,         ///< "alle", or a percentage: "75%"
    beoordeelcode,   ///< B1-K1, B1-K1-W1 or B1-K1-W1-G1
    punten,          ///< 0-1000
    puntgrens,       ///< a percentage or a number of points: "55%", "12 punten"
    cesuurcijfer,    ///< mark at the cesuur: "5,5" to "6,0"
    afronding,       ///< what a mark is rounded to
    poging,          ///< which attempt counts
    niveau,          ///< number 1-4
    gewicht,         ///< number 1-100
    pogingen,        ///< number 1-9
    aantal,          ///< number 1-99999
    ja_nee,          ///< Ja or Nee
    taal,            ///< language code: en, de
};
/// Regular expression (ECMA-262, anchored) of the form; "" where a list of choices says more.
[[nodiscard]] std::string_view patroon(Vorm vorm);
/// The words allowed, where the form is a closed list; empty otherwise.
[[nodiscard]] const std::vector<std::string>& keuzes(Vorm vorm);
/// Whether `value` has the form. Numbers are judged by their digits.
[[nodiscard]] bool heeft_vorm(Vorm vorm, std::string_view value);
/// What is expected, in English, for a message: `a code like "B1-K1"`.
[[nodiscard]] Pattern<0> verwacht(Vorm vorm);

/// What a field means (Dutch, shown by editors through the JSON Schema) and which form its value has.
struct Veld {
    std::string_view uitleg;
    Vorm vorm = Vorm::vrij;
    bool verplicht = false;  ///< for lists: at least one item
};

/// One of the 25 competenties of the national model; `letter` is 'A'..'Y'.
struct Competentie {
    char letter;
    std::string_view naam;
};
[[nodiscard]] const std::vector<Competentie>& competenties();
/// nullptr if no competentie has exactly this name.
[[nodiscard]] const Competentie* find_competentie(std::string_view naam);

// ---- the dossier -------------------------------------------------------------------------------------------------

struct Opmerking {
    Text plaats;
    Tekst tekst;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("plaats", s.plaats, {"Waar in de bron dit staat."});
        v.required("tekst", s.tekst, {"Wat er opvalt."});
    }
};

struct Bron {
    Text titel, url, licentie;
    Tekst omschrijving;
    std::vector<Opmerking> opmerkingen;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("titel", s.titel, {"Titel van het document waaruit dit dossier is overgenomen."});
        v.optional("url", s.url, {"Webadres van de bron.", Vorm::url});
        v.optional("licentie", s.licentie, {"Licentie waaronder de bron is gepubliceerd."});
        v.optional("omschrijving", s.omschrijving, {"Hoe de tekst is verkregen en wat eraan is gedaan."});
        v.list("opmerkingen", "opmerking", s.opmerkingen, {"Wat er vreemd is in de bron. De tekst zelf is niet verbeterd."});
    }
};

/// A titled text: of the leeswijzer, of the verantwoordingsinformatie.
struct Paragraaf {
    Text titel;
    Tekst tekst;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("titel", s.titel, {"Kop boven de tekst."});
        v.required("tekst", s.tekst, {"De tekst."});
    }
};

struct Beroepsgroep {
    Tekst context, beroepshouding, resultaat;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("context", s.context, {"Context van de beroepengroep."});
        v.optional("beroepshouding", s.beroepshouding, {"Typerende beroepshouding."});
        v.optional("resultaat", s.resultaat, {"Resultaat van de beroepengroep."});
    }
};

struct Rubriek {
    Text titel;
    std::vector<Text> items;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("titel", s.titel, {"Naam van de rubriek; weglaten als de bron geen rubrieken heeft."});
        v.list("items", "item", s.items,
               {"Wat iemand weet of kan: begint met \"heeft kennis van\", \"heeft specialistische kennis van\" of \"kan\".", Vorm::vrij,
                true});
    }
};

struct Vakkennis {
    Text aanhef;
    std::vector<Rubriek> rubrieken;
    Location location;
    [[nodiscard]] bool empty() const { return rubrieken.empty(); }
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("aanhef", s.aanhef, {"Zin boven de lijst, zoals \"De beginnend beroepsbeoefenaar:\"."});
        v.list("rubrieken", "rubriek", s.rubrieken, {"Rubrieken met items.", Vorm::vrij, true});
    }
};

/// Behaviour criteria. The id of a criterium is the werkproces code + "-G" + its number, from 1; the criteria of
/// aanvullende eisen number on, in the order of the file, so that an id means one criterium in the whole dossier.
struct Gedrag {
    Text aanhef;
    std::vector<Text> criteria;
    int eerste_nummer = 1;  ///< number of the first criterium; derived, see number_criteria
    Location location;
    [[nodiscard]] bool empty() const { return criteria.empty(); }
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("aanhef", s.aanhef, {"Zin boven de criteria, zoals \"De beginnend beroepsbeoefenaar:\"."});
        v.list("criteria", "criterium", s.criteria,
               {"Een criterium per regel, met het leesteken waarmee het in de bron eindigt. Elk criterium is een rij op het "
                "beoordelingsformulier.",
                Vorm::vrij, true});
    }
};

/// Aanvullende eis: extra requirement of the basisdeel for one profiel only.
struct AanvullendeEisWerkproces {
    Text profiel;
    Tekst omschrijving, resultaat;
    Gedrag gedrag;
    std::vector<Text> competenties;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("profiel", s.profiel, {"Code van het profiel waarvoor deze eis geldt.", Vorm::profielcode});
        v.optional("omschrijving", s.omschrijving, {"Aanvulling op de omschrijving."});
        v.optional("resultaat", s.resultaat, {"Aanvulling op het resultaat."});
        v.optional("gedrag", s.gedrag, {"Extra criteria."});
        v.list("competenties", "competentie", s.competenties, {"Extra competenties.", Vorm::competentie});
    }
};

struct AanvullendeEisKerntaak {
    Text profiel;
    Tekst complexiteit, verantwoordelijkheid;
    Vakkennis vakkennis;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("profiel", s.profiel, {"Code van het profiel waarvoor deze eis geldt.", Vorm::profielcode});
        v.optional("complexiteit", s.complexiteit, {"Aanvulling op de complexiteit."});
        v.optional("verantwoordelijkheid", s.verantwoordelijkheid, {"Aanvulling op verantwoordelijkheid en zelfstandigheid."});
        v.optional("vakkennis", s.vakkennis, {"Extra vakkennis en vaardigheden."});
    }
};

struct Werkproces {
    Text code, titel;
    std::vector<Text> eerdere_codes;
    Tekst omschrijving, resultaat;
    Gedrag gedrag;
    std::vector<Text> competenties;
    std::vector<AanvullendeEisWerkproces> aanvullende_eisen;
    Location location;
    /// The source gives only code and title.
    [[nodiscard]] bool alleen_titel() const { return omschrijving.empty() && resultaat.empty() && gedrag.empty(); }
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Code van het werkproces, zoals B1-K1-W1.", Vorm::werkprocescode});
        v.required("titel", s.titel, {"Titel van het werkproces."});
        v.list("eerdere_codes", "code", s.eerdere_codes,
               {"Codes van dit werkproces in eerdere versies, zodat oude links blijven werken.", Vorm::werkprocescode});
        v.optional("omschrijving", s.omschrijving, {"Wat de beroepsbeoefenaar doet."});
        v.optional("resultaat", s.resultaat, {"Wat het oplevert."});
        v.optional("gedrag", s.gedrag, {"Waaraan je goed werk herkent: de criteria."});
        v.list("competenties", "competentie", s.competenties, {"De onderliggende competenties.", Vorm::competentie});
        v.list("aanvullende_eisen", "aanvullende_eis", s.aanvullende_eisen, {"Extra eisen die maar voor een profiel gelden."});
    }
};

struct Kerntaak {
    Text code, titel;
    std::vector<Text> eerdere_codes;
    Tekst complexiteit, verantwoordelijkheid;
    Vakkennis vakkennis;
    std::vector<AanvullendeEisKerntaak> aanvullende_eisen;
    std::vector<Werkproces> werkprocessen;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Code van de kerntaak, zoals B1-K1 of P3-K2.", Vorm::kerntaakcode});
        v.required("titel", s.titel, {"Titel van de kerntaak."});
        v.list("eerdere_codes", "code", s.eerdere_codes,
               {"Codes van deze kerntaak in eerdere versies, zodat oude links blijven werken.", Vorm::kerntaakcode});
        v.optional("complexiteit", s.complexiteit, {"Complexiteit van het werk."});
        v.optional("verantwoordelijkheid", s.verantwoordelijkheid, {"Verantwoordelijkheid en zelfstandigheid."});
        v.optional("vakkennis", s.vakkennis, {"Vakkennis en vaardigheden."});
        v.list("aanvullende_eisen", "aanvullende_eis", s.aanvullende_eisen, {"Extra eisen die maar voor een profiel gelden."});
        v.list("werkprocessen", "werkproces", s.werkprocessen, {"De werkprocessen, op volgorde.", Vorm::vrij, true});
    }
};

struct Link {
    Text titel, url;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("titel", s.titel, {"Waar de link heen gaat."});
        v.required("url", s.url, {"Webadres.", Vorm::url});
    }
};

struct GeneriekOnderdeel {
    Text code, titel;
    Getal alleen_niveau;
    Tekst tekst;
    std::vector<Link> links;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Korte naam, zoals nederlands.", Vorm::onderdeelcode});
        v.required("titel", s.titel, {"Titel zoals in de bron."});
        v.optional("alleen_niveau", s.alleen_niveau, {"Alleen voor kwalificaties op dit niveau.", Vorm::niveau});
        v.required("tekst", s.tekst, {"De tekst."});
        v.list("links", "link", s.links, {"De wettelijke bron."});
    }
};

struct Generiek {
    Tekst inleiding;
    std::vector<GeneriekOnderdeel> onderdelen;
    Location location;
    [[nodiscard]] bool empty() const { return inleiding.empty() && onderdelen.empty(); }
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("inleiding", s.inleiding, {"Inleiding."});
        v.list("onderdelen", "onderdeel", s.onderdelen, {"Nederlands, rekenen, loopbaan en burgerschap, Engels."});
    }
};

struct Basisdeel {
    Beroepsgroep beroepsgroep;
    std::vector<Kerntaak> kerntaken;
    Generiek generiek;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("beroepsgroep", s.beroepsgroep, {"Typering van de beroepengroep."});
        v.list("kerntaken", "kerntaak", s.kerntaken, {"De kerntaken die alle profielen delen (B1-Kn)."});
        v.optional("generiek", s.generiek, {"Generieke onderdelen."});
    }
};

struct Profiel {
    Text code, naam, crebo, isced;
    Getal niveau, sbu;
    Text soort, beroepsvereisten;
    Tekst toelichting_beroepsvereisten, typering;
    std::vector<Kerntaak> kerntaken;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Code van het profiel: P1, P2, ...", Vorm::profielcode});
        v.required("naam", s.naam, {"Naam van de kwalificatie, zoals op het diploma."});
        v.optional("crebo", s.crebo, {"Crebonummer van de kwalificatie. Alleen invullen als de bron het geeft.", Vorm::crebo});
        v.optional("isced", s.isced, {"ISCED-F-code van het vakgebied, vier cijfers, zoals 0416. Nodig voor ELM.", Vorm::isced});
        v.optional("niveau", s.niveau, {"Mbo-niveau, 1 tot en met 4.", Vorm::niveau});
        v.optional("sbu", s.sbu, {"Studiebelastingsuren.", Vorm::aantal});
        v.optional("soort", s.soort, {"Typering van de kwalificatie, zoals middenkaderopleiding."});
        v.optional("beroepsvereisten", s.beroepsvereisten, {"Of de wet eisen aan het beroep stelt: Ja of Nee.", Vorm::ja_nee});
        v.optional("toelichting_beroepsvereisten", s.toelichting_beroepsvereisten, {"Toelichting op de beroepsvereisten."});
        v.optional("typering", s.typering, {"Typering van het beroep."});
        v.list("kerntaken", "kerntaak", s.kerntaken, {"De eigen kerntaken van het profiel (Pn-Km)."});
    }
};

struct Keuzedeel {
    Text code, titel, url;
    Getal sbu;
    std::vector<Text> profielen;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Code van het keuzedeel, zoals K0072.", Vorm::keuzedeelcode});
        v.required("titel", s.titel, {"Titel van het keuzedeel."});
        v.optional("url", s.url, {"Webadres.", Vorm::url});
        v.optional("sbu", s.sbu, {"Studiebelastingsuren.", Vorm::aantal});
        v.list("profielen", "profiel", s.profielen, {"Alleen voor deze profielen; weglaten als het voor alle geldt.", Vorm::profielcode});
    }
};

/// Points for one waarde of the schaal.
struct Stappunten {
    Text waarde, punten;  ///< text, as 0 points are something else than none
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("waarde", s.waarde, {"Een waarde van de schaal.", Vorm::schaalwaarde});
        v.required("punten", s.punten, {"Punten voor deze waarde, 0 tot en met 1000.", Vorm::punten});
    }
};

struct Cesuur {
    Text criteria, werkproces_punten, werkproces_minimum, werkprocessen, kerntaak_punten;
    Tekst toelichting;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("criteria", s.criteria,
                   {"Hoeveel criteria van een werkproces minstens voldoende moeten zijn: alle, of een percentage. Mag weg als er "
                    "werkproces_punten is.",
                    Vorm::drempel});
        v.optional(
            "werkproces_punten", s.werkproces_punten,
            {"Hoeveel punten een werkproces nodig heeft: een percentage van de meeste punten, of een aantal punten.", Vorm::puntgrens});
        v.optional("werkproces_minimum", s.werkproces_minimum,
                   {"Punten die elk werkproces minstens moet hebben, ook als andere werkprocessen er genoeg hebben.", Vorm::puntgrens});
        v.optional("werkprocessen", s.werkprocessen,
                   {"Hoeveel werkprocessen van een kerntaak minstens voldoende moeten zijn: alle, of een percentage. Mag weg als er "
                    "kerntaak_punten is.",
                    Vorm::drempel});
        v.optional(
            "kerntaak_punten", s.kerntaak_punten,
            {"Hoeveel punten een kerntaak nodig heeft: een percentage van de meeste punten, of een aantal punten.", Vorm::puntgrens});
        v.optional("toelichting", s.toelichting, {"Toelichting van de examencommissie."});
    }
};

/// What for one kerntaak, werkproces or criterium is other than the general rule.
struct Onderdeelregel {
    Text code;
    Getal gewicht;
    Text cesuur, minimum;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Code van de kerntaak, het werkproces of het criterium.", Vorm::beoordeelcode});
        v.optional("gewicht", s.gewicht, {"Hoe vaak de punten van dit criterium of werkproces tellen. Zonder opgave 1.", Vorm::gewicht});
        v.optional("cesuur", s.cesuur, {"Punten die dit werkproces of deze kerntaak nodig heeft.", Vorm::puntgrens});
        v.optional("minimum", s.minimum, {"Punten die dit werkproces minstens moet hebben.", Vorm::puntgrens});
    }
};

/// Points of a kerntaak to a mark.
struct Omrekening {
    Text bij_cesuur, afronding;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("bij_cesuur", s.bij_cesuur,
                   {"Het cijfer bij precies genoeg punten, van 5,5 tot en met 6,0. Zonder opgave 5,5.", Vorm::cesuurcijfer});
        v.required("afronding", s.afronding, {"Waarop een cijfer wordt afgerond.", Vorm::afronding});
    }
};

struct Herkansing {
    Getal pogingen;
    Text telt;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("pogingen", s.pogingen, {"Hoe vaak een kandidaat een kerntaak mag doen, de eerste keer meegeteld.", Vorm::pogingen});
        v.required("telt", s.telt, {"Welke poging telt: de hoogste of de laatste.", Vorm::poging});
    }
};

struct Exameneenheid {
    Text code, titel, vorm;
    std::vector<Text> werkprocessen;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("code", s.code, {"Korte code van het examen, zoals E1.", Vorm::eenheidcode});
        v.required("titel", s.titel, {"Titel van het examen."});
        v.optional("vorm", s.vorm, {"Examenvorm, zoals proeve van bekwaamheid."});
        v.list("werkprocessen", "werkproces", s.werkprocessen,
               {"Codes van de werkprocessen die dit examen dekt.", Vorm::werkprocescode, true});
    }
};

/// How the exam committee assesses. Not part of the national text: each school decides it. What it comes to is in `scoring`.
struct Beoordeling {
    std::vector<Text> schaal;
    std::vector<Stappunten> punten;
    Cesuur cesuur;
    std::vector<Onderdeelregel> onderdelen;
    std::vector<Text> cruciaal, niet_van_toepassing;
    Omrekening cijfer;
    Herkansing herkansing;
    Text dekkingsnorm;
    std::vector<Exameneenheid> exameneenheden;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.list("schaal", "waarde", s.schaal,
               {"De waarden van laag naar hoog, zoals onvoldoende, voldoende, goed; of alleen cijfer (1 tot en met 10).",
                Vorm::schaalwaarde, true});
        v.list("punten", "stap", s.punten,
               {"Punten voor elke waarde van de schaal. Bij de schaal cijfer is het cijfer zelf het aantal punten."});
        v.required("cesuur", s.cesuur, {"Wanneer een werkproces en een kerntaak voldoende zijn."});
        v.list("onderdelen", "onderdeel", s.onderdelen,
               {"Wat voor een kerntaak, werkproces of criterium anders is dan de algemene regel."});
        v.list("cruciaal", "criterium", s.cruciaal,
               {"Codes van cruciale criteria: onvoldoende op een daarvan is onvoldoende voor het werkproces.", Vorm::criteriumcode});
        v.list("niet_van_toepassing", "criterium", s.niet_van_toepassing,
               {"Codes van criteria die een beoordelaar \"niet van toepassing\" mag noemen. Ze tellen dan niet mee.", Vorm::criteriumcode});
        v.optional("cijfer", s.cijfer, {"Hoe de punten van een kerntaak een cijfer worden."});
        v.optional("herkansing", s.herkansing, {"Hoe vaak een kandidaat een kerntaak mag doen en welke poging telt."});
        v.optional("dekkingsnorm", s.dekkingsnorm,
                   {"Welk deel van de werkprocessen van elke kerntaak de examens meer dan dekken. Zonder opgave 75%.", Vorm::drempel});
        v.list("exameneenheden", "exameneenheid", s.exameneenheden,
               {"De examens en wat zij dekken. Zonder opgave een examen per kerntaak."});
    }
};

struct Begrip {
    Text term, taal;
    Tekst betekenis;
    Text taal_betekenis;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("term", s.term, {"Het woord of de afkorting, zoals het in de tekst staat."});
        v.optional(
            "taal", s.taal,
            {"Taal van de term, als die geen Nederlands is: en voor Engels. Voorleessoftware spreekt hem dan goed uit.", Vorm::taal});
        v.required("betekenis", s.betekenis, {"Wat het betekent."});
        v.optional("taal_betekenis", s.taal_betekenis, {"Taal van de betekenis, als die in haar geheel geen Nederlands is.", Vorm::taal});
    }
};

struct Opvolger {
    Text titel, url;
    Location location;
    [[nodiscard]] bool empty() const { return titel.value.empty(); }
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("titel", s.titel, {"Naam en versie van het dossier dat dit vervangt."});
        v.optional("url", s.url, {"Webadres van het nieuwe dossier; mag een relatief pad zijn.", Vorm::vrij});
    }
};

/// The whole file. A kwalificatie is the same shape with one profiel, see `kwalificatie`.
struct Dossier {
    Text naam, crebo, versie, vastgesteld, geldig_van, geldig_tot, sectorkamer, domein;
    Opvolger opvolger;
    Bron bron;
    std::vector<Paragraaf> leeswijzer;
    Basisdeel basisdeel;
    std::vector<Profiel> profielen;
    std::vector<Keuzedeel> keuzedelen;
    Beoordeling beoordeling;
    std::vector<Begrip> begrippen;
    std::vector<Paragraaf> verantwoording;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("naam", s.naam, {"Naam van het kwalificatiedossier, of een beschrijving als de bron geen naam geeft."});
        v.optional("crebo", s.crebo, {"Crebonummer van het dossier. Alleen invullen als de bron het geeft.", Vorm::crebo});
        v.optional("versie", s.versie, {"Versie van het dossier."});
        v.optional("vastgesteld", s.vastgesteld, {"Datum van vaststelling.", Vorm::datum});
        v.optional("geldig_van", s.geldig_van, {"Eerste dag waarop het dossier geldt.", Vorm::datum});
        v.optional("geldig_tot", s.geldig_tot, {"Laatste dag waarop het dossier geldt.", Vorm::datum});
        v.optional("sectorkamer", s.sectorkamer, {"Sectorkamer."});
        v.optional("domein", s.domein, {"Opleidingsdomein."});
        v.optional("opvolger", s.opvolger, {"Het dossier dat dit vervangt."});
        v.optional("bron", s.bron, {"Waar de tekst vandaan komt."});
        v.list("leeswijzer", "paragraaf", s.leeswijzer, {"Leeswijzer."});
        v.required("basisdeel", s.basisdeel, {"Wat alle profielen delen."});
        v.list("profielen", "profiel", s.profielen, {"De profielen.", Vorm::vrij, true});
        v.list("keuzedelen", "keuzedeel", s.keuzedelen, {"Verwijzingen naar keuzedelen."});
        v.required("beoordeling", s.beoordeling, {"Hoe de examencommissie beoordeelt. Geen deel van de landelijke tekst."});
        v.list("begrippen", "begrip", s.begrippen, {"Begrippen en afkortingen."});
        v.list("verantwoording", "paragraaf", s.verantwoording, {"Verantwoordingsinformatie."});
    }
};

/// Sets `Gedrag::eerste_nummer` of every werkproces and of its aanvullende eisen. Readers call it once on a whole dossier.
void number_criteria(Dossier& dossier);
/// "B1-K1-W1-G3".
[[nodiscard]] std::string criteriumcode(const Werkproces& werkproces, int nummer);
/// A criterium of a werkproces, with its code.
struct Criterium {
    std::string code;
    const std::string* tekst;  ///< in the werkproces
};
/// What `profiel` is assessed on: the criteria of the werkproces, then those of its aanvullende eisen for that profiel.
[[nodiscard]] std::vector<Criterium> criteria_voor(const Werkproces& werkproces, std::string_view profiel);

/// The kwalificatie of `profiel` as a dossier with that profiel only: aanvullende eisen, keuzedelen, exameneenheden and
/// what the beoordeling says of single parts that concern only other profielen are left out, all else is untouched. Criteria keep
/// their numbers.
[[nodiscard]] Dossier kwalificatie(const Dossier& dossier, const Profiel& profiel);

/// What an examencommissie starts from: onvoldoende, voldoende, goed; everything at least voldoende; three quarters covered.
[[nodiscard]] Beoordeling default_beoordeling();

/// All kerntaken of a dossier or kwalificatie: basisdeel first, then each profiel.
[[nodiscard]] std::vector<const Kerntaak*> kerntaken_of(const Dossier& dossier);
/// Those of the kwalificatie of `profiel`: basisdeel first.
[[nodiscard]] std::vector<const Kerntaak*> kerntaken_of(const Dossier& dossier, const Profiel& profiel);

/// The aanvullende eis for the profiel with `code`, made at `at` if there is none. It moves when the next is made.
template <class Eis> [[nodiscard]] Eis& eis_of(std::vector<Eis>& eisen, std::string_view code, const Location& at) {
    for (Eis& eis : eisen)
        if (eis.profiel.value == code) return eis;
    Eis& made = eisen.emplace_back();
    made.profiel = {std::string(code), at};
    made.location = at;
    return made;
}

/// "een, twee, drie".
[[nodiscard]] std::string comma_list(const std::vector<Text>& texts);

}  // namespace dossier::model
