#include "scans/code.hpp"

#include "layout/page_code.hpp"
#include "scans/barcode.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::scans {
namespace {

struct Part {
    int left, top, width, height;
};

/// How a part of a picture is shown to ZXing.
struct Look {
    int times = 1;        ///< enlarged
    bool softly = false;  ///< each pixel as the mean of nine: without the specks of a fax, among which ZXing seeks for seconds
    bool harder = false;
};

Gray enlarged(const Gray& picture, const Part& part, int times) {
    Gray out(part.width * times, part.height * times);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            if (times == 1) {
                out.row(y)[x] = picture.row(part.top + y)[part.left + x];
                continue;
            }
            // Between the middles of four pixels, so that edges do not become stairs.
            const double fx = (x + 0.5) / times - 0.5 + part.left, fy = (y + 0.5) / times - 0.5 + part.top;
            const int x0 = static_cast<int>(std::floor(fx)), y0 = static_cast<int>(std::floor(fy));
            const double ax = fx - x0, ay = fy - y0;
            out.row(y)[x] = static_cast<std::uint8_t>((1 - ay) * ((1 - ax) * picture.at(x0, y0) + ax * picture.at(x0 + 1, y0)) +
                                                      ay * ((1 - ax) * picture.at(x0, y0 + 1) + ax * picture.at(x0 + 1, y0 + 1)));
        }
    return out;
}

Gray softened(const Gray& picture) {
    Gray out = picture;
    for (int y = 1; y + 1 < picture.height; ++y) {
        const std::uint8_t *above = picture.row(y - 1), *row = picture.row(y), *below = picture.row(y + 1);
        for (int x = 1; x + 1 < picture.width; ++x)
            out.row(y)[x] = static_cast<std::uint8_t>(
                (above[x - 1] + above[x] + above[x + 1] + row[x - 1] + row[x] + row[x + 1] + below[x - 1] + below[x] + below[x + 1]) / 9);
    }
    return out;
}

/// The darkest at black and the lightest at white: on a faded copy ZXing sees no difference at all.
void stretch(Gray& picture) {
    std::vector<int> values;
    for (int y = 0; y < picture.height; y += 3)
        for (int x = 0; x < picture.width; x += 3) values.push_back(picture.row(y)[x]);
    const int dark = quantile(values, 0.01), light = quantile(values, 0.9), range = std::max(12, light - dark);
    for (std::uint8_t& p : picture.pixels) p = static_cast<std::uint8_t>(std::clamp((p - dark) * 255 / range, 0, 255));
}

std::optional<SeenCode> look(const Gray& picture, const Part& part, const Look& how) {
    Gray seen_as = enlarged(picture, part, how.times);
    if (how.softly) seen_as = softened(seen_as);
    stretch(seen_as);
    std::optional<SeenCode> other;
    for (SeenCode& seen : read_barcodes(seen_as, how.harder)) {
        for (Point& corner : seen.corners) corner = {corner.x / how.times + part.left, corner.y / how.times + part.top};
        if (layout::parse_page_code(seen.text)) return seen;
        if (!other) other = seen;
    }
    return other;
}

}  // namespace

std::optional<SeenCode> find_code(const Gray& picture) {
    std::optional<SeenCode> other;
    const auto take = [&other](std::optional<SeenCode> seen) {
        if (!seen) return false;
        if (layout::parse_page_code(seen->text)) {
            other = std::move(seen);
            return true;
        }
        if (!other) other = std::move(seen);
        return false;
    };
    // Upright, upside down, and on either side.
    const int side = static_cast<int>(0.3 * std::min(picture.width, picture.height));
    if (side < 20) return std::nullopt;
    const int right = picture.width - side, bottom = picture.height - side;
    const std::array<Part, 4> corners{Part{right, 0, side, side}, Part{0, bottom, side, side}, Part{right, bottom, side, side},
                                      Part{0, 0, side, side}};
    for (const Part& part : corners)
        if (take(look(picture, part, {}))) return other;
    for (const Part& part : corners)
        if (take(look(picture, part, {1, true, true}))) return other;
    if (take(look(picture, {0, 0, picture.width, picture.height}, {1, true, true}))) return other;
    // Of a small picture each module is hardly more than a pixel.
    if (side < 700)
        for (const Part& part : corners)
            if (take(look(picture, part, {3, true, true}))) return other;
    return other;
}

}  // namespace dossier::scans
