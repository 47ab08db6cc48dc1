/// What the choices on a form come to. What is unknown is taken at its worst and at its best: as more is never worse, and as the
/// parts are chosen apart from each other, a rule that holds at worst always holds, and rules that each hold at best can hold
/// together.
#include "scoring/scoring.hpp"

#include "scoring/zinnen.hpp"

#include <algorithm>

namespace dossier::scoring {
namespace {

using model::Beoordeling;

/// The points that a criterium has, or can still get.
struct Bereik {
    Punten laagst = 0, hoogst = 0;
    bool mag_vervallen = false;  ///< or none at all, as it may turn out not to count
};

/// Adds up points for one line. Of "55%" each criterium brings what it has above 55% of its own most, so that those that do not
/// count need no sum of their own, and the sum is compared with 0.
class Meetlat {
public:
    Meetlat(const Grens& grens, Punten hoogste_stap) : grens_(grens), most_(hoogste_stap) {}

    void tel(Punten gewicht, const Bereik& b) {
        const Punten low = worth(b.laagst);
        worst_ += gewicht * (b.mag_vervallen ? std::min<Punten>(low, 0) : low);
        best_ += gewicht * worth(b.hoogst);
    }
    /// Something counts of which nothing is known.
    void tel_onbekend() { open_ = true; }

    [[nodiscard]] Uitslag uitslag() const {
        const Punten line = grens_.procent ? 0 : grens_.aantal;
        if (open_) return Uitslag::onbeslist;
        return worst_ >= line ? Uitslag::voldoende : best_ >= line ? Uitslag::onbeslist : Uitslag::onvoldoende;
    }

private:
    [[nodiscard]] Punten worth(Punten punten) const { return grens_.procent ? 100 * punten - grens_.aantal * most_ : punten; }

    Grens grens_;
    Punten most_;
    Punten worst_ = 0, best_ = 0;
    bool open_ = false;
};

/// Of `telling.voldoende` and what may join it.
Uitslag genoeg(const Telling& t) {
    return t.voldoende >= t.nodig ? Uitslag::voldoende : t.voldoende + t.onbekend >= t.nodig ? Uitslag::onbeslist : Uitslag::onvoldoende;
}

/// What the criteria of one werkproces got.
struct Gekozen {
    std::vector<std::pair<Punten, Bereik>> punten;  ///< of what counts, with its gewicht
    Punten behaald = 0, meest = 0;
    bool compleet = true;
};

class Werkproces {
public:
    Werkproces(const Beoordeling& b, const std::vector<Stap>& stappen, const TeBeoordelen& deel, const Antwoorden& antwoorden)
        : b_(b), steps_(stappen) {
        out.werkproces = deel.werkproces;
        for (const std::string& code : deel.criteria) {
            const auto given = antwoorden.find(code);
            criterium(code, given == antwoorden.end() ? Antwoord{} : given->second);
        }
        judge();
    }

    WerkprocesUitslag out;
    Gekozen gekozen;

private:
    void criterium(const std::string& code, const Antwoord& antwoord) {
        const bool may_drop = mag_vervallen(b_, code);
        if (antwoord.wat == Antwoord::Wat::niet_van_toepassing && may_drop) return;
        const bool known = antwoord.wat == Antwoord::Wat::stap && antwoord.stap < steps_.size();
        const Punten weight = gewicht(b_, code);
        ++out.criteria.van;
        if (!steps_.empty()) gekozen.meest += weight * steps_.back().punten;
        if (!known) {
            ++out.criteria.onbekend;
            out.onbekend.push_back(code);
            gekozen.compleet = false;
            if (is_cruciaal(b_, code)) crucial_ = std::min(crucial_, Uitslag::onbeslist);
            if (!steps_.empty()) gekozen.punten.push_back({weight, {steps_.front().punten, steps_.back().punten, may_drop}});
            return;
        }
        const Stap& step = steps_[antwoord.stap];
        if (step.voldoende) ++out.criteria.voldoende;
        if (!step.voldoende && is_cruciaal(b_, code)) {
            crucial_ = Uitslag::onvoldoende;
            out.cruciaal.push_back(code);
        }
        gekozen.behaald += weight * step.punten;
        gekozen.punten.push_back({weight, {step.punten, step.punten, false}});
    }

    [[nodiscard]] Uitslag reaches(const Grens& grens) const {
        Meetlat meetlat(grens, steps_.empty() ? 0 : steps_.back().punten);
        for (const auto& [weight, bereik] : gekozen.punten) meetlat.tel(weight, bereik);
        return meetlat.uitslag();
    }

