#include "scans/read.hpp"

#include "layout/page_code.hpp"
#include "scans/code.hpp"
#include "scans/ink.hpp"
#include "scans/place.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::scans {
namespace {

using layout::PageMap;

constexpr double kCutoutSharpness = 1.6;  ///< pixels to the point: 115 dpi, for the eye
constexpr double kPictureSide = 900;      ///< pixels, of a page that a person must see

/// Whether there is nothing on a page: as good as no spot is darker than the paper by more than what shines through from the back.
bool is_blank(const Gray& picture) {
    std::vector<int> values;
    for (int y = picture.height / 20; y < picture.height - picture.height / 20; y += 3)
        for (int x = picture.width / 20; x < picture.width - picture.width / 20; x += 3) values.push_back(picture.row(y)[x]);
    if (values.empty()) return true;
    const int paper = quantile(values, 0.5);
    const auto dark = std::count_if(values.begin(), values.end(), [&](int v) { return v < paper * 0.88; });
    return static_cast<double>(dark) < 0.0008 * static_cast<double>(values.size());
}

/// How the code lies: quarter turns clockwise that make it upright.
int turns_of(const SeenCode& code) {
    const Point across = code.corners[1] - code.corners[0];
    if (std::abs(across.x) >= std::abs(across.y)) return across.x > 0 ? 0 : 2;
    return across.y > 0 ? 3 : 1;
}

Point turned(Point p, int turns, double width, double height) {
    switch (turns) {
        case 1: return {height - p.y, p.x};
        case 2: return {width - p.x, height - p.y};
        case 3: return {p.y, width - p.x};
        default: return p;
    }
}

Box box_of(const Plane& plane, Point a, Point b) {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (const Point& p : {plane(a), plane(b), plane({a.x, b.y}), plane({b.x, a.y})}) {
        x0 = std::min(x0, p.x), x1 = std::max(x1, p.x), y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
    }
    const auto whole = [](double v) { return static_cast<std::int32_t>(std::lround(std::clamp(v, -1e6, 1e6))); };
    return {whole(x0), whole(y0), whole(x1), whole(y1)};
}

/// Share of a field that is inked: darker than its own paper by a fair part of what print is.
double ink_in(const Gray& picture, const Box& box, double ink) {
    std::vector<int> values;
    for (int y = std::max(box.top, 0); y < std::min(box.bottom, picture.height); ++y)
        for (int x = std::max(box.left, 0); x < std::min(box.right, picture.width); ++x) values.push_back(picture.row(y)[x]);
    if (values.size() < 20) return 0;
    const int paper = quantile(values, 0.8);
    const double limit = paper - 0.4 * std::max(30.0, paper * (1 - ink));
    const auto dark = std::count_if(values.begin(), values.end(), [&](int v) { return v < limit; });
    return static_cast<double>(dark) / static_cast<double>(values.size());
}

class Reader {
public:
    Reader(const Gray& picture, const PageMap& map, const Placed& placed, const Wanted& wanted, Page& out)
        : picture_(picture), map_(map), placed_(placed), wanted_(wanted), out_(out) {}

    void run() {
        out_.sharpness = static_cast<float>(placed_.plane.scale({map_.width / 2.0, map_.height / 2.0}));
        const std::vector<Ring> rings = find_rings(picture_, map_, placed_);
        if (!rings.empty() && !enough_seen(rings)) {
            out_.condition = Condition::not_placed;
            return;
        }
        answers(rings);
        for (const layout::MapField& f : map_.fields) writing(f);
        out_.condition = Condition::read;
    }

private:
    const Gray& picture_;
    const PageMap& map_;
    const Placed& placed_;
    const Wanted& wanted_;
    Page& out_;

    /// Most rings show their line; those that are drawn over do not.
    [[nodiscard]] static bool enough_seen(const std::vector<Ring>& rings) {
        const auto seen = std::count_if(rings.begin(), rings.end(), [](const Ring& r) { return r.seen > 0.1; });
        return 2 * seen >= static_cast<std::ptrdiff_t>(rings.size());
    }

    void answers(const std::vector<Ring>& rings) {
        if (rings.empty()) return;
        const Loss loss{frames_seen(picture_, map_, placed_), is_two_valued(picture_)};
        const std::vector<Inked> inks = measure(picture_, map_, placed_, rings);
        std::vector<bool> done(rings.size(), false);
        for (std::size_t i = 0; i < rings.size(); ++i) {
            if (done[i]) continue;
            std::vector<std::size_t> own;
            for (std::size_t k = i; k < rings.size(); ++k)
                if (rings[k].choice->field == rings[i].choice->field) own.push_back(k), done[k] = true;
            Answer a = judge(own, rings, inks, loss);
            a.box = question_box(own, rings);
            if (wanted_.cutouts && a.doubt != Doubt::none) a.cutout = cutout(a.box);
            out_.answers.push_back(std::move(a));
        }
    }

