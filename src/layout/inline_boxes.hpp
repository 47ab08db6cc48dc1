#pragma once
/// What stands on a line and is no text: its size, its structure element under `element`, and what is to be put there, in the
/// pages or the flow. `width` is the room of the paragraph; nothing is wider.

#include "layout/flow.hpp"

namespace dossier::layout {

[[nodiscard]] Piece field_box(Context& context, const markup::Inline& i, float width, int element);
/// nullopt after an error, as for a picture.
[[nodiscard]] std::optional<Piece> code_box(Context& context, const markup::Inline& i, float width, int element);
/// A picture without a label only decorates and has no element.
[[nodiscard]] std::optional<Piece> picture_box(Context& context, const markup::Inline& i, float width, int element);

/// An error about `c`, in words or in the value of a field. `who` begins the message: "no font has".
void report_missing(Context& context, char32_t c, Location at, Pattern<2> what);

}  // namespace dossier::layout
