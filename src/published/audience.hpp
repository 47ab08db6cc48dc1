#pragma once
/// The lines of a part of a kerntaak or werkproces, parted by whom they are for.

#include "phrases/audience.hpp"
#include "published/sections.hpp"

namespace dossier::published {

/// Lines that are for everyone, or for the profielen with `codes` only.
struct ForWhom {
    bool everyone = true;
    std::vector<std::string> codes;
    bool competenties = false;  ///< a list of competenties, of gedrag only
    std::vector<TextLine> lines;
};

/// Parts `lines` at sentences that say for whom they are, and (of `gedrag`) at the competenties, and marks those sentences as
/// labels. A sentence may be wrapped, or stand inside a paragraph. The competenties of the werkproces are for everyone though they stand
/// below the criteria of one profiel; a second list is for whom the sentence above it says. A name that nobody has is an error.
[[nodiscard]] std::vector<ForWhom> split_by_audience(std::span<const TextLine> lines, bool gedrag, std::span<const phrases::NamedProfiel> profielen,
                                                     const Words& words, std::vector<LineUse>& uses, Diagnostics& diagnostics);

}  // namespace dossier::published
