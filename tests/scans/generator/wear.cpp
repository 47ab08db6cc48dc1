/// From paper to picture, in the order in which it happens.

#include "geometry.hpp"
#include "paper.hpp"
#include "sensor.hpp"

#include "maths.hpp"

#include <algorithm>

namespace scan_generator {
namespace {

/// One time on a scanner. `passage.flat` leads from pixels of `page` to pixels of the picture.
struct Pass {
    Raster picture;
    Passage passage;
};

/// A sheet at about the resolution of the picture, and how its pixels follow from those of `page`.
Raster sheet_of(const Raster& page, const Wear& wear, Homography& map) {
    const double want = wear.dpi * std::max(wear.scale_x, wear.scale_y) / page.dpi;
    if (want > 0.97) {
        map = {};
        return page;
    }
    const int w = static_cast<int>(std::lround(page.width * want)), h = static_cast<int>(std::lround(page.height * want));
    map = scaling(static_cast<double>(w) / page.width, static_cast<double>(h) / page.height);
    return shrunk(page, w, h);
}

/// On glass: centre on centre, then as it was laid.
Homography laid(const Raster& sheet, const Wear& wear, double width, double height) {
    const double mm = wear.dpi / 25.4, down = wear.dpi_y > 0 ? wear.dpi_y / wear.dpi : 1;
    const double x = wear.scale_x * wear.dpi / sheet.dpi, y = wear.scale_y * wear.dpi / sheet.dpi;
    return translation(width / 2 + wear.shift_x * mm, height / 2 + wear.shift_y * mm * down) * scaling(1, down) * rotation(wear.skew) *
           scaling(x, y) * translation(-sheet.width / 2.0, -sheet.height / 2.0);
}

/// Before a lens that is not quite above it.
Homography seen(const Raster& sheet, const Wear& wear, double width, double height, Random& random) {
    const double w = sheet.width, h = sheet.height;
    const Homography straight = laid(sheet, wear, width, height);
    std::array<Point, 4> corners{straight({0, 0}), straight({w, 0}), straight({w, h}), straight({0, h})};
    for (Point& c : corners) {
        // Inwards mostly: who takes a photo wants all of the page on it.
        const double in = random.range(-0.15, 1) * wear.perspective, side = random.range(-0.15, 1) * wear.perspective;
        c.x += (c.x < width / 2 ? 1 : -1) * in * width;
        c.y += (c.y < height / 2 ? 1 : -1) * side * height;
    }
    return onto(w, h, corners);
}

/// Paper ends with a thin line on a scanner: the lamp looks under its edge.
void line_edges(Raster& sheet, Random& random) {
    const std::uint8_t grey = to_byte(random.range(150, 250));
    const auto darken = [grey](std::uint8_t& v) { v = std::min(v, grey); };
    for (int x = 0; x < sheet.width; ++x) darken(sheet.row(0)[x]), darken(sheet.row(sheet.height - 1)[x]);
    for (int y = 0; y < sheet.height; ++y) darken(sheet.row(y)[0]), darken(sheet.row(y)[sheet.width - 1]);
}

void develop(Raster& picture, const Wear& wear, Random& random) {
    glass_line(picture, wear.glass_line, random);
    blur(picture, wear.mode == Mode::colour_as_grey ? std::sqrt(wear.blur * wear.blur + 0.36) : wear.blur);
    if (wear.motion > 0) shake(picture, wear.motion, random.range(0, 180));
    expose(picture, wear, random);
    if (wear.mode == Mode::threshold || wear.mode == Mode::adaptive) to_black_and_white(picture, wear);
    salt_and_pepper(picture, wear.salt_pepper, random);
    if (wear.jpeg_quality > 0 && wear.mode != Mode::threshold && wear.mode != Mode::adaptive) through_jpeg(picture, wear.jpeg_quality);
}

Pass pass(const Raster& page, const Wear& wear, std::uint64_t seed) {
    Random random(seed);
    Homography shrink, turn;
    Raster upright = sheet_of(page, wear, shrink);
    wear_paper(upright, wear, random);
    Raster sheet = turned(upright, wear.quarter_turns, turn);
    line_edges(sheet, random);

    const double down = wear.dpi_y > 0 ? wear.dpi_y : wear.dpi;
    const bool on_side = (wear.quarter_turns & 1) != 0;
    const double wide = (on_side ? page.height : page.width) / page.dpi, high = (on_side ? page.width : page.height) / page.dpi;
    const int width = static_cast<int>(std::lround((wide + 2 * wear.margin / 25.4) * wear.dpi));
    const int height = static_cast<int>(std::lround((high + 2 * wear.margin / 25.4) * down));
    Passage passage;
    passage.flat = wear.photo ? seen(sheet, wear, width, height, random) : laid(sheet, wear, width, height);
    if (wear.stretch > 0 || wear.slips > 0 || wear.curl > 0) pull_unevenly(passage, height, down, wear, random);

    const Light light = light_of(wear, width, height, random);
    Pass out{warped(sheet, passage, width, height, backdrop_of(wear, random), light), std::move(passage)};
    out.picture.dpi = wear.dpi;
    if (wear.dpi_y > 0 && wear.dpi_y != wear.dpi) out.picture.dpi_y = wear.dpi_y;
    develop(out.picture, wear, random);
    out.passage.flat = out.passage.flat * turn * shrink;
    return out;
}

}  // namespace

Scan degrade(const Raster& page, const Wear& wear, std::uint64_t seed) {
    Scan out;
    if (page.gray.empty()) return out;
    // From points to the pixels of the page.
    const Point origin = page.pixel({0, 0});
    Homography from{{page.dpi / 72, 0, origin.x, 0, -page.dpi / 72, origin.y, 0, 0, 1}};
    Raster sheet;
    const auto go = [&](const Wear& w, std::uint64_t own) {
        Pass p = pass(sheet.gray.empty() ? page : sheet, w, own);
        p.passage.flat = p.passage.flat * from;
        out.homography = p.passage.flat * out.homography;
        out.passages.push_back(std::move(p.passage));
        from = {};
        return std::move(p.picture);
    };
    for (const Wear& earlier : wear.before) {
        sheet = go(earlier, mix(seed, out.passages.size() + 1));
        print_out(sheet, wear.toner, mix(seed, out.passages.size() + 100));
    }
    out.picture = go(wear, mix(seed, 0));
    return out;
}

}  // namespace scan_generator
