#include "pdf/syntax.hpp"

#include "base/ascii.hpp"
#include "base/portable.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

namespace dossier::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

void hex_byte(Buffer& out, unsigned byte) {
    out += kHex[byte >> 4 & 15];
    out += kHex[byte & 15];
}

}  // namespace

void Buffer::grow(std::size_t n) {
    std::size_t capacity = std::max<std::size_t>(capacity_ * 2, 256);
    while (capacity < size_ + n) capacity *= 2;
    auto bytes = uninitialised_array<char>(capacity);
    if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    capacity_ = capacity;
}

void integer(Buffer& out, long long value) {
    constexpr std::size_t kMost = 20;
    char* at = out.room(kMost);
    out.took(std::to_chars(at, at + kMost, value).ptr);
}

void number(Buffer& out, float value) {
    char* at = out.room(24);
    auto hundredths = static_cast<long long>(std::abs(value) * 100.0 + 0.5);
    if (value < 0 && hundredths > 0) *at++ = '-';
    at = std::to_chars(at, at + 20, hundredths / 100).ptr;
    if (const auto rest = static_cast<int>(hundredths % 100)) {
        *at++ = '.';
        *at++ = static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) *at++ = static_cast<char>('0' + rest % 10);
    }
    out.took(at);
}

void precise(Buffer& out, float value) {
    char* at = out.room(64);
    out.took(write_fixed(at, at + 64, value, 6));
}

void ref(Buffer& out, int object) {
    char* at = std::to_chars(out.room(16), out.room(16) + 11, object).ptr;
    std::memcpy(at, " 0 R", 4);
    out.took(at + 4);
}

void byte_string(Buffer& out, std::string_view bytes) {
    char* at = out.room(2 * bytes.size() + 2);
    *at++ = '(';
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\' || c == '\r' || c == '\n') {
            *at++ = '\\';
            *at++ = c == '\r' ? 'r' : c == '\n' ? 'n' : c;
        } else {
            *at++ = c;
        }
    }
    *at++ = ')';
    out.took(at);
}

void text_string(Buffer& out, std::string_view utf8) {
    // Nearly all texts are ASCII that needs no escape: one look at each byte, then a copy of the whole.
    constexpr std::uint8_t kEscaped = 1, kOther = 2;
    static constexpr auto kKinds = [=] {
        std::array<std::uint8_t, 256> kinds{};
        kinds.fill(kOther);
        for (std::size_t c = ' '; c <= '~'; ++c) kinds[c] = 0;
        for (const char c : {'(', ')', '\\'}) kinds[static_cast<unsigned char>(c)] = kEscaped;
        return kinds;
    }();
    unsigned seen = 0;
    for (const char c : utf8) seen |= kKinds[static_cast<unsigned char>(c)];
    if (seen == 0) {
        ((out += '(') += utf8) += ')';
        return;
    }
    if (seen == kEscaped) {
        byte_string(out, utf8);
        return;
    }
    out += "<FEFF";
    const auto unit = [&out](unsigned u) {
        hex_byte(out, u >> 8);
        hex_byte(out, u & 255);
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = decode_utf8(utf8, at);
        if (c < 0x10000) {
            unit(static_cast<unsigned>(c));
        } else {
            unit(0xD800 + static_cast<unsigned>((c - 0x10000) >> 10));
            unit(0xDC00 + static_cast<unsigned>((c - 0x10000) & 0x3FF));
        }
    }
    out += '>';
}

void name(Buffer& out, std::string_view utf8) {
    out += '/';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '+';
        if (plain) {
            out += c;
        } else {
            out += '#';
            hex_byte(out, byte);
        }
    }
}

void rectangle(Buffer& out, const layout::Rect& rect) {
    out += '[';
    number(out, rect.x0);
    out += ' ';
    number(out, rect.y0);
    out += ' ';
    number(out, rect.x1);
    out += ' ';
    number(out, rect.y1);
    out += ']';
}

void color(Buffer& out, layout::Color c) {
    bool first = true;
    for (const std::uint8_t v : {c.r, c.g, c.b}) {
        if (!first) out += ' ';
        first = false;
        // Three decimals tell all 256 values apart.
        const int thousandths = (v * 1000 + 127) / 255;
        if (thousandths >= 1000) {
            out += '1';
        } else if (thousandths == 0) {
            out += '0';
        } else {
            out += '.';
            out += static_cast<char>('0' + thousandths / 100);
            out += static_cast<char>('0' + thousandths / 10 % 10);
            out += static_cast<char>('0' + thousandths % 10);
        }
    }
}

}  // namespace dossier::pdf
