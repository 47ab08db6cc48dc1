#pragma once
/// A made-up dossier, apart from how it is set, and what a careful reader would say it means.

#include "layout.hpp"
#include "model/model.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dossier::roundtrip {

/// Where an aanvullende eis can stand: the six places, and below gedrag the competenties.
enum class Plaats { complexiteit, verantwoordelijkheid, vakkennis, omschrijving, resultaat, gedrag, competenties };

/// How the heading of an aanvullende eis names its profielen.
enum class Noem { code, code_naam, naam, de_naam, aanhalingstekens, kleine_letters, hoofdletters, gemengd };

/// "Voor P2 Allround metselaar geldt aanvullend:" and what follows it. Only the field of its place is filled.
struct Eisblok {
    std::vector<std::string> voor;  ///< codes of profielen
    Noem noem = Noem::code_naam;
    std::size_t zin = 0;       ///< which phrase
    bool op_de_regel = false;  ///< the text follows on the same line
    bool onbekend = false;     ///< the heading names a profiel that the dossier has not, by code if the others are by code
    model::Tekst tekst;
    model::Vakkennis vakkennis;
    model::Gedrag gedrag;
    std::vector<model::Text> competenties;
};

struct Draft {
    model::Dossier dossier;                                                ///< without aanvullende eisen
    std::map<std::pair<std::string, Plaats>, std::vector<Eisblok>> eisen;  ///< by code of the kerntaak or werkproces
    std::set<std::string> alleen_overzicht;                                ///< profielen that only the overview has
};

/// A dossier whose text is plain to a reader in `layout`.
[[nodiscard]] Draft make_draft(Random& random, const Layout& layout);
/// Whether a heading names an unknown profiel, so that reading it must end in an error.
[[nodiscard]] bool must_fail(const Draft& draft);
/// What the text of `draft` in `layout` says.
[[nodiscard]] model::Dossier meaning(const Draft& draft, const Layout& layout);
/// `dossier` with what has no meaning made alike: the order of aanvullende eisen, rubrieken without title in two parts.
[[nodiscard]] model::Dossier normal(model::Dossier dossier);
/// Drafts with one thing less.
[[nodiscard]] std::vector<Draft> smaller(const Draft& draft);

}  // namespace dossier::roundtrip
