#pragma once
/// What lenses, lamps, sensors and their programs do to a picture of the right shape.

#include "geometry.hpp"

namespace scan_generator {

void blur(Raster& picture, double sigma);
/// Along a line of `length` pixels in direction `degrees`.
void shake(Raster& picture, double length, double degrees);
void glass_line(Raster& picture, double darkness, Random& random);
/// Paper, ink, gamma, brightness, contrast, noise and streaks of `wear`, in one go.
void expose(Raster& picture, const Wear& wear, Random& random);
void salt_and_pepper(Raster& picture, double part, Random& random);
void to_black_and_white(Raster& picture, const Wear& wear);
void through_jpeg(Raster& picture, int quality);

[[nodiscard]] Light light_of(const Wear& wear, int width, int height, Random& random);
/// What a table or the inside of a lid looks like, to be tiled.
[[nodiscard]] Raster backdrop_of(const Wear& wear, Random& random);

}  // namespace scan_generator
