#pragma once
/// The rules of assessment, and the only place that has them: what is enough, how many are needed, points, weights, marks,
/// attempts. Takes the `beoordeling` of a dossier and what was chosen on a form; gives results as plain values. Refuses nothing:
/// what cannot be is for `check`, which asks the same questions here. All comparisons are of whole numbers.
///
/// Whose rule each is
///   - words of the scale; that a mark is whole, 1 to 10: Examen- en kwalificatiebesluit beroepsopleidingen WEB, art. 15.
///   - that a 6 is enough; that the kwalificatie asks for every kerntaak, or exemption from it: the same, art. 17.
///   - cesuur in numbers and in points, points, weights, minimum, cruciale criteria, "niet van toepassing", rounding of the
///     mark, number of attempts and which one counts, norm of coverage: choice of the examencommissie, in `beoordeling`.
///   - how these work out where the committee has said no more: choice of this program, told at each function.

#include "model/model.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::scoring {

// ---- the scale -----------------------------------------------------------------------------------------------------

/// Points of criteria, weighted and added: a whole number, at most some 10^11.
using Punten = std::int64_t;

/// A step of the scale, from low to high. A mark is a scale of ten steps, so that no other place needs to know the difference.
struct Stap {
    std::string waarde;      ///< "ruim voldoende", "7"
    std::string sleutel;     ///< the same as value of a field: "ruim-voldoende"
    bool voldoende = false;  ///< in words from "voldoende" on (art. 15), of marks from 6 on (art. 17)
    Punten punten = 0;       ///< what the committee gives for it; a mark is its own points; 0 where there are no points
};
[[nodiscard]] std::vector<Stap> stappen(const model::Beoordeling& beoordeling);
/// Whether the scale is a mark.
[[nodiscard]] bool is_cijfer(const model::Beoordeling& beoordeling);
/// Whether there are points for the steps: the committee gives them, or the scale is a mark.
[[nodiscard]] bool heeft_punten(const model::Beoordeling& beoordeling);
/// Whether points decide anything or are shown: the committee gives points for the steps, or a line in points.
[[nodiscard]] bool telt_punten(const model::Beoordeling& beoordeling);

/// The choices of a form beside the steps.
inline constexpr std::string_view kNietBeoordeeld = "niet beoordeeld", kNietVanToepassing = "niet van toepassing";

/// What a criterium got.
struct Antwoord {
    enum class Wat {
        niets,               ///< nothing was chosen
        stap,                ///< a step of the scale
        niet_beoordeeld,     ///< the assessor could not see it: as unknown as `niets`
        niet_van_toepassing  ///< does not count, neither in number nor in points; only where the committee allows it
    };
    Wat wat = Wat::niets;
    std::size_t stap = 0;  ///< index in `stappen`
};
/// The answer with the value `sleutel` of the field of `criterium` ("" is `niets`); nullopt for one that its form does not offer.
[[nodiscard]] std::optional<Antwoord> antwoord(const model::Beoordeling& beoordeling, std::string_view criterium, std::string_view sleutel);
/// By code of the criterium; what is not there is `niets`. Codes of other criteria do no harm.
using Antwoorden = std::map<std::string, Antwoord, std::less<>>;

// ---- what is said of single parts ------------------------------------------------------------------------------------

[[nodiscard]] bool is_cruciaal(const model::Beoordeling& beoordeling, std::string_view criterium);
/// Whether an assessor may call `criterium` "niet van toepassing".
[[nodiscard]] bool mag_vervallen(const model::Beoordeling& beoordeling, std::string_view criterium);
/// How many times the points of a criterium count in its werkproces, or those of a werkproces in its kerntaak; 1 unless the
/// committee says otherwise.
[[nodiscard]] Punten gewicht(const model::Beoordeling& beoordeling, std::string_view code);

/// A line in points: "55%" of the most that can be had, or "12 punten".
struct Grens {
    bool procent = false;
    Punten aantal = 0;
};
/// The line that `tekst` says; nullopt for "".
[[nodiscard]] std::optional<Grens> grens(std::string_view tekst);
/// The least whole number of points that reaches the line, when `meest` can be had.
[[nodiscard]] Punten nodig(const Grens& grens, Punten meest);
/// What is said for the part itself, else for all parts of its level.
[[nodiscard]] std::optional<Grens> cesuur_van_werkproces(const model::Beoordeling& beoordeling, std::string_view code);
[[nodiscard]] std::optional<Grens> cesuur_van_kerntaak(const model::Beoordeling& beoordeling, std::string_view code);
[[nodiscard]] std::optional<Grens> minimum_van_werkproces(const model::Beoordeling& beoordeling, std::string_view code);

