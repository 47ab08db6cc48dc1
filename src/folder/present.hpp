#pragma once
/// What is at a path below a folder, without following a link. Private to `folder`.

#include "base/message.hpp"
#include "folder/descriptor.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::folder {

/// What is at a path.
class Present {
public:
    enum class Kind : std::uint8_t {
        nothing,
        file,
        other,       ///< no file: a folder, a link, a pipe; `words` says what
        blocked,     ///< where a folder of the path must be is something else: `at`, and `words` says what
        unreadable,  ///< `words` says why
    };
    Kind kind = Kind::nothing;
    std::string hash{};  ///< of a file: SHA-256, in hexadecimal
    std::size_t bytes = 0;
    std::string at{};
    Message words{};
    bool is_folder = false;
};
[[nodiscard]] Present look(int root, std::string_view path);

/// What the file system says of the file at a path.
struct Stamp {
    std::string text;  ///< another one for a file that was written, replaced or copied since; "" if there is none
    std::size_t bytes = 0;
    std::int64_t changed = 0;  ///< when, in nanoseconds since 1970
};
[[nodiscard]] Stamp stamp_of(int root, std::string_view path);

/// Names of folders that were made on the way.
using MadeFolders = std::vector<std::string>;
/// The folder that holds `path`; none, and errno, if it is not there. Makes what is missing when `made` is given.
[[nodiscard]] Descriptor parent_of(int root, std::string_view path, MadeFolders* made = nullptr);
/// The last name of `path`.
[[nodiscard]] std::string name_of(std::string_view path);

}  // namespace dossier::folder
