#pragma once
/// Blocks as one column of slices: the document's, a cell's, an item's. Blocks of text stand in column.cpp, lists in
/// column_lists.cpp, what has rows (columns and tables) in column_tables.cpp.

#include "layout/flow.hpp"
#include "layout/looks.hpp"

#include <algorithm>

namespace dossier::layout {

class Column {
public:
    /// Appends to `out`, between `x` and `x + width`, with elements under `element`.
    Column(Context& context, std::vector<Slice>& out, float x, float width, int element)
        : base(context.styles.plain.text), c_(context), out_(out), x_(x), width_(width), element_(element) {}

    style::Text base;  ///< of text without a style of its own
    bool furniture = false;
    const TableLook* cell_look = nullptr;  ///< in a cell: less space around paragraphs

    void blocks(const std::vector<markup::Block>& list);
    /// Inline content right in a cell or item, without an element of its own.
    void bare(const std::vector<markup::Inline>& text) { lines(text, base, element_, {}, true); }
    void align(style::Align a) { base.align = a; }

private:
    using Block = markup::Block;
    using Cell = markup::Cell;
    using Inline = markup::Inline;
    using Row = markup::Row;
    using Space = style::Space;

    Context& c_;
    std::vector<Slice>& out_;
    float x_, width_;
    int element_;
    float after_ = 0;         ///< space that the block before asks for
    bool keep_next_ = false;  ///< the next slice stays with the one before it
    bool keep_all_ = false;
    float indent_ = 0, inset_ = 0;

    [[nodiscard]] float left() const { return x_ + indent_ + inset_; }
    [[nodiscard]] float room() const { return width_ - indent_ - 2 * inset_; }
    int element(Role role) { return furniture ? -1 : add_element(c_.out, role, element_, true); }
    Slice& add(Slice::Kind kind, float height, Space space, bool keep = false);
    /// Text as slices, with no line alone at the head or foot of a page.
    void lines(const std::vector<Inline>& text, const style::Text& look, int element, Space space, bool whole);
    void block(const Block& b);
    void heading(const Block& b);
    void paragraph(const Block& b);
    void keep(const Block& b);
    void box(const Block& b);

    // column_lists.cpp
    void list(const Block& b);
    void list_item(const Block& item, const std::string& marker, float step);
    /// The marker as a piece of its own, set left of the item's first line.
    int marker_of(const std::string& marker, int element);

    // column_tables.cpp
    void columns(const Block& b);
    /// Rows do not stand in cells, so the slices of a cell and the cells of a row follow each other in their lists.
    void begin_cell(FlowCell& cell) const;
    void end_cell(FlowCell& cell) const;
    int add_row(FlowRow row, Space space, bool keep = false);
    void table(const Block& b);
    void row(const Block& b, const Row& r, const TableLook& look, int table, bool head, bool last, Space space, bool keep);
    FlowCell cell(const Cell& c, const Row& r, const TableLook& look, bool head, float x, float width);
    /// The space beside `text` in a column of `width`: `pad`, or less where a word would be cut. Where that is not enough the
    /// text becomes smaller: a school's typeface may be wide.
    float fit(style::Text& look, const std::vector<Inline>& text, float width, float pad) const;
    [[nodiscard]] const markup::Field* only_field(const Cell& c) const;
    [[nodiscard]] bool is_choice(const Cell& c) const;
    [[nodiscard]] bool stretches(const Cell& c) const;
};

}  // namespace dossier::layout
