#pragma once
/// What is read from an embedded TrueType program.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace conformance {

struct FontProgram {
    unsigned glyphs = 0;
    std::vector<double> advance;           ///< by glyph, 1/1000 of the size
    std::map<unsigned, unsigned> unicode;  ///< character -> glyph, of the cmap (3,1)
    bool has_unicode_cmap = false;
};

/// Empty (no glyphs) if `file` is damaged.
[[nodiscard]] FontProgram read_font(const std::string& file);

/// Code -> UTF-16 of a ToUnicode CMap.
[[nodiscard]] std::map<unsigned, std::u16string> read_to_unicode(const std::string& cmap);

/// How the bytes of a string are codes, and codes CIDs.
struct CMap {
    struct Range {
        std::size_t bytes;
        unsigned first, last;
        unsigned cid = 0;  ///< of the first
    };
    std::vector<Range> spaces, cids;
    /// The code that begins at `at`, which moves past it: its number and CID; nothing if there is none.
    [[nodiscard]] std::optional<std::pair<unsigned, unsigned>> next(const std::string& text, std::size_t& at) const;
};
[[nodiscard]] CMap read_cmap(const std::string& cmap);
[[nodiscard]] CMap identity_cmap();

}  // namespace conformance
