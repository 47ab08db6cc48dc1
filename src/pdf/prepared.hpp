#pragma once
/// Fonts and colour profile as PDF objects, packed: for the program's own typeface the build of the program makes them (prepare_pdf.cpp),
/// since compressing them takes longer than a form.

#include "pdf/fonts_impl.hpp"

namespace dossier::pdf {

[[nodiscard]] FontObjects make_font_objects(const layout::Fonts& fonts);
[[nodiscard]] std::string pack(const FontObjects& objects);
[[nodiscard]] FontObjects unpack_font_objects(std::string_view bytes);

}  // namespace dossier::pdf
