#pragma once
/// The overview held against the body: what a kwalificatiedossier says twice must be the same, or a heading was read as text.

#include "published/lines.hpp"

#include <map>
#include <string>

namespace dossier::published {

/// Titles by code: "B1-K1", "P3-K2-W4".
using Titles = std::map<std::string, model::Text, std::less<>>;
[[nodiscard]] Titles titles_of(const model::Dossier& dossier);

/// Reports as errors the codes that one of both lacks and the titles that differ in more than spaces, hyphens and signs. A part (the
/// basisdeel, a profiel) that the body does not have at all is no difference: the overview alone describes it.
void verify_overview(const Titles& overview, const Titles& body, Diagnostics& diagnostics);

}  // namespace dossier::published
