#include "published/flow.hpp"

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>

namespace dossier::published {
namespace {

using model::Blok;
using model::BlokSoort;
using model::Tekst;

std::string_view last_word(std::string_view s) {
    const std::size_t space = s.rfind(' ');
    return space == std::string_view::npos ? s : s.substr(space + 1);
}

/// "import-" + "en/of export": the hyphen stands for a word part that follows later.
bool is_conjunction(std::string_view word) {
    constexpr std::array<std::string_view, 7> kAll{"en", "of", "en/of", "of/en", "tot", "t/m", "dan"};
    return std::find(kAll.begin(), kAll.end(), word) != kAll.end();
}

/// Words that no sentence, title or item ends with.
bool leaves_open(std::string_view word) {
    constexpr std::array<std::string_view, 22> kAll{"de",   "het", "een",  "van", "en", "of",  "en/of", "in",   "op",   "aan", "met",
                                                    "voor", "bij", "naar", "om",  "te", "tot", "uit",   "over", "door", "als", "zoals"};
    return std::find(kAll.begin(), kAll.end(), lower(word)) != kAll.end();
}

/// `word` without punctuation around it.
std::string bare(std::string_view word) {
    constexpr std::string_view kPunctuation = ".,;:!?()\"'*";
    const std::size_t begin = word.find_first_not_of(kPunctuation);
    if (begin == std::string_view::npos) return {};
    return lower(word.substr(begin, word.find_last_not_of(kPunctuation) - begin + 1));
}

enum class Kind { text, footnote, number, letter, bullet };

/// A paragraph or list item before nesting.
struct Chunk {
    Kind kind = Kind::text;
    std::string sign, text;
};

/// The sign, number or letter that opens a list item, empty if none.
std::string_view item_sign(std::string_view line) {
    const std::string_view sign = list_sign(line);
    return sign.empty() ? item_number(line) : trim(sign);
}

Kind kind_of(std::string_view sign) {
    if (is_digit(sign[0])) return Kind::number;
    return sign.size() > 1 && sign.back() == '.' ? Kind::letter : Kind::bullet;
}

/// Whether `line` is the item below `last`, though that one ends with no sign: a bullet below a bullet, "3." below "2.".
bool is_next_item(const Chunk& last, const TextLine& line) {
    const std::string_view sign = item_sign(line.text);
    if (sign.empty() || last.kind == Kind::text || last.kind == Kind::footnote || kind_of(sign) != last.kind) return false;
    if (last.kind == Kind::bullet) return true;
    const auto place = [](std::string_view s) { return s[0] >= 'a' ? s[0] - 'a' : std::stoi(std::string(s)); };
    return place(sign) == place(last.sign) + 1;
}

bool ends_item(std::string_view text) {
    return text.ends_with(';') || text.ends_with("; en") || text.ends_with("; of") || text.ends_with("; en/of");
}

/// Whether a list without signs begins at line i: a line, or few that run on, that ends as an item does and holds no sentence.
/// Behind a colon that only the width of the page broke, it must be the one line.
bool begins_unmarked(std::span<const TextLine> lines, std::size_t i) {
    constexpr std::size_t kLongest = 4;  ///< lines
    if (lines[i].gap && !lines[i].page) return false;
    for (std::size_t n = i; n < lines.size() && n < i + kLongest && (n == i || !lines[n].gap); ++n) {
        const std::string& text = lines[n].text;
        if (text.find(". ") != std::string::npos) return false;
        if (ends_item(text)) return true;
        if (is_closed(text) || (lines[i].before != Break::meant && !lines[i].page)) return false;
    }
    return false;
}

std::vector<Chunk> chunks_of(std::span<const TextLine> lines, const Words& words) {
    std::vector<Chunk> out;
    bool unmarked = false;  // inside a list without signs
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        const bool fresh = out.empty() || line.gap || is_closed(out.back().text) || ends_item(out.back().text);
        const std::string_view sign = fresh || is_next_item(out.back(), line) ? item_sign(line.text) : std::string_view{};
        if (!sign.empty()) {
            unmarked = false;
            const Kind kind = kind_of(sign);
            out.push_back({kind, std::string(kind == Kind::bullet ? "-" : sign), std::string(trim(line.text.substr(sign.size())))});
        } else if (line.text.starts_with("* ") && (fresh || !starts_lower(line.text.substr(2)))) {
            unmarked = false;
            out.push_back({Kind::footnote, "*", line.text.substr(2)});
        } else if (!out.empty() &&
                   ((out.back().text.ends_with(':') && begins_unmarked(lines, i)) || (unmarked && ends_item(out.back().text)))) {
            unmarked = true;
            out.push_back({Kind::bullet, "-", line.text});
        } else if (!out.empty() && (!line.gap || continues(out.back().text, line))) {
            append_line(out.back().text, line.text, words);
        } else {
            unmarked = false;
            out.push_back({Kind::text, "", line.text});
        }
    }
    return out;
}

/// Adds the items from `at` on that belong at this level or deeper; `open` holds the kinds of the levels above.
std::vector<Blok> nest(const std::vector<Chunk>& chunks, std::size_t& at, std::vector<Kind>& open) {
    std::vector<Blok> out;
    const Kind kind = chunks[at].kind;
    open.push_back(kind);
    out.push_back({kind == Kind::bullet ? BlokSoort::opsomming : BlokSoort::nummering, "", "", {}});
    while (at < chunks.size()) {
        const Kind next = chunks[at].kind;
        if (next == Kind::text || next == Kind::footnote) break;
        if (next == kind) {
            out.back().punten.push_back({chunks[at].sign, chunks[at].text, {}});
            ++at;
        } else if (std::find(open.begin(), open.end(), next) != open.end()) {
            break;
        } else {
            std::vector<Blok> below = nest(chunks, at, open);
            std::move(below.begin(), below.end(), std::back_inserter(out.back().punten.back().onder));
        }
    }
    open.pop_back();
    return out;
}

}  // namespace

