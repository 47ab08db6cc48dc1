#pragma once
/// Files as values, for the rooms that make them and never touch a disk.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

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

/// A file that an earlier run made and that is as it was made.
struct MadeFile {
    std::size_t bytes = 0;
    std::string hash;               ///< of its bytes: SHA-256, in hexadecimal
    std::vector<std::string> keys;  ///< see OutputFile
};

/// A file of a folder that is kept up to date. Of those with a key the caller knows without making them whether they would have the
/// same bytes: if they are made of the same.
struct OutputFile {
    std::string path;
    std::string bytes;
    /// SHA-256, in hexadecimal, of all that it is made of, taken at one or more places of the making: one that is the same is enough. None
    /// when that is not known.
    std::vector<std::string> keys{};
    std::optional<MadeFile> there{};  ///< it is there already, made of the same; `bytes` is empty then

    [[nodiscard]] std::size_t size() const { return there ? there->bytes : bytes.size(); }
};

}  // namespace dossier
