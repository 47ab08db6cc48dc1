#pragma once
/// Where the pages of a document end, chosen for the document as a whole, as line_breaks.hpp does for the lines of a paragraph: a page
/// that is filled to its foot cannot know that it leaves one row for the last. What there is no fault in stays as it is, page by page.
///
/// A fault is a last page of which less than a fifth is used, a table split with less than three rows on a side, a heading that
/// stands with a line or two at the foot of a page, and a page of which more than a quarter is left open. It is avoided by ending
/// pages earlier and, if that is not enough, by taking space from between blocks and from the padding of rows: at most 15 per cent.
/// Letters, lines and fields keep their size. A page is never added for it.

#include "layout/flow.hpp"

namespace dossier::layout {

inline constexpr int kTightest = 85;  ///< per cent of spaces and paddings

struct PagePlan {
    int percent = 100;                ///< that `tighten` must leave of spaces and paddings
    std::vector<std::size_t> begins;  ///< slices that begin a page, in order; what is not said here follows from what fits
};

/// For pages with `room` between header and footer. `elements` are those of the slices.
[[nodiscard]] PagePlan plan_pages(const Flow& flow, const std::vector<Element>& elements, float room);

/// Leaves `percent` of the spaces between slices and of the padding of rows.
void tighten(Flow& flow, int percent);

/// The table whose header rows stand above `s` again when it begins a page; nullptr when there are none, or too many.
[[nodiscard]] const FlowTable* repeated_table(const Flow& flow, const Slice& s, float room);

}  // namespace dossier::layout
