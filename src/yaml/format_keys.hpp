#pragma once
/// The order of keys in canonical YAML, that of the model, and what comes between items. Private to `yaml`.

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::yaml {

/// The keys of a record in the order of the model, each with what is under it.
struct Shape {
    std::vector<std::pair<std::string_view, std::unique_ptr<Shape>>> keys;
};

[[nodiscard]] const Shape& dossier_shape();

/// Lists with an empty line after an item that is longer than kShortItem lines.
[[nodiscard]] inline bool parted(std::string_view list) { return list == "kerntaken" || list == "werkprocessen" || list == "profielen"; }
inline constexpr int kShortItem = 2;

}  // namespace dossier::yaml
