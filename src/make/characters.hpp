#pragma once
/// Characters that no font of the program has: on a form they would be empty boxes, so they are errors, at their place in the
/// dossier rather than in a template.

#include "layout/layout.hpp"
#include "model/model.hpp"

#include <functional>

namespace dossier::make {

/// Reports each text of `dossier` that has such a character, once, with its first one. `fonts` is asked at the first character
/// that is not among those of nearly every text: making fonts takes longer than all of `dossier check` besides.
void check_characters(const model::Dossier& dossier, const std::function<const layout::Fonts&()>& fonts, Diagnostics& diagnostics);
/// Whether `c` is so common that fonts need not be asked. The tests prove that they have it.
[[nodiscard]] bool surely_printable(char32_t c);

}  // namespace dossier::make
