#pragma once
/// How the text styles of forms look: what a school's designer may change. The values are in templates/formulier/stijl.yaml; here
/// are only their places. Sizes and spaces are in points, with at most two decimals.

#include "base/base.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace dossier::layout {

namespace style {

enum class Align : std::uint8_t { left, center, right };

struct Text {
    float size = 0, leading = 0;
    bool bold = false, italic = false;
    Color color;
    bool accent = false;  ///< `color` is the accent of the document, whatever it says
    Align align = Align::left;
    bool hyphenate = true;
    bool hang = false;  ///< lines but the first are indented by the first word, which is a number or a sign
};

/// Space before and after a block.
struct Space {
    float before = 0, after = 0;
};

}  // namespace style

/// Of a paragraph or heading.
struct Look {
    style::Text text;
    style::Space space;
};

struct TableLook {
    float pad_x = 0, pad_y = 0;  ///< in a cell, on each side
    float between = 0;           ///< paragraphs in a cell
    style::Space space;          ///< around the table; a caption has its own before it
    style::Text text, head;
};

struct ListLook {
    float step = 0, ordered_step = 0;  ///< indent of the text
    float between = 0, after = 0;      ///< items; after the last of them
    float between_in_cell = 0, after_in_cell = 0;
};

struct BoxLook {
    style::Space space;
    float pad_top = 0, pad_bottom = 0, pad_x = 0;
};

struct Styles {
    Look plain, small, label, note, lead;  ///< of paragraphs: "klein", "label", "bijschrift", "inleiding"
    std::array<Look, 4> headings;
    Look furniture;                 ///< of page headers and footers
    Look caption;                   ///< of tables
    TableLook table, narrow, wide;  ///< "smal", "ruim"
    ListLook list;
    BoxLook box;
    style::Space rule;  ///< around <hr>
};

}  // namespace dossier::layout
