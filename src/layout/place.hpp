#pragma once
/// Stacks the slices of a flow on pages: where pages break, which header rows are repeated, and the boxes around it all.

#include "layout/page_writer.hpp"

namespace dossier::layout {

inline constexpr std::size_t kMostPages = 3000;

/// The body on pages of its own, between `top` and `bottom`, counted from the top of the page. The slices of `begins` begin a page, as
/// do those that do not fit. False when there are more than kMostPages.
[[nodiscard]] bool place_body(const Flow& flow, const std::vector<std::size_t>& begins, Pages& out, float top, float bottom);
/// Header or footer on the page that `writer` is at, its top at `y`. It breaks nowhere and has no boxes.
void place_furniture(const Flow& flow, PageWriter& writer, float y);

}  // namespace dossier::layout
