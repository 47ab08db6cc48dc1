#pragma once
/// The JSON Schema of dossier.yaml, for editors that complete and check while typing. It is made from the same `fields` as
/// the reader and says the same about keys, kinds, forms and required parts, as far as JSON Schema can: that a date is a
/// real day, that codes exist and that keys are not given twice only the program tells.

#include <string>

namespace dossier::yaml {

/// JSON Schema draft-07 (which yaml-language-server knows best), UTF-8, indented, with a final line end. Always the same.
[[nodiscard]] std::string json_schema();

}  // namespace dossier::yaml
