/// Canonical YAML: maps and lists, with the order of their keys, their indents and the empty lines between them.

#include "yaml/format_tree.hpp"

#include "yaml/format_keys.hpp"
#include "yaml/format_values.hpp"

#include <algorithm>

namespace dossier::yaml {
namespace {

class TreeFormatter {
public:
    TreeFormatter(const Tree& tree, CommentPlacer& comments)
        : tree_(tree), text_(tree.source->text), placer_(comments), values_(tree, comments), comments_(comments.comments()) {}

    std::string format() {
        Lines lines;
        put_above(comments_.head, 0, lines);
        const Shape& shape = dossier_shape();
        const bool map = tree_.root().kind == Kind::map && flow_end(tree_, 0) == 0;
        const Lines body = map ? write_map(0, 0, false, &shape) : whole_flow();
        if (!lines.empty() && comments_.head_apart && (body.empty() || !body.front().empty())) lines.emplace_back();
        lines.insert(lines.end(), body.begin(), body.end());
        Lines foot;
        put_above(comments_.foot, 0, foot);
        if (!foot.empty() && comments_.foot.front().blank_before && !lines.empty()) lines.emplace_back();
        lines.insert(lines.end(), foot.begin(), foot.end());
        std::string out;
        for (const std::string& line : lines) (out += line) += '\n';
        return out;
    }

private:
    struct Entry {
        std::size_t order;
        bool blank_before, nested;
        std::vector<Comment> above;
        Lines lines;
    };

    [[nodiscard]] const Node& node(std::uint32_t i) const { return tree_.at(i); }
    [[nodiscard]] bool in_block_form(std::uint32_t i) const {
        return node(i).kind != Kind::text && node(i).first != 0 && flow_end(tree_, i) == 0;
    }

    /// The entries of a map whose keys begin at `column`; with `dash` the first stands behind one.
    Lines write_map(std::uint32_t map, std::size_t column, bool dash, const Shape* shape) {
        std::vector<Entry> entries;
        for (std::uint32_t key = node(map).first; key != 0;) {
            const std::uint32_t value = node(key).next;
            entries.push_back(write_entry(key, value, column, shape));
            key = node(value).next;
        }
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.order < b.order; });
        Lines out;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            Entry& e = entries[i];
            const bool top_nested = map == 0 && column == 0 && e.nested && (i > 0 || !comments_.head.empty());
            if (top_nested || (i > 0 && e.blank_before)) out.emplace_back();
            const bool dashed = dash && i == 0;
            put_above(e.above, dashed ? column - 2 : column, out);
            if (dashed) e.lines.front()[column - 2] = '-';
            out.insert(out.end(), e.lines.begin(), e.lines.end());
        }
        // What stands below the last key, no deeper than it, closes the map: it does not go along with the key.
        if (const std::uint32_t key = node(map).first; key != 0) placer_.put_below(map, column_of(text_, node(key).begin), column, out);
        return out;
    }

    Entry write_entry(std::uint32_t key, std::uint32_t value, std::size_t column, const Shape* shape) {
        const auto known = [&]() -> std::pair<std::size_t, const Shape*> {
            if (shape)
                for (std::size_t i = 0; i < shape->keys.size(); ++i)
                    if (shape->keys[i].first == node(key).text) return {i, shape->keys[i].second.get()};
            return {SIZE_MAX, nullptr};
        }();
        Entry e{known.first, placer_.blank_above(key), node(value).kind != Kind::text, placer_.take_above(key), {}};
        const std::uint32_t old_column = column_of(text_, node(key).begin);
        std::string head = std::string(column, ' ') + std::string(text_.substr(node(key).begin, node(key).end - node(key).begin)) + ':';
        if (!in_block_form(value)) {
            for (Comment& c : placer_.take_above(first_text(tree_, value))) e.above.push_back(std::move(c));
            e.lines = values_.behind(head, key, value, column, old_column);
        } else {
            placer_.put_beside(key, head);
            e.lines = node(value).kind == Kind::map ? write_map(value, column + 2, false, known.second)
                                                    : write_list(value, column + 2, parted(node(key).text), known.second);
            e.lines.insert(e.lines.begin(), std::move(head));
        }
        placer_.put_below(value, old_column + 1, column, e.lines);
        return e;
    }

    Lines write_list(std::uint32_t list, std::size_t column, bool apart, const Shape* shape) {
        Lines out;
        std::size_t before = 0;  // lines of the item before
        for (std::uint32_t item = node(list).first; item != 0; item = node(item).next) {
            const std::uint32_t first = first_text(tree_, item);
            const bool blank = placer_.blank_above(first);
            const std::vector<Comment> above = placer_.take_above(first);
            const std::uint32_t old_column = column_of(text_, line_begin(text_, node(item).begin));
            Lines lines;
            if (!in_block_form(item)) lines = values_.behind(std::string(column, ' ') + '-', 0, item, column, old_column);
            else if (node(item).kind == Kind::map) lines = write_map(item, column + 2, true, shape);
            else {
                lines = write_list(item, column + 2, false, nullptr);
                const auto content = std::find_if(lines.begin(), lines.end(),
                                                  [&](const std::string& l) { return l.size() > column + 2 && l[column + 2] == '-'; });
                if (content != lines.end()) (*content)[column] = '-';
            }
            placer_.put_below(item, old_column, column, lines);
            if (item != node(list).first && (blank || (apart && node(item).kind == Kind::map && before > kShortItem))) out.emplace_back();
            put_above(above, column, out);
            out.insert(out.end(), lines.begin(), lines.end());
            before = lines.size();
        }
        return out;
    }

    /// A file that is one flow map stays as it is.
    Lines whole_flow() {
        Lines lines;
        for (Comment& c : placer_.take_above(first_text(tree_, 0))) lines.push_back(c.text);
        const std::uint32_t begin = tree_.root().begin;
        const std::uint32_t end = tree_.root().kind == Kind::text ? tree_.root().end : flow_end(tree_, 0);
        for (const std::string& line : shifted(text_.substr(begin, end - begin), 0, 0)) lines.push_back(line);
        placer_.put_beside(last_text(tree_, 0), lines.back());
        return lines;
    }

    const Tree& tree_;
    std::string_view text_;
    CommentPlacer& placer_;
    ValueWriter values_;
    const Comments& comments_;
};

}  // namespace

std::string format_tree(const Tree& tree, CommentPlacer& comments) { return TreeFormatter(tree, comments).format(); }

}  // namespace dossier::yaml
