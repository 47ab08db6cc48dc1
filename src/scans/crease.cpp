#include "scans/crease.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace dossier::scans {
namespace {

using layout::PageMap;
using layout::Rect;

// In points. Nothing is printed in the margins, so that a line there is no rule of a table.
constexpr double kEdge = 7, kMargin = 30;
constexpr double kStep = 4;                      ///< along a crease
constexpr double kFine = 0.3;                    ///< across it
constexpr int kSway = 10;                        ///< how far it strays from straight at most, in steps across
constexpr std::size_t kBeside = 8;               ///< how far beside a line there is paper, in steps across
constexpr double kClear = 3.4;                   ///< how far a line must be from print to be seen
constexpr double kSlope = 0.1;                   ///< of a scratch, on a page that was fed askew
constexpr double kDarker = 0.045, kLine = 0.05;  ///< than the paper beside it, of what print is: at one place, and over all

/// A page on which one walks from the left edge to the right, or, turned, from the top to the bottom.
class Sheet {
public:
    Sheet(const Gray& picture, const PageMap& map, const Placed& placed, bool turned)
        : picture_(picture), placed_(placed), turned_(turned), long_(turned ? map.height : map.width),
          wide_(turned ? map.width : map.height) {
        for (const Rect& r : map.print) {
            const auto x0 = static_cast<double>(r.x0), x1 = static_cast<double>(r.x1);
            const auto y0 = static_cast<double>(map.height - r.y1), y1 = static_cast<double>(map.height - r.y0);
            const Box box{x0, y0, x1, y1};
            prints_.push_back(turned ? Box{box.top, box.left, box.bottom, box.right} : box);
        }
        const Rect& code = map.code_place;
        code_from_ = static_cast<double>(turned ? code.x0 : map.height - code.y1);
        code_to_ = static_cast<double>(turned ? code.x1 : map.height - code.y0);
    }
    /// Along the way, and across it.
    [[nodiscard]] double length() const { return long_; }
    [[nodiscard]] double width() const { return wide_; }
    [[nodiscard]] Point on_picture(double x, double y) const { return placed_.plane(turned_ ? Point{y, x} : Point{x, y}); }
    /// How much darker it is than the paper on both sides, of what print is: at x, from y on, in `count` steps of kFine.
    [[nodiscard]] std::vector<double> darker(double x, double y, std::size_t count) const {
        std::vector<int> values(count + 2 * kBeside, 0);
        for (const double along : {-1.2, 0.0, 1.2})
            for (std::size_t i = 0; i < values.size(); ++i) values[i] += value(x + along, y + (static_cast<double>(i) - kBeside) * kFine);
        std::vector<double> out(count);
        for (std::size_t i = 0; i < count; ++i)
            out[i] = ((values[i] + values[i + 2 * kBeside]) / 2.0 - values[i + kBeside]) / 3 / placed_.range;
        return out;
    }
    /// Of the code, each row and column is a line.
    [[nodiscard]] bool on_code(double y) const { return y > code_from_ - kClear && y < code_to_ + kClear; }
    [[nodiscard]] bool printed(double x, double y) const {
        return std::any_of(prints_.begin(), prints_.end(), [&](const Box& b) {
            return x > b.left - kClear && x < b.right + kClear && y > b.top - kClear && y < b.bottom + kClear;
        });
    }

private:
    struct Box {
        double left, top, right, bottom;
    };
    const Gray& picture_;
    const Placed& placed_;
    bool turned_;
    double long_, wide_, code_from_ = 0, code_to_ = 0;
    std::vector<Box> prints_;

    [[nodiscard]] int value(double x, double y) const {
        const Point p = on_picture(x, y);
        return picture_.nearest(p.x, p.y);
    }
};

/// Where, across the way, something dark crosses the margin that begins at `from`, at whatever slant.
std::vector<double> crossings(const Sheet& sheet, double from) {
    constexpr int kSamples = 7, kSlant = 3;
    constexpr int kLeast = 4;  // of the samples: a line of text may stand in the margin
    constexpr double kApart = 1.5;
    constexpr std::size_t kMost = 12;
    const auto steps = static_cast<std::size_t>((sheet.width() - 2 * kMargin) / kFine);
    std::vector<double> sums(steps, 0);
    std::vector<int> dark(steps, 0);
    for (int k = 0; k < kSamples; ++k) {
        const std::vector<double> strip = sheet.darker(from + k * (kMargin - kEdge) / (kSamples - 1), kMargin, steps);
        for (std::size_t i = kSlant; i + kSlant < steps; ++i) {
            const auto here = strip.begin() + static_cast<std::ptrdiff_t>(i);
            const double most = *std::max_element(here - kSlant, here + kSlant + 1);
            sums[i] += most;
            dark[i] += most >= kDarker ? 1 : 0;
        }
    }
    struct At {
        double y, score;
    };
    std::vector<At> found;
    for (std::size_t i = 0; i < steps; ++i) {
        const double y = kMargin + static_cast<double>(i) * kFine;
        if (dark[i] < kLeast || sheet.on_code(y)) continue;
        if (found.empty() || y - found.back().y >= kApart) found.push_back({y, sums[i]});
        else if (sums[i] > found.back().score) found.back() = {y, sums[i]};
    }
    std::stable_sort(found.begin(), found.end(), [](const At& a, const At& b) { return a.score > b.score; });
    if (found.size() > kMost) found.resize(kMost);
    std::vector<double> out;
    out.reserve(found.size());
    for (const At& a : found) out.push_back(a.y);
    return out;
}

/// The darkest way from (edge, from) to (other edge, to) that hardly sways.
class Way {
public:
    Way(const Sheet& sheet, double from, double to) : sheet_(sheet), from_(from), to_(to) {
        for (double x = kEdge; x <= sheet.length() - kEdge; x += kStep) xs_.push_back(x);
    }

