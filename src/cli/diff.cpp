#include "cli/diff_json.hpp"
#include "cli/session.hpp"
#include "diff/diff.hpp"
#include "publish/publish.hpp"
#include "publish/wijzigingen.hpp"
#include "read/read.hpp"

namespace dossier::cli {
namespace {

/// A version to compare. Only errors count: what a source cannot carry over, `import` and `check` tell.
std::optional<model::Dossier> version_of(const std::string& path, Session& session) {
    const Source* file = session.read(path);
    const Source* source = file ? session.text_of(*file) : nullptr;
    if (!source) return std::nullopt;
    Diagnostics found;
    const bool foreign = is_xml(*source) || source != file || path.ends_with(".txt");
    auto dossier = foreign ? foreign_dossier(*source, found) : read::read_dossier(*source, found);
    Diagnostics errors;
    for (const Diagnostic& d : found.all())
        if (d.severity == Severity::error) errors.error(d.code, d.location, d.message, d.hints);
    session.add_found(errors, *source);
    if (found.has_errors()) return std::nullopt;
    return dossier;
}

std::string headline(const model::Dossier& dossier, const std::string& path) {
    std::string out = dossier.naam.value;
    if (!dossier.versie.value.empty()) out += (out.empty() ? "versie " : ", versie ") + dossier.versie.value;
    return out + (out.empty() ? "" : " ") + '(' + path + ')';
}

struct Comparison {
    const model::Dossier& old;
    const model::Dossier& now;
    const diff::Verschil& verschil;
    const diff::Koppen& koppen;
    view::Build build;
};

std::optional<std::string> list_as(const std::string& formaat, const publish::Publisher& publisher, const Comparison& c, Diagnostics& diagnostics) {
    const auto forms = publish::forms_to_adopt(publisher, c.old, c.now, c.verschil, diagnostics);
    if (!forms) return std::nullopt;
    if (formaat == "text") return diff::write_text(c.verschil, *forms, c.koppen);
    if (formaat == "json") return diff_json(c.verschil, *forms, c.koppen);
    const view::Value values = publish::view_changes(c.verschil, *forms, c.koppen, c.build);
    return publisher.make_page(formaat == "pdf" ? "wijzigingen.xhtml" : "wijzigingen.html", values, "wijzigingen", c.build, diagnostics);
}

}  // namespace

int diff(const DiffOptions& options, const Common& common) {
    publish::Publisher publisher;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto date = source_date();
    if (!date) session.fail(kBadCommandLine, "SOURCE_DATE_EPOCH is not a number of seconds since 1970");
    if (options.old == "-" && options.now == "-") session.fail(kBadCommandLine, "only one of the two dossiers can be read from stdin");
    if (session.diagnostics.has_errors()) return session.finish();
    const auto old = version_of(options.old, session);
    const auto now = version_of(options.now, session);
    if (!old || !now) return session.finish();

    const diff::Verschil verschil = diff::compare(*old, *now);
    const diff::Koppen koppen{headline(*old, options.old), headline(*now, options.now)};
    if (!publisher.prepare(options.templates, session.diagnostics)) return session.finish();
    const auto made = list_as(options.formaat, publisher, {*old, *now, verschil, koppen, {*date, std::string("dossier ") + version()}},
                              session.diagnostics);
    if (!made) return session.finish();
    const std::string& bytes = *made;

    const bool differs = !verschil.gelijk();
    if (options.output != "-") session.write(options.output, bytes);
    const int status = session.finish();
    if (options.output == "-" && !common.json && !print(bytes)) return kCannotReadWrite;
    return status == kDone && options.exit_code && differs ? kInputErrors : status;
}

}  // namespace dossier::cli
