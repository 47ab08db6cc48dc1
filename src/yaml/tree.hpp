#pragma once
/// The strict subset of YAML as a compact tree: text, lists and maps, each with its span of bytes. Private to `yaml`.

#include "base/ascii.hpp"
#include "base/base.hpp"
#include "base/problems.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::yaml {

inline constexpr std::size_t kDeepest = 40;
inline constexpr std::size_t kMostNodes = 200'000;

/// Of the keys of a dossier; a digit may follow.
inline constexpr auto is_key_letter = [](char c) { return is_letter(c) || c == '_'; };

/// Reports the problems of one source, and stops collecting when there are so many that the file is not worth reading.
class Problems {
public:
    Problems(const Source& source, Diagnostics& out) : source_(source), out_(out) {}
    Problems(const Problems&) = delete;
    Problems& operator=(const Problems&) = delete;

    void error(std::string code, std::uint32_t begin, std::uint32_t end, Message message, std::vector<Message> hints = {});
    [[nodiscard]] bool any() const { return count_ != 0; }
    /// Whether a hint that takes work is still worth it: nobody reads the thousandth.
    [[nodiscard]] bool hints_wanted() const { return count_ < 100; }
    [[nodiscard]] bool too_many() const { return count_ >= kMostProblems; }
    [[nodiscard]] const Source& source() const { return source_; }
    /// Takes over what was found by others; errors count.
    void add(const Diagnostics& found);
    /// "dossier.yaml:12:3".
    [[nodiscard]] std::string place(std::uint32_t byte) const;

private:
    const Source& source_;
    Diagnostics& out_;
    std::size_t count_ = 0;
};

enum class Kind : std::uint8_t {
    text,
    list,  ///< children are the items
    map,   ///< children are key, value, key, value, ...; every key is a text or bad
    bad,   ///< was reported; say nothing more about it
};

/// Children form a chain: `first`, then `next` of each; 0 ends it (the root, at 0, is nobody's child).
struct Node {
    Kind kind = Kind::bad;
    bool plain = false;       ///< a text without quotes, on the line of its key or dash
    std::uint32_t begin = 0;  ///< span in the source; of a text with its quotes, of a block scalar its lines
    std::uint32_t end = 0;
    std::uint32_t first = 0;
    std::uint32_t next = 0;
    std::string_view text;  ///< lives in the source or in the tree
};

struct Tree {
    const Source* source = nullptr;
    std::vector<Node> nodes;  ///< in order of the file; [0] is the root
    std::deque<std::string> texts;

    [[nodiscard]] const Node& root() const { return nodes.front(); }
    [[nodiscard]] const Node& at(std::uint32_t i) const { return nodes[i]; }
    [[nodiscard]] Location location(const Node& n) const { return {source, n.begin, n.end}; }
};

/// Checks the bytes (size, UTF-8, control characters, tabs) and the lines; false if reading makes no sense.
[[nodiscard]] bool check_bytes(Problems& problems);
/// Marks of an unfinished merge, and spaces that are none for YAML where a space counts (lines.cpp).
void check_lines(Problems& problems);

/// Writes the values of the tree in the one spelling (unicode), and says what was changed, and which characters cannot be
/// meant. Not the source: a location still points at what the person typed. Values of the keys in `as_typed` stay: a file
/// is found by the very bytes of its name.
void normalise_values(Tree& tree, Problems& problems, std::span<const std::string_view> as_typed = {});

/// Reads the one document of the source. After a syntax error the tree is useless and the result is false; other problems
/// are reported and leave bad nodes behind.
[[nodiscard]] bool build_tree(Tree& tree, Problems& problems);

/// The short way for plain block YAML, without the library (blocks.cpp). False, and an empty tree, when it is not sure:
/// then parse_events decides. `tree.source` is set and its bytes were checked.
[[nodiscard]] bool parse_blocks(Tree& tree);

/// Drives yaml-cpp over the source (events.cpp); what build_tree does after that needs no library.
[[nodiscard]] bool parse_events(Tree& tree, Problems& problems);

/// Span of the scalar that yaml-cpp says begins at `begin` and has this value; `closed` is false when a quote never ends.
struct ScalarSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool plain = false;
    bool closed = true;
};
[[nodiscard]] ScalarSpan scalar_span(std::string_view text, std::uint32_t begin, std::string_view value);

}  // namespace dossier::yaml
