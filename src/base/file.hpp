#pragma once
/// Files as values, for the rooms that make them and never touch a disk.

#include <cstddef>
#include <optional>
#include <string>

namespace dossier {

/// A file to write: `path` is relative to a folder that the shell knows, with "/" between names, each name from `slug` or
/// literal text of the manifest, never "..".
struct File {
    std::string path;
    std::string bytes;
};

/// A file that is there already.
struct FileSize {
    std::string path;
    std::size_t bytes = 0;
};

/// A file of a folder that is kept up to date. Of those with a key the caller knows without making them whether they would have the
/// same bytes: if they are made of the same.
struct OutputFile {
    std::string path;
    std::string bytes;
    std::string key{};                   ///< SHA-256, in hexadecimal, of all that it is made of; "" when that is not known
    std::optional<std::size_t> there{};  ///< it is there already, made of the same, with so many bytes; `bytes` is empty then

    [[nodiscard]] std::size_t size() const { return there.value_or(bytes.size()); }
};

}  // namespace dossier
