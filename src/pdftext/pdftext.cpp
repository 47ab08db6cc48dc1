#include "pdftext/pdftext.hpp"

#include "child/helper.hpp"
#include "pdftext/protocol.hpp"
#include "pdftext/refusal.hpp"

namespace dossier::pdftext {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "dossier-pdftext";
using core::kPdfOwnWay;

Failure helper_failure(const Message& message) { return {"pdf-helper", message, {say("install dossier anew, or {}", kPdfOwnWay)}, true}; }

Failure failure(const child::Trouble& trouble) {
    switch (trouble.of) {
        case child::Trouble::helper: return helper_failure(trouble.what);
        case child::Trouble::too_much: return {"pdf-unreadable", say("reading this PDF took too much time or memory"), {kPdfOwnWay}};
        case child::Trouble::input: break;
    }
    return {"pdf-unreadable", say("{} broke off on this PDF ({})", std::string_view(kName), trouble.what), {kPdfOwnWay}};
}

/// What a whole answer refuses; `rest` becomes what comes after its first letter.
std::optional<Failure> answer_failure(std::string_view answer, const fs::path& helper, std::string_view& rest) {
    const Failure rubbish = failure(child::no_answer(helper));
    if (!answer.starts_with(kGreeting) || answer.size() == kGreeting.size()) return rubbish;
    const char kind = answer[kGreeting.size()];
    rest = answer.substr(kGreeting.size() + 1);
    if (kind != text && kind != no_sandbox && !rest.empty()) return rubbish;
    switch (kind) {
        case damaged:
        case locked:
        case empty:
        case too_many_pages:
        case too_much_text:
        case text: break;
        case no_sandbox:
            return Failure{"pdf-helper",
                           say("this system does not let {} lock itself in ({}), and outside a sandbox it reads no PDF",
                               std::string_view(kName), trim(rest.substr(0, 80))),
                           {kPdfOwnWay},
                           true};
        default: return rubbish;
    }
    if (first_invalid_utf8(rest)) return rubbish;
    return refusal(kind, rest);
}

}  // namespace

std::vector<fs::path> helper_places() { return child::helper_places(kName); }

std::optional<std::string> Helper::read(const Source& pdf, Diagnostics& diagnostics) {
    const auto fail = [&](Failure why) {
        broken_ = broken_ || why.of_helper;
        report(std::move(why), pdf, diagnostics);
        return std::nullopt;
    };
    const auto helper = child::first_file(places_);
    if (!helper) return fail(failure(child::missing(say("a PDF"), kName, places_)));
    const child::Ended ended = child::run_child(*helper, pdf.text, kGreeting.size() + 1 + kMostText, patience);
    if (const auto trouble = child::trouble(ended, *helper, kOutOfMemory, say("the text of a PDF"))) return fail(failure(*trouble));
    std::string_view rest;
    if (auto refused = answer_failure(ended.output, *helper, rest)) return fail(std::move(*refused));
    return std::string(rest);
}

}  // namespace dossier::pdftext
