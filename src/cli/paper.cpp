#include "cli/paper.hpp"

#include "base/pool.hpp"
#include "cli/progress.hpp"
#include "cli/threads.hpp"
#include "folder/folder.hpp"
#include "scanread/scanread.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;
using Helpers = Pool<scanread::Helper>;

constexpr std::size_t kMostDecisions = std::size_t{16} << 20;
constexpr const char* kPage = "nakijken.html";
constexpr const char* kDecisions = "nakijken.json";
constexpr std::size_t kBatch = 8;  ///< pages that a thread takes at a time

/// A file of scans in memory; a page that says why when there is none.
struct Scan {
    Source source;
    std::string identity;
    std::optional<scans::Page> instead;
};
std::optional<Scan> load(const std::string& path, Session& session, std::mutex& guard) {
    folder::ReadProblem problem;
    auto bytes = folder::read_file(path, core::kMostScan, problem);
    if (bytes) {
        std::string identity = papier::file_identity(*bytes);
        return Scan{{path, std::move(*bytes), true, {}}, std::move(identity), {}};
    }
    if (problem.too_large) {
        scans::Page page;
        page.condition = scans::Condition::too_much;
        return Scan{{path, "", true, {}}, "", page};
    }
    const std::lock_guard lock(guard);
    session.fail(kCannotReadWrite, say("cannot read {}: {}", dossier::quoted(path), problem.words));
    return std::nullopt;
}

/// The errors of a helper. Places point into bytes that are gone, so only the message counts.
bool fail_once(const Diagnostics& found, bool& good, Session& session, std::mutex& guard) {
    const std::lock_guard lock(guard);
    for (const Diagnostic& d : found.all())
        if (good && d.severity == Severity::error) session.fail(kCannotReadWrite, d.message);
    good = good && !found.has_errors();
    return good;
}

/// The pages of one file, by all threads together.
std::vector<scans::Page> read_pages(const Source& file, Helpers& helpers, const CollectOptions& options, Diagnostics& diagnostics) {
    std::size_t pages = 0;
    {
        const Helpers::Borrowed first(helpers);
        const scanread::Opened opened = first->open(file, diagnostics);
        if (opened.why) {
            scans::Page page;
            page.condition = *opened.why;
            return {page};
        }
        pages = opened.pages;
    }
    const std::size_t batches = (pages + kBatch - 1) / kBatch;
    std::vector<std::vector<scans::Page>> read(batches);
    std::mutex guard;
    // The same helper need not open the file for each batch.
    std::map<scanread::Helper*, bool> open;
    Threads(options.jobs).each(batches, [&](std::size_t i) {
        const Helpers::Borrowed helper(helpers);
        Diagnostics found;
        bool fresh = false;
        {
            const std::lock_guard lock(guard);
            fresh = open.try_emplace(&*helper, true).second;
        }
        if (fresh) (void)helper->open(file, found);
        if (!found.has_errors()) read[i] = helper->read(i * kBatch, kBatch, {}, found);
        const std::lock_guard lock(guard);
        diagnostics.append(std::move(found));
    });
    std::vector<scans::Page> out;
    for (auto& batch : read) std::move(batch.begin(), batch.end(), std::back_inserter(out));
    return out;
}

}  // namespace

bool is_picture(const std::string& path) {
    static constexpr std::array<std::string_view, 5> kEnds{".tif", ".tiff", ".jpg", ".jpeg", ".png"};
    const std::string end = lower(fs::path(path).extension().string());
    return std::find(kEnds.begin(), kEnds.end(), end) != kEnds.end();
}

bool read_paper(const std::vector<std::string>& paths, const std::vector<std::size_t>& which, core::Collector& collector,
                const CollectOptions& options, const Common& common, Session& session) {
    const scans::Atlas& atlas = collector.atlas();
    Helpers helpers([&atlas] { return std::make_unique<scanread::Helper>(atlas); });
    std::mutex guard;
    bool good = true;
    Progress progress(which.size(), 1, common);
    const auto one = [&](std::size_t i, bool together) {
        auto scan = load(paths[i], session, guard);
        if (!scan) {
            const std::lock_guard lock(guard);
            good = false;
            return;
        }
        Diagnostics found;
        const auto take = [&](scans::Page&& page) { collector.add_page(i, paths[i], scan->identity, std::move(page)); };
        if (scan->instead) take(std::move(*scan->instead));
        else if (together)
            for (scans::Page& page : read_pages(scan->source, helpers, options, found)) take(std::move(page));
        else (void)Helpers::Borrowed(helpers)->read_file(scan->source, {}, take, found);
        progress.one();
        (void)fail_once(found, good, session, guard);
    };
    // A few large piles keep all threads busy within each; many small files do so side by side.
    constexpr std::size_t kFew = 4;
    if (which.size() <= kFew)
        for (const std::size_t i : which) one(i, true);
    else Threads(options.jobs).each(which.size(), [&](std::size_t k) { one(which[k], false); });
    return good;
}

bool write_nakijken(const std::vector<std::string>& paths, core::Collector& collector, const CollectOptions& options,
                    const core::Facts& facts, Session& session) {
    const std::vector<core::PageWanted> wanted = collector.pages_to_show();
    std::mutex guard;
    bool good = true;
    if (!wanted.empty()) {
        const scans::Atlas& atlas = collector.atlas();
        scanread::Helper helper(atlas);
        std::optional<Scan> scan;
        for (std::size_t k = 0; k < wanted.size() && good; ++k) {
            Diagnostics found;
            if (k == 0 || wanted[k].file != wanted[k - 1].file) {
                scan = load(paths[wanted[k].file], session, guard);
                if (!scan) return false;
                if (!scan->instead) (void)helper.open(scan->source, found);
            }
            if (scan->instead || found.has_errors()) continue;
            for (const scans::Page& page : helper.read(wanted[k].page - 1, 1, {true}, found)) collector.add_cutouts(wanted[k].file, page);
            (void)fail_once(found, good, session, guard);
        }
    }
    std::string problem;
    if (!folder::make_folder(options.nakijken, problem)) {
        session.fail(kCannotReadWrite, say("cannot write {}", problem));
        return false;
    }
    if (const auto page = collector.nakijken(facts, session.diagnostics))
        session.write((fs::path(options.nakijken) / kPage).generic_string(), *page);
    return good;
}

papier::Beslissingen read_decisions(std::vector<std::string>& paths, const CollectOptions& options, Session& session) {
    papier::Beslissingen out;
    std::vector<std::string> files;
    std::erase_if(paths, [&files](const std::string& path) {
        if (lower(fs::path(path).extension().string()) != ".json") return false;
        files.push_back(path);
        return true;
    });
    const std::string own = (fs::path(options.nakijken) / kDecisions).generic_string();
    if (!options.nakijken.empty() && folder::is_there(own) && std::find(files.begin(), files.end(), own) == files.end())
        files.push_back(own);
    for (const std::string& path : files) {
        folder::ReadProblem problem;
        const auto bytes = folder::read_file(path, kMostDecisions, problem);
        if (!bytes) session.fail(kCannotReadWrite, say("cannot read {}: {}", dossier::quoted(path), problem.words));
        else papier::read_beslissingen({path, *bytes, true, {}}, out, session.diagnostics);
    }
    return out;
}

}  // namespace dossier::cli
