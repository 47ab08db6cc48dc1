#pragma once
/// The lines of one value in canonical YAML, in its own spelling: plain and quoted text, block scalars, flow lists. Private to `yaml`.

#include "yaml/format_comments.hpp"

namespace dossier::yaml {

/// Lines of a flow list after the first keep their place from the line it began on.
[[nodiscard]] Lines shifted(std::string_view text, std::size_t column, std::uint32_t old_column);

class ValueWriter {
public:
    ValueWriter(const Tree& tree, CommentPlacer& comments) : tree_(tree), text_(tree.source->text), comments_(comments) {}

    /// The lines of `value` behind `head` ("naam:", "-"), whose line begins at `column`; `old_column` is where it was.
    [[nodiscard]] Lines behind(const std::string& head, std::uint32_t head_text, std::uint32_t value, std::size_t column,
                               std::uint32_t old_column);

private:
    [[nodiscard]] std::string_view raw(std::uint32_t from, std::uint32_t to) const { return text_.substr(from, to - from); }
    [[nodiscard]] const Node& node(std::uint32_t i) const { return tree_.at(i); }
    Lines scalar(const std::string& head, std::uint32_t head_text, std::uint32_t value, std::size_t column);
    /// The "|" or ">" before block `value`, or its end when it is none.
    [[nodiscard]] std::uint32_t block_sign(std::uint32_t value) const;
    Lines block(const std::string& head, std::uint32_t head_text, std::uint32_t value, std::uint32_t sign, std::size_t column);
    void add_block_text(const Node& v, std::uint32_t sign, std::size_t column, Lines& lines) const;

    const Tree& tree_;
    std::string_view text_;
    CommentPlacer& comments_;
};

}  // namespace dossier::yaml
