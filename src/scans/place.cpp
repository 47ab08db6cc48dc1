#include "scans/place.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::scans {
namespace {

using layout::PageMap;

/// Sums of darkness over any rectangle of a part of the picture, in four additions each.
class Sums {
public:
    Sums(const Gray& picture, int left, int top, int right, int bottom)
        : left_(std::max(left, 0)), top_(std::max(top, 0)), right_(std::min(right, picture.width)),
          bottom_(std::min(bottom, picture.height)) {
        if (empty()) return;
        stride_ = static_cast<std::size_t>(right_ - left_ + 1);
        sums_.assign(stride_ * static_cast<std::size_t>(bottom_ - top_ + 1), 0);
        for (int y = top_; y < bottom_; ++y) {
            const std::uint8_t* row = picture.row(y);
            std::uint64_t sum = 0;
            std::uint64_t* out = &sums_[static_cast<std::size_t>(y - top_ + 1) * stride_];
            const std::uint64_t* above = out - stride_;
            for (int x = left_; x < right_; ++x) {
                sum += 255U - row[x];
                out[x - left_ + 1] = above[x - left_ + 1] + sum;
            }
        }
    }
    [[nodiscard]] bool empty() const { return left_ >= right_ || top_ >= bottom_; }
    [[nodiscard]] int left() const { return left_; }
    [[nodiscard]] int top() const { return top_; }
    [[nodiscard]] int right() const { return right_; }
    [[nodiscard]] int bottom() const { return bottom_; }

    struct Part {
        double sum = 0, area = 0;
    };
    /// What lies outside the picture counts for nothing.
    [[nodiscard]] Part square(Point middle, double half) const {
        const int x0 = std::clamp(static_cast<int>(std::lround(middle.x - half)), left_, right_),
                  x1 = std::clamp(static_cast<int>(std::lround(middle.x + half)), left_, right_),
                  y0 = std::clamp(static_cast<int>(std::lround(middle.y - half)), top_, bottom_),
                  y1 = std::clamp(static_cast<int>(std::lround(middle.y + half)), top_, bottom_);
        const auto at = [&](int x, int y) {
            return static_cast<double>(sums_[static_cast<std::size_t>(y - top_) * stride_ + static_cast<std::size_t>(x - left_)]);
        };
        return {at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0), static_cast<double>((x1 - x0) * (y1 - y0))};
    }

private:
    int left_, top_, right_, bottom_;
    std::size_t stride_ = 0;
    std::vector<std::uint64_t> sums_;
};

struct SeenMark {
    Point middle;
    double ink = 0;  ///< brightness as a share of the paper around it
};

/// How much darker a square of `side` is than the paper around it; 0 to 255.
double contrast_at(const Sums& sums, Point p, double side) {
    const auto in = sums.square(p, 0.4 * side), to = sums.square(p, 0.7 * side), out = sums.square(p, 1.15 * side);
    const double ring = out.area - to.area;
    if (in.area <= 0 || ring < 2 * side * side) return 0;
    return in.sum / in.area - (out.sum - to.sum) / ring;
}

/// The centre of gravity of what is darker than half way between paper and ink.
SeenMark refined(const Gray& picture, Point p, double side) {
    double paper = 0, ink = 255;
    const int reach = static_cast<int>(std::ceil(1.1 * side));
    const int cx = static_cast<int>(std::lround(p.x)), cy = static_cast<int>(std::lround(p.y));
    std::vector<int> values;
    for (int y = cy - reach; y <= cy + reach; ++y)
        for (int x = cx - reach; x <= cx + reach; ++x)
            if (picture.inside(x, y)) values.push_back(picture.at(x, y));
    paper = quantile(values, 0.75);
    ink = quantile(values, 0.08);
    const double half = (paper + ink) / 2;
    double sx = 0, sy = 0, weight = 0;
    const int near = static_cast<int>(std::ceil(0.85 * side));
    for (int y = cy - near; y <= cy + near; ++y)
        for (int x = cx - near; x <= cx + near; ++x) {
            const double w = std::clamp((half - picture.at(x, y)) / std::max(8.0, (paper - ink) / 4) + 0.5, 0.0, 1.0);
            sx += w * (x + 0.5), sy += w * (y + 0.5), weight += w;
        }
    if (weight <= 0) return {p, 1};
    return {{sx / weight, sy / weight}, paper > 0 ? ink / paper : 1};
}

