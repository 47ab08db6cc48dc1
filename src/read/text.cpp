#include "read/tree.hpp"

#include "read/read.hpp"

#include <algorithm>

namespace dossier::read {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

std::string code_point_name(char32_t c) {
    std::string out = "U+";
    for (int shift = c > 0xffff ? 20 : 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 15];
    return out;
}

/// Characters that nobody types on purpose and that hide or reorder what is read.
bool invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

}  // namespace

void Problems::error(std::string code, std::uint32_t begin, std::uint32_t end, std::string message, std::vector<std::string> hints) {
    if (too_many()) return;
    end = std::min(end, static_cast<std::uint32_t>(std::min<std::size_t>(source_.text.size(), UINT32_MAX)));
    begin = std::min(begin, end);
    if (++count_ == kMost)
        out_.error("too-many-problems", {&source_, begin, end}, "too many problems, reading stops here");
    else
        out_.error(std::move(code), {&source_, begin, end}, std::move(message), std::move(hints));
}

std::string Problems::place(std::uint32_t byte) const {
    const Position p = position_of(source_, byte);
    return source_.name + ':' + std::to_string(p.line) + ':' + std::to_string(p.column);
}

bool check_bytes(Problems& problems) {
    const std::string& text = problems.source().text;
    if (text.size() > kMostBytes) {
        problems.error("too-large", 0, 0, "the file has " + std::to_string(text.size()) + " bytes, expected at most " + std::to_string(kMostBytes));
        return false;
    }
    if (const auto bad = first_invalid_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool wide = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
        problems.error("not-utf-8", at, at + 1, std::string("expected UTF-8, found the byte 0x") + kHex[byte >> 4] + kHex[byte & 15],
                       {wide ? "this looks like UTF-16: save the file as UTF-8" : "save the file as UTF-8"});
        return false;
    }
    for (std::size_t i = text.starts_with("\xef\xbb\xbf") ? 3 : 0; i < text.size() && !problems.too_many();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n' || (byte >= 0x20 && byte < 0x7f)) {
            ++i;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(i);
        const char32_t c = decode_utf8(text, i);
        if (!invisible(c) || (c == '\r' && i < text.size() && text[i] == '\n')) continue;
        const auto end = static_cast<std::uint32_t>(i);
        if (c == '\t')
            problems.error("tab", begin, end, "found a tab, expected spaces", {"indent with two spaces"});
        else if (c == '\r')
            problems.error("control-character", begin, end, "found a carriage return without line feed",
                           {"save the file with line ends of Unix or Windows"});
        else
            problems.error("control-character", begin, end, "found the invisible character " + code_point_name(c), {"remove it"});
    }
    return !problems.any();
}

}  // namespace dossier::read
