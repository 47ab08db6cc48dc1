#include "check/check.hpp"

#include "check/rules.hpp"

#include <algorithm>

namespace dossier::check {

bool Codes::add(const std::string& code, Location at) {
    if (!places_.emplace(code, at).second) return false;
    all_.push_back(code);
    return true;
}

const Location* Codes::find(const std::string& code) const {
    const auto found = places_.find(code);
    return found == places_.end() ? nullptr : &found->second;
}

std::string place(Location at) {
    if (!at) return "";
    const Position p = position_of(*at.source, at.begin);
    return at.source->name + ':' + std::to_string(p.line) + ':' + std::to_string(p.column);
}

bool hints_wanted(const Diagnostics& diagnostics) {
    constexpr std::size_t kMost = 100;
    return diagnostics.all().size() < kMost;
}

std::vector<Message> first_at(Location at, const Diagnostics& diagnostics) {
    if (!at || !hints_wanted(diagnostics)) return {};
    return {say("it is first at {}", place(at))};
}

Location within(const model::Text& text, std::string_view words) {
    Location at = text.location;
    if (!at) return at;
    const std::string_view span = std::string_view(at.source->text).substr(at.begin, at.end - at.begin);
    const std::size_t found = span.find(words);
    if (found == std::string_view::npos) return at;
    at.begin += static_cast<std::uint32_t>(found);
    at.end = at.begin + static_cast<std::uint32_t>(words.size());
    return at;
}

void expect_known(const model::Text& reference, std::string_view what, const Codes& codes, Diagnostics& diagnostics) {
    if (reference.value.empty() || codes.find(reference.value) != nullptr) return;
    constexpr std::size_t kFew = 12;
    constexpr std::size_t kMany = 2000;  // more than any dossier has
    std::vector<Message> hints;
    if (!hints_wanted(diagnostics) || codes.all().size() > kMany) {
        // Only the message.
    } else if (const auto near = nearest(reference.value, codes.all())) {
        const std::string word = '"' + *near + '"';
        const std::string at = place(*codes.find(*near));
        hints.push_back(at.empty() ? did_you_mean(word) : say("did you mean {}? it is defined at {}", word, at));
    } else if (!codes.all().empty() && codes.all().size() <= kFew) {
        hints.push_back(say("there are {}", listed(codes.all())));
    }
    diagnostics.error("unknown-reference", reference.location, say("unknown {} {}", what, quoted(reference.value)), std::move(hints));
}

void expect_once(const std::vector<model::Text>& list, Pattern<0> what, Diagnostics& diagnostics) {
    std::map<std::string_view, Location> seen;
    for (const model::Text& text : list) {
        const auto [first, added] = seen.emplace(text.value, text.location);
        if (!added)
            diagnostics.warning("repeated", text.location, say("{} {} stands twice in this list", what, quoted(text.value)),
                                first_at(first->second, diagnostics));
    }
}

void check_dossier(const model::Dossier& dossier, Diagnostics& diagnostics) {
    const Index index = check_codes(dossier, diagnostics);
    check_references(dossier, index, diagnostics);
    check_content(dossier, diagnostics);
    check_beoordeling(dossier, diagnostics);
    check_points(dossier, index, diagnostics);
}

}  // namespace dossier::check
