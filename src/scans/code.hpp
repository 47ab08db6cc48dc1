#pragma once
/// The code of a page. Private to `scans`.

#include "scans/gray.hpp"
#include "scans/plane.hpp"

#include <array>
#include <optional>
#include <string>

namespace dossier::scans {

struct SeenCode {
    std::string text;              ///< bytes of whoever printed it
    std::array<Point, 4> corners;  ///< top left, top right, bottom right and bottom left of the code itself, on the picture
};
/// Looks where forms have it first, whichever way up the page lies, and then everywhere. Of more than one that of a form goes first.
[[nodiscard]] std::optional<SeenCode> find_code(const Gray& picture);

}  // namespace dossier::scans
