#pragma once
/// The sections of the values, each made by the file that is named above it; view.cpp puts them together. Private to this room.

#include "scoring/scoring.hpp"
#include "view/texts.hpp"
#include "view/view.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::view {

/// What the parts of one kwalificatie need to know of the whole.
struct Context {
    std::string_view profiel;  ///< code whose aanvullende eisen are merged in
    const model::Beoordeling& beoordeling;
    Texts& texts;
    std::set<std::string, std::less<>> codes{};  ///< of kerntaken and werkprocessen in use: an earlier code gives way to them
};

// ---- fingerprint.cpp -----------------------------------------------------------------------------------------------

/// SHA-256, in hexadecimal, of the canonical text of all that is in it.
[[nodiscard]] std::string digest(const model::Dossier& dossier);
/// Of which that is the digest.
[[nodiscard]] std::string fingerprint(std::string_view digest);

// ---- algemeen.cpp --------------------------------------------------------------------------------------------------

/// What the dossier says of itself; `print` is its fingerprint.
[[nodiscard]] Value view_identity(const model::Dossier& dossier, const std::string& print);
/// A leeswijzer or verantwoording.
[[nodiscard]] Value view_paragraphs(const std::vector<model::Paragraaf>& paragraphs, Texts& texts);
[[nodiscard]] Value view_bron(const model::Bron& bron, Texts& texts);
[[nodiscard]] Value view_beroepsgroep(const model::Basisdeel& basisdeel, Texts& texts);
/// The generieke onderdelen of a kwalificatie at `niveau`; 0 is every level.
[[nodiscard]] Value view_generiek(const model::Generiek& generiek, int niveau, Texts& texts);
/// Those of `profiel`, or all.
[[nodiscard]] Value view_keuzedelen(const std::vector<model::Keuzedeel>& keuzedelen, const model::Profiel* profiel);
/// Sorted by term.
[[nodiscard]] Value view_begrippen(const std::vector<model::Begrip>& begrippen);

// ---- profielen.cpp -------------------------------------------------------------------------------------------------

/// What lists of profielen show.
[[nodiscard]] Value view_profile_line(const model::Profiel& profiel, const model::Dossier& dossier, const model::Profiel* current);
/// The profiel that stands `step` (-1 or 1) further in the dossier, or false.
[[nodiscard]] Value view_neighbour(const model::Dossier& dossier, const model::Profiel& profiel, int step);
[[nodiscard]] Value view_profiel(const model::Profiel& profiel, const model::Dossier& dossier, Texts& texts, const std::string& print);

// ---- beoordeling.cpp -----------------------------------------------------------------------------------------------

[[nodiscard]] Value view_beoordeling(const model::Beoordeling& beoordeling, Texts& texts);
/// From how many points which mark, in rows of some beside each other; false where there is no mark, or no telling.
[[nodiscard]] Value view_cijfertabel(const model::Beoordeling& beoordeling, const scoring::TeBeoordelenKerntaak& deel);
/// Werkprocessen with their criteria by exameneenheid, with the coverage of each kerntaak against the norm. `kerntaken` and
/// `beoordeling` are those of one kwalificatie, `views` what view_kerntaak made of each. `standard`: the dossier gives no
/// exameneenheden, so each kerntaak is one exam.
[[nodiscard]] Value view_examenmatrijs(const std::vector<const model::Kerntaak*>& kerntaken, const List& views,
                                       const model::Beoordeling& beoordeling, bool standard);

// ---- kerntaken.cpp -------------------------------------------------------------------------------------------------

/// One profiel's look at its kerntaken. Earlier codes that are given an id here join `context.codes`.
[[nodiscard]] Value view_kerntaak(const model::Kerntaak& kerntaak, Context& context);
/// Whether the source gives only codes and titles of this kerntaak.
[[nodiscard]] bool titles_only(const model::Kerntaak& kerntaak);

// ---- overzicht.cpp -------------------------------------------------------------------------------------------------

/// Competenties by werkproces.
[[nodiscard]] Value view_matrix(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel);
/// Vakkennis A to Z.
[[nodiscard]] Value view_index_vakkennis(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel, Texts& texts);

// ---- figuur.cpp ----------------------------------------------------------------------------------------------------

/// Places for a drawing of the kwalificatie at a glance: a band per kerntaak, a tile per werkproces.
[[nodiscard]] Value view_figuur(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel, Texts& texts);

// ---- vergelijking.cpp ----------------------------------------------------------------------------------------------

/// A kerntaak, or a werkproces in it, of one profiel.
struct Place {
    const model::Profiel* profiel;
    const model::Kerntaak* kerntaak;
    const model::Werkproces* werkproces;  ///< nullptr for the kerntaak itself
};
[[nodiscard]] Value view_place(const Place& place);

/// Where other profielen have a kerntaak of the same title.
[[nodiscard]] List also_in(const model::Dossier& dossier, const model::Profiel& profiel, const model::Kerntaak& kerntaak);
/// Kerntaken and werkprocessen by title, with the profielen in which each occurs.
[[nodiscard]] Value view_vergelijking(const model::Dossier& dossier, Texts& texts);

// ---- verschil.cpp --------------------------------------------------------------------------------------------------

/// Places of one title held against each other by what they say, text by text; those of which only the title is known apart.
[[nodiscard]] Value view_inhoud(const std::vector<Place>& places);
/// Pairs of werkprocessen in different profielen that have at least half of their criteria in common under another title.
[[nodiscard]] List view_gelijkende(const model::Dossier& dossier);

}  // namespace dossier::view
