#pragma once
/// What a case has, by name, so that a run can leave out what is known to go wrong.

#include "draft.hpp"

#include <set>
#include <string>

namespace dossier::roundtrip {

[[nodiscard]] std::set<std::string> features_of(const Draft& draft, const Layout& layout);

}  // namespace dossier::roundtrip
