#include "scans/barcode.hpp"

#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace dossier::scans {

std::vector<SeenCode> read_barcodes(const Gray& picture, bool harder) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(harder);
    hints.setTryRotate(false);  // QR codes are found in any position without
    hints.setTryDownscale(harder);
    hints.setMaxNumberOfSymbols(harder ? kMostCodes : 1);
    const ZXing::ImageView view(picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum);
    std::vector<SeenCode> out;
    for (const ZXing::Result& r : ZXing::ReadBarcodes(view, hints)) {
        if (!r.isValid()) continue;
        SeenCode code;
        const auto& bytes = r.bytes();
        code.text.assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), kLongestCode)));
        for (std::size_t i = 0; i < 4; ++i)
            code.corners[i] = {static_cast<double>(r.position()[i].x), static_cast<double>(r.position()[i].y)};
        out.push_back(std::move(code));
    }
    return out;
}

}  // namespace dossier::scans
