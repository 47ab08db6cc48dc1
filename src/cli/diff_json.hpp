#pragma once
/// The was-wordt list as one JSON object; README.md describes its keys.

#include "diff/diff.hpp"

#include <string>
#include <vector>

namespace dossier::cli {

[[nodiscard]] std::string diff_json(const diff::Verschil& verschil, const std::vector<diff::Formulier>& formulieren,
                                    const diff::Koppen& koppen);

}  // namespace dossier::cli
