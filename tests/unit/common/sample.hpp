#pragma once
#include "model/model.hpp"

#include <string>

namespace dossier::test {

/// A dossier with every field of the model filled, aanvullende eisen for two profielen among them.
[[nodiscard]] model::Dossier full_dossier();

/// The dossier.yaml of this project, read.
[[nodiscard]] model::Dossier dossier_yaml();

/// "" if `xml` is valid against `schema`, else what xmllint says. `name` keeps the files of tests apart.
[[nodiscard]] std::string xmllint(const std::string& name, const std::string& schema_path, const std::string& xml);
[[nodiscard]] std::string write_temporary(const std::string& name, const std::string& text);

}  // namespace dossier::test
