#pragma once
/// Where the overview of a kwalificatiedossier stands among the lines, and where the body begins.

#include "published/flow.hpp"

namespace dossier::published {

inline constexpr std::size_t kMostTitleLines = 5;  ///< lines of the longest title

/// Where the overview begins and ends in `lines`, its heading left out; both 0 if there is none. It ends where a part of the body
/// begins: at a heading that only the body has, or at a code that was listed before.
struct OverviewRange {
    std::size_t begin = 0, end = 0;
};
/// Whether the heading at line i comes again further on: a table of contents ends at one that does not.
[[nodiscard]] bool comes_again(std::span<const TextLine> lines, std::size_t i);
/// Where the body begins: behind the overview; without one, at its first heading.
[[nodiscard]] std::size_t body_begin(std::span<const TextLine> lines, OverviewRange overview);
[[nodiscard]] OverviewRange find_overview(std::span<const TextLine> lines);

/// Where the next code of a kerntaak or werkproces begins in `text`, from `from` on; npos if there is none.
[[nodiscard]] std::size_t next_code(std::string_view text, std::size_t from);

}  // namespace dossier::published
