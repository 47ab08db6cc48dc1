#include "cli/progress.hpp"

#include "cli/terminal.hpp"

#include <cstdio>

namespace dossier::cli {

bool shows_progress(const Common& common) { return on_terminal() && !common.quiet && !common.json; }

void Progress::one() {
    const std::size_t done = ++done_;
    if (!shown_ || (done % every_ != 0 && done != of_)) return;
    const std::lock_guard lock(guard_);
    std::fprintf(stderr, done == of_ ? "\r\x1b[K" : "\r%zu/%zu", done, of_);
}

}  // namespace dossier::cli
