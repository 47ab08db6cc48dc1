#pragma once
/// What the program says of itself: its version, the commit it was built from, and what it is made of, with the licences.

#include <span>
#include <string>
#include <string_view>

namespace dossier::cli {

/// "1.0.0": the version of the CMake project, written there only.
[[nodiscard]] const char* version();
/// Its day in CHANGELOG.md: "2025-08-01".
[[nodiscard]] const char* release_date();
/// The commit as `git describe` names it; "" when the sources were in no clone.
[[nodiscard]] const char* commit();

/// Something in one of our programs that is not its code: a library, or data of whomever. The table is src/cmake/Components.cmake.
struct Component {
    bool embedded;  ///< it lies in the program as it is; else it is a library
    std::string_view name;
    std::string_view version;  ///< that it was built with; "" when not known
    std::string_view licence;  ///< SPDX expression; "" is that of the program itself
    std::string_view origin;   ///< the Debian package with its version, or who made it
    std::string_view program;  ///< of ours that holds or links it
};
[[nodiscard]] std::span<const Component> components();

/// What `--version` prints.
[[nodiscard]] std::string version_text();
/// The same as one JSON object, with the licences.
[[nodiscard]] std::string version_json();

}  // namespace dossier::cli
