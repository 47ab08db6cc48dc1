#pragma once
/// A school's own look, ready for use: huisstijl.yaml of the template folder with the files it names, and the styles of its
/// forms.

#include "layout/layout.hpp"
#include "style/templates.hpp"
#include "view/value.hpp"

namespace dossier::style {

struct Look {
    view::Value values;  ///< `huisstijl` in templates: school voettekst accent accent_donker logo=false|{bestand beschrijving breedte data}
    layout::Images images;                     ///< every picture of the folder, by its name there
    layout::Styles styles;                     ///< formulier/stijl.yaml of the folder over the built-in one
    std::optional<layout::Typeface> typeface;  ///< borrows from the template set
};

/// Without a huisstijl.yaml: the program's own. nullopt after errors, each at its place in huisstijl.yaml, stijl.yaml or a picture.
[[nodiscard]] std::optional<Look> load_look(const TemplateSet& set, Diagnostics& diagnostics);

/// `Look::values` with everything in it: what templates may name.
[[nodiscard]] view::Value example_look();

}  // namespace dossier::style
