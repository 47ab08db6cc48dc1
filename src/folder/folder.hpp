#pragma once
/// Disks. With `cli` the only room that touches one: reading inputs and the folder of templates, and writing single files so that after
/// any failure the old ones are whole. Of a whole folder: folder/output.hpp.

#include "base/base.hpp"
#include "style/templates.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::folder {

/// Why a file could not be read.
struct ReadProblem {
    Message words;           ///< without the path
    bool too_large = false;  ///< it is there, and has more bytes than were asked for
};
/// Reads a file whole, at most `most` bytes; one that is written meanwhile is a failure. On failure: nullopt, and `problem` says why.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most, ReadProblem& problem);

/// When a file is on the disk: when the call returns, or, of thousands, at the next `sync_all`.
enum class Durable : std::uint8_t { now, later };
/// Writes a file whole or not at all: beside its place first, then renamed. A file that is there keeps its rights, a link is
/// followed to its target, and a device or a pipe is written to. Two runs that write one file do so one after the other. On failure
/// `problem` says why, without the path.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view bytes, std::string& problem,
                              Durable durable = Durable::now);
/// Waits until all that was written on the disk of `folder` is there. On failure `problem` says why, without the path.
[[nodiscard]] bool sync_all(const std::filesystem::path& folder, std::string& problem);

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
/// Gives a file that is there the time of now. On failure `problem` says which and why.
[[nodiscard]] bool touch(const std::filesystem::path& path, std::string& problem);
/// Removes what killed runs left behind in `folder` while they wrote files there: nothing else, and not what another run writes now.
void remove_strays(const std::filesystem::path& folder);

/// The files of a school's folder of templates, in the order of their names; "" is none. nullopt after errors: no folder, a file
/// that cannot be read or is too large, more than 500 files.
[[nodiscard]] std::optional<std::vector<style::OwnFile>> read_templates(const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace dossier::folder
