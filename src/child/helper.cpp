#include "child/helper.hpp"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <system_error>

namespace dossier::child {

namespace fs = std::filesystem;

std::vector<fs::path> helper_places(const std::string& name) {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const fs::path folder = self.parent_path();
    return {folder / name, (folder / DOSSIER_LIBEXEC / name).lexically_normal()};
}

std::optional<fs::path> first_file(const std::vector<fs::path>& places) {
    const auto found = std::find_if(places.begin(), places.end(), [](const fs::path& place) {
        std::error_code error;
        return fs::is_regular_file(place, error);
    });
    return found == places.end() ? std::nullopt : std::optional(*found);
}

Trouble missing(const std::string& what, const std::string& name, const std::vector<fs::path>& places) {
    std::string message = "cannot read " + what + " without the program " + name;
    for (const fs::path& place : places) message += (&place == &places.front() ? ", looked for " : " and ") + place.string();
    return {Trouble::helper, message};
}

Trouble no_answer(const fs::path& helper) {
    return {Trouble::helper, helper.string() + " gave no answer that this version of dossier knows"};
}

std::optional<Trouble> trouble(const Ended& ended, const fs::path& helper, int out_of_memory, const std::string& most) {
    switch (ended.how) {
        case Ended::not_begun: return Trouble{Trouble::helper, "cannot start " + helper.string() + ": " + std::strerror(ended.number)};
        case Ended::too_late: return Trouble{Trouble::too_much, {}};
        case Ended::too_much: return Trouble{Trouble::helper, helper.string() + " gave more than " + most + " may be"};
        case Ended::killed:
            if (ended.number == SIGXCPU || ended.number == SIGKILL) return Trouble{Trouble::too_much, {}};
            return Trouble{Trouble::input, "signal " + std::to_string(ended.number)};
        case Ended::exited: break;
    }
    if (ended.number == 0) return std::nullopt;
    if (ended.number == out_of_memory) return Trouble{Trouble::too_much, {}};
    const std::string status = "exit status " + std::to_string(ended.number);
    // The loader of the system, and shells, say this of a program that they cannot start.
    if (ended.number == 126 || ended.number == 127) return Trouble{Trouble::helper, helper.string() + " does not start (" + status + ')'};
    return Trouble{Trouble::input, status};
}

}  // namespace dossier::child
