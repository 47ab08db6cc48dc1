#pragma once
/// The was-wordt list as one JSON object; README.md describes its keys.

#include "diff/diff.hpp"

#include <string>
#include <vector>

namespace dossier::changes {

[[nodiscard]] std::string write_json(const diff::Verschil& verschil, const std::vector<diff::Formulier>& formulieren,
                                     const diff::Koppen& koppen);

}  // namespace dossier::changes
