#pragma once
/// From places on a page to places on its picture. Private to `scans`.

#include <array>
#include <optional>
#include <span>

namespace dossier::scans {

struct Point {
    double x = 0, y = 0;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
};
[[nodiscard]] double length(Point p);

/// A point of the page (in points, from its top left corner, y downwards) and where it is on the picture.
struct Pair {
    Point page, picture;
};

/// A projection of the plane: what a flat page looks like from anywhere.
class Plane {
public:
    [[nodiscard]] Point operator()(Point page) const;
    /// Pixels to the point, at a place.
    [[nodiscard]] double scale(Point page) const;

    /// Rotation, scale and shift that come closest for two pairs or more.
    [[nodiscard]] static std::optional<Plane> similar(std::span<const Pair> pairs);
    /// The same with shear and other scales across and down, for three pairs or more that are not on a line.
    [[nodiscard]] static std::optional<Plane> affine(std::span<const Pair> pairs);
    /// Through four pairs, no three of them on a line.
    [[nodiscard]] static std::optional<Plane> projective(std::span<const Pair, 4> pairs);

private:
    std::array<double, 9> m_{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

}  // namespace dossier::scans
