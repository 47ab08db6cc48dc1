#pragma once
/// The overview of a kwalificatiedossier: the profielen, kerntaken and werkprocessen by code and title.

#include "published/flow.hpp"

namespace dossier::published {

/// Where the overview begins and ends in `lines`, its heading left out; both 0 if there is none. It ends where a part of the body
/// begins: at a heading that only the body has, or at a code that was listed before.
struct OverviewRange {
    std::size_t begin = 0, end = 0;
};
/// Whether the heading at line i comes again further on: a table of contents ends at one that does not.
[[nodiscard]] bool comes_again(std::span<const TextLine> lines, std::size_t i);
/// Where the body begins: behind the overview; without one, at its first heading.
[[nodiscard]] std::size_t body_begin(std::span<const TextLine> lines, OverviewRange overview);
[[nodiscard]] OverviewRange find_overview(std::span<const TextLine> lines);

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

/// Letters and digits of a title in lower case: two titles with the same differ in spaces, hyphens or signs only.
[[nodiscard]] std::string title_key(std::string_view titel);

/// The profiel with `code`, made if there is none.
[[nodiscard]] model::Profiel& profiel_of(model::Dossier& dossier, std::string_view code);
/// The kerntaak ("P3-K1") with `code`, made in the basisdeel or its profiel if there is none.
[[nodiscard]] model::Kerntaak& kerntaak_of(model::Dossier& dossier, std::string_view code);
/// The werkproces ("P3-K1-W2") with `code`, made in its kerntaak if there is none.
[[nodiscard]] model::Werkproces& werkproces_of(model::Dossier& dossier, std::string_view code);

}  // namespace dossier::published
