#include "cli/session.hpp"
#include "core/core.hpp"
#include "yaml/yaml.hpp"

namespace dossier::cli {
namespace {

/// A version to compare. Only errors count: what a source cannot carry over, `import` and `check` tell.
std::optional<model::Dossier> version_of(const std::string& path, Session& session) {
    const Source* file = session.read(path);
    const Source* source = file ? session.text_of(*file) : nullptr;
    if (!source) return std::nullopt;
    Diagnostics found;
    const bool foreign = is_xml(*source) || source != file || path.ends_with(".txt");
    auto dossier = foreign ? foreign_dossier(*source, found) : yaml::read_dossier(*source, found);
    Diagnostics errors;
    for (const Diagnostic& d : found.all())
        if (d.severity == Severity::error) errors.error(d.code, d.location, d.message, d.hints);
    session.add_found(errors, *source);
    if (found.has_errors()) return std::nullopt;
    return dossier;
}

core::ListFormat format_of(const std::string& formaat) {
    using core::ListFormat;
    return formaat == "json" ? ListFormat::json : formaat == "html" ? ListFormat::html : formaat == "pdf" ? ListFormat::pdf : ListFormat::text;
}

}  // namespace

int diff(const DiffOptions& options, const Common& common) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto date = source_date();
    if (!date) session.fail(kBadCommandLine, "SOURCE_DATE_EPOCH is not a number of seconds since 1970");
    if (options.old == "-" && options.now == "-") session.fail(kBadCommandLine, "only one of the two dossiers can be read from stdin");
    if (session.diagnostics.has_errors()) return session.finish();
    const auto old = version_of(options.old, session);
    const auto now = version_of(options.now, session);
    if (!old || !now) return session.finish();

    if (!session.prepare(maker, options.templates)) return session.finish();
    const auto list = core::compare(maker, {*old, options.old}, {*now, options.now}, format_of(options.formaat),
                                    {*date, std::string("dossier ") + version()}, session.diagnostics);
    if (!list) return session.finish();
    if (options.output != "-") session.write(options.output, list->bytes);
    const int status = session.finish();
    if (options.output == "-" && !common.json && !print(list->bytes)) return kCannotReadWrite;
    return status == kDone && options.exit_code && list->differs ? kInputErrors : status;
}

}  // namespace dossier::cli
