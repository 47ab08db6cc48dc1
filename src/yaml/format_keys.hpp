#pragma once
/// The order of keys in canonical YAML: that of the model. Private to `yaml`.

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

}  // namespace dossier::yaml
