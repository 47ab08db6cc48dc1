/// The HTML that people paste into the source system, piece by piece: tags and references. Written by hand: gumbo mends what is wrong in
/// silence, and takes a tag that it does not know for one without meaning; here both are told with their place.

#include "sbb/html_tags.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace dossier::sbb {
namespace {

constexpr std::array<std::string_view, 37> kTags{"p",  "div", "br",        "ul",    "ol",   "li",    "b",         "strong", "i",     "em",
                                                 "u",  "a",   "span",      "font",  "sup",  "sub",   "table",     "tbody",  "thead", "tr",
                                                 "td", "th",  "pre",       "hr",    "img",  "small", "h1",        "h2",     "h3",    "h4",
                                                 "h5", "h6",  "labeltext", "xhtml", "html", "body",  "blockquote"};

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Tags of words in a line.
constexpr std::array<std::string_view, 11> kInline{"b", "strong", "i", "em", "u", "a", "span", "font", "sup", "sub", "small"};
bool is_edge(const Tag& tag) { return !tag.name.empty() && std::find(kInline.begin(), kInline.end(), tag.name) == kInline.end(); }

/// The character a reference stands for; 0 if it is not known.
char32_t reference(std::string_view name) {
    struct Named {
        std::string_view name;
        char32_t c;
    };
    static constexpr Named kNamed[] = {
        {"amp", '&'},     {"lt", '<'},      {"gt", '>'},      {"quot", '"'},    {"apos", '\''},  {"nbsp", 0xA0},
        {"eacute", U'é'}, {"egrave", U'è'}, {"ecirc", U'ê'},  {"euml", U'ë'},   {"iuml", U'ï'},  {"ouml", U'ö'},
        {"uuml", U'ü'},   {"auml", U'ä'},   {"agrave", U'à'}, {"aacute", U'á'}, {"acirc", U'â'}, {"iacute", U'í'},
        {"oacute", U'ó'}, {"uacute", U'ú'}, {"ccedil", U'ç'}, {"ocirc", U'ô'},  {"rsquo", U'’'}, {"lsquo", U'‘'},
        {"ldquo", U'“'},  {"rdquo", U'”'},  {"ndash", U'–'},  {"mdash", U'—'},  {"bull", U'•'},  {"hellip", U'…'},
        {"euro", U'€'},   {"deg", U'°'},    {"middot", U'·'}, {"Eacute", U'É'}, {"sect", U'§'},  {"shy", 0xAD}};
    if (name.starts_with('#') && name.size() > 1) {
        const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        unsigned long c = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, hexadecimal ? 16 : 10);
        const bool good =
            error == std::errc{} && end == digits.data() + digits.size() && c >= 0x20 && c < 0x110000 && (c < 0xd800 || c >= 0xe000);
        return good ? static_cast<char32_t>(c) : 0;
    }
    for (const Named& n : kNamed)
        if (n.name == name) return n.c;
    return 0;
}

}  // namespace

Tag tag_at(std::string_view text, std::size_t at) {
    Tag tag;
    std::size_t i = at + 1;
    tag.closing = i < text.size() && text[i] == '/';
    if (tag.closing) ++i;
    std::size_t end = i;
    while (end < text.size() && end < i + 12 && is_letter_or_digit(text[end])) ++end;
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

namespace {

/// References to characters from `least` on are made these.
std::string with_references(std::string_view text, char32_t least) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        // A reference is short; looking further would make much text with "&" slow.
        const std::size_t length = text[at] == '&' ? text.substr(at, 10).find(';') : std::string_view::npos;
        const std::size_t end = at + length;
        const char32_t c = length != std::string_view::npos ? reference(text.substr(at + 1, length - 1)) : 0;
        if (c >= least) {
            append_utf8(out, c);
            at = end + 1;
        } else {
            out += text[at++];
        }
    }
    return out;
}

/// Whether white space that ends before `at` stands at the front of a line or block.
bool after_edge(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] == '\n') return true;
    const std::size_t open = text[at - 1] == '>' ? text.rfind('<', at - 1) : std::string_view::npos;
    return open != std::string_view::npos && is_edge(tag_at(text, open));
}
bool before_edge(std::string_view text, std::size_t at) {
    return at == text.size() || text[at] == '\n' || (text[at] == '<' && is_edge(tag_at(text, at)));
}

}  // namespace

std::string decoded(std::string_view text) { return with_references(text, 1); }
std::string with_characters(std::string_view text) { return with_references(text, 0x80); }

std::size_t count_no_break_spaces(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t found = text.find(kNoBreakSpace); found != std::string_view::npos; found = text.find(kNoBreakSpace, found)) {
        std::size_t begin = found, here = 0;
        while (begin > 0 && text[begin - 1] == ' ') --begin;
        while (found < text.size() && (text[found] == ' ' || text.substr(found).starts_with(kNoBreakSpace))) {
            const bool one = text[found] != ' ';
            here += one ? 1U : 0U;
            found += one ? kNoBreakSpace.size() : 1;
        }
        if (!after_edge(text, begin) && !before_edge(text, found)) count += here;
    }
    return count;
}

bool is_html(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (!tag_at(text, at).name.empty()) return true;
    return is_escaped_html(text);
}

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

}  // namespace dossier::sbb
