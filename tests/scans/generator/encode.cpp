#include "lept.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

namespace scan_generator {
namespace {

/// What Leptonica gives as malloc'd bytes.
std::string taken(l_ok failed, l_uint8* data, std::size_t size) {
    std::string out;
    if (failed == 0 && data) out.assign(reinterpret_cast<const char*>(data), size);
    lept_free(data);
    return out;
}

template <typename Write> std::string in_memory(const Write& write) {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    const l_ok failed = write(&data, &size);
    return taken(failed, data, size);
}

/// A word of Leptonica holds pixels from its highest bits on, whatever the machine.
void pack_bytes(const std::uint8_t* from, int width, l_uint32* to) {
    for (int x = 0; x < width; x += 4) {
        l_uint32 word = 0;
        for (int k = 0; k < 4; ++k) word = word << 8 | (x + k < width ? from[x + k] : 0u);
        *to++ = word;
    }
}
void pack_bits(const std::uint8_t* from, int width, l_uint32* to) {
    for (int x = 0; x < width; x += 32) {
        l_uint32 word = 0;
        for (int k = 0; k < 32; ++k) word = word << 1 | (x + k < width && from[x + k] < 128 ? 1u : 0u);
        *to++ = word;
    }
}

/// The pages of `pdf`, each a document of its own, in one.
std::string joined(const std::vector<std::string>& documents) {
    if (documents.size() == 1) return documents[0];
    L_PTRA* parts = ptraCreate(0);
    for (const std::string& d : documents) ptraAdd(parts, l_byteaInitFromMem(reinterpret_cast<const l_uint8*>(d.data()), d.size()));
    std::string out = in_memory([&](l_uint8** data, std::size_t* size) { return ptraConcatenatePdfToData(parts, nullptr, data, size); });
    l_int32 count = 0;
    ptraGetActualCount(parts, &count);
    for (l_int32 i = 0; i < count; ++i) {
        auto* bytes = static_cast<L_BYTEA*>(ptraRemove(parts, i, L_NO_COMPACTION));
        l_byteaDestroy(&bytes);
    }
    ptraDestroy(&parts, 0, 0);
    return out;
}

std::string one_page(const Raster& page, PdfPicture picture, int quality) {
    const bool bits = two_valued(page) && picture != PdfPicture::dct;
    const PixPtr pix = to_pix(page, bits);
    if (!pix) return {};
    const int type = picture == PdfPicture::flate ? L_FLATE_ENCODE : bits ? L_G4_ENCODE : L_JPEG_ENCODE;
    // A fax has two resolutions and Leptonica's PDF one, so its page is a little too high there; as it is in many a real file.
    const int res = static_cast<int>(std::lround(page.dpi));
    return in_memory([&](l_uint8** data, std::size_t* size) {
        return pixConvertToPdfData(pix.get(), type, quality, data, size, 0, 0, res, nullptr, nullptr, 0);
    });
}

}  // namespace

PixPtr to_pix(const Raster& raster, bool one_bit) {
    PixPtr pix(pixCreateNoInit(raster.width, raster.height, one_bit ? 1 : 8));
    if (!pix) return pix;
    l_uint32* to = pixGetData(pix.get());
    const std::ptrdiff_t words = pixGetWpl(pix.get());
    for (int y = 0; y < raster.height; ++y, to += words) (one_bit ? pack_bits : pack_bytes)(raster.row(y), raster.width, to);
    const double down = raster.dpi_y > 0 ? raster.dpi_y : raster.dpi;
    pixSetResolution(pix.get(), static_cast<int>(std::lround(raster.dpi)), static_cast<int>(std::lround(down)));
    return pix;
}

Raster to_raster(PIX* pix) {
    if (!pix) return {};
    const PixPtr gray(pixGetDepth(pix) == 8 && !pixGetColormap(pix) ? pixClone(pix) : pixConvertTo8(pix, 0));
    if (!gray) return {};
    Raster out(pixGetWidth(gray.get()), pixGetHeight(gray.get()), pixGetXRes(pix), 0);
    if (pixGetYRes(pix) != pixGetXRes(pix)) out.dpi_y = pixGetYRes(pix);
    const l_uint32* from = pixGetData(gray.get());
    const std::ptrdiff_t words = pixGetWpl(gray.get());
    for (int y = 0; y < out.height; ++y, from += words) {
        std::uint8_t* to = out.row(y);
        for (int x = 0; x < out.width; x += 4) {
            const l_uint32 word = from[x / 4];
            for (int k = 0; k < std::min(4, out.width - x); ++k) to[x + k] = static_cast<std::uint8_t>(word >> (24 - 8 * k));
        }
    }
    return out;
}

bool two_valued(const Raster& raster) {
    return std::all_of(raster.gray.begin(), raster.gray.end(), [](std::uint8_t v) { return v == 0 || v == 255; });
}

std::string encode_png(const Raster& raster) {
    const PixPtr pix = to_pix(raster, two_valued(raster));
    if (!pix) return {};
    pixSetZlibCompression(pix.get(), 3);  // half the time of the default, for hardly more bytes
    return in_memory([&](l_uint8** data, std::size_t* size) { return pixWriteMemPng(data, size, pix.get(), 0); });
}

std::string encode_jpeg(const Raster& raster, int quality) {
    const PixPtr pix = to_pix(raster, false);
    if (!pix) return {};
    return in_memory([&](l_uint8** data, std::size_t* size) { return pixWriteMemJpeg(data, size, pix.get(), quality, 0); });
}

std::string encode_tiff(std::span<const Raster> pages) {
    PIXA* all = pixaCreate(static_cast<int>(pages.size()));
    bool bits = !pages.empty();
    for (const Raster& p : pages) bits = bits && two_valued(p);
    for (const Raster& p : pages) pixaAddPix(all, to_pix(p, bits).release(), L_INSERT);
    std::string out = in_memory([&](l_uint8** data, std::size_t* size) { return pixaWriteMemMultipageTiff(data, size, all); });
    pixaDestroy(&all);
    return out;
}

std::string encode_pdf(std::span<const Raster> pages, PdfPicture picture, int jpeg_quality) {
    std::vector<std::string> documents;
    for (const Raster& p : pages) {
        documents.push_back(one_page(p, picture, jpeg_quality));
        if (documents.back().empty()) return {};
    }
    return documents.empty() ? std::string() : joined(documents);
}

int tiff_pages(std::string_view bytes) {
    PIXA* all = pixaReadMemMultipageTiff(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size());
    const int count = all ? pixaGetCount(all) : 0;
    pixaDestroy(&all);
    return count;
}

Raster decode(std::string_view bytes) {
    if (bytes.size() < 12) return {};  // Leptonica would complain on the terminal
    const PixPtr pix(pixReadMem(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size()));
    return to_raster(pix.get());
}

}  // namespace scan_generator
