#include "served/served.hpp"

#include "base/base.hpp"
#include "child/helper.hpp"

namespace dossier::served {
namespace {

constexpr int kNoStatus = -1;

bool whole(std::string_view output) { return output.size() >= kLengthBytes && output.size() - kLengthBytes >= length_of(output); }

std::string first_words(std::string_view text) {
    std::string out;
    for (const char c : trim(text.substr(0, 80))) out += c >= ' ' && c < '\x7f' ? c : '?';
    return out;
}

}  // namespace

Said Client::rubbish() const { return {.failure = child::no_answer(helper_).what}; }

Said Client::failed(const child::Ended& ended, bool used) const {
    if (ended.how == child::Ended::too_late) return {.kind = too_much};
    const auto trouble = child::trouble(ended, helper_, kNoStatus, program_.gives);
    Said said = rubbish();
    if (trouble && trouble->of == child::Trouble::helper) said.failure = trouble->what;
    else if (trouble)
        said.failure = trouble->what.empty() ? say("{} ended", helper_.string()) : say("{} ended ({})", helper_.string(), trouble->what);
    said.ended = used && (ended.how == child::Ended::exited || ended.how == child::Ended::killed);
    return said;
}

Said Client::understood(std::string answer) const {
    const std::string_view greeting = program_.protocol.greeting;
    const std::string_view rest = std::string_view(answer).substr(kLengthBytes);
    if (rest.size() != length_of(answer) || !rest.starts_with(greeting) || rest.size() == greeting.size()) return rubbish();
    Said said{.kind = rest[greeting.size()]};
    answer.erase(0, kLengthBytes + greeting.size() + 1);
    said.with = std::move(answer);
    switch (said.kind) {
        case 0: return rubbish();
        case too_much: return said.with.empty() ? said : rubbish();
        case broke_off: said.with = first_words(said.with); return said;
        case no_sandbox:
            return {.failure = say("this system does not let {} lock itself in ({}), and outside a sandbox it reads no {}",
                                   std::string_view(program_.name), first_words(said.with), program_.reads)};
        default: return said;
    }
}

Said Client::ask(std::vector<std::string_view> question, std::chrono::milliseconds patience) {
    const auto helper = child::first_file(places_);
    if (!helper) return {.failure = child::missing(say("a {}", program_.reads), program_.name, places_).what};
    helper_ = *helper;
    std::size_t size = 0;
    for (const std::string_view part : question) size += part.size();
    const std::string length = length_bytes(size);
    question.insert(question.begin(), length);
    std::string answer;
    const bool used = dialogue_.running();
    const auto ended = dialogue_.ask(helper_, question, whole, kLengthBytes + program_.protocol.most_answer, patience, answer);
    return ended ? failed(*ended, used) : understood(std::move(answer));
}

}  // namespace dossier::served
