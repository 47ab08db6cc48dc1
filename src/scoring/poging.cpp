/// Which attempt counts, and what the whole comes to.
#include "scoring/scoring.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace dossier::scoring {

bool mag(const model::Herkansing& h, int nummer) { return h.pogingen.value == 0 || nummer <= h.pogingen.value; }

std::optional<std::size_t> telt(const model::Herkansing& h, std::span<const Poging> pogingen) {
    const bool highest = h.telt.value == "hoogste";
    const auto rank = [&](const Poging& p) {
        const int mark = p.cijfer ? p.cijfer->tienden : 0;
        return highest ? std::tuple(static_cast<int>(p.uitslag), mark, -p.nummer) : std::tuple(p.nummer, 0, 0);
    };
    std::optional<std::size_t> best;
    std::size_t allowed = 0;
    for (std::size_t i = 0; i < pogingen.size(); ++i) {
        if (!mag(h, pogingen[i].nummer)) continue;
        ++allowed;
        if (!best || rank(pogingen[i]) > rank(pogingen[*best])) best = i;
    }
    if (allowed > 1 && h.telt.value.empty()) return std::nullopt;
    return best;
}

Uitslag kwalificatie_uitslag(std::span<const KerntaakResultaat> kerntaken) {
    Uitslag out = kerntaken.empty() ? Uitslag::onbeslist : Uitslag::voldoende;
    for (const KerntaakResultaat& k : kerntaken)
        out = std::min(out, k.vrijstelling ? Uitslag::voldoende : k.uitslag.value_or(Uitslag::onbeslist));
    return out;
}

std::string_view woord(Uitslag uitslag) {
    switch (uitslag) {
        case Uitslag::onvoldoende: return "onvoldoende";
        case Uitslag::onbeslist: return "onbeslist";
        case Uitslag::voldoende: return "voldoende";
    }
    return "";
}

}  // namespace dossier::scoring
