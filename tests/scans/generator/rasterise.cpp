#include "generator.hpp"

#include <algorithm>
#include <memory>
#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace scan_generator {

Raster::Raster(int w, int h, double d, std::uint8_t value)
    : width(w), height(h), dpi(d), gray(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value) {}

Raster rasterise(std::string_view pdf, int page, double dpi) {
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document) return {};
    const std::unique_ptr<poppler::page> sheet(document->create_page(page));
    if (!sheet) return {};
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_gray8);
    const poppler::image image = renderer.render_page(sheet.get(), dpi, dpi);
    if (!image.is_valid()) return {};
    Raster out(image.width(), image.height(), dpi, 255);
    out.points_high = sheet->page_rect().height();
    for (int y = 0; y < out.height; ++y) {
        const char* from = image.const_data() + std::ptrdiff_t{y} * image.bytes_per_row();
        std::copy_n(from, out.width, reinterpret_cast<char*>(out.row(y)));
    }
    return out;
}

}  // namespace scan_generator
