#pragma once
/// Lines from edge to edge of the paper, which no form has and no hand draws: a fold, a scratch on the glass of a feeder. Private to
/// `scans`.

#include "layout/map.hpp"
#include "scans/gray.hpp"
#include "scans/place.hpp"

#include <vector>

namespace dossier::scans {

/// On the picture, in pixels, from the left edge to the right or from the top to the bottom.
using Crease = std::vector<Point>;

[[nodiscard]] std::vector<Crease> find_creases(const Gray& picture, const layout::PageMap& map, const Placed& placed);

}  // namespace dossier::scans
