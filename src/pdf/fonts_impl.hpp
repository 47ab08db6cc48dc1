#pragma once
/// Fonts as PDF objects: what is the same in every file, made and compressed once.

#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"

#include <array>
#include <vector>

namespace dossier::pdf {

struct PreparedFace {
    std::string name;
    std::string file;             ///< deflated TrueType
    std::size_t file_length = 0;  ///< before deflating
    std::string widths;           ///< value of /W
    std::string to_unicode;       ///< deflated CMap
    std::string cid_set;          ///< deflated
    std::string metrics;          ///< the shared entries of both font descriptors
};

struct PdfFonts::Impl {
    std::array<PreparedFace, layout::kFaces> faces;
    std::string field_widths, field_encoding, field_to_unicode;  ///< the simple font that filled-in text is set in
    std::string profile;                                         ///< deflated sRGB profile
    // For the appearance of text that is filled in from the start, in the regular face.
    std::vector<std::pair<char32_t, std::uint16_t>> glyphs;
    std::vector<std::uint16_t> advance;
};

/// Object numbers of the fonts in one file; 0: not in it.
struct FontObjects {
    std::array<int, layout::kFaces> type0{};
    int field = 0;
};

/// Adds the faces that are `used`, and the simple font for fields, which shares the file of the regular face.
[[nodiscard]] FontObjects add_fonts(Objects& objects, const PdfFonts::Impl& fonts, const std::array<bool, layout::kFaces>& used, bool fields);

/// The name of a face in page resources: "/F0".
[[nodiscard]] std::string_view resource_name(layout::Face face);

}  // namespace dossier::pdf
