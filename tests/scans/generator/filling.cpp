/// Who fills in a page: which mark where, and the truth about it.

#include "marks.hpp"
#include "writing.hpp"

#include "maths.hpp"

#include <algorithm>

namespace scan_generator {
namespace {

using dossier::layout::kRingRadius;
using dossier::layout::MapChoice;
using dossier::layout::MapField;

constexpr double kInside = kRingRadius - 0.9;  ///< of the ring's line only the paper within it counts

struct Group {
    std::string field;
    std::vector<const MapChoice*> choices;
};

std::vector<Group> groups_of(const PageMap& map) {
    std::vector<Group> out;
    for (const MapChoice& c : map.choices) {
        auto at = std::find_if(out.begin(), out.end(), [&](const Group& g) { return g.field == c.field; });
        if (at == out.end()) at = out.insert(out.end(), {c.field, {}});
        at->choices.push_back(&c);
    }
    return out;
}

Verdict verdict_of(How how, MarkKind kind) {
    switch (how) {
        case How::plain: return kind == MarkKind::encircling || kind == MarkKind::dot ? Verdict::either : Verdict::exact;
        case How::empty: return Verdict::exact;
        case How::correction:
        case How::ghost:
        case How::stray_dot: return Verdict::either;
        case How::two_marks:
        case How::faint:
        case How::outside: return Verdict::person;
    }
    return Verdict::person;
}

class Filler {
public:
    Filler(Raster& page, const PageMap& map, const FillOptions& options, std::uint64_t seed)
        : page_(page), map_(map), options_(options), random_(seed), grain_(mix(seed, 99)) {
        pen_ = static_cast<Pen>(random_.pick(options.pens));
        kind_ = static_cast<MarkKind>(random_.pick(options.kinds));
        strength_ = random_.chance(0.3) ? Strength::firm : random_.chance(0.2) ? Strength::light : Strength::normal;
        ink_ = ink_of(pen_, strength_, random_);
    }

    Filling fill() {
        for (const Group& g : groups_of(map_)) out_.groups.push_back(group(g));
        for (const MapField& f : map_.fields)
            if (random_.chance(options_.write)) write(f);
        return std::move(out_);
    }

private:
    Raster& page_;
    const PageMap& map_;
    const FillOptions& options_;
    Random random_;
    std::uint64_t grain_;
    Pen pen_;
    MarkKind kind_;
    Strength strength_;
    Ink ink_;
    Filling out_;

    static Point middle(const MapChoice& c) { return {c.x, c.y}; }

    /// Not every mark of one hand is alike, but nearly.
    MarkKind next_kind() { return random_.chance(options_.other_kind) ? static_cast<MarkKind>(random_.pick(options_.kinds)) : kind_; }
    Ink next_ink() {
        Ink ink = ink_;
        ink.cover *= 1 + 0.06 * random_.normal();
        return ink;
    }

    double mark(const MapChoice& choice, MarkKind kind, const Ink& ink) {
        const Disc disc(page_, middle(choice), kInside);
        paint_all(page_, strokes_of(kind, middle(choice), kRingRadius, ink.width, random_), ink, grain_);
        return disc.darker(page_);
    }

    /// Away from the other rings, so that it belongs to this one if to any.
    double free_angle(const MapChoice& choice) {
        for (int i = 0; i < 40; ++i) {
            const double angle = random_.range(0, 2 * kPi), far = 2.2 * kRingRadius;
            const double x = choice.x + far * cosine(angle), y = choice.y + far * sine(angle);
            const auto near = [&](const MapChoice& c) {
                return &c != &choice && std::max(std::abs(c.x - x), std::abs(c.y - y)) < 2.4 * kRingRadius;
            };
            if (std::none_of(map_.choices.begin(), map_.choices.end(), near)) return angle;
        }
        return kPi / 2;
    }

    Expected group(const Group& g) {
        Expected e;
        e.field = g.field;
        e.how = static_cast<How>(random_.pick(options_.hows));
        const int n = static_cast<int>(g.choices.size());
        if (n == 1 && (e.how == How::correction || e.how == How::two_marks || e.how == How::ghost)) e.how = How::plain;
        const int meant = random_.below(n), wrong = n > 1 ? (meant + 1 + random_.below(n - 1)) % n : meant;
        e.kind = next_kind(), e.pen = pen_;
        e.verdict = verdict_of(e.how, e.kind);
        const MapChoice& right = *g.choices[static_cast<std::size_t>(meant)];
        if (e.how != How::empty && e.how != How::stray_dot) e.value = right.value;
        draw_group(e, right, *g.choices[static_cast<std::size_t>(wrong)]);
        return e;
    }

