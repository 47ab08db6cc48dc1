#pragma once
/// Other programs of ours, which do what this one should not: started, talked to over one socket, and stopped when they take too
/// long. They get no environment, no file that is open here, and this process's stderr.
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::child {

/// How another program came to its end.
struct Ended {
    enum How {
        exited,     ///< `number` is its exit status
        killed,     ///< `number` is the signal
        not_begun,  ///< `number` is errno
        too_late,   ///< it was stopped
        too_much,   ///< it was stopped
    } how = exited;
    int number = 0;
    std::string output;
};

/// Runs `program` without arguments, with `input` on its stdin, and takes what it writes, at most `most` bytes.
[[nodiscard]] Ended run_child(const std::filesystem::path& program, std::string_view input, std::size_t most,
                              std::chrono::milliseconds patience);

/// A program that answers one question after another. Not for two threads at once.
class Dialogue {
public:
    Dialogue() = default;
    Dialogue(const Dialogue&) = delete;
    Dialogue& operator=(const Dialogue&) = delete;
    ~Dialogue() { stop(); }

    /// Whether `output` is a whole answer, behind which nothing comes until the next question.
    using Whole = bool (*)(std::string_view output);

    /// Starts `program` if it does not run; writes the parts of `question` and reads until there is a whole answer. nullopt then, with it
    /// in `answer`; else how it ended, and it runs no more. In parts, so that a large file need not be copied behind a few bytes.
    [[nodiscard]] std::optional<Ended> ask(const std::filesystem::path& program, const std::vector<std::string_view>& question, Whole whole,
                                           std::size_t most, std::chrono::milliseconds patience, std::string& answer);
    /// Ends it at once.
    void stop();
    /// Whether it was started and, as far as is known, did not end.
    [[nodiscard]] bool running() const { return socket_ >= 0; }

private:
    int socket_ = -1;
    int process_ = 0;
};

}  // namespace dossier::child
