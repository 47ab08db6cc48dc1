#pragma once
/// Aanvullende eisen in running text: "Voor P2 Eerste verkoper geldt aanvullend:" and what follows it.

#include "exchange/text_flow.hpp"

namespace dossier::exchange {

/// The lines of a part that are for everyone (no codes), or for the profielen with `codes` only.
struct ForWhom {
    std::vector<std::string> codes;
    std::vector<TextLine> lines;
};

/// Parts `lines` at such sentences and marks those as labels. The first part is for everyone and may be empty.
[[nodiscard]] std::vector<ForWhom> split_by_profiel(std::span<const TextLine> lines, std::vector<LineUse>& uses);

}  // namespace dossier::exchange
