/// Canonical layout: the tree is written again with its own spelling of every value; only indents, blank lines, the space
/// around punctuation and the order of keys change. The result is read back and compared before anyone gets it.

#include "model/fields.hpp"
#include "yaml/comments.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <memory>

namespace dossier::yaml {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kShortItem = 2;  ///< lines; after a longer one of kParted comes an empty line
bool parted(std::string_view list) { return list == "kerntaken" || list == "werkprocessen" || list == "profielen"; }

/// The keys of a record in the order of the model, each with what is under it.
struct Shape {
    std::vector<std::pair<std::string_view, std::unique_ptr<Shape>>> keys;
};

struct ShapeMaker {
    Shape& shape;
    template <class T> void required(std::string_view name, const T&, const model::Veld&) { add<T>(name); }
    template <class T> void optional(std::string_view name, const T&, const model::Veld&) { add<T>(name); }
    template <class T> void list(std::string_view name, std::string_view, const std::vector<T>&, const model::Veld&) { add<T>(name); }
    template <class T> void add(std::string_view name) {
        auto under = std::make_unique<Shape>();
        if constexpr (model::Record<T>) {
            ShapeMaker maker{*under};
            const T value{};
            T::fields(maker, value);
        }
        shape.keys.emplace_back(name, std::move(under));
    }
};

const Shape& dossier_shape() {
    static const Shape shape = [] {
        Shape s;
        ShapeMaker maker{s};
        const model::Dossier dossier{};
        model::Dossier::fields(maker, dossier);
        return s;
    }();
    return shape;
}

class Formatter {
public:
    explicit Formatter(const Tree& tree) : tree_(tree), text_(tree.source->text), comments_(find_comments(tree)) {}

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
    [[nodiscard]] const Comments& comments() const { return comments_; }

private:
    struct Entry {
        std::size_t order;
        bool blank_before, nested;
        std::vector<Comment> above;
        Lines lines;
    };

