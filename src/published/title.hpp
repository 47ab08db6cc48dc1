#pragma once
/// What stands before the first part of a kwalificatiedossier: the title page.

#include "published/flow.hpp"

namespace dossier::published {

/// A kwalificatie on the title page, with its crebo if that is there; which profiel it is shows later.
struct TitledProfiel {
    model::Text naam, crebo;
    std::size_t line;  ///< in TextImport::lines
};

/// Reads naam, crebo, versie, dates, sectorkamer and domein from `lines` and marks what it used. The rest stays unknown.
[[nodiscard]] std::vector<TitledProfiel> read_title(std::span<const TextLine> lines, model::Dossier& dossier, std::vector<LineUse>& uses);
/// Gives each of `titled` its profiel by code or name; those without one are unknown again.
void place_crebos(const std::vector<TitledProfiel>& titled, model::Dossier& dossier, std::vector<LineUse>& uses);

/// "1 augustus 2025", "01-08-2025" or "2025-08-01" anywhere in `text`, as the last of these; "" if there is no such day.
[[nodiscard]] std::string date_in(std::string_view text);

}  // namespace dossier::published