    void judge() {
        const std::string& asked = b_.cesuur.criteria.value;
        if (!asked.empty()) out.criteria.nodig = nodig(asked, out.criteria.van);
        const auto cesuur = cesuur_van_werkproces(b_, out.werkproces), minimum = minimum_van_werkproces(b_, out.werkproces);
        out.uitslag = std::min(genoeg(out.criteria), crucial_);
        if (cesuur) out.uitslag = std::min(out.uitslag, reaches(*cesuur));
        if (minimum) out.minimum = out.criteria.van == 0 ? Uitslag::onbeslist : reaches(*minimum);
        if (out.criteria.van == 0) out.uitslag = Uitslag::onbeslist;
        if (telt_punten(b_))
            out.punten = Stand{gekozen.behaald, gekozen.meest, cesuur ? nodig(*cesuur, gekozen.meest) : 0,
                               minimum ? nodig(*minimum, gekozen.meest) : 0, gekozen.compleet && out.criteria.van > 0};
        out.zin = waarom(out);
    }

    const Beoordeling& b_;
    const std::vector<Stap>& steps_;
    Uitslag crucial_ = Uitslag::voldoende;
};

/// The mark of a kerntaak of which every criterium is known.
std::optional<Cijfer> cijfer_van(const Beoordeling& b, const KerntaakUitslag& k) {
    if (b.cijfer.afronding.value.empty() || !k.punten || k.punten->cesuur == 0 || !k.punten->compleet) return std::nullopt;
    const Cijfer by_points = cijfer(b.cijfer, k.punten->behaald, k.punten->cesuur, k.punten->meest);
    return k.uitslag == Uitslag::voldoende ? by_points : std::min(by_points, hoogste_onvoldoende(b.cijfer));
}

}  // namespace

WerkprocesUitslag werkproces_uitslag(const Beoordeling& b, const TeBeoordelen& deel, const Antwoorden& antwoorden) {
    const std::vector<Stap> steps = stappen(b);
    return Werkproces(b, steps, deel, antwoorden).out;
}

KerntaakUitslag kerntaak_uitslag(const Beoordeling& b, const TeBeoordelenKerntaak& deel, const Antwoorden& antwoorden) {
    const std::vector<Stap> steps = stappen(b);
    const auto cesuur = cesuur_van_kerntaak(b, deel.kerntaak);
    Meetlat meetlat(cesuur.value_or(Grens{}), steps.empty() ? 0 : steps.back().punten);
    KerntaakUitslag out;
    out.kerntaak = deel.kerntaak;
    Stand stand;
    Uitslag minimum = Uitslag::voldoende;
    for (const TeBeoordelen& w : deel.werkprocessen) {
        Werkproces one(b, steps, w, antwoorden);
        const Punten weight = gewicht(b, w.werkproces);
        ++out.telling.van;
        if (one.out.uitslag == Uitslag::voldoende) ++out.telling.voldoende;
        if (one.out.uitslag == Uitslag::onbeslist) ++out.telling.onbekend;
        minimum = std::min(minimum, one.out.minimum);
        if (one.out.minimum == Uitslag::onvoldoende) out.onder_minimum.push_back(w.werkproces);
        for (const auto& [own, bereik] : one.gekozen.punten) meetlat.tel(weight * own, bereik);
        if (one.out.criteria.van == 0) meetlat.tel_onbekend();
        stand.behaald += weight * one.gekozen.behaald;
        stand.meest += weight * one.gekozen.meest;
        stand.compleet = stand.compleet && one.gekozen.compleet && one.out.criteria.van > 0;
        out.werkprocessen.push_back(std::move(one.out));
    }
    const std::string& asked = b.cesuur.werkprocessen.value;
    if (!asked.empty()) out.telling.nodig = nodig(asked, out.telling.van);
    out.uitslag = std::min(genoeg(out.telling), minimum);
    if (cesuur) {
        out.uitslag = std::min(out.uitslag, meetlat.uitslag());
        stand.cesuur = nodig(*cesuur, stand.meest);
    }
    if (out.telling.van == 0) out.uitslag = Uitslag::onbeslist;
    if (telt_punten(b)) out.punten = stand;
    out.cijfer = cijfer_van(b, out);
    out.zin = waarom(out);
    return out;
}

}  // namespace dossier::scoring
