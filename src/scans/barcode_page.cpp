#include "scans/barcode.hpp"

#include <algorithm>
#include <cstdint>

/// Of src/app/barcodes.js. `out` gets of each code its corners as x and y, its length and its bytes, each a number of 32 bits; at most `most`
/// of these. Returns how many codes.
extern "C" int dossier_read_barcodes(const std::uint8_t* pixels, int width, int height, int harder, std::int32_t* out, int most);

namespace dossier::scans {

std::vector<SeenCode> read_barcodes(const Gray& picture, bool harder) {
    constexpr std::size_t kNumbers = 9;
    std::vector<std::int32_t> said((kNumbers + kLongestCode) * kMostCodes);
    const int count = dossier_read_barcodes(picture.pixels.data(), picture.width, picture.height, harder ? 1 : 0, said.data(),
                                            static_cast<int>(said.size()));
    std::vector<SeenCode> out;
    std::size_t at = 0;
    for (int n = 0; n < std::min(count, kMostCodes) && at + kNumbers <= said.size(); ++n) {
        SeenCode code;
        for (Point& corner : code.corners) {
            corner = {static_cast<double>(said[at]), static_cast<double>(said[at + 1])};
            at += 2;
        }
        const std::size_t length = std::min({static_cast<std::size_t>(std::max(said[at++], 0)), kLongestCode, said.size() - at});
        for (std::size_t i = 0; i < length; ++i) code.text += static_cast<char>(said[at++]);
        out.push_back(std::move(code));
    }
    return out;
}

}  // namespace dossier::scans
