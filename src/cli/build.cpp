#include "cli/depfile.hpp"
#include "cli/progress.hpp"
#include "cli/remembered.hpp"
#include "cli/session.hpp"
#include "cli/threads.hpp"
#include "core/core.hpp"
#include "folder/folder.hpp"
#include "folder/output.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;
using folder::Fate;
using folder::OutputFolder;

/// A dossier to build and where to, and what came of it.
struct Work {
    std::string input;
    fs::path folder;
    std::unique_ptr<Source> source{};
    Diagnostics found{};
    bool good = false, done = false;
    std::vector<FileRow> files{};
};

/// How many files of a run met which fate.
class Tally {
public:
    void add(Fate fate, std::size_t count = 1) { counts_[static_cast<std::size_t>(fate)] += count; }
    [[nodiscard]] std::size_t of(Fate fate) const { return counts_[static_cast<std::size_t>(fate)]; }
    [[nodiscard]] std::size_t written() const { return of(Fate::added) + of(Fate::changed) + of(Fate::restored) + of(Fate::replaced); }

private:
    std::array<std::size_t, 7> counts_{};
};

struct Words {
    Fate fate;
    const char *action, *done, *why;
};
constexpr std::array<Words, 7> kWords{{{Fate::same, "keep", "kept", "the same"},
                                       {Fate::added, "write", "wrote", "new"},
                                       {Fate::changed, "write", "wrote", "other contents"},
                                       {Fate::restored, "write", "wrote", "it was gone"},
                                       {Fate::replaced, "write", "wrote", "not as dossier made it"},
                                       {Fate::removed, "remove", "removed", "no longer made"},
                                       {Fate::left, "leave", "left", "no longer made, and changed since"}}};
const Words& words_of(Fate fate) {
    return *std::find_if(kWords.begin(), kWords.end(), [fate](const Words& w) { return w.fate == fate; });
}

/// What an earlier run made in a folder.
class EarlierFiles : public make::Earlier {
public:
    EarlierFiles(const OutputFolder& folder, bool force) : folder_(folder), force_(force) {}
    [[nodiscard]] std::string program() const override { return program_key(); }
    [[nodiscard]] std::optional<MadeFile> made_of(const std::string& path, const std::string& key) const override {
        return force_ ? std::nullopt : folder_.made_of(path, key);
    }

private:
    const OutputFolder& folder_;
    bool force_;
};

class BuildRun {
public:
    BuildRun(const BuildOptions& options, const Common& common, make::Maker& maker, Session& session)
        : options_(options), common_(common), maker_(maker), session_(session) {}

    int run() {
        const auto facts = session_.facts();
        if (facts) facts_ = *facts;
        if (!facts || !plan_works()) return session_.finish();
        auto templates = folder::read_templates(options_.templates, session_.diagnostics);
        if (!templates) return session_.finish();
        templates_ = std::move(*templates);
        if (several() && !options_.keep_going && !all_readable()) return session_.finish();

        Progress progress(works_.size(), 1, several() ? common_ : Common{.quiet = true});
        Threads(several() ? options_.jobs : 1).each(works_.size(), [&](std::size_t i) {
            if (!stopped()) works_[i].good = make(works_[i]);
            settle(works_[i]);
            progress.one();
        });
        if (!options_.depfile.empty() && !options_.dry_run && !works_.empty() && good()) write_depfile();
        const int status = session_.finish();
        if (!common_.json && !common_.quiet && tally_written_ && !print(summary())) return kCannotReadWrite;
        return status;
    }

private:
    const BuildOptions& options_;
    const Common& common_;
    make::Maker& maker_;
    Session& session_;
    core::Facts facts_;
    std::vector<style::OwnFile> templates_;
    std::vector<Work> works_;
    std::once_flag prepare_once_;
    bool prepared_ = false, quiet_templates_ = false;
    std::mutex guard_;  ///< of the session and of all below
    std::size_t told_ = 0;
    bool stopped_ = false, tally_written_ = false;
    Tally tally_;

    [[nodiscard]] bool several() const { return works_.size() > 1; }
    [[nodiscard]] bool good() const {
        return std::all_of(works_.begin(), works_.end(), [](const Work& w) { return w.good; });
    }
    [[nodiscard]] bool stopped() {
        const std::lock_guard lock(guard_);
        return stopped_;
    }

