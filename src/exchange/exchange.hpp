#pragma once
/// One kwalificatie for other systems. Every function is from values to values; text is UTF-8. Each format is a file of its name
/// and a line in the table of formats.cpp.

#include "base/base.hpp"
#include "model/model.hpp"

#include <string>
#include <vector>

namespace dossier::exchange {

/// A value that a format requires and the dossier does not have.
struct Missing {
    Message what;     ///< "profiel P1"
    std::string key;  ///< "crebo"
    Location at;      ///< of what lacks it
    Message hint;     ///< how to add it
};

/// European Learning Model 3 (LOQ XML). `profiel` lacks nothing that `missing_for_elm` names.
[[nodiscard]] std::string write_elm(const model::Dossier& dossier, const model::Profiel& profiel);
[[nodiscard]] std::vector<Missing> missing_for_elm(const model::Profiel& profiel);
/// QTI 2.2 content package, a zip: imsmanifest.xml and an item for each werkproces.
[[nodiscard]] std::string write_qti(const model::Dossier& dossier, const model::Profiel& profiel);
/// 1EdTech CASE 1.0 CFPackage (JSON). Its date of change is `vastgesteld`, `geldig_van` or `build_date` (ISO 8601, may be "");
/// one of them must be there, see `missing_for_case`. Ids depend on crebo or naam, versie, profiel and code alone.
[[nodiscard]] std::string write_case(const model::Dossier& dossier, const model::Profiel& profiel, const std::string& build_date);
[[nodiscard]] std::vector<Missing> missing_for_case(const model::Dossier& dossier, const std::string& build_date);
/// Moodle competency framework, for "Import competency framework" (tool_lpimportcsv).
[[nodiscard]] std::string write_moodle(const model::Dossier& dossier, const model::Profiel& profiel);
/// Canvas outcomes, for its outcomes import.
[[nodiscard]] std::string write_canvas(const model::Dossier& dossier, const model::Profiel& profiel);

}  // namespace dossier::exchange
