#pragma once
/// The objects that fonts are made of.

#include "pdf/buffer.hpp"
#include "pdf/fonts_impl.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::pdf {

/// Codes and what they mean, in order of the codes.
using CodeMap = std::vector<std::pair<unsigned, char32_t>>;

/// "01FF"
[[nodiscard]] std::string hex4(unsigned v);

struct CodesOf {
    const CodeMap& map;
    int bytes;  ///< of each code, 1 or 2
};
/// A ToUnicode CMap. Characters are of the Basic Multilingual Plane.
[[nodiscard]] Buffer to_unicode(std::initializer_list<CodesOf> all);

/// A new object: a stream of `bytes`, compressed. Returns its number.
[[nodiscard]] int add_deflated(Objects& objects, std::string_view bytes);

/// What every descriptor of `f` has; `file` is the number of its font program.
void begin_descriptor(Buffer& out, const layout::FontFace& f, int file);

struct Composite {
    int descriptor = 0, unicode = 0;  ///< object numbers
    std::string_view encoding;        ///< "/Identity-H" or a reference
    std::string_view glyphs;          ///< CIDToGIDMap, DW and W
};
/// A Type 0 font and its descendant. Returns its number.
[[nodiscard]] int add_composite(Objects& objects, const layout::FontFace& f, const Composite& parts);

/// The fonts of fields. They share the file of `regular`, which must be in the same document.
[[nodiscard]] Fragment prepare_field_fonts(const layout::FontFace& regular, FieldFonts& fonts);

}  // namespace dossier::pdf
