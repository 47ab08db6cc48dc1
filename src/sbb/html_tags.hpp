#pragma once
/// The HTML that people paste into the source system, piece by piece: tags and references. Private to `sbb`.
/// Written by hand: an HTML parser would also find elements in text that only looks like one, and "<" in plain text is common here.

#include <string>
#include <string_view>

namespace dossier::sbb {

struct Tag {
    std::string name;
    bool closing = false;
    std::string_view attributes;
    std::size_t end = 0;  ///< behind ">"
};

/// The known tag that begins at `at`; an empty name if there is none.
[[nodiscard]] Tag tag_at(std::string_view text, std::size_t at);
/// The value of an attribute in double quotes; empty if there is none.
[[nodiscard]] std::string_view attribute(std::string_view attributes, std::string_view name);
/// `text` with references made characters; those that are not known stay.
[[nodiscard]] std::string decoded(std::string_view text);
/// `text` with the references to characters that are not ASCII made these; "<" and its like stay as they are written.
[[nodiscard]] std::string with_characters(std::string_view text);
/// How many no-break spaces stand between words, also where a tag of a single word is in between. Those at the ends of a line or
/// block only fill it.
[[nodiscard]] std::size_t count_no_break_spaces(std::string_view text);
/// Whether `text` would be read as HTML.
[[nodiscard]] bool is_html(std::string_view text);
/// HTML that was escaped once more: "&lt;p&gt;", at most inside a wrapper of its own.
[[nodiscard]] bool is_escaped_html(std::string_view text);

}  // namespace dossier::sbb