    [[nodiscard]] std::string_view raw(std::uint32_t from, std::uint32_t to) const { return text_.substr(from, to - from); }
    [[nodiscard]] const Node& node(std::uint32_t i) const { return tree_.at(i); }
    /// The first and the last text in `i`, itself if it is one; 0 if there is none.
    [[nodiscard]] std::uint32_t first_text(std::uint32_t i) const {
        while (i != 0 && node(i).kind != Kind::text) i = node(i).first;
        return i;
    }
    [[nodiscard]] std::uint32_t last_text(std::uint32_t i) const {
        while (i != 0 && node(i).kind != Kind::text) {
            std::uint32_t child = node(i).first;
            while (child != 0 && node(child).next != 0) child = node(child).next;
            i = child;
        }
        return i;
    }
    std::vector<Comment> take_above(std::uint32_t i) {
        auto found = comments_.above.find(i);
        if (i == 0 || found == comments_.above.end()) return {};
        std::vector<Comment> out = std::move(found->second);
        comments_.above.erase(found);
        return out;
    }
    /// Comments on lines of their own; empty lines between them stay, the first has none above it.
    static void put_above(const std::vector<Comment>& list, std::size_t column, Lines& lines) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i > 0 && list[i].blank_before) lines.emplace_back();
            lines.push_back(std::string(column, ' ') + list[i].text);
        }
    }
    /// The comment at the end of the line where text `i` ends.
    void put_beside(std::uint32_t i, std::string& line) {
        const auto found = comments_.beside.find(i);
        if (i == 0 || found == comments_.beside.end()) return;
        line += "  " + found->second;
        comments_.beside.erase(found);
    }
    /// Comments after `i` that are indented at least as deep as the line where it began.
    void put_below(std::uint32_t i, std::uint32_t old_column, std::size_t column, Lines& lines) {
        const auto found = comments_.below.find(last_text(i));
        if (found == comments_.below.end()) return;
        auto& list = found->second;
        std::size_t count = 0;
        while (count < list.size() && list[count].column >= old_column) ++count;
        for (std::size_t c = 0; c < count; ++c) {
            if (list[c].blank_before) lines.emplace_back();
            lines.push_back(std::string(column, ' ') + list[c].text);
        }
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
    }

    /// The lines of `value` behind `head` ("naam:", "-"), whose line begins at `column`; `old_column` is where it was.
    Lines behind(std::string head, std::uint32_t head_text, std::uint32_t value, std::size_t column, std::uint32_t old_column) {
        const Node& v = node(value);
        if (v.kind == Kind::text) return scalar(std::move(head), head_text, value, column);
        Lines lines = shifted(raw(v.begin, flow_end(tree_, value)), column, old_column);
        lines.front().insert(0, head + ' ');
        put_beside(last_text(value), lines.back());
        put_beside(head_text, lines.back());
        return lines;
    }

    /// Lines of a flow list after the first keep their place from the line it began on.
    static Lines shifted(std::string_view text, std::size_t column, std::uint32_t old_column) {
        Lines lines;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string_view line = text.substr(at, end - at);
            const std::string_view words = trim(line);
            const auto old_indent = static_cast<std::size_t>(words.empty() ? 0 : words.data() - line.data());
            const std::size_t deeper = old_indent > old_column ? old_indent - old_column : 1;
            if (at == 0)
                lines.emplace_back(words);
            else if (!words.empty())
                lines.push_back(std::string(column + deeper, ' ') + std::string(words));
            at = end + 1;
        }
        return lines;
    }

    Lines scalar(std::string head, std::uint32_t head_text, std::uint32_t value, std::size_t column) {
        const Node& v = node(value);
        const std::uint32_t sign = block_sign(value);
        if (sign != v.end) return block(std::move(head), head_text, value, sign, column);
        Lines lines;
        const std::string_view text = raw(v.begin, v.end);
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string_view words = trim(text.substr(at, end - at));
            if (at == 0)
                lines.push_back(head + ' ' + std::string(words));
            else
                lines.push_back(words.empty() ? std::string() : std::string(column + 2, ' ') + std::string(words));
            at = end + 1;
        }
        put_beside(value, lines.back());
        if (lines.size() == 1) put_beside(head_text, lines.back());
        return lines;
    }

    /// The "|" or ">" before block `value`, or its end when it is none.
    [[nodiscard]] std::uint32_t block_sign(std::uint32_t value) const {
        const Node& v = node(value);
        if (v.begin < text_.size() && (text_[v.begin] == '|' || text_[v.begin] == '>')) return v.begin;
        std::uint32_t before = value;
        while (before > 0 && (before == value || node(before).kind != Kind::text)) --before;
        for (std::uint32_t at = before == 0 ? 0 : node(before).end; at < v.begin; ++at) {
            if (text_[at] == '#' && (begins_line(text_, at) || text_[at - 1] == ' '))
                at = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), v.begin));
            else if (text_[at] == '|' || text_[at] == '>')
                return at;
        }
        return v.end;
    }

    Lines block(std::string head, std::uint32_t head_text, std::uint32_t value, std::uint32_t sign, std::size_t column) {
        const Node& v = node(value);
        std::string first = head + ' ' + text_[sign];
        const bool chomped = sign + 1 < text_.size() && (text_[sign + 1] == '-' || text_[sign + 1] == '+');
        if (chomped) first += text_[sign + 1];
        put_beside(head_text, first);
        Lines lines{first};
        if (v.begin <= sign) {
            put_beside(value, lines.back());
            return lines;
        }
        const std::uint32_t indent = column_of(text_, v.begin);
        const std::size_t line_end = text_.find('\n', sign);
        const std::string_view between = raw(static_cast<std::uint32_t>(line_end) + 1, v.begin);
        lines.insert(lines.end(), static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n')), "");
        const std::size_t end = std::min(text_.find('\n', v.end), text_.size());
        for (std::size_t at = v.begin - indent; at < end;) {
            const std::size_t stop = std::min(text_.find('\n', at), end);
            std::string_view line = text_.substr(at, stop - at);
            if (line.ends_with('\r')) line.remove_suffix(1);
            lines.push_back(line.size() > indent ? std::string(column + 2, ' ') + std::string(line.substr(indent)) : std::string());
            at = stop + 1;
        }
        if (chomped && text_[sign + 1] == '+')  // the empty lines after it are part of it
            for (std::size_t at = end + 1; at < text_.size() && (text_[at] == '\n' || text_[at] == '\r'); ++at)
                if (text_[at] == '\n') lines.emplace_back();
        return lines;
    }

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
        if (const std::uint32_t key = node(map).first; key != 0) put_below(map, column_of(text_, node(key).begin), column, out);
        return out;
    }

    Entry write_entry(std::uint32_t key, std::uint32_t value, std::size_t column, const Shape* shape) {
        const auto known = [&]() -> std::pair<std::size_t, const Shape*> {
            if (shape)
                for (std::size_t i = 0; i < shape->keys.size(); ++i)
                    if (shape->keys[i].first == node(key).text) return {i, shape->keys[i].second.get()};
            return {SIZE_MAX, nullptr};
        }();
        Entry e{known.first, blank_above(key), node(value).kind != Kind::text, take_above(key), {}};
        const std::uint32_t old_column = column_of(text_, node(key).begin);
        std::string head = std::string(column, ' ') + std::string(raw(node(key).begin, node(key).end)) + ':';
        if (!in_block_form(value)) {
            for (Comment& c : take_above(first_text(value))) e.above.push_back(std::move(c));
            e.lines = behind(std::move(head), key, value, column, old_column);
        } else {
            put_beside(key, head);
            e.lines = node(value).kind == Kind::map ? write_map(value, column + 2, false, known.second)
                                                    : write_list(value, column + 2, parted(node(key).text), known.second);
            e.lines.insert(e.lines.begin(), std::move(head));
        }
        put_below(value, old_column + 1, column, e.lines);
        return e;
    }

    [[nodiscard]] bool blank_above(std::uint32_t i) const {
        const auto above = comments_.above.find(i);
        if (above != comments_.above.end() && !above->second.empty()) return above->second.front().blank_before;
        const auto blank = comments_.blank_before.find(i);
        return blank != comments_.blank_before.end() && blank->second;
    }

    Lines write_list(std::uint32_t list, std::size_t column, bool apart, const Shape* shape) {
        Lines out;
        std::size_t before = 0;  // lines of the item before
        for (std::uint32_t item = node(list).first; item != 0; item = node(item).next) {
            const std::uint32_t first = first_text(item);
            const bool blank = blank_above(first);
            const std::vector<Comment> above = take_above(first);
            const std::uint32_t old_column = column_of(text_, line_begin(text_, node(item).begin));
            Lines lines;
            if (!in_block_form(item))
                lines = behind(std::string(column, ' ') + '-', 0, item, column, old_column);
            else if (node(item).kind == Kind::map)
                lines = write_map(item, column + 2, true, shape);
            else {
                lines = write_list(item, column + 2, false, nullptr);
                const auto content = std::find_if(lines.begin(), lines.end(), [&](const std::string& l) { return l.size() > column + 2 && l[column + 2] == '-'; });
                if (content != lines.end()) (*content)[column] = '-';
            }
            put_below(item, old_column, column, lines);
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
        for (Comment& c : take_above(first_text(0))) lines.push_back(c.text);
        const std::uint32_t begin = tree_.root().begin;
        const std::uint32_t end = tree_.root().kind == Kind::text ? tree_.root().end : flow_end(tree_, 0);
        for (const std::string& line : shifted(raw(begin, end), 0, 0)) lines.push_back(line);
        put_beside(last_text(0), lines.back());
        return lines;
    }

    const Tree& tree_;
    std::string_view text_;
    Comments comments_;
};

