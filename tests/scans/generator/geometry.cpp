#include "geometry.hpp"

#include "maths.hpp"

#include <algorithm>

namespace scan_generator {

Point Homography::operator()(Point p) const {
    const double w = m[6] * p.x + m[7] * p.y + m[8];
    return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

Homography operator*(const Homography& a, const Homography& b) {
    Homography out;
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c)
            out.m[3 * r + c] = a.m[3 * r] * b.m[c] + a.m[3 * r + 1] * b.m[3 + c] + a.m[3 * r + 2] * b.m[6 + c];
    return out;
}

Homography Homography::inverse() const {
    const auto minor = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) { return m[a] * m[d] - m[b] * m[c]; };
    const double det = m[0] * minor(4, 5, 7, 8) - m[1] * minor(3, 5, 6, 8) + m[2] * minor(3, 4, 6, 7);
    Homography out;
    out.m = {minor(4, 5, 7, 8),  -minor(1, 2, 7, 8), minor(1, 2, 4, 5),  -minor(3, 5, 6, 8), minor(0, 2, 6, 8),
             -minor(0, 2, 3, 5), minor(3, 4, 6, 7),  -minor(0, 1, 6, 7), minor(0, 1, 3, 4)};
    for (double& v : out.m) v /= det;
    return out;
}

Homography translation(double x, double y) { return {{1, 0, x, 0, 1, y, 0, 0, 1}}; }
Homography scaling(double x, double y) { return {{x, 0, 0, 0, y, 0, 0, 0, 1}}; }
Homography rotation(double degrees) {
    const double s = sine(degrees * kPi / 180), c = cosine(degrees * kPi / 180);
    return {{c, -s, 0, s, c, 0, 0, 0, 1}};
}

Homography onto(double width, double height, const std::array<Point, 4>& q) {
    // Heckbert, Fundamentals of Texture Mapping (1989), 2.2.3: the unit square to a quadrilateral.
    const double sx = q[0].x - q[1].x + q[2].x - q[3].x, sy = q[0].y - q[1].y + q[2].y - q[3].y;
    const double dx1 = q[1].x - q[2].x, dx2 = q[3].x - q[2].x, dy1 = q[1].y - q[2].y, dy2 = q[3].y - q[2].y;
    const double det = dx1 * dy2 - dx2 * dy1, g = (sx * dy2 - dx2 * sy) / det, h = (dx1 * sy - sx * dy1) / det;
    const Homography square{{q[1].x - q[0].x + g * q[1].x, q[3].x - q[0].x + h * q[3].x, q[0].x, q[1].y - q[0].y + g * q[1].y,
                             q[3].y - q[0].y + h * q[3].y, q[0].y, g, h, 1}};
    return square * scaling(1 / width, 1 / height);
}

namespace {

/// For one side: which pixels each new one covers, and by how much, in 256ths that add up to 256.
struct Cover {
    int first = 0;
    std::vector<std::uint16_t> parts;
};

std::vector<Cover> covers(int from, int to) {
    std::vector<Cover> out(static_cast<std::size_t>(to));
    const double ratio = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double a = i * ratio, b = std::min<double>((i + 1) * ratio, from);
        Cover& c = out[static_cast<std::size_t>(i)];
        c.first = static_cast<int>(a);
        int left = 256;
        for (int k = c.first; k < b && k < from; ++k) {
            const double part = std::min<double>(b, k + 1) - std::max<double>(a, k);
            const int whole = std::min(left, static_cast<int>(part / (b - a) * 256 + 0.5));
            c.parts.push_back(static_cast<std::uint16_t>(whole));
            left -= whole;
        }
        c.parts[c.parts.size() / 2] = static_cast<std::uint16_t>(c.parts[c.parts.size() / 2] + left);
    }
    return out;
}

}  // namespace

