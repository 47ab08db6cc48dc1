#pragma once
/// A picture in grey, and light measured in it. Private to `scans`.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace dossier::scans {

/// Rows from the top; 0 is black.
struct Gray {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    Gray() = default;
    Gray(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), 255) {}

    [[nodiscard]] const std::uint8_t* row(int y) const {
        return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::uint8_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
    [[nodiscard]] bool inside(int x, int y) const { return x >= 0 && y >= 0 && x < width && y < height; }
    /// Outside the picture is white.
    [[nodiscard]] int at(int x, int y) const { return inside(x, y) ? row(y)[x] : 255; }
    [[nodiscard]] int nearest(double x, double y) const { return at(below(x), below(y)); }
    /// Turned clockwise by a quarter as often as `turns` says.
    [[nodiscard]] Gray turned(int turns) const;

private:
    /// std::floor, of which a common processor has no instruction: a third of the time of a page went there.
    [[nodiscard]] static int below(double v) {
        const int whole = static_cast<int>(v);
        return whole - (v < whole ? 1 : 0);
    }
};

/// The value that a share of `values` lies below; 0 for none. Reorders them.
template <class T> [[nodiscard]] T quantile(std::vector<T>& values, double share) {
    if (values.empty()) return T{};
    const auto n = static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + n, values.end());
    return values[static_cast<std::size_t>(n)];
}

}  // namespace dossier::scans
