#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace dossier::pdftext {

/// How another program came to its end.
struct Ended {
    enum How {
        exited,      ///< `number` is its exit status
        killed,      ///< `number` is the signal
        not_begun,   ///< `number` is errno
        too_late,    ///< it was stopped
        too_much,    ///< it was stopped
    } how = exited;
    int number = 0;
    std::string output;
};

/// Runs `program` without arguments and environment, with `input` on its stdin and this process's stderr, and takes what it
/// writes, at most `most` bytes.
[[nodiscard]] Ended run_child(const std::filesystem::path& program, std::string_view input, std::size_t most,
                              std::chrono::milliseconds patience);

}  // namespace dossier::pdftext
