#pragma once
/// The helpers of dossier: programs that are installed with it and do one thing in a sandbox. Where they are, and what to make of
/// one that does not answer.

#include "base/message.hpp"
#include "child/child.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dossier::child {

/// Where the helper `name` of this program is looked for: beside it, then where it is installed.
[[nodiscard]] std::vector<std::filesystem::path> helper_places(const std::string& name);
/// The first of `places` that is there.
[[nodiscard]] std::optional<std::filesystem::path> first_file(const std::vector<std::filesystem::path>& places);

struct Trouble {
    enum Of {
        helper,    ///< it is missing or does not start, or says what it should not: `what` is the message
        too_much,  ///< it took more time or memory than it may
        input,     ///< it broke off on what it was given; `what` is how: "signal 11"
    } of = helper;
    Message what;
};

/// "cannot read WHAT without the program NAME, looked for ...".
[[nodiscard]] Trouble missing(const Message& what, const std::string& name, const std::vector<std::filesystem::path>& places);
[[nodiscard]] Trouble no_answer(const std::filesystem::path& helper);
/// What the end of a helper says, unless that is a good one. `out_of_memory` is its exit status for that; `most` names what it
/// gave too much of: "the text of a PDF".
[[nodiscard]] std::optional<Trouble> trouble(const Ended& ended, const std::filesystem::path& helper, int out_of_memory, Pattern<0> most);

}  // namespace dossier::child