Raster shrunk(const Raster& from, int width, int height) {
    const std::vector<Cover> down = covers(from.height, height), across = covers(from.width, width);
    Raster out(width, height, from.dpi * width / from.width, 0);
    std::vector<std::uint16_t> sum(static_cast<std::size_t>(from.width));
    for (int y = 0; y < height; ++y) {
        const Cover& c = down[static_cast<std::size_t>(y)];
        std::fill(sum.begin(), sum.end(), std::uint16_t{128});
        int k = c.first;
        for (const std::uint16_t part : c.parts) {
            const std::uint8_t* row = from.row(k++);
            for (std::size_t x = 0; x < sum.size(); ++x) sum[x] = static_cast<std::uint16_t>(sum[x] + part * row[x]);
        }
        std::uint8_t* to = out.row(y);
        for (const Cover& a : across) {
            const std::uint16_t* s = sum.data() + a.first;
            std::uint32_t total = 0;
            for (const std::uint16_t part : a.parts) total += std::uint32_t{part} * *s++;
            *to++ = static_cast<std::uint8_t>(total >> 16);
        }
    }
    return out;
}

Raster turned(const Raster& from, int turns, Homography& map) {
    turns &= 3;
    map = {};
    if (turns == 0) return from;
    const int w = from.width, h = from.height;
    Raster out(turns == 2 ? w : h, turns == 2 ? h : w, from.dpi, 0);
    if (turns == 2) std::reverse_copy(from.gray.begin(), from.gray.end(), out.gray.begin());
    // In blocks, so that neither side runs through all of memory.
    else
        for (int y0 = 0; y0 < h; y0 += 32)
            for (int x0 = 0; x0 < w; x0 += 32)
                for (int y = y0; y < std::min(h, y0 + 32); ++y)
                    for (int x = x0; x < std::min(w, x0 + 32); ++x)
                        out.row(turns == 1 ? x : w - 1 - x)[turns == 1 ? h - 1 - y : y] = from.row(y)[x];
    if (turns == 1) map = {{0, -1, static_cast<double>(h), 1, 0, 0, 0, 0, 1}};
    if (turns == 2) map = {{-1, 0, static_cast<double>(w), 0, -1, static_cast<double>(h), 0, 0, 1}};
    if (turns == 3) map = {{0, 1, 0, -1, 0, static_cast<double>(w), 0, 0, 1}};
    return out;
}

Point Passage::operator()(Point p) const {
    const Point q = flat(p);
    if (row.empty()) return q;
    // Rows never go back, so halving finds the two that `q` is between; beyond the ends the feeder is even.
    const auto above = std::upper_bound(row.begin(), row.end(), static_cast<float>(q.y));
    if (above == row.begin()) return {q.x - shift.front(), q.y - row.front() + 0.5};
    if (above == row.end()) return {q.x - shift.back(), q.y - row.back() + static_cast<double>(row.size()) - 0.5};
    const auto i = above - row.begin() - 1;
    const double t = (q.y - above[-1]) / std::max(1e-6, static_cast<double>(above[0]) - above[-1]);
    const double s = shift[static_cast<std::size_t>(i)] * (1 - t) + shift[static_cast<std::size_t>(i) + 1] * t;
    return {q.x - s, static_cast<double>(i) + 0.5 + t};
}

Point Scan::at(Point p) const {
    for (const Passage& passage : passages) p = passage(p);
    return p;
}

bool Scan::shows(const Rect& r) const {
    for (const Point corner : {Point{r.x0, r.y0}, Point{r.x1, r.y0}, Point{r.x0, r.y1}, Point{r.x1, r.y1}}) {
        const Point p = at(corner);
        if (p.x < 0 || p.y < 0 || p.x > picture.width || p.y > picture.height) return false;
    }
    return true;
}

namespace {

/// How much of the page passes while one row of the picture is made; 1 as a rule.
std::vector<double> paces(int height, double dpi, const Wear& wear, Random& random) {
    std::vector<double> pace(static_cast<std::size_t>(height));
    const std::uint64_t seed = random.bits();
    const double long_wave = dpi * random.range(1.2, 3), short_wave = dpi * random.range(0.3, 0.7);
    for (std::size_t j = 0; j < pace.size(); ++j) {
        const auto y = static_cast<double>(j);
        pace[j] = 1 + wear.stretch * (0.7 * noise_1d(seed, y / long_wave) + 0.3 * noise_1d(seed + 1, y / short_wave));
    }
    for (int s = 0; s < wear.slips; ++s) {
        // The paper halts while the lamp goes on, or jumps: a third of a millimetre, about.
        const int rows = std::max(1, static_cast<int>(dpi / 25.4 * random.range(0.1, 0.45)));
        const int at = random.below(std::max(1, height - rows));
        const double slipped = random.chance(0.6) ? 0.05 : 2;
        for (int k = 0; k < rows && at + k < height; ++k) pace[static_cast<std::size_t>(at + k)] = slipped;
    }
    return pace;
}

}  // namespace

