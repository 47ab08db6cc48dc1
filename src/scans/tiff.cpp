#include "scans/tiff.hpp"

#include <set>

namespace dossier::scans {
namespace {

// TIFF 6.0, section 2.
constexpr std::size_t kEntry = 12;
constexpr std::uint32_t kSubfileType = 254, kWidth = 256, kHeight = 257;
constexpr std::uint32_t kShort = 3;
constexpr std::uint32_t kReduced = 1;  ///< bit of the subfile type

/// Numbers in the order of bytes of the file; 0 outside it.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : bytes_(bytes), big_(bytes.front() == 'M') {}
    [[nodiscard]] std::uint32_t at(std::size_t where, std::size_t size) const {
        if (where > bytes_.size() || bytes_.size() - where < size) return 0;
        std::uint32_t out = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto byte = static_cast<unsigned char>(bytes_[where + i]);
            out |= static_cast<std::uint32_t>(byte) << (8 * (big_ ? size - 1 - i : i));
        }
        return out;
    }

private:
    std::string_view bytes_;
    bool big_;
};

}  // namespace

bool is_tiff(std::string_view bytes) {
    return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4));
}

std::vector<TiffPicture> tiff_pictures(std::string_view bytes, std::size_t most) {
    std::vector<TiffPicture> out;
    if (!is_tiff(bytes)) return out;
    const Numbers numbers(bytes);
    // The chain may be a circle.
    std::set<std::uint32_t> seen;
    for (std::uint32_t at = numbers.at(4, 4); at != 0 && out.size() < most && seen.insert(at).second;) {
        const std::size_t count = numbers.at(at, 2);
        TiffPicture picture{at, 0, 0};
        std::uint32_t kind = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t entry = at + 2 + i * kEntry;
            const std::uint32_t tag = numbers.at(entry, 2);
            const std::uint32_t value = numbers.at(entry + 8, numbers.at(entry + 2, 2) == kShort ? 2 : 4);
            if (tag == kSubfileType) kind = value;
            if (tag == kWidth) picture.width = value;
            if (tag == kHeight) picture.height = value;
        }
        if ((kind & kReduced) == 0) out.push_back(picture);
        at = numbers.at(at + 2 + count * kEntry, 4);
    }
    return out;
}

}  // namespace dossier::scans
