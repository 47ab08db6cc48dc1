#include "core/core.hpp"
#include "exchange/formats.hpp"
#include "make/file_lists.hpp"

#include <algorithm>
#include <mutex>

namespace dossier::core {
namespace {

using make::Maker;
using make::Values;
using plan::Job;
using plan::Kind;

struct Result {
    std::string key;  ///< of documents about a profiel
    std::optional<OutputFile> file;
    Diagnostics diagnostics;
};

/// Takes out of `jobs` what cannot be made for want of values. Those that `asked` names are errors.
void drop_incomplete(std::vector<Job>& jobs, const model::Dossier& dossier, const view::Build& facts, const std::vector<std::string>& asked,
                     exchange::Unasked& quiet, std::vector<std::string>& dropped, Diagnostics& diagnostics) {
    std::erase_if(jobs, [&](const Job& job) {
        const exchange::ExchangeFormat* format = exchange::find_exchange_format(job.document->formaat.value);
        if (!format || !format->missing) return false;
        const model::Profiel* profiel = profiel_of(job, dossier);
        const std::vector<exchange::Missing> missing = format->missing({dossier, profiel, facts.datum});
        if (missing.empty()) return false;
        if (std::find(asked.begin(), asked.end(), job.document->formaat.value) != asked.end())
            exchange::report_missing(format->name, missing, diagnostics);
        else quiet.not_made(format->name, profiel ? profiel->code.value : "", missing);
        dropped.push_back(job.path);
        return true;
    });
}

/// Counts what is made, for the observer.
class Count {
public:
    Count(Observer& observer, std::size_t of) : observer_(observer), of_(of) {}
    /// False once the observer wants no more.
    bool one_more() {
        const std::lock_guard lock(guard_);
        if (!stopped_) stopped_ = !observer_.made(++done_, of_);
        return !stopped_;
    }
    [[nodiscard]] bool stopped() {
        const std::lock_guard lock(guard_);
        return stopped_;
    }

private:
    Observer& observer_;
    std::size_t done_ = 0, of_;
    bool stopped_ = false;
    std::mutex guard_;
};

class Builder {
public:
    Builder(const Maker& maker, const model::Dossier& dossier, const view::Build& facts, const make::Earlier& earlier, Workers& workers,
            Count& count, Diagnostics& diagnostics)
        : maker_(maker), dossier_(dossier), facts_(facts), earlier_(earlier), workers_(workers), count_(count), diagnostics_(diagnostics) {}

    /// Makes `jobs` and adds them to `files`; false after errors. `values` are filled in as far as that takes. `quiet`, if given, takes
    /// what the exchange formats say.
    bool make_all(const std::vector<Job>& jobs, Values& values, exchange::Unasked* quiet, std::vector<OutputFile>& files) {
        std::vector<Result> results(jobs.size());
        find_made(jobs, values, results);
        workers_.each(jobs.size(), [&](std::size_t i) {
            if (count_.stopped()) return;
            Result& r = results[i];
            if (!r.file) r.file = maker_.make(jobs[i], dossier_, values, facts_, earlier_, r.key, r.diagnostics);
            (void)count_.one_more();
        });
        if (count_.stopped()) {
            diagnostics_.error("cancelled", {}, say("stopped before all was made"));
            return false;
        }
        bool good = true;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const bool made = results[i].file && !results[i].diagnostics.has_errors();
            good = good && made;
            if (quiet && made && jobs[i].kind == Kind::exchange)
                quiet->left_out(jobs[i].document->formaat.value, jobs[i].path, results[i].diagnostics);
            else diagnostics_.append(std::move(results[i].diagnostics));
            if (made) files.push_back(std::move(*results[i].file));
        }
        return good;
    }

private:
    /// What earlier runs made, and the values for what they did not.
    void find_made(const std::vector<Job>& jobs, Values& values, std::vector<Result>& results) {
        std::vector<std::vector<std::size_t>> by_profiel(dossier_.profielen.size());
        for (std::size_t i = 0; i < jobs.size(); ++i)
            if (jobs[i].profiel) by_profiel[*jobs[i].profiel].push_back(i);
        workers_.each(by_profiel.size(), [&](std::size_t p) {
            if (by_profiel[p].empty()) return;
            values.take(dossier_, p);
            bool look = false;
            for (const std::size_t i : by_profiel[p]) {
                Result& r = results[i];
                r.key = maker_.key_of(jobs[i], values, facts_, earlier_);
                if (auto there = earlier_.made_of(jobs[i].path, r.key)) r.file = OutputFile{jobs[i].path, "", there->keys, there};
                look = look || (!r.file && jobs[i].kind != Kind::exchange);
            }
            if (look) values.view(p, facts_);
        });
    }

