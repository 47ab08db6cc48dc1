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
};

/// Fills `partner` on both sides.
void match(Side& old, Side& now);

/// Shared words over all words, 0 to 1.
[[nodiscard]] double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// How many words they share.
[[nodiscard]] std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace dossier::diff
