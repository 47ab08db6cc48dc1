/// Values made safe for where they stand. Written by hand: mustache knows text of HTML alone, no addresses, scripts or attributes of XML.

#include "render/program.hpp"

#include "base/ascii.hpp"

#include <array>

namespace dossier::render {
namespace {

constexpr std::array<bool, 256> kMarkup = [] {
    std::array<bool, 256> out{};
    for (const char c : {'&', '<', '>', '"', '\''}) out[static_cast<unsigned char>(c)] = true;
    return out;
}();

void append_html(std::string& out, std::string_view value) {
    for (std::size_t from = 0;;) {
        std::size_t at = from;
        while (at < value.size() && !kMarkup[static_cast<unsigned char>(value[at])]) ++at;
        out += value.substr(from, at - from);
        if (at == value.size()) return;
        switch (value[at]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += "&#39;"; break;
        }
        from = at + 1;
    }
}

void append_json(std::string& out, std::string_view value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (byte < 0x20 || c == '<' || c == '>' || c == '&' || c == '\'')
            ((out += "\\u00") += kDigits[byte >> 4]) += kDigits[byte & 15];
        else out += c;
    }
}

bool safe_address(std::string_view value) {
    const std::size_t stop = value.find_first_of(":/?#");
    if (stop == std::string_view::npos || value[stop] != ':') return true;
    // Pictures that came with the templates: they cannot run anything.
    if (value.starts_with("data:image/png;base64,") || value.starts_with("data:image/svg+xml;base64,")) return true;
    const std::string scheme = lower(value.substr(0, stop));
    return scheme == "https" || scheme == "http" || scheme == "mailto";
}

/// As the inside of a CSS string or as a plain value: what means anything to CSS becomes an escape.
void append_css(std::string& out, std::string_view value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = is_letter_or_digit(c) || is_high_byte(c);
        if (plain || std::string_view(" #.,%()-").find(c) != std::string_view::npos) out += c;
        else (((out += '\\') += kDigits[byte >> 4]) += kDigits[byte & 15]) += ' ';
    }
}

}  // namespace

bool append_escaped(std::string& out, std::string_view value, Escape escape) {
    switch (escape) {
        case Escape::none: out += value; return true;
        case Escape::json: append_json(out, value); return true;
        case Escape::css: append_css(out, value); return true;
        case Escape::url:
            if (!safe_address(value)) return false;
            [[fallthrough]];
        case Escape::html: append_html(out, value); return true;
    }
    return false;
}

}  // namespace dossier::render
