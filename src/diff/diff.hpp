#pragma once
/// What changed between two versions of a dossier: the was-wordt list. Two dossiers in, one ordered list out; texts are
/// UTF-8 and in the notation of `model::write_tekst`.
///
/// Parts are matched by what they say as well as by their code, so that a kerntaak that was renumbered is the same kerntaak:
/// first equal titles and texts, under the same parent before elsewhere, then the best likeness of words above a threshold.
/// The result does not depend on which of the two dossiers is called old: `compare(b, a)` is the mirror image of
/// `compare(a, b)`. Above a million candidate pairs (40,000 of kerntaken or werkprocessen) only parts are compared for likeness that
/// share a word which few have, stand under the same parent as long as these pairs are not too many either, or have the same place.

#include "base/base.hpp"
#include "model/model.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::diff {

/// What sort of part. `deel` groups (basisdeel, generiek, beoordeling, ...); `veld` is a named text of its parent; `item` is
/// one of a list that has no sort of its own (a begrip, a keuzedeel, a link), `naam` says which.
enum class Soort {
    dossier,
    deel,
    profiel,
    kerntaak,
    werkproces,
    aanvullende_eis,
    rubriek,
    veld,
    criterium,
    vakkennis,
    competentie,
    generiek_onderdeel,
    item
};
/// The word for it: "aanvullende eis".
[[nodiscard]] std::string_view woord(Soort soort);

enum class Staat {
    gelijk,
    veranderd,  ///< in both; at least one of verplaatst, hernummerd, gewijzigd, volgorde
    nieuw,
    vervallen,
    vertrokken,  ///< stands where the part was; its `veranderd` stands where it is now
};

/// A run of words: in both texts, only in the old one, or only in the new one.
struct Stuk {
    enum class Soort { gelijk, weg, nieuw };
    Soort soort = Soort::gelijk;
    std::string tekst;
};

struct Wijziging {
    Soort soort = Soort::dossier;
    Staat staat = Staat::gelijk;
    bool verplaatst = false;  ///< under another parent
    bool hernummerd = false;  ///< its own part of the code changed; what follows from the parent's code does not count
    bool gewijzigd = false;   ///< other words
    bool volgorde = false;    ///< its children without a code stand in another order
    int ouder = -1;           ///< index in Verschil::alles
    int diepte = 0;
    std::string naam;                        ///< of a veld, a deel or an item: "omschrijving", "begrip"
    std::string code_oud, code_nieuw;        ///< "" where there is none
    std::string oud, nieuw;                  ///< title or text
    std::string profiel_oud, profiel_nieuw;  ///< code of the profiel for which this is an aanvullende eis
    std::string van, naar;                   ///< verplaatst, vertrokken: the old and the new parent, for people
    std::string verwant;                     ///< nieuw: what it was split off from; vervallen: what it went into; for people
    std::vector<Stuk> woorden;               ///< gewijzigd: the two texts in one
    bool landelijk = true;  ///< part of the national text, not of the school's beoordeling, the notes on the source or the earlier codes
};

struct Telling {
    Soort soort;
    std::size_t nieuw = 0, vervallen = 0, verplaatst = 0, hernummerd = 0, gewijzigd = 0, gelijk = 0;
};

struct Verschil {
    /// Every part of both dossiers, parents before children, in the order of the new dossier; what is gone stands after the
    /// part it followed. [0] is the dossier.
    std::vector<Wijziging> alles;
    std::vector<Telling> telling;  ///< by sort, profielen to generieke onderdelen
    [[nodiscard]] bool gelijk() const;
};

[[nodiscard]] Verschil compare(const model::Dossier& old, const model::Dossier& now);

/// National category of a part with all that is under it: 1 new, 2 has new elements, 3 has other changes, 4 unchanged;
/// 0 for what is gone. Only what is part of the national text counts. With `profiel` (index of a profiel in `alles`),
/// aanvullende eisen for other profielen do not count.
[[nodiscard]] int categorie(const Verschil& verschil, std::size_t onderdeel, int profiel = -1);
/// The same for a kwalificatie: the basisdeel as that profiel has it, the generieke onderdelen and its own part.
[[nodiscard]] int categorie_kwalificatie(const Verschil& verschil, std::size_t profiel);
/// Whether the category of a werkproces says more than that of its kerntaak, which is neither unchanged nor new nor gone; for
/// every index in `alles`.
[[nodiscard]] std::vector<bool> rated_apart(const Verschil& verschil);
/// "wijzigingen".
[[nodiscard]] std::string_view woord_categorie(int categorie);

/// The differing words of two texts.
[[nodiscard]] std::vector<Stuk> compare_words(std::string_view old, std::string_view now);

// ---- as a list for people ------------------------------------------------------------------------------------------

/// One change, as a line under the heading of its kerntaak, werkproces, ...
struct Regel {
    std::size_t index = 0;            ///< in Verschil::alles
    std::vector<std::string> merken;  ///< "nieuw", "vervallen", "verplaatst", "hernummerd", "gewijzigd", "andere volgorde"
    std::string wat;                  ///< "criterium B1-K1-W1-G2", "omschrijving", "vakkennis"
    std::string toelichting;          ///< "was B1-K1-W1-G3", "van B1-K1-W1 naar B1-K1-W2"; may be ""
    std::vector<Stuk> stukken;        ///< the text, with what changed; equal runs that are long are cut with "…"
};
/// A heading with the changes directly under it. Headings without changes anywhere below are left out.
struct Groep {
    std::size_t index = 0;
    int niveau = 1;             ///< 1 for a deel or a profiel, 2 for a kerntaak, 3 for a werkproces
    std::string titel;          ///< "B1-K1 Verkoopt"
    int categorie = 0;          ///< of kerntaken and werkprocessen that are not gone; 0: none
    std::vector<Regel> regels;  ///< a change of the heading itself comes first
};
[[nodiscard]] std::vector<Groep> list_changes(const Verschil& verschil);

/// A form that has to be adopted again, and why. Made by `publish`, which knows the forms.
struct Formulier {
    std::string profiel;   ///< "P3 E-commerce specialist"
    std::string titel;     ///< "Beoordelingsformulier B1-K1 Onderzoekt de customer journey"
    std::string kort;      ///< "Beoordelingsformulier B1-K1"
    std::string document;  ///< id in the manifest
    std::string pad;       ///< the file that `build` makes of it, or made of it before
    bool nieuw = false, vervallen = false;
    bool alleen_kenmerk = false;       ///< says the same, but has another kenmerk or version at the foot of the page
    std::vector<std::string> redenen;  ///< "criterium B1-K1-W1-G2 gewijzigd"
};
/// Reasons why something made from the parts `within` (indices in `alles`, with all under them) changed, for people; at most
/// `most`, then "en nog 12 wijzigingen". `profiel` as in `categorie`. Only changes for which `counts` is true, if given.
[[nodiscard]] std::vector<std::string> reasons(const Verschil& verschil, const std::vector<std::size_t>& within, int profiel,
                                               std::size_t most, const std::function<bool(const Wijziging&)>& counts = {});

/// What to say of the two files at the top.
struct Koppen {
    std::string oud, nieuw;  ///< "Handel, versie 2024 (oud.yaml)"
};
/// The list for a terminal, in Dutch, at most 100 columns where words allow; [-gone-] and {+new+} mark words.
[[nodiscard]] std::string write_text(const Verschil& verschil, const std::vector<Formulier>& formulieren, const Koppen& koppen);

}  // namespace dossier::diff
