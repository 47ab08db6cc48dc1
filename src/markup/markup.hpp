#pragma once
/// Form text in a small XHTML subset (templates/README.md) -> a tree of blocks with plain values. Refuses what it does not
/// know (elements, attributes, values, nesting), each at its place in the template.

#include "base/base.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::markup {

using dossier::Color;

/// A width: points, or percent of the room there is.
struct Length {
    double value = 100;
    bool percent = true;
};

enum class FieldKind : std::uint8_t { text, date, radio, checkbox, signature, hidden };

struct Field {
    FieldKind kind = FieldKind::text;
    std::string name;          ///< unique in the document; radio buttons of one choice share it
    std::string label;         ///< what the field asks, for readers who cannot see the page
    std::string value;         ///< text: what is filled in; radio and checkbox: the value it stands for
    std::string klassenlijst;  ///< text, hidden: what of a class list goes into it, as the template names it; may be ""
    bool checked = false, required = false, readonly = false;
    Length width;
    int lines = 1;      ///< text: writing lines; more than one makes it multi-line
    int maxlength = 0;  ///< 0: no limit
    Location location;
};

/// A stretch of text that is in another language, or is read in other words than it shows.
struct Span {
    std::string lang;  ///< "en"; may be ""
    std::string read;  ///< what is read instead of the text; may be ""
};

struct Inline {
    enum class Kind : std::uint8_t { text, line_break, page_number, page_count, field, qr, image };
    Kind kind = Kind::text;
    bool strong = false, em = false;
    std::string text;   ///< text: white space collapsed; qr: its value; image: its name
    std::string href;   ///< not empty: part of a link
    int field = -1;     ///< index in Document::fields
    int span = -1;      ///< index in Document::spans, -1: none
    std::string label;  ///< qr, image: alternative text; of an image may be "": it only decorates
    Length width;       ///< qr, image
    Location location;
};

struct Row;
/// What sort of block, and which members below count for it.
struct Block {
    enum class Kind : std::uint8_t {
        heading,    ///< level, text, bookmark
        paragraph,  ///< text, style
        list,       ///< ordered, children: one `item` each
        item,       ///< children
        table,      ///< widths, caption, head, body
        rule,       ///< a line
        box,        ///< style, children: kader
        keep,       ///< children stay on one page: blok
        columns,    ///< children: one `column` each, side by side: rij
        column,     ///< width in widths[0], children
        page_break
    };
    Kind kind = Kind::paragraph;
    int level = 0;
    int bookmark = 0;  ///< depth in the bookmarks, 0: none
    bool ordered = false;
    bool bare = false;  ///< paragraph: inline content without <p> around it
    std::string style;  ///< class
    std::vector<Inline> text, caption;
    std::vector<Block> children;
    std::vector<double> widths;  ///< percent, one per column, adding up to 100
    std::vector<Row> head, body;
    Location location;
};

struct Cell {
    bool header = false;
    bool row_scope = false;  ///< a header of its row, not of its column
    int colspan = 1;
    std::string align;  ///< "", "left", "center", "right"
    std::vector<Block> blocks;
    Location location;
};

struct Row {
    std::string style;
    std::vector<Cell> cells;
    Location location;
};

/// Longest `page_code` there may be: what layout and candidate add to it still fits in a QR code of moderate size.
inline constexpr std::size_t kLongestPageCode = 70;
/// Of the letters of a page code: those that a QR code holds two of in eleven bits (ISO/IEC 18004, 7.3.4), without the space.
[[nodiscard]] bool is_page_letter(char c);

struct Document {
    std::string title, subject, lang;
    std::string page_code;  ///< what the code on each page begins with, in the letters of QR codes (ISO/IEC 18004, 7.3.4); "": no code
    bool landscape = false;
    Color accent{0x1b, 0x3f, 0x6e};
    std::vector<Block> header, footer, body;
    int header_from = 1;        ///< first page that has the header
    std::vector<Field> fields;  ///< in reading order
    std::vector<Span> spans;
    Location location;
};

/// Parses `xhtml`. An element may open with plaats="N": errors in it are then reported at `place(N)`, and it and what is in
/// it get that Location; without it the place of the element around it counts. nullopt after an error.
[[nodiscard]] std::optional<Document> parse_markup(std::string_view xhtml, const std::function<Location(std::size_t)>& place,
                                                   Diagnostics& diagnostics);

/// The tree as indented text, for `dump --stage=markup` and tests.
[[nodiscard]] std::string dump(const Document& document);

}  // namespace dossier::markup