    /// The row of the question, as wide as the page: what it asks stands before it.
    [[nodiscard]] Box question_box(const std::vector<std::size_t>& own, const std::vector<Ring>& rings) const {
        double top = 1e9, bottom = -1e9;
        for (const std::size_t i : own) {
            const auto y = static_cast<double>(map_.height - rings[i].choice->y);
            top = std::min(top, y - 20), bottom = std::max(bottom, y + 20);
        }
        // No line of text is cut through; what is higher than a line is the frame of a field.
        constexpr double kLine = 16;
        const double from = top, to = bottom;
        for (const layout::Rect& r : map_.print) {
            const auto y0 = static_cast<double>(map_.height - r.y1), y1 = static_cast<double>(map_.height - r.y0);
            if (y1 - y0 > kLine) continue;
            if (y0 < from && y1 > from) top = std::min(top, y0);
            if (y0 < to && y1 > to) bottom = std::max(bottom, y1);
        }
        return box_of(placed_.plane, {40, top}, {static_cast<double>(map_.width) - 40, bottom});
    }

    void writing(const layout::MapField& f) {
        // Clear of the frame, which may lie a little off.
        const double inset = 1.5;
        const Box box =
            box_of(placed_.plane, from_top(map_, static_cast<double>(f.rect.x0) + inset, static_cast<double>(f.rect.y1) - inset),
                   from_top(map_, static_cast<double>(f.rect.x1) - inset, static_cast<double>(f.rect.y0) + inset));
        Writing w{f.field, f.signature, 0, box, {}};
        w.ink = static_cast<float>(ink_in(picture_, box, placed_.ink));
        if (wanted_.cutouts && w.ink > kWritten) w.cutout = cutout(box);
        out_.writings.push_back(std::move(w));
    }

    [[nodiscard]] std::string cutout(const Box& box) const {
        return png_of(picture_, box, std::min(1.0, kCutoutSharpness / std::max(0.1, static_cast<double>(out_.sharpness))));
    }
};

std::string whole_picture(const Gray& picture) {
    return png_of(picture, {0, 0, picture.width, picture.height}, std::min(1.0, kPictureSide / std::max(picture.width, picture.height)));
}

/// Why there is no map of the page whose code this is.
Condition why_no_map(const std::string& text, const Atlas& atlas) {
    const auto code = layout::parse_page_code(text);
    if (!code) return Condition::foreign_code;
    const std::string begin = code->form + ':' + std::to_string(code->page) + ':';
    const auto near = atlas.lower_bound(begin);
    return near != atlas.end() && near->first.starts_with(begin) ? Condition::other_places : Condition::unknown_form;
}

void read_into(Page& out, const Gray& picture, const Atlas& atlas, const Wanted& wanted) {
    const auto seen = find_code(picture);
    if (!seen) {
        out.condition = is_blank(picture) ? Condition::blank : Condition::no_code;
        return;
    }
    out.code = seen->text;
    const PageMap* map = map_of(atlas, seen->text);
    if (!map) {
        out.condition = why_no_map(seen->text, atlas);
        return;
    }
    const int turns = turns_of(*seen);
    out.turns = static_cast<std::uint8_t>(turns);
    std::array<Point, 4> corners = seen->corners;
    for (Point& p : corners) p = turned(p, turns, picture.width, picture.height);
    const Gray upright = turns == 0 ? Gray() : picture.turned(turns);
    const Gray& page = turns == 0 ? picture : upright;
    out.width = static_cast<std::uint32_t>(page.width);
    out.height = static_cast<std::uint32_t>(page.height);
    const auto placed = place_page(page, *map, corners);
    out.condition = Condition::not_placed;
    if (placed) Reader(page, *map, *placed, wanted, out).run();
}

}  // namespace

Page read_page(const Gray& picture, const Atlas& atlas, const Wanted& wanted) {
    Page out;
    out.width = static_cast<std::uint32_t>(picture.width);
    out.height = static_cast<std::uint32_t>(picture.height);
    read_into(out, picture, atlas, wanted);
    if (wanted.cutouts && out.condition != Condition::read && out.condition != Condition::blank) out.picture = whole_picture(picture);
    return out;
}

Page read_page(Pictures& pictures, std::size_t index, const Atlas& atlas, const Wanted& wanted) {
    Page out;
    const auto picture = pictures.page(index, out.condition);
    if (picture) out = read_page(*picture, atlas, wanted);
    out.number = static_cast<std::uint32_t>(index + 1);
    return out;
}

}  // namespace dossier::scans
