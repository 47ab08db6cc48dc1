#pragma once
/// Between block tree and pages: everything that does not depend on where pages break. Widths are known from the top, so x is
/// final here and only y is open: the document is a list of slices, each of a known height, that `place` stacks on pages.

#include "layout/shape_words.hpp"
#include "layout/style.hpp"

#include <span>

namespace dossier::layout {

/// Something on a line. `x` is absolute; text hangs on the baseline of its line.
struct Piece {
    enum class Kind : std::uint8_t { text, field, qr, image };
    Kind kind = Kind::text;
    Run run;           ///< text
    int element = -1;  ///< what it is content of, -1: of the line's element
    int ref = -1;      ///< field: index in Pages::fields; qr: index in Flow::codes; image: in Pages::images; text: link index or -1
    float x = 0, width = 0, height = 0;
};

struct Line {
    std::uint32_t first = 0, count = 0;  ///< into Flow::pieces
    int marker = -1;                     ///< piece of the list marker
    float height = 0;
    float baseline = 0;  ///< below the top of the line
};

struct Slice {
    enum class Kind : std::uint8_t { line, rule, row, box_begin, box_end, page_break };
    Kind kind = Kind::line;
    bool keep = false;  ///< stays on the page of the slice before it
    float gap = 0;      ///< space above, dropped at the top of a page
    float height = 0;
    int index = -1;    ///< into lines, rows or boxes of Flow
    int element = -1;  ///< line: what it is content of, -1: artifact
    int bookmark = -1;
};

struct FlowCell {
    float x = 0, width = 0, height = 0;
    bool middle = false;                 ///< centred in the height of its row
    bool bottom = false;                 ///< at the foot of its row
    bool stretch = false;                ///< its one field grows with the row
    std::uint32_t first = 0, count = 0;  ///< into Flow::cell_slices
};

struct FlowRow {
    std::uint32_t first = 0, count = 0;  ///< into Flow::cells
    int table = -1;
    bool head = false;
    float pad = 0;  ///< above and below the content
    float x0 = 0, x1 = 0;
    std::optional<Color> fill;
    std::optional<Color> rule_below;
    float rule_width = 0;
};

struct FlowTable {
    std::vector<Slice> head;
    float head_height = 0;
};

struct FlowBox {
    float x0 = 0, x1 = 0;
    std::optional<Color> fill, edge;
    float bar = 0;  ///< width of the bar on the left
    Color bar_color;
};

struct LinkText {
    std::string href, text;
    int element = -1;
};

/// Kept from one document to the next, for its memory.
struct Flow {
    std::vector<Piece> pieces;
    std::vector<Line> lines;
    std::vector<Slice> cell_slices;
    std::vector<FlowCell> cells;
    std::vector<FlowRow> rows;
    std::vector<FlowTable> tables;
    std::vector<FlowBox> boxes;
    std::vector<PlacedCode> codes;  ///< without their place
    std::vector<LinkText> links;
    std::vector<Slice> slices;

    /// The structure element of a link; -1 is no link.
    [[nodiscard]] int element_of_link(int link) const { return link < 0 ? -1 : links[static_cast<std::size_t>(link)].element; }
    [[nodiscard]] std::span<const FlowCell> cells_of(const FlowRow& r) const { return std::span(cells).subspan(r.first, r.count); }
    [[nodiscard]] std::span<const Slice> slices_of(const FlowCell& c) const { return std::span(cell_slices).subspan(c.first, c.count); }

    void clear() {
        constexpr std::size_t kMost = 100'000;  // more is given back
        if (pieces.capacity() > kMost || cell_slices.capacity() > kMost || lines.capacity() > kMost) *this = {};
        pieces.clear();
        lines.clear();
        cell_slices.clear();
        cells.clear();
        rows.clear();
        tables.clear();
        boxes.clear();
        codes.clear();
        links.clear();
        slices.clear();
    }
};

/// Height of `slices` stacked, the first gap left out.
[[nodiscard]] float height_of(std::span<const Slice> slices);

struct Workspace;

/// What is needed to make text.
struct Context {
    const markup::Document& document;
    const Fonts& fonts;
    const Styles& styles;  ///< in the accent of the document
    const Images& images;
    Diagnostics& diagnostics;
    Pages& out;
    Flow& flow;
    Workspace& work;
    int page = 0, pages = 0;  ///< for page numbers, in headers and footers
};

/// Breaks `text` into lines between `x` and `x + width`; appends to Flow::lines and returns the index of the first.
/// An empty text gives no line. `element` is the parent of links and fields in it; -1 in page headers and footers.
std::size_t break_lines(Context& context, const std::vector<markup::Inline>& text, const style::Text& style, float x, float width,
                        int element);

/// Width of the widest part of `text` that cannot be broken. Words only.
[[nodiscard]] float widest_part(const Context& context, const std::vector<markup::Inline>& text, const style::Text& style);

/// Adds a structure element. With `attach`, it becomes the last kid of its parent at once.
int add_element(Pages& pages, Role role, int parent, bool attach);

/// The body of the document as slices, with its elements, fields and bookmarks (not yet placed).
void flow_body(Context& context, float x, float width);
/// Header or footer blocks, all artifacts.
void flow_furniture(Context& context, const std::vector<markup::Block>& blocks, float x, float width);

}  // namespace dossier::layout