void pull_unevenly(Passage& passage, int height, double dpi, const Wear& wear, Random& random) {
    const std::vector<double> pace = paces(height, dpi, wear, random);
    const std::uint64_t seed = random.bits();
    const double mm = wear.dpi / 25.4, drift = wear.stretch * 15 * mm, curl = wear.curl * mm;
    double sum = 0;
    for (std::size_t j = 0; j < pace.size(); ++j) {
        const auto y = static_cast<double>(j);
        sum += pace[j];
        passage.row.push_back(static_cast<float>(sum - pace[j] / 2));
        passage.shift.push_back(static_cast<float>(drift * noise_1d(seed, y / (2 * dpi)) + curl * noise_1d(seed + 1, 2.2 * y / height)));
    }
    // Right in the middle of the page, so that the homography is nowhere far off.
    const std::size_t middle = pace.size() / 2;
    const float off = passage.row[middle] - static_cast<float>(middle) - 0.5F;
    for (float& r : passage.row) r -= off;
}

Light::Light(int width, int height)
    : width_(width), height_(height), columns_(width / kStep + 2), rows_(height / kStep + 2),
      grid_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 1.0F) {}

void Light::shine_on(std::uint8_t* row, int y, std::vector<float>& room) const {
    if (even_) return;
    const float* above = grid_.data() + std::ptrdiff_t{y / kStep} * columns_;
    const float* below = above + columns_;
    const float t = static_cast<float>(y % kStep) / kStep;
    room.resize(static_cast<std::size_t>(columns_) * kStep);
    for (int c = 0; c + 1 < columns_; ++c) {
        const float a = above[c] * (1 - t) + below[c] * t, b = above[c + 1] * (1 - t) + below[c + 1] * t;
        float* to = room.data() + std::ptrdiff_t{c} * kStep;
        for (int k = 0; k < kStep; ++k) to[k] = a + (b - a) * static_cast<float>(k) / kStep;
    }
    const float* factor = room.data();
    for (int x = 0; x < width_; ++x) row[x] = static_cast<std::uint8_t>(std::min(255.0F, static_cast<float>(row[x]) * factor[x] + 0.5F));
}

namespace {

constexpr int kBits = 16;  ///< of a place in the sheet behind the point

int mixed(const std::uint8_t* p, std::ptrdiff_t next_row, int tx, int ty) {
    const int top = p[0] * 256 + (p[1] - p[0]) * tx, bottom = p[next_row] * 256 + (p[next_row + 1] - p[next_row]) * tx;
    return (top * 256 + (bottom - top) * ty + 32768) >> 16;
}

/// The four pixels around a place, of which (0.5, 0.5) is the middle of the first pixel.
std::uint8_t between(const Raster& sheet, int fx, int fy) {
    fx -= 1 << (kBits - 1), fy -= 1 << (kBits - 1);
    int x = fx >> kBits, y = fy >> kBits;
    int tx = (fx >> (kBits - 8)) & 255, ty = (fy >> (kBits - 8)) & 255;
    if (x < 0) x = 0, tx = 0;
    if (y < 0) y = 0, ty = 0;
    if (x > sheet.width - 2) x = sheet.width - 2, tx = 255;
    if (y > sheet.height - 2) y = sheet.height - 2, ty = 255;
    return static_cast<std::uint8_t>(mixed(sheet.row(y) + x, sheet.width, tx, ty));
}

/// The pixels [first, last) of a row whose places, `at` + i * `step`, are at least `rim` within the sheet.
struct Within {
    int first, last;

