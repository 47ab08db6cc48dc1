#include "base/base.hpp"

#include <charconv>
#include <cmath>

namespace dossier {
namespace {

/// Relative luminance by WCAG 2.
double luminance(Color c) {
    const auto linear = [](std::uint8_t v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    std::uint32_t n = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, n, 16);
    if (error != std::errc{} || end != text.data() + 7) return std::nullopt;
    return Color{static_cast<std::uint8_t>(n >> 16), static_cast<std::uint8_t>(n >> 8 & 255), static_cast<std::uint8_t>(n & 255)};
}

std::string color_text(Color c) {
    const std::uint8_t bytes[] = {c.r, c.g, c.b};
    return '#' + hex(bytes);
}

double contrast(Color a, Color b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::string contrast_text(double ratio) {
    // Downwards: 4.499 is not 4.5.
    const long hundredths = static_cast<long>(std::floor(ratio * 100));
    const std::string rest = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + '.' + (rest.size() < 2 ? "0" + rest : rest) + ":1";
}

}  // namespace dossier
