#pragma once
/// The text of a paragraph as words, boxes and forced line ends: measured, but not yet on lines.

#include "layout/flow.hpp"

namespace dossier::layout {

struct Token {
    enum class Kind : std::uint8_t { word, box, newline };
    Kind kind = Kind::word;
    bool space = false;  ///< white space before it
    Face face = Face::regular;
    int link = -1;
    int element = -1;  ///< a link or span that it is content of
    const Word* word = nullptr;
    std::size_t from = 0, to = 0;  ///< glyphs of the word
    float width = 0;
    int box = -1;         ///< index in Tokens::boxes
    bool choice = false;  ///< a radio button or checkbox
};

struct Tokens {
    std::vector<Token> all;
    std::vector<Piece> boxes;  ///< fields, QR codes and pictures, x still open
};

/// Fonts at the size of a text. Holds references to both; cheap to copy.
struct Metrics {
    const Fonts& fonts;
    const style::Text& style;
    float space;  ///< between words, in whatever face

    Metrics(const Fonts& all, const style::Text& look)
        : fonts(all), style(look), space(scaled(all.face(Face::regular).advance[space_glyph(Face::regular)])) {}

    [[nodiscard]] float scaled(int units) const { return static_cast<float>(units) * style.size / 1000.0F; }
    [[nodiscard]] std::uint16_t space_glyph(Face face) const { return fonts.impl().space[static_cast<std::size_t>(face)]; }
    [[nodiscard]] std::uint16_t hyphen_glyph(Face face) const { return fonts.impl().hyphen[static_cast<std::size_t>(face)]; }
    /// Width of an added hyphen.
    [[nodiscard]] float hyphen(Face face) const { return scaled(fonts.face(face).advance[hyphen_glyph(face)]); }
};

/// Appends `text`, to be set `width` wide, to `out`; its links and codes to the flow, its fields and pictures to the pages.
/// `element` is as for `break_lines`.
void make_tokens(Context& context, const Metrics& metrics, const std::vector<markup::Inline>& text, float width, int element, Tokens& out);

}  // namespace dossier::layout
