#pragma once
#include "exchange/text_lines.hpp"

namespace dossier::exchange {

/// Says that a line is left out, and what it says.
void not_understood(const TextLine& line, Diagnostics& diagnostics);

}  // namespace dossier::exchange
