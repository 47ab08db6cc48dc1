/// Colours and transforms of SVG. Written by hand for the reason of svg_path.cpp, with whose numbers it reads.

#include "image/svg_syntax.hpp"

#include <charconv>
#include <cmath>
#include <map>
#include <numbers>

namespace dossier::image {
namespace {

/// The colour words that drawing programs write. Others are refused rather than guessed.
const std::map<std::string_view, Color>& words() {
    static const std::map<std::string_view, Color> all{
        {"black", {0, 0, 0}},        {"silver", {192, 192, 192}}, {"gray", {128, 128, 128}}, {"grey", {128, 128, 128}},
        {"white", {255, 255, 255}},  {"maroon", {128, 0, 0}},     {"red", {255, 0, 0}},      {"purple", {128, 0, 128}},
        {"fuchsia", {255, 0, 255}},  {"magenta", {255, 0, 255}},  {"green", {0, 128, 0}},    {"lime", {0, 255, 0}},
        {"olive", {128, 128, 0}},    {"yellow", {255, 255, 0}},   {"navy", {0, 0, 128}},     {"blue", {0, 0, 255}},
        {"teal", {0, 128, 128}},     {"aqua", {0, 255, 255}},     {"cyan", {0, 255, 255}},   {"orange", {255, 165, 0}},
        {"brown", {165, 42, 42}},    {"pink", {255, 192, 203}},   {"gold", {255, 215, 0}},   {"crimson", {220, 20, 60}},
        {"currentcolor", {0, 0, 0}},
    };
    return all;
}

std::optional<Color> rgb_function(std::string_view text) {
    if (!text.starts_with("rgb(") || !text.ends_with(')')) return std::nullopt;
    Numbers in(text.substr(4, text.size() - 5));
    std::uint8_t part[3];
    for (std::uint8_t& p : part) {
        const auto n = in.number();
        if (!n || *n < 0 || *n > 255) return std::nullopt;
        p = static_cast<std::uint8_t>(std::lround(*n));
    }
    if (!in.at_end()) return std::nullopt;
    return Color{part[0], part[1], part[2]};
}

std::optional<Matrix> one_transform(std::string_view name, const std::vector<double>& n) {
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    if (name == "matrix" && n.size() == 6) return Matrix{n[0], n[1], n[2], n[3], n[4], n[5]};
    if (name == "translate" && (n.size() == 1 || n.size() == 2)) return Matrix{1, 0, 0, 1, n[0], n.size() == 2 ? n[1] : 0};
    if (name == "scale" && (n.size() == 1 || n.size() == 2)) return Matrix{n[0], 0, 0, n.size() == 2 ? n[1] : n[0], 0, 0};
    if (name == "skewX" && n.size() == 1) return Matrix{1, 0, std::tan(radians(n[0])), 1, 0, 0};
    if (name == "skewY" && n.size() == 1) return Matrix{1, std::tan(radians(n[0])), 0, 1, 0, 0};
    if (name != "rotate" || (n.size() != 1 && n.size() != 3)) return std::nullopt;
    const double c = std::cos(radians(n[0])), s = std::sin(radians(n[0]));
    const Matrix turn{c, s, -s, c, 0, 0};
    if (n.size() == 1) return turn;
    return combined(combined({1, 0, 0, 1, n[1], n[2]}, turn), {1, 0, 0, 1, -n[1], -n[2]});
}

}  // namespace

std::optional<std::optional<Color>> parse_paint(std::string_view text) {
    const std::string value = lower(trim(text));
    if (value == "none" || value == "transparent") return std::optional<Color>();
    if (const auto found = words().find(value); found != words().end()) return found->second;
    if (value.size() == 4 && value[0] == '#')
        if (const auto c = parse_color(std::string{'#', value[1], value[1], value[2], value[2], value[3], value[3]})) return c;
    if (const auto c = parse_color(value)) return c;
    if (const auto c = rgb_function(value)) return c;
    return std::nullopt;
}

std::optional<Matrix> parse_transform(std::string_view text) {
    Matrix all;
    for (text = trim(text); !text.empty();) {
        const std::size_t open = text.find('('), close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
        Numbers in(text.substr(open + 1, close - open - 1));
        std::vector<double> numbers;
        while (!in.at_end() && numbers.size() < 7) {
            const auto n = in.number();
            if (!n) return std::nullopt;
            numbers.push_back(*n);
        }
        const auto one = one_transform(trim(text.substr(0, open)), numbers);
        if (!one) return std::nullopt;
        all = combined(all, *one);
        text.remove_prefix(close + 1);
        while (!text.empty() && (text[0] == ' ' || text[0] == ',' || text[0] == '\n' || text[0] == '\t' || text[0] == '\r'))
            text.remove_prefix(1);
    }
    return all;
}

}  // namespace dossier::image
