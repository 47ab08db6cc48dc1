#pragma once
/// The code of a page. Private to `scans`.

#include "scans/barcode.hpp"
#include "scans/gray.hpp"

#include <optional>

namespace dossier::scans {

/// Looks where forms have it first, whichever way up the page lies, and then everywhere. Of more than one that of a form goes first.
[[nodiscard]] std::optional<SeenCode> find_code(const Gray& picture);

}  // namespace dossier::scans
