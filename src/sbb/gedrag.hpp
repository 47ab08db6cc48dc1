#pragma once
#include "phrases/audience.hpp"
#include "sbb/rich_text.hpp"

namespace dossier::sbb {

/// The criteria in the blocks of a text of gedrag. A line without sign goes on with the criterium above it; a second aanhef
/// halfway stands before the criterium below it, unless it names profielen: then for whom the rest is is not sure, an error.
[[nodiscard]] model::Gedrag gedrag_of(const model::Tekst& tekst, std::span<const phrases::NamedProfiel> profielen,
                                      Diagnostics& diagnostics);
/// The blocks of gedrag that comes as one text ("De verkoper:\n- ...;\n- ...."), to be parted by whom they are for.
[[nodiscard]] model::Tekst gedrag_tekst(Typed typed, Location at, Diagnostics& diagnostics);

/// Both, for gedrag of one audience.
[[nodiscard]] model::Gedrag split_gedrag(Typed typed, Location at, std::span<const phrases::NamedProfiel> profielen,
                                         Diagnostics& diagnostics);

}  // namespace dossier::sbb
