#pragma once
/// Disks. With `cli` the only room that touches one: reading inputs and the folder of templates, and putting files in place so that
/// after any failure the old ones are whole.

#include "base/base.hpp"
#include "base/file.hpp"
#include "style/templates.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::folder {

/// Why a file could not be read.
struct ReadProblem {
    std::string words;       ///< without the path
    bool too_large = false;  ///< it is there, and has more bytes than were asked for
};
/// Reads a file whole, at most `most` bytes. On failure: nullopt, and `problem` says why.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most, ReadProblem& problem);

/// Writes a file whole or not at all: beside its place first, then renamed. A file that is there keeps its rights, a link is
/// followed to its target, and a device or a pipe is written to. On failure `problem` says why, without the path.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view bytes, std::string& problem);

/// At most the first `most` bytes of a file. On failure: nullopt, and `problem` says why, without the path.
[[nodiscard]] std::optional<std::string> read_beginning(const std::filesystem::path& path, std::size_t most, ReadProblem& problem);
/// Whether there is anything of that name: a file, a folder, a link to something or to nothing.
[[nodiscard]] bool is_there(const std::filesystem::path& path);
[[nodiscard]] bool is_folder(const std::filesystem::path& path);
/// The regular files in `folder` and the folders in it, relative to it, in the order of their names; links are not followed, and what
/// begins with a dot is left out. nullopt and `problem` after a failure.
[[nodiscard]] std::optional<std::vector<std::string>> files_in(const std::filesystem::path& folder, std::string& problem);
[[nodiscard]] bool is_link(const std::filesystem::path& path);
/// Makes a folder and those above it, if they are not there. On failure `problem` says which and why.
[[nodiscard]] bool make_folder(const std::filesystem::path& folder, std::string& problem);
/// Removes what a killed run left behind while it wrote `paths` in `folder`: nothing else.
void remove_strays(const std::filesystem::path& folder, const std::vector<std::string>& paths);

/// The files of a school's folder of templates, in the order of their names; "" is none. nullopt after errors: no folder, a file
/// that cannot be read or is too large, more than 500 files.
[[nodiscard]] std::optional<std::vector<style::OwnFile>> read_templates(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// What happened to the files of one output folder.
struct Written {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;  ///< made by an earlier run and no longer in the plan
};

/// Brings `folder` up to date: files with the same bytes are left alone; all others are first written beside their place
/// and then renamed, so that a full disk or a crash while writing leaves the old ones whole; files that the inventory of an
/// earlier run names and `planned` does not are removed. On failure: nullopt, and `problem` says which file and why.
[[nodiscard]] std::optional<Written> write_files(const std::filesystem::path& folder, const std::vector<File>& files,
                                                 const std::vector<std::string>& planned, std::string& problem);
/// The files of the inventory of an earlier run in `folder` that are still there.
[[nodiscard]] std::vector<FileSize> existing_files(const std::filesystem::path& folder);

}  // namespace dossier::folder
