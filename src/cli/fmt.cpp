#include "cli/session.hpp"
#include "core/core.hpp"

namespace dossier::cli {

int fmt(const FmtOptions& options, const Common& common) {
    Session session(common);
    std::string out;
    for (const std::string& path : options.inputs) {
        const Source* source = session.read(path);
        if (!source) continue;
        if (options.check) {
            core::check_canonical(*source, session.diagnostics);
            continue;
        }
        const auto text = core::format_dossier(*source, session.diagnostics);
        if (!text) continue;
        if (path == "-") out += *text;
        else if (*text != source->text) session.write(path, *text);
    }
    const int status = session.finish();
    if (!common.json && !print(out)) return kCannotReadWrite;
    return status;
}

}  // namespace dossier::cli