/// The values of a tree, keys in alphabetical order: equal for two texts that mean the same.
std::string meaning(const Tree& tree, std::uint32_t i) {
    const Node& n = tree.at(i);
    std::string out;
    if (n.kind == Kind::text) {
        // The file's last line may lack its end, which the last text then lacks too.
        const std::string_view text = n.text.substr(0, n.text.find_last_not_of('\n') + 1);
        const std::size_t ends = std::max<std::size_t>(n.text.size() - text.size(), 1);
        return std::to_string(text.size()) + ':' + std::string(text) + '+' + std::to_string(ends);
    }
    std::vector<std::string> parts;
    for (std::uint32_t child = n.first; child != 0; child = tree.at(child).next) {
        std::string part = meaning(tree, child);
        if (n.kind == Kind::map) {
            child = tree.at(child).next;
            part += '=' + meaning(tree, child);
        }
        parts.push_back(std::move(part));
    }
    if (n.kind == Kind::map) std::sort(parts.begin(), parts.end());
    out = n.kind == Kind::map ? "{" : "[";
    for (const std::string& part : parts) (out += part) += ',';
    return out + (n.kind == Kind::map ? '}' : ']');
}

/// Signs that may stand between values and that this layout has no place for.
bool has_unusual_signs(const Tree& tree) {
    const std::string_view text = tree.source->text;
    std::size_t from = 0;
    const auto unusual = [&](std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            if (text[at] == '#' && (begins_line(text, at) || text[at - 1] == ' ')) at = std::min(text.find('\n', at), to);
            else if (text[at] == '?' || (begins_line(text, at) && (text.substr(at, 3) == "---" || text.substr(at, 3) == "..."))) return true;
        }
        return false;
    };
    for (const Node& n : tree.nodes) {
        if (n.kind != Kind::text) continue;
        if (unusual(n.begin)) return true;
        from = n.end;
    }
    return unusual(text.size());
}

struct Formatted {
    std::string text, meaning;
    std::vector<std::string> comments;
};

std::optional<Formatted> formatted(const Source& source, Diagnostics& diagnostics) {
    Problems problems(source, diagnostics);
    Tree tree;
    if (!check_bytes(problems) || !build_tree(tree, problems) || problems.any()) return std::nullopt;
    if (has_unusual_signs(tree)) {
        diagnostics.error("cannot-format", {&source, 0, 0}, "found \"?\", \"---\" or \"...\" between values, which the canonical form has not", {"remove them"});
        return std::nullopt;
    }
    Formatter formatter(tree);
    Formatted out{{}, meaning(tree, 0), formatter.comments().all};
    out.text = formatter.format();
    return out;
}

}  // namespace

std::optional<std::string> format_dossier(const Source& source, Diagnostics& diagnostics) {
    const auto once = formatted(source, diagnostics);
    if (!once) return std::nullopt;
    // Nothing leaves here that does not say the same, or that would change once more.
    const Source result{source.name, once->text};
    Diagnostics silent;
    const auto twice = formatted(result, silent);
    if (!twice || twice->meaning != once->meaning || twice->comments != once->comments || twice->text != once->text) {
        diagnostics.error("cannot-format", {&source, 0, 0}, "cannot be brought into canonical form without changing it", {"lay it out more simply: one key or one item on each line, comments on lines of their own"});
        return std::nullopt;
    }
    return once->text;
}

}  // namespace dossier::yaml