/// The mark of `side` pixels that is nearest to what one looks like, at most `reach` from `where`.
std::optional<SeenMark> find_mark(const Gray& picture, Point where, double side, double reach) {
    const int far = static_cast<int>(std::ceil(reach + 1.2 * side));
    const Sums sums(picture, static_cast<int>(where.x) - far, static_cast<int>(where.y) - far, static_cast<int>(where.x) + far,
                    static_cast<int>(where.y) + far);
    if (sums.empty()) return std::nullopt;
    const double step = std::max(1.0, side / 8);
    double best = 0;
    Point at{};
    for (double y = where.y - reach; y <= where.y + reach; y += step)
        for (double x = where.x - reach; x <= where.x + reach; x += step) {
            if (x < sums.left() || y < sums.top() || x >= sums.right() || y >= sums.bottom()) continue;
            // What is nearer to where it should be is rather it, all else alike.
            const double score = contrast_at(sums, {x, y}, side) * (1 - 0.25 * length(Point{x, y} - where) / (reach + 1));
            if (score > best) best = score, at = {x, y};
        }
    constexpr double kLeast = 45;  // of 255: print on the darkest copy that a person can still read
    if (best < kLeast) return std::nullopt;
    const SeenMark seen = refined(picture, at, side);
    if (length(seen.middle - at) > 0.5 * side) return std::nullopt;
    return seen;
}

Point middle_of(const PageMap& map, const layout::Rect& r) {
    return from_top(map, (static_cast<double>(r.x0) + static_cast<double>(r.x1)) / 2,
                    (static_cast<double>(r.y0) + static_cast<double>(r.y1)) / 2);
}

std::vector<Pair> code_pairs(const PageMap& map, const std::array<Point, 4>& corners) {
    const layout::Rect& r = map.code_place;
    return {{from_top(map, r.x0, r.y1), corners[0]},
            {from_top(map, r.x1, r.y1), corners[1]},
            {from_top(map, r.x1, r.y0), corners[2]},
            {from_top(map, r.x0, r.y0), corners[3]}};
}

/// The marks that were found, and the code, as pairs of places.
class Frame {
public:
    Frame(const Gray& picture, const PageMap& map, const std::array<Point, 4>& corners)
        : picture_(picture), map_(map), code_(code_pairs(map, corners)) {
        Point sum{};
        for (const Pair& p : code_) sum = sum + p.picture;
        code_middle_ = {middle_of(map, map.code_place), {sum.x / 4, sum.y / 4}};
    }

    /// From the mark next to the code to the one that is farthest: each makes the guess about the next better.
    std::optional<Placed> run() {
        const auto first = Plane::similar(code_);
        if (!first) return std::nullopt;
        plane_ = *first;
        for (const auto& [index, reach] : {std::pair{1U, 14.0}, std::pair{0U, 40.0}, std::pair{3U, 60.0}, std::pair{2U, 60.0}}) {
            find(index, reach);
            improve();
        }
        if (marks_.size() < 3) return few();
        if (marks_.size() == 4) {
            const auto whole = Plane::projective(std::span<const Pair, 4>(marks_.data(), 4));
            if (whole && fits(*whole)) return Placed{*whole, ink(), 4};
            return without_one();
        }
        const auto flat = Plane::affine(marks_);
        return flat && fits(*flat) ? std::optional(Placed{*flat, ink(), 3}) : few();
    }

private:
    const Gray& picture_;
    const PageMap& map_;
    std::vector<Pair> code_, marks_;
    Pair code_middle_;
    std::vector<double> inks_;
    Plane plane_;

    /// By the code and what marks there are; the rings have to say the rest.
    [[nodiscard]] std::optional<Placed> few() const {
        const bool far = std::any_of(marks_.begin(), marks_.end(), [&](const Pair& m) { return length(m.page - code_middle_.page) > 200; });
        if (!far) return std::nullopt;
        std::vector<Pair> known = marks_;
        known.push_back(code_middle_);
        const auto plane = Plane::similar(known);
        return plane && fits(*plane) ? std::optional(Placed{*plane, ink(), static_cast<int>(std::min<std::size_t>(marks_.size(), 2))})
                                     : std::nullopt;
    }

