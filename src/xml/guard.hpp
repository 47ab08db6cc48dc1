#pragma once
#include "base/base.hpp"

namespace dossier::xml {

/// Checks what pugixml lets pass: characters, references, names, duplicate attributes, nesting, one root, nothing outside
/// it, sizes. Linear in the text. Reports the first error and returns false. `begin` is behind the byte order mark.
[[nodiscard]] bool guard_xml(const Source& source, std::size_t begin, Diagnostics& diagnostics);

}  // namespace dossier::xml
