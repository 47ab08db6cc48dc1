#include "check/rules.hpp"
#include "scoring/scoring.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace dossier::check {
namespace {

using model::Text;

/// Examen- en kwalificatiebesluit WEB, art. 15: onvoldoende, voldoende and goed, with what may stand around them, from low
/// to high; or a whole mark.
void check_schaal(const std::vector<Text>& schaal, Diagnostics& diagnostics) {
    if (schaal.empty()) return;
    const std::vector<std::string>& order = model::keuzes(model::Vorm::schaalwaarde);
    const auto rank = [&](const Text& t) { return std::find(order.begin(), order.end(), t.value) - order.begin(); };
    const auto has = [&](std::string_view word) {
        return std::any_of(schaal.begin(), schaal.end(), [&](const Text& t) { return t.value == word; });
    };
    if (has("cijfer")) {
        const auto other = std::find_if(schaal.begin(), schaal.end(), [](const Text& t) { return t.value != "cijfer"; });
        if (other != schaal.end())
            diagnostics.error("schaal", other->location, say("\"cijfer\" is the whole schaal, found {} beside it", quoted(other->value)),
                              {say("keep one of them")});
        return;
    }
    std::vector<std::string> missing;
    for (const char* word : {"onvoldoende", "voldoende", "goed"})
        if (!has(word)) missing.push_back(quoted(word));
    if (!missing.empty())
        diagnostics.error("schaal", schaal.front().location, say("the schaal has no {}", listed(missing)),
                          {say("the law asks for onvoldoende, voldoende and goed, or for cijfer alone")});
    for (std::size_t i = 1; i < schaal.size(); ++i) {
        if (rank(schaal[i]) > rank(schaal[i - 1])) continue;
        const bool same = schaal[i].value == schaal[i - 1].value;
        diagnostics.error(
            "schaal", schaal[i].location,
            same ? say("{} stands twice in the schaal", quoted(schaal[i].value))
                 : say("expected values from low to high, found {} after {}", quoted(schaal[i].value), quoted(schaal[i - 1].value)));
    }
}

void check_cruciaal(const model::Dossier& dossier, Diagnostics& diagnostics) {
    const model::Beoordeling& b = dossier.beoordeling;
    if (b.cruciaal.empty()) return;
    if (b.cesuur.criteria.value == "alle") {
        diagnostics.warning("cruciaal", b.cruciaal.front().location,
                            say("cruciale criteria change nothing: the cesuur asks for all criteria already"),
                            {say("give cesuur, criteria a percentage, or leave cruciaal out")});
        return;
    }
    std::set<std::string_view> crucial;
    for (const Text& code : b.cruciaal) crucial.insert(code.value);
    for (const model::Kerntaak* k : model::kerntaken_of(dossier)) {
        for (const model::Werkproces& w : k->werkprocessen) {
            const int count = static_cast<int>(w.gedrag.criteria.size());
            int found = 0;
            for (int n = 0; n < count; ++n) found += crucial.contains(model::criteriumcode(w, w.gedrag.eerste_nummer + n)) ? 1 : 0;
            if (count < 2 || found < count) continue;
            const std::string first = model::criteriumcode(w, w.gedrag.eerste_nummer);
            const auto at = std::find_if(b.cruciaal.begin(), b.cruciaal.end(), [&](const Text& t) { return t.value == first; });
            diagnostics.warning("cruciaal", at->location, say("all {} criteria of werkproces {} are cruciaal", count, quoted(w.code.value)),
                                {say("keep only those without which the work is not done")});
        }
    }
}

void check_coverage_of(const std::vector<model::Kerntaak>& kerntaken, const std::set<std::string_view>& covered,
                       const model::Beoordeling& beoordeling, Diagnostics& diagnostics) {
    const std::string_view norm = scoring::dekkingsnorm(beoordeling);
    for (const model::Kerntaak& k : kerntaken) {
        std::vector<std::string> open;
        for (const model::Werkproces& w : k.werkprocessen)
            if (!covered.contains(w.code.value)) open.push_back(w.code.value);
        const std::size_t all = k.werkprocessen.size();
        const std::size_t reached = all - open.size();
        if (scoring::dekt_genoeg(beoordeling, reached, all)) continue;
        diagnostics.warning("coverage", k.code.location,
                            say("the exams cover {} of the {} werkprocessen of kerntaak {}, expected {}", reached, all,
                                quoted(k.code.value), norm == "alle" || norm == "100%" ? say("all") : say("more than {}", norm)),
                            {say("not covered: {}", listed(open))});
    }
}

/// A school need not examine every profiel: one without any exam of its own is left alone.
void check_coverage(const model::Dossier& dossier, Diagnostics& diagnostics) {
    if (dossier.beoordeling.exameneenheden.empty()) return;
    std::set<std::string_view> covered;
    for (const model::Exameneenheid& eenheid : dossier.beoordeling.exameneenheden)
        for (const Text& werkproces : eenheid.werkprocessen) covered.insert(werkproces.value);
    check_coverage_of(dossier.basisdeel.kerntaken, covered, dossier.beoordeling, diagnostics);
    for (const model::Profiel& p : dossier.profielen) {
        const bool examined = std::any_of(p.kerntaken.begin(), p.kerntaken.end(), [&](const model::Kerntaak& k) {
            return std::any_of(k.werkprocessen.begin(), k.werkprocessen.end(),
                               [&](const model::Werkproces& w) { return covered.contains(w.code.value); });
        });
        if (examined) check_coverage_of(p.kerntaken, covered, dossier.beoordeling, diagnostics);
    }
}

}  // namespace

void check_beoordeling(const model::Dossier& dossier, Diagnostics& diagnostics) {
    check_schaal(dossier.beoordeling.schaal, diagnostics);
    check_cruciaal(dossier, diagnostics);
    check_coverage(dossier, diagnostics);
}

}  // namespace dossier::check
