#pragma once
/// Which of very many texts a form has, in one walk over it. Private to this room.

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::changes {

/// Single spaces, lower case.
[[nodiscard]] std::string words_of(std::string_view text);

/// Texts by their beginning, as forms are asked for them. Written by hand: neither the standard library nor one of Debian 12 looks
/// for many texts at once, and looking for one after the other takes a form of 1 MB times 16,000 texts.
class Phrases {
public:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    explicit Phrases(const std::vector<std::string_view>& texts);
    /// Of each text, in the order given: its number for `in`, or kNone when it says nothing.
    [[nodiscard]] const std::vector<std::size_t>& numbers() const { return numbers_; }
    /// By number: whether `words` (see words_of) has it, from the beginning of a word on.
    [[nodiscard]] std::vector<bool> in(std::string_view words) const;

private:
    std::vector<std::string> sorted_;
    std::vector<std::size_t> within_;  ///< the longest other one that it begins with, or kNone
    std::vector<std::size_t> numbers_;
};

}  // namespace dossier::changes
