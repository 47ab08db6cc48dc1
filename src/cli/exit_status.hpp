#pragma once

namespace dossier::cli {

/// Exit status of the program, the same for every subcommand.
enum ExitStatus {
    kDone = 0,         ///< done; warnings are allowed
    kInputErrors = 1,  ///< errors in the input
    kBadCommandLine = 2,
    kCannotReadWrite = 3,
    kInternalError = 4,
};

}  // namespace dossier::cli
