#include "yaml/yaml.hpp"

#include "yaml/bind.hpp"

namespace dossier::yaml {

std::optional<model::Dossier> read_dossier(const Source& source, Diagnostics& diagnostics) {
    Problems problems(source, diagnostics);
    Tree tree;
    if (!check_bytes(problems) || !build_tree(tree, problems)) return std::nullopt;
    normalise_values(tree, problems);
    model::Dossier dossier;
    bind_value(tree, tree.root(), "dossier", {}, problems, dossier);
    if (problems.any()) return std::nullopt;
    model::number_criteria(dossier);
    return dossier;
}

}  // namespace dossier::yaml
