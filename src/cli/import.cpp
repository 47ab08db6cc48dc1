#include "cli/session.hpp"
#include "exchange/exchange.hpp"
#include "publish/publish.hpp"

namespace dossier::cli {
namespace {

/// The kinds are told apart by their first words, so that a file keeps its kind whatever its name.
std::optional<model::Dossier> imported(const Source& source, const std::string& naam, Diagnostics& diagnostics) {
    std::string_view text = source.text;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    std::optional<model::Dossier> dossier;
    if (trim(text.substr(0, 200)).starts_with('<')) {
        const bool sbb = text.substr(0, 2000).find("<sbb") != std::string_view::npos;
        dossier = sbb ? exchange::import_sbb(source, diagnostics) : exchange::read_xml(source, diagnostics);
    } else if (auto from_text = exchange::import_text(source, diagnostics)) {
        dossier = std::move(from_text->dossier);
    }
    if (!dossier) return std::nullopt;
    if (!naam.empty()) dossier->naam.value = naam;
    if (dossier->naam.value.empty()) {
        diagnostics.error("missing-name", {}, "the source gives no name for the dossier", {"give one with --naam \"...\""});
        return std::nullopt;
    }
    if (dossier->beoordeling.schaal.empty()) dossier->beoordeling = exchange::default_beoordeling();
    return dossier;
}

}  // namespace

int import(const ImportOptions& options, const Common& common) {
    Session session(common);
    const Source* source = session.read(options.input);
    if (!source) return session.finish();
    const auto dossier = imported(*source, options.naam, session.diagnostics);
    if (!dossier || session.diagnostics.has_errors()) return session.finish();
    const std::string yaml = exchange::write_yaml(*dossier);
    if (options.output == "-") {
        const int status = session.finish();
        return print(yaml) ? status : kCannotReadWrite;
    }
    std::string problem;
    if (!publish::write_file(options.output, yaml, problem))
        session.fail(kCannotReadWrite, "cannot write " + dossier::quoted(options.output) + ": " + problem);
    else
        session.add_file({options.output, yaml.size()});
    return session.finish();
}

}  // namespace dossier::cli
