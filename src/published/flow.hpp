#pragma once
/// From lines to running text: what a PDF wrapped, hyphenated or broken over a page becomes whole again.

#include "published/lines.hpp"

#include <set>
#include <span>

namespace dossier::published {

/// The words of the source in lower case, to judge whether a hyphen at the end of a line belongs to its word.
using Words = std::set<std::string, std::less<>>;
[[nodiscard]] Words words_of(std::span<const TextLine> lines);

/// Appends a line to running text: with a space; without one behind a hyphen or slash ("e-" + "commerce"), except before
/// "en" and "of" ("import-" + "en/of export"); without the hyphen if the source has the word so elsewhere.
void append_line(std::string& text, std::string_view line, const Words& words);

/// Whether `line` goes on with the sentence that `text` leaves open, though a blank line or a page break stands between.
[[nodiscard]] bool continues(std::string_view text, const TextLine& line);

/// Whether text ends as a sentence or a part of one does: with . : ; ! or ?
[[nodiscard]] bool is_closed(std::string_view text);
/// Whether text ends as a sentence does: with . ! or ?
[[nodiscard]] bool ends_sentence(std::string_view text);
/// Whether a line begins in lower case; quotes, an opening parenthesis and a short part in parentheses are passed over, so
/// that "(e-)Logistiek" begins with a capital and "(product)veiligheid" does not.
[[nodiscard]] bool starts_lower(std::string_view line);

/// All before the first space.
[[nodiscard]] std::string_view first_word(std::string_view line);

/// What a PDF makes of the sign before an item ("§ ", "• ", "- "), with the space behind it; empty if none.
[[nodiscard]] std::string_view list_sign(std::string_view line);
/// The number or letter before an item ("1.", "a."); empty if none.
[[nodiscard]] std::string_view item_number(std::string_view line);

/// What `text_lines` leaves of a soft hyphen at the end of a line: the word goes on, without a hyphen.
inline constexpr std::string_view kSoftHyphen = "\xc2\xad";

/// Paragraphs, lists ("1.", "a.", "-") and footnotes ("* ") of `lines`. A run of lines that end with ";" under a line that
/// ends with ":" is a list without signs.
[[nodiscard]] model::Tekst tekst_of(std::span<const TextLine> lines, const Words& words);

/// All of `lines` as one line.
[[nodiscard]] model::Text text_of(std::span<const TextLine> lines, const Words& words);

}  // namespace dossier::published
