#pragma once
/// The schema of what `json` writes, for who reads it with a program of his own.

#include <string>

namespace dossier::resultaten {

/// JSON Schema draft-07, as a JSON text of some lines. Keys are only added, never changed: a reader does well to skip what it does
/// not know.
[[nodiscard]] std::string json_schema();

}  // namespace dossier::resultaten
