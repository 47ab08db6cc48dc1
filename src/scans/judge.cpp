/// The rules by which ink is an answer. They are this program's own choice: no law says what a cross is. Measured with the scans that
/// tests/scans makes; what they leave to a person and what they never may get wrong stands in tests/scans/README.
#include "scans/ink.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::scans {
namespace {

// Shares of the inside of a ring. A cross with a fine pen covers a fifth, a tick a tenth; dust and an erased mark less than a fiftieth.
constexpr double kEmpty = 0.022, kMarked = 0.045, kThin = 0.028;
/// Darkness of a stroke of some length, of that of print. A pen is a third at least, a pencil half of that.
constexpr double kPencil = 0.17, kPen = 0.20;
/// A pencil that hardly touched, but went from one side of the ring to the other.
constexpr double kHardly = 0.145, kWhole = 7.0;
/// What covers less and is paler than this is a stain if the paper around the stroke is dark too: `tint`, for a pencil and for one that
/// hardly touched. Or if it goes on outside, as no pale mark does that is so small: the band of a coffee cup; square points.
constexpr double kBroad = 0.08, kDark = 0.3, kStained = 0.06, kHardlyStained = 0.02, kGoesOn = 5;
/// On a page with so much noise (`trace`), part of which is that rings are a little off their places, a thin stroke may be the line of a
/// ring.
constexpr double kNoisy = 0.1;
/// A ring that is full.
constexpr double kBlackened = 0.72;
/// Share of the frames of fields. Where fewer are seen, a choice without ink may be one whose ink was lost.
constexpr double kFramesSeen = 0.9;
/// A ring that was blackened with a pencil, on a page that has lost its frames; and on such a page, or one in black and white, what is left
/// of a second mark: a stroke of some points' length, or less of it where the ring is bolder than others.
constexpr double kBlackenedPale = 0.55, kRemnantLength = 1.4, kRemnant = 0.004, kRemnantRim = 1.3;
/// So full is no cross, be the pen ever so thick.
constexpr double kSolid = 0.93;
/// What a line through a ring covers of it at most.
constexpr double kLineThrough = 0.15;
/// A ring so much darker than others was drawn over, though a fax in black and white left out what was drawn in it.
constexpr double kBold = 1.6;
/// Points. Less is a dot, which may be where a pen rested; what is not long must cover more than a dot that was drawn out does.
constexpr double kStrokeLength = 4.2, kLongStroke = 5.5, kShortCover = 0.1;
/// Square points. Less is dust.
constexpr double kDust = 0.7;
/// Beside a ring that is marked no second mark: a speck, or where a pen rested.
constexpr double kSpeck = 0.015, kSpeckLength = 2.2;
constexpr double kBesideArea = 1.6, kBesideLength = 4.0;
/// The same of a wide circle around a choice.
constexpr double kWideArea = 8, kWideLength = 14;
/// A word beside a choice that has so much more ink than it should has a mark across its letters.
constexpr double kOverPrint = 1.45;
/// Share of the way round. More is a circle around the ring; next to a blackened one far less is.
constexpr double kEncircled = 0.62, kPartEncircled = 0.15, kWasEncircled = 0.6;

enum class State { empty, marked, unclear };

State state_of(const Inked& k) {
    if (k.through && k.cover < kLineThrough && k.cover > kEmpty) return State::unclear;
    const bool stain = k.cover < kBroad && k.line < kDark && (k.tint >= kStained || k.beside >= kGoesOn);
    const bool dot = k.extent < kStrokeLength || (k.extent < kLongStroke && k.cover < kShortCover);
    if (k.cover >= kMarked && !dot && k.line >= kPencil && !stain) return State::marked;
    if (k.cover >= kThin && k.extent >= kLongStroke && k.line >= kPen && k.trace < kNoisy && !stain) return State::marked;
    if (k.cover >= kThin && k.extent >= kWhole && k.line >= kHardly && k.tint < kHardlyStained && k.trace < kNoisy && !stain)
        return State::marked;
    if (k.cover <= kEmpty && k.blob <= kDust && k.line < k.trace && k.tint < k.shade && k.rim < kBold) return State::empty;
    return State::unclear;
}

bool is_speck(const Inked& k) {
    return k.cover <= kSpeck && k.extent <= kSpeckLength && k.line < k.trace && k.tint < k.shade && k.rim < kBold;
}

/// 0 at a threshold, 1 far from it.
double distance(const Inked& k, State state) {
    const double c = std::max(k.cover, 0.0);
    return state == State::marked ? std::clamp((c - kMarked) / (2 * kMarked), 0.0, 1.0) : std::clamp((kEmpty - c) / kEmpty, 0.0, 1.0);
}

struct Count {
    std::vector<std::size_t> marked, unclear, circled, over_print;
    bool blackened = false;  ///< one is solid
    bool beside = false, all_seen = true;
};

Count count(const std::vector<std::size_t>& own, const std::vector<Inked>& inks) {
    Count out;
    for (const std::size_t i : own)
        if (state_of(inks[i]) == State::marked) out.marked.push_back(i), out.blackened = out.blackened || inks[i].cover > kSolid;
    const double circle = out.blackened ? kPartEncircled : kEncircled;
    for (const std::size_t i : own) {
        const Inked& k = inks[i];
        const State s = state_of(k);
        if (s == State::unclear && !(out.marked.size() == 1 && is_speck(k))) out.unclear.push_back(i);
        const bool wide = out.blackened && k.beside >= kWideArea && k.beside_extent >= kWideLength;
        const double around = out.blackened ? k.pale_around : k.around;
        if (s != State::marked && (around >= circle || wide)) out.circled.push_back(i);
        out.beside = out.beside || (k.beside >= kBesideArea && k.beside_extent >= kBesideLength);
        if (k.over_print >= kOverPrint) out.over_print.push_back(i);
        out.all_seen = out.all_seen && k.seen;
    }
    return out;
}

/// Of two marks the blackened one is the mistake, as the form says, if the other is not.
std::optional<std::size_t> meant(std::size_t a, std::size_t b, const std::vector<Inked>& inks) {
    const bool full_a = inks[a].cover > kBlackened, full_b = inks[b].cover > kBlackened;
    if (full_a == full_b) return std::nullopt;
    return full_a ? b : a;
}

/// What a mark that was lost would make of an answer without doubt. Of none it makes another; in black and white alone a pencil that hardly
/// touched is lost, be the rest of the page as good as it may. One that is blackened may be the mistake; a remnant of another makes it two.
Doubt lost(const Answer& a, const std::vector<std::size_t>& own, const std::vector<Ring>& rings, const std::vector<Inked>& inks,
           const Loss& loss) {
    const bool faded = loss.frames < kFramesSeen;
    if (!faded && !loss.two_valued) return Doubt::none;
    if (a.value.empty()) return Doubt::not_seen;
    if (faded && std::any_of(a.choices.begin(), a.choices.end(), [](const ChoiceInk& c) { return c.ink > kBlackenedPale; }))
        return Doubt::not_seen;
    const bool two = std::any_of(own.begin(), own.end(), [&](std::size_t i) {
        const Inked& k = inks[i];
        return rings[i].choice->value != a.value && (k.extent >= kRemnantLength || (k.cover > kRemnant && k.rim >= kRemnantRim));
    });
    return two ? Doubt::two : Doubt::none;
}

Answer by_ink(const std::vector<std::size_t>& own, const std::vector<Ring>& rings, const std::vector<Inked>& inks) {
    Answer out;
    out.field = rings[own.front()].choice->field;
    double sure = 1;
    for (const std::size_t i : own) {
        out.choices.push_back(
            {rings[i].choice->value, static_cast<float>(std::clamp(inks[i].cover, 0.0, 1.0)), static_cast<float>(inks[i].around)});
        sure = std::min(sure, 0.5 + 0.5 * distance(inks[i], state_of(inks[i])));
    }
    const Count n = count(own, inks);
    const auto doubt = [&](Doubt d, std::optional<std::size_t> value) {
        out.doubt = d;
        out.value = value ? rings[*value].choice->value : "";
        out.sure = 0;
        return out;
    };
    if (!n.all_seen) return doubt(Doubt::not_seen, n.marked.size() == 1 ? std::optional(n.marked.front()) : std::nullopt);
    if (n.marked.size() == 2) {
        const auto other = meant(n.marked[0], n.marked[1], inks);
        return doubt(other ? Doubt::corrected : Doubt::two, other);
    }
    if (n.marked.size() > 2) return doubt(Doubt::two, std::nullopt);
    if (n.marked.size() == 1) {
        const std::size_t only = n.marked.front();
        if (!n.circled.empty())
            return doubt(n.blackened ? Doubt::corrected : Doubt::two,
                         n.blackened && n.circled.size() == 1 ? std::optional(n.circled.front()) : std::nullopt);
        // Encircled and then blackened: the mistake, of which the mending is not to be seen.
        if (n.blackened && inks[only].around >= kWasEncircled) return doubt(Doubt::corrected, std::nullopt);
        if (!n.unclear.empty()) return doubt(Doubt::two, only);
        out.value = rings[only].choice->value;
        out.sure = static_cast<float>(sure);
        return out;
    }
    if (!n.unclear.empty()) return doubt(Doubt::faint, n.unclear.size() == 1 ? std::optional(n.unclear.front()) : std::nullopt);
    if (!n.circled.empty()) return doubt(Doubt::outside, n.circled.size() == 1 ? std::optional(n.circled.front()) : std::nullopt);
    if (n.beside) return doubt(Doubt::outside, std::nullopt);
    if (!n.over_print.empty()) return doubt(Doubt::outside, n.over_print.size() == 1 ? std::optional(n.over_print.front()) : std::nullopt);
    out.sure = static_cast<float>(sure);
    return out;
}

}  // namespace

Answer judge(const std::vector<std::size_t>& own, const std::vector<Ring>& rings, const std::vector<Inked>& inks, const Loss& loss) {
    Answer out = by_ink(own, rings, inks);
    if (out.doubt == Doubt::none) out.doubt = lost(out, own, rings, inks, loss);
    if (out.doubt != Doubt::none) out.sure = 0;
    return out;
}

}  // namespace dossier::scans
