#include "strokes.hpp"

#include "maths.hpp"

#include <algorithm>

namespace scan_generator {
namespace {

constexpr double kStep = 0.25;  ///< points between nodes: about a pixel of 300 dpi

double distance(double x0, double y0, double x1, double y1) { return std::sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)); }

/// Catmull-Rom between b and c.
Point between(const Point& a, const Point& b, const Point& c, const Point& d, double t) {
    const auto one = [t](double p, double q, double r, double s) {
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
    };
    return {one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y)};
}

std::vector<Point> curve(const std::vector<Point>& c) {
    std::vector<Point> out;
    const int n = static_cast<int>(c.size());
    const auto at = [&](int i) { return c[static_cast<std::size_t>(std::clamp(i, 0, n - 1))]; };
    for (int i = 0; i + 1 < n; ++i) {
        const Point b = at(i), e = at(i + 1);
        const int steps = std::max(1, static_cast<int>(distance(b.x, b.y, e.x, e.y) * 1.2 / kStep));
        for (int k = 0; k < steps; ++k) out.push_back(between(at(i - 1), b, e, at(i + 2), static_cast<double>(k) / steps));
    }
    if (n > 0) out.push_back(c.back());
    return out;
}

/// The pixels that a stroke touches, as how much ink they get.
struct Mask {
    int x0 = 0, y0 = 0, width = 0, height = 0;
    std::vector<float> ink;
    [[nodiscard]] float* row(int y) { return ink.data() + std::ptrdiff_t{y - y0} * width - x0; }
};

struct Dot {
    float x, y, radius, ink;
};

/// The thickest ink wins, so that the many short pieces of a stroke do not add up.
void add_piece(Mask& mask, const Dot& a, const Dot& b, float soft) {
    const float dx = b.x - a.x, dy = b.y - a.y, length2 = std::max(dx * dx + dy * dy, 1e-9F);
    const float reach = std::max(a.radius, b.radius) + soft + 0.5F;
    const int left = std::max(mask.x0, static_cast<int>(std::floor(std::min(a.x, b.x) - reach)));
    const int right = std::min(mask.x0 + mask.width - 1, static_cast<int>(std::max(a.x, b.x) + reach));
    const int top = std::max(mask.y0, static_cast<int>(std::floor(std::min(a.y, b.y) - reach)));
    const int bottom = std::min(mask.y0 + mask.height - 1, static_cast<int>(std::max(a.y, b.y) + reach));
    for (int y = top; y <= bottom; ++y) {
        float* row = mask.row(y);
        for (int x = left; x <= right; ++x) {
            const float px = static_cast<float>(x) + 0.5F - a.x, py = static_cast<float>(y) + 0.5F - a.y;
            const float t = std::clamp((px * dx + py * dy) / length2, 0.0F, 1.0F);
            const float ex = px - t * dx, ey = py - t * dy, r = a.radius + t * (b.radius - a.radius);
            const float cover = std::clamp((r - std::sqrt(ex * ex + ey * ey)) / (2 * soft) + 0.5F, 0.0F, 1.0F);
            row[x] = std::max(row[x], cover * (a.ink + t * (b.ink - a.ink)));
        }
    }
}

/// Two scales of tooth; a soft pencil lies on top of it, so that hollows stay white.
float grained(float ink, const Ink& pen, std::uint64_t seed, double x_mm, double y_mm) {
    if (pen.grain <= 0 || ink <= 0) return ink;
    const double tooth = 0.65 * noise_2d(seed, x_mm / 0.14, y_mm / 0.14) + 0.35 * noise_2d(seed + 1, x_mm / 0.45, y_mm / 0.45);
    const double on_top = smooth_step(-0.9, 0.7, tooth * 1.3 + (ink - 0.55) * 1.6);
    return static_cast<float>(ink * (1 - pen.grain + pen.grain * 1.25 * on_top));
}

Mask mask_of(const Raster& page, const std::vector<Dot>& dots, float soft) {
    float x0 = 1e9F, y0 = 1e9F, x1 = -1e9F, y1 = -1e9F;
    for (const Dot& d : dots) {
        const float r = d.radius + soft + 1;
        x0 = std::min(x0, d.x - r), y0 = std::min(y0, d.y - r), x1 = std::max(x1, d.x + r), y1 = std::max(y1, d.y + r);
    }
    Mask mask;
    mask.x0 = std::max(0, static_cast<int>(x0));
    mask.y0 = std::max(0, static_cast<int>(y0));
    mask.width = std::max(0, std::min(page.width, static_cast<int>(x1) + 1) - mask.x0);
    mask.height = std::max(0, std::min(page.height, static_cast<int>(y1) + 1) - mask.y0);
    mask.ink.resize(static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height));
    return mask;
}

}  // namespace

