#include "cli/diff_json.hpp"
#include "cli/session.hpp"
#include "diff/diff.hpp"
#include "publish/publish.hpp"
#include "read/read.hpp"

namespace dossier::cli {
namespace {

/// A version to compare. Only errors count: what a source cannot carry over, `import` and `check` tell.
std::optional<model::Dossier> version_of(const std::string& path, Session& session) {
    const Source* source = session.read(path);
    if (!source) return std::nullopt;
    Diagnostics found;
    const bool foreign = is_xml(*source) || path.ends_with(".txt");
    auto dossier = foreign ? foreign_dossier(*source, found) : read::read_dossier(*source, found);
    for (const Diagnostic& d : found.all())
        if (d.severity == Severity::error) session.diagnostics.error(d.code, d.location, d.message, d.hints);
    if (found.has_errors()) return std::nullopt;
    return dossier;
}

std::string headline(const model::Dossier& dossier, const std::string& path) {
    std::string out = dossier.naam.value;
    if (!dossier.versie.value.empty()) out += (out.empty() ? "versie " : ", versie ") + dossier.versie.value;
    return out + (out.empty() ? "" : " ") + '(' + path + ')';
}

}  // namespace

int diff(const DiffOptions& options, const Common& common) {
    Session session(common);
    if (options.old == "-" && options.now == "-") session.fail(kBadCommandLine, "only one of the two dossiers can be read from stdin");
    if (session.diagnostics.has_errors()) return session.finish();
    const auto old = version_of(options.old, session);
    const auto now = version_of(options.now, session);
    if (!old || !now) return session.finish();

    const diff::Verschil verschil = diff::compare(*old, *now);
    const diff::Koppen koppen{headline(*old, options.old), headline(*now, options.now)};
    const std::vector<diff::Formulier> formulieren;
    const std::string bytes = options.formaat == "json" ? diff_json(verschil, formulieren, koppen) : diff::write_text(verschil, formulieren, koppen);

    const bool differs = !verschil.gelijk();
    std::string problem;
    if (options.output != "-") {
        if (!publish::write_file(options.output, bytes, problem))
            session.fail(kCannotReadWrite, "cannot write " + dossier::quoted(options.output) + ": " + problem);
        else
            session.add_file({options.output, bytes.size()});
    }
    const int status = session.finish();
    if (options.output == "-" && !common.json && !print(bytes)) return kCannotReadWrite;
    return status == kDone && options.exit_code && differs ? kInputErrors : status;
}

}  // namespace dossier::cli
