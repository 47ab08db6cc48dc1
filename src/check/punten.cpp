/// Points, weights, lines in points, "niet van toepassing", marks: what a committee asks must be possible for every kwalificatie.
#include "check/rules.hpp"

#include "scoring/scoring.hpp"
#include "scoring/zinnen.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dossier::check {
namespace {

using model::Beoordeling;
using model::Onderdeelregel;
using model::Text;

enum class Niveau { kerntaak, werkproces, criterium };

Niveau niveau_of(std::string_view code) {
    return code.find("-G") != std::string_view::npos   ? Niveau::criterium
           : code.find("-W") != std::string_view::npos ? Niveau::werkproces
                                                       : Niveau::kerntaak;
}
std::string_view word(Niveau n) { return n == Niveau::kerntaak ? "kerntaak" : n == Niveau::werkproces ? "werkproces" : "criterium"; }

int number_of(const Text& text) {
    int n = 0;
    (void)std::from_chars(text.value.data(), text.value.data() + text.value.size(), n);
    return n;
}

/// Points for each waarde of the schaal, none twice, never fewer for a higher one.
void check_steps(const Beoordeling& b, Diagnostics& d) {
    if (b.punten.empty()) return;
    if (scoring::is_cijfer(b)) {
        d.error("punten", b.punten.front().waarde.location,
                say("found punten with schaal cijfer, expected none: the mark itself is the points"), {say("leave punten out")});
        return;
    }
    std::map<std::string_view, const model::Stappunten*> given;
    for (const model::Stappunten& p : b.punten) {
        if (p.waarde.value.empty()) continue;
        const bool known = std::any_of(b.schaal.begin(), b.schaal.end(), [&](const Text& t) { return t.value == p.waarde.value; });
        const auto [first, added] = given.emplace(p.waarde.value, &p);
        if (!known)
            d.error("punten", p.waarde.location, say("found punten for {}, expected a waarde of the schaal", quoted(p.waarde.value)),
                    {say("the schaal is {}", model::comma_list(b.schaal))});
        else if (!added)
            d.error("punten", p.waarde.location, say("found punten for {} twice", quoted(p.waarde.value)),
                    first_at(first->second->waarde.location, d));
    }
    std::vector<std::string> missing;
    const model::Stappunten* before = nullptr;
    for (const Text& waarde : b.schaal) {
        const auto here = given.find(waarde.value);
        if (here == given.end()) {
            missing.push_back(quoted(waarde.value));
            continue;
        }
        const model::Stappunten& p = *here->second;
        if (before != nullptr && number_of(p.punten) < number_of(before->punten))
            d.error("punten", p.punten.location,
                    say("found {} punten for {}, expected at least the {} of {}", p.punten.value, quoted(p.waarde.value),
                        before->punten.value, quoted(before->waarde.value)));
        before = &p;
    }
    if (!missing.empty())
        d.error("punten", b.punten.front().waarde.location, say("there are no punten for {}", listed(missing)),
                {say("give punten for every waarde of the schaal")});
    else if (before != nullptr && before->punten.value == "0")
        d.error("punten", before->punten.location, say("the highest waarde of the schaal has 0 punten, expected more"));
}

/// What needs points, where there are none.
void need_points(Location at, std::string_view name, Diagnostics& d) {
    d.error("punten", at, say("found {} but no punten for the values of the schaal", name),
            {say("add \"punten:\" with a waarde and its punten for each value of the schaal")});
}

void need_points(const Text& key, std::string_view name, Diagnostics& d) {
    if (!key.value.empty()) need_points(key.location, name, d);
}

void check_cesuur(const Beoordeling& b, Diagnostics& d) {
    const model::Cesuur& c = b.cesuur;
    for (const auto& [count, points, count_name, points_name] :
         {std::tuple(&c.criteria, &c.werkproces_punten, "criteria", "werkproces_punten"),
          std::tuple(&c.werkprocessen, &c.kerntaak_punten, "werkprocessen", "kerntaak_punten")})
        if (count->value.empty() && points->value.empty() && !count->location && !points->location)
            d.error("cesuur", c.location, say("cesuur has neither {} nor {}", quoted(count_name), quoted(points_name)),
                    {say("add \"{}: alle\", or a line in points", std::string_view(count_name))});
}

void check_needs(const Beoordeling& b, Diagnostics& d) {
    const model::Cesuur& c = b.cesuur;
    if (!scoring::heeft_punten(b)) {
        need_points(c.werkproces_punten, "werkproces_punten", d);
        need_points(c.werkproces_minimum, "werkproces_minimum", d);
        need_points(c.kerntaak_punten, "kerntaak_punten", d);
        for (const Onderdeelregel& o : b.onderdelen) {
            need_points(o.cesuur, "cesuur", d);
            need_points(o.minimum, "minimum", d);
            if (o.gewicht.value != 0) need_points(o.gewicht.location, "gewicht", d);
        }
    }
    if (!b.cijfer.afronding.value.empty() && c.kerntaak_punten.value.empty())
        d.error("cijfer", b.cijfer.afronding.location, say("found cijfer but no kerntaak_punten in the cesuur"),
                {say("a mark is made of the points of a kerntaak: say how many are enough")});
    const bool line = !c.werkproces_punten.value.empty() || !c.kerntaak_punten.value.empty() || !c.werkproces_minimum.value.empty() ||
                      std::any_of(b.onderdelen.begin(), b.onderdelen.end(),
                                  [](const Onderdeelregel& o) { return !o.cesuur.value.empty() || !o.minimum.value.empty(); });
    if (!b.punten.empty() && !line)
        d.warning("punten", b.punten.front().waarde.location, say("the punten decide nothing: no cesuur and no minimum is in points"),
                  {say("add werkproces_punten or kerntaak_punten to the cesuur, or leave punten out")});
}

/// Whether there is a line in points for the kerntaak that holds `code`.
bool kerntaak_in_points(const Beoordeling& b, std::string_view code) {
    return scoring::cesuur_van_kerntaak(b, code.substr(0, code.find("-W"))).has_value();
}

void misplaced(const Text& key, std::string_view name, Niveau n, Pattern<0> expected, Diagnostics& d) {
    if (key.value.empty()) return;
    d.error("onderdelen", key.location, say("found {} for a {}, expected it only for a {}", name, word(n), expected));
}

void check_parts(const Beoordeling& b, const Index& index, Diagnostics& d) {
    std::map<std::string_view, Location> seen;
    for (const Onderdeelregel& o : b.onderdelen) {
        if (o.code.value.empty()) continue;
        const Niveau n = niveau_of(o.code.value);
        const Codes& known = n == Niveau::kerntaak ? index.kerntaken : n == Niveau::werkproces ? index.werkprocessen : index.criteria;
        expect_known(o.code, word(n), known, d);
        const auto [first, added] = seen.emplace(o.code.value, o.code.location);
        if (!added)
            d.error("onderdelen", o.code.location, say("onderdeel {} stands twice in this list", quoted(o.code.value)),
                    first_at(first->second, d));
        if (o.gewicht.value == 0 && o.cesuur.value.empty() && o.minimum.value.empty() && !o.gewicht.location && !o.cesuur.location &&
            !o.minimum.location)
            d.error("onderdelen", o.code.location,
                    say("onderdeel {} says nothing, expected gewicht, cesuur or minimum", quoted(o.code.value)));
        if (n == Niveau::kerntaak && o.gewicht.value != 0)
            d.error("onderdelen", o.gewicht.location, say("found gewicht for a kerntaak, expected it only for a werkproces or criterium"));
        if (n == Niveau::werkproces && o.gewicht.value != 0 && scoring::heeft_punten(b) && !kerntaak_in_points(b, o.code.value))
            d.error("onderdelen", o.gewicht.location,
                    say("the gewicht of werkproces {} decides nothing: its kerntaak has no cesuur in points", quoted(o.code.value)),
                    {say("add kerntaak_punten to the cesuur, or leave the gewicht out")});
        if (n == Niveau::criterium) misplaced(o.cesuur, "cesuur", n, say("kerntaak or werkproces"), d);
        if (n != Niveau::werkproces) misplaced(o.minimum, "minimum", n, say("werkproces"), d);
    }
}

// ---- what can be had ---------------------------------------------------------------------------------------------------

/// A line and where it is written.
struct Lijn {
    const Text* text = nullptr;
    std::string_view name;
    std::optional<scoring::Grens> grens;
};

class Reach {
public:
    Reach(const Beoordeling& b, Diagnostics& d) : b_(b), d_(d) {}

