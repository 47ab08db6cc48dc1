#pragma once
/// Leptonica's pictures and ours. Only here and in encode.cpp is it seen.

#include "generator.hpp"

#include <allheaders.h>
#include <memory>

namespace scan_generator {

struct PixDestroyer {
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixDestroyer>;

/// 8 bits, or 1 when `one_bit` (of a raster that is two_valued).
[[nodiscard]] PixPtr to_pix(const Raster& raster, bool one_bit);
/// Any picture, as grey.
[[nodiscard]] Raster to_raster(PIX* pix);

}  // namespace scan_generator
