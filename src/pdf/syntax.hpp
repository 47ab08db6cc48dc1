#pragma once
/// Values as PDF writes them, appended to a text.

#include "layout/layout.hpp"
#include "pdf/buffer.hpp"

#include <string>
#include <string_view>

namespace dossier::pdf {

/// At most two decimals, never an exponent.
void number(Buffer& out, float value);
/// Six decimals: a scale.
void precise(Buffer& out, float value);
void integer(Buffer& out, long long value);
/// "12 0 R"
void ref(Buffer& out, int object);
/// A text string: as it is when printable ASCII, else UTF-16BE.
void text_string(Buffer& out, std::string_view utf8);
/// A byte string in parentheses.
void byte_string(Buffer& out, std::string_view bytes);
/// "/goed", odd bytes as #xx.
void name(Buffer& out, std::string_view utf8);
/// "[x0 y0 x1 y1]"
void rectangle(Buffer& out, const layout::Rect& rect);
/// "r g b" from 0 to 1
void color(Buffer& out, layout::Color color);

}  // namespace dossier::pdf
