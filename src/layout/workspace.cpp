#include "layout/workspace.hpp"

#include <memory>

namespace dossier::layout {

std::shared_ptr<Workspaces> make_workspaces() { return std::make_shared<Workspaces>(); }

}  // namespace dossier::layout
