/// Canonical layout: the tree is written again with its own spelling of every value; only indents, blank lines, the space
/// around punctuation and the order of keys change (format_tree.cpp). The result is read back and compared before anyone gets it.
/// Written by hand: yaml-cpp loses every comment and the spelling of values.

#include "yaml/format_tree.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <utility>

namespace dossier::yaml {
namespace {

/// The values of a tree, keys in alphabetical order: equal for two texts that mean the same.
void add_meaning(const Tree& tree, std::uint32_t i, std::string& out) {
    const Node& n = tree.at(i);
    if (n.kind == Kind::text) {
        // The file's last line may lack its end, which the last text then lacks too.
        const std::string_view text = n.text.substr(0, n.text.find_last_not_of('\n') + 1);
        const std::size_t ends = std::max<std::size_t>(n.text.size() - text.size(), 1);
        ((((out += std::to_string(text.size())) += ':') += text) += '+') += std::to_string(ends);
        return;
    }
    // Of a map the keys come in their own order: no key is there twice.
    std::vector<std::pair<std::string_view, std::uint32_t>> values;
    for (std::uint32_t child = n.first; child != 0; child = tree.at(child).next) {
        const std::string_view key = n.kind == Kind::map ? tree.at(child).text : std::string_view();
        if (n.kind == Kind::map) child = tree.at(child).next;
        values.emplace_back(key, child);
    }
    if (n.kind == Kind::map) std::sort(values.begin(), values.end());
    out += n.kind == Kind::map ? '{' : '[';
    for (const auto& [key, value] : values) {
        ((out += std::to_string(key.size())) += ':') += key;
        out += '=';
        add_meaning(tree, value, out);
        out += ',';
    }
    out += n.kind == Kind::map ? '}' : ']';
}

/// Written piece after piece: each part as a text of its own would be copied once for each level above it.
std::string meaning(const Tree& tree) {
    std::string out;
    add_meaning(tree, 0, out);
    return out;
}

/// Signs that may stand between values and that this layout has no place for.
bool has_unusual_signs(const Tree& tree) {
    const std::string_view text = tree.source->text;
    std::size_t from = 0;
    const auto unusual = [&](std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            if (text[at] == '#' && (begins_line(text, at) || text[at - 1] == ' ')) at = std::min(text.find('\n', at), to);
            else if (text[at] == '?' || (begins_line(text, at) && (text.substr(at, 3) == "---" || text.substr(at, 3) == "...")))
                return true;
        }
        return false;
    };
    for (const Node& n : tree.nodes) {
        if (n.kind != Kind::text) continue;
        if (unusual(n.begin)) return true;
        from = n.end;
    }
    return unusual(text.size());
}

struct Formatted {
    std::string text, meaning;
    std::vector<std::string> comments;
};

std::optional<Formatted> formatted(const Source& source, Diagnostics& diagnostics) {
    Problems problems(source, diagnostics);
    Tree tree;
    if (!check_bytes(problems) || !build_tree(tree, problems) || problems.any()) return std::nullopt;
    if (has_unusual_signs(tree)) {
        diagnostics.error("cannot-format", {&source, 0, 0},
                          say("found \"?\", \"---\" or \"...\" between values, which the canonical form has not"), {say("remove them")});
        return std::nullopt;
    }
    CommentPlacer comments(tree);
    Formatted out{{}, meaning(tree), comments.comments().all};
    out.text = format_tree(tree, comments);
    return out;
}

}  // namespace

std::optional<std::string> format_dossier(const Source& source, Diagnostics& diagnostics) {
    const auto once = formatted(source, diagnostics);
    if (!once) return std::nullopt;
    // Nothing leaves here that does not say the same, or that would change once more.
    const Source result{source.name, once->text};
    Diagnostics silent;
    const auto twice = formatted(result, silent);
    if (!twice || twice->meaning != once->meaning || twice->comments != once->comments || twice->text != once->text) {
        diagnostics.error("cannot-format", {&source, 0, 0}, say("cannot be brought into canonical form without changing it"),
                          {say("lay it out more simply: one key or one item on each line, comments on lines of their own")});
        return std::nullopt;
    }
    return once->text;
}

}  // namespace dossier::yaml
