#pragma once
/// The look of the text styles of forms. Private to `style`.

#include "layout/styles.hpp"
#include "style/templates.hpp"

#include <optional>

namespace dossier::style {

/// formulier/stijl.yaml: what the folder's own file does not say is as in the built-in one. nullopt after errors, each at its place.
[[nodiscard]] std::optional<layout::Styles> load_styles(const TemplateSet& set, Diagnostics& diagnostics);

}  // namespace dossier::style
