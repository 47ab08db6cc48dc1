#pragma once
/// Words as glyphs, with the places where they may be broken.

#include "layout/fonts_impl.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace dossier::layout {

struct WordGlyph {
    std::uint16_t id = 0;
    Face face = Face::regular;
    std::int16_t kern = 0;     ///< added after the glyph, 1/1000
    std::int16_t advance = 0;  ///< kern included
};

struct WordBreak {
    std::uint16_t glyphs = 0;  ///< how many glyphs stand before the break
    bool hyphen = false;       ///< a hyphen must be added
};

/// A shaped word. Widths in 1/1000 of the font size.
struct Word {
    std::vector<WordGlyph> glyphs;
    std::vector<WordBreak> breaks;  ///< where it may be broken, in order
    std::int32_t width = 0;
    char32_t missing = 0;  ///< first character that no font has
};

/// `text` as the fonts can show it: ligatures as letters, one kind of hyphen, letters with combining marks composed. Break
/// opportunities in it are left out.
[[nodiscard]] std::string plain_text(const Fonts& fonts, std::string_view text);

/// Shapes words, and keeps those of one `Fonts` for the next document. One thread at a time.
class Words {
public:
    /// `text` (no spaces) shaped in `face`; characters that it lacks come from the fallback. `fonts` are the same in every call. The
    /// reference is valid until `trim`.
    [[nodiscard]] const Word& shaped(const Fonts& fonts, Face face, std::string_view text);
    /// Bounds the memory; call between documents.
    void trim();

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)> buffer_{hb_buffer_create(), hb_buffer_destroy};
    /// One map per face, so that a look-up needs no key to be built.
    std::array<std::unordered_map<std::string, Word, Hash, std::equal_to<>>, kFaces> words_;
};

}  // namespace dossier::layout
