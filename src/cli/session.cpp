#include "cli/session.hpp"

#include "core/core.hpp"
#include "core/other_kind.hpp"
#include "folder/folder.hpp"
#include "ownxml/ownxml.hpp"
#include "pdftext/pdftext.hpp"
#include "published/published.hpp"
#include "sbb/sbb.hpp"
#include "xml/xml.hpp"
#include "yaml/yaml.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace dossier::cli {
namespace {
constexpr std::size_t kLargestInput = 16u << 20;  ///< the most that any reader takes
}

const Source* Session::read(const std::string& path) {
    std::string problem;
    auto text = folder::read_file(path == "-" ? "/dev/stdin" : path, kLargestInput, problem);
    if (!text && problem.starts_with("is larger")) {
        sources_.push_back(std::make_unique<Source>(Source{path, ""}));
        diagnostics.error("too-large", {sources_.back().get(), 0, 0}, "the file " + problem + ", expected a dossier");
        return nullptr;
    }
    if (!text) {
        fail(kCannotReadWrite, "cannot read " + dossier::quoted(path) + ": " + problem);
        return nullptr;
    }
    const auto other = core::other_kind(*text);
    // The bytes of such a file say nothing to people.
    sources_.push_back(std::make_unique<Source>(Source{path, other ? std::string() : std::move(*text)}));
    const Source& source = *sources_.back();
    if (other) {
        diagnostics.error("other-kind", {&source, 0, 0}, "found " + other->what + ", expected a dossier in YAML, XML, PDF or plain text", {other->remedy});
        return nullptr;
    }
    return &source;
}

const Source* Session::text_of(const Source& source) {
    if (is_xml(source)) {
        auto text = xml::xml_in_utf8(source, diagnostics);
        if (!text) return nullptr;
        if (*text == source.text) return &source;
        sources_.push_back(std::make_unique<Source>(Source{source.name, std::move(*text)}));
        return sources_.back().get();
    }
    if (!pdftext::is_pdf(source.text)) return &source;
    auto text = pdftext::read_text(source, diagnostics);
    if (!text) return nullptr;
    sources_.push_back(std::make_unique<Source>(Source{source.name, std::move(*text)}));
    return sources_.back().get();
}

void Session::write(const std::string& path, std::string_view bytes) {
    std::string problem;
    if (folder::write_file(path, bytes, problem))
        add_file({path, bytes.size()});
    else
        fail(kCannotReadWrite, "cannot write " + dossier::quoted(path) + ": " + problem);
}

void Session::add_found(const Diagnostics& found, const Source& source) {
    const bool pages = source.text.find('\f') != std::string::npos;
    for (const Diagnostic& d : found.all()) {
        std::string message = d.message;
        if (pages && d.location.source == &source) message += " (page " + std::to_string(pdftext::page_of(source.text, d.location.begin)) + ')';
        if (d.severity == Severity::error)
            diagnostics.error(d.code, d.location, std::move(message), d.hints);
        else if (d.severity == Severity::note)
            diagnostics.note(d.code, d.location, std::move(message), d.hints);
        else
            diagnostics.warning(d.code, d.location, std::move(message), d.hints);
    }
}

std::optional<model::Dossier> Session::read_dossier(const std::string& path) {
    const Source* source = read(path);
    if (!source) return std::nullopt;
    return core::read_dossier(*source, diagnostics);
}

bool Session::prepare(make::Maker& maker, const std::string& folder) {
    auto own = folder::read_templates(folder, diagnostics);
    return own && maker.prepare(std::move(*own), diagnostics);
}

bool Session::check_selection(const plan::Selection& selection, const make::Maker& maker, const model::Dossier& dossier) {
    Diagnostics mistakes;
    plan::check_selection(selection, maker.manifest(), make::known_formats(), dossier, mistakes);
    for (const Diagnostic& d : mistakes.all()) fail(kBadCommandLine, d.message + (d.hints.empty() ? "" : "; " + d.hints.front()));
    return !mistakes.has_errors();
}

void Session::fail(ExitStatus status, const std::string& message) {
    status_ = status;
    diagnostics.error(status == kBadCommandLine ? "command-line" : "input-output", {}, message);
}

int Session::finish() {
    diagnostics.sort();
    if (status_ == kDone && (diagnostics.has_errors() || (common_.werror && diagnostics.warnings() > 0))) status_ = kInputErrors;
    if (common_.json) {
        if (!print(as_json(diagnostics, status_, files_))) return kCannotReadWrite;
        return status_;
    }
    Diagnostics shown;
    if (common_.quiet && !common_.werror) {
        for (const Diagnostic& d : diagnostics.all())
            if (d.severity == Severity::error) shown.error(d.code, d.location, d.message, d.hints);
    } else {
        shown = diagnostics;
    }
    const std::string text = report(shown, {.color = use_color(common_.color)});
    std::fwrite(text.data(), 1, text.size(), stderr);
    return status_;
}

bool print(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

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

}  // namespace dossier::cli
