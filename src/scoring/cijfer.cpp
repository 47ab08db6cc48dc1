/// Points to a mark, in tenths.
#include "scoring/scoring.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::scoring {
namespace {

constexpr Punten kLowest = 10, kHighest = 100, kStandard = 55;

/// "5,5" in tenths.
Punten tenths_at(const model::Omrekening& o) {
    const std::string& text = o.bij_cesuur.value;
    if (text.empty()) return kStandard;
    Punten whole = 0, tenth = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), whole);
    if (const std::size_t comma = text.find(','); comma != std::string::npos)
        (void)std::from_chars(text.data() + comma + 1, text.data() + text.size(), tenth);
    return whole * 10 + tenth;
}

/// What marks are rounded to, in tenths.
Punten step_of(const model::Omrekening& o) {
    return o.afronding.value == "hele cijfers" ? 10 : o.afronding.value == "halve cijfers" ? 5 : 1;
}

/// The multiple of `step` nearest to a/b; of two the higher one. All positive.
Punten rounded(Punten a, Punten b, Punten step) { return (2 * a + step * b) / (2 * step * b) * step; }

/// The highest multiple of `step` below `line`, and the lowest that is not.
Punten below(Punten line, Punten step) { return (line - 1) / step * step; }
Punten not_below(Punten line, Punten step) { return (line + step - 1) / step * step; }

Cijfer mark(Punten tenths) { return {static_cast<int>(tenths)}; }

}  // namespace

Cijfer bij_cesuur(const model::Omrekening& o) { return mark(tenths_at(o)); }

Cijfer hoogste_onvoldoende(const model::Omrekening& o) { return mark(below(tenths_at(o), step_of(o))); }

Cijfer laagste_voldoende(const model::Omrekening& o) { return mark(not_below(tenths_at(o), step_of(o))); }

Cijfer cijfer(const model::Omrekening& o, Punten behaald, Punten cesuur, Punten meest) {
    const Punten line = tenths_at(o), step = step_of(o);
    if (behaald < cesuur) return mark(std::min(rounded(kLowest * cesuur + (line - kLowest) * behaald, cesuur, step), below(line, step)));
    if (behaald >= meest) return mark(kHighest);
    const Punten room = meest - cesuur;
    return mark(std::max(rounded(line * room + (kHighest - line) * (behaald - cesuur), room, step), not_below(line, step)));
}

std::vector<CijferVanaf> cijfertabel(const model::Omrekening& o, Punten cesuur, Punten meest) {
    std::vector<CijferVanaf> out;
    for (Punten from = 0; from <= meest;) {
        const Cijfer here = cijfer(o, from, cesuur, meest);
        out.push_back({from, here});
        // More points never give a lower mark: the first with another is found by halving.
        Punten same = from, other = meest + 1;
        while (other - same > 1) {
            const Punten middle = same + (other - same) / 2;
            (cijfer(o, middle, cesuur, meest) == here ? same : other) = middle;
        }
        from = other;
    }
    return out;
}

std::string tekst(const Cijfer& cijfer, const model::Omrekening& o) {
    return step_of(o) == 10 ? std::to_string(cijfer.tienden / 10) : tenths_text(cijfer.tienden);
}

}  // namespace dossier::scoring
