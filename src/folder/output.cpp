#include "folder/output.hpp"

#include "folder/change.hpp"
#include "folder/output_impl.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace dossier::folder {
namespace {

namespace fs = std::filesystem;

/// "" if there is none. nullopt, and errno, after a failure.
std::optional<std::string> text_of(int root, std::string_view name) {
    constexpr std::size_t kMost = std::size_t{64} << 20;
    const Descriptor file(::openat(root, std::string(name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    std::string text;
    if (file ? read_all(file.get(), kMost, text) : errno == ENOENT) return text;
    return std::nullopt;
}

/// Waits until the folder is this run's alone. A disk that knows no locks lets every run in.
bool lock(int root, const std::function<void()>& waiting) {
    if (::flock(root, LOCK_EX | LOCK_NB) == 0 || errno == ENOTSUP || errno == ENOLCK) return true;
    if (errno != EWOULDBLOCK) return false;
    waiting();
    while (::flock(root, LOCK_EX) != 0)
        if (errno != EINTR) return false;
    return true;
}

}  // namespace

fs::path inventory_in(const fs::path& folder) { return folder / kInventory; }

bool OutputFolder::Impl::enter(For purpose, const std::function<void()>& waiting, std::string& problem) {
    const auto failed = [&](const std::filesystem::path& at) {
        problem = at.string() + ": " + reason();
        return false;
    };
    root = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root || (purpose == For::writing && !lock(root.get(), waiting))) return failed(path);
    // Without these two nobody knows whose the files are.
    auto known = text_of(root.get(), kInventory);
    if (!known) return failed(path / kInventory);
    text = std::move(*known);
    basis = read_inventory(text, inventory);
    const auto coming = text_of(root.get(), kJournal);
    if (!coming) return failed(path / kJournal);
    interrupted = !coming->empty();
    (void)read_inventory(*coming, journal);
    state = read_state(text_of(root.get(), kState).value_or(""), text);
    state_from = stamp_of(root.get(), kState).changed;
    if (purpose == For::looking) return true;
    for (const auto& [file, made] : journal) remove_temporary(root.get(), file);
    for (const std::string_view own : {kInventory, kJournal, kState}) remove_temporary(root.get(), own);
    return true;
}

OutputFolder::Impl::Found OutputFolder::Impl::find(std::string_view file, std::string_view hash) const {
    // A clock ticks every few milliseconds: what was written in the tick of the state may have been written again in it.
    constexpr std::int64_t kTick = 20'000'000;
    const auto known = state.stamps.find(file);
    if (known != state.stamps.end()) {
        const Stamp now = stamp_of(root.get(), file);
        if (now.text == known->second && now.changed + kTick < state_from) return {true, now.bytes, false};
    }
    const Present present = there(file);
    return {present.kind == Present::Kind::file && present.hash == hash, present.bytes, true};
}

bool OutputFolder::Impl::is_ours(std::string_view file, std::string_view hash) const {
    const auto names = [&](const Inventory& each) {
        const auto known = each.find(file);
        return known != each.end() && std::any_of(known->second.begin(), known->second.end(),
                                                  [hash](const Made& made) { return made.hash.empty() || made.hash == hash; });
    };
    return names(inventory) || names(journal);
}

void OutputFolder::Impl::remember(const Inventory& now, std::string_view now_text, const std::string& memo) {
    State next{{}, memo};
    for (const auto& [file, made] : now) next.stamps[file] = stamp_of(root.get(), file).text;
    std::string ignored;  // without it the next run reads the files
    const std::string folder = path.string();
    Change change(root.get(), folder, Change::Durable::no);
    (void)(change.write(kState, state_text(next, now_text), ignored) && change.place(ignored));
}

OutputFolder::OutputFolder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OutputFolder::OutputFolder(OutputFolder&&) noexcept = default;
OutputFolder& OutputFolder::operator=(OutputFolder&&) noexcept = default;
OutputFolder::~OutputFolder() = default;

std::optional<OutputFolder> OutputFolder::open(const fs::path& path, For purpose, const std::function<void()>& waiting,
                                               std::string& problem) {
    OutputFolder out(std::make_unique<Impl>(path));
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error)) && !out.impl_->enter(purpose, waiting, problem)) return std::nullopt;
    return out;
}

bool OutputFolder::make(const std::function<void()>& waiting, std::string& problem) {
    if (impl_->root) return true;
    std::error_code error;
    fs::create_directories(impl_->path, error);
    return impl_->enter(For::writing, waiting, problem);
}

bool OutputFolder::interrupted() const { return impl_->interrupted; }
const Basis& OutputFolder::basis() const { return impl_->basis; }
const std::string& OutputFolder::memo() const { return impl_->state.memo; }

std::optional<std::size_t> OutputFolder::untouched() {
    if (!impl_->root || impl_->interrupted) return std::nullopt;
    bool was_read = false;
    for (const auto& [file, made] : impl_->inventory) {
        const Impl::Found found = impl_->find(file, made.front().hash);
        if (made.size() != 1 || !found.same) return std::nullopt;
        was_read = was_read || found.was_read;
    }
    if (was_read) impl_->remember(impl_->inventory, impl_->text, memo());
    return impl_->inventory.size();
}

std::optional<MadeFile> OutputFolder::made_of(std::string_view path, std::string_view key) const {
    const auto known = impl_->inventory.find(path);
    if (known == impl_->inventory.end()) return std::nullopt;
    for (const Made& made : known->second) {
        if (std::find(made.keys.begin(), made.keys.end(), key) == made.keys.end()) continue;
        const Impl::Found found = impl_->find(path, made.hash);
        if (found.same) return MadeFile{found.bytes, made.hash, made.keys};
    }
    return std::nullopt;
}

std::vector<FileSize> OutputFolder::existing() const {
    std::vector<FileSize> out;
    for (const auto& [file, made] : impl_->inventory) {
        const Stamp there = stamp_of(impl_->root.get(), file);
        if (!there.text.empty()) out.push_back({file, there.bytes});
    }
    return out;
}

}  // namespace dossier::folder
