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

Trouble missing(const Message& what, const std::string& name, const std::vector<fs::path>& places) {
    if (places.empty()) return {Trouble::helper, say("cannot read {} without the program {}", what, name)};
    Message looked = Message::as_is(places.front().string());
    for (std::size_t i = 1; i < places.size(); ++i) looked = say("{} and {}", std::move(looked), places[i].string());
    return {Trouble::helper, say("cannot read {} without the program {}, looked for {}", what, name, std::move(looked))};
}

Trouble no_answer(const fs::path& helper) {
    return {Trouble::helper, say("{} gave no answer that this version of dossier knows", helper.string())};
}

std::optional<Trouble> trouble(const Ended& ended, const fs::path& helper, int out_of_memory, Pattern<0> most) {
    switch (ended.how) {
        case Ended::not_begun:
            return Trouble{Trouble::helper, say("cannot start {}: {}", helper.string(), std::string(std::strerror(ended.number)))};
        case Ended::too_late: return Trouble{Trouble::too_much, {}};
        case Ended::too_much: return Trouble{Trouble::helper, say("{} gave more than {} may be", helper.string(), most)};
        case Ended::killed:
            if (ended.number == SIGXCPU || ended.number == SIGKILL) return Trouble{Trouble::too_much, {}};
            return Trouble{Trouble::input, say("signal {}", ended.number)};
        case Ended::exited: break;
    }
    if (ended.number == 0) return std::nullopt;
    if (ended.number == out_of_memory) return Trouble{Trouble::too_much, {}};
    const Message status = say("exit status {}", ended.number);
    // The loader of the system, and shells, say this of a program that they cannot start.
    if (ended.number == 126 || ended.number == 127) return Trouble{Trouble::helper, say("{} does not start ({})", helper.string(), status)};
    return Trouble{Trouble::input, status};
}

}  // namespace dossier::child
