/// What goes wrong with lines before YAML is read at all: the marks of a merge that nobody finished, and spaces that look like
/// spaces and are none. YAML would take both as text, and often without a word.

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"
#include "yaml/tree.hpp"

#include <algorithm>

namespace dossier::yaml {
namespace {

/// A space that YAML takes as a letter.
bool odd_space(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
           c == 0xFEFF;
}

Message space_name(char32_t c) {
    const std::string code = unicode::code_point_name(c);
    if (c == 0xA0) return say("a no-break space ({})", code);
    const bool visible = c < 0x200B || c == 0x202F || c == 0x205F || c == 0x3000;
    return visible ? say("the space {}", code) : say("the invisible character {}", code);
}

class Lines {
public:
    explicit Lines(Problems& problems) : problems_(problems), text_(problems.source().text) {}

    void check() {
        // Hardly any file has one of these; a look at each line costs a quarter of reading it.
        const bool marks = has_mark(), odd_spaces = has_odd_space();
        if (!marks && !odd_spaces) return;
        std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        while (at < text_.size() && !problems_.too_many()) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            std::string_view line = text_.substr(at, end - at);
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (marks) conflict(at, line);
            if (odd_spaces) spaces(at, line);
            at = end + 1;
        }
    }

private:
    [[nodiscard]] bool has_odd_space() const {
        for (std::size_t at = 0; at < text_.size();) {
            if (static_cast<unsigned char>(text_[at]) < 0x80) ++at;
            else if (odd_space(decode_utf8(text_, at))) return true;
        }
        return false;
    }

    // ---- merges

    [[nodiscard]] bool has_mark() const {
        constexpr std::string_view kMarks[] = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
        return std::any_of(std::begin(kMarks), std::end(kMarks),
                           [this](std::string_view mark) { return text_.find(mark) != std::string_view::npos; });
    }
    /// "<<<<<<<", "|||||||", "=======" or ">>>>>>>" that `line` is, or begins with before a space; "" for other lines.
    static std::string_view mark_of(std::string_view line) {
        constexpr std::size_t kLength = 7;
        if (line.size() < kLength || std::string_view("<|=>").find(line[0]) == std::string_view::npos) return {};
        const std::string_view mark = line.substr(0, kLength);
        if (mark.find_first_not_of(line[0]) != std::string_view::npos) return {};
        return line.size() == kLength || line[kLength] == ' ' ? mark : std::string_view{};
    }

    void conflict(std::size_t begin, std::string_view line) {
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        const std::string_view mark = mark_of(line.substr(indent));
        if (mark.empty()) return;
        // Indented, a line of "=" could be drawn by a person; not within what git marked.
        const bool divider = mark[0] == '=' || mark[0] == '|';
        if (indent > 0 && divider && !in_conflict_) return;
        const bool first = !in_conflict_;
        in_conflict_ = mark[0] != '>';
        if (!first) return;  // told where it began
        const auto at = static_cast<std::uint32_t>(begin + indent);
        problems_.error(
            "merge-conflict", at, at + static_cast<std::uint32_t>(mark.size()),
            say("found {}, the mark of a merge that is not finished", quoted(mark)),
            {say("choose between the two texts, and remove the lines that begin with \"<<<<<<<\", \"=======\" and \">>>>>>>\"")});
    }

    // ---- spaces

    void spaces(std::size_t begin, std::string_view line) {
        std::size_t at = std::min(line.find_first_not_of(' '), line.size());
        const bool blank = at == line.size();
        if (!blank && in_block_ && at <= block_owner_) in_block_ = false;
        if (blank || line[at] == '#') return;
        if (odd(begin, line, at, say("in the indent"))) return;
        std::size_t own = at;
        while (at < line.size() && line[at] == '-') {
            if (odd(begin, line, at + 1, say("after \"-\""))) return;
            if (at + 1 >= line.size() || line[at + 1] != ' ') break;
            own = at;
            at = std::min(line.find_first_not_of(' ', at + 1), line.size());
        }
        if (in_block_) return;
        const std::size_t key = at;
        while (at < line.size() && (is_key_letter(line[at]) || (at > key && is_digit(line[at])))) ++at;
        const bool is_key = at > key && at < line.size() && line[at] == ':';
        if (is_key) {
            own = key;
            if (odd(begin, line, at + 1, say("after \":\""))) return;
            at = std::min(line.find_first_not_of(' ', at + 1), line.size());
        }
        const std::string_view rest = line.substr(std::min(at, line.size()));
        if (!rest.starts_with('|') && !rest.starts_with('>')) return;
        in_block_ = true;
        block_owner_ = own;
    }

    /// Reports an odd space at `at` of the line.
    bool odd(std::size_t begin, std::string_view line, std::size_t at, Pattern<0> where) {
        if (at >= line.size() || static_cast<unsigned char>(line[at]) < 0x80) return false;
        std::size_t next = at;
        const char32_t c = decode_utf8(line, next);
        if (!odd_space(c)) return false;
        problems_.error("odd-space", static_cast<std::uint32_t>(begin + at), static_cast<std::uint32_t>(begin + next),
                        say("found {} {}, expected a space", space_name(c), where),
                        {say("type ordinary spaces there; this one was probably pasted along")});
        return true;
    }

    Problems& problems_;
    std::string_view text_;
    bool in_conflict_ = false;
    bool in_block_ = false;        ///< in the lines of a "|" or ">" block
    std::size_t block_owner_ = 0;  ///< the column of the key or dash it belongs to
};

}  // namespace

void check_lines(Problems& problems) { Lines(problems).check(); }

}  // namespace dossier::yaml
