#include "scans/pictures.hpp"

#include <leptonica/allheaders.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <array>

namespace dossier::scans {
namespace {

struct Destroy {
    void operator()(Pix* p) const { pixDestroy(&p); }
};
using Picture = std::unique_ptr<Pix, Destroy>;

/// A scan of A3 in 600 dpi has 70 million.
constexpr std::uint64_t kMostPixels = 120'000'000;
constexpr int kMostSide = 30'000;

const l_uint8* raw(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

bool fits(l_int32 width, l_int32 height) {
    return width > 0 && height > 0 && width <= kMostSide && height <= kMostSide &&
           static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) <= kMostPixels;
}

/// In grey, and no larger than it is read.
std::optional<Gray> gray_of(Picture picture) {
    Picture gray(pixConvertTo8(picture.get(), FALSE));
    picture.reset();
    if (!gray) return std::nullopt;
    const int width = pixGetWidth(gray.get()), height = pixGetHeight(gray.get());
    const int side = std::max(width, height);
    if (side > kLongSide) {
        const auto scale = static_cast<l_float32>(kUsualSide) / static_cast<l_float32>(side);
        gray.reset(pixScaleAreaMap(gray.get(), scale, scale));
        if (!gray) return std::nullopt;
    }
    Gray out(pixGetWidth(gray.get()), pixGetHeight(gray.get()));
    pixEndianByteSwap(gray.get());  // to bytes in the order of the pixels
    const l_uint32* words = pixGetData(gray.get());
    const int stride = pixGetWpl(gray.get());
    for (int y = 0; y < out.height; ++y) {
        const auto* from = reinterpret_cast<const std::uint8_t*>(words + static_cast<std::ptrdiff_t>(y) * stride);
        std::copy(from, from + out.width, out.row(y));
    }
    return out;
}

bool begins(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }
bool is_jpeg(std::string_view bytes) { return begins(bytes, "\xff\xd8\xff"); }

/// JPEG and PNG have one page, TIFF many.
class Images : public Pictures {
public:
    Images(std::string_view bytes, bool tiff, std::size_t count) : bytes_(bytes), tiff_(tiff), count_(count) {}
    [[nodiscard]] std::size_t count() const override { return count_; }
    [[nodiscard]] std::optional<Gray> page(std::size_t index, Condition& condition) override {
        l_int32 width = 0, height = 0, bits = 0, samples = 0;
        const auto n = static_cast<l_int32>(index);
        const bool header = tiff_ ? readHeaderMemTiff(raw(bytes_), bytes_.size(), n, &width, &height, &bits, &samples, nullptr, nullptr, nullptr) == 0
                                  : pixReadHeaderMem(raw(bytes_), bytes_.size(), nullptr, &width, &height, &bits, &samples, nullptr) == 0;
        if (!header) return fail(condition, Condition::unreadable);
        if (!fits(width, height)) return fail(condition, Condition::too_much);
        Picture picture(tiff_ ? Picture(pixReadMemTiff(raw(bytes_), bytes_.size(), n)) : read(std::max(width, height)));
        if (!picture) return fail(condition, Condition::unreadable);
        auto gray = gray_of(std::move(picture));
        return gray ? gray : fail(condition, Condition::unreadable);
    }

private:
    std::string_view bytes_;
    bool tiff_;
    std::size_t count_;

