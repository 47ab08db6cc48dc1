#pragma once
/// Class lists: who is assessed, as school offices keep it in Excel. A table in, candidates out. Refuses what could end on the wrong
/// form: a row without number or name, a number twice, a profiel or a day that there is not.
///
/// Personal data. A message says where in the list something is wrong and never what stands there.

#include "base/base.hpp"
#include "model/model.hpp"
#include "table/table.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::klassenlijst {

/// What a list can say of a candidate. `profiel` is a code; `datum` is the day of the assessment.
enum class Veld : std::uint8_t {
    studentnummer,
    naam,
    groep,
    profiel,
    leerbedrijf,
    beoordelaar1,
    beoordelaar2,
    datum,
    locatie,
    afnamemoment,
    poging
};
inline constexpr std::size_t kVelden = 11;
/// By its name, "studentnummer": the title of its column, and how form templates call it (attribute `klassenlijst`).
[[nodiscard]] std::optional<Veld> veld_of(std::string_view name);
/// All names, in order.
[[nodiscard]] const std::vector<std::string>& names();

/// A line of a list. What the list does not say is "".
struct Kandidaat {
    /// As on a form, in one spelling; `datum` as "2026-06-01", `poging` as "2".
    std::array<std::string, kVelden> velden;
    std::size_t profiel = 0;  ///< index in the dossier
    std::size_t row = 0;      ///< as Excel counts
    Location location;        ///< of the row

    [[nodiscard]] const std::string& operator[](Veld v) const { return velden[static_cast<std::size_t>(v)]; }
    [[nodiscard]] std::string& operator[](Veld v) { return velden[static_cast<std::size_t>(v)]; }
};

struct Klassenlijst {
    std::vector<Kandidaat> kandidaten;  ///< of the good rows, in order
    std::size_t bad_rows = 0;           ///< each has an error
};

struct Reading {
    /// For rows that name no profiel: a code of the dossier, or "".
    std::string_view profiel;
    /// Whether a form can show a character.
    std::function<bool(char32_t)> covers;
};

/// `table` is good and has a row with titles first. nullopt when the columns are not those of a class list.
[[nodiscard]] std::optional<Klassenlijst> read_klassenlijst(const table::Table& table, const model::Dossier& dossier,
                                                            const Reading& reading, Diagnostics& diagnostics);

/// What goes into the field of a form: the value itself, a day as "01-06-2026".
[[nodiscard]] std::string form_value(const Kandidaat& kandidaat, Veld veld);

/// By what the code on each page of a form says whose it is: seven letters that say nothing by themselves, and that only the list that
/// the form was made for turns into a person again. Of number, name and poging; whoever knows all three can tell that it is them.
[[nodiscard]] std::string sleutel(const Kandidaat& kandidaat);

/// "2026-06-01" of a day as people write it: that, or "1-6-2026" with -, / or . between; nullopt for all else.
[[nodiscard]] std::optional<std::string> day_of(std::string_view text);

}  // namespace dossier::klassenlijst
