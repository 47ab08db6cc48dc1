#include "sbb/rich_text.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace dossier::sbb {
namespace {

constexpr std::array<std::string_view, 37> kTags{
    "p",  "div", "br",   "ul",   "ol",  "li",  "b",     "strong", "i",     "em", "u",  "a",  "span", "font",      "sup",   "sub",  "table", "tbody", "thead",
    "tr", "td",  "th",   "pre",  "hr",  "img", "small", "h1",     "h2",    "h3", "h4", "h5", "h6",   "labeltext", "xhtml", "html", "body",  "blockquote"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Tag {
    std::string name;
    bool closing = false;
    std::string_view attributes;
    std::size_t end = 0;  ///< behind ">"
};

/// The known tag that begins at `at`; an empty name if there is none.
Tag tag_at(std::string_view text, std::size_t at) {
    Tag tag;
    std::size_t i = at + 1;
    tag.closing = i < text.size() && text[i] == '/';
    if (tag.closing) ++i;
    std::size_t end = i;
    while (end < text.size() && end < i + 12 && (is_letter(text[end]) || (text[end] >= '0' && text[end] <= '9'))) ++end;
    const std::string name = lower(text.substr(i, end - i));
    if (end >= text.size() || (!is_space(text[end]) && text[end] != '>' && text[end] != '/')) return tag;
    if (std::find(kTags.begin(), kTags.end(), name) == kTags.end()) return tag;
    char quote = 0;
    for (std::size_t j = end; j < text.size(); ++j) {
        if (quote != 0) {
            if (text[j] == quote) quote = 0;
        } else if (text[j] == '"' || text[j] == '\'') {
            quote = text[j];
        } else if (text[j] == '>') {
            tag.name = name;
            tag.attributes = text.substr(end, j - end);
            tag.end = j + 1;
            return tag;
        } else if (text[j] == '<') {
            break;
        }
    }
    return tag;
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
    const std::string key = std::string(name) + "=\"";
    const std::size_t at = attributes.find(key);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + key.size();
    return attributes.substr(begin, std::min(attributes.find('"', begin), attributes.size()) - begin);
}

/// The character a reference stands for; 0 if it is not known.
char32_t reference(std::string_view name) {
    struct Named {
        std::string_view name;
        char32_t c;
    };
    static constexpr Named kNamed[] = {
        {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},    {"nbsp", ' '},     {"eacute", U'é'},
        {"egrave", U'è'},  {"ecirc", U'ê'},   {"euml", U'ë'},    {"iuml", U'ï'},    {"ouml", U'ö'},    {"uuml", U'ü'},    {"auml", U'ä'},
        {"agrave", U'à'},  {"aacute", U'á'},  {"acirc", U'â'},   {"iacute", U'í'},  {"oacute", U'ó'},  {"uacute", U'ú'},  {"ccedil", U'ç'},
        {"ocirc", U'ô'},   {"rsquo", U'’'},   {"lsquo", U'‘'},   {"ldquo", U'“'},   {"rdquo", U'”'},   {"ndash", U'–'},   {"mdash", U'—'},
        {"bull", U'•'},    {"hellip", U'…'},  {"euro", U'€'},    {"deg", U'°'},     {"middot", U'·'},  {"Eacute", U'É'},  {"sect", U'§'}};
    if (name.starts_with('#') && name.size() > 1) {
        const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        unsigned long c = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, hexadecimal ? 16 : 10);
        const bool good = error == std::errc{} && end == digits.data() + digits.size() && c >= 0x20 && c < 0x110000 && (c < 0xd800 || c >= 0xe000);
        return good ? static_cast<char32_t>(c) : 0;
    }
    for (const Named& n : kNamed)
        if (n.name == name) return n.c;
    return 0;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        // A reference is short; looking further would make much text with "&" slow.
        const std::size_t length = text[at] == '&' ? text.substr(at, 10).find(';') : std::string_view::npos;
        const std::size_t end = at + length;
        const char32_t c = length != std::string_view::npos ? reference(text.substr(at + 1, length - 1)) : 0;
        if (c != 0) {
            append_utf8(out, c);
            at = end + 1;
        } else {
            out += text[at++];
        }
    }
    return out;
}

/// HTML that was escaped once more: "&lt;p&gt;", at most inside a wrapper of its own.
bool is_escaped_html(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string name = tag_at(text, at).name;
        if (!name.empty() && name != "labeltext" && name != "xhtml" && name != "html" && name != "body") return false;
    }
    for (std::size_t at = text.find("&lt;"); at != std::string_view::npos; at = text.find("&lt;", at + 4)) {
        std::string rest = "<";
        rest += decoded(text.substr(at + 4, 16));
        if (rest.find('>') == std::string::npos) rest += '>';
        if (!tag_at(rest, 0).name.empty()) return true;
    }
    return false;
}

