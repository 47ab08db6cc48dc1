#pragma once
/// Puts the comments of a file back by their values while it is laid out anew. Private to `yaml`.

#include "yaml/comments.hpp"

#include <string>
#include <vector>

namespace dossier::yaml {

using Lines = std::vector<std::string>;

/// The first and the last text in `i`, itself if it is one; 0 if there is none.
[[nodiscard]] std::uint32_t first_text(const Tree& tree, std::uint32_t i);
[[nodiscard]] std::uint32_t last_text(const Tree& tree, std::uint32_t i);

/// Comments on lines of their own; empty lines between them stay, the first has none above it.
void put_above(const std::vector<Comment>& list, std::size_t column, Lines& lines);

/// Each comment is given out once.
class CommentPlacer {
public:
    explicit CommentPlacer(const Tree& tree) : tree_(tree), comments_(find_comments(tree)) {}

    [[nodiscard]] const Comments& comments() const { return comments_; }
    [[nodiscard]] std::vector<Comment> take_above(std::uint32_t i);
    /// The comment at the end of the line where text `i` ends.
    void put_beside(std::uint32_t i, std::string& line);
    /// Comments after `i` that are indented at least as deep as the line where it began.
    void put_below(std::uint32_t i, std::uint32_t old_column, std::size_t column, Lines& lines);
    [[nodiscard]] bool blank_above(std::uint32_t i) const;

private:
    const Tree& tree_;
    Comments comments_;
};

}  // namespace dossier::yaml
