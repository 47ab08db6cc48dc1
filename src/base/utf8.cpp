/// UTF-8. Written by hand: every program of the project needs it, also one without utf8proc, which checks one character at a time; here
/// eight bytes of ASCII are one step.

#include "base/base.hpp"

#include <cstring>

namespace dossier {
namespace {

/// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequence_length(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned b = byte(at);
    if (b < 0x80) return 1;
    if (b >= 0xC2 && b <= 0xDF) return tail(at + 1) ? 2 : 0;
    if (b >= 0xE0 && b <= 0xEF) {
        const unsigned low = b == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = b == 0xED ? 0x9F : 0xBF;
        return byte(at + 1) >= low && byte(at + 1) <= high && tail(at + 2) ? 3 : 0;
    }
    if (b >= 0xF0 && b <= 0xF4) {
        const unsigned low = b == 0xF0 ? 0x90 : 0x80;
        const unsigned high = b == 0xF4 ? 0x8F : 0xBF;
        return byte(at + 1) >= low && byte(at + 1) <= high && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Most text is ASCII: eight bytes at a time as long as none has its high bit set.
        for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
            std::memcpy(&eight, text.data() + at, 8);
            if (eight & 0x8080808080808080U) break;
        }
        if (at == text.size()) break;
        const std::size_t n = sequence_length(text, at);
        if (n == 0) return at;
        at += n;
    }
    return std::nullopt;
}

char32_t decode_utf8(std::string_view text, std::size_t& at) {
    const std::size_t n = sequence_length(text, at);
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    char32_t c = U'\uFFFD';
    switch (n) {
        case 1: c = byte(0); break;
        case 2: c = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F); break;
        case 3: c = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F); break;
        case 4: c = (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F); break;
        default: break;
    }
    at += n == 0 ? 1 : n;
    return c;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) (void)decode_utf8(text, at);
    return count;
}

}  // namespace dossier