std::string_view first_word(std::string_view line) { return line.substr(0, std::min(line.find(' '), line.size())); }

Words words_of(std::span<const TextLine> lines) {
    Words words;
    for (const TextLine& line : lines) {
        for (std::size_t at = 0; at < line.text.size();) {
            const std::size_t end = std::min(line.text.find(' ', at), line.text.size());
            std::string word = bare(std::string_view(line.text).substr(at, end - at));
            if (!word.empty()) words.insert(std::move(word));
            at = end + 1;
        }
    }
    return words;
}

void append_line(std::string& text, std::string_view line, const Words& words) {
    if (text.ends_with(kSoftHyphen)) {
        text.resize(text.size() - kSoftHyphen.size());
        text += line;
        return;
    }
    const std::string_view last = last_word(text);
    const std::string_view next = first_word(line);
    const bool slash = (last.size() > 1 && last.ends_with('/')) || (next.size() > 1 && next.starts_with('/'));
    const bool hyphen = last.size() > 1 && last.ends_with('-') && !is_conjunction(next);
    if (hyphen) {
        const std::string whole = bare(std::string(last) + std::string(next));
        const std::string closed = bare(std::string(last.substr(0, last.size() - 1)) + std::string(next));
        if (words.find(whole) == words.end() && words.find(closed) != words.end()) text.pop_back();
    } else if (!slash && !text.empty()) {
        text += ' ';
    }
    text += line;
}

bool ends_sentence(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view closing : {")", "\"", "'", "\u201d", "\u2019"})
            if (text.ends_with(closing)) text.remove_suffix(closing.size()), more = true;
    }
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

bool is_closed(std::string_view text) {
    while (text.ends_with(')') || text.ends_with('"') || text.ends_with('\'')) text.remove_suffix(1);
    return ends_sentence(text) || text.ends_with(':') || text.ends_with(';');
}

bool starts_lower(std::string_view line) {
    std::size_t at = line.starts_with('(') && line.find(')') < first_word(line).size() - 1 ? line.find(')') + 1 : 0;
    while (at < line.size()) {
        const std::size_t from = at;
        const char32_t c = decode_utf8(line, at);
        const std::string_view one = line.substr(from, at - from);
        if (c == '"' || c == '\'' || c == '(' || c == U'\u2018' || c == U'\u201c') continue;
        return lower(one) == one && (is_lower(c) || (c >= 0xdf && c < 0x250 && c != 0xf7));
    }
    return false;
}

std::string_view list_sign(std::string_view line) {
    if (line.empty()) return {};
    std::size_t end = 0;
    const char32_t c = decode_utf8(line, end);
    const bool sign = unicode::is_bullet(c) || c == U'\u00a7' || c == '-' || c == U'\u2013' || c == U'\u2014' || c == U'\u00bb';
    if (!sign || end >= line.size()) return {};
    // What is left of a bullet of Symbol or Wingdings may stand close to its text.
    if (line[end] == ' ') return line.substr(0, end + 1);
    return c >= 0xE000 && c <= 0xF8FF ? line.substr(0, end) : std::string_view{};
}

std::string_view item_number(std::string_view line) {
    std::size_t n = 0;
    while (n < line.size() && n < 2 && is_digit(line[n])) ++n;
    if (n == 0 && !line.empty() && is_lower(line[0])) n = 1;
    return n > 0 && line.substr(n, 2) == ". " ? line.substr(0, n + 1) : std::string_view{};
}

bool continues(std::string_view text, const TextLine& line) {
    if (is_closed(text) || line.text.starts_with("* ")) return false;
    return starts_lower(line.text) || text.ends_with(',') || text.ends_with('-') || text.ends_with(kSoftHyphen) ||
           leaves_open(last_word(text)) || line.page;
}

Tekst tekst_of(std::span<const TextLine> lines, const Words& words) {
    Tekst out;
    if (lines.empty()) return out;
    out.location = {lines.front().location.source, lines.front().location.begin, lines.back().location.end};
    const std::vector<Chunk> chunks = chunks_of(lines, words);
    for (std::size_t at = 0; at < chunks.size();) {
        if (chunks[at].kind == Kind::text || chunks[at].kind == Kind::footnote) {
            const bool note = chunks[at].kind == Kind::footnote;
            out.blokken.push_back({note ? BlokSoort::voetnoot : BlokSoort::alinea, chunks[at].sign, chunks[at].text, {}});
            ++at;
        } else {
            std::vector<Kind> open;
            std::vector<Blok> list = nest(chunks, at, open);
            std::move(list.begin(), list.end(), std::back_inserter(out.blokken));
        }
    }
    return out;
}

model::Text text_of(std::span<const TextLine> lines, const Words& words) {
    model::Text out;
    if (lines.empty()) return out;
    out.location = {lines.front().location.source, lines.front().location.begin, lines.back().location.end};
    for (const TextLine& line : lines) append_line(out.value, line.text, words);
    return out;
}

}  // namespace dossier::published
