#pragma once
/// Reads the overview of a kwalificatiedossier: the profielen, kerntaken and werkprocessen by code and title.

#include "published/flow.hpp"

namespace dossier::published {

/// A row of the table of profielen: "P1 E-commerce specialist 4 Nee middenkaderopleiding". Some overviews have no codes.
struct OverviewRow {
    std::string code;  ///< may be empty
    std::string naam, beroepsvereisten, soort;
    int niveau = 0;
    Location location;
    std::size_t line = 0;  ///< in TextImport::lines
};

/// Fills `dossier` from the lines of the overview and marks them in `uses`; what is odd goes to `diagnostics`. Returns the rows
/// without a code.
[[nodiscard]] std::vector<OverviewRow> read_overview(std::span<const TextLine> lines, const Words& words, model::Dossier& dossier,
                                                     std::vector<LineUse>& uses, Diagnostics& diagnostics);

/// Once the body is read: gives each of `rows` the profiel of its name, and marks lines of the overview that are titles of the
/// dossier as labels, for an overview without codes.
void place_uncoded(std::span<const OverviewRow> rows, std::span<const TextLine> lines, model::Dossier& dossier, std::vector<LineUse>& uses);

}  // namespace dossier::published
