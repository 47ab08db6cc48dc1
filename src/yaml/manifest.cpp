#include "yaml/yaml.hpp"

#include "yaml/bind.hpp"

#include <algorithm>
#include <map>

namespace dossier::yaml {
namespace {

const std::vector<std::string> kPer{"dossier", "profiel", "kerntaak", "werkproces"};

void expect_choice(const model::Text& text, std::string_view what, const std::vector<std::string>& choices, Problems& problems) {
    if (text.value.empty() || std::find(choices.begin(), choices.end(), text.value) != choices.end()) return;
    Node node;
    node.begin = text.location.begin;
    node.end = text.location.end;
    node.text = text.value;
    report_unknown_choice(node, what, choices, problems);
}

/// A path stays under the output folder, whatever the templates fill in for its names.
void expect_relative(const model::Text& path, std::string_view what, Problems& problems) {
    const std::string& p = path.value;
    const bool climbs = p == ".." || p.starts_with("../") || p.ends_with("/..") || p.find("/../") != std::string::npos;
    if (!p.starts_with('/') && !climbs && p.find_first_of("\\:") == std::string::npos) return;
    problems.error("unsafe-path", path.location.begin, path.location.end,
                   say("expected a path inside the folder as {}, found {}", quoted(what), quoted(p)),
                   {say("use names and \"/\" only, without \"..\", \"\\\" or \":\"")});
}

}  // namespace

Manifest read_manifest(const Source& source, Diagnostics& diagnostics) {
    Problems problems(source, diagnostics);
    Tree tree;
    Manifest manifest;
    if (!check_bytes(problems) || !build_tree(tree, problems)) return manifest;
    constexpr std::string_view kFiles[] = {"sjabloon", "uitvoer"};
    normalise_values(tree, problems, kFiles);
    bind_value(tree, tree.root(), "manifest", {}, problems, manifest);
    std::map<std::string_view, Location> ids;
    for (const Document& d : manifest.documenten) {
        expect_choice(d.per, "per", kPer, problems);
        expect_relative(d.uitvoer, "uitvoer", problems);
        expect_relative(d.sjabloon, "sjabloon", problems);
        if (d.id.value.empty()) continue;
        const auto [first, added] = ids.emplace(d.id.value, d.id.location);
        if (added) continue;
        std::vector<Message> hints;
        if (problems.hints_wanted()) hints.push_back(say("it is first at {}", problems.place(first->second.begin)));
        problems.error("duplicate-id", d.id.location.begin, d.id.location.end, say("duplicate id {}", quoted(d.id.value)),
                       std::move(hints));
    }
    return manifest;
}

}  // namespace dossier::yaml