    Within(const Raster& sheet, const std::array<double, 4>& from, double rim, int width) {
        double a = 0, b = width;
        const std::array<double, 2> ends{static_cast<double>(sheet.width), static_cast<double>(sheet.height)};
        for (std::size_t k = 0; k < 2; ++k) {
            const double at = from[k], step = from[k + 2], low = rim, high = ends[k] - rim;
            if (std::abs(step) < 1e-12) {
                if (at < low || at >= high) b = -1;
                continue;
            }
            const double p = (low - at) / step, q = (high - at) / step;
            a = std::max(a, std::min(p, q)), b = std::min(b, std::max(p, q));
        }
        first = static_cast<int>(std::ceil(a)), last = std::max(first, static_cast<int>(std::ceil(b)));
    }
};

/// One row of the picture; its pixel i comes from (x, y) + i * (dx, dy) where that is within the sheet.
void warp_row_evenly(const Raster& sheet, const std::array<double, 4>& from, std::uint8_t* to, int width) {
    constexpr double kOne = 1 << kBits;
    // Most of a row is so far within the sheet that nothing has to be asked.
    const Within whole(sheet, from, 0, width), inner(sheet, from, 2, width);
    const int dx = static_cast<int>(std::lround(from[2] * kOne)), dy = static_cast<int>(std::lround(from[3] * kOne));
    int x = static_cast<int>(std::lround((from[0] + whole.first * from[2]) * kOne));
    int y = static_cast<int>(std::lround((from[1] + whole.first * from[3]) * kOne));
    int i = whole.first;
    const auto carefully = [&](int end) {
        for (; i < end; ++i, x += dx, y += dy) to[i] = between(sheet, x, y);
    };
    if (inner.first >= inner.last) return carefully(whole.last);
    carefully(inner.first);
    const std::uint8_t* pixels = sheet.gray.data();
    const std::ptrdiff_t next = sheet.width;
    int fx = x - (1 << (kBits - 1)), fy = y - (1 << (kBits - 1));
    const int start = i;
    for (; i < inner.last; ++i, fx += dx, fy += dy)
        to[i] = static_cast<std::uint8_t>(
            mixed(pixels + (fy >> kBits) * next + (fx >> kBits), next, (fx >> (kBits - 8)) & 255, (fy >> (kBits - 8)) & 255));
    x += (i - start) * dx, y += (i - start) * dy;
    carefully(whole.last);
}

void warp_row_by_perspective(const Raster& sheet, const Homography& back, double x0, double y, std::uint8_t* to, int width) {
    const auto& m = back.m;
    const double bx = m[1] * y + m[2], by = m[4] * y + m[5], bw = m[7] * y + m[8];
    for (int i = 0; i < width; ++i) {
        const double x = x0 + i, w = 1 / (m[6] * x + bw), sx = (m[0] * x + bx) * w, sy = (m[3] * x + by) * w;
        if (sx >= 0 && sy >= 0 && sx < sheet.width && sy < sheet.height)
            to[i] = between(sheet, static_cast<int>(sx * (1 << kBits)), static_cast<int>(sy * (1 << kBits)));
    }
}

}  // namespace

Raster warped(const Raster& sheet, const Passage& passage, int width, int height, const Raster& backdrop, const Light& light) {
    const Homography back = passage.flat.inverse();
    const bool even = std::abs(back.m[6]) < 1e-12 && std::abs(back.m[7]) < 1e-12;
    Raster out(width, height, sheet.dpi, 0);
    std::vector<float> room;
    for (int j = 0; j < height; ++j) {
        std::uint8_t* to = out.row(j);
        const std::uint8_t* around = backdrop.row(j % backdrop.height);
        if (backdrop.width == 1) std::fill_n(to, width, *around);
        else
            for (int i = 0; i < width; i += backdrop.width) std::copy_n(around, std::min(backdrop.width, width - i), to + i);
        const auto k = static_cast<std::size_t>(j);
        const double y = passage.row.empty() ? j + 0.5 : passage.row[k], x = 0.5 + (passage.row.empty() ? 0.0F : passage.shift[k]);
        if (even) {
            const Point p = back({x, y}), q = back({x + 1, y});
            warp_row_evenly(sheet, {p.x, p.y, q.x - p.x, q.y - p.y}, to, width);
        } else {
            warp_row_by_perspective(sheet, back, x, y, to, width);
        }
        light.shine_on(to, j, room);
    }
    return out;
}

}  // namespace scan_generator
