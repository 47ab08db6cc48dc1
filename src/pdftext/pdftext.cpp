#include "pdftext/pdftext.hpp"

#include "pdftext/child.hpp"
#include "pdftext/protocol.hpp"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <system_error>

namespace dossier::pdftext {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "dossier-pdftext";
using core::kPdfOwnWay;

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

struct Failure {
    std::string code, message;
    std::vector<std::string> hints;
    bool of_helper = false;
};

Failure helper_failure(const std::string& message) {
    return {"pdf-helper", message, {std::string("install dossier anew, or ") + kPdfOwnWay}, true};
}

Failure missing(const std::vector<fs::path>& places) {
    std::string message = "cannot read a PDF without the program " + std::string(kName);
    for (const fs::path& place : places) message += (&place == &places.front() ? ", looked for " : " and ") + place.string();
    return helper_failure(message);
}

/// What the end of the helper says, if it is no answer.
std::optional<Failure> end_failure(const Ended& ended, const fs::path& helper) {
    const Failure too_much{"pdf-unreadable", "reading this PDF took too much time or memory", {kPdfOwnWay}};
    const auto gave_up = [](const std::string& how) {
        return Failure{"pdf-unreadable", std::string(kName) + " broke off on this PDF (" + how + ')', {kPdfOwnWay}};
    };
    switch (ended.how) {
        case Ended::not_begun: return helper_failure("cannot start " + helper.string() + ": " + std::strerror(ended.number));
        case Ended::too_late: return too_much;
        case Ended::too_much: return helper_failure(helper.string() + " gave more than the text of a PDF may be");
        case Ended::killed:
            if (ended.number == SIGXCPU || ended.number == SIGKILL) return too_much;
            return gave_up("signal " + std::to_string(ended.number));
        case Ended::exited: break;
    }
    if (ended.number == 0) return std::nullopt;
    if (ended.number == kOutOfMemory) return too_much;
    // The loader of the system, and shells, say this of a program that they cannot start.
    if (ended.number == 126 || ended.number == 127)
        return helper_failure(helper.string() + " does not start (exit status " + std::to_string(ended.number) + ')');
    return gave_up("exit status " + std::to_string(ended.number));
}

Failure no_text(std::string_view text) {
    const auto pages = std::count(text.begin(), text.end(), '\f');
    return {
        "pdf-no-text",
        "found no text in " + std::to_string(pages) + (pages == 1 ? " page" : " pages") + ", expected the text of a kwalificatiedossier",
        {"a scanned document needs text recognition (OCR) first"}};
}

/// What a whole answer refuses; `rest` becomes what comes after its first letter.
std::optional<Failure> answer_failure(std::string_view answer, const fs::path& helper, std::string_view& rest) {
    const Failure rubbish = helper_failure(helper.string() + " gave no answer that this version of dossier knows");
    if (!answer.starts_with(kGreeting) || answer.size() == kGreeting.size()) return rubbish;
    const char kind = answer[kGreeting.size()];
    rest = answer.substr(kGreeting.size() + 1);
    if (kind != text && kind != no_sandbox && !rest.empty()) return rubbish;
    switch (kind) {
        case damaged: return Failure{"pdf-damaged", "this PDF is damaged and cannot be read", {"get the file once more"}};
        case locked:
            return Failure{
                "pdf-locked", "this PDF is locked with a password, expected one that opens without", {"save it without password"}};
        case empty: return Failure{"pdf-empty", "this PDF has no pages", {}};
        case too_many_pages: return Failure{"pdf-too-large", "this PDF has more than " + std::to_string(kMostPages) + " pages", {}};
        case too_much_text:
            return Failure{"pdf-too-large", "this PDF has more than " + std::to_string(kMostText >> 20) + " MiB of text", {}};
        case no_sandbox:
            return Failure{"pdf-helper",
                           "this system does not let " + std::string(kName) + " lock itself in (" + std::string(trim(rest.substr(0, 80))) +
                               "), and outside a sandbox it reads no PDF",
                           {kPdfOwnWay},
                           true};
        case text: break;
        default: return rubbish;
    }
    if (first_invalid_utf8(rest)) return rubbish;
    if (!has_words(rest)) return no_text(rest);
    return std::nullopt;
}

}  // namespace

std::vector<fs::path> helper_places() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const fs::path folder = self.parent_path();
    return {folder / kName, (folder / DOSSIER_LIBEXEC / kName).lexically_normal()};
}

std::optional<std::string> Helper::read(const Source& pdf, Diagnostics& diagnostics) {
    const auto fail = [&](Failure failure) {
        broken_ = broken_ || failure.of_helper;
        // The bytes of a PDF make no line to show: the place is the file.
        diagnostics.error(std::move(failure.code), {}, pdf.name + ": " + std::move(failure.message), std::move(failure.hints));
        return std::nullopt;
    };
    const auto helper = std::find_if(places_.begin(), places_.end(), [](const fs::path& place) {
        std::error_code error;
        return fs::is_regular_file(place, error);
    });
    if (helper == places_.end()) return fail(missing(places_));
    Ended ended = run_child(*helper, pdf.text, kGreeting.size() + 1 + kMostText, patience);
    if (auto failure = end_failure(ended, *helper)) return fail(std::move(*failure));
    std::string_view rest;
    if (auto failure = answer_failure(ended.output, *helper, rest)) return fail(std::move(*failure));
    return std::string(rest);
}

}  // namespace dossier::pdftext
