#include "cli/session.hpp"
#include "core/core.hpp"
#include "core/other_kind.hpp"
#include "ownxml/ownxml.hpp"
#include "published/published.hpp"
#include "sbb/sbb.hpp"
#include "xml/xml.hpp"
#include "yaml/yaml.hpp"

namespace dossier::cli {
namespace {

std::optional<std::string> dumped(const DumpOptions& options, make::Maker& maker, Session& session) {
    const auto dossier = session.read_dossier(options.input);
    if (!dossier) return std::nullopt;
    if (options.stage == "model") return yaml::write_yaml(*dossier);

    if (!session.prepare(maker, options.templates)) return std::nullopt;
    plan::Selection selection;
    if (!options.profiel.empty()) selection.profielen = {options.profiel};
    selection.document = options.document;
    selection.onderdeel = options.onderdeel;
    if (!session.check_selection(selection, maker, *dossier)) return std::nullopt;
    using make::Stage;
    const Stage stage = options.stage == "view" ? Stage::view : options.stage == "markup" ? Stage::markup : Stage::layout;
    return core::dump(maker, *dossier, selection, stage, {source_date().value_or(""), std::string("dossier ") + version()}, session.diagnostics);
}

}  // namespace

int dump(const DumpOptions& options, const Common& common) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto text = dumped(options, maker, session);
    const int status = session.finish();
    if (text && !common.json && !print(*text)) return kCannotReadWrite;
    return status;
}

}  // namespace dossier::cli
