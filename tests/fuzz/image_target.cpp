/// Any bytes at all as a picture, as SVG and as PNG: a picture exactly when there is no error, with a size, and every number in it finite.

#include "image/image.hpp"
#include "sound.hpp"

#include <cmath>
#include <cstdint>
#include <string>

namespace {

using namespace dossier;

void expect_drawing(const image::Drawing& drawing) {
    for (const image::Shape& shape : drawing.shapes) {
        fuzz::expect(std::isfinite(shape.stroke_width), "a width is finite");
        fuzz::expect(shape.cap >= 0 && shape.cap <= 2 && shape.join >= 0 && shape.join <= 2, "cap and join are those of PDF");
        for (const image::Segment& segment : shape.path)
            for (const float number : segment.points) fuzz::expect(std::isfinite(number), "a point is finite");
    }
}

void read(const char* name, const std::string& bytes) {
    const Source file{name, bytes};
    Diagnostics diagnostics;
    const auto picture = image::read_image(file, diagnostics);
    fuzz::expect(picture.has_value() != diagnostics.has_errors(), "a picture exactly when there is no error");
    for (const Diagnostic& d : diagnostics.all()) fuzz::expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
    if (!picture) return;
    fuzz::expect(std::isfinite(picture->width) && std::isfinite(picture->height) && picture->width > 0 && picture->height > 0,
                 "a picture has a size");
    if (const auto* drawing = std::get_if<image::Drawing>(&picture->content)) expect_drawing(*drawing);
    else if (const auto* raster = std::get_if<image::Raster>(&picture->content))
        fuzz::expect(raster->columns <= image::kMostPixels && raster->rows <= image::kMostPixels && !raster->pixels.empty(),
                     "a raster is no larger than it may be");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    read("logo.svg", bytes);
    read("logo.png", bytes);
    return 0;
}
