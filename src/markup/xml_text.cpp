#include "markup/xml_text.hpp"

#include "base/problems.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace dossier::markup {
namespace {

constexpr std::size_t kLargest = std::size_t{32} << 20;

/// The place of the last element that opened before byte `at`.
Location place_before(std::string_view xhtml, std::size_t at, const Places& place) {
    constexpr std::string_view kMark = "plaats=\"";
    const std::size_t found = xhtml.substr(0, std::min(at, xhtml.size())).rfind(kMark);
    if (found == std::string_view::npos || !place) return {};
    const std::size_t begin = found + kMark.size();
    const std::size_t end = std::min(xhtml.find('"', begin), xhtml.size());
    const auto n = number<std::size_t>(xhtml.substr(begin, end - begin));
    return n ? place(*n) : Location{};
}

/// "#233", "#xE9": a character of Unicode. Of any other number pugixml makes bytes that are none.
bool is_character(std::string_view name) {
    if (!name.starts_with('#')) return false;
    const bool hexadecimal = name.substr(1).starts_with('x');
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t c = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), c, hexadecimal ? 16 : 10);
    return error == std::errc{} && end == digits.data() + digits.size() && c > 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

bool sound_entities(std::string_view xhtml, const Places& place, Diagnostics& diags) {
    bool good = true;
    for (std::size_t at = xhtml.find('&'); at != std::string_view::npos; at = xhtml.find('&', at + 1)) {
        const std::string_view rest = xhtml.substr(at + 1, 10);
        const std::size_t end = rest.find(';');
        const std::string_view name = rest.substr(0, end == std::string_view::npos ? 0 : end);
        if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos" || is_character(name)) continue;
        good = false;
        if (too_many_problems(diags, {})) break;
        diags.error("unknown-entity", place_before(xhtml, at, place),
                    name.empty() ? say("a bare & in the markup") : say("unknown entity \"&{};\"", name),
                    {name.empty() ? say("write &amp;") : say("write the character itself, or &#NNN;")});
    }
    return good;
}

bool sound_text(std::string_view xhtml, const Places& place, Diagnostics& diags) {
    if (xhtml.size() > kLargest) {
        diags.error("too-large", {}, say("a document of more than 32 MB of markup"));
        return false;
    }
    if (const auto bad = first_invalid_utf8(xhtml)) {
        diags.error("invalid-utf8", place_before(xhtml, *bad, place), say("the markup is not valid UTF-8"));
        return false;
    }
    return sound_entities(xhtml, place, diags);
}

}  // namespace

bool load_xml(std::string_view xhtml, const Places& place, Diagnostics& diags, pugi::xml_document& xml) {
    if (!sound_text(xhtml, place, diags)) return false;
    const auto result =
        xml.load_buffer(xhtml.data(), xhtml.size(), (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_eol, pugi::encoding_utf8);
    if (result) return true;
    diags.error("markup-syntax", place_before(xhtml, static_cast<std::size_t>(result.offset), place),
                say("the markup is not well formed near this element"),
                {say("check that every element is closed in the right order and every attribute is quoted")});
    return false;
}

}  // namespace dossier::markup
