#include "layout/workspace.hpp"

namespace dossier::layout {

std::unique_ptr<Workspace> Workspaces::take() {
    const std::lock_guard lock(guard_);
    if (idle_.empty()) {
        idle_.reserve(made_ + 1);  // so that giving back cannot fail
        auto fresh = std::make_unique<Workspace>();
        ++made_;
        return fresh;
    }
    auto used = std::move(idle_.back());
    idle_.pop_back();
    return used;
}

void Workspaces::give_back(std::unique_ptr<Workspace> used) noexcept {
    const std::lock_guard lock(guard_);
    idle_.push_back(std::move(used));
}

std::shared_ptr<Workspaces> make_workspaces() { return std::make_shared<Workspaces>(); }

}  // namespace dossier::layout
