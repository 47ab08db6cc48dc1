#pragma once
/// The parts of a kwalificatiedossier between two headings.

#include "exchange/text_flow.hpp"

namespace dossier::exchange {

/// Reads `lines`, all of one part, into the field given, and marks them in `uses`. What it cannot place stays unknown.
struct SectionReader {
    std::span<const TextLine> lines;
    const Words& words;
    std::vector<LineUse>& uses;
    Diagnostics& diagnostics;

    void mark(LineUse use) const;
    void tekst(model::Tekst& to) const;
    /// Titled paragraphs; the first may have no title.
    void paragrafen(std::vector<model::Paragraaf>& to) const;
    void generiek(model::Generiek& to) const;
    void vakkennis(model::Vakkennis& to) const;
    /// Gedrag with the competenties below it.
    void gedrag(model::Werkproces& to) const;
    void niveau(model::Profiel& to) const;
    void beroepsvereisten(model::Profiel& to) const;
};

/// A generiek onderdeel with the code, level and links that its title and text give.
[[nodiscard]] model::GeneriekOnderdeel generiek_onderdeel(model::Text titel, model::Tekst tekst);

}  // namespace dossier::exchange
