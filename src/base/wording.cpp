/// Small tools for the words of a message.
#include "base/base.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier {

std::string quoted(std::string_view text) {
    constexpr std::size_t kMost = 60;
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "\"";
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == kMost) {
            const std::size_t space = out.rfind(' ');
            if (space != std::string::npos && space > kMost / 2) out.resize(space);
            out += "…";
            break;
        }
        const char32_t c = decode_utf8(text, at);
        if (c < 0x20 || c == 0x7f) {
            out += "\\x";
            out += kHex[c >> 4];
            out += kHex[c & 15];
        } else {
            append_utf8(out, c);
        }
    }
    return out + '"';
}

std::string capitalised(std::string_view text) {
    std::string out(text);
    if (!out.empty()) out[0] = to_upper(out[0]);
    return out;
}

std::string joined(std::span<const std::string> words, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) (out += i == 0 ? std::string_view() : separator) += words[i];
    return out;
}

std::string count_of(std::size_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string tenths_text(long long tenths, char comma) { return std::to_string(tenths / 10) + comma + std::to_string(tenths % 10); }

std::string tenths_shortest(long long tenths) { return tenths % 10 == 0 ? std::to_string(tenths / 10) : tenths_text(tenths); }

std::string spaced(std::string_view key) {
    std::string out(key);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

std::string byte_name(unsigned char byte) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    return std::string("0x") + kHex[byte >> 4] + kHex[byte & 15];
}

std::string column_letters(std::size_t column) {
    std::string out;
    for (; column > 0; column = (column - 1) / 26) out.insert(0, 1, static_cast<char>('A' + (column - 1) % 26));
    return out;
}

std::string day_for_people(std::string_view iso) {
    return std::string(iso.substr(8, 2)) + '-' + std::string(iso.substr(5, 2)) + '-' + std::string(iso.substr(0, 4));
}

}  // namespace dossier
