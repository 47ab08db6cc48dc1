#pragma once
/// Patterns for hyphenation, as libhyphen walks through them. Reading them from their text takes longer than a form, so the build of the
/// program does that (prepare_layout.cpp), and the program takes over the states of the machine.

#include "base/packed.hpp"

#include <hyphen.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::layout {

/// The packed patterns of `text`, a dictionary of libhyphen.
[[nodiscard]] std::string pack_hyphens(std::string_view text);

class Hyphens {
public:
    /// Borrows the bytes behind `in`.
    explicit Hyphens(Unpacker& in);
    Hyphens(const Hyphens&) = delete;
    Hyphens& operator=(const Hyphens&) = delete;

    /// For libhyphen, which changes nothing in it.
    [[nodiscard]] HyphenDict* dictionary() const { return const_cast<HyphenDict*>(&dictionary_); }

private:
    HyphenDict dictionary_{};
    std::vector<HyphenState> states_;
    std::vector<HyphenTrans> steps_;
    std::unique_ptr<Hyphens> next_level_;
};

}  // namespace dossier::layout
