#pragma once
#include <set>
#include <string>
#include <vector>

namespace dossier::test {

/// A file as SBB publishes them, as large as they get: six profielen, 43 werkprocessen, 277 criteria and 122 aanvullende eisen
/// of every kind. Each text has a mark of its own ("merk0012x").
struct LargeSbb {
    std::string xml;
    std::set<std::string> basis;                 ///< marks of the texts that all profielen share
    std::vector<std::set<std::string>> profiel;  ///< marks of P1..P6: own kerntaken and aanvullende eisen
    std::size_t werkprocessen = 0, criteria = 0, eisen = 0;
};
[[nodiscard]] LargeSbb large_sbb();

}  // namespace dossier::test
