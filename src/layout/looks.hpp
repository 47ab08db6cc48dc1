#pragma once
/// What the names of styles in a form template look like: of paragraphs, headings and tables. style.hpp has the sizes, spaces
/// and colours that are not of one such name.

#include "layout/style.hpp"

#include <string>

namespace dossier::layout {

inline constexpr style::Text kBody{};
/// Page headers and footers.
inline constexpr style::Text kFurniture{7.5F, 10.5F, false, false, style::kGrey, style::Align::left, false};

struct Look {
    style::Text text;
    style::Space space;
};

/// A name that is not known looks like none.
[[nodiscard]] Look paragraph_look(const std::string& name);
[[nodiscard]] Look heading_look(int level, Color accent);

/// Measures of a table's style.
struct TableLook {
    float pad_x = 5, pad_y = 4;
    style::Text text{9.0F, 12.4F, false, false, style::kInk, style::Align::left, true};
    style::Text head{8.0F, 10.8F, true, false, style::kInk, style::Align::left, true};
};

[[nodiscard]] TableLook table_look(const std::string& name);

[[nodiscard]] style::Align align_of(const std::string& name);

}  // namespace dossier::layout