/// How many of `n` a drempel asks for: all, or the percentage rounded up, and never none. Choice of this program: half a
/// criterium cannot be voldoende, so "75%" of 6 is 5.
[[nodiscard]] std::size_t nodig(std::string_view drempel, std::size_t n);

// ---- what is assessed ------------------------------------------------------------------------------------------------

/// A werkproces with the codes of its criteria. Where the dossier has none, the assessors' own: those that they filled in.
struct TeBeoordelen {
    std::string werkproces;
    std::vector<std::string> criteria;
};
struct TeBeoordelenKerntaak {
    std::string kerntaak;
    std::vector<TeBeoordelen> werkprocessen;
};
/// With the criteria of the aanvullende eisen for `profiel`.
[[nodiscard]] TeBeoordelen te_beoordelen(const model::Werkproces& werkproces, std::string_view profiel);
[[nodiscard]] TeBeoordelenKerntaak te_beoordelen(const model::Kerntaak& kerntaak, std::string_view profiel);

/// The most points that can be had when every criterium counts: of a werkproces the highest step for each criterium times its
/// gewicht; of a kerntaak that of each werkproces times its gewicht. Choice of this program: points add up as they are, so that a
/// werkproces with more criteria weighs more unless the committee gives gewichten.
[[nodiscard]] Punten meeste_punten(const model::Beoordeling& beoordeling, const TeBeoordelen& deel);
[[nodiscard]] Punten meeste_punten(const model::Beoordeling& beoordeling, const TeBeoordelenKerntaak& deel);

// ---- results ---------------------------------------------------------------------------------------------------------

/// `voldoende`: so whatever the unknown criteria would get. `onvoldoende`: it can no longer become voldoende. Else `onbeslist`.
enum class Uitslag { onvoldoende, onbeslist, voldoende };
/// "onvoldoende", "onbeslist", "voldoende".
[[nodiscard]] std::string_view woord(Uitslag uitslag);

/// Criteria of a werkproces, or werkprocessen of a kerntaak. Those that are niet van toepassing are not in it.
struct Telling {
    std::size_t voldoende = 0;
    std::size_t onbekend = 0;
    std::size_t van = 0;
    std::size_t nodig = 0;  ///< 0: the number does not decide here
};
struct Stand {
    Punten behaald = 0;    ///< of what is known
    Punten meest = 0;      ///< of what counts; an unknown criterium counts
    Punten cesuur = 0;     ///< the least that is enough; 0: points do not decide here
    Punten minimum = 0;    ///< of a werkproces; 0: there is none
    bool compleet = true;  ///< whether every criterium is known
};

/// A mark in tenths: 55 is 5,5.
struct Cijfer {
    int tienden = 0;
    friend bool operator==(const Cijfer&, const Cijfer&) = default;
    friend auto operator<=>(const Cijfer&, const Cijfer&) = default;
};
/// "5,5"; "6,0" where there are decimals, else "6".
[[nodiscard]] std::string tekst(const Cijfer& cijfer, const model::Omrekening& omrekening);

struct WerkprocesUitslag {
    std::string werkproces;
    Uitslag uitslag = Uitslag::onbeslist;
    Telling criteria;
    std::optional<Stand> punten;           ///< where points count
    std::vector<std::string> cruciaal;     ///< cruciale criteria that are onvoldoende: each alone decides
    std::vector<std::string> onbekend;     ///< criteria without a step: niets, or niet beoordeeld
    Uitslag minimum = Uitslag::voldoende;  ///< whether it is reached; of no effect here, but in the kerntaak
    std::string zin;                       ///< why, in Dutch: "6 van de 8 criteria voldoende, 7 nodig"
};
struct KerntaakUitslag {
    std::string kerntaak;
    Uitslag uitslag = Uitslag::onbeslist;
    std::vector<WerkprocesUitslag> werkprocessen;
    Telling telling;  ///< of werkprocessen
    std::optional<Stand> punten;
    std::vector<std::string> onder_minimum;  ///< werkprocessen that cannot reach their minimum: each alone decides
    std::optional<Cijfer> cijfer;            ///< where the committee converts, and every criterium is known
    std::string zin;
};

