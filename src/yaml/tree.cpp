#include "yaml/tree.hpp"

#include <algorithm>

namespace dossier::yaml {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r'; }

std::uint32_t to_offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

/// End of a quoted scalar, after its closing quote; npos if it has none.
std::size_t quote_end(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    for (std::size_t i = begin + 1; i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
            ++i;
        }
    }
    return std::string_view::npos;
}

/// A block scalar: from the first to the last character of its lines; of an empty one the sign that begins it.
ScalarSpan block_span(std::string_view text, std::size_t begin, std::string_view value) {
    ScalarSpan span{to_offset(begin), to_offset(begin + 1)};
    if (trim(value).empty()) return span;
    std::size_t line = text.find('\n', begin);
    std::size_t indent = 0;
    bool first = true;
    while (line != std::string_view::npos && line + 1 < text.size()) {
        const std::size_t start = line + 1;
        line = text.find('\n', start);
        const std::size_t end = line == std::string_view::npos ? text.size() : line;
        const std::string_view content = trim(text.substr(start, end - start));
        if (content.empty()) continue;
        const auto at = static_cast<std::size_t>(content.data() - text.data());
        if (first) {
            indent = at - start;
            span.begin = to_offset(at);
            first = false;
        } else if (at - start < indent) {
            break;
        }
        span.end = to_offset(at + content.size());
    }
    return span;
}

/// A scalar without quotes: its words as they stand, with line ends and indents between them.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value) {
    std::size_t at = begin;
    for (std::size_t i = 0; i < value.size() && at < text.size();) {
        if (is_space(text[at]) && is_space(value[i])) {
            while (at < text.size() && is_space(text[at])) ++at;
            while (i < value.size() && is_space(value[i])) ++i;
        } else if (text[at] == value[i]) {
            ++at;
            ++i;
        } else {
            break;
        }
    }
    return at;
}

/// Reports keys that occur twice in one map.
void check_duplicates(const Tree& tree, const Node& map, Problems& problems) {
    std::vector<std::uint32_t> keys;
    for (std::uint32_t key = map.first; key != 0;) {
        const std::uint32_t value = tree.at(key).next;
        if (tree.at(key).kind == Kind::text) keys.push_back(key);
        key = value == 0 ? 0 : tree.at(value).next;
    }
    std::sort(keys.begin(), keys.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(tree.at(a).text, a) < std::pair(tree.at(b).text, b); });
    for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
        const Node& key = tree.at(keys[i]);
        if (tree.at(keys[first]).text != key.text) {
            first = i;
            continue;
        }
        std::vector<Message> hints;
        if (problems.hints_wanted()) hints.push_back(say("it is first at {}", problems.place(tree.at(keys[first]).begin)));
        problems.error("duplicate-key", key.begin, key.end, say("duplicate key {}", quoted(key.text)), std::move(hints));
    }
}

/// Whether "|" or ">", perhaps with "-" or "+", is all that is on the rest of the line.
bool is_block_header(std::string_view text, std::size_t at) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    return at >= text.size() || is_space(text[at]) || text[at] == '#';
}

/// Whether text[from, to) holds nothing but white space, comments and the punctuation of YAML; if not, `at` is the place.
bool only_punctuation(std::string_view text, std::size_t from, std::size_t to, std::size_t& at) {
    for (at = from; at < to; ++at) {
        const char c = text[at];
        const bool line_start = at == 0 || text[at - 1] == '\n' || text.substr(0, at) == "\xef\xbb\xbf";
        if (c == '#' && (line_start || is_space(text[at - 1]))) {
            at = std::min(text.find('\n', at), to);
        } else if (line_start && (text.substr(at, 3) == "---" || text.substr(at, 3) == "...")) {
            at += 2;
        } else if ((c == '|' || c == '>') && is_block_header(text, at)) {
            at += text[at + 1] == '-' || text[at + 1] == '+' ? 1 : 0;
        } else if (!is_space(c) && std::string_view("-:?,[]{}").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

/// yaml-cpp has ways to drop text without a word. What lies between two values must be punctuation, or we say so.
bool check_nothing_lost(const Tree& tree, Problems& problems) {
    const std::string_view text = tree.source->text;
    const auto check = [&](std::size_t from, std::size_t to) {
        std::size_t at = 0;
        if (from >= to || only_punctuation(text, from, to, at)) return true;
        const std::size_t end = std::min(text.find_first_of("\r\n", at), to);
        problems.error("lost-text", to_offset(at), to_offset(end), say("this text belongs to no key and no list"),
                       {say("a list item is a dash and a space; a key ends with \":\"; check the indent")});
        return false;
    };
    std::size_t from = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    for (const Node& node : tree.nodes) {
        if (node.kind != Kind::text) continue;
        if (!check(from, node.begin)) return false;
        from = node.end;
    }
    return check(from, text.size());
}

}  // namespace

ScalarSpan scalar_span(std::string_view text, std::uint32_t begin, std::string_view value) {
    if (begin >= text.size()) return {begin, begin};
    switch (text[begin]) {
        case '"':
        case '\'': {
            const std::size_t end = quote_end(text, begin);
            if (end == std::string_view::npos) return {begin, begin + 1, false, false};
            return {begin, to_offset(end)};
        }
        case '|':
        case '>': return block_span(text, begin, value);
        default: return {begin, to_offset(plain_end(text, begin, value)), true};
    }
}

bool build_tree(Tree& tree, Problems& problems) {
    tree.source = &problems.source();
    const std::string& text = problems.source().text;
    tree.nodes.reserve(std::min(kMostNodes, text.size() / 24 + 16));
    if (!parse_blocks(tree) && !parse_events(tree, problems)) return false;
    for (const Node& node : tree.nodes)
        if (node.kind == Kind::map) check_duplicates(tree, node, problems);
    return problems.any() || check_nothing_lost(tree, problems);
}

}  // namespace dossier::yaml
