#pragma once
/// The pages of a file as grey pictures of a moderate size. Private to `scans`.

#include "scans/gray.hpp"
#include "scans/scans.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::scans {

/// Long side of a picture that is read, at most, in pixels: of A4 at 300 dpi. Larger ones are made smaller. At 200 dpi it is 2339.
inline constexpr int kLongSide = 3600, kUsualSide = 2339;

/// A PDF, TIFF, JPEG or PNG. Borrows the bytes.
class Pictures {
public:
    Pictures() = default;
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;
    virtual ~Pictures() = default;
    [[nodiscard]] virtual std::size_t count() const = 0;
    /// Page `index`, from 0; else why not, in `condition`.
    [[nodiscard]] virtual std::optional<Gray> page(std::size_t index, Condition& condition) = 0;
};
/// nullptr when it is none of them, or cannot be read at all.
[[nodiscard]] std::unique_ptr<Pictures> open_pictures(std::string_view bytes);

/// A part of a picture as a PNG of sixteen greys, `scale` times as large.
[[nodiscard]] std::string png_of(const Gray& picture, const Box& box, double scale);

}  // namespace dossier::scans
