#pragma once
/// The overview of a kwalificatiedossier: the profielen, kerntaken and werkprocessen by code and title.

#include "exchange/text_flow.hpp"

namespace dossier::exchange {

/// Fills `dossier` from the lines of the overview and marks them in `uses`; what is odd goes to `diagnostics`.
void read_overview(std::span<const TextLine> lines, const Words& words, model::Dossier& dossier, std::vector<LineUse>& uses,
                   Diagnostics& diagnostics);

/// The profiel with `code`, made if there is none.
[[nodiscard]] model::Profiel& profiel_of(model::Dossier& dossier, std::string_view code);
/// The kerntaak ("P3-K1") with `code`, made in the basisdeel or its profiel if there is none.
[[nodiscard]] model::Kerntaak& kerntaak_of(model::Dossier& dossier, std::string_view code);
/// The werkproces ("P3-K1-W2") with `code`, made in its kerntaak if there is none.
[[nodiscard]] model::Werkproces& werkproces_of(model::Dossier& dossier, std::string_view code);

}  // namespace dossier::exchange