/// The list sign in front, as the notation has it ("- ", "1. ", "a. "), and what follows.
std::pair<std::string, std::string_view> list_sign(std::string_view line) {
    std::size_t behind = 0;
    const char32_t first = line.empty() ? U' ' : decode_utf8(line, behind);
    // Of the doubtful signs, those that people type for a list in a field of text.
    const bool bullet = unicode::is_bullet(first) || first == '-' || first == U'–' || first == U'—' || first == U'§' || first == 'o';
    if (bullet && behind < line.size() && is_space(line[behind])) return {"- ", trim(line.substr(behind))};
    std::size_t n = 0;
    while (n < line.size() && n < 3 && line[n] >= '0' && line[n] <= '9') ++n;
    if (n == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z') n = 1;
    if (n > 0 && n + 1 < line.size() && (line[n] == '.' || line[n] == ')') && is_space(line[n + 1]))
        return {std::string(line.substr(0, n)) + ". ", trim(line.substr(n + 1))};
    return {"", line};
}

/// Puts lines together as notation: paragraphs apart, punten under each other.
class Notation {
public:
    void blank() { gap_ = true; }
    void line(std::size_t indent, std::string_view raw) {
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
    /// Notation as it is.
    void verbatim(std::string_view notation) {
        if (trim(notation).empty()) return;
        if (!out_.empty()) out_ += "\n\n";
        while (notation.starts_with('\n')) notation.remove_prefix(1);
        out_ += notation;
        in_list_ = numbered_ = false;
        gap_ = true;
    }
    /// How far to indent a list that begins here: below a number that was typed by hand.
    [[nodiscard]] std::size_t list_indent() const { return numbered_ && !gap_ ? width_ : 0; }
    [[nodiscard]] std::string take() { return std::exchange(out_, {}); }
    void reset() { *this = {}; }

private:
    std::string out_;
    bool in_list_ = false;
    bool gap_ = false;
    bool numbered_ = false;
    std::size_t width_ = 0;
};

void plain_lines(std::string_view raw, Notation& to) {
    for (std::size_t at = 0; at <= raw.size();) {
        const std::size_t end = std::min(raw.find('\n', at), raw.size());
        const std::string_view line = raw.substr(at, end - at);
        to.line(std::min(line.find_first_not_of(" \t"), line.size()), line);
        at = end + 1;
    }
}

class HtmlReader {
public:
    HtmlReader(std::string_view html, Location at, Diagnostics& diagnostics) : html_(html), at_(at), diagnostics_(diagnostics) {}

    std::vector<RichPart> run() {
        for (std::size_t i = 0; i < html_.size();) {
            if (html_.substr(i, 4) == "<!--") {
                i = std::min(html_.find("-->", i), html_.size() - 3) + 3;
                continue;
            }
            if (html_[i] == '<') {
                if (const Tag tag = tag_at(html_, i); !tag.name.empty()) {
                    i = tag.name == "pre" && !tag.closing ? pre(tag.end) : (apply(tag), tag.end);
                    continue;
                }
            }
            const std::size_t end = std::min(html_.find('<', i + 1), html_.size());
            text_ += decoded(html_.substr(i, end - i));
            i = end;
        }
        flush();
        end_part();
        return std::move(parts_);
    }

private:
    struct List {
        bool ordered = false;
        int count = 0;
        std::size_t indent = 0;
        std::size_t width = 2;  ///< of the sign of its last item
    };

    void apply(const Tag& tag) {
        const std::string& n = tag.name;
        if (n == "ul" || n == "ol") {
            flush();
            if (!tag.closing && lists_.size() < 4)
                lists_.push_back({n == "ol", 0, lists_.empty() ? notation_.list_indent() : lists_.back().indent + lists_.back().width, 2});
            else if (tag.closing && !lists_.empty())
                lists_.pop_back();
            if (tag.closing && lists_.empty()) notation_.blank();
        } else if (n == "li") {
            flush();
            if (!tag.closing) item(tag);
        } else if (n.size() == 2 && n[0] == 'h' && n[1] != 'r') {
            heading(tag.closing);
        } else if (n == "a") {
            link(tag);
        } else if (n == "td" || n == "th") {
            if (tag.closing) text_ += ' ';
            if (!tag.closing) warn_once("table", "table is written as lines of text");
        } else if (n == "img") {
            warn_once("img", "picture is left out");
        } else if (n == "p" || n == "div" || n == "br" || n == "tr" || n == "hr" || n == "table" || n == "blockquote" || n == "labeltext") {
            flush();
        }
    }

    void item(const Tag& tag) {
        if (lists_.empty()) lists_.push_back({});
        List& list = lists_.back();
        ++list.count;
        if (!list.ordered)
            sign_ = "- ";
        else if (attribute(tag.attributes, "type") == "a" && list.count <= 26)
            sign_ = std::string(1, static_cast<char>('a' + list.count - 1)) + ". ";
        else
            sign_ = std::to_string(list.count) + ". ";
        list.width = sign_.size();
    }

    void heading(bool closing) {
        if (!closing) {
            flush();
            end_part();
            return;
        }
        parts_.push_back({squeezed(text_), ""});
        text_.clear();
        open_ = true;
    }

    void link(const Tag& tag) {
        if (!tag.closing) {
            href_ = decoded(attribute(tag.attributes, "href"));
            link_begin_ = text_.size();
            return;
        }
        std::string_view bare = href_;
        for (const std::string_view front : {"https://", "http://", "mailto:"})
            if (bare.starts_with(front)) bare.remove_prefix(front.size());
        if (bare.ends_with('/')) bare.remove_suffix(1);
        const std::size_t begin = std::min(link_begin_, text_.size());
        if (!bare.empty() && std::string_view(text_).substr(begin).find(bare) == std::string_view::npos) text_ += " (" + href_ + ")";
        href_.clear();
    }

    std::size_t pre(std::size_t begin) {
        flush();
        const std::size_t end = std::min(html_.find("</pre>", begin), html_.size());
        notation_.verbatim(decoded(html_.substr(begin, end - begin)));
        return std::min(end + 6, html_.size());
    }

    void flush() {
        const std::string text = squeezed(std::exchange(text_, {}));
        const std::string sign = std::exchange(sign_, {});
        if (text.empty()) return;
        if (!sign.empty())
            notation_.line(lists_.empty() ? 0 : lists_.back().indent, sign + text);
        else if (!lists_.empty() && lists_.back().count > 0)
            notation_.blank(), notation_.line(lists_.back().indent + lists_.back().width, text);
        else
            notation_.line(0, text);
    }

    void end_part() {
        std::string notation = notation_.take();
        notation_.reset();
        if (open_)
            parts_.back().notation = std::move(notation);
        else if (!notation.empty())
            parts_.push_back({"", std::move(notation)});
        open_ = false;
        lists_.clear();
    }

    void warn_once(const std::string& what, const std::string& message) {
        if (warned_.insert(what).second) diagnostics_.warning("sbb-html", at_, message);
    }

    std::string_view html_;
    Location at_;
    Diagnostics& diagnostics_;
    std::vector<RichPart> parts_;
    bool open_ = false;  ///< the last part is still being filled
    Notation notation_;
    std::vector<List> lists_;
    std::string text_, sign_, href_;
    std::size_t link_begin_ = 0;
    std::set<std::string> warned_;
};

}  // namespace

std::string squeezed(std::string_view text) {
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = decode_utf8(text, at);
        if (c <= ' ' || c == 0xa0 || c == 0x200b || c == 0xfeff) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += text.substr(from, at - from);
    }
    return out;
}

bool is_html(std::string_view raw) {
    for (std::size_t at = raw.find('<'); at != std::string_view::npos; at = raw.find('<', at + 1))
        if (!tag_at(raw, at).name.empty()) return true;
    return is_escaped_html(raw);
}

std::vector<RichPart> rich_parts(std::string_view raw, Location at, Diagnostics& diagnostics) {
    if (is_html(raw)) {
        const std::string once = is_escaped_html(raw) ? decoded(raw) : std::string(raw);
        return HtmlReader(once, at, diagnostics).run();
    }
    Notation notation;
    plain_lines(decoded(raw), notation);
    std::string text = notation.take();
    if (text.empty()) return {};
    return {{"", std::move(text)}};
}

model::Tekst rich_text(std::string_view raw, Location at, Diagnostics& diagnostics) {
    std::string all;
    for (const RichPart& part : rich_parts(raw, at, diagnostics)) {
        for (const std::string* piece : {&part.titel, &part.notation}) {
            if (piece->empty()) continue;
            if (!all.empty()) all += "\n\n";
            all += *piece;
        }
    }
    return model::parse_tekst(all, at);
}

}  // namespace dossier::sbb
