#include "paper.hpp"

#include "maths.hpp"
#include "sensor.hpp"

#include <algorithm>

namespace scan_generator {
namespace {

/// Pixels in the square of `reach` around (x, y), with their distance from it.
template <typename F> void around(Raster& sheet, double x, double y, double reach, const F& f) {
    for (int j = std::max(0, static_cast<int>(y - reach)); j < std::min<double>(sheet.height, y + reach + 1); ++j)
        for (int i = std::max(0, static_cast<int>(x - reach)); i < std::min<double>(sheet.width, x + reach + 1); ++i)
            f(sheet.row(j)[i], i + 0.5 - x, j + 0.5 - y);
}
double length(double x, double y) { return std::sqrt(x * x + y * y); }

void shine_through(Raster& sheet, double strength) {
    // The back of a form is another page of it: much the same things in much the same places, mirrored and out of focus.
    Raster back = sheet;
    for (int y = 0; y < back.height; ++y) std::reverse(back.row(y), back.row(y) + back.width);
    blur(back, sheet.dpi / 130);
    const int part = static_cast<int>(strength * 256);
    const std::ptrdiff_t down = std::ptrdiff_t{sheet.height / 50} * sheet.width;
    const auto n = static_cast<std::ptrdiff_t>(sheet.gray.size());
    for (std::ptrdiff_t i = 0; i + down < n; ++i) {
        std::uint8_t& v = sheet.gray[static_cast<std::size_t>(i)];
        const int dark = 255 - back.gray[static_cast<std::size_t>(i + down)];
        v = static_cast<std::uint8_t>(v * (65536 - dark * part) >> 16);
    }
}

void fold(Raster& sheet, const Fold& f, Random& random) {
    const double mm = sheet.dpi / 25.4, at = f.at * (f.across ? sheet.height : sheet.width);
    const double tilt = 0.004 * random.normal(), fine = mm * random.range(0.1, 0.25), wide = mm * random.range(2, 6);
    const double way = random.sign(), light = way * f.depth * random.range(0.2, 0.45);
    const std::uint64_t seed = random.bits();
    const int along = f.across ? sheet.width : sheet.height, others = f.across ? sheet.height : sheet.width;
    const int reach = static_cast<int>(3 * wide);
    for (int a = 0; a < along; ++a) {
        const double middle = at + tilt * (a - along / 2.0) + 0.1 * mm * noise_1d(seed, a / (8 * mm));
        // Where toner has flaked off, it is pale; elsewhere dirt makes it dark.
        const double depth = f.depth * (0.75 + 0.5 * noise_1d(seed + 1, a / (2 * mm)));
        for (int o = std::max(0, static_cast<int>(middle) - reach); o < std::min(others, static_cast<int>(middle) + reach); ++o) {
            std::uint8_t& v = f.across ? sheet.row(o)[a] : sheet.row(a)[o];
            const double d = o + 0.5 - middle, line = exponential(-0.5 * d * d / (fine * fine));
            const double side = light * (d > 0 ? 1 : -0.6) * exponential(-std::abs(d) / wide);
            const double bare = v < 100 ? 0.5 * line * (110 - v) : 0;
            v = to_byte(v * (1 - depth * line) * (1 - std::max(0.0, side)) + bare + 12 * std::max(0.0, -side));
        }
    }
}

void punch(Raster& sheet, int holes, double grey, Random& random) {
    // ISO 838: 80 mm apart, 12 mm in, 6 mm across; by hand, so never quite there.
    const double mm = sheet.dpi / 25.4, x = mm * (12 + random.range(-2, 2)), off = mm * random.range(-6, 6), r = 3 * mm;
    for (int k = 0; k < holes; ++k) {
        const double y = sheet.height / 2.0 + off + 80 * mm * (k - (holes - 1) / 2.0);
        around(sheet, x, y, r + 2, [&](std::uint8_t& v, double dx, double dy) {
            const double d = length(dx, dy), in = std::clamp(r - d + 0.5, 0.0, 1.0);
            const double rim = 0.25 * exponential(-std::abs(d - r) / (0.15 * mm));
            v = to_byte(v * (1 - in) * (1 - rim) + grey * in);
        });
    }
}

void staple(Raster& sheet, Random& random) {
    const double mm = sheet.dpi / 25.4, angle = random.range(-1.1, 0.2), half = 6 * mm, thick = 0.3 * mm;
    const double x = mm * random.range(8, 16), y = mm * random.range(8, 16), c = cosine(angle), s = sine(angle);
    around(sheet, x, y, half + 2 * mm, [&](std::uint8_t& v, double dx, double dy) {
        const double along = dx * c + dy * s, across = -dx * s + dy * c, over = std::max(0.0, std::abs(along) - half);
        const double d = length(over, across);
        const double wire = std::clamp(thick - d + 0.5, 0.0, 1.0);
        // Wire shines in the middle, and throws a shadow to one side.
        const double shine = 70 + 130 * exponential(-0.5 * (along - half / 4) * (along - half / 4) / (4 * mm * mm));
        const double shade = 0.45 * exponential(-std::max(0.0, length(over, across - 0.4 * mm) - thick) / (0.25 * mm));
        v = to_byte(v * (1 - shade) * (1 - wire) + wire * shine * (across < 0 ? 1 : 0.5));
    });
}

void stain(Raster& sheet, Random& random) {
    const double mm = sheet.dpi / 25.4, r = mm * random.range(33, 43), thick = mm * random.range(0.8, 2.5);
    const double x = sheet.width * random.range(0, 1), y = sheet.height * random.range(0.1, 1), dark = random.range(0.08, 0.28);
    const std::uint64_t seed = random.bits();
    // Coffee dries at its edges: two sharp rims with less between them, thinner where the cup did not stand in it.
    around(sheet, x, y, r + 3 * thick, [&](std::uint8_t& v, double dx, double dy) {
        const double d = length(dx, dy);
        if (d < r - 3 * thick || d > r + 3 * thick) return;
        const double ux = dx / d, uy = dy / d, wet = smooth_step(-0.6, 0.5, noise_2d(seed, ux * 1.6 + 9, uy * 1.6 + 9));
        const double edge = thick * (0.8 + 0.5 * noise_2d(seed + 1, ux * 6 + 9, uy * 6 + 9)), off = std::abs(d - r);
        const double inside = smooth_step(edge + 0.3 * mm, edge - 0.1 * mm, off);
        const double rim = exponential(-0.5 * (off - edge) * (off - edge) / (0.07 * mm * mm));
        v = to_byte(v * (1 - dark * wet * std::min(1.0, 0.55 * inside + 0.7 * rim)));
    });
}

}  // namespace

void wear_paper(Raster& sheet, const Wear& wear, Random& random) {
    if (wear.see_through > 0) shine_through(sheet, wear.see_through);
    for (int k = 0; k < wear.stains; ++k) stain(sheet, random);
    for (const Fold& f : wear.folds) fold(sheet, f, random);
    if (wear.punch_holes > 0) punch(sheet, wear.punch_holes, wear.hole_grey, random);
    if (wear.staple) staple(sheet, random);
}

}  // namespace scan_generator
