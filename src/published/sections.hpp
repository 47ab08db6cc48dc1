#pragma once
/// The parts of a kwalificatiedossier between two headings.

#include "published/flow.hpp"

namespace dossier::published {

/// Reads `lines`, all of one part, into the field given, and marks them in `uses`. What it cannot place stays unknown.
struct SectionReader {
    std::span<const TextLine> lines;
    const Words& words;
    const std::set<std::string>& rubriek_titles;  ///< lines that are titles of rubrieken beyond doubt, here or elsewhere
    std::vector<LineUse>& uses;
    Diagnostics& diagnostics;

    void mark(LineUse use) const;
    void tekst(model::Tekst& to) const;
    /// Titled paragraphs; the first may have no title.
    void paragrafen(std::vector<model::Paragraaf>& to) const;
    void generiek(model::Generiek& to) const;
    void vakkennis(model::Vakkennis& to) const;
    /// The aanhef and the criteria. A second aanhef between them is an error: it may say that the rest is for others.
    void gedrag(model::Gedrag& to) const;
    /// Names with commas between them.
    void competenties(std::vector<model::Text>& to) const;
    void niveau(model::Profiel& to) const;
    void beroepsvereisten(model::Profiel& to) const;

private:
    /// Whether line i goes on with the item of vakkennis above it; else it is the title of a rubriek. `titled`: that item
    /// stands in a rubriek with a title.
    [[nodiscard]] bool item_goes_on(const std::string& item, bool titled, std::size_t i) const;
};

/// Whether a line could be the title of a rubriek: few words, no figures.
[[nodiscard]] bool looks_like_rubriek(std::string_view line);

/// Where the list of competenties begins in `line`, behind "De onderliggende competenties zijn:"; npos if it does not.
[[nodiscard]] std::size_t after_competentie_phrase(std::string_view line);
/// The names in a list of competenties, and how many of them the national model has.
[[nodiscard]] std::vector<std::string> competentie_names(std::string_view list);
[[nodiscard]] std::size_t known_competenties(std::string_view list);

}  // namespace dossier::published