    void find(std::size_t index, double reach) {
        const layout::Rect& r = map_.marks[index];
        const Point page = middle_of(map_, r);
        const double scale = plane_.scale(page);
        if (!(scale > 0.3 && scale < 40)) return;
        const auto seen = find_mark(picture_, plane_(page), static_cast<double>(r.x1 - r.x0) * scale, reach * scale);
        if (!seen) return;
        marks_.push_back({page, seen->middle});
        inks_.push_back(seen->ink);
    }

    void improve() {
        std::vector<Pair> known = marks_;
        // The corners of the code are near each other and say little of what is far; one point of it says where it is.
        if (marks_.size() >= 2) known.push_back(code_middle_);
        else known.insert(known.end(), code_.begin(), code_.end());
        if (const auto better = marks_.size() >= 3 ? Plane::affine(known) : Plane::similar(known)) plane_ = *better;
    }

    /// Whether the code is where `plane` has it, and its lines have one scale: else one of the marks is none.
    [[nodiscard]] bool fits(const Plane& plane) const {
        const double scale = plane.scale(code_middle_.page);
        return scale > 0.3 && length(plane(code_middle_.page) - code_middle_.picture) < 3 * scale;
    }

    /// One of four is something else: the three that agree best with the code.
    [[nodiscard]] std::optional<Placed> without_one() const {
        std::optional<Placed> best;
        double least = 3;
        for (std::size_t left_out = 0; left_out < marks_.size(); ++left_out) {
            std::vector<Pair> three = marks_;
            three.erase(three.begin() + static_cast<std::ptrdiff_t>(left_out));
            const auto plane = Plane::affine(three);
            if (!plane) continue;
            const double scale = plane->scale(code_middle_.page);
            const double off = length((*plane)(code_middle_.page) - code_middle_.picture) / std::max(scale, 0.1);
            // The map of a plane that is sheared is no page.
            if (off < least) least = off, best = Placed{*plane, ink(), 3};
        }
        return best;
    }

    [[nodiscard]] double ink() const {
        std::vector<double> all = inks_;
        return quantile(all, 0.5);
    }
};

// ---- rings -------------------------------------------------------------------------------------------------------------------

/// Points on the line of a ring or square, and beside it on either side, in points from its middle.
struct Outline {
    std::vector<Point> line, inner, outer;
};
Outline outline_of(bool ring) {
    Outline out;
    const auto r = static_cast<double>(layout::kRingRadius);
    constexpr int kSteps = 40;
    for (int i = 0; i < kSteps; ++i) {
        const double a = 2 * 3.14159265358979 * i / kSteps;
        const double c = std::cos(a), s = std::sin(a);
        const double k = ring ? 1 : 1 / std::max(std::abs(c), std::abs(s));
        const auto at = [&](double radius) { return Point{radius * k * c, radius * k * s}; };
        out.line.push_back(at(r));
        out.inner.push_back(at(r - 1.7));
        out.outer.push_back(at(r + 1.7));
    }
    return out;
}
const Outline& outline(bool ring) {
    static const Outline round = outline_of(true), square = outline_of(false);
    return ring ? round : square;
}

/// Mean brightness at `points` around `middle`.
double brightness(const Gray& picture, const std::vector<Point>& points, Point middle, double scale) {
    int sum = 0;
    for (const Point& p : points) sum += picture.nearest(middle.x + p.x * scale, middle.y + p.y * scale);
    return static_cast<double>(sum) / static_cast<double>(points.size());
}

/// How much darker the line is than both sides; a blackened ring has none.
double line_contrast(const Gray& picture, const Ring& ring, Point middle) {
    const Outline& o = outline(ring.choice->ring);
    const double line = brightness(picture, o.line, middle, ring.scale);
    const double sides = (brightness(picture, o.inner, middle, ring.scale) + brightness(picture, o.outer, middle, ring.scale)) / 2;
    return std::max(0.0, sides - line);
}

struct Shift {
    Point by;
    double score = 0;
};

