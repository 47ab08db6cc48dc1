#pragma once
/// How much ink there is in and around each choice, and what that says of a question. Private to `scans`.

#include "scans/place.hpp"
#include "scans/scans.hpp"

#include <vector>

namespace dossier::scans {

/// What is inked in and around one choice. Areas are in square points, lengths in points.
struct Inked {
    double cover = 0;        ///< mean darkness inside, 0 to 1, less that of an empty one of this page
    double blob = 0;         ///< area of the largest stroke inside
    double extent = 0;       ///< its longest side
    double line = 0;         ///< how dark the darkest stroke inside is that is long enough to be meant, 0 to 1, less that of an empty one
    double tint = 0;         ///< how dark even its lightest part is, 0 to 1, less that of an empty one
    double around = 0;       ///< share of the way round just outside that has ink
    double pale_around = 0;  ///< the same of ink that is as pale as a pencil, if the noise of the page lets it be seen
    double beside = 0;       ///< area of the largest stroke outside, within reach of this choice
    double beside_extent = 0;
    double over_print = 1;  ///< ink on the word printed beside it, as a factor of what that has
    bool through = false;   ///< a line goes straight through it and on on both sides
    double rim = 0;         ///< how dark its ring is, as a factor of what those of this page are
    double trace = 0;       ///< `line` from which it is more than the noise of this page
    double shade = 0;       ///< the same for `tint`
    bool seen = true;       ///< the line of the ring is where it should be
};

/// Of all rings of a page.
[[nodiscard]] std::vector<Inked> measure(const Gray& picture, const layout::PageMap& map, const Placed& placed,
                                         const std::vector<Ring>& rings);

/// What may be lost of what was drawn on a page.
struct Loss {
    double frames = 1;        ///< what frames_seen says
    bool two_valued = false;  ///< what is_two_valued says
};
/// The answer to a question from the choices `own` (indices of rings and inks).
[[nodiscard]] Answer judge(const std::vector<std::size_t>& own, const std::vector<Ring>& rings, const std::vector<Inked>& inks,
                           const Loss& loss);

}  // namespace dossier::scans
