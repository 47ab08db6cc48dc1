#pragma once
/// The lines of a text that came out of a PDF, with what belongs to its pages set apart.

#include "published/published.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::published {

/// Why a line begins where it does, see `mark_breaks`.
enum class Break {
    unknown,
    width,  ///< its first word had no room on the line before
    meant,  ///< it had: the break is the writer's
};

/// A line with words of the dossier: white space collapsed, furniture and blank lines left out.
struct TextLine {
    std::string text;
    Location location;
    std::size_t index = 0;  ///< in TextImport::lines
    bool gap = false;       ///< a blank line or a page break comes before, or (`restore_gaps`) did in the PDF
    bool page = false;      ///< a page break comes before
    Break before = Break::unknown;
};

/// The code at the front of `line` ("B1-K1", "P3-K2-W4"), which is cut off together with a colon and spaces; empty if none.
[[nodiscard]] std::string_view take_code(std::string_view& line);
/// The same for the code of a profiel, "P3".
[[nodiscard]] std::string_view take_profielcode(std::string_view& line);
/// Whether `code` of `take_code` names a werkproces; a kerntaak otherwise.
[[nodiscard]] bool is_werkprocescode(std::string_view code);

/// Splits `source`; fills `uses` with blank, furniture, and unknown for the lines that are returned. Running heads that repeat
/// a heading are still there: which lines are headings is not known yet. Notes characters that were written otherwise.
[[nodiscard]] std::vector<TextLine> text_lines(const Source& source, std::vector<LineUse>& uses, Diagnostics& diagnostics);

}  // namespace dossier::published
