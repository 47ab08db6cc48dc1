#include "folder/inventory.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

#include <algorithm>
#include <filesystem>

namespace dossier::folder {
namespace {

constexpr std::size_t kHash = 64;  // letters
constexpr std::string_view kFirst = "dossier 2", kUnknown = "-";

bool is_hash(std::string_view word) {
    return word.size() == kHash && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// The file may have been edited: never follow a path out of the folder.
bool stays_inside(std::string_view path) {
    const std::filesystem::path p(path);
    return !path.empty() && path.find('\0') == std::string_view::npos && p.is_relative() && p.has_filename() &&
           std::none_of(p.begin(), p.end(), [](const std::filesystem::path& part) { return part == ".." || part == "."; });
}

/// The word before the first `end` of `line`, which loses both.
std::string_view take_word(std::string_view& line, char end = ' ') {
    const std::size_t at = line.find(end);
    const std::string_view word = line.substr(0, at);
    line.remove_prefix(at == std::string_view::npos ? line.size() : at + 1);
    return word;
}

/// "HASH KEY,KEY PATH", or "NAME HASH" of the basis.
void read_line(std::string_view line, Inventory& out, Basis& basis) {
    const std::string_view first = take_word(line);
    if (!is_hash(first)) {
        if (!first.empty() && is_hash(line)) basis[std::string(first)] = line;
        return;
    }
    std::string_view words = take_word(line);
    if (words == kUnknown) words = {};
    Made made{std::string(first)};
    while (!words.empty()) made.keys.emplace_back(take_word(words, ','));
    if (std::all_of(made.keys.begin(), made.keys.end(), is_hash) && stays_inside(line)) out[std::string(line)].push_back(std::move(made));
}

/// The first line of a state: it fits `rest`, and this inventory.
std::string state_key(std::string_view rest, std::string_view inventory) { return hex(sha256(hex(sha256(inventory)).append(rest))); }

}  // namespace

Basis read_inventory(std::string_view text, Inventory& out) {
    Basis basis;
    const bool old = !text.starts_with(kFirst);  // one path a line
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) break;  // torn
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        if (!old) read_line(line, out, basis);
        else if (stays_inside(line)) out[std::string(line)].push_back({});
    }
    return basis;
}

std::string inventory_text(const Inventory& inventory, const Basis& basis) {
    std::string out(kFirst);
    out += '\n';
    for (const auto& [name, hash] : basis) out.append(name).append(" ").append(hash) += '\n';
    for (const auto& [path, all] : inventory)
        for (const Made& made : all)
            out.append(made.hash)
                .append(" ")
                .append(made.keys.empty() ? std::string(kUnknown) : joined(made.keys, ","))
                .append(" ")
                .append(path) += '\n';
    return out;
}

State read_state(std::string_view text, std::string_view inventory) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view rest = text.substr(end + 1);
    if (text.substr(0, end) != state_key(rest, inventory)) return {};
    State out;
    for (std::string_view lines = rest; !lines.empty();) {
        const std::size_t line_end = std::min(lines.find('\n'), lines.size());
        std::string_view line = lines.substr(0, line_end);
        lines.remove_prefix(std::min(line_end + 1, lines.size()));
        if (line.empty()) {
            out.memo = lines;
            break;
        }
        const std::string_view stamp = take_word(line);
        out.stamps[std::string(line)] = stamp;
    }
    return out;
}

std::string state_text(const State& state, std::string_view inventory) {
    std::string out;
    for (const auto& [path, stamp] : state.stamps) out.append(stamp).append(" ").append(path) += '\n';
    out.append("\n").append(state.memo);
    return state_key(out, inventory) + '\n' + out;
}

}  // namespace dossier::folder
