#include "base/pool.hpp"
#include "cli/paper.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/threads.hpp"
#include "core/collect.hpp"
#include "core/forms.hpp"
#include "folder/folder.hpp"
#include "pdfform/pdfform.hpp"

#include <algorithm>
#include <mutex>
#include <random>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

/// The files to read, in the order of their names; what is left out of a folder is told.
std::vector<std::string> inputs_of(const CollectOptions& options, Session& session) {
    std::vector<std::string> out;
    std::size_t bundles = 0, others = 0;
    for (const std::string& input : options.inputs) {
        std::string problem;
        if (!folder::is_folder(input)) {
            out.push_back(input);
            continue;
        }
        const auto found = folder::files_in(input, problem);
        if (!found) {
            session.fail(kCannotReadWrite, say("cannot read {}: {}", dossier::quoted(input), problem));
            continue;
        }
        for (const std::string& path : *found) {
            const bool pdf = lower(fs::path(path).extension().string()) == ".pdf";
            const bool bundle = fs::path(path).parent_path().filename() == "bundels";
            const bool scan = is_picture(path) || fs::path(path).filename() == "nakijken.json";
            if ((pdf && !bundle) || scan) out.push_back((fs::path(input) / path).generic_string());
            bundles += pdf && bundle ? 1U : 0U;
            others += pdf || scan || fs::path(path).filename() == "nakijken.html" ? 0U : 1U;
        }
    }
    if (bundles > 0)
        session.diagnostics.note(
            "left-out", {},
            say("left out {} in a folder \"bundels\": they are for printing", count_of(bundles, say("bundle"), say("bundles"))),
            {say("name a bundle itself to read it")});
    if (others > 0)
        session.diagnostics.note("left-out", {},
                                 say("left out {}: neither PDF nor picture, by name", count_of(others, say("file"), say("files"))));
    return out;
}

/// Reads every form; false when one could not be read for want of a reader. Those that are pictures, or have no fields, go to `paper`.
bool read_all(const std::vector<std::string>& paths, core::Collector& collector, std::vector<std::size_t>& paper,
              const CollectOptions& options, const Common& common, Session& session) {
    Pool<pdfform::Helper> readers;
    std::mutex guard;
    bool good = true;
    Progress progress(paths.size(), 16, common);
    collector.expect(paths.size());
    std::vector<char> on_paper(paths.size(), 0);  // of bool, threads would share bytes
    Threads(options.jobs).each(paths.size(), [&](std::size_t i) {
        if (is_picture(paths[i])) {
            on_paper[i] = 1;
            progress.one();
            return;
        }
        folder::ReadProblem problem;
        auto bytes = folder::read_file(paths[i], core::kMostForm, problem);
        filled::FilledPdf form;
        Diagnostics found;
        if (bytes) {
            const Source pdf{paths[i], std::move(*bytes), true, {}};
            form = Pool<pdfform::Helper>::Borrowed(readers)->read(pdf, found);
        } else if (problem.too_large) {
            form.condition = filled::Condition::too_much;
        } else {
            found.error("input-output", {}, say("cannot read {}: {}", dossier::quoted(paths[i]), problem.words));
        }
        on_paper[i] = core::may_be_scan(form) ? 1 : 0;
        collector.add(i, paths[i], form);
        progress.one();
        const std::lock_guard lock(guard);
        for (const Diagnostic& d : found.all())  // places point into bytes that are gone
            if (good && d.severity == Severity::error) session.fail(kCannotReadWrite, d.message);
        good = good && !found.has_errors();
    });
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (on_paper[i]) paper.push_back(i);
    return good;
}

/// The salt of pseudonyms: of the file that the person named, which is made when it is not there.
std::optional<std::string> salt(const std::string& path, Session& session) {
    folder::ReadProblem problem;
    if (folder::is_there(path)) {
        auto text = folder::read_file(path, 4096, problem);
        if (text && trim(*text).size() >= 32) return std::string(trim(*text));
        session.fail(kCannotReadWrite, say("cannot use {}: {}", dossier::quoted(path),
                                           text ? Message(say("it holds less than 32 characters")) : problem.words));
        return std::nullopt;
    }
    std::random_device random;
    std::string bytes;
    for (int i = 0; i < 8; ++i) {
        const std::uint32_t word = random();
        for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(static_cast<std::uint8_t>(word >> shift));
    }
    std::string text = hex(sha256(bytes));
    session.write(path, text + '\n');
    return text;
}

