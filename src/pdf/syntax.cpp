#include "pdf/syntax.hpp"

#include <libdeflate.h>

#include <array>
#include <charconv>
#include <cmath>
#include <memory>

namespace dossier::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

void hex_byte(std::string& out, unsigned byte) {
    out += kHex[byte >> 4 & 15];
    out += kHex[byte & 15];
}

struct FreeCompressor {
    void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

}  // namespace

void integer(std::string& out, long long value) {
    char buffer[24];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, end);
}

void number(std::string& out, float value) {
    long long hundredths = std::llround(static_cast<double>(value) * 100);
    if (hundredths < 0) {
        out += '-';
        hundredths = -hundredths;
    }
    integer(out, hundredths / 100);
    const int rest = static_cast<int>(hundredths % 100);
    if (rest == 0) return;
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void ref(std::string& out, int object) {
    integer(out, object);
    out += " 0 R";
}

void byte_string(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    out += ')';
}

void text_string(std::string& out, std::string_view utf8) {
    bool ascii = true;
    for (const char c : utf8) ascii = ascii && c >= ' ' && c <= '~';
    if (ascii) {
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

void name(std::string& out, std::string_view utf8) {
    out += '/';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '+';
        if (plain) {
            out += c;
        } else {
            out += '#';
            hex_byte(out, byte);
        }
    }
}

void rectangle(std::string& out, const layout::Rect& rect) {
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

void color(std::string& out, layout::Color c) {
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

std::string deflated(std::string_view bytes, int level) {
    thread_local std::array<Compressor, 13> compressors;
    Compressor& c = compressors[static_cast<std::size_t>(level)];
    if (!c) c.reset(libdeflate_alloc_compressor(level));
    if (!c) throw std::bad_alloc();
    std::string out(libdeflate_zlib_compress_bound(c.get(), bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(c.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace dossier::pdf
