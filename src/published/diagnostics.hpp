#pragma once
#include "published/lines.hpp"

namespace dossier::published {

/// Says that a line is left out, and what it says.
void not_understood(const TextLine& line, Diagnostics& diagnostics);

}  // namespace dossier::published
