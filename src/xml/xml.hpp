#pragma once
/// What can be said of a text that may be XML before it is read. The strict reading of documents is in xml/document.hpp, writing
/// in xml/escape.hpp, for the rooms of the kinds of XML.

#include "base/base.hpp"

#include <optional>
#include <string>

namespace dossier::xml {

/// XML that says it is in ISO-8859-1, ISO-8859-15 or windows-1252, or is in UTF-16, in UTF-8: each character one character, in
/// the same line and column. Other XML as it is, for the reader to judge. nullopt after an error.
[[nodiscard]] std::optional<std::string> xml_in_utf8(const Source& source, Diagnostics& diagnostics);
/// The name of the first element without its prefix; "" if there is none. The rest may be anything.
[[nodiscard]] std::string xml_root(const Source& source);

}  // namespace dossier::xml