    /// Whether it is a line all the way where nothing is printed; then `y` says where.
    bool run() {
        walk();
        double sum = 0;
        int looked = 0, dark = 0;
        std::array<int, 2> margin{}, margin_dark{};
        for (std::size_t k = 0; k < xs_.size(); ++k) {
            if (sheet_.printed(xs_[k], y(k))) continue;
            const double d = darker_[k][static_cast<std::size_t>(at_[k])];
            sum += d, ++looked;
            dark += d >= kDarker ? 1 : 0;
            const bool begins = xs_[k]<kMargin, ends = xs_[k]> sheet_.length() - kMargin;
            if (begins || ends) ++margin[ends], margin_dark[ends] += d >= kDarker ? 1 : 0;
        }
        constexpr double kShare = 0.7;
        return looked > 30 && dark >= kShare * looked && sum >= kLine * looked && 2 * margin_dark[0] >= margin[0] &&
               2 * margin_dark[1] >= margin[1];
    }
    [[nodiscard]] Crease on_picture() const {
        Crease out;
        for (std::size_t k = 0; k < xs_.size(); ++k) out.push_back(sheet_.on_picture(xs_[k], y(k)));
        return out;
    }
    /// Whether it is the line that another is, begun a little beside it.
    [[nodiscard]] bool along(const Way& other) const {
        constexpr double kSame = 1;  // point
        double apart = 0;
        for (std::size_t k = 0; k < xs_.size(); ++k) apart += std::abs(y(k) - other.y(k));
        return apart < kSame * static_cast<double>(xs_.size());
    }

private:
    static constexpr int kWays = 2 * kSway + 1;
    const Sheet& sheet_;
    double from_, to_;
    std::vector<double> xs_;
    std::vector<std::vector<double>> darker_;  ///< by place and step across
    std::vector<int> at_;                      ///< steps across from straight, by place

    [[nodiscard]] double straight(std::size_t k) const {
        return from_ + (to_ - from_) * static_cast<double>(k) / static_cast<double>(xs_.size() - 1);
    }
    [[nodiscard]] double y(std::size_t k) const { return straight(k) + (at_[k] - kSway) * kFine; }

    void walk() {
        std::vector<std::array<double, kWays>> best(xs_.size());
        std::vector<std::array<int, kWays>> before(xs_.size());
        for (std::size_t k = 0; k < xs_.size(); ++k) {
            darker_.push_back(sheet_.darker(xs_[k], straight(k) - kSway * kFine, kWays));
            for (int w = 0; w < kWays; ++w) {
                const double across = straight(k) + (w - kSway) * kFine;
                // Print says nothing of a line, whichever way; nor do blots, more than a line.
                const double own = sheet_.printed(xs_[k], across) ? 0 : std::min(0.5, darker_[k][static_cast<std::size_t>(w)]);
                double most = k == 0 ? 0 : -std::numeric_limits<double>::infinity();
                for (int b = std::max(0, w - 1); k > 0 && b <= std::min(kWays - 1, w + 1); ++b) {
                    const double with = best[k - 1][static_cast<std::size_t>(b)] - (b == w ? 0 : 0.004);
                    if (with > most) most = with, before[k][static_cast<std::size_t>(w)] = b;
                }
                best[k][static_cast<std::size_t>(w)] = most + own;
            }
        }
        at_.assign(xs_.size(), kSway);
        const auto& last = best.back();
        at_.back() = static_cast<int>(std::max_element(last.begin(), last.end()) - last.begin());
        for (std::size_t k = xs_.size() - 1; k > 0; --k) at_[k - 1] = before[k][static_cast<std::size_t>(at_[k])];
    }
};

void find(const Sheet& sheet, std::vector<Crease>& out) {
    const std::vector<double> begins = crossings(sheet, kEdge);
    if (begins.empty()) return;
    const std::vector<double> ends = crossings(sheet, sheet.length() - kMargin);
    std::vector<Way> found;
    for (const double from : begins)
        for (const double to : ends) {
            if (std::abs(from - to) > kSlope * sheet.length()) continue;
            Way way(sheet, from, to);
            if (!way.run()) continue;
            if (std::none_of(found.begin(), found.end(), [&way](const Way& f) { return way.along(f); })) found.push_back(std::move(way));
            break;
        }
    for (const Way& way : found) out.push_back(way.on_picture());
}

}  // namespace

std::vector<Crease> find_creases(const Gray& picture, const PageMap& map, const Placed& placed) {
    std::vector<Crease> out;
    for (const bool turned : {false, true}) find(Sheet(picture, map, placed, turned), out);
    return out;
}

}  // namespace dossier::scans
