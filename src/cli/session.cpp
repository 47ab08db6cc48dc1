#include "cli/session.hpp"

#include "cli/about.hpp"
#include "core/core.hpp"
#include "folder/folder.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace dossier::cli {
namespace {

/// SOURCE_DATE_EPOCH as "2025-08-01" (UTC), "" when not set, nullopt when it is not a number of seconds in years 1970-9999.
std::optional<std::string> source_date() {
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (value == nullptr || *value == '\0') return "";
    const std::string_view text(value);
    constexpr long long kYear10000 = 253402300800;
    long long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds >= kYear10000) return std::nullopt;
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    char out[16];
    std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return out;
}

}  // namespace

Message with_hint(const Diagnostic& d) { return d.hints.empty() ? d.message : say("{}; {}", d.message, d.hints.front()); }

std::unique_ptr<Source> Session::load(const std::string& path, bool& too_large, Diagnostics& found) {
    folder::ReadProblem problem;
    auto bytes = folder::read_file(path == "-" ? "/dev/stdin" : path, core::kMostInput, problem);
    too_large = problem.too_large;
    if (!bytes && !too_large) {
        fail(kCannotReadWrite, say("cannot read {}: {}", dossier::quoted(path), problem.words));
        return nullptr;
    }
    auto source = std::make_unique<Source>(Source{path, std::move(bytes).value_or("")});
    if (too_large) core::report_too_large(*source, found);
    return source;
}

std::unique_ptr<Source> Session::read_alone(const std::string& path, Diagnostics& found) {
    bool too_large = false;
    auto source = load(path, too_large, found);
    if (source && !too_large) (void)core::accept(*source, found);
    return source;
}

const Source* Session::read(const std::string& path) {
    bool too_large = false;
    auto source = load(path, too_large, diagnostics);
    if (!source) return nullptr;
    sources_.push_back(std::move(source));
    return !too_large && core::accept(*sources_.back(), diagnostics) ? sources_.back().get() : nullptr;
}

const Source* Session::read_list(const std::string& path) {
    bool too_large = false;
    auto source = load(path, too_large, diagnostics);
    if (!source) return nullptr;
    source->personal = true;
    sources_.push_back(std::move(source));
    return too_large ? nullptr : sources_.back().get();
}

const core::Imported& Session::keep(core::Imported imported) {
    imported_.push_back(std::make_unique<core::Imported>(std::move(imported)));
    return *imported_.back();
}

void Session::write(const std::string& path, std::string_view bytes) {
    std::string problem;
    if (folder::write_file(path, bytes, problem)) add_file({path, bytes.size()});
    else fail(kCannotReadWrite, say("cannot write {}: {}", dossier::quoted(path), problem));
}

std::optional<model::Dossier> Session::read_dossier(const std::string& path, Tell tell) {
    const Source* source = read(path);
    if (!source) return std::nullopt;
    Diagnostics found;
    auto dossier = core::read_dossier(*source, found);
    if (tell == Tell::all || !dossier) diagnostics.append(std::move(found));
    return dossier;
}

std::optional<model::Dossier> Session::read_version(const std::string& path) {
    const Source* source = read(path);
    return source ? keep(core::read_version(*source, pdf(), diagnostics)).dossier : std::nullopt;
}

std::optional<core::Facts> Session::facts() {
    const auto date = source_date();
    if (date) return core::Facts{*date, std::string("dossier ") + version()};
    fail(kBadCommandLine, say("SOURCE_DATE_EPOCH is not a number of seconds since 1970"));
    return std::nullopt;
}

bool Session::prepare(make::Maker& maker, const std::string& folder) {
    auto own = folder::read_templates(folder, diagnostics);
    return own && maker.prepare(std::move(*own), diagnostics);
}

bool Session::check_selection(const plan::Selection& selection, const make::Maker& maker, const model::Dossier& dossier) {
    Diagnostics mistakes;
    plan::check_selection(selection, maker.manifest(), make::known_formats(), dossier, mistakes);
    for (const Diagnostic& d : mistakes.all()) fail(kBadCommandLine, with_hint(d));
    return !mistakes.has_errors();
}

std::optional<Shard> Session::shard(const std::string& text) {
    const auto out = read_shard(text);
    if (!out) fail(kBadCommandLine, say("--shard {} is no share like 2/8", dossier::quoted(text)));
    return out;
}

void Session::tell(Diagnostics told) {
    told.sort();
    told_.add(told, common_.json, common_.translate);
    if (!common_.json) print_diagnostics(told);
}

void Session::print_diagnostics(const Diagnostics& told) const {
    Diagnostics shown;
    if (common_.quiet && !common_.werror) {
        for (const Diagnostic& d : told.all())
            if (d.severity == Severity::error) shown.error(d.code, d.location, d.message, d.hints);
    } else {
        shown = told;
    }
    const std::string text = report(shown, {.color = use_color(common_.color), .translate = common_.translate});
    std::fwrite(text.data(), 1, text.size(), stderr);
    if (said_) *said_ += report(shown, {.translate = common_.translate});
}

void Session::fail(ExitStatus status, Message message) {
    status_ = status;
    diagnostics.error(status == kBadCommandLine ? "command-line" : "input-output", {}, std::move(message));
}

int Session::finish(bool to_look_at) {
    if (status_ == kDone && pdf_.broken()) status_ = kCannotReadWrite;
    tell(std::move(diagnostics));
    diagnostics = {};
    if (status_ == kDone && (to_look_at || told_.errors > 0 || (common_.werror && told_.warnings > 0))) status_ = kInputErrors;
    if (common_.json && !print(as_json(told_, status_, files_))) return kCannotReadWrite;
    return status_;
}

bool print(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0; }

}  // namespace dossier::cli
