#pragma once
/// Fields that hold text, and what all widgets have.

#include "pdf/parts.hpp"

#include <string>
#include <string_view>

namespace dossier::pdf {

inline constexpr int kReadOnlyField = 1, kRequiredField = 2, kMultiLineField = 1 << 12;

/// Begins the widget of field `i` with what every widget has.
[[nodiscard]] Buffer& begin_widget(Plan& plan, std::size_t i);
void field_flags(Buffer& out, const markup::Field& field, int more);
/// The dictionary of a form XObject. `fonts` stand in its resources, and may be "".
void appearance_dictionary(Buffer& out, float width, float height, std::string_view fonts);
/// A form XObject that paints `content`. Returns its number.
int add_appearance(Objects& objects, std::string_view dictionary, std::string_view content);

/// The widget of text field `i`, whose object number is reserved, with `value` filled in. `scratch` is overwritten.
void write_text_field(Plan& plan, std::size_t i, const std::string& value, Buffer& scratch);
void write_hidden_field(Plan& plan, std::size_t i, const std::string& value, Buffer& scratch);

}  // namespace dossier::pdf
