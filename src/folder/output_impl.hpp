#pragma once
/// What an OutputFolder knows. Private to `folder`.

#include "folder/descriptor.hpp"
#include "folder/inventory.hpp"
#include "folder/output.hpp"
#include "folder/present.hpp"

namespace dossier::folder {

struct OutputFolder::Impl {
    explicit Impl(std::filesystem::path where) : path(std::move(where)) {}

    std::filesystem::path path;
    Descriptor root;  ///< none: it is not there
    bool interrupted = false;
    Basis basis;
    Inventory inventory, journal;
    State state;
    std::int64_t state_from = 0;  ///< when the state was written, in nanoseconds since 1970
    std::string text;             ///< of the inventory on disk

    struct Found {
        bool same = false;
        std::size_t bytes = 0;
        bool was_read = false;  ///< the stamp did not tell
    };

    [[nodiscard]] bool enter(For purpose, const std::function<void()>& waiting, std::string& problem);
    [[nodiscard]] std::string shown(std::string_view file) const { return (path / file).string(); }
    [[nodiscard]] Present there(std::string_view file) const { return root ? look(root.get(), file) : Present{}; }
    /// Whether the file is there with the bytes of `hash`.
    [[nodiscard]] Found find(std::string_view file, std::string_view hash) const;
    /// Whether this program put bytes of `hash` there.
    [[nodiscard]] bool is_ours(std::string_view file, std::string_view hash) const;
    void remember(const Inventory& now, std::string_view now_text, const std::string& memo);

    [[nodiscard]] bool may_replace(const OutputFile& file, const Present& present, bool force, Diagnostics& diagnostics) const;
    /// The files of earlier runs that `planned` does not name.
    void add_stale(const std::vector<std::string>& planned, std::vector<Step>& out, Diagnostics& diagnostics) const;
    /// What the inventory says after `steps`.
    [[nodiscard]] Inventory after(const std::vector<Step>& steps, const std::vector<std::string>& planned) const;
    /// The two halves of a change; false after a failure.
    [[nodiscard]] bool write(const std::vector<Step>& steps, std::string& problem);
    [[nodiscard]] bool finish(const std::vector<Step>& steps, const std::string& now_text, std::string& problem);
};

}  // namespace dossier::folder