    void werkproces(const scoring::TeBeoordelen& w) {
        const auto may = [&](const std::string& code) { return scoring::mag_vervallen(b_, code); };
        const bool drops = std::any_of(w.criteria.begin(), w.criteria.end(), may);
        if (drops && std::all_of(w.criteria.begin(), w.criteria.end(), may))
            d_.error("niet-van-toepassing", place_of(b_.niet_van_toepassing, w.criteria.front()),
                     say("all criteria of werkproces {} may be niet van toepassing, expected at least one that always counts",
                         quoted(w.werkproces)));
        const Lijn cesuur = line(w.werkproces, &Onderdeelregel::cesuur, b_.cesuur.werkproces_punten, "werkproces_punten", "cesuur");
        const Lijn minimum = line(w.werkproces, &Onderdeelregel::minimum, b_.cesuur.werkproces_minimum, "werkproces_minimum", "minimum");
        const scoring::Punten most = scoring::meeste_punten(b_, w);
        for (const Lijn* l : {&cesuur, &minimum}) judge(*l, "werkproces", w.werkproces, most, drops, !w.criteria.empty());
        if (cesuur.grens && minimum.grens && most > 0 && scoring::nodig(*minimum.grens, most) > scoring::nodig(*cesuur.grens, most) &&
            scoring::nodig(*cesuur.grens, most) <= most && scoring::nodig(*minimum.grens, most) <= most)
            d_.error("minimum", minimum.text->location,
                     say("{} asks for {} of werkproces {}, expected at most the {} with which it is voldoende", minimum.name,
                         scoring::punten_tekst(scoring::nodig(*minimum.grens, most)), quoted(w.werkproces),
                         scoring::nodig(*cesuur.grens, most)));
    }
    void kerntaak(const scoring::TeBeoordelenKerntaak& k) {
        bool drops = false, known = true;
        for (const scoring::TeBeoordelen& w : k.werkprocessen) {
            for (const std::string& code : w.criteria) drops = drops || scoring::mag_vervallen(b_, code);
            known = known && !w.criteria.empty();
        }
        judge(line(k.kerntaak, &Onderdeelregel::cesuur, b_.cesuur.kerntaak_punten, "kerntaak_punten", "cesuur"), "kerntaak", k.kerntaak,
              scoring::meeste_punten(b_, k), drops, known);
    }

private:
    static Location place_of(const std::vector<Text>& list, std::string_view code) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const Text& t) { return t.value == code; });
        return found == list.end() ? Location{} : found->location;
    }
    [[nodiscard]] Lijn line(std::string_view code, Text Onderdeelregel::*own, const Text& general, std::string_view general_name,
                            std::string_view own_name) const {
        for (const Onderdeelregel& o : b_.onderdelen)
            if (o.code.value == code && !(o.*own).value.empty()) return {&(o.*own), own_name, scoring::grens((o.*own).value)};
        return {&general, general_name, scoring::grens(general.value)};
    }
    void judge(const Lijn& l, std::string_view what, const std::string& code, scoring::Punten most, bool drops, bool known) {
        if (!l.grens || l.grens->procent) return;
        const std::string part = std::string(what) + ' ' + quoted(code);
        if (drops) {
            d_.error("niet-van-toepassing", l.text->location,
                     say("{} {} is a number of points, but criteria of {} may be niet van toepassing, expected a percentage", l.name,
                         quoted(l.text->value), part),
                     {say("the most that can be had is not the same for every kandidaat then")});
        } else if (!known) {
            if (!std::exchange(unknown_told_[l.text], true))
                d_.warning(
                    "punten", l.text->location,
                    say("{} {} is a number of points, but the dossier has no criteria for all of {}", l.name, quoted(l.text->value), part),
                    {say("a percentage holds however many criteria the assessors write")});
        } else if (l.grens->aantal > most) {
            d_.error("punten", l.text->location,
                     say("{} asks for {} of {}, which has {} at most", l.name, scoring::punten_tekst(l.grens->aantal), part, most));
        }
    }

    const Beoordeling& b_;
    Diagnostics& d_;
    std::map<const Text*, bool> unknown_told_;
};

