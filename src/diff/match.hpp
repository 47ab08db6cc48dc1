#pragma once
/// Which element of the old dossier is which of the new one. Private to this room.

#include "diff/elements.hpp"

#include <cstdint>

namespace dossier::diff {

/// One of the two dossiers, with what matching needs to know of each element.
struct Side {
    explicit Side(std::vector<Element> elements);

    [[nodiscard]] const Element& at(int i) const { return all[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int partner_of(int i) const { return i < 0 ? -1 : partner[static_cast<std::size_t>(i)]; }

    std::vector<Element> all;
    std::vector<std::vector<int>> children;
    std::vector<int> partner;   ///< index on the other side, or -1
    std::vector<int> position;  ///< among its siblings of the same sort
    /// Numbers of the telling words, sorted: of the own text, and of everything below.
    std::vector<std::vector<std::uint32_t>> own, below;
    std::size_t words = 0;  ///< all numbers are below this
};

/// Fills `partner` on both sides. How many pairs it held against each other for likeness, for who tests that it stays bounded.
std::size_t match(Side& old, Side& now);

/// In which criteria and vakkennis each word is.
class Index {
public:
    /// Once `side` has been matched.
    explicit Index(const Side& side);

    /// All that can have seven tenths of `words`, in order, from where `family` begins to where it ends: no more than kMost for a word
    /// beyond which very many texts have it.
    [[nodiscard]] std::vector<int> candidates(const std::vector<std::uint32_t>& words, const std::vector<int>& family) const;

    static constexpr std::ptrdiff_t kMost = 30;

private:
    std::vector<std::vector<int>> with_word_;
};

/// Calls `found(word)` for each different number in `words`, which is sorted.
template <class Found> void each_word(const std::vector<std::uint32_t>& words, Found found) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i == 0 || words[i] != words[i - 1]) found(words[i]);
}

/// Shared words over all words, 0 to 1.
[[nodiscard]] double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// How many words they share.
[[nodiscard]] std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace dossier::diff
