#pragma once
/// The Dutch of what the program says: for every pattern of a Message (src/base/message.hpp) the same in Dutch. It is for people of exam
/// committees who have never seen a terminal. No files, threads or locale, so that the page in a browser speaks it too.

#include <span>
#include <string_view>

namespace dossier::taal {

struct Zin {
    std::string_view english;  ///< the pattern, as it stands behind `say(`
    std::string_view dutch;    ///< its holes are "{}" in the same order, or "{0}", "{1}", ...
};

/// The whole table, in the order in which people edit it.
[[nodiscard]] std::span<const Zin> zinnen();

/// The Dutch of a pattern; "" if the table has none. A `Translate`.
[[nodiscard]] std::string_view nederlands(std::string_view pattern);

}  // namespace dossier::taal
