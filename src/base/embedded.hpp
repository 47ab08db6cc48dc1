#pragma once
/// Files that are part of the program: see src/cmake/EmbedFiles.cmake.

#include <span>
#include <string_view>

namespace dossier {

struct EmbeddedFile {
    std::string_view name;  ///< path relative to the folder it came from
    std::string_view bytes;
};

}  // namespace dossier
