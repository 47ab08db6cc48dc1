#include "yaml/comments.hpp"

#include <algorithm>

namespace dossier::yaml {
namespace {

constexpr std::string_view kModeline = "# yaml-language-server:";

struct Found {
    std::uint32_t begin;
    Comment comment;
    bool own_line;
};

/// Comments in text[from, to), which holds white space and punctuation besides; `blank_last` says whether an empty line comes
/// after the last of them.
std::vector<Found> in_gap(std::string_view text, std::uint32_t from, std::uint32_t to, bool& blank_last) {
    std::vector<Found> out;
    bool blank = false;
    bool line_empty = begins_line(text, from);
    bool own_line = line_empty;
    for (std::uint32_t at = from; at < to; ++at) {
        const char c = text[at];
        if (c == '\n') {
            blank = blank || line_empty;
            line_empty = own_line = true;
        } else if (c == '#' && (own_line || text[at - 1] == ' ')) {
            const std::size_t line_end = std::min<std::size_t>(text.find('\n', at), to);
            const std::string_view words = trim(text.substr(at, line_end - at));
            out.push_back({at, {std::string(words), column_of(text, at), blank}, own_line});
            blank = line_empty = false;
            at = static_cast<std::uint32_t>(line_end) - 1;
        } else if (c != ' ' && c != '\r') {
            line_empty = own_line = false;
        }
    }
    blank_last = blank;
    return out;
}

}  // namespace

bool begins_line(std::string_view text, std::size_t at) {
    return at == 0 || text[at - 1] == '\n' || (at == 3 && text.starts_with("\xef\xbb\xbf"));
}

std::uint32_t column_of(std::string_view text, std::uint32_t at) {
    const std::size_t line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    std::uint32_t begin = line == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line) + 1;
    if (begin == 0 && text.starts_with("\xef\xbb\xbf")) begin = std::min(3u, at);
    return at - begin;
}

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
    std::uint32_t begin = at - column_of(text, at);
    while (begin < text.size() && text[begin] == ' ') ++begin;
    return std::min(begin, at);
}

std::uint32_t flow_end(const Tree& tree, std::uint32_t node) {
    const Node& n = tree.at(node);
    const std::string_view text = tree.source->text;
    if (n.kind == Kind::text || n.begin >= text.size() || (text[n.begin] != '[' && text[n.begin] != '{')) return 0;
    std::uint32_t inner = node + 1;
    int open = 0;
    for (std::uint32_t at = n.begin; at < text.size(); ++at) {
        while (inner < tree.nodes.size() && (tree.at(inner).kind != Kind::text || tree.at(inner).end <= at)) ++inner;
        if (inner < tree.nodes.size() && tree.at(inner).begin <= at) at = tree.at(inner).end;
        if (at >= text.size()) break;
        const char c = text[at];
        if (c == '#' && (begins_line(text, at) || text[at - 1] == ' ')) {
            at = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
            continue;
        }
        open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        if (open == 0) return at + 1;
    }
    return static_cast<std::uint32_t>(text.size());
}

Comments find_comments(const Tree& tree) {
    Comments out;
    const std::string_view text = tree.source->text;
    std::uint32_t from = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    std::uint32_t flow = 0;  // up to here, comments stay where they are in a flow list
    std::uint32_t before = 0;
    const auto gap = [&](std::uint32_t to, std::uint32_t next) {
        bool blank_last = false;
        const std::uint32_t to_column = next == 0 ? 0 : column_of(text, line_begin(text, tree.at(next).begin));
        for (Found& f : in_gap(text, from, to, blank_last)) {
            out.all.push_back(f.comment.text);
            if (f.begin < flow) continue;
            if (!f.own_line && before != 0 && !out.beside.contains(before)) out.beside[before] = f.comment.text;
            else if (next == 0 && (f.comment.column == 0 || before == 0)) out.foot.push_back(std::move(f.comment));
            else if (f.own_line && before != 0 && f.comment.column > to_column) out.below[before].push_back(std::move(f.comment));
            else out.above[next].push_back(std::move(f.comment));
        }
        if (next != 0) out.blank_before[next] = blank_last;
    };
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& n = tree.at(i);
        if (n.kind != Kind::text) {
            if (n.begin >= flow) flow = std::max(flow, flow_end(tree, i));
            continue;
        }
        gap(n.begin, i);
        from = n.end;
        before = i;
    }
    gap(static_cast<std::uint32_t>(text.size()), 0);
    std::sort(out.all.begin(), out.all.end());

    // What stands apart at the top is about the file; so is the line for editors.
    if (const auto first = out.above.begin(); first != out.above.end() && first->first <= 2) {
        auto& list = first->second;
        std::size_t count = !list.empty() && list[0].text.starts_with(kModeline) ? 1 : 0;
        for (std::size_t i = 1; i < list.size(); ++i)
            if (list[i].blank_before) count = i;
        if (out.blank_before[first->first]) count = list.size();
        out.head_apart = count < list.size() ? list[count].blank_before : out.blank_before[first->first];
        out.head.assign(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return out;
}

}  // namespace dossier::yaml