/// The shift of at most `reach` pixels at which the rings of a row are seen best.
Shift best_shift(const Gray& picture, const std::vector<Ring*>& row, Point from, double reach, double step) {
    Shift best{from, -1};
    for (double dy = -reach; dy <= reach; dy += step)
        for (double dx = -reach; dx <= reach; dx += step) {
            double score = 0;
            for (const Ring* r : row) score += line_contrast(picture, *r, {r->middle.x + from.x + dx, r->middle.y + from.y + dy});
            // All else alike the smallest shift.
            score *= 1 - 0.02 * length({dx, dy}) / (reach + 1);
            if (score > best.score) best = {{from.x + dx, from.y + dy}, score};
        }
    return best;
}

/// Brightness of the paper around a ring: most of it is paper whatever was drawn there. Four quarters say how the light falls.
void measure_paper(const Gray& picture, Ring& ring) {
    constexpr double kStep = 1.25;
    std::array<std::vector<int>, 4> quarters;
    std::vector<int> all;
    for (int i = -7; i <= 7; ++i)
        for (int j = -7; j <= 7; ++j) {
            if (i == 0 || j == 0) continue;
            const int value = picture.nearest(ring.middle.x + i * kStep * ring.scale, ring.middle.y + j * kStep * ring.scale);
            quarters[(i > 0 ? 1U : 0U) + (j > 0 ? 2U : 0U)].push_back(value);
            all.push_back(value);
        }
    ring.paper = quantile(all, 0.8);
    std::array<double, 4> light{};
    for (std::size_t q = 0; q < 4; ++q) light[q] = quantile(quarters[q], 0.75);
    // The middles of the quarters are five points from the middle.
    const double apart = 2 * 4 * kStep;
    const auto slope = [&](double a, double b) { return std::clamp((b - a) / apart, -0.02 * ring.paper, 0.02 * ring.paper); };
    ring.slope = {slope((light[0] + light[2]) / 2, (light[1] + light[3]) / 2), slope((light[0] + light[1]) / 2, (light[2] + light[3]) / 2)};
}

std::vector<Ring> rings_of(const PageMap& map, const Plane& plane) {
    std::vector<Ring> out;
    for (const layout::MapChoice& c : map.choices) {
        const Point page = from_top(map, static_cast<double>(c.x), static_cast<double>(c.y));
        Ring r;
        r.choice = &c;
        r.middle = plane(page);
        r.scale = plane.scale(page);
        out.push_back(r);
    }
    // What stands side by side moved together.
    std::vector<std::size_t> order(out.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return map.choices[a].y > map.choices[b].y; });
    std::size_t row = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k > 0 && map.choices[order[k - 1]].y - map.choices[order[k]].y > 2) ++row;
        out[order[k]].row = row;
    }
    return out;
}

/// Where the rings are: first row by row, then each by itself, then all together by what most of them say.
class Register {
public:
    Register(const Gray& picture, const PageMap& map, std::vector<Ring>& rings) : picture_(picture), rings_(rings) {
        for (Ring& r : rings) {
            if (r.row >= rows_.size()) rows_.resize(r.row + 1);
            rows_[r.row].push_back(&r);
            pages_.push_back(from_top(map, static_cast<double>(r.choice->x), static_cast<double>(r.choice->y)));
        }
        found_.resize(rings.size());
    }

    /// Rings are at most `reach` points from where they should be.
    void run(double reach) {
        for (auto& row : rows_) search(row, reach);
        std::vector<double> scores;
        for (const Shift& f : found_) scores.push_back(f.score);
        usual_ = quantile(scores, 0.5);
        lean();
        settle();
    }

private:
    const Gray& picture_;
    std::vector<Ring>& rings_;
    std::vector<std::vector<Ring*>> rows_;
    std::vector<Point> pages_;  ///< by ring, in points
    std::vector<Shift> found_;  ///< by ring, from where it should be
    double usual_ = 0;

    [[nodiscard]] std::size_t index(const Ring* r) const { return static_cast<std::size_t>(r - rings_.data()); }
    /// Whether a ring shows its own line; one that is drawn full does not.
    [[nodiscard]] bool good(std::size_t i) const { return found_[i].score >= 0.5 * usual_ && found_[i].score > 0; }

