#pragma once
/// Makes a beoordeling and answers in few words. Answers are letters, one for each criterium: o v g are steps, "-" is nothing
/// chosen, "?" niet beoordeeld, "x" niet van toepassing.

#include "scoring/scoring.hpp"

#include <string>
#include <vector>

namespace scoring_test {

using namespace dossier;
using namespace dossier::scoring;

inline model::Beoordeling schaal(std::vector<std::string> waarden) {
    model::Beoordeling b;
    for (std::string& w : waarden) b.schaal.push_back({std::move(w), {}});
    return b;
}

/// onvoldoende, voldoende, goed; every criterium and every werkproces voldoende.
inline model::Beoordeling gewoon() { return model::default_beoordeling(); }

/// The same with these points, and no other rule.
inline model::Beoordeling met_punten(const std::string& o = "0", const std::string& v = "2", const std::string& g = "3") {
    model::Beoordeling b = schaal({"onvoldoende", "voldoende", "goed"});
    b.punten = {{{"onvoldoende", {}}, {o, {}}, {}}, {{"voldoende", {}}, {v, {}}, {}}, {{"goed", {}}, {g, {}}, {}}};
    return b;
}

inline void weeg(model::Beoordeling& b, const std::string& code, int gewicht) {
    model::Onderdeelregel o;
    o.code.value = code;
    o.gewicht.value = gewicht;
    b.onderdelen.push_back(o);
}

/// Werkproces W`n` of B1-K1, with a criterium for each letter.
inline TeBeoordelen werkproces(std::size_t criteria, int n = 1) {
    TeBeoordelen out{"B1-K1-W" + std::to_string(n), {}};
    for (std::size_t i = 1; i <= criteria; ++i) out.criteria.push_back(out.werkproces + "-G" + std::to_string(i));
    return out;
}

inline Antwoord van_letter(char letter) {
    switch (letter) {
        case 'o': return {Antwoord::Wat::stap, 0};
        case 'v': return {Antwoord::Wat::stap, 1};
        case 'g': return {Antwoord::Wat::stap, 2};
        case '?': return {Antwoord::Wat::niet_beoordeeld};
        case 'x': return {Antwoord::Wat::niet_van_toepassing};
        default: return {};
    }
}

inline void antwoord_op(Antwoorden& to, const TeBeoordelen& deel, const std::string& letters) {
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (letters[i] != '-') to[deel.criteria[i]] = van_letter(letters[i]);
}

inline WerkprocesUitslag uitslag(const model::Beoordeling& b, const std::string& letters) {
    const TeBeoordelen deel = werkproces(letters.size());
    Antwoorden antwoorden;
    antwoord_op(antwoorden, deel, letters);
    return werkproces_uitslag(b, deel, antwoorden);
}

/// One text for each werkproces.
inline KerntaakUitslag uitslag_kerntaak(const model::Beoordeling& b, const std::vector<std::string>& werkprocessen) {
    TeBeoordelenKerntaak deel{"B1-K1", {}};
    Antwoorden antwoorden;
    for (const std::string& letters : werkprocessen) {
        deel.werkprocessen.push_back(werkproces(letters.size(), static_cast<int>(deel.werkprocessen.size()) + 1));
        antwoord_op(antwoorden, deel.werkprocessen.back(), letters);
    }
    return kerntaak_uitslag(b, deel, antwoorden);
}

}  // namespace scoring_test
