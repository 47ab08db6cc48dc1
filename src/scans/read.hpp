#pragma once
/// One page read. Open to the program that does it in a sandbox.

#include "scans/pictures.hpp"
#include "scans/scans.hpp"

namespace dossier::scans {

struct Wanted {
    bool cutouts = false;  ///< of doubts and handwriting, and of pages that say nothing
};
[[nodiscard]] Page read_page(const Gray& picture, const Atlas& atlas, const Wanted& wanted);
/// Page `index` of a file, from 0.
[[nodiscard]] Page read_page(Pictures& pictures, std::size_t index, const Atlas& atlas, const Wanted& wanted);

}  // namespace dossier::scans
