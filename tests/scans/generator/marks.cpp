#include "marks.hpp"

#include "maths.hpp"

#include <algorithm>

namespace scan_generator {
namespace {

/// Draws in the frame of a mark: the ring has radius 1 there, turned, scaled and put off its middle as hands do.
class Sketch {
public:
    Sketch(Point at, double radius, Random& random) : at_(at), radius_(radius), random_(random) {}

    void turn(double angle) { cos_ = cosine(angle), sin_ = sine(angle); }
    void scale(double s) { size_ = s; }
    void move(double x, double y) { x_ = x, y_ = y; }
    void tremble(double points) { hand_.tremor = points; }
    void press(double wander, double taper) { hand_.wander = wander, hand_.taper = taper; }
    /// How far control points lie from where they were meant.
    void jitter(double j) { jitter_ = j; }

    void stroke(const std::vector<Point>& controls) {
        std::vector<Point> out;
        for (const Point& c : controls) {
            const double x = (c.x + jitter_ * random_.normal()) * size_, y = (c.y + jitter_ * random_.normal()) * size_;
            out.push_back({at_.x + radius_ * (x_ + x * cos_ - y * sin_), at_.y + radius_ * (y_ + x * sin_ + y * cos_)});
        }
        strokes.push_back(draw(out, hand_, random_));
    }

