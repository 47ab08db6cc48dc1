#include "base/embedded.hpp"
#include "layout/hyphens.hpp"
#include "layout/prepared.hpp"
#include "layout/typefaces.hpp"

#include <stdexcept>

namespace dossier {
std::span<const EmbeddedFile> embedded_prepared_layout();
}  // namespace dossier

namespace dossier::layout {

Fonts::Impl::Impl(const Typeface* own) {
    const std::string_view bytes = embedded_prepared_layout().front().bytes;
    Prepared prepared;
    if (!codec::read_whole<PreparedFormat>(bytes, 0, prepared)) throw std::logic_error("internal error: the prepared data is damaged");
    hyphens = std::make_unique<Hyphens>(prepared.hyphens);
    SubsetFaces subsets = own != nullptr ? subset_faces(*own, fallback()) : unpack_faces(prepared.faces);
    const Typeface typeface = own != nullptr ? *own : own_typeface();
    const std::string_view italic = typeface.italic.empty() ? typeface.regular : typeface.italic;
    const std::array<std::string_view, kFaces> files{typeface.regular, typeface.bold, italic, fallback().regular, fallback().bold};
    for (std::size_t i = 0; i < kFaces; ++i) {
        faces[i] = std::move(subsets[i].face);
        shapers[i] = shaper_of(files[i], std::move(subsets[i].subset_glyph));
        space[i] = faces[i].glyph(' ');
        hyphen[i] = faces[i].glyph(0xAD);
    }
}

Fonts::Impl::~Impl() {
    for (const Shaper& s : shapers) hb_font_destroy(s.font);
}

Fonts::Fonts() : impl_(std::make_unique<Impl>(nullptr)), prepared_(true) {}
Fonts::Fonts(const Typeface& own) : impl_(std::make_unique<Impl>(&own)) {}
Fonts::~Fonts() = default;

const FontFace& Fonts::face(Face face) const { return impl_->faces[static_cast<std::size_t>(face)]; }

bool Fonts::covers(char32_t c) const {
    // Break opportunities, and what is set as other characters.
    if (c == 0xAD || c == 0x200B || c == 0x2010 || c == 0x2011 || (c >= 0xFB00 && c <= 0xFB04)) return true;
    return face(Face::regular).glyph(c) != 0 || face(Face::fallback).glyph(c) != 0;
}

}  // namespace dossier::layout