Stroke draw(const std::vector<Point>& controls, const Hand& hand, Random& random) {
    const std::uint64_t seed = random.bits();
    const std::vector<Point> line = curve(controls);
    double whole = 0;
    for (std::size_t i = 1; i < line.size(); ++i) whole += distance(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
    Stroke out;
    double along = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) along += distance(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
        // A hand trembles at several paces at once: slow drift of the arm, quick shiver of the fingers.
        const auto off = [&](std::uint64_t way) {
            return hand.tremor * (0.8 * noise_1d(seed + way, along / 5) + 0.35 * noise_1d(seed + way + 2, along / 1.6));
        };
        const double ends = std::min({1.0, along / 2.5, (whole - along) / 4.0});
        const double pressure = (1 + hand.wander * noise_1d(seed + 8, along / 6)) * (1 - hand.taper * (1 - std::max(0.0, ends)));
        out.push_back({line[i].x + off(1), line[i].y + off(2), pressure});
    }
    return out;
}

void paint(Raster& page, const Stroke& stroke, const Ink& ink, std::uint64_t grain_seed) {
    if (stroke.empty()) return;
    const double scale = page.dpi / 72;
    const auto soft = static_cast<float>(std::max(0.5, ink.soft * page.dpi / 300));
    std::vector<Dot> dots;
    double along = 0;
    for (std::size_t i = 0; i < stroke.size(); ++i) {
        const Node& n = stroke[i];
        if (i > 0) along += distance(stroke[i - 1].x, stroke[i - 1].y, n.x, n.y);
        const Point at = page.pixel({n.x, n.y});
        const double width = ink.width * (1 + ink.swell * (n.pressure - 1) * 2);
        // A ball leaves less after it turns and at its start.
        const double falter = ink.skip * smooth_step(0.45, 0.95, noise_1d(grain_seed + 77, (along + n.x * 3) / 1.8));
        const double cover = std::clamp(ink.cover * (1 + ink.press * (n.pressure - 1)) * (1 - falter), 0.0, 1.0);
        dots.push_back(
            {static_cast<float>(at.x), static_cast<float>(at.y), static_cast<float>(width * scale / 2), static_cast<float>(cover)});
    }
    Mask mask = mask_of(page, dots, soft);
    for (std::size_t i = 0; i < dots.size(); ++i) add_piece(mask, dots[i > 0 ? i - 1 : 0], dots[i], soft);
    const double mm = 25.4 / page.dpi;
    for (int y = mask.y0; y < mask.y0 + mask.height; ++y) {
        std::uint8_t* to = page.row(y);
        const float* from = mask.row(y);
        for (int x = mask.x0; x < mask.x0 + mask.width; ++x) {
            if (from[x] <= 0) continue;
            const double a = std::min(1.0F, grained(from[x], ink, grain_seed, x * mm, y * mm));
            to[x] = to_byte(to[x] * (1 - a * (1 - ink.grey)));
        }
    }
}

Ink ink_of(Pen pen, Strength strength, Random& random) {
    Ink ink;
    const auto around = [&](double v, double part) { return v * (1 + part * std::clamp(random.normal(), -2.0, 2.0) / 2); };
    switch (pen) {
        case Pen::blue_ballpoint:
            // From nearly black to a pale blue; a scanner that looks through one colour sees it paler still.
            ink = {around(1.35, 0.25), random.range(0.18, 0.45), 0.95, 0.12, random.range(0.1, 0.6), 0.35, 0.6, 0.6};
            break;
        case Pen::black_fineliner: ink = {around(0.9, 0.25), random.range(0.06, 0.18), 1, 0, 0, 0.15, 0.15, 0.55}; break;
        case Pen::pencil: ink = {around(1.4, 0.2), random.range(0.3, 0.5), 0.85, 0.75, 0, 0.4, 1, 0.8}; break;
        case Pen::felt_tip: ink = {around(3.4, 0.2), random.range(0.04, 0.2), 1, 0.04, 0, 0.2, 0.08, 0.9}; break;
    }
    switch (strength) {
        case Strength::firm: ink.cover *= 1.1, ink.width *= 1.1; break;
        case Strength::normal: break;
        case Strength::light:
            // Ink that flows does so under no pressure at all.
            ink.cover *= 1 - 0.35 * std::max(0.3, ink.press), ink.width *= 0.88;
            break;
        case Strength::faint: ink.cover *= random.range(0.16, 0.34), ink.width *= 0.75, ink.grain = std::max(ink.grain, 0.6); break;
    }
    return ink;
}

double nearest(const std::vector<Stroke>& strokes, Point to) {
    double out = 1e9;
    for (const Stroke& s : strokes)
        for (const Node& n : s) out = std::min(out, distance(n.x, n.y, to.x, to.y));
    return out;
}

Rect bounds(const std::vector<Stroke>& strokes, double width) {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (const Stroke& s : strokes)
        for (const Node& n : s) x0 = std::min(x0, n.x), y0 = std::min(y0, n.y), x1 = std::max(x1, n.x), y1 = std::max(y1, n.y);
    const double w = width / 2;
    return {static_cast<float>(x0 - w), static_cast<float>(y0 - w), static_cast<float>(x1 + w), static_cast<float>(y1 + w)};
}

}  // namespace scan_generator
