#pragma once
/// What the names of styles in a form template stand for. style.hpp has the sizes, spaces and colours that are not of one such name.

#include "layout/style.hpp"

#include <string>

namespace dossier::layout {

/// `styles` with their colours for a document of that accent.
[[nodiscard]] Styles in_accent(Styles styles, Color accent);

/// A name that is not known looks like none.
[[nodiscard]] Look paragraph_look(const Styles& styles, const std::string& name);
[[nodiscard]] const Look& heading_look(const Styles& styles, int level);
[[nodiscard]] const TableLook& table_look(const Styles& styles, const std::string& name);

[[nodiscard]] style::Align align_of(const std::string& name);

}  // namespace dossier::layout
