#pragma once
/// The parts that view.cpp puts together. Private to this room.

#include "view/view.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::view {

/// Builds an object in one go: `Fields()("code", k.code)("titel", k.titel).value()`.
class Fields {
public:
    Fields() { object_.reserve(8); }
    Fields& operator()(const char* name, Value value) {
        object_.emplace_back(name, std::move(value));
        return *this;
    }
    Fields& operator()(const char* name, const model::Text& text) { return (*this)(name, Value(text.value)); }
    [[nodiscard]] Value value() { return Value(std::move(object_)); }

private:
    Object object_;
};

/// Long and short text for templates. Keeps count of which begrippen have been met, since only the first use of each
/// links to the list of terms: call it in the order of the page. Terms in another language are marked wherever they stand.
class Texts {
public:
    enum class Links { yes, no };
    explicit Texts(const std::vector<model::Begrip>& begrippen, Links links = Links::yes);

    /// The blocks as a flat list; see view.hpp for their names. `aanvullend` marks them as an aanvullende eis.
    [[nodiscard]] List blokken(const model::Tekst& tekst, bool aanvullend = false);
    /// The text in pieces: {tekst, url, begrip, taal}; `url` is a web address found in it, `begrip` the id of a term, `taal`
    /// the language of a piece that is not in Dutch.
    [[nodiscard]] List stukken(std::string_view text);
    /// The same without links, for titles.
    [[nodiscard]] List woorden(std::string_view text);

private:
    struct Phrase {
        std::string woord;
        std::string id;    ///< "" for a phrase that is no term
        std::string taal;  ///< "" for Dutch
        bool used = false;
        [[nodiscard]] bool wants_link(bool links) const { return links && !used && !id.empty(); }
        /// Where it stands as whole words; at the beginning of a sentence too.
        [[nodiscard]] std::size_t find_in(std::string_view text) const;
    };
    void add_terms(std::string_view text, bool links, List& out);
    void add_blokken(const std::vector<model::Blok>& blokken, bool aanvullend, List& out);
    std::vector<Phrase> phrases_;
};

/// A piece as those of Texts, of plain text.
[[nodiscard]] Value text_piece(std::string_view text);

/// What the parts of one kwalificatie need to know of the whole.
struct Context {
    std::string_view profiel;  ///< code whose aanvullende eisen are merged in
    const model::Beoordeling& beoordeling;
    Texts& texts;
    std::set<std::string, std::less<>> codes{};  ///< of kerntaken and werkprocessen in use: an earlier code gives way to them
};

/// "2025-08-01" -> "1 augustus 2025"; "" and anything that is not a date stay as they are.
[[nodiscard]] std::string dutch_date(std::string_view iso);
/// The first sentences of the first paragraph, at least one and about `most` code points at most.
[[nodiscard]] std::string opening(const model::Tekst& tekst, std::size_t most);
/// `text` without the ";" or "." that a list item ends with.
[[nodiscard]] std::string_view without_end_mark(std::string_view text);
/// Id of a code: "B1-K1-W2" -> "b1-k1-w2".
[[nodiscard]] std::string id_of(std::string_view code);
/// "1 werkproces", "2 werkprocessen".
[[nodiscard]] std::string count_of(std::size_t n, std::string_view one, std::string_view many);
/// Sets eerste and laatste on every item of `items`.
void mark_ends(List& items);

// ---- beoordeling.cpp -----------------------------------------------------------------------------------------------

/// How many of `n` a drempel ("alle", "75%") asks for: rounded up, and at least one of any.
[[nodiscard]] std::size_t needed(std::string_view drempel, std::size_t n);
/// Sentence that says when a werkproces with `n` criteria is voldoende; "" if n is 0.
[[nodiscard]] std::string cesuur_werkproces(const model::Beoordeling& beoordeling, std::size_t n, std::size_t cruciaal);
/// Sentence that says when a kerntaak with `n` werkprocessen is voldoende.
[[nodiscard]] std::string cesuur_kerntaak(const model::Beoordeling& beoordeling, std::size_t n);
[[nodiscard]] Value view_beoordeling(const model::Beoordeling& beoordeling, Texts& texts);
/// Werkprocessen with their criteria by exameneenheid, with the coverage of each kerntaak against the norm. `kerntaken` and
/// `beoordeling` are those of one kwalificatie, `views` what view_kerntaak made of each. `standard`: the dossier gives no
/// exameneenheden, so each kerntaak is one exam.
[[nodiscard]] Value view_examenmatrijs(const std::vector<const model::Kerntaak*>& kerntaken, const List& views, const model::Beoordeling& beoordeling,
                                       bool standard);

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
