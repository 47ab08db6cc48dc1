#pragma once
/// Words for made-up dossiers, with what trips a reader of real ones: abbreviations, colons, capitals inside sentences, words
/// that are also headings.

#include "random.hpp"

#include <string>
#include <vector>

namespace dossier::roundtrip {

[[nodiscard]] std::string zin(Random& random);    ///< a sentence: a capital, a full stop
[[nodiscard]] std::string titel(Random& random);  ///< of a kerntaak or werkproces
[[nodiscard]] std::string rubriek(Random& random);
[[nodiscard]] std::string item(Random& random);       ///< of vakkennis
[[nodiscard]] std::string criterium(Random& random);  ///< without a sign at its end
[[nodiscard]] std::string punt(Random& random);       ///< of a list in a text
[[nodiscard]] std::string aanhef(Random& random);
/// Names of profielen of one dossier; some are part of others.
[[nodiscard]] std::vector<std::string> namen(Random& random);

}  // namespace dossier::roundtrip
