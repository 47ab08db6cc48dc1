#include "scans/place.hpp"

#include <algorithm>
#include <array>

namespace dossier::scans {
namespace {

// Points. A frame is a line just outside the rectangle of its field; paper that stretched has it a little elsewhere.
constexpr double kPiece = 10, kFine = 0.4;
constexpr std::size_t kReach = 8, kBeside = 5;  ///< in steps across
constexpr double kSeen = 0.12;                  ///< how much darker than the paper on both sides, of what print is

/// One side of a field, in pieces that are looked at one by one.
class Side {
public:
    Side(const Gray& picture, const Placed& placed, Point from, Point to) : picture_(picture), placed_(placed), from_(from), to_(to) {}

    void count(int& pieces, int& seen) const {
        const Point way = to_ - from_;
        const double all = length(way);
        const Point along{way.x / all, way.y / all}, across{-along.y, along.x};
        for (double at = kPiece / 2; at + kPiece / 2 < all; at += 2 * kPiece) {
            ++pieces;
            seen += darkest({from_.x + along.x * at, from_.y + along.y * at}, along, across) >= kSeen ? 1 : 0;
        }
    }

private:
    const Gray& picture_;
    const Placed& placed_;
    Point from_, to_;

    [[nodiscard]] int value(Point page) const {
        const Point p = placed_.plane(page);
        return picture_.nearest(p.x, p.y);
    }
    /// How much darker the darkest line near a piece is than the paper on both sides of it.
    [[nodiscard]] double darkest(Point middle, Point along, Point across) const {
        constexpr std::size_t kSteps = 2 * (kReach + kBeside) + 1;
        std::array<int, kSteps> values{};
        int samples = 0;
        for (double a = -kPiece / 2; a <= kPiece / 2; a += 1.1, ++samples)
            for (std::size_t i = 0; i < kSteps; ++i) {
                const double off = (static_cast<double>(i) - static_cast<double>(kReach + kBeside)) * kFine;
                values[i] += value({middle.x + along.x * a + across.x * off, middle.y + along.y * a + across.y * off});
            }
        double most = 0;
        for (std::size_t i = kBeside; i + kBeside < kSteps; ++i)
            most = std::max(most, (values[i - kBeside] + values[i + kBeside]) / 2.0 - values[i]);
        return most / samples / placed_.range;
    }
};

}  // namespace

double frames_seen(const Gray& picture, const layout::PageMap& map, const Placed& placed) {
    int pieces = 0, seen = 0;
    for (const layout::MapField& f : map.fields) {
        const Point a = from_top(map, static_cast<double>(f.rect.x0), static_cast<double>(f.rect.y1)),
                    b = from_top(map, static_cast<double>(f.rect.x1), static_cast<double>(f.rect.y0));
        for (const auto& [from, to] :
             std::array<std::pair<Point, Point>, 4>{{{a, {b.x, a.y}}, {{b.x, a.y}, b}, {{a.x, b.y}, b}, {a, {a.x, b.y}}}})
            Side(picture, placed, from, to).count(pieces, seen);
    }
    return pieces < 8 ? 1 : static_cast<double>(seen) / pieces;
}

bool is_two_valued(const Gray& picture) {
    // From black to white in one step; a page in grey has greys between, and all over. What was kept as a JPEG has some too.
    constexpr int kBlack = 40, kWhite = 215;
    constexpr std::size_t kFewer = 2;
    std::size_t grey = 0, steps = 0;
    for (int y = 0; y < picture.height; y += 2) {
        const std::uint8_t* row = picture.row(y);
        for (int x = 1; x < picture.width; ++x) {
            grey += row[x] >= kBlack && row[x] < kWhite ? 1 : 0;
            steps += std::max(row[x], row[x - 1]) >= kWhite && std::min(row[x], row[x - 1]) < kBlack ? 1 : 0;
        }
    }
    return kFewer * grey < steps;
}

}  // namespace dossier::scans
