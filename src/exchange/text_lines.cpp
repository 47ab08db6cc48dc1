#include "exchange/text_lines.hpp"

#include <algorithm>
#include <map>

namespace dossier::exchange {
namespace {

struct Raw {
    std::string text;
    std::size_t begin = 0, end = 0;
    bool page_start = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Form feeds and every kind of space become single spaces; soft hyphens, byte order marks and control characters vanish.
std::string collapsed(std::string_view raw) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < raw.size();) {
        const char32_t c = decode_utf8(raw, at);
        if (c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f) {
            space = true;
        } else if (c >= 0x20 && c != 0x7f && c != 0xad && c != 0xfeff && c != 0x200b && !(c >= 0x80 && c < 0xa0)) {
            if (space && !out.empty()) out += ' ';
            space = false;
            append_utf8(out, c);
        }
    }
    return out;
}

std::vector<Raw> split(const std::string& text) {
    std::vector<Raw> lines;
    const bool form_feeds = text.find('\f') != std::string::npos;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view raw = std::string_view(text).substr(at, end - at);
        Raw line{collapsed(raw), at, end, false};
        // Without form feeds, a single space is what is left of one.
        line.page_start = form_feeds ? raw.find('\f') != std::string_view::npos
                                     : raw.size() > 1 && raw[0] == ' ' && raw[1] != ' ';
        line.begin += std::min(raw.find_first_not_of(" \t\f"), raw.size());
        while (line.end > line.begin && static_cast<unsigned char>(text[line.end - 1]) <= ' ') --line.end;
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

/// "8 van 25", "Pagina 8 van 25", "8/25".
bool is_page_number(std::string_view line) {
    for (const std::string_view word : {"Pagina ", "pagina ", "Blz. ", "p. "})
        if (line.starts_with(word)) line.remove_prefix(word.size());
    const auto number = [&line] {
        std::size_t n = 0;
        while (n < line.size() && is_digit(line[n])) ++n;
        line.remove_prefix(n);
        return n > 0 && n <= 4;
    };
    if (!number()) return false;
    for (const std::string_view between : {" van ", "/", " / ", " of "}) {
        if (!line.starts_with(between)) continue;
        line.remove_prefix(between.size());
        return number() && line.empty();
    }
    return false;
}

/// Running heads repeat the heading of what goes on: a page that starts with a heading seen before in the same part of the
/// text. Overview and body have the same headings, so the memory is wiped between them.
class RunningHeads {
public:
    /// The number of lines at `at` that are a running head; remembers headings.
    std::size_t match(const std::vector<Raw>& lines, std::size_t at) {
        std::string_view rest = lines[at].text;
        if (rest == "Basisdeel" || rest == "Profieldeel") {
            seen_.clear();
            return 0;
        }
        std::string_view code = take_code(rest);
        if (code.empty()) code = take_profielcode(rest);
        if (code.empty() || rest.empty()) return 0;
        std::size_t end = at + 1;
        while (end < lines.size() && end < at + kMostLines && !lines[end].text.empty() && !lines[end].page_start) ++end;
        if (const auto known = seen_.find(lines[at].text); lines[at].page_start && known != seen_.end()) {
            std::size_t same = 0;
            while (at + same < end && same < known->second.size() && lines[at + same].text == known->second[same]) ++same;
            if (same > 0) return same;
        }
        std::vector<std::string> heading;
        for (std::size_t i = at; i < end; ++i) heading.push_back(lines[i].text);
        seen_.try_emplace(lines[at].text, std::move(heading));
        return 0;
    }

private:
    static constexpr std::size_t kMostLines = 3;
    std::map<std::string, std::vector<std::string>, std::less<>> seen_;  ///< by first line
};

/// A first or last line of a page that is the same, numbers apart, on at least three pages and half of them.
std::vector<bool> repeated_margins(const std::vector<Raw>& lines) {
    std::vector<bool> furniture(lines.size());
    std::vector<std::size_t> margins;
    std::size_t pages = 1;
    std::size_t last = lines.size();
    bool top = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].page_start) {
            ++pages;
            top = true;
            if (last < lines.size()) margins.push_back(last);
        }
        if (lines[i].text.empty()) continue;
        if (top) margins.push_back(i);
        top = false;
        last = i;
    }
    if (last < lines.size()) margins.push_back(last);
    const auto key = [&](std::size_t i) {
        std::string text = lines[i].text;
        std::replace_if(text.begin(), text.end(), is_digit, '0');
        return text;
    };
    std::map<std::string, std::size_t> count;
    for (const std::size_t i : margins) ++count[key(i)];
    for (const std::size_t i : margins) {
        std::string_view rest = lines[i].text;
        if (const std::size_t n = count[key(i)]; n >= 3 && n * 2 >= pages && take_code(rest).empty()) furniture[i] = true;
    }
    return furniture;
}

bool take_number(std::string_view line, std::size_t& at) {
    const std::size_t from = at;
    while (at < line.size() && at < from + 2 && is_digit(line[at])) ++at;
    return at > from && line[from] != '0';
}

std::string_view cut(std::string_view& line, std::size_t n) {
    if (n < line.size() && line[n] != ' ' && line[n] != ':') return {};
    const std::string_view code = line.substr(0, n);
    line.remove_prefix(n);
    if (line.starts_with(':')) line.remove_prefix(1);
    line = trim(line);
    return code;
}

}  // namespace

std::string_view take_code(std::string_view& line) {
    std::size_t at = 1;
    if (line.empty() || (line[0] != 'B' && line[0] != 'P') || !take_number(line, at)) return {};
    if (line.substr(at, 2) != "-K") return {};
    at += 2;
    if (!take_number(line, at)) return {};
    if (line.substr(at, 2) == "-W") {
        at += 2;
        if (!take_number(line, at)) return {};
    }
    return cut(line, at);
}

std::string_view take_profielcode(std::string_view& line) {
    std::size_t at = 1;
    if (line.empty() || line[0] != 'P' || !take_number(line, at)) return {};
    return cut(line, at);
}

std::vector<TextLine> text_lines(const Source& source, std::vector<LineUse>& uses) {
    const std::vector<Raw> raw = split(source.text);
    const std::vector<bool> margins = repeated_margins(raw);
    uses.assign(raw.size(), LineUse::unknown);
    std::vector<TextLine> out;
    RunningHeads heads;
    bool gap = true;
    bool page = false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i].page_start) gap = page = true;
        if (raw[i].text.empty()) {
            uses[i] = LineUse::blank;
            gap = true;
            continue;
        }
        std::size_t drop = margins[i] || is_page_number(raw[i].text) ? 1 : heads.match(raw, i);
        if (drop > 0) {
            gap = page = true;
            for (; drop > 0; --drop) uses[i++] = LineUse::furniture;
            --i;
            continue;
        }
        const Location at{&source, static_cast<std::uint32_t>(raw[i].begin), static_cast<std::uint32_t>(raw[i].end)};
        out.push_back({raw[i].text, at, i, gap, page});
        gap = page = false;
    }
    return out;
}

}  // namespace dossier::exchange
