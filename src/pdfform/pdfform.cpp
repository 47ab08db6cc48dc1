#include "pdfform/pdfform.hpp"

#include "child/helper.hpp"
#include "pdfform/codec.hpp"
#include "pdfform/protocol.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace dossier::pdfform {
namespace {

constexpr const char* kName = "dossier-pdfform";
constexpr std::string_view kHint = "install dossier anew";
constexpr int kNoStatus = -1;

bool whole(std::string_view output) { return output.size() >= kLengthBytes && output.size() - kLengthBytes >= length_of(output); }

filled::FilledPdf only(filled::Condition condition, std::string damage = {}) {
    filled::FilledPdf form;
    form.condition = condition;
    form.damage = std::move(damage);
    return form;
}

std::string first_words(std::string_view text) {
    std::string out;
    for (const char c : trim(text.substr(0, 80))) out += c >= ' ' && c < '\x7f' ? c : '?';
    return out;
}

}  // namespace

/// The form, or what is wrong with the helper.
struct Helper::Said {
    filled::FilledPdf form;
    std::string failure = {};
};

std::vector<std::filesystem::path> helper_places() { return child::helper_places(kName); }

Helper::Said Helper::ask(const Source& pdf) {
    using filled::Condition;
    if (pdf.text.size() > kMostQuestion) return {only(Condition::too_much)};
    const auto helper = child::first_file(places_);
    if (!helper) return {{}, child::missing(kName, places_).what};
    std::string answer;
    const std::string question = length_bytes(pdf.text.size()) + pdf.text;
    const bool used = dialogue_.running();
    auto ended = dialogue_.ask(*helper, question, whole, kLengthBytes + kMostAnswer, patience, answer);
    // No form can end it. One that the system ended between two forms is started once more.
    if (ended && used && (ended->how == child::Ended::exited || ended->how == child::Ended::killed))
        ended = dialogue_.ask(*helper, question, whole, kLengthBytes + kMostAnswer, patience, answer);
    if (ended) {
        if (ended->how == child::Ended::too_late) return {only(Condition::too_much)};
        const auto trouble = child::trouble(*ended, *helper, kNoStatus, "what a form says");
        if (!trouble) return {{}, child::no_answer(*helper).what};
        if (trouble->of == child::Trouble::helper) return {{}, trouble->what};
        return {{}, helper->string() + " ended" + (trouble->what.empty() ? "" : " (" + trouble->what + ')')};
    }
    const Said rubbish{{}, child::no_answer(*helper).what};
    std::string_view rest = std::string_view(answer).substr(kLengthBytes);
    if (rest.size() != length_of(answer) || !rest.starts_with(kGreeting) || rest.size() == kGreeting.size()) return rubbish;
    const char kind = rest[kGreeting.size()];
    rest.remove_prefix(kGreeting.size() + 1);
    switch (kind) {
        case form: {
            auto decoded = decode(rest);
            return decoded ? Said{std::move(*decoded)} : rubbish;
        }
        case too_much: return rest.empty() ? Said{only(Condition::too_much)} : rubbish;
        case broke_off: return {only(Condition::unreadable, std::string(kName) + " broke off on it: " + first_words(rest))};
        case no_sandbox:
            return {{}, "this system does not let " + std::string(kName) + " lock itself in (" + first_words(rest) +
                            "), and outside a sandbox it reads no PDF"};
        default: return rubbish;
    }
}

filled::FilledPdf Helper::read(const Source& pdf, Diagnostics& diagnostics) {
    Said said = ask(pdf);
    if (said.failure.empty()) return std::move(said.form);
    broken_ = true;
    // What goes on with a program that says what it should not is not to be trusted.
    dialogue_.stop();
    diagnostics.error("pdf-helper", {}, pdf.name + ": " + said.failure, {std::string(kHint)});
    return {};
}

}  // namespace dossier::pdfform
