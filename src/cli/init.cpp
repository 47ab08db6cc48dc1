#include "cli/session.hpp"
#include "core/core.hpp"

#include <filesystem>

namespace dossier::cli {
int init(const InitOptions& options, const Common& common) {
    Session session(common);
    if (trim(options.naam).empty()) {
        session.fail(kBadCommandLine, say("the name of the dossier is empty"));
        return session.finish();
    }
    const std::string text = core::starter(trim(options.naam));
    if (options.output == "-") return print(text) ? session.finish() : static_cast<int>(kCannotReadWrite);
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(options.output, error)))
        session.fail(kCannotReadWrite, say("{} is already there; give another name, or remove it first", dossier::quoted(options.output)));
    else session.write(options.output, text);
    return session.finish();
}

}  // namespace dossier::cli
