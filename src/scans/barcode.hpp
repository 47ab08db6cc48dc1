#pragma once
/// QR codes on a picture, by ZXing: linked in the program (barcode_zxing.cpp), or that of the page in a browser (barcode_page.cpp). Private to
/// `scans`.

#include "scans/gray.hpp"
#include "scans/plane.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace dossier::scans {

inline constexpr std::size_t kLongestCode = 200;  ///< bytes; what has more is no code of ours, and is cut off
inline constexpr int kMostCodes = 4;

struct SeenCode {
    std::string text;              ///< bytes of whoever printed it
    std::array<Point, 4> corners;  ///< top left, top right, bottom right and bottom left of the code itself, on the picture
};
/// One code, or `harder`, which takes ten times as long: at most kMostCodes, also where a picture is too sharp to see them.
[[nodiscard]] std::vector<SeenCode> read_barcodes(const Gray& picture, bool harder);

}  // namespace dossier::scans
