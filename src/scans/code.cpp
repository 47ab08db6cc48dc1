#include "scans/code.hpp"

#include "layout/page_code.hpp"

#include <ZXing/ReadBarcode.h>

namespace dossier::scans {
namespace {

constexpr std::size_t kLongest = 200;  ///< letters; what has more is no code of ours

struct Part {
    int left, top, width, height;
};

std::optional<SeenCode> look(const Gray& picture, const Part& part, bool harder) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(harder);
    hints.setTryRotate(false);  // QR codes are found in any position without
    hints.setTryDownscale(harder);
    hints.setMaxNumberOfSymbols(harder ? 4 : 1);
    const ZXing::ImageView view(picture.row(part.top) + part.left, part.width, part.height, ZXing::ImageFormat::Lum, picture.width);
    std::optional<SeenCode> other;
    for (const ZXing::Result& r : ZXing::ReadBarcodes(view, hints)) {
        if (!r.isValid()) continue;
        SeenCode seen;
        const auto& bytes = r.bytes();
        seen.text.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), kLongest)));
        for (std::size_t i = 0; i < 4; ++i)
            seen.corners[i] = {static_cast<double>(r.position()[i].x + part.left),
                               static_cast<double>(r.position()[i].y + part.top)};
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
    for (const Part& part : {Part{right, 0, side, side}, Part{0, bottom, side, side}, Part{right, bottom, side, side}, Part{0, 0, side, side}})
        if (take(look(picture, part, false))) return other;
    take(look(picture, {0, 0, picture.width, picture.height}, true));
    return other;
}

}  // namespace dossier::scans
