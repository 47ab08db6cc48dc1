#pragma once
/// What people put in a ring, as strokes.

#include "strokes.hpp"

namespace scan_generator {

/// A mark of `kind` at `at`, for a ring of `radius`, drawn with a line `width` wide (all in points).
[[nodiscard]] std::vector<Stroke> strokes_of(MarkKind kind, Point at, double radius, double width, Random& random);
/// A ring filled until nothing of it is white, as one does to take a mark back.
[[nodiscard]] std::vector<Stroke> blackened(Point at, double radius, double width, Random& random);
/// A small mark with all of its ink outside the ring, in direction `angle` of it.
[[nodiscard]] std::vector<Stroke> beside(Point at, double radius, double width, double angle, Random& random);
/// A dot of `size` points across.
[[nodiscard]] std::vector<Stroke> speck(Point at, double size, Random& random);

void paint_all(Raster& page, const std::vector<Stroke>& strokes, const Ink& ink, std::uint64_t grain_seed);
/// A pencil mark as a rubber leaves it: a trace of the lines, and a grey smear.
void paint_rubbed_out(Raster& page, const std::vector<Stroke>& strokes, Point at, double radius, std::uint64_t grain_seed, Random& random);

/// Mean over the disc within a ring of how much darker `after` is than `before`, 0..1. Of what `before` held, only the disc is needed.
struct Disc {
    Disc(const Raster& page, Point at, double radius);
    [[nodiscard]] double darker(const Raster& after) const;

private:
    int x0_ = 0, y0_ = 0, x1_ = 0, y1_ = 0;
    Point middle_;
    double radius_ = 0;
    std::vector<std::uint8_t> before_;
};

}  // namespace scan_generator
