#pragma once
/// The letters of a page code: those that a QR code holds two of in eleven bits (ISO/IEC 18004, 7.3.4), without the space.

#include "base/ascii.hpp"

#include <string_view>

namespace dossier::markup {

[[nodiscard]] inline bool is_page_letter(char c) {
    return is_digit(c) || is_upper(c) || std::string_view("$%*+-./:").find(c) != std::string_view::npos;
}

}  // namespace dossier::markup
