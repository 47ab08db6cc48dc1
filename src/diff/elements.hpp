#pragma once
/// A dossier taken apart: every part that can change by itself, with its parent. Private to this room.

#include "diff/diff.hpp"

namespace dossier::diff {

struct Element {
    Soort soort = Soort::dossier;
    int ouder = -1;    ///< index of an earlier element
    std::string naam;  ///< key among its siblings: name of a veld or deel, sort of an item
    std::string code;
    std::string tekst;    ///< title or text; of an aanvullende eis ""
    std::string profiel;  ///< code of the profiel for which it is an aanvullende eis
    bool landelijk = true;
};

/// Parents before children, in the order of the file. Absent fields have no element. [0] is the dossier.
[[nodiscard]] std::vector<Element> elements(const model::Dossier& dossier);

/// Whether `w` says something to the kwalificatie of `own` (a profiel): it is no aanvullende eis for another profiel.
[[nodiscard]] bool concerns(const Wijziging& w, const Wijziging& own);

}  // namespace dossier::diff
