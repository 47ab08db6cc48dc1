#pragma once
/// Helpers of ours that answer one question after another about what others made: the side that answers. The program looks at no byte
/// of such a thing. For each question it makes a process of its own, by fork from one that is warm and cheap to copy, which locks itself
/// in first: no file, no network, bounds on time and memory (sandbox/sandbox.hpp). So what reads it meets it where there is nothing to
/// harm, and no other, before or after it.

#include "sandbox/sandbox.hpp"
#include "served/message.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::served {

/// The main function of a helper: ends the program with what `serve_all` gives. The destructors of libraries are no part of an answer.
[[noreturn]] void run(int (*serve_all)());

/// Answers until stdin ends, with what `answer` gives: a letter and what comes with it. "" ends the program: there is no answer. The
/// exit status.
[[nodiscard]] int serve(const Protocol& protocol, const std::function<std::string(std::string&& question)>& answer);

/// What a process of its own said.
struct Told {
    char end = 0;      ///< 0: it said all, and `said` is that; else a letter of `Answer`
    std::string how;   ///< of broke_off and no_sandbox, in words
    std::string said;  ///< until its end
    /// What it said as an answer, or that it did not.
    [[nodiscard]] std::string answer() && { return end == 0 ? std::move(said) : end + how; }
};
/// Does `work` in a process that is locked in; it uses `say` and `finish`. What that says beyond `most` bytes ends it as too much. nullopt
/// if this system makes no process.
[[nodiscard]] std::optional<Told> in_sandbox(const sandbox::Bounds& bounds, std::size_t most, const std::function<void()>& work);
/// In such a process: a part of what is said.
void reply(std::string_view part);
/// In such a process: that was all. A process that only comes back from `work` broke off.
[[noreturn]] void finish();

}  // namespace dossier::served