    const Maker& maker_;
    const model::Dossier& dossier_;
    const view::Build& facts_;
    const make::Earlier& earlier_;
    Workers& workers_;
    Count& count_;
    Diagnostics& diagnostics_;
};

/// Pages list the other files with their sizes: those of a profiel its forms and exchange files, those of the whole dossier
/// all there is. So they come after.
struct Sorted {
    std::vector<Job> parts, guides, wholes;
};
Sorted sorted(const std::vector<Job>& all, const model::Dossier& dossier, const plan::Selection& selection) {
    Sorted out;
    for (const Job& job : all) {
        if (!selected(job, dossier, selection)) continue;
        const bool whole = !job.profiel && job.kind != Kind::exchange;
        (whole ? out.wholes : job.kind == Kind::page ? out.guides : out.parts).push_back(job);
    }
    return out;
}

}  // namespace

void Workers::each(std::size_t count, const std::function<void(std::size_t)>& task) {
    for (std::size_t i = 0; i < count; ++i) task(i);
}
bool Observer::made(std::size_t, std::size_t) { return true; }

std::optional<Built> build(const Maker& maker, const model::Dossier& dossier, const plan::Selection& selection, const view::Build& facts,
                           const std::vector<FileSize>& existing, const make::Earlier& earlier, Workers& workers, Observer& observer,
                           Diagnostics& diagnostics) {
    const std::vector<Job> all = plan::jobs_of(maker.manifest(), dossier, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    Sorted jobs = sorted(all, dossier, selection);
    if (std::any_of(jobs.parts.begin(), jobs.parts.end(), [](const Job& job) { return job.kind == Kind::form; }))
        maker.check_characters(dossier, diagnostics);
    exchange::Unasked quiet;
    std::vector<std::string> dropped;
    drop_incomplete(jobs.parts, dossier, facts, selection.formaten, quiet, dropped, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;

    Values values(dossier);
    Count count(observer, jobs.parts.size() + jobs.guides.size() + jobs.wholes.size());
    Builder builder(maker, dossier, facts, earlier, workers, count, diagnostics);
    Built out;
    if (!builder.make_all(jobs.parts, values, selection.formaten.empty() ? &quiet : nullptr, out.files)) return std::nullopt;
    quiet.report(diagnostics);

    const make::Made made{out.files, existing, dropped};
    for (const Job& guide : jobs.guides)
        values.bestanden[*guide.profiel] = view::Value(make::files_of_profiel(all, *guide.profiel, dossier, made));
    if (!jobs.guides.empty() && !builder.make_all(jobs.guides, values, nullptr, out.files)) return std::nullopt;
    if (!jobs.wholes.empty()) {
        values.whole = view::view_dossier(dossier, facts);
        make::add_all_files(values.whole, all, dossier, made);
        if (!builder.make_all(jobs.wholes, values, nullptr, out.files)) return std::nullopt;
    }
    for (const Job& job : all)
        if (std::find(dropped.begin(), dropped.end(), job.path) == dropped.end()) out.planned.push_back(job.path);
    return out;
}

std::optional<std::string> dump(const Maker& maker, const model::Dossier& dossier, const plan::Selection& selection, make::Stage stage,
                                const view::Build& facts, Diagnostics& diagnostics) {
    std::vector<Job> jobs;
    for (const Job& job : plan::jobs_of(maker.manifest(), dossier, diagnostics))
        if (selected(job, dossier, selection)) jobs.push_back(job);
    if (diagnostics.has_errors()) return std::nullopt;
    std::string out;
    if (stage == make::Stage::view) {
        if (selection.profielen.empty()) return view::dump(view::view_dossier(dossier, facts));
        for (const model::Profiel& p : dossier.profielen)
            if (std::find(selection.profielen.begin(), selection.profielen.end(), p.code.value) != selection.profielen.end())
                out += view::dump(view::view_kwalificatie(dossier, p, facts));
        return out;
    }
    const Values values = maker.values_of(dossier, jobs, facts);
    for (const Job& job : jobs) {
        if (job.kind != Kind::form) continue;
        const auto text = maker.dump(job, values, stage, diagnostics);
        if (!text) return std::nullopt;
        out += "== " + job.path + '\n' + *text;
    }
    return out;
}

}  // namespace dossier::core
