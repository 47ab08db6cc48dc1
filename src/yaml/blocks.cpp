/// The short way from text to tree, for YAML as people write a dossier: block maps with plain words as keys, block lists,
/// scalars on one or more lines, "|" and ">-" blocks, comments. Some fifteen times faster than the library. Anything else,
/// every mistake included, makes it step back so that the library decides: it reports nothing and accepts nothing that the
/// library would read in another way (tests/fuzz compares the two).

#include "base/ascii.hpp"
#include "yaml/tree.hpp"

#include <algorithm>
#include <cstring>

namespace dossier::yaml {
namespace {

/// What a scalar without quotes may begin with beyond doubt.
bool begins_plain(char c) { return is_key_letter(c) || is_digit(c) || c == '(' || is_high_byte(c); }

bool is_null_word(std::string_view s) { return s == "null" || s == "Null" || s == "NULL"; }

class BlockReader {
public:
    BlockReader(std::string_view text, Tree& tree) : text_(text), tree_(tree) {}

    bool read() {
        if (text_.empty() || text_.back() != '\n' || text_.starts_with("\xef\xbb\xbf")) return false;
        if (std::memchr(text_.data(), '\r', text_.size()) != nullptr) return false;
        seek(0);
        Offset none = 0;
        return !eof_ && column() == 0 && map(0, none) && eof_;
    }

private:
    using Offset = std::uint32_t;

    // ---- lines: at_ is a character of the content line [line_, line_end_)

    [[nodiscard]] Offset column() const { return at_ - line_; }
    [[nodiscard]] Offset end_of_line(Offset from) const {
        const auto* end = static_cast<const char*>(std::memchr(text_.data() + from, '\n', text_.size() - from));
        return static_cast<Offset>(end - text_.data());  // the last line ends with one too
    }
    [[nodiscard]] Offset skip_spaces(Offset from, Offset end) const {
        while (from < end && text_[from] == ' ') ++from;
        return from;
    }
    /// To the first line from `from` on that is not blank and not a comment.
    void seek(Offset from) {
        for (line_ = from; line_ < text_.size(); line_ = line_end_ + 1) {
            line_end_ = end_of_line(line_);
            at_ = skip_spaces(line_, line_end_);
            if (at_ < line_end_ && text_[at_] != '#') return;
        }
        eof_ = true;
    }

    // ---- nodes

    Offset add(Kind kind, Offset begin, Offset end, std::string_view text, bool plain, Offset parent, Offset& last) {
        const auto index = static_cast<Offset>(tree_.nodes.size());
        tree_.nodes.push_back({kind, plain, begin, end, 0, 0, text});
        last_end_ = std::max(last_end_, end);
        if (index != 0) (last == 0 ? tree_.nodes[parent].first : tree_.nodes[last].next) = index;
        last = index;
        return index;
    }

    // ---- collections; each leaves at_ on the first line that is not its own

    /// The end of the key at at_, before its colon; at_ itself if there is none.
    [[nodiscard]] Offset key_end() const {
        constexpr Offset kLongest = 64;
        Offset end = at_;
        while (end < line_end_ && (is_key_letter(text_[end]) || (end > at_ && is_digit(text_[end])))) ++end;
        const bool key = end < line_end_ && text_[end] == ':' && (end + 1 == line_end_ || text_[end + 1] == ' ') && end - at_ <= kLongest;
        return key && !is_null_word(text_.substr(at_, end - at_)) ? end : at_;
    }
    [[nodiscard]] bool item_here() const { return text_[at_] == '-' && at_ + 1 < line_end_ && text_[at_ + 1] == ' '; }

    /// After an entry of a collection at `own`: whether another may follow, or the collection ends, or neither.
    enum class Next { entry, end, bad };
    [[nodiscard]] Next next(Offset own) const {
        if (eof_ || column() < own) return Next::end;
        return column() == own ? Next::entry : Next::bad;
    }

    /// `last` is the last child so far of `parent`; this and the scalars below add one and move it on.
    bool map(Offset parent, Offset& last_of_parent) {
        if (++depth_ > kDeepest) return false;
        const Offset own = column();
        Offset last = 0;
        const Offset index = add(Kind::map, at_, at_, {}, false, parent, last_of_parent);
        for (;;) {
            const Offset end = key_end();
            if (end == at_ || crowded()) return false;
            add(Kind::text, at_, end, text_.substr(at_, end - at_), true, index, last);
            at_ = skip_spaces(end + 1, line_end_);
            if (at_ < line_end_) {
                if (!scalar(own, index, last)) return false;
            } else {
                seek(line_end_ + 1);
                if (eof_ || column() <= own) return false;
                if (!(item_here() ? list(index, last) : map(index, last))) return false;
            }
            const Next what = next(own);
            if (what == Next::bad) return false;
            if (what == Next::end) break;
        }
        close(index);
        return true;
    }

