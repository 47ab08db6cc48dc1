#pragma once
/// The rules in Dutch sentences, for documents; and why a result is what it is, for people who check it.

#include "scoring/scoring.hpp"

namespace dossier::scoring {

/// "1 punt", "2 punten".
[[nodiscard]] std::string punten_tekst(Punten n);

/// "minstens voldoende", in the words of the scale.
[[nodiscard]] std::string_view minstens_voldoende(const model::Beoordeling& beoordeling);

/// When any werkproces, or any kerntaak, is voldoende.
[[nodiscard]] std::string zin_werkproces(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string zin_kerntaak(const model::Beoordeling& beoordeling);
/// When this one is, with its numbers; "" for a werkproces without criteria.
[[nodiscard]] std::string zin_werkproces(const model::Beoordeling& beoordeling, const TeBeoordelen& deel);
[[nodiscard]] std::string zin_kerntaak(const model::Beoordeling& beoordeling, const TeBeoordelenKerntaak& deel);

[[nodiscard]] std::string_view zin_cruciaal();
[[nodiscard]] std::string zin_kwalificatie(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string zin_dekking(const model::Beoordeling& beoordeling);
/// Each "" where the committee has no such rule.
[[nodiscard]] std::string zin_punten(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string_view zin_gewicht(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string_view zin_minimum(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string_view zin_niet_van_toepassing(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string zin_cijfer(const model::Beoordeling& beoordeling);
/// How to work out a mark by hand, where the table of marks does not hold.
[[nodiscard]] std::string zin_rekenen(const model::Beoordeling& beoordeling);
[[nodiscard]] std::string zin_herkansing(const model::Beoordeling& beoordeling);

/// "6 van de 8 criteria voldoende, 7 nodig; 11 van de 24 punten, 13 nodig".
[[nodiscard]] std::string waarom(const WerkprocesUitslag& werkproces);
[[nodiscard]] std::string waarom(const KerntaakUitslag& kerntaak);

}  // namespace dossier::scoring
