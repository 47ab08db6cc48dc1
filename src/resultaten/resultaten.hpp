#pragma once
/// What came of the forms: filled-in PDFs in, for each form what was chosen, what that comes to by the rules of the dossier, and what
/// a person must look at. Then tables, an overview and JSON of all of them. Nothing is guessed: what is not sure is a bevinding.
///
/// Personal data: everything here is about people and stays in memory.

#include "base/base.hpp"
#include "filled/filled.hpp"
#include "model/model.hpp"
#include "scoring/scoring.hpp"
#include "table/sheets.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::resultaten {

// ---- against what the forms are held -----------------------------------------------------------------------------------------

/// A form that the dossier gives: what its hidden fields say of it.
struct FormulierSoort {
    std::string id;  ///< "P3-beoordelingsformulier-B1-K1"
    std::string kenmerk;
    std::string titel;  ///< "Beoordelingsformulier"
    std::size_t profiel = 0;
    std::string kerntaak;      ///< code; "" when it is not about one kerntaak
    std::string werkproces{};  ///< code; "" when it is not about one werkproces
};
struct Versie {
    const model::Dossier* dossier = nullptr;
    std::vector<FormulierSoort> soorten;
};
struct Kader {
    Versie nu;
    std::optional<Versie> oud;       ///< for forms of an earlier version
    bool handtekening_nodig = true;  ///< whether a form without digital signatures is a bevinding
};

// ---- one form ----------------------------------------------------------------------------------------------------------------

struct Bevinding {
    std::string soort;      ///< kebab-case name for machines, see README.md
    std::string onderdeel;  ///< code of a criterium, werkproces or kerntaak; "" for the whole form
    std::string tekst;      ///< a Dutch sentence
    bool nakijken = true;   ///< a person must look
};

/// A choice as the form has it.
struct CriteriumRegel {
    std::string code, werkproces;
    std::string tekst;  ///< of the criterium: of the dossier, or what the assessor wrote in an empty row
    std::string keuze;  ///< sleutel of the scale; "" nothing chosen
    std::string motivering;
    bool eigen = false;                       ///< the text is what the assessor wrote
    std::optional<filled::OnPaper> papier{};  ///< how and where it was read, of a form on paper
};
struct WerkprocesRegel {
    std::string code, titel;
    std::string aangekruist;                            ///< what the assessor ticked as result; ""
    std::optional<scoring::WerkprocesUitslag> uitslag;  ///< worked out; none for a form of an unknown version
    std::optional<filled::OnPaper> papier{};            ///< of what was ticked
};

enum class Herkomst {
    deze_versie,
    oude_versie,       ///< of Kader::oud
    onbekende_versie,  ///< one of our forms, but of no version at hand
    onleesbaar,        ///< locked, damaged, flat, no PDF
    geen_formulier,    ///< not one of our forms
};
[[nodiscard]] std::string_view woord(Herkomst herkomst);

struct Formulier {
    std::string bestand;     ///< as the caller names it
    std::size_t nummer = 0;  ///< in a bundle, from 1; 0: the file is one form
    Herkomst herkomst = Herkomst::geen_formulier;
    std::string document, titel, kenmerk, dossier, versie;  ///< as its hidden fields and the dossier say
    std::string profiel, kerntaak, kerntaak_titel;          ///< codes; "" unknown
    std::string studentnummer, naam, groep, leerbedrijf, locatie, afnamemoment, beoordelaar1, beoordelaar2;
    std::string datum;  ///< "2026-06-01", or as typed when that is no day
    int poging = 1;
    bool poging_genoemd = false;
    std::vector<CriteriumRegel> criteria;
    std::vector<WerkprocesRegel> werkprocessen;
    std::string aangekruist;                ///< result of the kerntaak
    std::optional<filled::OnPaper> papier;  ///< of that
    std::vector<filled::PaperPage> bladen;  ///< of a form on paper: its pages among the scans, in the order of the form
    std::optional<scoring::KerntaakUitslag> uitslag;
    std::string opmerkingen;
    std::vector<filled::Signature> handtekeningen;
    std::vector<Bevinding> bevindingen;

    /// Whether it says something of a kerntaak: observation forms and the like do not.
    [[nodiscard]] bool beoordeelt() const { return !criteria.empty() || !werkprocessen.empty(); }
    [[nodiscard]] bool nakijken() const;
    /// "klas.pdf", of a form in a bundle "groep.pdf, formulier 2", of one on paper "scan.pdf, bladzijden 3 tot en met 8".
    [[nodiscard]] std::string plaats() const;
};

/// The forms in one file: more than one in a bundle; one that says why when it is none of ours.
[[nodiscard]] std::vector<Formulier> read_formulieren(const std::string& bestand, const filled::FilledPdf& pdf, const Kader& kader);

// ---- all of them -------------------------------------------------------------------------------------------------------------

/// A candidate and a kerntaak, with each attempt. Number and name are those of the candidate's first form, so that they are the same
/// for each kerntaak.
struct Stand {
    std::string studentnummer, naam, groep, profiel, kerntaak, kerntaak_titel;
    std::vector<std::size_t> formulieren;  ///< indices, by poging
    std::optional<std::size_t> telt;       ///< which of them counts; none when a person must decide
};
/// Two assessors who each filled in a form for one candidate, kerntaak and poging.
struct Overeenstemming {
    std::size_t een = 0, ander = 0;        ///< indices of forms
    std::size_t criteria = 0, gelijk = 0;  ///< rated by both; in the same way
    bool zelfde_uitslag = false;
};
/// How often a criterium was not enough.
struct Telling {
    std::string code, werkproces, kerntaak, profiel, tekst;
    std::size_t beoordeeld = 0, onvoldoende = 0;
};

struct Resultaten {
    std::vector<Formulier> formulieren;  ///< in the order of the files
    std::vector<Stand> standen;          ///< by studentnummer, name, profiel and kerntaak
    std::vector<Overeenstemming> overeenstemming;
    std::vector<Telling> tellingen;  ///< worst first; criteria that were never onvoldoende come last
    [[nodiscard]] bool nakijken() const;
};
/// Adds to the forms what only shows when they lie side by side: candidates with two names or spellings, forms that are there twice,
/// assessors who differ, attempts that are not allowed.
/// `zout` not "": pseudonyms in place of names and numbers, of files too. The same person has the same one wherever `zout` is the
/// same; without it nobody can work them out. Free text, in which anything may stand, is left out.
[[nodiscard]] Resultaten verzameld(std::vector<Formulier> formulieren, const Kader& kader, std::string_view zout = "");

/// A sheet of candidates by kerntaak, one of criteria, one of bevindingen, one of files. They borrow `resultaten`.
[[nodiscard]] std::vector<table::Sheet> sheets(const Resultaten& resultaten);
/// One object, as resultaten.schema.json says.
[[nodiscard]] std::string json(const Resultaten& resultaten, std::string_view programma);

}  // namespace dossier::resultaten
