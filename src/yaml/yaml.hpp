#pragma once
/// YAML: reading, canonical writing, formatting; the JSON Schema is in yaml/json_schema.hpp. The only room that sees yaml-cpp.
/// Reading takes a Source, gives a Dossier, a Manifest, a Huisstijl or a Formulierstijl, and refuses everything that could be read in two
/// ways: bad UTF-8, control characters and tabs, duplicate or unknown keys, anchors, aliases, tags, merge keys, directives,
/// several documents, text that belongs to no value, empty values, quotes that swallow the rest of the file, more than
/// 8 MiB, 40 levels or 200,000 values. All problems of a file are reported in one run, each at its place; none of them
/// throws. Messages are in the order found: call `Diagnostics::sort` before reporting.

#include "base/base.hpp"
#include "model/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::yaml {

inline constexpr std::size_t kMostBytes = std::size_t{8} << 20;

/// nullopt if any error was reported. The dossier's Locations point into `source`, which must outlive it. Criteria are
/// numbered (model::number_criteria). Rules over the whole dossier are the business of `check`.
[[nodiscard]] std::optional<model::Dossier> read_dossier(const Source& source, Diagnostics& diagnostics);

/// The dossier as dossier.yaml has it: fields in the order of the model, long text as block scalars, a final line end.
/// Line 1 names the JSON Schema for editors. Comments are not part of the model and so not written.
[[nodiscard]] std::string write_yaml(const model::Dossier& dossier);

/// The text of `source` in canonical form: keys in the order of the model (unknown ones last), two spaces of indent, one space
/// after ":" and "-", two before a comment, an empty line before a nested part at the top and after a long kerntaak,
/// werkproces or profiel. Every value keeps its spelling and every comment stays by its value. nullopt after an error: it is
/// not YAML as `read_dossier` takes it, or it cannot be laid out without changing it.
[[nodiscard]] std::optional<std::string> format_dossier(const Source& source, Diagnostics& diagnostics);

/// One kind of document to make: an entry of the manifest in `templates/`.
struct Document {
    model::Text id, titel, doel, formaat, sjabloon, per, uitvoer;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("id", s.id, {"Korte naam van het document, uniek in de lijst.", model::Vorm::onderdeelcode});
        v.required("titel", s.titel, {"Titel, zoals op de overzichtspagina."});
        v.optional("doel", s.doel, {"Waar het document voor is, in een zin."});
        v.required("formaat", s.formaat, {"Formaat: pdf, html, xml, ...", model::Vorm::onderdeelcode});
        v.optional("sjabloon", s.sjabloon, {"Bestand met het sjabloon; uitwisselformaten hebben er geen."});
        v.required("per", s.per, {"Waarvoor het document steeds wordt gemaakt: dossier, profiel, kerntaak of werkproces."});
        v.required("uitvoer", s.uitvoer, {"Naam van het bestand; mag een mustache-sjabloon zijn, met / tussen mappen."});
    }
};

struct Manifest {
    std::vector<Document> documenten;
    template <class V, class S> static void fields(V& v, S& s) {
        v.list("documenten", "document", s.documenten, {"De documenten, op volgorde.", model::Vorm::vrij, true});
    }
};

/// Entries with an error are reported and left in as far as they were read: stop when `diagnostics` has errors. Which
/// formats and templates exist is for the caller to judge. `uitvoer` never starts with "/" and has no "..", "\" or ":".
[[nodiscard]] Manifest read_manifest(const Source& source, Diagnostics& diagnostics);

/// The ground of the HTML pages in their dark scheme (templates/html/stijl.css).
inline constexpr Color kDarkGround{0x13, 0x18, 0x1d};

