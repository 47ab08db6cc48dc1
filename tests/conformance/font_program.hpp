#pragma once
/// What is read from an embedded TrueType program.

#include <map>
#include <string>
#include <vector>

namespace conformance {

struct FontProgram {
    unsigned glyphs = 0;
    std::vector<double> advance;               ///< by glyph, 1/1000 of the size
    std::map<unsigned, unsigned> unicode;      ///< character -> glyph, of the cmap (3,1)
    bool has_unicode_cmap = false;
};

/// Empty (no glyphs) if `file` is damaged.
[[nodiscard]] FontProgram read_font(const std::string& file);

/// Code -> UTF-16 of a ToUnicode CMap.
[[nodiscard]] std::map<unsigned, std::u16string> read_to_unicode(const std::string& cmap);

}  // namespace conformance
