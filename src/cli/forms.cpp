#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/threads.hpp"
#include "core/forms.hpp"
#include "folder/folder.hpp"

#include <array>
#include <atomic>
#include <mutex>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

/// What became of the files of a run.
struct Tally {
    std::atomic<std::size_t> written{0}, unchanged{0}, kept{0};
    std::mutex guard;
    Message problem;  ///< the first file that cannot be written, and why

    void fail(const fs::path& path, const Message& why) {
        const std::lock_guard lock(guard);
        if (problem.empty()) problem = say("cannot write {}: {}", dossier::quoted(path.string()), why);
    }
};

/// What to do with the file that is there; nullopt when it cannot be read.
std::optional<core::Present> present(const fs::path& path, const core::FormFile& file, folder::ReadProblem& problem) {
    if (folder::is_link(path)) return core::Present::keep;  // no form leaves the folder
    const auto begin = folder::read_beginning(path, core::kMarkBytes, problem);
    if (!begin) return std::nullopt;
    if (const auto judged = core::judge_present(*begin, false, file)) return judged;
    const auto whole = folder::read_file(path, std::size_t{1} << 30, problem);
    return whole ? core::judge_present(*whole, true, file) : std::nullopt;
}

void make_one(const core::Forms& forms, const core::FormFile& file, const fs::path& folder, Tally& tally) {
    const fs::path path = folder / file.path;
    if (folder::is_there(path)) {
        folder::ReadProblem unread;
        const auto judged = present(path, file, unread);
        if (!judged) return tally.fail(path, unread.words);
        if (*judged == core::Present::same) return void(++tally.unchanged);
        if (*judged == core::Present::keep) return void(++tally.kept);
    }
    std::string problem;
    if (!folder::write_file(path, forms.make(file), problem, folder::Durable::later)) return tally.fail(path, Message::as_is(problem));
    ++tally.written;
}

std::string overview_name(const core::FormsWanted& wanted) {
    if (wanted.shards == 1) return "overzicht.csv";
    return "overzicht-" + std::to_string(wanted.shard) + "-van-" + std::to_string(wanted.shards) + ".csv";
}

/// Makes what is missing in the folder; false when something could not be written.
bool make_all(const core::Forms& forms, const core::FormsWanted& wanted, const FormsOptions& options, const Common& common,
              Session& session) {
    const fs::path folder = options.output;
    std::string problem;
    bool bundles = false;
    for (const core::FormFile& file : forms.files()) bundles = bundles || file.bundle;
    if (!folder::make_folder(bundles ? folder / "bundels" : folder, problem)) {
        session.fail(kCannotReadWrite, say("cannot write {}", problem));
        return false;
    }
    folder::remove_strays(folder);
    if (bundles) folder::remove_strays(folder / "bundels");
    Tally tally;
    Progress progress(forms.files().size(), 64, common);
    Threads(options.jobs).each(forms.files().size(), [&](std::size_t i) {
        make_one(forms, forms.files()[i], folder, tally);
        progress.one();
    });
    if (tally.problem.empty() && tally.written > 0 && !folder::sync_all(folder, problem)) tally.fail(folder, Message::as_is(problem));
    if (!tally.problem.empty()) {
        session.fail(kCannotReadWrite, tally.problem);
        return false;
    }
    const fs::path list = folder / overview_name(wanted);
    folder::ReadProblem unread;
    const auto earlier = folder::is_there(list) ? folder::read_file(list, core::kMostInput, unread) : std::nullopt;
    std::size_t left = 0;
    const auto there = [&](const std::string& name) {
        const fs::path p(name);
        // What is written there may have been changed: no path out of the folder is followed.
        const bool inside =
            !name.empty() && p.is_relative() && std::none_of(p.begin(), p.end(), [](const fs::path& part) { return part == ".."; });
        return inside && folder::is_there(folder / p);
    };
    const std::string overview = forms.overview(earlier.value_or(""), there, left);
    if (!earlier || *earlier != overview) session.write(list.string(), overview);
    if (tally.kept > 0)
        session.diagnostics.warning("kept", {},
                                    say("{} in {} changed since this program made it, or is not of its making: left as it is",
                                        count_of(tally.kept, say("file"), say("files")), dossier::quoted(options.output)),
                                    {say("a filled-in form is never overwritten; to make it again, move it out of the folder first")});
    if (left > 0)
        session.diagnostics.warning("left-the-list", {},
                                    say("{} in {} of candidates who are not on the list: left as it is",
                                        count_of(left, say("file"), say("files")), dossier::quoted(options.output)),
                                    {say("{} says which", overview_name(wanted))});
    if (!common.json && !common.quiet) {
        const std::size_t made = tally.written, same = tally.unchanged;
        if (!print(options.output + ": " + count_of(made + same + tally.kept, "form, ", "forms, ") + std::to_string(made) + " written, " +
                   std::to_string(same) + " unchanged" + (tally.kept > 0 ? ", " + std::to_string(tally.kept) + " left as it is\n" : "\n")))
            return false;
    }
    return true;
}

}  // namespace

int forms(const FormsOptions& options, const Common& common) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    core::ClassList list;
    Session session(common);
    core::FormsWanted wanted{options.profielen, options.kerntaken, options.documenten, core::bundle_by(options.bundel)};
    const auto facts = session.facts();
    const auto shard = session.shard(options.shard);
    if (shard) wanted.shard = shard->number, wanted.shards = shard->of;
    if (!facts || session.diagnostics.has_errors()) return session.finish();

    const auto dossier = session.read_dossier(options.dossier, Session::Tell::errors);
    const bool prepared = session.prepare(maker, options.templates);
    const Source* file = session.read_list(options.list);
    if (!dossier || !prepared || !file) return session.finish();
    if (!session.check_selection({options.profielen, {}, "", ""}, maker, *dossier)) return session.finish();
    const core::ClassListInput input{options.codering, options.blad, options.profielen.size() == 1 ? options.profielen.front() : ""};
    list = core::read_class_list(*file, *dossier, maker, input, session.diagnostics);
    if (!list.list || (list.list->bad_rows > 0 && !options.keep_going)) return session.finish();

    Diagnostics found;
    const auto planned = core::Forms::plan(maker, *dossier, *list.list, wanted, *facts, found);
    for (const Diagnostic& d : found.all())
        if (d.code == "command-line") session.fail(kBadCommandLine, with_hint(d));
        else if (d.severity == Severity::error) session.diagnostics.error(d.code, d.location, d.message, d.hints);
    if (!planned) return session.finish();
    (void)make_all(*planned, wanted, options, common, session);
    return session.finish();
}

}  // namespace dossier::cli