    std::vector<Stroke> strokes;

private:
    Point at_;
    double radius_, cos_ = 1, sin_ = 0, size_ = 1, x_ = 0, y_ = 0, jitter_ = 0.05;
    Hand hand_;
    Random& random_;
};

/// As far off the middle as a hand that aims at it.
void aim(Sketch& s, double off, double turn, double smallest, double largest, Random& random) {
    const double x = off * random.normal(), y = off * random.normal();
    s.move(x, y);
    s.turn(turn * random.normal());
    s.scale(random.range(smallest, largest));
}

void cross(Sketch& s, Random& random) {
    const double bend = 0.08 * random.normal();
    if (random.chance(0.1)) {
        // Without lifting the pen: down, round, and back up across.
        s.stroke({{-0.8, 0.75}, {0, 0.05 + bend}, {0.75, -0.7}, {1.05, -0.2}, {0.85, 0.65}, {0.1, 0.05}, {-0.8, -0.8}});
        return;
    }
    s.stroke({{-0.8, 0.8}, {bend, -0.5 * bend}, {0.8, -0.8}});
    s.stroke({{0.78, 0.82}, {-bend, bend}, {-0.82, -0.78}});
}

void tick(Sketch& s, Random& random) {
    const double up = random.range(0.9, 1.7);
    s.stroke({{-0.65, 0.15}, {-0.3, -0.25}, {-0.12, -0.62}, {-0.12, -0.62}, {0.25, 0.1}, {0.55 + 0.2 * up, up}});
}

/// Back and forth over the disc between `from` and `to` (-1..1 across it), `gap` apart.
std::vector<Point> hatch(double from, double to, double gap, double over, Random& random) {
    std::vector<Point> out;
    bool up = random.chance(0.5);
    for (double x = from; x <= to; x += gap * random.range(0.75, 1.25)) {
        const double half = std::sqrt(std::max(0.04, 1 - x * x)) + over * random.normal();
        out.push_back({x, up ? half : -half});
        up = !up;
    }
    return out;
}

std::vector<Point> spiral(double outer, double gap, Random& random) {
    std::vector<Point> out;
    const double start = random.range(0, 2 * kPi), way = random.sign();
    double r = outer;
    for (double a = 0; r > 0.08 && out.size() < 400; a += 0.6) {
        out.push_back({r * cosine(start + way * a), r * sine(start + way * a)});
        r -= gap * 0.6 / (2 * kPi);
    }
    return out;
}

void full_scribble(Sketch& s, double line, Random& random) {
    s.press(0.2, 0.2);
    s.turn(random.range(0, kPi));
    s.stroke(hatch(-0.95, 0.95, std::min(0.24, line * 0.95), 0.12, random));
    if (random.chance(0.6)) {
        s.turn(random.range(0, kPi));
        s.stroke(hatch(-0.8, 0.8, line * 1.6, 0.1, random));
    }
}

void encircling(Sketch& s, Random& random) {
    const double start = random.range(0.2 * kPi, 0.7 * kPi), flat = random.range(0.8, 1.1), drift = random.range(-0.12, 0.25);
    const double turns = random.range(0.95, 1.2);
    std::vector<Point> c;
    for (double a = 0; a < turns * 2 * kPi; a += 0.45) {
        const double r = 1 + drift * a / (2 * kPi);
        c.push_back({r * cosine(start + a), flat * r * sine(start + a)});
    }
    s.scale(random.range(1.5, 1.9));
    s.jitter(0.025);
    s.stroke(c);
}

void sketch(Sketch& s, MarkKind kind, double line, Random& random) {
    switch (kind) {
        case MarkKind::cross: aim(s, 0.15, 0.16, 0.8, 1.2, random), cross(s, random); break;
        case MarkKind::tick: aim(s, 0.18, 0.12, 0.75, 1.15, random), tick(s, random); break;
        case MarkKind::full_scribble: aim(s, 0.08, 0, 0.9, 1.1, random), full_scribble(s, line, random); break;
        case MarkKind::half_fill:
            aim(s, 0.06, 0, 0.85, 1, random), s.turn(random.range(0, 2 * kPi));
            s.stroke(hatch(-0.9, random.range(-0.1, 0.25), std::min(0.26, line), 0.1, random));
            break;
        case MarkKind::neat_fill:
            aim(s, 0.04, 0, 0.82, 0.98, random), s.jitter(0.025);
            s.stroke(spiral(0.95, line * 0.9, random));
            // Round the edge first, then the middle.
            if (random.chance(0.6)) s.turn(random.range(0, kPi)), s.scale(0.75), s.stroke(hatch(-0.9, 0.9, line, 0.08, random));
            break;
        case MarkKind::slash:
            aim(s, 0.15, 0.2, 0.85, 1.35, random);
            s.stroke({{-0.7, -0.85}, {0.03 * random.normal(), 0.06 * random.normal()}, {0.7, 0.85}});
            break;
        case MarkKind::dot:
            aim(s, 0.15, 0, 1, 1, random), s.jitter(0.03), s.press(0.1, 0);
            s.stroke(spiral(random.range(0.14, 0.3), line * 0.6, random));
            break;
        case MarkKind::big_cross: aim(s, 0.2, 0.16, 1.5, 2.1, random), cross(s, random); break;
        case MarkKind::wobbly_cross:
            aim(s, 0.38, 0.3, 0.75, 1.25, random), s.jitter(0.11), s.tremble(0.42);
            cross(s, random);
            break;
        case MarkKind::line_through:
            aim(s, 0.12, 0.07, 0.95, 1.35, random);
            s.stroke({{-1.1, 0.05}, {-0.3, 0.05 * random.normal()}, {0.4, 0.06 * random.normal()}, {1.15, 0}});
            break;
        case MarkKind::zigzag:
            aim(s, 0.12, 0, 0.85, 1.2, random), s.turn(random.range(-0.6, 0.6));
            s.stroke(hatch(-0.9, 0.9, random.range(0.3, 0.5), 0.15, random));
            break;
        case MarkKind::encircling: aim(s, 0.12, 0.1, 1, 1, random), encircling(s, random); break;
    }
}

}  // namespace

std::vector<Stroke> strokes_of(MarkKind kind, Point at, double radius, double width, Random& random) {
    Sketch s(at, radius, random);
    sketch(s, kind, width / radius, random);
    return std::move(s.strokes);
}

std::vector<Stroke> blackened(Point at, double radius, double width, Random& random) {
    Sketch s(at, radius, random);
    const double line = width / radius;
    aim(s, 0.04, 0, 0.92, 1.08, random);
    s.press(0.15, 0);
    s.jitter(0.02);
    s.stroke(spiral(0.95, line * 0.75, random));
    s.jitter(0.05);
    for (int pass = 0; pass < 2; ++pass) {
        s.turn(random.range(0, kPi));
        s.stroke(hatch(-0.95, 0.95, line * 0.8, 0.08, random));
    }
    return std::move(s.strokes);
}

std::vector<Stroke> beside(Point at, double radius, double width, double angle, Random& random) {
    for (double away = random.range(1.9, 2.4);; away += 0.15) {
        const Point there{at.x + away * radius * cosine(angle), at.y + away * radius * sine(angle)};
        std::vector<Stroke> out = strokes_of(random.chance(0.7) ? MarkKind::cross : MarkKind::tick, there, radius * 0.7, width, random);
        if (nearest(out, at) > radius + width || away > 6) return out;
    }
}

std::vector<Stroke> speck(Point at, double size, Random& random) {
    const double dx = size * 0.3 * random.normal(), dy = size * 0.3 * random.normal();
    return {{{at.x - dx, at.y - dy, 1}, {at.x + dx, at.y + dy, 1}}};
}

void paint_all(Raster& page, const std::vector<Stroke>& strokes, const Ink& ink, std::uint64_t grain_seed) {
    for (const Stroke& s : strokes) paint(page, s, ink, grain_seed);
}

void paint_rubbed_out(Raster& page, const std::vector<Stroke>& strokes, Point at, double radius, std::uint64_t grain_seed, Random& random) {
    Ink trace = ink_of(Pen::pencil, Strength::normal, random);
    trace.cover = random.range(0.1, 0.28), trace.width *= 1.15, trace.soft = 1.6, trace.grain = 0.4;
    paint_all(page, strokes, trace, grain_seed);
    const double angle = random.range(-0.8, 0.8);
    for (int rub = 0; rub < 4; ++rub) {
        const double far = radius * random.range(1.3, 2.6), side = radius * 0.5 * random.normal();
        const Point a{at.x - far * cosine(angle), at.y - far * sine(angle) + side};
        const Point b{at.x + far * cosine(angle), at.y + far * sine(angle) + side};
        const Ink smear{radius * random.range(0.9, 1.6), 0.45, random.range(0.02, 0.05), 0.5, 0, 0, 1, radius * 1.2};
        paint(page, draw({a, b}, {}, random), smear, grain_seed);
    }
}

Disc::Disc(const Raster& page, Point at, double radius) : middle_(page.pixel(at)), radius_(radius * page.dpi / 72) {
    x0_ = std::clamp(static_cast<int>(middle_.x - radius_), 0, page.width);
    y0_ = std::clamp(static_cast<int>(middle_.y - radius_), 0, page.height);
    x1_ = std::clamp(static_cast<int>(middle_.x + radius_) + 1, x0_, page.width);
    y1_ = std::clamp(static_cast<int>(middle_.y + radius_) + 1, y0_, page.height);
    for (int y = y0_; y < y1_; ++y) before_.insert(before_.end(), page.row(y) + x0_, page.row(y) + x1_);
}

double Disc::darker(const Raster& after) const {
    double sum = 0, count = 0;
    const std::uint8_t* before = before_.data();
    for (int y = y0_; y < y1_; ++y)
        for (int x = x0_; x < x1_; ++x, ++before) {
            const double dx = x + 0.5 - middle_.x, dy = y + 0.5 - middle_.y;
            if (dx * dx + dy * dy > radius_ * radius_) continue;
            sum += *before - after.row(y)[x], ++count;
        }
    return count > 0 ? sum / count / 255 : 0;
}

double draw_mark(Raster& page, Point at, double radius, MarkKind kind, Pen pen, Strength strength, std::uint64_t seed) {
    Random random(seed);
    const Disc disc(page, at, radius);
    const Ink ink = ink_of(pen, strength, random);
    const std::vector<Stroke> strokes = strokes_of(kind, at, radius, ink.width, random);
    paint_all(page, strokes, ink, random.bits());
    return disc.darker(page);
}

}  // namespace scan_generator
