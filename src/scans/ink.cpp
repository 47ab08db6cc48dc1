#include "scans/ink.hpp"

#include "scans/crease.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>

namespace dossier::scans {
namespace {

using layout::PageMap;
using layout::Rect;

// In points. The line of a ring is at 5.5 and 0.9 wide; scanning widens it.
constexpr double kInside = 4.1;   ///< radius that is looked at inside
constexpr double kOutside = 7.1;  ///< from here on outside
constexpr double kAround = 9.6;   ///< up to here it is "around" the ring
constexpr double kReach = 17;     ///< up to here a stroke is beside this choice
constexpr double kStroke = 0.3;   ///< darkness from which a spot belongs to a stroke, of that of print
/// The same for ink beside the choices: so many times the noise of the paper there, between these.
constexpr double kBesideNoise = 3, kLeastBeside = 0.09, kMostBeside = 0.2;
/// Less than these is the noise of the cleanest pages: of a stroke inside a ring (a pencil that hardly touched), and of all of it (a pencil
/// that went over all, or a stain). A page has its own noise, up to the second figure.
constexpr double kTrace = 0.055, kMostTrace = 0.15, kShade = 0.03, kMostShade = 0.07;
constexpr double kPale = 0.14;  ///< from which a spot belongs to a pale stroke: a pencil, or a pen on a pale photograph

constexpr double kLineLength = 4.6;  ///< a stroke that is meant is half the ring long at least

/// Darkness around one ring on a grid of its own, so that every picture is measured alike whatever its resolution.
class Patch {
public:
    static constexpr int kHalf = 43;      ///< cells, of what is beside a ring too
    static constexpr double kCell = 0.4;  ///< points
    static constexpr int kSide = 2 * kHalf + 1;
    static constexpr int kInsideCells = static_cast<int>(kInside / kCell) + 1;  ///< from the middle: what is inside is not further

