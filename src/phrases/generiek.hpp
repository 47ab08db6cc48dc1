#pragma once
/// The generieke onderdelen as every dossier words them.

#include "model/model.hpp"

namespace dossier::phrases {

/// A generiek onderdeel with the code, level and links that its title and text give.
[[nodiscard]] model::GeneriekOnderdeel generiek_onderdeel(model::Text titel, model::Tekst tekst);

}  // namespace dossier::phrases
