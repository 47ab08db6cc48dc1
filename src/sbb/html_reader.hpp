#pragma once
/// HTML of the source system -> headings with notation below them. Private to `sbb`.

#include "sbb/rich_text.hpp"

namespace dossier::sbb {

/// As `rich_parts`, for text that is HTML.
[[nodiscard]] std::vector<RichPart> read_html(std::string_view html, Location at, Diagnostics& diagnostics);

}  // namespace dossier::sbb
