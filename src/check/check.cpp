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

std::vector<std::string> first_at(Location at, const Diagnostics& diagnostics) {
    if (!at || !hints_wanted(diagnostics)) return {};
    return {"it is first at " + place(at)};
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

std::string listed(const std::vector<std::string>& words) {
    constexpr std::size_t kMost = 20;
    std::string out;
    if (words.size() > kMost) {
        for (std::size_t i = 0; i < kMost; ++i) out += words[i] + ", ";
        return out + "and " + std::to_string(words.size() - kMost) + " more";
    }
    for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return out;
}

void expect_known(const model::Text& reference, std::string_view what, const Codes& codes, Diagnostics& diagnostics) {
    if (reference.value.empty() || codes.find(reference.value) != nullptr) return;
    constexpr std::size_t kFew = 12;
    constexpr std::size_t kMany = 2000;  // more than any dossier has
    std::vector<std::string> hints;
    if (!hints_wanted(diagnostics) || codes.all().size() > kMany) {
        // Only the message.
    } else if (const auto near = nearest(reference.value, codes.all())) {
        std::string hint = "did you mean \"" + *near + "\"?";
        if (const std::string at = place(*codes.find(*near)); !at.empty()) hint += " it is defined at " + at;
        hints.push_back(std::move(hint));
    } else if (!codes.all().empty() && codes.all().size() <= kFew) {
        hints.push_back("there are " + listed(codes.all()));
    }
    diagnostics.error("unknown-reference", reference.location, "unknown " + std::string(what) + ' ' + quoted(reference.value),
                      std::move(hints));
}

void expect_once(const std::vector<model::Text>& list, std::string_view what, Diagnostics& diagnostics) {
    std::map<std::string_view, Location> seen;
    for (const model::Text& text : list) {
        const auto [first, added] = seen.emplace(text.value, text.location);
        if (!added)
            diagnostics.warning("repeated", text.location, std::string(what) + ' ' + quoted(text.value) + " stands twice in this list",
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
