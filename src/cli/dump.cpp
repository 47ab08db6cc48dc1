#include "cli/session.hpp"
#include "core/core.hpp"

namespace dossier::cli {
namespace {

make::Stage stage_of(DumpStage stage) {
    switch (stage) {
        case DumpStage::model:  // no document is made for it
        case DumpStage::view: break;
        case DumpStage::markup: return make::Stage::markup;
        case DumpStage::layout: return make::Stage::layout;
    }
    return make::Stage::view;
}

std::optional<std::string> dumped(const DumpOptions& options, make::Maker& maker, Session& session) {
    const auto dossier = session.read_dossier(options.input);
    if (!dossier) return std::nullopt;
    if (options.stage == DumpStage::model) return core::write_dossier(*dossier);

    const auto facts = session.facts();
    if (!facts || !session.prepare(maker, options.templates)) return std::nullopt;
    plan::Selection selection;
    if (!options.profiel.empty()) selection.profielen = {options.profiel};
    selection.document = options.document;
    selection.onderdeel = options.onderdeel;
    if (!session.check_selection(selection, maker, *dossier)) return std::nullopt;
    return core::dump(maker, *dossier, selection, stage_of(options.stage), *facts, session.diagnostics);
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
