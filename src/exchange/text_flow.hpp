#pragma once
/// From lines to running text: what a PDF wrapped, hyphenated or broken over a page becomes whole again.

#include "exchange/text_lines.hpp"

#include <set>
#include <span>

namespace dossier::exchange {

/// The words of the source in lower case, to judge whether a hyphen at the end of a line belongs to its word.
using Words = std::set<std::string, std::less<>>;
[[nodiscard]] Words words_of(std::span<const TextLine> lines);

/// Appends a line to running text: with a space; without one behind a hyphen or slash ("e-" + "commerce"), except before
/// "en" and "of" ("import-" + "en/of export"); without the hyphen if the source has the word so elsewhere.
void append_line(std::string& text, std::string_view line, const Words& words);

/// Whether `line` goes on with the sentence that `text` leaves open, though a blank line or a page break stands between.
[[nodiscard]] bool continues(std::string_view text, const TextLine& line);

/// Whether text ends as a sentence does.
[[nodiscard]] bool is_closed(std::string_view text);

/// Paragraphs, lists ("1.", "a.", "-") and footnotes ("* ") of `lines`. A run of lines that end with ";" under a line that
/// ends with ":" is a list without signs.
[[nodiscard]] model::Tekst tekst_of(std::span<const TextLine> lines, const Words& words);

/// All of `lines` as one line.
[[nodiscard]] model::Text text_of(std::span<const TextLine> lines, const Words& words);

}  // namespace dossier::exchange
