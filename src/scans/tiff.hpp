#pragma once
/// Where the pictures of a TIFF are. Private to `scans`.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::scans {

struct TiffPicture {
    std::uint32_t directory = 0;  ///< byte in the file
    std::uint32_t width = 0, height = 0;
};

[[nodiscard]] bool is_tiff(std::string_view bytes);
/// In their order, without small versions of others; `most` at most. Where the file was cut off is one that is not in it. libtiff would walk
/// the whole chain of directories anew for each.
[[nodiscard]] std::vector<TiffPicture> tiff_pictures(std::string_view bytes, std::size_t most);

}  // namespace dossier::scans