    bool list(Offset parent, Offset& last_of_parent) {
        if (++depth_ > kDeepest) return false;
        const Offset own = column();
        Offset last = 0;
        const Offset index = add(Kind::list, at_, at_, {}, false, parent, last_of_parent);
        for (;;) {
            if (!item_here() || crowded()) return false;
            at_ = skip_spaces(at_ + 1, line_end_);
            if (at_ == line_end_) return false;
            if (!(key_end() != at_ ? map(index, last) : scalar(own, index, last))) return false;
            const Next what = next(own);
            if (what == Next::bad) return false;
            if (what == Next::end) break;
        }
        close(index);
        return true;
    }

    /// Near the cap, where the library's way must say so.
    [[nodiscard]] bool crowded() const { return tree_.nodes.size() + 4 > kMostNodes; }

    void close(Offset index) {
        --depth_;
        tree_.nodes[index].end = std::max(tree_.nodes[index].begin, last_end_);
    }

    // ---- scalars; `own` is the column of the collection they are in

    bool scalar(Offset own, Offset parent, Offset& last) {
        switch (text_[at_]) {
            case '|':
            case '>': return block(own, parent, last);
            case '"':
            case '\'': return quoted_text(parent, last);
            default: return begins_plain(text_[at_]) && plain(own, parent, last);
        }
    }

    bool quoted_text(Offset parent, Offset& last) {
        const std::string_view rest = text_.substr(at_, line_end_ - at_);
        const std::size_t close = rest.find(rest[0], 1);
        if (close == std::string_view::npos || rest.find('\\') < close) return false;
        if (rest.find_first_not_of(' ', close + 1) != std::string_view::npos) return false;
        const std::string_view value = rest.substr(1, close - 1);
        // The library's way: a value that is not its own source is kept apart; here it is a part of the source.
        add(Kind::text, at_, at_ + static_cast<Offset>(close) + 1, value, false, parent, last);
        seek(line_end_ + 1);
        return true;
    }

    /// The words on the rest of the line from `from`, if there is nothing in them that means something.
    [[nodiscard]] std::string_view plain_words(Offset from) const {
        const std::string_view words = trim(text_.substr(from, line_end_ - from));
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i] == ':' && (i + 1 == words.size() || words[i + 1] == ' ')) return {};
            if (words[i] == '#' && i > 0 && words[i - 1] == ' ') return {};
        }
        return words;
    }

    bool plain(Offset own, Offset parent, Offset& last) {
        const Offset begin = at_;
        std::string_view words = plain_words(at_);
        if (words.empty()) return false;
        Offset end = begin + static_cast<Offset>(words.size());
        std::string joined;
        for (;;) {
            const Offset next_line = line_end_ + 1;
            if (next_line >= text_.size()) break;
            const Offset next_end = end_of_line(next_line);
            const Offset next_at = skip_spaces(next_line, next_end);
            if (next_at == next_end || next_at - next_line <= own) break;
            if (!begins_plain(text_[next_at])) return false;
            line_ = next_line;
            line_end_ = next_end;
            const std::string_view more = plain_words(next_at);
            if (more.empty()) return false;
            if (joined.empty()) joined = words;
            joined += ' ';
            joined += more;
            end = next_at + static_cast<Offset>(more.size());
        }
        if (joined.empty() && is_null_word(words)) return false;
        if (!joined.empty()) words = tree_.texts.emplace_back(std::move(joined));
        add(Kind::text, begin, end, words, true, parent, last);
        seek(line_end_ + 1);
        return true;
    }

    bool block(Offset own, Offset parent, Offset& last) {
        const bool folded = text_[at_] == '>';
        if (text_.substr(at_, line_end_ - at_) != (folded ? ">-" : "|")) return false;
        Offset start = line_end_ + 1;
        if (start >= text_.size()) return false;
        Offset indent = 0, begin = 0, end = 0, blank = 0;
        std::string value;
        for (; start < text_.size(); start = line_end_ + 1) {
            line_end_ = end_of_line(start);
            const Offset at = skip_spaces(start, line_end_);
            if (at == line_end_) {
                if (indent == 0 || at - start > indent) return false;  // blank first line, or spaces that count
                ++blank;
                continue;
            }
            if (indent == 0) {
                indent = at - start;
                if (indent <= own) return false;
                begin = at;
            } else if (at - start < indent) {
                if (at - start > own) return false;  // between the block and what it belongs to
                break;
            } else if (!folded) {
                value += '\n';
            } else if (blank == 0) {
                value += ' ';
            }
            const std::string_view words = text_.substr(start + indent, line_end_ - start - indent);
            if (folded && (words.front() == ' ' || words.back() == ' ')) return false;
            value.append(blank, '\n');
            blank = 0;
            value += words;
            end = at + static_cast<Offset>(trim(words).size());
        }
        if (indent == 0) return false;
        if (!folded) value += '\n';
        add(Kind::text, begin, end, tree_.texts.emplace_back(std::move(value)), false, parent, last);
        seek(start);
        return true;
    }

    std::string_view text_;
    Tree& tree_;
    Offset line_ = 0, line_end_ = 0, at_ = 0, last_end_ = 0;
    std::size_t depth_ = 0;
    bool eof_ = false;
};

}  // namespace

bool parse_blocks(Tree& tree) {
    if (BlockReader(tree.source->text, tree).read()) return true;
    tree.nodes.clear();
    tree.texts.clear();
    return false;
}

}  // namespace dossier::yaml
