#pragma once
/// Puts the pieces of a flow on a page, at the place that `place` has chosen: runs and pictures under the marks of their structure
/// elements, links, fields and codes with the kids that stand for them, and the shapes behind them. Here y runs down from the top
/// edge of the page; it is turned over when something is put down.

#include "layout/flow.hpp"

namespace dossier::layout {

/// What placed text is: content with a place in the structure tree, or one of two kinds of artifact.
enum class Sort : std::uint8_t { content, repeated, pagination };

class PageWriter {
public:
    /// Puts what `flow` holds on the pages of `out`. The elements of `out` are all there; what they hold already stays first.
    PageWriter(const Flow& flow, Pages& out);

    void begin_page();
    /// Goes on on a page that is there.
    void go_to(std::size_t page) { page_ = page; }
    [[nodiscard]] Page& page() { return out_.pages[page_]; }

    /// `top` to `bottom` are counted from the top of the page.
    [[nodiscard]] Rect rect(float x0, float top, float x1, float bottom) const { return {x0, flip(bottom), x1, flip(top)}; }
    void shape(Shape shape) { page().shapes.push_back(std::move(shape)); }

    void bookmark(int index, float top);
    void rule(const Slice& s, float top);
    /// `extra`: how much higher than its line a field may be.
    void line(const Slice& s, float y, float extra, Sort sort);
    void row(const FlowRow& r, float top, float height, Sort sort);
    /// What is behind the cells of a row, and the line below it.
    void row_ground(const FlowRow& r, float top, float height);
    void cell_slice(const FlowCell& c, const Slice& s, float y, float extra, Sort sort);

private:
    const Flow& flow_;
    Pages& out_;
    std::size_t page_ = 0;
    int mark_element_ = -1;       ///< that what comes next joins the mark of, -1: begins one
    std::vector<bool> attached_;  ///< by element: it is a kid of its parent

    [[nodiscard]] float flip(float y) const { return out_.height - y; }
    void attach(int element);
    Mark& mark_for(int element);
    void text(const Piece& piece, int line_element, float baseline, Sort sort);
    void link(const Piece& piece, float baseline);
    void field(const Piece& piece, float top, float extra);
    void picture(const Piece& piece, float top);
    void code(const Piece& piece, float top);
};

}  // namespace dossier::layout
