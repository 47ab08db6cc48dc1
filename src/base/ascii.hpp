#pragma once
/// Kinds of ASCII characters, whatever the locale. A char or a code point: what is not ASCII is of no kind here, a byte of UTF-8 neither.

namespace dossier {

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
constexpr bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
constexpr bool is_letter(char32_t c) { return is_lower(c) || is_upper(c); }
constexpr bool is_letter_or_digit(char32_t c) { return is_letter(c) || is_digit(c); }
/// What XML and the templates take for white space.
constexpr bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; }
/// A byte of a character that is not ASCII; most of those are letters.
constexpr bool is_high_byte(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

}  // namespace dossier
