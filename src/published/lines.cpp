/// The lines of a text that came out of a PDF. This room is written by hand throughout: what a kwalificatiedossier looks like is the
/// program's own knowledge, and no library has it.

#include "published/lines.hpp"

#include "base/ascii.hpp"
#include "published/flow.hpp"
#include "published/headings.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <map>

namespace dossier::published {
namespace {

struct Raw {
    std::string text;
    std::size_t begin = 0, end = 0;
    bool page_start = false;
};

constexpr std::string_view kBom = "\xef\xbb\xbf";

/// Letters as `normalised` gives them. Form feeds and every kind of space become single spaces; byte order marks and control
/// characters vanish, and so does a soft hyphen, unless the line ends with it: there it says that the word goes on.
std::string collapsed(std::string_view raw, Location at_source, unicode::Normaliser& normaliser) {
    raw = trim(raw);
    // What a PDF makes of a bullet has a meaning here that it has nowhere else.
    const std::string_view sign = list_sign(raw);
    const std::string_view words = raw.substr(sign.size());
    const std::string whole =
        std::string(sign) + (unicode::Normaliser::wanted(words) ? normaliser.value(words, at_source) : std::string(words));
    std::string out;
    bool space = false, soft = false;
    for (std::size_t at = 0; at < whole.size();) {
        const char32_t c = decode_utf8(whole, at);
        if (c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f) {
            space = true;
        } else if (c == 0xad) {
            soft = true;
        } else if (c >= 0x20 && c != 0x7f && c != 0xfeff && c != 0x200b && !(c >= 0x80 && c < 0xa0)) {
            if (space && !out.empty()) out += ' ';
            space = soft = false;
            append_utf8(out, c);
        }
    }
    if (soft) out += kSoftHyphen;
    return out;
}

/// The white space at the front of every line that has words, as where a PDF was converted with its margin.
std::size_t left_margin(std::string_view text) {
    std::size_t least = std::string_view::npos;
    for (std::size_t at = text.starts_with(kBom) ? kBom.size() : 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        if (const std::size_t first = line.find_first_not_of(" \t\r\f"); first != std::string_view::npos) least = std::min(least, first);
        at = end + 1;
    }
    return least == std::string_view::npos ? 0 : least;
}

std::vector<Raw> split(const Source& source, unicode::Normaliser& normaliser) {
    const std::string& text = source.text;
    std::vector<Raw> lines;
    const bool form_feeds = text.find('\f') != std::string::npos;
    const std::size_t margin = left_margin(text);
    for (std::size_t at = text.starts_with(kBom) ? kBom.size() : 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view raw = std::string_view(text).substr(at, end - at);
        const Location whole{&source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        Raw line{collapsed(raw, whole, normaliser), at, end, false};
        // Without form feeds, a single space is what is left of one.
        const std::string_view inner = raw.substr(std::min(margin, raw.size()));
        line.page_start = form_feeds ? raw.find('\f') != std::string_view::npos
                                     : inner.size() > 1 && inner[0] == ' ' && inner[1] != ' ' && !line.text.empty();
        line.begin += std::min(raw.find_first_not_of(" \t\f"), raw.size());
        while (line.end > line.begin && static_cast<unsigned char>(text[line.end - 1]) <= ' ') --line.end;
        lines.push_back(std::move(line));
        at = end + 1;
    }
    // So many would be an indent.
    const auto starts = std::count_if(lines.begin(), lines.end(), [](const Raw& l) { return l.page_start; });
    const auto words = std::count_if(lines.begin(), lines.end(), [](const Raw& l) { return !l.text.empty(); });
    if (!form_feeds && starts > 2 && starts * 6 > words)
        for (Raw& line : lines) line.page_start = false;
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

/// A line that a page may well begin or end with by chance: a heading, an answer, an item.
bool is_content(std::string_view line) {
    return find_kop(line) != nullptr || model::heeft_vorm(model::Vorm::ja_nee, line) || (line.size() == 1 && is_digit(line[0])) ||
           !list_sign(line).empty();
}

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
        if (const std::size_t n = count[key(i)]; n >= 3 && n * 2 >= pages && take_code(rest).empty() && !is_content(lines[i].text))
            furniture[i] = true;
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

bool is_werkprocescode(std::string_view code) { return code.find("-W") != std::string_view::npos; }

std::vector<TextLine> text_lines(const Source& source, std::vector<LineUse>& uses, Diagnostics& diagnostics) {
    unicode::Normaliser normaliser;
    const std::vector<Raw> raw = split(source, normaliser);
    normaliser.report(diagnostics, Severity::warning);
    const std::vector<bool> margins = repeated_margins(raw);
    uses.assign(raw.size(), LineUse::unknown);
    std::vector<TextLine> out;
    bool gap = true;
    bool page = false;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i].page_start) gap = page = true;
        if (raw[i].text.empty()) {
            uses[i] = LineUse::blank;
            gap = true;
        } else if (margins[i] || is_page_number(raw[i].text)) {
            uses[i] = LineUse::furniture;
            gap = page = true;
        } else {
            const Location at{&source, static_cast<std::uint32_t>(raw[i].begin), static_cast<std::uint32_t>(raw[i].end)};
            out.push_back({raw[i].text, at, i, gap, page});
            gap = page = false;
        }
    }
    return out;
}

}  // namespace dossier::published
