#pragma once
/// Markup as text -> the tree of pugixml. XML as pugixml reads it is looser than XML; what it lets pass and matters here is
/// refused first.

#include "markup/attributes.hpp"

namespace dossier::markup {

/// Parses `xhtml` into `xml`, which keeps no text of its own: what it holds is valid until the next call in the same thread.
/// False after an error; that is reported at the element that opened last before it.
[[nodiscard]] bool load_xml(std::string_view xhtml, const Places& place, Diagnostics& diags, pugi::xml_document& xml);

}  // namespace dossier::markup