    /// A JPEG gives its brightness alone, and at half or a quarter of its size, for less work.
    [[nodiscard]] Picture read(int side) const {
        if (!is_jpeg(bytes_)) return Picture(pixReadMem(raw(bytes_), bytes_.size()));
        const l_int32 reduction = side >= 4 * kUsualSide ? 4 : side >= 2 * kUsualSide ? 2 : 1;
        return Picture(pixReadMemJpeg(raw(bytes_), bytes_.size(), 0, reduction, nullptr, L_JPEG_READ_LUMINANCE));
    }
    static std::optional<Gray> fail(Condition& condition, Condition why) {
        condition = why;
        return std::nullopt;
    }
};

/// The page as it looks, whatever the scanner put in it.
class PdfPages : public Pictures {
public:
    explicit PdfPages(std::unique_ptr<poppler::document> document) : document_(std::move(document)) {
        renderer_.set_image_format(poppler::image::format_gray8);
        renderer_.set_render_hint(poppler::page_renderer::antialiasing);
        renderer_.set_render_hint(poppler::page_renderer::text_antialiasing);
    }
    [[nodiscard]] std::size_t count() const override { return static_cast<std::size_t>(document_->pages()); }
    [[nodiscard]] std::optional<Gray> page(std::size_t index, Condition& condition) override {
        condition = Condition::unreadable;
        const std::unique_ptr<poppler::page> page(document_->create_page(static_cast<int>(index)));
        if (!page) return std::nullopt;
        const poppler::rectf box = page->page_rect();
        const double side = std::max(box.width(), box.height());
        if (!(side > 10) || side > 14'400) return std::nullopt;
        const double dpi = std::clamp(kUsualSide * 72.0 / side, 10.0, 300.0);
        const poppler::image image = renderer_.render_page(page.get(), dpi, dpi);
        if (!image.is_valid()) return std::nullopt;
        Gray out(image.width(), image.height());
        for (int y = 0; y < out.height; ++y) {
            const auto* from = reinterpret_cast<const std::uint8_t*>(image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row());
            std::copy(from, from + out.width, out.row(y));
        }
        return out;
    }

private:
    std::unique_ptr<poppler::document> document_;
    poppler::page_renderer renderer_;
};

void be_silent(const std::string&, void*) {}

}  // namespace

void prepare_pictures() {
    setMsgSeverity(L_SEVERITY_NONE);
    poppler::set_debug_error_function(be_silent, nullptr);
}

std::unique_ptr<Pictures> open_pictures(std::string_view bytes) {
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
        std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
        if (!document || document->is_locked() || document->pages() <= 0) return nullptr;
        return std::make_unique<PdfPages>(std::move(document));
    }
    const bool tiff = begins(bytes, {"II*\0", 4}) || begins(bytes, {"MM\0*", 4});
    if (!tiff && !is_jpeg(bytes) && !begins(bytes, "\x89PNG\r\n\x1a\n")) return nullptr;
    std::size_t count = 1;
    // The directories of a TIFF are a chain that may be a circle.
    if (tiff)
        for (l_int32 w = 0, h = 0, bits = 0, samples = 0;
             count < kMostPages &&
             readHeaderMemTiff(raw(bytes), bytes.size(), static_cast<l_int32>(count), &w, &h, &bits, &samples, nullptr, nullptr, nullptr) == 0;)
            ++count;
    return std::make_unique<Images>(bytes, tiff, count);
}

std::string png_of(const Gray& picture, const Box& box, double scale) {
    const int left = std::clamp(box.left, 0, picture.width), right = std::clamp(box.right, 0, picture.width);
    const int top = std::clamp(box.top, 0, picture.height), bottom = std::clamp(box.bottom, 0, picture.height);
    if (left >= right || top >= bottom) return {};
    Picture whole(pixCreate(right - left, bottom - top, 8));
    if (!whole) return {};
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) pixSetPixel(whole.get(), x - left, y - top, picture.row(y)[x]);
    if (scale < 1) whole.reset(pixScaleAreaMap(whole.get(), static_cast<l_float32>(scale), static_cast<l_float32>(scale)));
    if (whole) whole.reset(pixThresholdTo4bpp(whole.get(), 16, 0));
    l_uint8* data = nullptr;
    std::size_t size = 0;
    if (!whole || pixWriteMemPng(&data, &size, whole.get(), 0) != 0) return {};
    std::string out(reinterpret_cast<const char*>(data), size);
    lept_free(data);
    return out;
}

}  // namespace dossier::scans
