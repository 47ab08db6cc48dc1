#pragma once
/// Values as PDF writes them, appended to a text.

#include "layout/layout.hpp"

#include <string>
#include <string_view>

namespace dossier::pdf {

/// At most two decimals, never an exponent.
void number(std::string& out, float value);
void integer(std::string& out, long long value);
/// "12 0 R"
void ref(std::string& out, int object);
/// A text string: as it is when printable ASCII, else UTF-16BE.
void text_string(std::string& out, std::string_view utf8);
/// A byte string in parentheses.
void byte_string(std::string& out, std::string_view bytes);
/// "/goed", odd bytes as #xx.
void name(std::string& out, std::string_view utf8);
/// "[x0 y0 x1 y1]"
void rectangle(std::string& out, const layout::Rect& rect);
/// "r g b" from 0 to 1
void color(std::string& out, layout::Color color);

/// zlib stream of `bytes`; `level` 1 to 12.
[[nodiscard]] std::string deflated(std::string_view bytes, int level);

}  // namespace dossier::pdf
