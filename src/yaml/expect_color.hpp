#pragma once
/// What is asked of a colour, in every file that has some. Private to `yaml`.

#include "yaml/bind.hpp"

namespace dossier::yaml {

/// A colour that `ground` (named `where`) must set off well enough to read by. "" is none and passes.
void expect_color(const model::Text& text, std::string_view what, Color ground, const Message& where, Problems& problems);

}  // namespace dossier::yaml
