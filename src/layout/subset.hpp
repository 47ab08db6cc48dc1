#pragma once
/// The letters of the forms, cut out of whole typefaces: what PDF files hold of them. For the program's own typeface the build of the program
/// does this (prepare_layout.cpp), since it takes longer than a form.

#include "layout/fonts_impl.hpp"

namespace dossier::layout {

struct SubsetFace {
    FontFace face;
    std::vector<std::uint16_t> subset_glyph;  ///< as in Shaper
};
using SubsetFaces = std::array<SubsetFace, kFaces>;

/// TrueType files for what a typeface lacks.
struct Fallback {
    std::string_view regular, bold;
};
[[nodiscard]] SubsetFaces subset_faces(const Typeface& own, const Fallback& fallback);
[[nodiscard]] std::string pack(const SubsetFaces& faces);
[[nodiscard]] SubsetFaces unpack_faces(std::string_view packed);

/// For shaping with all of `file`, which it borrows; whoever gets it destroys the font.
[[nodiscard]] Shaper shaper_of(std::string_view file, std::vector<std::uint16_t> subset_glyph);

}  // namespace dossier::layout
