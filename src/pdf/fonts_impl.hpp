#pragma once
/// Fonts and colour profile as PDF objects: what is the same in every file, made and compressed once.

#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"

#include <array>
#include <vector>

namespace dossier::pdf {

/// Object numbers. Each face has its own, and those of faces that a file does not have stay free, so that the objects of a
/// face are the same in every file.
constexpr int kFaceNumbers = 7;  ///< file, CIDSet, ToUnicode, descriptor, descendant, font, their object stream
constexpr int kFieldFontNumber = 1 + static_cast<int>(layout::kFaces) * kFaceNumbers;
/// Of fields: CIDToGIDMap, CMap, ToUnicode, descriptor, descendant, font; ToUnicode, descriptor, font of the simple one; their
/// object stream.
constexpr int kFieldNumbers = 10;
constexpr int kIntentNumber = kFieldFontNumber + kFieldNumbers;
constexpr int kFirstNumber = kIntentNumber + 3;  ///< after intent, profile, their object stream

[[nodiscard]] constexpr int face_number(std::size_t face) { return 1 + static_cast<int>(face) * kFaceNumbers; }

/// Object numbers of the fonts of fields, see field_fonts.cpp.
struct FieldFonts {
    int composite = 0, simple = 0;
};

struct FontObjects {
    std::array<Fragment, layout::kFaces> faces;  ///< Type 0 fonts
    Fragment field;                              ///< the fonts that filled-in text is set in; they need that of the regular face
    Fragment intent;                             ///< the output intent, with its colour profile
    std::array<int, layout::kFaces> type0{};     ///< object numbers
    FieldFonts field_fonts;
    int output_intent = 0;
};

struct PdfFonts::Impl : FontObjects {
    explicit Impl(FontObjects objects) : FontObjects(std::move(objects)) {}

    // For the appearance of text that is filled in from the start, in the regular face.
    std::vector<std::pair<char32_t, std::uint16_t>> glyphs;
    std::vector<std::uint16_t> advance;
};

/// The name of a face in page resources: "/F0".
[[nodiscard]] std::string_view resource_name(layout::Face face);

}  // namespace dossier::pdf
