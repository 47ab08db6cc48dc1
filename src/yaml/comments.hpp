#pragma once
/// The comments and blank lines of a YAML text, each with the value it stands by. Private to `yaml`.

#include "yaml/tree.hpp"

#include <map>

namespace dossier::yaml {

struct Comment {
    std::string text;           ///< "# ...", without white space at its end
    std::uint32_t column = 0;   ///< bytes before it on its line
    bool blank_before = false;  ///< an empty line stands above it
};

/// By index of a text node in the tree.
struct Comments {
    std::map<std::uint32_t, std::vector<Comment>> above;  ///< on lines of their own, before the value
    std::map<std::uint32_t, std::vector<Comment>> below;  ///< indented deeper than what follows them
    std::map<std::uint32_t, std::string> beside;          ///< on the line where the value ends
    std::map<std::uint32_t, bool> blank_before;           ///< an empty line stands right above the value
    std::vector<Comment> head, foot;                      ///< of the file as a whole
    bool head_apart = false;                              ///< an empty line comes after the head
    std::vector<std::string> all;                         ///< every comment, sorted
};

/// The end of the flow list or map at `node`, after its closing bracket; 0 for a node in block form.
[[nodiscard]] std::uint32_t flow_end(const Tree& tree, std::uint32_t node);
/// Whether `at` is the first character of a line; a byte order mark is not on it.
[[nodiscard]] bool begins_line(std::string_view text, std::size_t at);
/// Bytes before `at` on its line.
[[nodiscard]] std::uint32_t column_of(std::string_view text, std::uint32_t at);
/// The first character on the line of `at` that is no space.
[[nodiscard]] std::uint32_t line_begin(std::string_view text, std::uint32_t at);

[[nodiscard]] Comments find_comments(const Tree& tree);

}  // namespace dossier::yaml
