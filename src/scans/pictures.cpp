#include "scans/pictures.hpp"

#include "scans/code.hpp"
#include "scans/reading.hpp"
#include "scans/tiff.hpp"

#include <leptonica/allheaders.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace dossier::scans {
namespace {

struct Destroy {
    void operator()(Pix* p) const { pixDestroy(&p); }
};
using Picture = std::unique_ptr<Pix, Destroy>;

/// A scan of A3 in 600 dpi has 70 million.
constexpr std::uint64_t kMostPixels = 120'000'000;
constexpr std::uint32_t kMostSide = 30'000;

const l_uint8* raw(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

bool fits(std::uint32_t width, std::uint32_t height) {
    return width <= kMostSide && height <= kMostSide && std::uint64_t{width} * height <= kMostPixels;
}

/// In grey, and no larger than it is read.
std::optional<Gray> gray_of(Picture picture) {
    if (!picture) return std::nullopt;
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

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff"); }

// What was cut off must not be read: the rest of a JPEG is grey then, which looks like ink, and a PDF has lost pages that nobody misses.

/// Whether the end of a JPEG is there (ITU-T T.81, B.1.1.2): a marker that cannot be in the pixels. Other pictures, small ones, may
/// be in the segments before these.
bool has_jpeg_end(std::string_view bytes) {
    std::size_t at = 2;
    const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    while (at + 4 <= bytes.size() && byte(at) == 0xFF && byte(at + 1) != 0xDA)
        at += byte(at + 1) == 0xFF ? 1U : 2U + (std::size_t{byte(at + 2)} << 8) + byte(at + 3);
    return at < bytes.size() && bytes.find("\xff\xd9", at) != std::string_view::npos;
}

/// Whether the end of a PDF is there (ISO 32000-2, 7.5.5), or little behind it.
bool has_pdf_end(std::string_view bytes) {
    constexpr std::size_t kBehind = 2048;
    bytes = bytes.substr(0, bytes.find_last_not_of(std::string_view("\0\r\n\t ", 5)) + 1);
    return bytes.substr(bytes.size() - std::min(bytes.size(), kBehind)).find("%%EOF") != std::string_view::npos;
}

std::optional<Gray> fail(Condition& condition, Condition why) {
    condition = why;
    return std::nullopt;
}

/// A JPEG or PNG: one page.
class Image : public Pictures {
public:
    explicit Image(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] std::size_t count() const override { return 1; }
    [[nodiscard]] std::optional<Gray> page(std::size_t index, Condition& condition) override {
        l_int32 width = 0, height = 0, bits = 0, samples = 0;
        if (index != 0 || pixReadHeaderMem(raw(bytes_), bytes_.size(), nullptr, &width, &height, &bits, &samples, nullptr) != 0 ||
            width <= 0 || height <= 0 || (is_jpeg(bytes_) && !has_jpeg_end(bytes_)))
            return fail(condition, Condition::unreadable);
        if (!fits(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height))) return fail(condition, Condition::too_much);
        auto gray = gray_of(read(std::max(width, height)));
        return gray ? std::move(gray) : fail(condition, Condition::unreadable);
    }

private:
    std::string_view bytes_;

    /// A JPEG gives its brightness alone, and at half or a quarter of its size, for less work.
    [[nodiscard]] Picture read(int side) const {
        if (!is_jpeg(bytes_)) return Picture(pixReadMem(raw(bytes_), bytes_.size()));
        const l_int32 reduction = side >= 4 * kUsualSide ? 4 : side >= 2 * kUsualSide ? 2 : 1;
        return Picture(pixReadMemJpeg(raw(bytes_), bytes_.size(), 0, reduction, nullptr, L_JPEG_READ_LUMINANCE));
    }
};

class Tiff : public Pictures {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), pictures_(tiff_pictures(bytes, kMostPages + 1)) {}
    [[nodiscard]] std::size_t count() const override { return pictures_.size(); }
    [[nodiscard]] std::optional<Gray> page(std::size_t index, Condition& condition) override {
        if (index >= pictures_.size()) return fail(condition, Condition::unreadable);
        const TiffPicture& picture = pictures_[index];
        if (!fits(picture.width, picture.height)) return fail(condition, Condition::too_much);
        std::size_t directory = picture.directory;
        auto gray = gray_of(Picture(pixReadMemFromMultipageTiff(raw(bytes_), bytes_.size(), &directory)));
        return gray ? std::move(gray) : fail(condition, Condition::unreadable);
    }

private:
    std::string_view bytes_;
    std::vector<TiffPicture> pictures_;
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
            const auto* from =
                reinterpret_cast<const std::uint8_t*>(image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row());
            std::copy(from, from + out.width, out.row(y));
        }
        return out;
    }

private:
    std::unique_ptr<poppler::document> document_;
    poppler::page_renderer renderer_;
};

void be_silent(const std::string&, void*) {}

/// One page with nothing on it.
constexpr std::string_view kBlank =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

void try_out(Pictures* pictures) {
    Condition condition{};
    if (pictures != nullptr) (void)pictures->page(0, condition);
}

}  // namespace

void prepare_pictures() {
    setMsgSeverity(L_SEVERITY_NONE);
    poppler::set_debug_error_function(be_silent, nullptr);
    // Poppler keeps what it once read of its own files for as long as there is a document: this one stays.
    static const std::unique_ptr<Pictures> kDocument = open_pictures(kBlank);
    try_out(kDocument.get());
    const Picture small(pixCreate(64, 64, 8));
    for (const l_int32 format : {IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF}) {
        l_uint8* data = nullptr;
        std::size_t size = 0;
        if (pixWriteMem(&data, &size, small.get(), format) != 0) continue;
        try_out(open_pictures({reinterpret_cast<const char*>(data), size}).get());
        lept_free(data);
    }
    const Gray blank(64, 64);
    (void)find_code(blank);
    (void)png_of(blank, {0, 0, 64, 64}, 1);
}

std::unique_ptr<Pictures> open_pictures(std::string_view bytes) {
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
        if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) || !has_pdf_end(bytes)) return nullptr;
        std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
        if (!document || document->is_locked() || document->pages() <= 0) return nullptr;
        return std::make_unique<PdfPages>(std::move(document));
    }
    if (is_tiff(bytes)) return std::make_unique<Tiff>(bytes);
    if (!is_jpeg(bytes) && !bytes.starts_with("\x89PNG\r\n\x1a\n")) return nullptr;
    return std::make_unique<Image>(bytes);
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
