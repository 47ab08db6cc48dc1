#pragma once
/// Patterns for hyphenation, as libhyphen walks through them. Reading them from their text takes longer than a form, so the build of the
/// program does that (prepare_layout.cpp), and the program takes over the states of the machine.

#include <hyphen.h>

#include <string>
#include <string_view>
#include <vector>

namespace dossier::layout {

/// The packed patterns of `text`, a dictionary of libhyphen.
[[nodiscard]] std::string pack_hyphens(std::string_view text);

/// A machine of libhyphen, which owns nothing itself.
struct HyphenLevel {
    HyphenDict dictionary{};
    std::vector<HyphenState> states;
    std::vector<HyphenTrans> steps;  ///< of all states, in their order
};

class Hyphens {
public:
    /// Of what pack_hyphens made. Borrows the bytes.
    explicit Hyphens(std::string_view packed);
    Hyphens(const Hyphens&) = delete;
    Hyphens& operator=(const Hyphens&) = delete;

    /// For libhyphen, which changes nothing in it.
    [[nodiscard]] HyphenDict* dictionary() const { return const_cast<HyphenDict*>(&levels_.front().dictionary); }

private:
    std::vector<HyphenLevel> levels_;  ///< each leads to the next
};

}  // namespace dossier::layout
