#include "cli/session.hpp"
#include "publish/publish.hpp"

#include <algorithm>
#include <cstdio>
#include <thread>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

/// A dossier to build and where to.
struct Target {
    std::string input;
    fs::path folder;
    model::Dossier dossier;
    std::vector<publish::File> files;
    std::vector<std::string> planned;
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
        out.push_back({input, folder, {}, {}, {}});
    }
    return out;
}

bool make(Target& target, const publish::Publisher& publisher, const BuildOptions& options, const view::Build& build,
          Session& session) {
    const publish::Selection selection{options.profielen, options.formaten, "", ""};
    Diagnostics mistakes;
    publisher.check_selection(target.dossier, selection, mistakes);
    for (const Diagnostic& d : mistakes.all())
        session.fail(kBadCommandLine, d.message + (d.hints.empty() ? "" : "; " + d.hints.front()));
    if (mistakes.has_errors()) return false;

    const unsigned jobs = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
    Diagnostics found;
    std::vector<std::string> left_out;
    auto files = publisher.make(target.dossier, selection, build, jobs, publish::existing_files(target.folder), found, &left_out);
    target.planned = publisher.paths(target.dossier, found);
    // What cannot be made any more must not stay behind from an earlier run.
    std::erase_if(target.planned, [&](const std::string& path) { return std::find(left_out.begin(), left_out.end(), path) != left_out.end(); });
    const bool good = files && !found.has_errors();
    session.diagnostics.append(std::move(found));
    if (good) target.files = std::move(*files);
    return good;
}

std::string summary(const publish::Written& all, const std::string& output) {
    const std::size_t total = all.written + all.unchanged;
    std::string text = output + ": " + std::to_string(total) + (total == 1 ? " file, " : " files, ") + std::to_string(all.written) +
                       " written, " + std::to_string(all.unchanged) + " unchanged";
    if (all.removed > 0) text += ", " + std::to_string(all.removed) + " removed";
    return text + '\n';
}

}  // namespace

int build(const BuildOptions& options, const Common& common) {
    publish::Publisher publisher;  // outlives the session, whose diagnostics point into its templates
    Session session(common);
    const auto date = source_date();
    if (!date) session.fail(kBadCommandLine, "SOURCE_DATE_EPOCH is not a number of seconds since 1970");
    std::vector<Target> all = targets(options, session);
    if (session.diagnostics.has_errors()) return session.finish();

    bool good = true;
    for (Target& target : all) {
        auto dossier = session.read_dossier(target.input);
        good = good && dossier;
        if (dossier) target.dossier = std::move(*dossier);
    }
    good = publisher.prepare(options.templates, session.diagnostics) && good;
    if (!good) return session.finish();

    const view::Build facts{*date, std::string("dossier ") + version()};
    const bool progress = on_terminal() && !common.quiet && !common.json && all.size() > 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (progress) std::fprintf(stderr, "\r%zu/%zu", i + 1, all.size());
        good = make(all[i], publisher, options, facts, session) && good;
    }
    if (progress) std::fputs("\r\x1b[K", stderr);
    if (!good) return session.finish();  // one error anywhere: nothing is written

    publish::Written total;
    for (const Target& target : all) {
        std::string problem;
        const auto written = publish::write_files(target.folder, target.files, target.planned, problem);
        if (!written) {
            session.fail(kCannotReadWrite, "cannot write " + problem);
            return session.finish();
        }
        total.written += written->written;
        total.unchanged += written->unchanged;
        total.removed += written->removed;
        for (const publish::File& file : target.files) session.add_file({(target.folder / file.path).generic_string(), file.bytes.size()});
    }
    const int status = session.finish();
    if (!common.json && !common.quiet && !print(summary(total, options.output))) return kCannotReadWrite;
    return status;
}

}  // namespace dossier::cli
