#pragma once
/// Which line breaks a writer meant and which only the width of the page made. A PDF does not say: but where the first word of
/// the next line had room, the break was meant.

#include "published/overview.hpp"

namespace dossier::published {

/// Sets `before` of each line. Widths are judged by characters or roughly by Helvetica, whichever fits the lines that surely go
/// on; list items, which are indented, have a margin of their own. All unknown where nothing tells how wide the page is. The columns of
/// the overview tell nothing.
void mark_breaks(std::span<TextLine> lines, OverviewRange overview);

/// In a text without blank lines, sets `gap` where paragraphs and titles begin, by their meant breaks. Whether it did.
bool restore_gaps(std::span<TextLine> lines);

}  // namespace dossier::published
