#pragma once
/// Handwriting in fields: real letters of a joined hand, so that its ink has the shapes and the weight of words.

#include "strokes.hpp"

namespace scan_generator {

/// Words (or figures, in a small field) within `place`; with `over`, they run on past its right edge or its lower one.
[[nodiscard]] std::vector<Stroke> words_in(const Rect& place, bool over, Random& random);
/// A signature in `place`; with `over` it is larger than that.
[[nodiscard]] std::vector<Stroke> signature_in(const Rect& place, bool over, Random& random);

}  // namespace scan_generator
