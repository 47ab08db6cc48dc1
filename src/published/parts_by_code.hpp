#pragma once
/// The parts of a dossier by their code, made when the text first names them; titles compared by their letters.

#include "model/model.hpp"

#include <string>
#include <string_view>

namespace dossier::published {

/// Letters and digits of a title in lower case: two titles with the same differ in spaces, hyphens or signs only.
[[nodiscard]] std::string title_key(std::string_view titel);

/// The profiel with `code`, made if there is none.
[[nodiscard]] model::Profiel& profiel_of(model::Dossier& dossier, std::string_view code);
/// The kerntaak ("P3-K1") with `code`, made in the basisdeel or its profiel if there is none.
[[nodiscard]] model::Kerntaak& kerntaak_of(model::Dossier& dossier, std::string_view code);
/// The werkproces ("P3-K1-W2") with `code`, made in its kerntaak if there is none.
[[nodiscard]] model::Werkproces& werkproces_of(model::Dossier& dossier, std::string_view code);

}  // namespace dossier::published
