#pragma once
/// How far a run is, on a terminal.

#include "cli/commands.hpp"

#include <atomic>
#include <cstddef>
#include <mutex>

namespace dossier::cli {

/// Whether to show it: on a terminal, unless --quiet or --json asks for silence.
[[nodiscard]] bool shows_progress(const Common& common);

/// Counts what is done, from any thread, and shows it now and then; after the last the line is empty again.
class Progress {
public:
    Progress(std::size_t of, std::size_t every, const Common& common) : of_(of), every_(every), shown_(shows_progress(common)) {}
    void one();

private:
    std::atomic<std::size_t> done_{0};
    std::size_t of_, every_;
    bool shown_;
    std::mutex guard_;
};

}  // namespace dossier::cli
