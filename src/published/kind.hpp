#pragma once
/// Texts that are no kwalificatiedossier of today, told as what they are.

#include "published/lines.hpp"

#include <span>

namespace dossier::published {

/// Says why nothing was found in `lines`: a keuzedeel, a kwalificatiedossier in the layout of before 2016, or no dossier at all.
void report_no_dossier(const Source& source, std::span<const TextLine> lines, Diagnostics& diagnostics);

/// Whether a keuzedeel begins at `line`: "Keuzedeel mbo", "D1: ...", "D1-K1: ...".
[[nodiscard]] bool opens_keuzedeel(std::string_view line);

}  // namespace dossier::published
