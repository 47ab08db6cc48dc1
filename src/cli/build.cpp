#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/threads.hpp"
#include "core/core.hpp"
#include "folder/folder.hpp"

#include <algorithm>
#include <cstdio>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

/// A dossier to build and where to.
struct Target {
    std::string input;
    fs::path folder;
    model::Dossier dossier;
    core::Built built;
};

/// One dossier goes to the output folder itself, more go to one folder each, named after their file.
std::vector<Target> targets(const BuildOptions& options, Session& session) {
    std::vector<Target> out;
    for (const std::string& input : options.inputs) {
        fs::path folder = options.output;
        if (options.inputs.size() > 1) folder /= slug(fs::path(input).stem().string());
        const auto twin = std::find_if(out.begin(), out.end(), [&](const Target& t) { return t.folder == folder; });
        if (twin != out.end())
            session.fail(kBadCommandLine, dossier::quoted(twin->input) + " and " + dossier::quoted(input) + " would both go to " +
                                              dossier::quoted(folder.string()) + "; rename one of them");
        out.push_back({input, folder, {}, {}});
    }
    return out;
}

bool make(Target& target, const make::Maker& maker, const BuildOptions& options, const core::Facts& facts, Session& session) {
    const plan::Selection selection{options.profielen, options.formaten, "", ""};
    if (!session.check_selection(selection, maker, target.dossier)) return false;
    Threads threads(options.jobs);
    core::Observer silent;
    Diagnostics found;
    auto built = core::build(maker, target.dossier, selection, facts, folder::existing_files(target.folder), threads, silent, found);
    session.diagnostics.append(std::move(found));
    if (built) target.built = std::move(*built);
    return built.has_value();
}

std::string summary(const folder::Written& all, const std::string& output) {
    const std::size_t total = all.written + all.unchanged;
    std::string text = output + ": " + std::to_string(total) + (total == 1 ? " file, " : " files, ") + std::to_string(all.written) +
                       " written, " + std::to_string(all.unchanged) + " unchanged";
    if (all.removed > 0) text += ", " + std::to_string(all.removed) + " removed";
    return text + '\n';
}

}  // namespace

int build(const BuildOptions& options, const Common& common) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto facts = session.facts();
    std::vector<Target> all = targets(options, session);
    if (session.diagnostics.has_errors()) return session.finish();

    bool good = true;
    for (Target& target : all) {
        auto dossier = session.read_dossier(target.input);
        good = good && dossier;
        if (dossier) target.dossier = std::move(*dossier);
    }
    good = session.prepare(maker, options.templates) && good;
    if (!good) return session.finish();

    const bool progress = shows_progress(common) && all.size() > 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (progress) std::fprintf(stderr, "\r%zu/%zu", i + 1, all.size());
        good = make(all[i], maker, options, *facts, session) && good;
    }
    if (progress) std::fputs("\r\x1b[K", stderr);
    if (!good) return session.finish();  // one error anywhere: nothing is written

    folder::Written total;
    for (const Target& target : all) {
        std::string problem;
        const auto written = folder::write_files(target.folder, target.built.files, target.built.planned, problem);
        if (!written) {
            session.fail(kCannotReadWrite, "cannot write " + problem);
            return session.finish();
        }
        total.written += written->written;
        total.unchanged += written->unchanged;
        total.removed += written->removed;
        for (const File& file : target.built.files) session.add_file({(target.folder / file.path).generic_string(), file.bytes.size()});
    }
    const int status = session.finish();
    if (!common.json && !common.quiet && !print(summary(total, options.output))) return kCannotReadWrite;
    return status;
}

}  // namespace dossier::cli
