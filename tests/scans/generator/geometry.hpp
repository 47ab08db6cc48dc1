#pragma once
/// Where pixels go: resampling, turning, and one warp for all that bends a page.

#include "generator.hpp"
#include "random.hpp"

namespace scan_generator {

[[nodiscard]] Homography translation(double x, double y);
[[nodiscard]] Homography scaling(double x, double y);
[[nodiscard]] Homography rotation(double degrees);  ///< clockwise, as y goes down
/// From the rectangle (0, 0)-(width, height) to corners top left, top right, bottom right, bottom left.
[[nodiscard]] Homography onto(double width, double height, const std::array<Point, 4>& corners);

/// Each pixel the mean of what it covers. Only smaller; dpi follows.
[[nodiscard]] Raster shrunk(const Raster& from, int width, int height);
/// `turns` quarters clockwise; `map` is where pixels went.
[[nodiscard]] Raster turned(const Raster& from, int turns, Homography& map);

/// The tables of Passage of a feeder that pulls unevenly, or of paper that is not flat. `dpi` down the picture.
void pull_unevenly(Passage& passage, int height, double dpi, const Wear& wear, Random& random);

/// A field of factors for brightness over the picture, known every kStep pixels.
class Light {
public:
    static constexpr int kStep = 16;
    Light(int width, int height);
    /// Multiplies `f(x, y)` in, with x and y 0..1 over the picture.
    template <typename F> void times(const F& f) {
        even_ = false;
        for (int j = 0; j < rows_; ++j)
            for (int i = 0; i < columns_; ++i)
                grid_[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(i)] *=
                    static_cast<float>(f(static_cast<double>(i) * kStep / width_, static_cast<double>(j) * kStep / height_));
    }
    void shine_on(std::uint8_t* row, int y, std::vector<float>& room) const;

private:
    int width_, height_, columns_, rows_;
    bool even_ = true;
    std::vector<float> grid_;
};

/// What lies around the page: tiles of `backdrop`.
/// `passage.flat` leads from pixels of `sheet` to the picture here.
[[nodiscard]] Raster warped(const Raster& sheet, const Passage& passage, int width, int height, const Raster& backdrop, const Light& light);

}  // namespace scan_generator