    void draw_group(Expected& e, const MapChoice& right, const MapChoice& wrong) {
        const Disc disc(page_, middle(right), kInside);
        if (e.how == How::correction || e.how == How::two_marks || e.how == How::ghost) e.other = wrong.value;
        switch (e.how) {
            case How::plain: mark(right, e.kind, next_ink()); break;
            case How::correction: correction(e, right, wrong); break;
            case How::two_marks: two_marks(e, right, wrong); break;
            case How::faint:
                e.pen = Pen::pencil;
                mark(right, e.kind, ink_of(Pen::pencil, Strength::faint, random_));
                break;
            case How::outside: outside(right); break;
            case How::ghost: ghost(e, right, wrong); break;
            case How::stray_dot: stray_dot(right); break;
            case How::empty: break;
        }
        e.ink = disc.darker(page_);
    }

    void correction(Expected& e, const MapChoice& right, const MapChoice& wrong) {
        Ink ink = next_ink();
        mark(wrong, e.kind, ink);
        ink.cover = std::min(1.0, ink.cover * 1.1);
        paint_all(page_, blackened(middle(wrong), kRingRadius, ink.width, random_), ink, grain_);
        // What follows a ring filled by mistake is no filled ring.
        if (e.kind == MarkKind::full_scribble || e.kind == MarkKind::neat_fill) e.kind = MarkKind::cross;
        mark(right, e.kind, next_ink());
    }

    void two_marks(Expected& e, const MapChoice& right, const MapChoice& wrong) {
        // A dot, or a circle round a ring, beside a cross may well be no second mark.
        if (e.kind == MarkKind::dot || e.kind == MarkKind::encircling) e.kind = MarkKind::cross;
        mark(right, e.kind, next_ink());
        mark(wrong, e.kind, next_ink());
    }

    void ghost(Expected& e, const MapChoice& right, const MapChoice& wrong) {
        const std::vector<Stroke> old = strokes_of(e.kind, middle(wrong), kRingRadius, 1.4, random_);
        paint_rubbed_out(page_, old, middle(wrong), kRingRadius, grain_, random_);
        mark(right, e.kind, next_ink());
    }

    void outside(const MapChoice& ring) {
        const double angle = free_angle(ring);
        const std::vector<Stroke> strokes = beside(middle(ring), kRingRadius, ink_.width, angle, random_);
        paint_all(page_, strokes, next_ink(), grain_);
    }

    void stray_dot(const MapChoice& ring) {
        const double angle = random_.range(0, 2 * kPi), far = kRingRadius * random_.range(0, 1.6);
        const Point at{ring.x + far * cosine(angle), ring.y + far * sine(angle)};
        Ink ink = next_ink();
        const double size = random_.range(0.5, 1.3);
        ink.width = std::min(ink.width, size);
        paint_all(page_, speck(at, size, random_), ink, grain_);
    }

    void write(const MapField& f) {
        const bool over = random_.chance(options_.overflow);
        const std::vector<Stroke> strokes = f.signature ? signature_in(f.rect, over, random_) : words_in(f.rect, over, random_);
        if (strokes.empty()) return;
        // One writes finer than one marks.
        Ink ink = next_ink();
        ink.width = std::min(ink.width, 1.5) * 0.8;
        paint_all(page_, strokes, ink, grain_);
        const Rect b = bounds(strokes, ink.width);
        const bool beyond = b.x0 < f.rect.x0 - 1 || b.y0 < f.rect.y0 - 1 || b.x1 > f.rect.x1 + 1 || b.y1 > f.rect.y1 + 1;
        out_.texts.push_back({f.field, f.signature, beyond, b});
        note_crossed(strokes);
    }

    void note_crossed(const std::vector<Stroke>& strokes) {
        for (const MapChoice& c : map_.choices) {
            if (nearest(strokes, middle(c)) > kRingRadius + 1.5) continue;
            for (Expected& e : out_.groups)
                if (e.field == c.field) {
                    e.crossed = true;
                    if (e.verdict == Verdict::exact) e.verdict = Verdict::either;
                }
        }
    }
};

}  // namespace

Filling fill(Raster& page, const PageMap& map, const FillOptions& options, std::uint64_t seed) {
    return Filler(page, map, options, seed).fill();
}

const char* name(MarkKind kind) {
    static constexpr std::array<const char*, kMarkKinds> kNames{"cross",        "tick",         "full_scribble", "half_fill",
                                                                "neat_fill",    "slash",        "dot",           "big_cross",
                                                                "wobbly_cross", "line_through", "zigzag",        "encircling"};
    return kNames[static_cast<std::size_t>(kind)];
}
const char* name(Pen pen) {
    static constexpr std::array<const char*, kPens> kNames{"blue_ballpoint", "black_fineliner", "pencil", "felt_tip"};
    return kNames[static_cast<std::size_t>(pen)];
}
const char* name(How how) {
    static constexpr std::array<const char*, kHows> kNames{"plain",   "correction", "two_marks", "faint",
                                                           "outside", "ghost",      "stray_dot", "empty"};
    return kNames[static_cast<std::size_t>(how)];
}

}  // namespace scan_generator