/// A school's own look: huisstijl.yaml in the folder of templates. All of it may be absent.
struct Huisstijl {
    struct Kleuren {
        model::Text accent, accent_donker;
        Location location;
        [[nodiscard]] bool empty() const { return accent.value.empty() && accent_donker.value.empty(); }
        template <class V, class S> static void fields(V& v, S& s) {
            v.optional("accent", s.accent, {"Kleur van koppen en lijnen, met een contrast van minstens 4,5:1 op wit."});
            v.optional("accent_donker", s.accent_donker,
                       {"Dezelfde kleur voor pagina's op een donker scherm. Zonder opgave een lichtere accent."});
        }
    };
    struct Logo {
        model::Text bestand, beschrijving, breedte;
        Location location;
        [[nodiscard]] bool empty() const { return bestand.value.empty(); }
        template <class V, class S> static void fields(V& v, S& s) {
            v.required("bestand", s.bestand, {"Een .svg of .png in deze map."});
            v.required("beschrijving", s.beschrijving, {"Wat een schermlezer zegt, zoals: Logo van ROC Voorbeeld."});
            v.optional("breedte", s.breedte, {"Breedte op papier, zoals 40mm."});
        }
    };
    struct Lettertypen {
        model::Text gewoon, vet, cursief;
        Location location;
        [[nodiscard]] bool empty() const { return gewoon.value.empty(); }
        template <class V, class S> static void fields(V& v, S& s) {
            v.required("gewoon", s.gewoon, {"TrueType-bestand (.ttf) in deze map, voor de formulieren."});
            v.required("vet", s.vet, {"Het vette lettertype."});
            v.optional("cursief", s.cursief, {"Het cursieve lettertype. Zonder opgave het gewone."});
        }
    };
    model::Text school, voettekst;
    Kleuren kleuren;
    Logo logo;
    Lettertypen lettertypen;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("school", s.school, {"Naam van de school."});
        v.optional("voettekst", s.voettekst, {"Regel onder aan elke pagina van de formulieren."});
        v.optional("kleuren", s.kleuren, {"Kleuren."});
        v.optional("logo", s.logo, {"Logo."});
        v.optional("lettertypen", s.lettertypen, {"Lettertypen van de formulieren."});
    }
};

/// Colours, widths and file names are checked here; whether the files are there is for the caller to judge. Stop when
/// `diagnostics` has errors.
[[nodiscard]] Huisstijl read_huisstijl(const Source& source, Diagnostics& diagnostics);
/// "40mm", from 5 to 120, as a number of millimetres.
[[nodiscard]] std::optional<double> millimetres(std::string_view text);

