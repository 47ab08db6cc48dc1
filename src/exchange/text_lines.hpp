#pragma once
/// The lines of a text that came out of a PDF, with what belongs to its pages set apart.

#include "exchange/exchange.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::exchange {

/// A line with words of the dossier: white space collapsed, furniture and blank lines left out.
struct TextLine {
    std::string text;
    Location location;
    std::size_t index = 0;      ///< in TextImport::lines
    bool gap = false;           ///< a blank line or a page break comes before
    bool page = false;          ///< a page break comes before
};

/// The code at the front of `line` ("B1-K1", "P3-K2-W4"), which is cut off together with a colon and spaces; empty if none.
[[nodiscard]] std::string_view take_code(std::string_view& line);
/// The same for the code of a profiel, "P3".
[[nodiscard]] std::string_view take_profielcode(std::string_view& line);

/// Splits `source`; fills `uses` with blank, furniture, and unknown for the lines that are returned.
[[nodiscard]] std::vector<TextLine> text_lines(const Source& source, std::vector<LineUse>& uses);

}  // namespace dossier::exchange