    /// One dossier goes to the output folder itself, more go to one folder each, named after their file.
    bool plan_works() {
        const auto shard = session_.shard(options_.shard);
        if (!shard) return false;
        std::vector<std::pair<fs::path, std::string>> known;
        for (const std::string& input : options_.inputs) {
            const fs::path folder =
                options_.inputs.size() > 1 ? options_.output / fs::path(slug(fs::path(input).stem().string())) : fs::path(options_.output);
            known.emplace_back(folder, input);
            if ((known.size() - 1) % shard->of + 1 == shard->number) works_.push_back({input, folder});
        }
        std::stable_sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < known.size(); ++i)
            if (known[i].first == known[i - 1].first) {
                session_.fail(kBadCommandLine,
                              say("{} and {} would both go to {}; rename one of them", dossier::quoted(known[i - 1].second),
                                  dossier::quoted(known[i].second), dossier::quoted(known[i].first.string())));
                return false;
            }
        return true;
    }

    [[nodiscard]] folder::Basis basis(const Work& work) const {
        return basis_of(work.source->text, templates_, options_, facts_, app_in(work));
    }
    /// A school may put the page with the whole program beside what it publishes.
    [[nodiscard]] static bool app_in(const Work& work) { return folder::is_there((work.folder / core::kAppPage).generic_string()); }

    /// The text of a dossier; only standard input cannot be read twice.
    bool read(Work& work) {
        const std::lock_guard lock(guard_);
        if (!work.source) work.source = session_.read_alone(work.input, work.found);
        return work.source && !work.found.has_errors();
    }

    /// Of several dossiers an error in one must leave all as they are: they are read before anything is written.
    bool all_readable() {
        Threads(options_.jobs).each(works_.size(), [&](std::size_t i) {
            Work& work = works_[i];
            work.good = read(work) && core::read_dossier(*work.source, work.found).has_value();
            if (work.good) work.found = {};
            if (work.good && work.input != "-") work.source.reset();
        });
        for (Work& work : works_) session_.tell(std::move(work.found));
        for (Work& work : works_) work.found = {};
        return good();
    }

    void waiting_for(const fs::path& folder) const {
        if (!common_.quiet)
            std::fprintf(stderr, "dossier: another run writes to %s; waiting until it is done\n", dossier::quoted(folder.string()).c_str());
    }

    bool failed(const std::string& what) {
        const std::lock_guard lock(guard_);
        session_.fail(kCannotReadWrite, say("cannot write {}", what));
        return false;
    }

    /// Makes what is needed of one dossier, and brings it in.
    bool make(Work& work) {
        if (!read(work)) return false;
        std::string problem;
        const auto waiting = [&] { waiting_for(work.folder); };
        auto folder =
            OutputFolder::open(work.folder, options_.dry_run ? OutputFolder::For::looking : OutputFolder::For::writing, waiting, problem);
        if (!folder) return failed(problem);
        if (is_done(work, *folder)) return true;
        const auto dossier = core::read_dossier(*work.source, work.found);
        if (!dossier || !prepare()) return false;
        const plan::Selection selection{options_.profielen, options_.formaten, "", ""};
        {
            const std::lock_guard lock(guard_);
            if (!session_.check_selection(selection, maker_, *dossier)) return false;
        }
        Threads threads(several() ? 1 : options_.jobs);
        core::Observer silent;
        const EarlierFiles earlier(*folder, options_.force);
        std::vector<FileSize> existing = folder->existing();
        if (app_in(work)) existing.push_back({core::kAppPage, 0});
        auto built = core::build(maker_, *dossier, selection, facts_, existing, earlier, threads, silent, work.found);
        if (!built) return false;
        if (!options_.dry_run && !folder->make(waiting, problem)) return failed(problem);
        return bring_in(work, *folder, *built);
    }

    /// Whether an earlier run made all that this one would; then what that run said is said again.
    bool is_done(Work& work, OutputFolder& folder) {
        if (options_.force || options_.dry_run || folder.basis() != basis(work)) return false;
        const auto files = folder.untouched();
        if (!files) return false;
        auto said = recalled(folder.memo(), *work.source);
        if (!said) return false;
        work.found.append(std::move(*said));
        count(Fate::same, *files);
        if (common_.json)
            for (const FileSize& file : folder.existing()) work.files.push_back({(work.folder / file.path).generic_string(), file.bytes});
        return true;
    }

    bool prepare() {
        std::call_once(prepare_once_, [this] {
            const std::lock_guard lock(guard_);
            prepared_ = maker_.prepare(templates_, session_.diagnostics);
            quiet_templates_ = session_.diagnostics.all().empty();
        });
        return prepared_;
    }

    bool bring_in(Work& work, OutputFolder& folder, const core::Built& built) {
        if (folder.interrupted())
            work.found.note("finished", {},
                            say("a run before this one was interrupted while it changed {}{}", dossier::quoted(work.folder.string()),
                                options_.dry_run ? say("; the next run finishes that") : say("; that is finished now")));
        Diagnostics refused;
        const std::vector<folder::Step> steps = folder.compare(built.files, built.planned, options_.force, refused);
        const bool allowed = !refused.has_errors();
        const auto memo = quiet_templates_ && allowed ? remembered(work.found, *work.source) : std::nullopt;
        work.found.append(std::move(refused));
        if (!allowed) return false;
        for (const folder::Step& step : steps)
            if (step.fate == Fate::left)
                work.found.warning("left", {},
                                   say("{} is no longer made, and was changed since dossier made it: left as it is",
                                       dossier::quoted((work.folder / step.path).string())));
        if (options_.dry_run) tell_basis(work, folder);
        if (options_.dry_run || options_.tell_changes) tell_steps(work, steps);
        std::string problem;
        const bool left = std::any_of(steps.begin(), steps.end(), [](const folder::Step& s) { return s.fate == Fate::left; });
        const bool remember = memo && !left && !folder.interrupted();
        if (!options_.dry_run &&
            !folder.carry_out(steps, built.planned, remember ? basis(work) : folder::Basis{}, memo.value_or(""), problem))
            return failed(problem);
        for (const folder::Step& step : steps) count(step.fate);
        if (common_.json && !options_.dry_run)
            for (const OutputFile& file : built.files) work.files.push_back({(work.folder / file.path).generic_string(), file.size()});
        return true;
    }

    void count(Fate fate, std::size_t files = 1) {
        const std::lock_guard lock(guard_);
        tally_.add(fate, files);
        tally_written_ = true;
    }

    void tell_basis(const Work& work, const OutputFolder& folder) {
        std::vector<std::string> changed;
        for (const auto& [name, key] : basis(work)) {
            const auto before = folder.basis().find(name);
            if (before != folder.basis().end() && before->second != key) changed.push_back(name);
        }
        if (changed.empty() || common_.json) return;
        const std::lock_guard lock(guard_);
        (void)print(work.folder.string() + ": changed since the last run: " + joined(changed) + '\n');
    }

    void tell_steps(Work& work, const std::vector<folder::Step>& steps) {
        std::string text;
        for (const folder::Step& step : steps) {
            const Words& words = words_of(step.fate);
            const std::string path = (work.folder / step.path).generic_string();
            if (common_.json && options_.dry_run) work.files.push_back({path, step.file ? step.file->size() : 0, words.action, words.why});
            else if (step.fate != Fate::same)
                text += std::string(options_.dry_run ? words.action : words.done) + ' ' + path + " (" + words.why + ")\n";
        }
        const std::lock_guard lock(guard_);
        if (!common_.json) (void)print(text);
    }

    /// Tells what was found, in the order of the dossiers; what was read of them is not kept.
    void settle(Work& work) {
        const std::lock_guard lock(guard_);
        work.done = true;
        stopped_ = stopped_ || (!work.good && !options_.keep_going);
        if (!several()) {
            session_.diagnostics.append(std::move(work.found));
            for (FileRow& file : work.files) session_.add_file(std::move(file));
            return;
        }
        for (; told_ < works_.size() && works_[told_].done; ++told_) {
            Work& next = works_[told_];
            session_.tell(std::move(next.found));
            for (FileRow& file : next.files) session_.add_file(std::move(file));
            next.found = {};
            next.files = {};
            next.source.reset();
        }
    }

    void write_depfile() {
        Depfile out;
        std::vector<std::string> inputs;
        for (const Work& work : works_) {
            const std::string inventory = folder::inventory_in(work.folder).generic_string();
            std::string problem;
            if (!folder::touch(inventory, problem)) return (void)failed(problem);
            out.target(inventory);
            if (work.input != "-") inputs.push_back(work.input);
        }
        for (const std::string& input : inputs) out.input(input);
        for (const style::OwnFile& file : templates_) out.input(file.display);
        if (!options_.templates.empty()) out.input(options_.templates);
        session_.write(options_.depfile, out.text());
    }

    [[nodiscard]] std::string summary() const {
        const std::string would = options_.dry_run ? "would be " : "";
        const std::size_t total = tally_.written() + tally_.of(Fate::same);
        std::string text = options_.output + ": " + count_of(total, "file, ", "files, ") + std::to_string(tally_.written()) + ' ' + would +
                           "written, " + std::to_string(tally_.of(Fate::same)) + " unchanged";
        if (tally_.of(Fate::removed) > 0) text += ", " + std::to_string(tally_.of(Fate::removed)) + ' ' + would + "removed";
        return text + '\n';
    }
};

}  // namespace

int build(const BuildOptions& options, const Common& common, std::string* said) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    Session session(common, said);
    return BuildRun(options, common, maker, session).run();
}

}  // namespace dossier::cli
