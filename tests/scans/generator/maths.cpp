#include "maths.hpp"

#include "random.hpp"

namespace scan_generator {
namespace {

double at_corner(std::uint64_t seed, std::int64_t x, std::int64_t y) {
    const std::uint64_t h = mix(seed + static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(y) + 0x51ED27u);
    return static_cast<double>(h >> 11) * 0x1p-52 - 1;
}
double ease(double t) { return t * t * (3 - 2 * t); }

}  // namespace

double noise_1d(std::uint64_t seed, double x) {
    const double whole = std::floor(x), t = ease(x - whole);
    const auto i = static_cast<std::int64_t>(whole);
    return at_corner(seed, i, 0) * (1 - t) + at_corner(seed, i + 1, 0) * t;
}

double noise_2d(std::uint64_t seed, double x, double y) {
    const double fx = std::floor(x), fy = std::floor(y), tx = ease(x - fx), ty = ease(y - fy);
    const auto i = static_cast<std::int64_t>(fx), j = static_cast<std::int64_t>(fy);
    const double top = at_corner(seed, i, j) * (1 - tx) + at_corner(seed, i + 1, j) * tx;
    const double bottom = at_corner(seed, i, j + 1) * (1 - tx) + at_corner(seed, i + 1, j + 1) * tx;
    return top * (1 - ty) + bottom * ty;
}

}  // namespace scan_generator
