#pragma once
/// Text in the encodings that people still have, as UTF-8.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::unicode {

/// What `byte` is in windows-1252, the encoding in which Excel saves CSV; 0 for the five bytes that it gives no character.
[[nodiscard]] char32_t windows_1252(unsigned char byte);

/// UTF-16 without its byte order mark, as UTF-8. nullopt when half a character stands alone; `bad` is its byte then.
[[nodiscard]] std::optional<std::string> utf16_in_utf8(std::string_view bytes, bool little_endian, std::size_t& bad);

}  // namespace dossier::unicode
