#include "sensor.hpp"

#include "lept.hpp"
#include "maths.hpp"

#include <algorithm>

namespace scan_generator {
namespace {

/// Weights in 256ths, from the middle out; both sides together 256, so that sums fit 16 bits.
std::vector<std::uint16_t> bell(double sigma) {
    const int reach = std::clamp(static_cast<int>(std::ceil(2.4 * sigma)), 1, 12);
    std::vector<double> raw;
    double sum = 0;
    for (int k = 0; k <= reach; ++k) {
        raw.push_back(exponential(-0.5 * k * k / (sigma * sigma)));
        sum += k == 0 ? raw.back() : 2 * raw.back();
    }
    std::vector<std::uint16_t> out;
    int left = 256;
    for (const double r : raw) out.push_back(static_cast<std::uint16_t>(r / sum * 256 + 0.5));
    for (std::size_t k = 1; k < out.size(); ++k) left -= 2 * out[k];
    out[0] = static_cast<std::uint16_t>(left);
    return out;
}

void add(std::uint16_t* sum, const std::uint8_t* row, std::uint16_t part, int width) {
    for (int x = 0; x < width; ++x) sum[x] = static_cast<std::uint16_t>(sum[x] + part * row[x]);
}
void finish(const std::uint16_t* sum, std::uint8_t* row, int width) {
    for (int x = 0; x < width; ++x) row[x] = static_cast<std::uint8_t>(sum[x] >> 8);
}

}  // namespace

void blur(Raster& picture, double sigma) {
    if (sigma < 0.2) return;
    const std::vector<std::uint16_t> parts = bell(sigma);
    const int reach = static_cast<int>(parts.size()) - 1, w = picture.width, h = picture.height;
    std::vector<std::uint16_t> sum(static_cast<std::size_t>(w));
    std::vector<std::uint8_t> wide(static_cast<std::size_t>(w + 2 * reach));
    Raster down(w, h, picture.dpi, 0);
    for (int y = 0; y < h; ++y) {
        std::fill(sum.begin(), sum.end(), std::uint16_t{128});
        for (int k = -reach; k <= reach; ++k)
            add(sum.data(), picture.row(std::clamp(y + k, 0, h - 1)), parts[static_cast<std::size_t>(std::abs(k))], w);
        std::uint8_t* middle = wide.data() + reach;
        finish(sum.data(), middle, w);
        std::fill(wide.data(), middle, middle[0]);
        std::fill(middle + w, middle + w + reach, middle[w - 1]);
        std::fill(sum.begin(), sum.end(), std::uint16_t{128});
        for (int k = -reach; k <= reach; ++k) add(sum.data(), middle + k, parts[static_cast<std::size_t>(std::abs(k))], w);
        finish(sum.data(), down.row(y), w);
    }
    picture.gray.swap(down.gray);
}

void shake(Raster& picture, double length, double degrees) {
    const int taps = std::min(15, static_cast<int>(length + 0.5));
    if (taps < 2) return;
    const double dx = cosine(degrees * kPi / 180), dy = sine(degrees * kPi / 180);
    const int w = picture.width, h = picture.height;
    const Raster from = picture;
    std::vector<std::uint16_t> sum(static_cast<std::size_t>(w));
    const auto part = static_cast<std::uint16_t>(256 / taps), first = static_cast<std::uint16_t>(256 - part * (taps - 1));
    for (int y = 0; y < h; ++y) {
        std::fill(sum.begin(), sum.end(), std::uint16_t{128});
        for (int k = 0; k < taps; ++k) {
            // From the middle out, so that nothing moves on the whole.
            const double t = k - (taps - 1) / 2.0;
            const int ox = static_cast<int>(std::lround(t * dx)), oy = static_cast<int>(std::lround(t * dy));
            const std::uint8_t* row = from.row(std::clamp(y + oy, 0, h - 1));
            const std::uint16_t weight = k == taps / 2 ? first : part;
            const int a = std::max(0, -ox), b = std::min(w, w - ox);
            add(sum.data() + a, row + a + ox, weight, b - a);
            for (int x = 0; x < a; ++x) add(sum.data() + x, row, weight, 1);
            for (int x = b; x < w; ++x) add(sum.data() + x, row + w - 1, weight, 1);
        }
        finish(sum.data(), picture.row(y), w);
    }
}

void glass_line(Raster& picture, double darkness, Random& random) {
    if (darkness == 0) return;
    const double at = picture.width * random.range(0.04, 0.96), half = picture.dpi / 200 * random.range(0.4, 1.4);
    const std::uint64_t seed = random.bits();
    for (int y = 0; y < picture.height; ++y) {
        std::uint8_t* row = picture.row(y);
        const double strength = std::abs(darkness) * (1 + 0.25 * noise_1d(seed, y / 40.0));
        for (int x = std::max(0, static_cast<int>(at - half - 1)); x < std::min<double>(picture.width, at + half + 1); ++x) {
            const double cover = std::clamp(half + 0.5 - std::abs(x + 0.5 - at), 0.0, 1.0) * std::min(1.0, strength);
            row[x] = to_byte(darkness > 0 ? row[x] * (1 - cover) : row[x] + (255 - row[x]) * cover);
        }
    }
}

namespace {

/// Grey in, grey out in 256ths.
std::array<int, 256> curve_of(const Wear& wear) {
    std::array<int, 256> out{};
    // Without colours, blue ink is paler than a grey scanner sees it, as is all that is neither black nor white.
    const double gamma = wear.mode == Mode::colour_as_grey ? wear.gamma * 0.88 : wear.gamma;
    for (int v = 0; v < 256; ++v) {
        double g = wear.black + (wear.white - wear.black) * power(v / 255.0, gamma);
        g = (g - 128) * wear.contrast + 128 + wear.brightness;
        out[static_cast<std::size_t>(v)] = static_cast<int>(std::clamp(g, 0.0, 255.0) * 256 + 0.5);
    }
    return out;
}

std::uint8_t clipped(int v) { return static_cast<std::uint8_t>(std::clamp((v + 128) >> 8, 0, 255)); }

}  // namespace

void expose(Raster& picture, const Wear& wear, Random& random) {
    const std::array<int, 256> curve = curve_of(wear);
    std::vector<int> cells(static_cast<std::size_t>(picture.width) + 1);
    if (wear.streaks > 0)
        for (int& c : cells) c = static_cast<int>(256 * wear.streaks * random.normal());
    // Four bytes a pixel add up to about a bell: their sum has a sigma of 147.8 around 510.
    const int factor = static_cast<int>(wear.noise * 256 / 147.8 * 256 + 0.5);
    for (int y = 0; y < picture.height; ++y) {
        std::uint8_t* row = picture.row(y);
        const int* cell = cells.data();
        for (int x = 0; x < picture.width; x += 2, cell += 2) {
            int a = 0, b = 0;
            if (factor > 0) {
                const std::uint64_t bits = random.bits(), sums = (bits & 0x00FF00FF00FF00FFu) + ((bits >> 8) & 0x00FF00FF00FF00FFu);
                a = ((static_cast<int>((sums & 0xFFFF) + ((sums >> 16) & 0xFFFF)) - 510) * factor) >> 8;
                b = ((static_cast<int>(((sums >> 32) & 0xFFFF) + (sums >> 48)) - 510) * factor) >> 8;
            }
            row[x] = clipped(curve[row[x]] + a + cell[0]);
            if (x + 1 < picture.width) row[x + 1] = clipped(curve[row[x + 1]] + b + cell[1]);
        }
    }
}

void salt_and_pepper(Raster& picture, double part, Random& random) {
    const auto count = static_cast<int>(part * picture.width * picture.height);
    for (int n = 0; n < count; ++n) {
        const int x = random.below(picture.width), y = random.below(picture.height);
        const std::uint8_t value = random.chance(0.35) ? 255 : 0;
        picture.row(y)[x] = value;
        if (random.chance(0.15) && x + 1 < picture.width) picture.row(y)[x + 1] = value;
        if (random.chance(0.15) && y + 1 < picture.height) picture.row(y + 1)[x] = value;
    }
}

namespace {

/// Mean around each pixel of row `y`, kept up from row to row.
class Around {
public:
    Around(const Raster& from, int reach) : from_(from), reach_(reach), columns_(static_cast<std::size_t>(from.width)) {
        for (int y = -reach; y < reach; ++y) step(y, 1);
    }
    void row(int y, std::vector<int>& means) {
        step(y + reach_, 1);
        means.resize(columns_.size());
        const int side = 2 * reach_ + 1, w = from_.width;
        int sum = 0;
        for (int x = -reach_; x < reach_; ++x) sum += column(x);
        for (int x = 0; x < w; ++x) {
            sum += column(x + reach_);
            means[static_cast<std::size_t>(x)] = sum / (side * side);
            sum -= column(x - reach_);
        }
        step(y - reach_, -1);
    }

private:
    const Raster& from_;
    int reach_;
    std::vector<int> columns_;
    [[nodiscard]] int column(int x) const { return columns_[static_cast<std::size_t>(std::clamp(x, 0, from_.width - 1))]; }
    void step(int y, int sign) {
        const std::uint8_t* row = from_.row(std::clamp(y, 0, from_.height - 1));
        for (std::size_t x = 0; x < columns_.size(); ++x) columns_[x] += sign * row[x];
    }
};

}  // namespace

void to_black_and_white(Raster& picture, const Wear& wear) {
    if (wear.mode == Mode::threshold) {
        for (std::uint8_t& v : picture.gray) v = v < wear.level ? 0 : 255;
        return;
    }
    const Raster from = picture;
    Around around(from, std::max(8, static_cast<int>(picture.dpi / 8)));
    std::vector<int> means;
    const int level = static_cast<int>(wear.level);
    for (int y = 0; y < picture.height; ++y) {
        around.row(y, means);
        const std::uint8_t* in = from.row(y);
        std::uint8_t* out = picture.row(y);
        // What is dark by any measure is black, else large black things would be hollow.
        for (int x = 0; x < picture.width; ++x) out[x] = in[x] < 70 || in[x] < means[static_cast<std::size_t>(x)] - level ? 0 : 255;
    }
}

void through_jpeg(Raster& picture, int quality) {
    Raster back = decode(encode_jpeg(picture, quality));
    if (back.width == picture.width && back.height == picture.height) picture.gray.swap(back.gray);
}

Light light_of(const Wear& wear, int width, int height, Random& random) {
    Light light(width, height);
    if (wear.shadow > 0) {
        const double reach = random.range(0.025, 0.1);
        light.times([&](double x, double y) {
            const std::array<double, 4> away{x, 1 - x, y, 1 - y};
            const double d = away[static_cast<std::size_t>(wear.shadow_edge & 3)] / reach;
            return 1 - wear.shadow * exponential(-d * 1.2);
        });
    }
    if (wear.phone_shadow > 0) {
        const double angle = random.range(0, 2 * kPi), at = random.range(-0.2, 0.25), soft = random.range(0.02, 0.12);
        const std::uint64_t seed = random.bits();
        light.times([&](double x, double y) {
            const double along = -(x - 0.5) * sine(angle) + (y - 0.5) * cosine(angle);
            const double d = (x - 0.5) * cosine(angle) + (y - 0.5) * sine(angle) - at + 0.08 * noise_1d(seed, along * 4);
            return 1 - wear.phone_shadow * smooth_step(-soft, soft, d);
        });
    }
    if (wear.uneven > 0) {
        const double angle = random.range(0, 2 * kPi), cx = random.range(0.3, 0.7), cy = random.range(0.3, 0.7);
        light.times([&](double x, double y) {
            const double slope = 0.5 + 0.7 * ((x - 0.5) * cosine(angle) + (y - 0.5) * sine(angle));
            const double far = (x - cx) * (x - cx) + (y - cy) * (y - cy);
            return 1 - wear.uneven * std::clamp(0.6 * slope + 0.8 * far, 0.0, 1.0);
        });
    }
    return light;
}

Raster backdrop_of(const Wear& wear, Random& random) {
    if (!wear.photo) return {1, 1, wear.dpi, to_byte(wear.backdrop)};
    // Wood, or cloth: long and short grain.
    Raster tile(512, 512, wear.dpi, 0);
    const std::uint64_t seed = random.bits();
    const double along = random.chance(0.6) ? 90 : 6, across = random.range(3, 7), depth = random.range(6, 22);
    for (int y = 0; y < tile.height; ++y)
        for (int x = 0; x < tile.width; ++x) {
            // Mirrored halfway, so that tiles meet without a seam.
            const int mx = std::min(x, 511 - x), my = std::min(y, 511 - y);
            const double grain = noise_2d(seed, mx / along, my / across) + 0.5 * noise_2d(seed + 1, mx / 2.5, my / 2.0);
            tile.row(y)[x] = to_byte(wear.backdrop + depth * grain);
        }
    return tile;
}

}  // namespace scan_generator
