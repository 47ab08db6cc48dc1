#pragma once
/// A made-up dossier as the text of its pages.

#include "draft.hpp"

#include <string>
#include <vector>

namespace dossier::roundtrip {

struct Written {
    std::string text;
    std::vector<std::size_t> doubtful;  ///< lines, from 1, that a reader may take in two ways
};

[[nodiscard]] Written write_text(const Draft& draft, const Layout& layout);

}  // namespace dossier::roundtrip