void write_files(const std::vector<File>& files, const fs::path& folder, Session& session) {
    for (const File& file : files) session.write((folder / file.path).generic_string(), file.bytes);
}

}  // namespace

int collect(const CollectOptions& options, const Common& common) {
    make::Maker maker;  // outlives the session, whose diagnostics point into its templates
    core::ClassList klas;
    Session session(common);
    const auto facts = session.facts();
    const std::vector<std::string> outputs = options.outputs.empty() ? std::vector<std::string>{"resultaten.xlsx"} : options.outputs;
    for (const std::string& path : outputs)
        if (!core::result_format(path))
            session.fail(kBadCommandLine, say("{} ends in none of .xlsx, .csv, .json and .html", dossier::quoted(path)));
    if (!options.nakijken.empty() && !options.anoniem.empty())
        session.fail(kBadCommandLine, say("--nakijken shows what people wrote, and cannot go with --anoniem"));
    if (!facts || session.diagnostics.has_errors()) return session.finish();

    const auto dossier = session.read_dossier(options.dossier, Session::Tell::errors);
    std::optional<model::Dossier> old;
    if (!options.old.empty()) old = session.read_version(options.old);
    const bool prepared = session.prepare(maker, options.templates);
    std::vector<std::string> paths = inputs_of(options, session);
    core::CollectWanted wanted{!options.zonder_handtekening, "", nullptr, read_decisions(paths, options, session)};
    std::optional<std::string> zout = "";
    if (!options.anoniem.empty()) zout = salt(options.anoniem, session);
    if (!dossier || !prepared || !zout || (!options.old.empty() && !old) || session.diagnostics.has_errors()) return session.finish();
    if (paths.empty()) {
        session.diagnostics.error("no-forms", {}, say("found no PDF or picture to read"),
                                  {say("name the folder or the files with the filled-in forms")});
        return session.finish();
    }
    wanted.zout = *zout;
    if (!options.klassenlijst.empty()) {
        const Source* list = session.read_list(options.klassenlijst);
        // Whose a form is has nothing to do with its profiel, which the form itself says.
        const core::ClassListInput input{options.codering, options.blad, dossier->profielen.front().code.value};
        if (list) klas = core::read_class_list(*list, *dossier, maker, input, session.diagnostics);
        if (!klas.list || klas.list->bad_rows > 0) return session.finish();
        wanted.klas = &*klas.list;
    }

    core::Collector collector(maker, *dossier, old ? &*old : nullptr, std::move(wanted), session.diagnostics);
    std::vector<std::size_t> paper;
    if (!read_all(paths, collector, paper, options, common, session)) return session.finish();
    if (!paper.empty() && !read_paper(paths, paper, collector, options, common, session)) return session.finish();
    collector.finish();
    collector.tell(session.diagnostics);
    if (!options.nakijken.empty() && !write_nakijken(paths, collector, options, *facts, session)) return session.finish();
    for (const std::string& path : outputs)
        if (const auto files = collector.write(*core::result_format(path), path, *facts, session.diagnostics))
            write_files(*files, "", session);
    if (!options.overviews.empty()) {
        std::string problem;
        if (!folder::make_folder(options.overviews, problem)) session.fail(kCannotReadWrite, say("cannot write {}", problem));
        else if (const auto files = collector.overviews(*facts, session.diagnostics)) write_files(*files, options.overviews, session);
    }
    const std::size_t look = collector.forms_to_look_at();
    if (!common.json && !common.quiet &&
        !print(joined(outputs) + ": " + count_of(collector.forms(), "form", "forms") + ", " + std::to_string(look) + " to look at\n"))
        return kCannotReadWrite;
    return session.finish(collector.to_look_at());
}

}  // namespace dossier::cli
