#pragma once
/// A tree as canonical YAML. Private to `yaml`.

#include "yaml/format_comments.hpp"

#include <string>

namespace dossier::yaml {

/// Takes from `comments` each comment that has a place in it.
[[nodiscard]] std::string format_tree(const Tree& tree, CommentPlacer& comments);

}  // namespace dossier::yaml
