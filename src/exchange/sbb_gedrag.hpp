#pragma once
#include "exchange/rich_text.hpp"

namespace dossier::exchange {

/// Splits gedrag that comes as one text ("De verkoper:\n- ...;\n- ....") into its criteria. A line without sign goes on with
/// the criterium above it; a second aanhef halfway stands before the criterium below it.
[[nodiscard]] model::Gedrag split_gedrag(std::string_view raw, Location at, Diagnostics& diagnostics);

}  // namespace dossier::exchange
