#pragma once
/// The texts of the dossier as templates need them. Private to this room.

#include "view/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::view {

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

/// "2025-08-01" -> "1 augustus 2025"; "" and anything that is not a date stay as they are.
[[nodiscard]] std::string dutch_date(std::string_view iso);
/// The first sentences of the first paragraph, at least one and about `most` code points at most.
[[nodiscard]] std::string opening(const model::Tekst& tekst, std::size_t most);
/// `text` without the ";" or "." that a list item ends with.
[[nodiscard]] std::string_view without_end_mark(std::string_view text);
/// Id of a code: "B1-K1-W2" -> "b1-k1-w2".
[[nodiscard]] std::string id_of(std::string_view code);

}  // namespace dossier::view
