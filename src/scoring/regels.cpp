/// What the committee says of the scale and of single parts, and how many that makes.
#include "scoring/scoring.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::scoring {
namespace {

using model::Beoordeling;
using model::Text;

template <class Number> Number number_at_front(std::string_view text) {
    Number n = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
}

bool holds(const std::vector<Text>& codes, std::string_view code) {
    return std::any_of(codes.begin(), codes.end(), [code](const Text& t) { return t.value == code; });
}

const model::Onderdeelregel* onderdeel(const Beoordeling& b, std::string_view code) {
    const auto found = std::find_if(b.onderdelen.begin(), b.onderdelen.end(), [code](const auto& o) { return o.code.value == code; });
    return found == b.onderdelen.end() ? nullptr : &*found;
}

/// The line of the part itself, else the general one.
std::optional<Grens> grens_van(const Beoordeling& b, std::string_view code, Text model::Onderdeelregel::*own, const Text& general) {
    const model::Onderdeelregel* part = onderdeel(b, code);
    return grens(part != nullptr && !(part->*own).value.empty() ? (part->*own).value : general.value);
}

constexpr int kMarks = 10, kEnoughMark = 6;

}  // namespace

bool is_cijfer(const Beoordeling& b) { return b.schaal.size() == 1 && b.schaal.front().value == "cijfer"; }

std::vector<Stap> stappen(const Beoordeling& b) {
    std::vector<Stap> out;
    if (is_cijfer(b)) {
        for (int mark = 1; mark <= kMarks; ++mark) out.push_back({std::to_string(mark), std::to_string(mark), mark >= kEnoughMark, mark});
        return out;
    }
    bool enough = false;
    for (const Text& waarde : b.schaal) {
        enough = enough || waarde.value == "voldoende";
        const auto given = std::find_if(b.punten.begin(), b.punten.end(), [&](const auto& p) { return p.waarde.value == waarde.value; });
        const Punten punten = given == b.punten.end() ? 0 : number_at_front<Punten>(given->punten.value);
        out.push_back({waarde.value, slug(waarde.value), enough, punten});
    }
    return out;
}

bool heeft_punten(const Beoordeling& b) { return is_cijfer(b) || !b.punten.empty(); }

bool telt_punten(const Beoordeling& b) {
    const model::Cesuur& c = b.cesuur;
    return !b.punten.empty() || !c.werkproces_punten.value.empty() || !c.kerntaak_punten.value.empty() ||
           !c.werkproces_minimum.value.empty() || std::any_of(b.onderdelen.begin(), b.onderdelen.end(), [](const auto& o) {
               return !o.cesuur.value.empty() || !o.minimum.value.empty();
           });
}

std::optional<Antwoord> antwoord(const Beoordeling& b, std::string_view criterium, std::string_view sleutel) {
    if (sleutel.empty()) return Antwoord{};
    if (sleutel == slug(kNietBeoordeeld)) return Antwoord{Antwoord::Wat::niet_beoordeeld};
    if (sleutel == slug(kNietVanToepassing))
        return mag_vervallen(b, criterium) ? std::optional(Antwoord{Antwoord::Wat::niet_van_toepassing}) : std::nullopt;
    const std::vector<Stap> steps = stappen(b);
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].sleutel == sleutel) return Antwoord{Antwoord::Wat::stap, i};
    return std::nullopt;
}

bool is_cruciaal(const Beoordeling& b, std::string_view criterium) { return holds(b.cruciaal, criterium); }
bool mag_vervallen(const Beoordeling& b, std::string_view criterium) { return holds(b.niet_van_toepassing, criterium); }

Punten gewicht(const Beoordeling& b, std::string_view code) {
    const model::Onderdeelregel* part = onderdeel(b, code);
    return part == nullptr || part->gewicht.value == 0 ? 1 : part->gewicht.value;
}

std::optional<Grens> grens(std::string_view tekst) {
    if (tekst.empty()) return std::nullopt;
    return Grens{tekst.ends_with('%'), number_at_front<Punten>(tekst)};
}

Punten nodig(const Grens& grens, Punten meest) { return grens.procent ? (grens.aantal * meest + 99) / 100 : grens.aantal; }

std::optional<Grens> cesuur_van_werkproces(const Beoordeling& b, std::string_view code) {
    return grens_van(b, code, &model::Onderdeelregel::cesuur, b.cesuur.werkproces_punten);
}
std::optional<Grens> cesuur_van_kerntaak(const Beoordeling& b, std::string_view code) {
    return grens_van(b, code, &model::Onderdeelregel::cesuur, b.cesuur.kerntaak_punten);
}
std::optional<Grens> minimum_van_werkproces(const Beoordeling& b, std::string_view code) {
    return grens_van(b, code, &model::Onderdeelregel::minimum, b.cesuur.werkproces_minimum);
}

namespace {

/// A drempel in percent; "alle" is 100.
std::size_t percentage(std::string_view drempel) { return drempel == "alle" ? 100 : number_at_front<std::size_t>(drempel); }

}  // namespace

std::size_t nodig(std::string_view drempel, std::size_t n) { return (n * percentage(drempel) + 99) / 100; }

TeBeoordelen te_beoordelen(const model::Werkproces& w, std::string_view profiel) {
    TeBeoordelen out{w.code.value, {}};
    for (model::Criterium& c : model::criteria_voor(w, profiel)) out.criteria.push_back(std::move(c.code));
    return out;
}

TeBeoordelenKerntaak te_beoordelen(const model::Kerntaak& k, std::string_view profiel) {
    TeBeoordelenKerntaak out{k.code.value, {}};
    for (const model::Werkproces& w : k.werkprocessen) out.werkprocessen.push_back(te_beoordelen(w, profiel));
    return out;
}

Punten meeste_punten(const Beoordeling& b, const TeBeoordelen& deel) {
    const std::vector<Stap> steps = stappen(b);
    Punten sum = 0;
    for (const std::string& code : deel.criteria) sum += gewicht(b, code) * (steps.empty() ? 0 : steps.back().punten);
    return sum;
}

Punten meeste_punten(const Beoordeling& b, const TeBeoordelenKerntaak& deel) {
    Punten sum = 0;
    for (const TeBeoordelen& w : deel.werkprocessen) sum += gewicht(b, w.werkproces) * meeste_punten(b, w);
    return sum;
}

std::string_view dekkingsnorm(const Beoordeling& b) {
    return b.dekkingsnorm.value.empty() ? "75%" : std::string_view(b.dekkingsnorm.value);
}

bool dekt_genoeg(const Beoordeling& b, std::size_t gedekt, std::size_t totaal) {
    return gedekt == totaal || gedekt * 100 > percentage(dekkingsnorm(b)) * totaal;
}

}  // namespace dossier::scoring
