/// Written by hand: libunibreak and HarfBuzz say where a line may end; which of those places read best is no library's work but TeX's.

#include "layout/line_breaks.hpp"

#include <limits>

namespace dossier::layout {
namespace {

using Kind = LineBreak::Kind;

// What is held against a line. A line that stays open for a third of its room counts 10,000; the others are in
// proportion to that.
constexpr float kLoose = 0.35F;
constexpr float kLine = 1'500;  // each line: a table row gets no higher for a little beauty
constexpr float kHyphen = 5'000;
constexpr float kHyphenAgain = 12'000;  // two lines in a row that end in a hyphen
constexpr float kHyphenLast = 12'000;   // part of a word alone, or nearly, on the last line
constexpr float kJoint = 300;
constexpr float kShortLast = 8'000;  // a last line of less than
constexpr float kShort = 0.12F;      // this part of its room
constexpr float kTolerance = 0.01F;

constexpr float kLittle = 0.25F;

constexpr std::size_t kStart = std::numeric_limits<std::size_t>::max();

/// A line of which `open`, from 0 to 1, stays open.
constexpr float of_line(float open) {
    const float loose = open / kLoose;
    const float badness = 10 + 100 * loose * loose * loose;
    return badness * badness;
}

bool little_loose(const std::vector<BestBreak>& best) {
    float after = best.back().demerits;
    std::size_t at = best.back().from;
    if (after - (at == kStart ? 0 : best[at].demerits) >= kShortLast) return false;
    while (at != kStart) {
        after = best[at].demerits;
        at = best[at].from;
        if (after - (at == kStart ? 0 : best[at].demerits) > kLine + kJoint + of_line(kLittle)) return false;
    }
    return true;
}

}  // namespace

std::vector<std::size_t> best_breaks(std::span<const LineBreak> breaks, float length, const LineRoom& room, Looseness most,
                                     std::vector<BestBreak>& best) {
    const float share_first = 1 / room.first, share_rest = 1 / room.rest;
    best.assign(breaks.size() + 1, {std::numeric_limits<float>::infinity(), kStart});  // by break, then the end of the text
    for (std::size_t to = 0; to <= breaks.size(); ++to) {
        const bool last = to == breaks.size();
        const bool hyphen = !last && breaks[to].kind == Kind::hyphen;
        const float end = last ? length : breaks[to].end + (hyphen ? room.hyphen : 0);
        // Lines that end here, the shortest first; begin == 0 is the line that begins the text.
        for (std::size_t begin = to + 1; begin-- > 0;) {
            const bool first = begin == 0;
            const float left = (first ? room.first : room.rest) - (end - (first ? 0 : breaks[begin - 1].next));
            if (left < -kTolerance) break;
            const float open = left * (first ? share_first : share_rest);
            const float before = first ? 0 : best[begin - 1].demerits;
            const bool after_hyphen = !first && breaks[begin - 1].kind == Kind::hyphen;
            float demerits = before + kLine;
            if (!last) demerits += of_line(open);
            else if (open > 1 - kShort) demerits += kShortLast;
            if (hyphen) demerits += kHyphen + (after_hyphen ? kHyphenAgain : 0);
            if (last && after_hyphen) demerits += kHyphenLast;
            if (!last && breaks[to].kind == Kind::joint) demerits += kJoint;
            if (demerits < best[to].demerits) best[to] = {demerits, first ? kStart : begin - 1};
        }
    }
    std::vector<std::size_t> out;
    if (best.back().demerits == std::numeric_limits<float>::infinity()) return out;
    if (most == Looseness::little && !little_loose(best)) return out;
    for (std::size_t at = best.back().from; at != kStart; at = best[at].from) out.push_back(at);
    return {out.rbegin(), out.rend()};
}

}  // namespace dossier::layout
