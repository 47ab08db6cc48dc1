#include "base/embedded.hpp"
#include "pdf/prepared.hpp"

namespace dossier {
std::span<const EmbeddedFile> embedded_prepared_pdf();
}  // namespace dossier

namespace dossier::pdf {

PdfFonts::PdfFonts(const layout::Fonts& fonts)
    : impl_(std::make_unique<Impl>(fonts.prepared() ? unpack_font_objects(embedded_prepared_pdf().front().bytes)
                                                    : make_font_objects(fonts))) {
    const layout::FontFace& regular = fonts.face(layout::Face::regular);
    impl_->glyphs = regular.glyphs;
    impl_->advance = regular.advance;
}

PdfFonts::~PdfFonts() = default;

std::string_view resource_name(layout::Face face) {
    constexpr std::string_view kNames[] = {"/F0", "/F1", "/F2", "/F3", "/F4"};
    return kNames[static_cast<std::size_t>(face)];
}

}  // namespace dossier::pdf
