#include "scans/code.hpp"

#include "layout/page_code.hpp"

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::scans {
namespace {

constexpr std::size_t kLongest = 200;  ///< letters; what has more is no code of ours

struct Part {
    int left, top, width, height;
};

/// A part of a picture with its darkest at black and its lightest at white, `times` as large: what ZXing takes for black and white
/// depends on neither, but on a faded copy it sees no difference at all.
Gray stretched(const Gray& picture, const Part& part, int times) {
    std::vector<int> values;
    for (int y = part.top; y < part.top + part.height; y += 3)
        for (int x = part.left; x < part.left + part.width; x += 3) values.push_back(picture.row(y)[x]);
    const int dark = quantile(values, 0.01), light = quantile(values, 0.9);
    const int range = std::max(12, light - dark);
    Gray out(part.width * times, part.height * times);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            int value = 0;
            if (times == 1) {
                value = picture.row(part.top + y)[part.left + x];
            } else {
                // Between the middles of four pixels, so that edges do not become stairs.
                const double fx = (x + 0.5) / times - 0.5 + part.left, fy = (y + 0.5) / times - 0.5 + part.top;
                const int x0 = static_cast<int>(std::floor(fx)), y0 = static_cast<int>(std::floor(fy));
                const double ax = fx - x0, ay = fy - y0;
                value = static_cast<int>((1 - ay) * ((1 - ax) * picture.at(x0, y0) + ax * picture.at(x0 + 1, y0)) +
                                         ay * ((1 - ax) * picture.at(x0, y0 + 1) + ax * picture.at(x0 + 1, y0 + 1)));
            }
            out.row(y)[x] = static_cast<std::uint8_t>(std::clamp((value - dark) * 255 / range, 0, 255));
        }
    return out;
}

std::optional<SeenCode> look(const Gray& picture, const Part& part, int times, bool harder) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(harder);
    hints.setTryRotate(false);  // QR codes are found in any position without
    hints.setTryDownscale(harder);
    hints.setMaxNumberOfSymbols(harder ? 4 : 1);
    const Gray seen_as = stretched(picture, part, times);
    const ZXing::ImageView view(seen_as.pixels.data(), seen_as.width, seen_as.height, ZXing::ImageFormat::Lum);
    std::optional<SeenCode> other;
    for (const ZXing::Result& r : ZXing::ReadBarcodes(view, hints)) {
        if (!r.isValid()) continue;
        SeenCode seen;
        const auto& bytes = r.bytes();
        seen.text.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), kLongest)));
        for (std::size_t i = 0; i < 4; ++i)
            seen.corners[i] = {static_cast<double>(r.position()[i].x) / times + part.left, static_cast<double>(r.position()[i].y) / times + part.top};
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
    const std::array<Part, 4> corners{Part{right, 0, side, side}, Part{0, bottom, side, side}, Part{right, bottom, side, side}, Part{0, 0, side, side}};
    for (const Part& part : corners)
        if (take(look(picture, part, 1, false))) return other;
    const bool small = std::max(picture.width, picture.height) < 3000;
    if (take(look(picture, {0, 0, picture.width, picture.height}, 1, true))) return other;
    for (const Part& part : corners)
        if (take(look(picture, part, small ? 2 : 1, true))) return other;
    return other;
}

}  // namespace dossier::scans
