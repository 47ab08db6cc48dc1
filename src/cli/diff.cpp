#include "cli/session.hpp"
#include "core/core.hpp"

namespace dossier::cli {
int diff(const DiffOptions& options, const Common& common) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto facts = session.facts();
    if (options.old == "-" && options.now == "-") session.fail(kBadCommandLine, say("only one of the two dossiers can be read from stdin"));
    if (session.diagnostics.has_errors()) return session.finish();
    const auto old = session.read_version(options.old);
    const auto now = session.read_version(options.now);
    if (!old || !now) return session.finish();

    if (!session.prepare(maker, options.templates)) return session.finish();
    const auto list = core::compare(maker, {*old, options.old}, {*now, options.now}, {&options.formaat, 1}, *facts, session.diagnostics);
    if (!list) return session.finish();
    if (options.output != "-") session.write(options.output, list->lists.front());
    const int status = session.finish();
    if (options.output == "-" && !common.json && !print(list->lists.front())) return kCannotReadWrite;
    return status == kDone && options.exit_code && list->differs ? kInputErrors : status;
}

}  // namespace dossier::cli
