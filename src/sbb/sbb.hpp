#pragma once
/// The XML in which SBB publishes kwalificatiedossiers, in and out.
/// Text is UTF-8. The importer keeps the words of the source and loses nothing in silence: what it cannot carry over is a warning
/// with its place. Locations in an imported dossier point into `source`, which must outlive it.

#include "base/base.hpp"
#include "model/model.hpp"

#include <optional>
#include <string>

namespace dossier::sbb {

/// Reads a file with root <sbb>. Codes come from the chapters (B1-K1-W1), criteria from the text of gedrag, aanvullende eisen
/// from the parts per profiel that are not empty. Elements that are not known and values that a dossier has no place for
/// are warnings, never errors. Beoordeling, which the format has not, is the default.
[[nodiscard]] std::optional<model::Dossier> import_sbb(const Source& source, Diagnostics& diagnostics);
/// The dossier as such a file. What the format has no place for (beoordeling, begrippen, keuzedelen, ...) is left out with a
/// warning; all else comes back through `import_sbb` as it was, or there is a warning that says where it does not.
[[nodiscard]] std::string write_sbb(const model::Dossier& dossier, Diagnostics& diagnostics);

}  // namespace dossier::sbb
