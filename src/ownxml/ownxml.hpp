#pragma once
/// The project's own XML and its schema: the model, element by element.
/// Text is UTF-8. The importer keeps the words of the source and loses nothing in silence: what it cannot carry over is a warning
/// with its place. Locations in an imported dossier point into `source`, which must outlive it.

#include "base/base.hpp"
#include "model/model.hpp"

#include <optional>
#include <string>

namespace dossier::ownxml {

/// The dossier in namespace urn:nl:dossier:kwalificatie:1, root <dossier>: every field of the model by its name, a list as an
/// element around its items. Each criterium carries its code. Lossless.
[[nodiscard]] std::string write_xml(const model::Dossier& whole);
/// The kwalificatie of `profiel`, root <kwalificatie>. Criteria keep the codes they have in the whole dossier.
[[nodiscard]] std::string write_xml(const model::Dossier& whole, const model::Profiel& profiel);
/// The schema of both, as XSD 1.0.
[[nodiscard]] std::string write_xsd();
/// Reads either; a kwalificatie is a dossier with one profiel, whose criteria keep their numbers. Strict as the schema, but for
/// the order of fields. Refuses what is not well-formed, a DOCTYPE, processing instructions, more than 16 MiB.
[[nodiscard]] std::optional<model::Dossier> read_xml(const Source& source, Diagnostics& diagnostics);

}  // namespace dossier::ownxml
