#include "core/input.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>

namespace dossier::core {
namespace {

/// Where two texts part, as the line of `source` that would change.
Location first_difference(const Source& source, const std::string& wanted) {
    const std::string& have = source.text;
    const auto at = static_cast<std::size_t>(std::mismatch(have.begin(), have.end(), wanted.begin(), wanted.end()).first - have.begin());
    const std::size_t begin = at == 0 ? 0 : have.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(have.find('\n', at), have.size());
    return {&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The line of `text` with number `line`, from 1.
std::string line_of(const std::string& text, std::size_t line) {
    std::size_t at = 0;
    while (--line > 0 && at < text.size()) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

}  // namespace

std::string write_dossier(const model::Dossier& dossier) { return yaml::write_yaml(dossier); }

std::optional<std::string> format_dossier(const Source& source, Diagnostics& diagnostics) {
    return yaml::format_dossier(source, diagnostics);
}

void check_canonical(const Source& source, Diagnostics& diagnostics) {
    const auto text = format_dossier(source, diagnostics);
    if (!text || *text == source.text) return;
    const Location at = first_difference(source, *text);
    const std::string wanted = line_of(*text, position_of(source, at.begin).line);
    diagnostics.error(
        "not-canonical", at,
        say("this is not in canonical form, expected {}", wanted.empty() ? Message(say("an empty line")) : Message::as_is(quoted(wanted))),
        {say("dossier fmt {} rewrites it", source.name)});
}

}  // namespace dossier::core
