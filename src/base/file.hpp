#pragma once
/// Files as values, for the rooms that make them and never touch a disk.

#include <cstddef>
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

}  // namespace dossier
