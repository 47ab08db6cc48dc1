#pragma once
/// A folder that is kept up to date: what this program made there, what a person did there since, and bringing a change in whole.
///
/// What is promised, whatever fails and wherever the run is killed: each file is the old one or the new one, whole; files that this
/// program did not make, or that were changed since, are as they were; nothing outside the folder is touched, for no link in it is
/// followed; and the next run finishes what was begun. Files are on the disk (fsync) before they take their places.

#include "base/base.hpp"
#include "base/file.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::folder {

/// What a run is made of, by name: SHA-256 in hexadecimal.
using Basis = std::map<std::string, std::string, std::less<>>;

/// What becomes of a file.
enum class Fate : std::uint8_t {
    same,
    added,
    changed,   ///< other bytes than an earlier run made
    restored,  ///< an earlier run made it, and it is gone
    replaced,  ///< not of this program's making, or changed since; only if a person says so
    removed,   ///< made by an earlier run and no longer wanted
    left,      ///< no longer wanted, but changed since it was made
};
struct Step {
    Fate fate = Fate::same;
    std::string path;
    const OutputFile* file = nullptr;  ///< what is to be there, if anything; borrowed
    std::string hash{};                ///< of its bytes: SHA-256, in hexadecimal
};

class OutputFolder {
public:
    /// The folder as it is; it need not be there. For writing it is this run's alone from now on: if another run writes to it,
    /// `waiting` is called, and this waits until that run is done. nullopt after a failure, and `problem` says which and why.
    enum class For : std::uint8_t { looking, writing };
    [[nodiscard]] static std::optional<OutputFolder> open(const std::filesystem::path& path, For purpose,
                                                          const std::function<void()>& waiting, std::string& problem);
    OutputFolder(OutputFolder&&) noexcept;
    OutputFolder& operator=(OutputFolder&&) noexcept;
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();

    /// Makes the folder if it was not there.
    [[nodiscard]] bool make(const std::function<void()>& waiting, std::string& problem);

    /// Whether an earlier run was interrupted while it changed files.
    [[nodiscard]] bool interrupted() const;
    /// What the last run that finished was made of.
    [[nodiscard]] const Basis& basis() const;
    /// What the last run that finished wanted to remember; "" when that was lost.
    [[nodiscard]] const std::string& memo() const;
    /// How many files the inventory has, if all are there as they were made.
    [[nodiscard]] std::optional<std::size_t> untouched();
    /// The file, if it is there as this program made it of `key`. Any number of threads may ask at once.
    [[nodiscard]] std::optional<MadeFile> made_of(std::string_view path, std::string_view key) const;
    /// The files of the inventory that are there.
    [[nodiscard]] std::vector<FileSize> existing() const;

    /// What bringing in `files` would do, in the order of their paths: files of the inventory that `planned` does not name go. What may
    /// not be replaced is an error in `diagnostics`; `force` lets it be replaced. Borrows `files`.
    [[nodiscard]] std::vector<Step> compare(const std::vector<OutputFile>& files, const std::vector<std::string>& planned, bool force,
                                            Diagnostics& diagnostics) const;
    /// Does so, and remembers what the run was made of. On failure `problem` says which file and why, and whether files have changed
    /// already.
    [[nodiscard]] bool carry_out(const std::vector<Step>& steps, const std::vector<std::string>& planned, const Basis& basis,
                                 const std::string& memo, std::string& problem);

private:
    struct Impl;
    explicit OutputFolder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// The file in `folder` that is written by each run that changes something there.
[[nodiscard]] std::filesystem::path inventory_in(const std::filesystem::path& folder);

}  // namespace dossier::folder
