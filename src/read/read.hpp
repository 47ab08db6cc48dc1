#pragma once
/// YAML text -> values. Takes a Source, gives a Dossier or a Manifest, and refuses everything that could be read in two
/// ways: bad UTF-8, control characters and tabs, duplicate or unknown keys, anchors, aliases, tags, merge keys, directives,
/// several documents, text that belongs to no value, empty values, quotes that swallow the rest of the file, more than
/// 8 MiB, 40 levels or 200,000 values. All problems of a file are reported in one run, each at its place; none of them
/// throws. Messages are in the order found: call `Diagnostics::sort` before reporting.

#include "base/base.hpp"
#include "model/model.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dossier::read {

inline constexpr std::size_t kMostBytes = std::size_t{8} << 20;

/// nullopt if any error was reported. The dossier's Locations point into `source`, which must outlive it. Criteria are
/// numbered (model::number_criteria). Rules over the whole dossier are the business of `check`.
[[nodiscard]] std::optional<model::Dossier> read_dossier(const Source& source, Diagnostics& diagnostics);

/// The text of `source` in canonical form: keys in the order of the model (unknown ones last), two spaces of indent, one space
/// after ":" and "-", two before a comment, an empty line before a nested part at the top and after a long kerntaak,
/// werkproces or profiel. Every value keeps its spelling and every comment stays by its value. nullopt after an error: it is
/// not YAML as `read_dossier` takes it, or it cannot be laid out without changing it.
[[nodiscard]] std::optional<std::string> format_dossier(const Source& source, Diagnostics& diagnostics);

/// One kind of document to make: an entry of the manifest in `templates/`.
struct Document {
    model::Text id, titel, doel, formaat, sjabloon, per, uitvoer, liggend;
    Location location;
    [[nodiscard]] bool is_liggend() const { return liggend.value == "ja"; }
    template <class V, class S> static void fields(V& v, S& s) {
        v.required("id", s.id, {"Korte naam van het document, uniek in de lijst.", model::Vorm::onderdeelcode});
        v.required("titel", s.titel, {"Titel, zoals op de overzichtspagina."});
        v.optional("doel", s.doel, {"Waar het document voor is, in een zin."});
        v.required("formaat", s.formaat, {"Formaat: pdf, html, xml, ...", model::Vorm::onderdeelcode});
        v.optional("sjabloon", s.sjabloon, {"Bestand met het sjabloon; uitwisselformaten hebben er geen."});
        v.required("per", s.per, {"Waarvoor het document steeds wordt gemaakt: dossier, profiel, kerntaak of werkproces."});
        v.required("uitvoer", s.uitvoer, {"Naam van het bestand; mag een mustache-sjabloon zijn, met / tussen mappen."});
        v.optional("liggend", s.liggend, {"ja voor liggend papier."});
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

}  // namespace dossier::read
