#pragma once
/// For readers of one text in which very much may be wrong.

#include "base/base.hpp"

namespace dossier {

/// Nobody reads the thousandth: a reader that finds this many problems in one text stops there.
inline constexpr std::size_t kMostProblems = 1000;

/// Whether `diagnostics`, of one text, are that many. Says so, once, at `at`.
[[nodiscard]] inline bool too_many_problems(Diagnostics& diagnostics, Location at) {
    if (diagnostics.all().size() < kMostProblems) return false;
    if (diagnostics.all().size() == kMostProblems) diagnostics.error("too-many-problems", at, say("too many problems, reading stops here"));
    return true;
}

}  // namespace dossier
