#pragma once
/// One input as several files: a line "=== NAME" begins the next one. So that a fuzzer can change them all, and a seed is one text.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::fuzz {

/// What stands before the first such line has the name "".
inline std::vector<std::pair<std::string, std::string>> parts(std::string_view bytes) {
    constexpr std::string_view kMark = "=== ";
    std::vector<std::pair<std::string, std::string>> out{{"", ""}};
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view line = bytes.substr(0, end == std::string_view::npos ? bytes.size() : end + 1);
        bytes.remove_prefix(line.size());
        if (line.starts_with(kMark)) out.emplace_back(line.substr(kMark.size(), line.find_last_not_of("\r\n") + 1 - kMark.size()), "");
        else out.back().second += line;
    }
    return out;
}

}  // namespace dossier::fuzz