    void search(const std::vector<Ring*>& row, double reach) {
        const double scale = row.front()->scale, coarse = std::max(1.0, 0.35 * scale), fine = std::max(0.34, coarse / 3);
        Shift all = best_shift(picture_, row, {}, reach * scale, coarse);
        all = best_shift(picture_, row, all.by, coarse, fine);
        for (Ring* r : row) {
            const Shift near = best_shift(picture_, {r}, all.by, 1.3 * scale, coarse);
            found_[index(r)] = best_shift(picture_, {r}, near.by, coarse, fine);
        }
    }

    /// All shifts as a plane over the page, by least squares of those that are good and near it.
    void lean() {
        for (int round = 0; round < 3; ++round) {
            std::vector<Pair> pairs;
            for (std::size_t i = 0; i < rings_.size(); ++i)
                if (good(i) && (round == 0 || length(found_[i].by) < 2.5 * rings_[i].scale)) pairs.push_back({pages_[i], found_[i].by});
            if (pairs.size() < 6) return;
            const auto leaning = Plane::affine(pairs);
            if (!leaning) return;
            for (std::size_t i = 0; i < rings_.size(); ++i) {
                const Point by = (*leaning)(pages_[i]);
                rings_[i].middle = rings_[i].middle + by;
                found_[i].by = found_[i].by - by;
            }
        }
    }

    [[nodiscard]] std::optional<Point> middle_shift(std::size_t from, std::size_t to) const {
        std::vector<double> xs, ys;
        for (std::size_t row = from; row < to; ++row)
            for (const Ring* r : rows_[row])
                if (good(index(r))) xs.push_back(found_[index(r)].by.x), ys.push_back(found_[index(r)].by.y);
        if (xs.empty()) return std::nullopt;
        return Point{quantile(xs, 0.5), quantile(ys, 0.5)};
    }

    /// Each ring where it was found, if its row agrees; else with its row, and a row that shows nothing with those around it.
    void settle() {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const double scale = rows_[row].front()->scale;
            const Point around = middle_shift(row < 2 ? 0 : row - 2, std::min(rows_.size(), row + 3)).value_or(Point{});
            Point own = middle_shift(row, row + 1).value_or(around);
            if (length(own - around) > 2 * scale) own = around;
            for (Ring* r : rows_[row]) {
                const Shift& f = found_[index(r)];
                r->middle = r->middle + (good(index(r)) && length(f.by - own) < 1.1 * scale ? f.by : own);
            }
        }
    }
};

/// Most of a page is paper.
double range_of(const Gray& picture, const PageMap& map, const Placed& placed) {
    constexpr double kStep = 40;
    std::vector<int> values;
    for (double y = kStep / 2; y < static_cast<double>(map.height); y += kStep)
        for (double x = kStep / 2; x < static_cast<double>(map.width); x += kStep) {
            const Point p = placed.plane({x, y});
            values.push_back(picture.nearest(p.x, p.y));
        }
    return std::max(30.0, quantile(values, 0.5) * (1 - placed.ink));
}

}  // namespace

std::optional<Placed> place_page(const Gray& picture, const PageMap& map, const std::array<Point, 4>& code_corners) {
    auto placed = Frame(picture, map, code_corners).run();
    if (placed) placed->range = range_of(picture, map, *placed);
    return placed;
}

std::vector<Ring> find_rings(const Gray& picture, const PageMap& map, const Placed& placed) {
    std::vector<Ring> rings = rings_of(map, placed.plane);
    if (rings.empty()) return rings;
    Register(picture, map, rings).run(placed.marks >= 3 ? 4 : 9);
    std::vector<double> papers;
    for (Ring& r : rings) {
        measure_paper(picture, r);
        papers.push_back(r.paper);
    }
    const double usual = quantile(papers, 0.5);
    for (Ring& r : rings) {
        // Where all is drawn over there is no paper to be seen.
        if (r.paper < 0.4 * usual) r.paper = usual, r.slope = {};
        r.seen = line_contrast(picture, r, r.middle) / std::max(20.0, r.paper * (1 - placed.ink));
    }
    return rings;
}

}  // namespace dossier::scans
