/// Text as people typed it into the source system: told apart as plain lines or HTML (html_reader.cpp, html_tags.cpp), and made the
/// notation of long text (notation.cpp).

#include "sbb/rich_text.hpp"

#include "sbb/html_reader.hpp"
#include "sbb/html_tags.hpp"
#include "sbb/notation.hpp"

namespace dossier::sbb {

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

Typed typed(std::string_view raw) { return {with_characters(is_escaped_html(raw) ? decoded(raw) : std::string(raw)), is_html(raw)}; }

std::vector<RichPart> rich_parts(const Typed& typed, Location at, Diagnostics& diagnostics) {
    if (typed.html) return read_html(typed.text, at, diagnostics);
    Notation notation;
    plain_lines(decoded(typed.text), notation);
    std::string text = notation.take();
    if (text.empty()) return {};
    return {{"", std::move(text)}};
}

model::Tekst rich_text(const Typed& typed, Location at, Diagnostics& diagnostics) {
    std::string all;
    for (const RichPart& part : rich_parts(typed, at, diagnostics)) {
        for (const std::string* piece : {&part.titel, &part.notation}) {
            if (piece->empty()) continue;
            if (!all.empty()) all += "\n\n";
            all += *piece;
        }
    }
    return model::parse_tekst(all, at);
}

}  // namespace dossier::sbb
