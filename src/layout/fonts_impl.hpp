#pragma once
/// What `Fonts` holds for shaping, and the words that come out of it.

#include "layout/layout.hpp"

#include <hb.h>
#include <hyphen.h>

#include <string_view>

namespace dossier::layout {

/// A font as shaped: the whole typeface, whose glyphs map to those of the subset.
struct Shaper {
    hb_font_t* font = nullptr;
    double scale = 1;                          ///< font units -> 1/1000
    std::vector<std::uint16_t> subset_glyph;   ///< by glyph of the whole typeface, 0: not in the subset
};

struct Fonts::Impl {
    std::uint64_t serial = 0;  ///< tells one Fonts from another in caches
    std::array<FontFace, kFaces> faces;
    std::array<Shaper, kFaces> shapers;
    std::array<std::uint16_t, kFaces> space{}, hyphen{};  ///< glyphs that every line asks for
    HyphenDict* hyphens = nullptr;

    explicit Impl(const Typeface& own);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
};

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
    char32_t missing = 0;           ///< first character that no font has
};

/// `text` as the fonts can show it: ligatures as letters, one kind of hyphen, letters with combining marks composed. Break
/// opportunities in it are left out.
[[nodiscard]] std::string plain_text(const Fonts& fonts, std::string_view text);

/// `text` (no spaces) shaped in `face`; characters that it lacks come from the fallback. The reference is valid until the
/// next call in the same thread with other fonts, or until `trim_word_cache`.
[[nodiscard]] const Word& shape_word(const Fonts& fonts, Face face, std::string_view text);
/// Bounds the memory of the calling thread's cache; call between documents.
void trim_word_cache();

}  // namespace dossier::layout
