#include "cli/about.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

int main(int argc, char** argv) {
    // A reader that goes away (| head) must not kill a build half-way; the failed write is reported instead.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return dossier::cli::run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs("dossier: error: out of memory\n", stderr);
        return dossier::cli::kCannotReadWrite;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "dossier %s: internal error: %s\n", dossier::cli::version(), e.what());
        return dossier::cli::kInternalError;
    }
}
