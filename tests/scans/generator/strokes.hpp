#pragma once
/// A line drawn by hand, and the pen that leaves it on paper. Places are points, y upwards.

#include "generator.hpp"
#include "random.hpp"

#include <vector>

namespace scan_generator {

/// `pressure` is 1 for a pen held as usual.
struct Node {
    double x = 0, y = 0, pressure = 1;
};
/// From pen down to pen up.
using Stroke = std::vector<Node>;

/// How steady a hand is.
struct Hand {
    double tremor = 0.12;  ///< points
    double wander = 0.12;  ///< variation of the pressure, low frequency
    double taper = 0.35;   ///< how much lighter a stroke begins and ends
};
/// A smooth line through `controls`, as `hand` draws it. Corners stay corners where a control point is there twice.
[[nodiscard]] Stroke draw(const std::vector<Point>& controls, const Hand& hand, Random& random);

/// What a pen leaves: an absorbance, multiplied with what is on the paper.
struct Ink {
    double width = 1.4;  ///< points, at pressure 1
    double grey = 0.2;   ///< reflectance of a full line, 0 black
    double cover = 1;    ///< of the paper at pressure 1; a pencil leaves gaps
    double grain = 0;    ///< how much the tooth of the paper shows, 0..1
    double skip = 0;     ///< how much a ball pen falters, 0..1
    double swell = 0.1;  ///< how much wider a line gets under pressure
    double press = 1;    ///< how much darker: all of it for a pencil, nothing for ink that flows
    double soft = 0.5;   ///< half the width of its edge, in pixels of 300 dpi
};
/// An ink as this pen has it in this hand: pens of one kind differ.
[[nodiscard]] Ink ink_of(Pen pen, Strength strength, Random& random);

/// Paper has one grain, wherever it is drawn on: `grain_seed` is the same for a whole page.
void paint(Raster& page, const Stroke& stroke, const Ink& ink, std::uint64_t grain_seed);
/// How near to `to` the middle of any of them comes.
[[nodiscard]] double nearest(const std::vector<Stroke>& strokes, Point to);
/// Around all strokes, with `width` of pen.
[[nodiscard]] Rect bounds(const std::vector<Stroke>& strokes, double width);

}  // namespace scan_generator
