#pragma once
/// What happens to the sheet itself: folds, holes, staples, coffee, and the back that shines through.

#include "generator.hpp"
#include "random.hpp"

namespace scan_generator {

void wear_paper(Raster& sheet, const Wear& wear, Random& random);

}  // namespace scan_generator