/// The look of the text styles of forms: formulier/stijl.yaml of the templates. What a file does not say is "".
struct Formulierstijl {
    struct Letters {
        model::Text grootte, regelafstand, vet, cursief, kleur;
        Location location;
        template <class V, class S> static void fields(V& v, S& s) {
            v.optional("grootte", s.grootte, {"Grootte van de letters, zoals 9.5pt; minstens 7pt."});
            v.optional("regelafstand", s.regelafstand, {"Van regel tot regel; minstens de grootte van de letters."});
            v.optional("vet", s.vet, {"Of de letters vet zijn: ja of nee."});
            v.optional("cursief", s.cursief, {"Of de letters cursief zijn: ja of nee."});
            v.optional("kleur", s.kleur, {"Kleur van de letters, of accent voor de accentkleur."});
        }
    };
    struct Alinea : Letters {
        model::Text ervoor, erna;
        template <class V, class S> static void fields(V& v, S& s) {
            Letters::fields(v, s);
            v.optional("ervoor", s.ervoor, {"Wit erboven."});
            v.optional("erna", s.erna, {"Wit eronder."});
        }
    };
    struct Tabel {
        Letters tekst, kop;
        model::Text opzij, boven_onder, tussen, ervoor, erna;
        Location location;
        template <class V, class S> static void fields(V& v, S& s) {
            v.optional("tekst", s.tekst, {"Letters in de rijen."});
            v.optional("kop", s.kop, {"Letters in de koprijen."});
            v.optional("opzij", s.opzij, {"Wit links en rechts in een cel."});
            v.optional("boven_onder", s.boven_onder, {"Wit boven en onder in een cel."});
            v.optional("tussen", s.tussen, {"Wit tussen de alinea's van een cel."});
            v.optional("ervoor", s.ervoor, {"Wit boven een tabel zonder titel."});
            v.optional("erna", s.erna, {"Wit onder de tabel."});
        }
    };
    struct Lijst {
        model::Text opsomming, nummering, tussen, erna, tussen_in_cel, erna_in_cel;
        Location location;
        template <class V, class S> static void fields(V& v, S& s) {
            v.optional("opsomming", s.opsomming, {"Hoever de tekst achter een streepje of punt inspringt."});
            v.optional("nummering", s.nummering, {"Hoever de tekst achter een nummer inspringt."});
            v.optional("tussen", s.tussen, {"Wit tussen de punten."});
            v.optional("erna", s.erna, {"Wit onder de lijst."});
            v.optional("tussen_in_cel", s.tussen_in_cel, {"Wit tussen de punten, in een tabel."});
            v.optional("erna_in_cel", s.erna_in_cel, {"Wit onder de lijst, in een tabel."});
        }
    };
    struct Kader {
        model::Text ervoor, erna, boven, onder, opzij;
        Location location;
        template <class V, class S> static void fields(V& v, S& s) {
            v.optional("ervoor", s.ervoor, {"Wit boven het kader."});
            v.optional("erna", s.erna, {"Wit onder het kader."});
            v.optional("boven", s.boven, {"Wit in het kader, boven de tekst."});
            v.optional("onder", s.onder, {"Wit in het kader, onder de tekst."});
            v.optional("opzij", s.opzij, {"Wit in het kader, links en rechts van de tekst."});
        }
    };
    struct Lijn {
        model::Text ervoor, erna;
        Location location;
        template <class V, class S> static void fields(V& v, S& s) {
            v.optional("ervoor", s.ervoor, {"Wit boven de lijn."});
            v.optional("erna", s.erna, {"Wit onder de lijn."});
        }
    };
    Alinea alinea, klein, label, bijschrift, inleiding, kop1, kop2, kop3, kop4, pagina, tabeltitel;
    Tabel tabel, smal, ruim;
    Lijst lijst;
    Kader kader;
    Lijn lijn;
    Location location;
    template <class V, class S> static void fields(V& v, S& s) {
        v.optional("alinea", s.alinea, {"Gewone tekst."});
        v.optional("klein", s.klein, {"<p class=\"klein\">"});
        v.optional("label", s.label, {"<p class=\"label\">"});
        v.optional("bijschrift", s.bijschrift, {"<p class=\"bijschrift\">"});
        v.optional("inleiding", s.inleiding, {"<p class=\"inleiding\">"});
        v.optional("kop1", s.kop1, {"<h1>"});
        v.optional("kop2", s.kop2, {"<h2>"});
        v.optional("kop3", s.kop3, {"<h3>"});
        v.optional("kop4", s.kop4, {"<h4>"});
        v.optional("pagina", s.pagina, {"<kop> en <voet>, boven en onder aan elke pagina."});
        v.optional("tabeltitel", s.tabeltitel, {"<caption>"});
        v.optional("tabel", s.tabel, {"<table>"});
        v.optional("smal", s.smal, {"<table class=\"smal\">; wat er niet staat, is als bij tabel."});
        v.optional("ruim", s.ruim, {"<table class=\"ruim\">; wat er niet staat, is als bij tabel."});
        v.optional("lijst", s.lijst, {"<ul> en <ol>"});
        v.optional("kader", s.kader, {"<kader>"});
        v.optional("lijn", s.lijn, {"<hr>"});
    }
};

/// The smallest letters of a form. At 7 points the x of the program's typeface is 1.3 mm high; 1.2 mm is what the law asks of
/// print on food (Regulation (EU) 1169/2011, article 13), and typefaces with a smaller x reach that at 7 points still.
inline constexpr double kLeastLetters = 7, kMostLetters = 72;
/// The darkest ground of a row: a tenth of an accent, whichever it is.
inline constexpr Color kRowGround{0xe6, 0xe6, 0xe6};

/// Each value is checked by itself: sizes, ja or nee, colours and their contrast. Whether they go together is for the caller to
/// judge. Stop when `diagnostics` has errors.
[[nodiscard]] Formulierstijl read_formulierstijl(const Source& source, Diagnostics& diagnostics);
/// "9.5pt", not negative and with at most two decimals, as a number of points.
[[nodiscard]] std::optional<double> points(std::string_view text);

}  // namespace dossier::yaml
