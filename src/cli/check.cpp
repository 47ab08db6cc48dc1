#include "cli/session.hpp"
#include "make/make.hpp"

namespace dossier::cli {

int check(const CheckOptions& options, const Common& common) {
    Session session(common);
    for (const std::string& path : options.inputs)
        if (const auto dossier = session.read_dossier(path)) make::check_printable(*dossier, session.diagnostics);
    const std::size_t errors = session.diagnostics.errors();
    const std::size_t warnings = session.diagnostics.warnings();
    const int status = session.finish();
    if (!common.json && !common.quiet && status <= kInputErrors) {
        const Message summary =
            say("{}, {}", count_of(errors, say("error"), say("errors")), count_of(warnings, say("warning"), say("warnings")));
        if (!print(summary.text(common.translate) + '\n')) return kCannotReadWrite;
    }
    return status;
}

}  // namespace dossier::cli
