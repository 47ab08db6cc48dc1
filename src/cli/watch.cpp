#include "cli/session.hpp"
#include "folder/folder.hpp"
#include "folder/watch.hpp"
#include "serving/serving.hpp"

#include <algorithm>
#include <cstdio>

namespace dossier::cli {
namespace {

/// For one who looks at a terminal: at once, also when it is a pipe.
void tell_line(const Common& common, const std::string& line) {
    if (common.quiet || common.json) return;
    (void)print(line + '\n');
}

int failed(const std::string& what) {
    Diagnostics problem;
    problem.error("input-output", {}, Message::as_is(what));
    std::fputs(report(problem).c_str(), stderr);
    return kCannotReadWrite;
}

bool add_all(folder::Watcher& watcher, const BuildOptions& options, std::string& problem) {
    const auto add = [&](const std::string& path) { return watcher.add(path, problem); };
    return std::all_of(options.inputs.begin(), options.inputs.end(), add) && (options.templates.empty() || add(options.templates));
}

}  // namespace

int watch(const WatchOptions& options, const Common& common) {
    const std::vector<std::string>& inputs = options.build.inputs;
    BuildOptions wanted = options.build;
    wanted.tell_changes = true;
    if (std::find(inputs.begin(), inputs.end(), "-") != inputs.end()) {
        Session session(common);
        session.fail(kBadCommandLine, say("standard input cannot be watched; name a file"));
        return session.finish();
    }
    std::string problem;
    folder::Watcher watcher;  // before the first run: what is saved during it counts
    if (!add_all(watcher, options.build, problem)) return failed("cannot watch " + problem);
    std::string said;
    int status = build(wanted, common, &said);
    if (status == kBadCommandLine) return status;

    serving::Server server;
    if (options.serve) {
        if (!folder::make_folder(options.build.output, problem)) return failed("cannot write " + problem);
        const std::string address = server.open(options.build.output, options.port, problem);
        if (address.empty()) return failed("cannot show the pages: " + problem);
        if (status != kDone) server.failed(said);
        tell_line(common, address);
    }
    tell_line(common, "waiting until " + joined(inputs) + (options.build.templates.empty() ? "" : " or " + options.build.templates) +
                          " is saved; Ctrl-C ends this");
    for (;;) {
        const std::set<std::string> changed = watcher.wait(problem);
        if (changed.empty()) return failed("cannot watch: " + problem);
        tell_line(common, "changed: " + joined(std::vector<std::string>(changed.begin(), changed.end())));
        said.clear();
        status = build(wanted, common, &said);
        if (!options.serve) continue;
        if (status == kDone) server.made();
        else server.failed(said);
    }
}

}  // namespace dossier::cli