/// For each profiel, as its aanvullende eisen add criteria.
void check_reach(const model::Dossier& dossier, Diagnostics& d) {
    Reach reach(dossier.beoordeling, d);
    for (const model::Profiel& p : dossier.profielen)
        for (const model::Kerntaak* k : model::kerntaken_of(dossier, p)) {
            const scoring::TeBeoordelenKerntaak deel = scoring::te_beoordelen(*k, p.code.value);
            for (const scoring::TeBeoordelen& w : deel.werkprocessen) reach.werkproces(w);
            reach.kerntaak(deel);
        }
}

void check_dropping(const Beoordeling& b, const Index& index, Diagnostics& d) {
    for (const Text& criterium : b.niet_van_toepassing) {
        expect_known(criterium, "criterium", index.criteria, d);
        if (!scoring::is_cruciaal(b, criterium.value)) continue;
        const auto crucial = std::find_if(b.cruciaal.begin(), b.cruciaal.end(), [&](const Text& t) { return t.value == criterium.value; });
        std::vector<Message> hints;
        if (const std::string at = place(crucial->location); !at.empty()) hints.push_back(say("it is cruciaal at {}", at));
        d.error("niet-van-toepassing", criterium.location,
                say("criterium {} is cruciaal, expected it not to be in niet_van_toepassing", quoted(criterium.value)), std::move(hints));
    }
    expect_once(b.niet_van_toepassing, say("criterium"), d);
}

/// A crucial criterium fails its werkproces; where a kerntaak counts points only, that fails nothing more.
void check_crucial_points(const Beoordeling& b, Diagnostics& d) {
    if (b.cruciaal.empty() || !b.cesuur.werkprocessen.value.empty() || b.cesuur.kerntaak_punten.value.empty()) return;
    d.warning("cruciaal", b.cruciaal.front().location,
              say("a cruciaal criterium fails its werkproces, but the cesuur of a kerntaak asks for no werkprocessen, only for points"),
              {say("add werkprocessen to the cesuur if the kerntaak should fail too")});
}

}  // namespace

void check_points(const model::Dossier& dossier, const Index& index, Diagnostics& diagnostics) {
    const Beoordeling& b = dossier.beoordeling;
    check_steps(b, diagnostics);
    check_cesuur(b, diagnostics);
    check_needs(b, diagnostics);
    check_parts(b, index, diagnostics);
    check_dropping(b, index, diagnostics);
    check_crucial_points(b, diagnostics);
    const bool lines = scoring::heeft_punten(b) && scoring::telt_punten(b);
    if (lines || !b.niet_van_toepassing.empty()) check_reach(dossier, diagnostics);
}

}  // namespace dossier::check
