#include "cli/session.hpp"
#include "exchange/exchange.hpp"
#include "publish/publish.hpp"

namespace dossier::cli {
namespace {

std::optional<std::string> dumped(const DumpOptions& options, publish::Publisher& publisher, Session& session) {
    const auto dossier = session.read_dossier(options.input);
    if (!dossier) return std::nullopt;
    if (options.stage == "model") return exchange::write_yaml(*dossier);

    if (!publisher.prepare(options.templates, session.diagnostics)) return std::nullopt;
    publish::Selection selection;
    if (!options.profiel.empty()) selection.profielen = {options.profiel};
    selection.document = options.document;
    selection.onderdeel = options.onderdeel;
    Diagnostics mistakes;
    publisher.check_selection(*dossier, selection, mistakes);
    for (const Diagnostic& d : mistakes.all())
        session.fail(kBadCommandLine, d.message + (d.hints.empty() ? "" : "; " + d.hints.front()));
    if (mistakes.has_errors()) return std::nullopt;
    using Stage = publish::Publisher::Stage;
    const Stage stage = options.stage == "view" ? Stage::view : options.stage == "markup" ? Stage::markup : Stage::layout;
    return publisher.dump(*dossier, selection, stage, {source_date().value_or(""), std::string("dossier ") + version()},
                           session.diagnostics);
}

}  // namespace

int dump(const DumpOptions& options, const Common& common) {
    publish::Publisher publisher;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto text = dumped(options, publisher, session);
    const int status = session.finish();
    if (text && !common.json && !print(*text)) return kCannotReadWrite;
    return status;
}

}  // namespace dossier::cli
