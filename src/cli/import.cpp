#include "cli/session.hpp"
#include "core/core.hpp"

namespace dossier::cli {

int import(const ImportOptions& options, const Common& common) {
    Session session(common);
    const Source* file = session.read(options.input);
    if (!file) return session.finish();
    if (!options.tekst.empty() && !core::is_pdf(file->text)) {
        session.fail(kBadCommandLine, say("--tekst writes the text of a PDF, and {} is none", dossier::quoted(file->name)));
        return session.finish();
    }
    const core::Imported& imported = session.keep(core::import_dossier(*file, options.naam, session.pdf(), session.diagnostics));
    // Also after errors: people look up in it the lines that messages name.
    if (!options.tekst.empty() && imported.text) session.write(options.tekst, imported.text->text);
    if (!imported.dossier || session.diagnostics.has_errors()) return session.finish();
    const std::string yaml = core::write_dossier(*imported.dossier);
    if (options.output == "-") {
        const int status = session.finish();
        return print(yaml) ? status : kCannotReadWrite;
    }
    session.write(options.output, yaml);
    return session.finish();
}

}  // namespace dossier::cli
