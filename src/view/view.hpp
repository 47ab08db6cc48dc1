#pragma once
/// Dossier + profile -> the values that templates see. Derived facts (numbers, ids, merged aanvullende eisen, the
/// competence matrix, the A-Z index of vakkennis, Dutch dates, fingerprints) are worked out here once, for every output.

#include "model/model.hpp"
#include "view/value.hpp"

namespace dossier::view {

/// Facts of the run that are not in the dossier.
struct Build {
    std::string datum;       ///< "2025-08-01" from SOURCE_DATE_EPOCH, or "" : then no document shows a date
    std::string programma;   ///< "dossier 0.1.0"
};

/// First 12 hexadecimal digits of the SHA-256 of the canonical text of what a document is made from; changes when, and
/// only when, that content changes. Whole dossier, a kwalificatie (`model::kwalificatie`), or one kerntaak in it.
[[nodiscard]] std::string fingerprint(const model::Dossier& dossier);
[[nodiscard]] std::string fingerprint(const model::Kerntaak& kerntaak, const model::Beoordeling& beoordeling);

/// Folder name of a profiel: "p3-e-commerce-specialist".
[[nodiscard]] std::string folder(const model::Profiel& profiel);

/// Values of the whole dossier, for pages about all profielen.
[[nodiscard]] Value view_dossier(const model::Dossier& dossier, const Build& build);
/// Values of one kwalificatie: the basisdeel with the aanvullende eisen for `profiel` merged in, and the profieldeel.
[[nodiscard]] Value view_kwalificatie(const model::Dossier& dossier, const model::Profiel& profiel, const Build& build);

}  // namespace dossier::view
