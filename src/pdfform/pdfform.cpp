#include "pdfform/pdfform.hpp"

#include "child/helper.hpp"
#include "pdfform/codec.hpp"
#include "pdfform/protocol.hpp"

#include <string_view>
#include <utility>

namespace dossier::pdfform {
namespace {

constexpr served::Program kProgram{"dossier-pdfform", say("PDF"), say("what a form says"), kProtocol};
constexpr Pattern<0> kHint = say("install dossier anew");

filled::FilledPdf only(filled::Condition condition, std::string damage = {}) {
    filled::FilledPdf form;
    form.condition = condition;
    form.damage = std::move(damage);
    return form;
}

}  // namespace

std::vector<std::filesystem::path> helper_places() { return child::helper_places(kProgram.name); }

Helper::Helper(std::vector<std::filesystem::path> places) : client_(kProgram, std::move(places)) {}

/// `unread` and why not in `failure`, when something is wrong with the helper.
filled::FilledPdf Helper::ask(const Source& pdf, Message& failure) {
    using filled::Condition;
    if (pdf.text.size() > kMostQuestion) return only(Condition::too_much);
    served::Said said = client_.ask({pdf.text}, patience);
    if (said.ended) said = client_.ask({pdf.text}, patience);
    switch (said.kind) {
        case served::too_much: return only(Condition::too_much);
        case served::broke_off: return only(Condition::unreadable, std::string(kProgram.name) + " broke off on it: " + said.with);
        case kForm:
            if (auto form = decode(said.with)) return std::move(*form);
            break;
        default: break;
    }
    failure = said.failure.empty() ? client_.rubbish().failure : said.failure;
    return {};
}

filled::FilledPdf Helper::read(const Source& pdf, Diagnostics& diagnostics) {
    Message failure;
    filled::FilledPdf form = ask(pdf, failure);
    if (failure.empty()) return form;
    broken_ = true;
    // What goes on with a program that says what it should not is not to be trusted.
    client_.stop();
    diagnostics.error("pdf-helper", {}, say("{}: {}", pdf.name, failure), {kHint});
    return {};
}

}  // namespace dossier::pdfform
