#pragma once
/// Characters that no font of the program has: on a form they would be empty boxes, so they are errors, at their place in the
/// dossier rather than in a template.

#include "layout/layout.hpp"
#include "model/model.hpp"

namespace dossier::publish {

/// Reports each text of `dossier` that has such a character, once, with its first one.
void check_characters(const model::Dossier& dossier, const layout::Fonts& fonts, Diagnostics& diagnostics);

}  // namespace dossier::publish
