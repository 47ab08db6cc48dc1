#pragma once
/// One page read. Private to `scans`.

#include "scans/pictures.hpp"
#include "scans/scans.hpp"

namespace dossier::scans {

[[nodiscard]] Page read_page(const Gray& picture, const Atlas& atlas, const Wanted& wanted);
/// Page `index` of a file, from 0.
[[nodiscard]] Page read_page(Pictures& pictures, std::size_t index, const Atlas& atlas, const Wanted& wanted);

}  // namespace dossier::scans