    Patch(const Gray& picture, const Ring& ring, double ink) {
        const double range = std::max(12.0, ring.paper * (1 - ink));
        const double step = kCell * ring.scale;
        // Each cell is the mean of what it covers, at least of the nearest point.
        const int fine = std::clamp(static_cast<int>(std::lround(step)), 1, 4);
        for (int j = 0; j < kSide; ++j)
            for (int i = 0; i < kSide; ++i) {
                int sum = 0;
                for (int b = 0; b < fine; ++b)
                    for (int a = 0; a < fine; ++a)
                        sum += picture.nearest(ring.middle.x + (i - kHalf - 0.5 + (a + 0.5) / fine) * step,
                                               ring.middle.y + (j - kHalf - 0.5 + (b + 0.5) / fine) * step);
                const double value = static_cast<double>(sum) / (fine * fine);
                const double paper = ring.paper + ring.slope.x * x(i) + ring.slope.y * y(j);
                dark_[index(i, j)] = static_cast<float>(std::clamp((paper - value) / range, -0.2, 1.0));
            }
    }
    /// Takes `level` away everywhere: a stain, a shadow.
    void lighten(double level) {
        for (float& d : dark_) d = std::max(-0.2F, (d - static_cast<float>(level)) / static_cast<float>(1 - level));
    }
    void lighten(int i, int j, float level) { dark_[index(i, j)] = std::max(-0.2F, dark_[index(i, j)] - level); }
    [[nodiscard]] static std::size_t index(int i, int j) { return static_cast<std::size_t>(j * kSide + i); }
    [[nodiscard]] static double x(int i) { return (i - kHalf) * kCell; }
    [[nodiscard]] static double y(int j) { return (j - kHalf) * kCell; }
    /// Each cell inside as the mean of itself and those around it.
    [[nodiscard]] Patch smoothed() const {
        Patch out = *this;
        for (int j = kHalf - kInsideCells; j <= kHalf + kInsideCells; ++j)
            for (int i = kHalf - kInsideCells; i <= kHalf + kInsideCells; ++i) {
                float sum = 0;
                for (int b = -1; b <= 1; ++b)
                    for (int a = -1; a <= 1; ++a) sum += dark_[index(i + a, j + b)];
                out.dark_[index(i, j)] = sum / 9;
            }
        return out;
    }
    [[nodiscard]] double dark(int i, int j) const { return static_cast<double>(dark_[index(i, j)]); }

private:
    std::array<float, static_cast<std::size_t>(kSide* kSide)> dark_{};
};

/// Which cells of a patch are looked at, and for what.
enum class Zone : std::uint8_t { none, inside, around, beside, print };
using Zones = std::array<Zone, static_cast<std::size_t>(Patch::kSide* Patch::kSide)>;

double radius(bool ring, double x, double y) { return ring ? length({x, y}) : std::max(std::abs(x), std::abs(y)); }

/// What is printed there apart, and without what is nearer to another choice.
Zones zones_of(const PageMap& map, const layout::MapChoice& own) {
    constexpr double kPrint = 0.9;  ///< how far print is off its place at most, and its blur
    const auto cx = static_cast<double>(own.x), cy = static_cast<double>(own.y);
    std::vector<Rect> prints;
    for (const Rect& r : map.print)
        if (std::abs(cx - static_cast<double>(r.x0 + r.x1) / 2) < kReach + 2 + static_cast<double>(r.x1 - r.x0) / 2 &&
            std::abs(cy - static_cast<double>(r.y0 + r.y1) / 2) < kReach + 2 + static_cast<double>(r.y1 - r.y0) / 2)
            prints.push_back(r);
    std::vector<Point> others;
    for (const layout::MapChoice& c : map.choices) {
        const Point p{static_cast<double>(c.x) - cx, cy - static_cast<double>(c.y)};
        if (&c != &own && std::abs(p.x) < 2 * kReach && std::abs(p.y) < 2 * kReach) others.push_back(p);
    }
    Zones out{};
    for (int j = 0; j < Patch::kSide; ++j)
        for (int i = 0; i < Patch::kSide; ++i) {
            const double x = Patch::x(i), y = Patch::y(j), r = radius(own.ring, x, y);
            Zone z = r <= kInside ? Zone::inside : r < kOutside ? Zone::none : r <= kAround ? Zone::around : Zone::beside;
            if (std::abs(x) > kReach || std::abs(y) > kReach) z = Zone::none;
            if (z == Zone::around || z == Zone::beside) {
                for (const Rect& p : prints)
                    if (cx + x > static_cast<double>(p.x0) - kPrint && cx + x < static_cast<double>(p.x1) + kPrint &&
                        cy - y > static_cast<double>(p.y0) - kPrint && cy - y < static_cast<double>(p.y1) + kPrint)
                        z = Zone::print;
                for (const Point& o : others)
                    if (length({x - o.x, y - o.y}) < r) z = Zone::none;
            }
            out[Patch::index(i, j)] = z;
        }
    return out;
}

struct Blob {
    double area = 0, extent = 0;
};

/// Calls `see` with each stroke in the cells for which `in` holds, which are no more than `reach` from the middle.
template <class In, class See> void each_blob(const Patch& patch, const Zones& zones, double least, int reach, In in, See see) {
    constexpr double kArea = Patch::kCell * Patch::kCell;
    std::array<bool, std::tuple_size_v<Zones>> done{};
    std::vector<std::pair<int, int>> todo;
    for (int j = Patch::kHalf - reach; j <= Patch::kHalf + reach; ++j)
        for (int i = Patch::kHalf - reach; i <= Patch::kHalf + reach; ++i) {
            const auto wanted = [&](int a, int b) {
                return a >= 0 && b >= 0 && a < Patch::kSide && b < Patch::kSide && !done[Patch::index(a, b)] &&
                       in(zones[Patch::index(a, b)]) && patch.dark(a, b) >= least;
            };
            if (!wanted(i, j)) continue;
            int x0 = i, x1 = i, y0 = j, y1 = j, count = 0;
            done[Patch::index(i, j)] = true;
            todo.assign(1, {i, j});
            while (!todo.empty()) {
                const auto [a, b] = todo.back();
                todo.pop_back();
                ++count;
                x0 = std::min(x0, a), x1 = std::max(x1, a), y0 = std::min(y0, b), y1 = std::max(y1, b);
                for (int db = -1; db <= 1; ++db)
                    for (int da = -1; da <= 1; ++da)
                        if (wanted(a + da, b + db)) {
                            done[Patch::index(a + da, b + db)] = true;
                            todo.emplace_back(a + da, b + db);
                        }
            }
            see(Blob{count * kArea, std::hypot(x1 - x0 + 1, y1 - y0 + 1) * Patch::kCell});
        }
}

template <class In> Blob largest(const Patch& patch, const Zones& zones, double least, int reach, In in) {
    Blob best;
    each_blob(patch, zones, least, reach, in, [&best](const Blob& b) {
        if (b.area > best.area) best = b;
    });
    return best;
}
bool is_inside(Zone z) { return z == Zone::inside; }
bool is_beside(Zone z) { return z == Zone::around || z == Zone::beside; }

/// How dark the darkest line is that is `long_enough`: the threshold at which it falls apart. Smoothed, for a pen is wider than noise.
double darkest_line(const Patch& patch, const Zones& zones, double long_enough) {
    const Patch smooth = patch.smoothed();
    double low = 0, high = 1;
    for (int step = 0; step < 6; ++step) {
        const double middle = (low + high) / 2;
        double longest = 0;
        each_blob(smooth, zones, middle, Patch::kInsideCells, is_inside,
                  [&longest](const Blob& b) { longest = std::max(longest, b.extent); });
        (longest >= long_enough ? low : high) = middle;
    }
    return low;
}

/// How dark the cells are for which `in` holds.
template <class In> std::vector<float> darks_of(const Patch& patch, const Zones& zones, In in) {
    std::vector<float> out;
    for (int j = 0; j < Patch::kSide; ++j)
        for (int i = 0; i < Patch::kSide; ++i)
            if (in(zones[Patch::index(i, j)])) out.push_back(static_cast<float>(patch.dark(i, j)));
    return out;
}

/// Whether a line goes straight up and down, or straight across, through the ring and on on both sides: a fax draws such, not from edge
/// to edge.
bool goes_through(const Patch& patch, const Zones& zones) {
    constexpr int kLeast = 10;  // cells that can be looked at, on each side
    constexpr double kShare = 0.6;
    for (const bool across : {false, true})
        for (int at = Patch::kHalf - Patch::kInsideCells; at <= Patch::kHalf + Patch::kInsideCells; ++at) {
            std::array<int, 2> looked{}, dark{};
            for (int along = 0; along < Patch::kSide; ++along) {
                if (!is_beside(zones[across ? Patch::index(along, at) : Patch::index(at, along)])) continue;
                const std::size_t end = along < Patch::kHalf ? 0 : 1;
                ++looked[end];
                // A little askew, or between two cells.
                for (int side = at - 1; side <= at + 1; ++side)
                    if (patch.dark(across ? along : side, across ? side : along) >= kStroke) {
                        ++dark[end];
                        break;
                    }
            }
            if (looked[0] >= kLeast && looked[1] >= kLeast && dark[0] >= kShare * looked[0] && dark[1] >= kShare * looked[1]) return true;
        }
    return false;
}

/// Share of the directions, of those where one can look, in which there is ink around that is dark enough.
double share_around(const Patch& patch, const Zones& zones, double least) {
    constexpr std::size_t kDirections = 24;
    std::array<int, kDirections> cells{}, inked{};
    for (int j = 0; j < Patch::kSide; ++j)
        for (int i = 0; i < Patch::kSide; ++i) {
            if (zones[Patch::index(i, j)] != Zone::around) continue;
            const double turn = (std::atan2(Patch::y(j), Patch::x(i)) / (2 * 3.14159265358979) + 1) * kDirections;
            const auto d = static_cast<std::size_t>(turn) % kDirections;
            ++cells[d];
            inked[d] += patch.dark(i, j) >= least ? 1 : 0;
        }
    int looked = 0, found = 0;
    for (std::size_t d = 0; d < kDirections; ++d) {
        if (cells[d] < 4) continue;
        ++looked;
        found += inked[d] >= 2 ? 1 : 0;
    }
    return looked < 6 ? 0 : static_cast<double>(found) / looked;
}

/// Mean darkness where the line of a ring is, and a little beside it.
double rim_of(const Patch& patch, bool ring) {
    double sum = 0;
    int cells = 0;
    for (int j = 0; j < Patch::kSide; ++j)
        for (int i = 0; i < Patch::kSide; ++i) {
            const double r = radius(ring, Patch::x(i), Patch::y(j));
            if (r < kInside || r > kOutside) continue;
            sum += std::max(0.0, patch.dark(i, j));
            ++cells;
        }
    return sum / cells;
}

/// A crease near a ring, as a straight line on its patch.
struct Line {
    Point at, normal;
    [[nodiscard]] double distance(double x, double y) const { return (x - at.x) * normal.x + (y - at.y) * normal.y; }
};
std::optional<Line> near(const Crease& crease, const Ring& ring) {
    const auto nearest =
        std::min_element(crease.begin(), crease.end(), [&](Point a, Point b) { return length(a - ring.middle) < length(b - ring.middle); });
    constexpr double kNear = kReach + 10;  // the shadow beside a fold
    if (nearest == crease.end() || length(*nearest - ring.middle) > kNear * ring.scale) return std::nullopt;
    constexpr std::ptrdiff_t kAlong = 3;  // places: beyond the patch
    const Point a = *(nearest - std::min(kAlong, nearest - crease.begin())), b = *(nearest + std::min(kAlong, crease.end() - 1 - nearest));
    const Point way = b - a;
    if (!(length(way) > 0)) return std::nullopt;
    return Line{{(a.x - ring.middle.x) / ring.scale, (a.y - ring.middle.y) / ring.scale}, {-way.y / length(way), way.x / length(way)}};
}

/// Takes away what a patch has all along a crease: its line, and the light that falls otherwise beside it. A mark covers little of it.
void flatten(Patch& patch, const Zones& zones, const Line& line) {
    constexpr double kBin = Patch::kCell, kOnLine = 1.6;  // points
    constexpr int kHalf = 70;
    constexpr std::size_t kLeast = 14;
    const auto bin = [&line](int i, int j) {
        return static_cast<std::size_t>(
            std::clamp(static_cast<int>(std::lround(line.distance(Patch::x(i), Patch::y(j)) / kBin)) + kHalf, 0, 2 * kHalf));
    };
    std::array<std::vector<float>, 2 * kHalf + 1> along;
    for (int j = 0; j < Patch::kSide; ++j)
        for (int i = 0; i < Patch::kSide; ++i)
            if (const Zone z = zones[Patch::index(i, j)]; z != Zone::none && z != Zone::print)
                along[bin(i, j)].push_back(static_cast<float>(patch.dark(i, j)));
    std::array<float, 2 * kHalf + 1> level{};
    for (int d = -kHalf; d <= kHalf; ++d) {
        auto& cells = along[static_cast<std::size_t>(d + kHalf)];
        if (cells.size() >= kLeast) level[static_cast<std::size_t>(d + kHalf)] = quantile(cells, std::abs(d) * kBin < kOnLine ? 0.75 : 0.5);
    }
    for (int j = 0; j < Patch::kSide; ++j)
        for (int i = 0; i < Patch::kSide; ++i) patch.lighten(i, j, level[bin(i, j)]);
}

/// The word that is printed beside a choice: how many cells it has, and their ink.
struct Printed {
    std::size_t cells = 0;
    double ink = 0;
};
Printed printed_of(const Patch& patch, const Zones& zones) {
    constexpr int kLine = 17;  // cells: no more than its line of text
    Printed out;
    for (int j = Patch::kHalf - kLine; j <= Patch::kHalf + kLine; ++j)
        for (int i = 0; i < Patch::kSide; ++i)
            if (zones[Patch::index(i, j)] == Zone::print) ++out.cells, out.ink += std::max(0.0, patch.dark(i, j));
    return out;
}

/// How much more ink the word beside each choice of a question has than the others of it let one expect, as a factor; 1 where there is
/// nothing to hold it against. Some letters have more than others: what the same words have elsewhere on the page says how much, be one
/// of them drawn over. Where they stand once it must be more than any letters have.
class OverPrint {
public:
    OverPrint(const std::vector<Ring>& rings, const std::vector<Printed>& printed) : printed_(printed) {
        constexpr std::size_t kLeastCells = 200;
        std::map<std::string_view, std::map<std::string_view, std::size_t>> questions;
        for (std::size_t i = 0; i < rings.size(); ++i)
            if (printed[i].cells >= kLeastCells && printed[i].ink > 0) questions[rings[i].choice->field][rings[i].choice->value] = i;
        for (const auto& [field, words] : questions)
            if (words.size() >= 3) rows_.push_back(words);
    }
    [[nodiscard]] std::vector<double> run() const {
        std::vector<double> out(printed_.size(), 1);
        for (const Row& row : rows_)
            for (const auto& [value, i] : row) {
                std::vector<double> against;
                for (const Row& other : rows_)
                    if (&other != &row && other.contains(value)) against.push_back(factor(row, value, &other));
                out[i] = against.empty() ? factor(row, value, nullptr) / kDensest : quantile(against, 0.5);
            }
        return out;
    }

private:
    using Row = std::map<std::string_view, std::size_t>;  ///< index of the ring by what it stands for
    static constexpr double kDensest = 1.5;               ///< "go" beside "vo", "on" and "ni"
    const std::vector<Printed>& printed_;
    std::vector<Row> rows_;