/// A werkproces is voldoende when all of these hold, of what the committee asks:
///   - enough criteria are voldoende (`cesuur.criteria`),
///   - there are enough points (`cesuur.werkproces_punten`, or its own),
///   - no cruciaal criterium is onvoldoende.
/// One of which no criterium counts is onbeslist.
[[nodiscard]] WerkprocesUitslag werkproces_uitslag(const model::Beoordeling& beoordeling, const TeBeoordelen& deel,
                                                   const Antwoorden& antwoorden);
/// A kerntaak is voldoende when all of these hold, of what the committee asks:
///   - enough werkprocessen are voldoende (`cesuur.werkprocessen`),
///   - there are enough points (`cesuur.kerntaak_punten`, or its own),
///   - every werkproces has its minimum (`cesuur.werkproces_minimum`, or its own).
/// A werkproces without criteria is unknown, and so are its points.
[[nodiscard]] KerntaakUitslag kerntaak_uitslag(const model::Beoordeling& beoordeling, const TeBeoordelenKerntaak& deel,
                                               const Antwoorden& antwoorden);

/// What counts for a kerntaak in the end.
struct KerntaakResultaat {
    std::optional<Uitslag> uitslag;  ///< nullopt: not assessed yet
    bool vrijstelling = false;
};
/// Art. 17: every kerntaak voldoende, or exempted.
[[nodiscard]] Uitslag kwalificatie_uitslag(std::span<const KerntaakResultaat> kerntaken);

// ---- marks -----------------------------------------------------------------------------------------------------------

/// The mark for `behaald` points, when `cesuur` are the least that is enough and `meest` the most; 0 < cesuur <= meest. A straight
/// line from 1 at no points to `bij_cesuur` at the cesuur, and another from there to 10 at the most; rounded half up. Choice of the
/// examencommissie: the mark at the cesuur (5,5 unless it says otherwise) and what is rounded to. Choice of this program: both
/// lines; the cesuur is the whole number of points that is enough; where it is all points, all points are a 10; and rounding never
/// goes over the cesuur: below it a result gets at most the highest mark below `bij_cesuur`, from it on at least the lowest that
/// is not below it.
[[nodiscard]] Cijfer cijfer(const model::Omrekening& omrekening, Punten behaald, Punten cesuur, Punten meest);
/// The mark at the cesuur, before rounding.
[[nodiscard]] Cijfer bij_cesuur(const model::Omrekening& omrekening);
/// The highest mark below `bij_cesuur`: what a kerntaak that is onvoldoende gets at most, whatever made it so.
[[nodiscard]] Cijfer hoogste_onvoldoende(const model::Omrekening& omrekening);
/// The lowest mark that is not below `bij_cesuur`: what enough points get at least.
[[nodiscard]] Cijfer laagste_voldoende(const model::Omrekening& omrekening);
/// Every mark that can be had, from 1 on, with the least points that give it.
struct CijferVanaf {
    Punten punten;
    Cijfer cijfer;
};
[[nodiscard]] std::vector<CijferVanaf> cijfertabel(const model::Omrekening& omrekening, Punten cesuur, Punten meest);

// ---- attempts --------------------------------------------------------------------------------------------------------

struct Poging {
    int nummer = 1;
    Uitslag uitslag = Uitslag::onbeslist;
    std::optional<Cijfer> cijfer{};
};
/// Index of the attempt that counts; nullopt where none does, or where there are several and the committee has not said which.
/// Attempts beyond the number that is allowed do not count. "laatste": the highest number. "hoogste": voldoende goes before
/// onbeslist, which may still become it, and that before onvoldoende; then the higher mark; then (choice of this program) the
/// earlier attempt.
[[nodiscard]] std::optional<std::size_t> telt(const model::Herkansing& herkansing, std::span<const Poging> pogingen);
/// Whether an attempt of that number is allowed; any is where the committee has not said.
[[nodiscard]] bool mag(const model::Herkansing& herkansing, int nummer);

// ---- coverage by exams -------------------------------------------------------------------------------------------------

/// The share of werkprocessen that exams must exceed, or reach where it is "alle": 75% unless the committee says otherwise.
[[nodiscard]] std::string_view dekkingsnorm(const model::Beoordeling& beoordeling);
/// Whether exams that cover `gedekt` of the `totaal` werkprocessen of a kerntaak meet it: more than the norm, or all.
[[nodiscard]] bool dekt_genoeg(const model::Beoordeling& beoordeling, std::size_t gedekt, std::size_t totaal);

}  // namespace dossier::scoring
