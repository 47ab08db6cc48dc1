#pragma once
/// The typefaces that lie in the program.

#include "layout/subset.hpp"

namespace dossier::layout {

[[nodiscard]] Typeface own_typeface();
[[nodiscard]] Fallback fallback();

}  // namespace dossier::layout
