#pragma once
/// Kinds of ASCII characters, whatever the locale. A char or a code point: what is not ASCII is of no kind
/// here, a byte of UTF-8 neither.

namespace dossier {

// Not functions but values, so that an algorithm takes them for char and char32_t alike.
inline constexpr auto is_digit = [](auto c) { return c >= '0' && c <= '9'; };
inline constexpr auto is_lower = [](auto c) { return c >= 'a' && c <= 'z'; };
inline constexpr auto is_upper = [](auto c) { return c >= 'A' && c <= 'Z'; };
inline constexpr auto is_letter = [](auto c) { return is_lower(c) || is_upper(c); };
inline constexpr auto is_letter_or_digit = [](auto c) { return is_letter(c) || is_digit(c); };
/// The capital of a small letter, all else as it is.
inline constexpr auto to_upper = [](auto c) { return is_lower(c) ? static_cast<decltype(c)>(c - 'a' + 'A') : c; };
/// What XML and the templates take for white space.
inline constexpr auto is_space = [](auto c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
/// A byte of a character that is not ASCII; most of those are letters.
constexpr bool is_high_byte(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }
/// A byte of a word: a letter or a digit, whatever its alphabet.
constexpr bool is_word_byte(char c) { return is_letter_or_digit(c) || is_high_byte(c); }

}  // namespace dossier
