#pragma once
/// A picture file (a school's logo) -> values that pages can show: SVG as paths, PNG as pixels on white. Strict: what a PDF
/// would show differently from a browser is an error, at its place in the file, never left out.

#include "base/base.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dossier::image {

inline constexpr std::size_t kMostBytes = std::size_t{1} << 20;
inline constexpr unsigned kMostPixels = 4000;  ///< on a side

struct Segment {
    enum class Kind : std::uint8_t { move, line, curve, close };
    Kind kind = Kind::move;
    std::array<float, 6> points{};  ///< move, line: x y; curve: two control points and the end
};

/// A path painted with one fill and/or one stroke.
struct Shape {
    std::vector<Segment> path;
    std::optional<Color> fill, stroke;
    float stroke_width = 1;
    bool even_odd = false;
    int cap = 0, join = 0;  ///< as PDF numbers them: 0 butt or miter, 1 round, 2 square or bevel
};

struct Drawing {
    std::vector<Shape> shapes;  ///< painted in this order
};

/// Eight bits of red, green and blue per pixel, row by row from the top, zlib-compressed.
struct Raster {
    unsigned columns = 0, rows = 0;
    std::string pixels;
};

/// `width` and `height` give the coordinates of a drawing, origin at the bottom left, y upwards; of a raster only their
/// ratio counts.
struct Image {
    float width = 0, height = 0;
    std::variant<Drawing, Raster> content;
};

/// Reads `file` by the ending of its name: .svg or .png. nullopt after an error.
[[nodiscard]] std::optional<Image> read_image(const Source& file, Diagnostics& diagnostics);

}  // namespace dossier::image
