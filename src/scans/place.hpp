#pragma once
/// Where the page lies on its picture: by its code and the marks in its corners, and then row by row by the rings themselves, for paper
/// stretches and feeders slip. Private to `scans`.

#include "layout/map.hpp"
#include "scans/code.hpp"
#include "scans/gray.hpp"
#include "scans/plane.hpp"

#include <optional>
#include <vector>

namespace dossier::scans {

/// From the top left corner of a page, y downwards, in points.
[[nodiscard]] inline Point from_top(const layout::PageMap& map, double x, double y) { return {x, static_cast<double>(map.height) - y}; }

/// A page that lies on a picture.
struct Placed {
    Plane plane;
    double ink = 0;     ///< how bright solid print is, as a share of the paper around it
    int marks = 0;      ///< how many of the four were found
    double range = 30;  ///< how much darker solid print is than the paper of this page, 0 to 255
};
/// nullopt when too few of the marks are where the code says.
[[nodiscard]] std::optional<Placed> place_page(const Gray& picture, const layout::PageMap& map, const std::array<Point, 4>& code_corners);

/// A choice as it is on the picture.
struct Ring {
    const layout::MapChoice* choice = nullptr;
    Point middle;      ///< in pixels
    double scale = 0;  ///< pixels to the point
    double paper = 0;  ///< brightness of the paper around it
    Point slope;       ///< how that changes to the right and downwards, for a point
    double seen = 0;   ///< how dark its own line is against that paper, 0 to 1
    std::size_t row = 0;
};
/// All choices of the map, each row moved to where its rings are.
[[nodiscard]] std::vector<Ring> find_rings(const Gray& picture, const layout::PageMap& map, const Placed& placed);

/// Share of the frames of fields that can be seen, 0 to 1; 1 for a page without. They are the palest lines on a form: where a fax or a
/// faded copy has lost them it may have lost what was drawn with a pencil.
[[nodiscard]] double frames_seen(const Gray& picture, const layout::PageMap& map, const Placed& placed);
/// Whether a picture is in black and white: as good as nothing in it is neither. A pencil is paler than any line on a form, so that it may
/// be lost though all of those are there.
[[nodiscard]] bool is_two_valued(const Gray& picture);

}  // namespace dossier::scans
