#include "unicode/encodings.hpp"

#include "base/base.hpp"

#include <array>

namespace dossier::unicode {

char32_t windows_1252(unsigned char byte) {
    // Bytes 0x80-0x9F; the rest is Latin-1.
    static constexpr std::array<char32_t, 32> kHigh{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80U] : byte;
}

std::optional<std::string> utf16_in_utf8(std::string_view bytes, bool little_endian, std::size_t& bad) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little_endian ? second << 8 | first : first << 8 | second);
    };
    const auto high = [](char32_t c) { return c >= 0xD800 && c < 0xDC00; };
    const auto low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
    std::string out;
    out.reserve(bytes.size() / 2 + 16);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t c = at + 1 < bytes.size() ? unit(at) : 0xDC00;
        if (high(c) && at + 3 < bytes.size() && low(unit(at + 2))) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (high(c) || low(c)) {
            bad = at;
            return std::nullopt;
        }
        append_utf8(out, c);
    }
    return out;
}

}  // namespace dossier::unicode
