/// Lines as people typed them -> the notation of long text: which sign makes a punt, which spaces mean something.

#include "sbb/notation.hpp"

#include "base/ascii.hpp"
#include "sbb/rich_text.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace dossier::sbb {
namespace {

/// The list sign in front, as the notation has it ("- ", "1. ", "a. "), and what follows.
std::pair<std::string, std::string_view> list_sign(std::string_view line) {
    std::size_t behind = 0;
    const char32_t first = line.empty() ? U' ' : decode_utf8(line, behind);
    // Of the doubtful signs, those that people type for a list in a field of text.
    const bool bullet = unicode::is_bullet(first) || first == '-' || first == U'–' || first == U'—' || first == U'§' || first == 'o';
    if (bullet && behind < line.size() && is_space(line[behind])) return {"- ", trim(line.substr(behind))};
    std::size_t n = 0;
    while (n < line.size() && n < 3 && is_digit(line[n])) ++n;
    if (n == 0 && !line.empty() && is_lower(line[0])) n = 1;
    if (n > 0 && n + 1 < line.size() && (line[n] == '.' || line[n] == ')') && is_space(line[n + 1]))
        return {std::string(line.substr(0, n)) + ". ", trim(line.substr(n + 1))};
    return {"", line};
}

}  // namespace

void Notation::line(std::size_t indent, std::string_view raw) {
    auto [sign, rest] = list_sign(trim(raw));
    std::string text = squeezed(rest);
    if (text.empty()) return blank();
    if (sign.empty() && text[0] == '*' && text.size() > 1 && text[1] != '*' && text[1] != ' ') text.insert(1, " ");
    // Spaces before a line mean something only below a list.
    const bool keep = sign.empty() ? in_list_ && gap_ && indent >= 2 : in_list_ || indent == 0;
    const std::size_t columns = keep ? std::min<std::size_t>(indent, 16) : 0;
    if (!out_.empty()) out_ += !sign.empty() && in_list_ && !gap_ ? "\n" : "\n\n";
    out_.append(columns, ' ');
    out_ += sign;
    out_ += text;
    in_list_ = !sign.empty() || (keep && columns > 0);
    gap_ = false;
    numbered_ = !sign.empty() && sign[0] != '-' && columns == 0;
    width_ = sign.size();
}

void Notation::verbatim(std::string_view notation) {
    if (trim(notation).empty()) return;
    if (!out_.empty()) out_ += "\n\n";
    while (notation.starts_with('\n')) notation.remove_prefix(1);
    out_ += notation;
    in_list_ = numbered_ = false;
    gap_ = true;
}

void plain_lines(std::string_view raw, Notation& to) {
    for (std::size_t at = 0; at <= raw.size();) {
        const std::size_t end = std::min(raw.find('\n', at), raw.size());
        const std::string_view line = raw.substr(at, end - at);
        to.line(std::min(line.find_first_not_of(" \t"), line.size()), line);
        at = end + 1;
    }
}

}  // namespace dossier::sbb
