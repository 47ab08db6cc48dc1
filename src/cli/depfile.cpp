#include "cli/depfile.hpp"

#include <algorithm>

namespace dossier::cli {
namespace {

/// As GCC does for -MD: Make and Ninja read a backslash before a space or a "#", and two dollars.
std::string escaped(std::string_view path) {
    std::string out;
    for (const char c : path) {
        if (c == ' ' || c == '#') out += '\\';
        if (c == '$') out += '$';
        out += c;
    }
    return out;
}

}  // namespace

std::string Depfile::text() const {
    std::string out;
    for (const std::string& target : targets_) out += escaped(target) + (&target == &targets_.back() ? ":" : " ");
    std::vector<std::string> inputs = inputs_;
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    for (const std::string& input : inputs) out += " \\\n  " + escaped(input);
    out += '\n';
    for (const std::string& input : inputs) out += '\n' + escaped(input) + ":\n";
    return out;
}

}  // namespace dossier::cli