    [[nodiscard]] double ink(std::size_t i) const { return printed_[i].ink / static_cast<double>(printed_[i].cells); }
    /// Of a word against the other words of its row, each in terms of what it has in the row `as`, if there is one.
    [[nodiscard]] double factor(const Row& row, std::string_view value, const Row* as) const {
        double own = 1;
        std::vector<double> others;
        for (const auto& [v, i] : row) {
            const auto same = as ? as->find(v) : row.end();
            if (as && same == as->end()) continue;
            const double all = as ? ink(i) / ink(same->second) : ink(i);
            if (v == value) own = all;
            else others.push_back(all);
        }
        return others.size() < 2 ? 1 : own / quantile(others, 0.5);
    }
};

Inked measure_one(const Gray& picture, const PageMap& map, const Placed& placed, const Ring& ring, const std::vector<Crease>& creases,
                  Printed& printed) {
    Patch patch(picture, ring, placed.ink);
    const Zones zones = zones_of(map, *ring.choice);
    for (const Crease& crease : creases)
        if (const auto line = near(crease, ring)) flatten(patch, zones, *line);
    // What even the lightest third of the inside has is no stroke. A ring that is full keeps most of it.
    std::vector<float> inside = darks_of(patch, zones, is_inside);
    printed = printed_of(patch, zones);
    Inked out;
    out.rim = rim_of(patch, ring.choice->ring);
    out.tint = static_cast<double>(quantile(inside, 0.33));
    patch.lighten(std::clamp(out.tint, -0.1, 0.25));
    inside = darks_of(patch, zones, is_inside);
    out.cover = std::accumulate(inside.begin(), inside.end(), 0.0) / static_cast<double>(inside.size());
    out.line = darkest_line(patch, zones, kLineLength);
    const Blob in = largest(patch, zones, std::clamp(0.5 * out.line, kPale, kStroke), Patch::kInsideCells, is_inside);
    out.blob = in.area, out.extent = in.extent;
    // Most of what is beside a ring is paper: the darkest tenth of it says how much noise it has.
    std::vector<float> paper = darks_of(patch, zones, is_beside);
    const double level = std::clamp(kBesideNoise * static_cast<double>(quantile(paper, 0.9)), kLeastBeside, kMostBeside);
    const Blob beside = largest(patch, zones, level, Patch::kHalf, is_beside);
    out.beside = beside.area, out.beside_extent = beside.extent;
    out.around = share_around(patch, zones, kStroke);
    out.pale_around = share_around(patch, zones, std::max(level, kPale));
    out.through = goes_through(patch, zones);
    return out;
}

}  // namespace

std::vector<Inked> measure(const Gray& picture, const PageMap& map, const Placed& placed, const std::vector<Ring>& rings) {
    const std::vector<Crease> creases = find_creases(picture, map, placed);
    std::vector<Inked> out;
    out.reserve(rings.size());
    std::vector<Printed> printed(rings.size());
    for (std::size_t i = 0; i < rings.size(); ++i) out.push_back(measure_one(picture, map, placed, rings[i], creases, printed[i]));
    const std::vector<double> over_print = OverPrint(rings, printed).run();
    // At most one choice of a question is marked, so most are empty: what those have is the paper, the blur of the rings and noise.
    std::vector<double> covers, lines, tints, rims, seen;
    for (std::size_t i = 0; i < out.size(); ++i) {
        covers.push_back(out[i].cover);
        lines.push_back(out[i].line);
        tints.push_back(out[i].tint);
        rims.push_back(out[i].rim);
        seen.push_back(rings[i].seen);
    }
    const double empty = std::clamp(quantile(covers, 0.3), -0.1, 0.25), usual = quantile(seen, 0.5);
    const double flat = quantile(lines, 0.3), tint = quantile(tints, 0.3), rim = quantile(rims, 0.4);
    const auto noise = [](std::vector<double>& of) { return quantile(of, 0.6) - quantile(of, 0.2); };
    const double trace = std::clamp(3 * noise(lines), kTrace, kMostTrace), shade = std::clamp(5 * noise(tints), kShade, kMostShade);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].cover -= empty;
        out[i].line -= flat;
        out[i].tint -= tint;
        out[i].rim = rim > 0.02 ? out[i].rim / rim : 1;
        out[i].over_print = over_print[i];
        out[i].trace = trace;
        out[i].shade = shade;
        // Ink on the line hides it; without ink it must be there.
        out[i].seen = rings[i].seen > 0.22 * usual || out[i].cover > 0.25;
    }
    return out;
}

}  // namespace dossier::scans
