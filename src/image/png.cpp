#include "image/readers.hpp"

#include <libdeflate.h>
#include <png.h>

#include <memory>
#include <new>

namespace dossier::image {
namespace {

std::string compressed(const std::string& bytes) {
    const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> c(libdeflate_alloc_compressor(9),
                                                                                     libdeflate_free_compressor);
    if (!c) throw std::bad_alloc();
    std::string out(libdeflate_zlib_compress_bound(c.get(), bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(c.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace

std::optional<Image> read_png(const Source& file, Diagnostics& diagnostics) {
    const auto refuse = [&](Message why) {
        diagnostics.error("bad-image", Location{&file, 0, 0}, say("cannot read this PNG: {}", std::move(why)),
                          {say("save it again as PNG, or use SVG")});
        return std::nullopt;
    };
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> release(&png, png_image_free);
    if (!png_image_begin_read_from_memory(&png, file.text.data(), file.text.size())) return refuse(Message::as_is(png.message));
    if (png.width > kMostPixels || png.height > kMostPixels)
        return refuse(say("it has {} by {} pixels, expected at most {} on a side", png.width, png.height, kMostPixels));
    png.format = PNG_FORMAT_RGB;
    std::string pixels(PNG_IMAGE_SIZE(png), '\0');
    // On white: paper has no transparency, and nor then has the file.
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&png, &white, pixels.data(), 0, nullptr)) return refuse(Message::as_is(png.message));
    Image image;
    image.width = static_cast<float>(png.width);
    image.height = static_cast<float>(png.height);
    image.content = Raster{png.width, png.height, compressed(pixels)};
    return image;
}

std::optional<Image> read_image(const Source& file, Diagnostics& diagnostics) {
    if (file.text.size() > kMostBytes) {
        diagnostics.error("bad-image", Location{&file, 0, 0},
                          say("the picture has {} bytes, expected at most {}", file.text.size(), kMostBytes),
                          {say("make it smaller: a logo needs no more than some kilobytes")});
        return std::nullopt;
    }
    return lower(file.name).ends_with(".svg") ? read_svg(file, diagnostics) : read_png(file, diagnostics);
}

}  // namespace dossier::image
