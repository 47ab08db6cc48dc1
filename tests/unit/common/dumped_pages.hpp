#pragma once
/// The pages of a layout dump, as text.

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::test {

/// The lines of each page, without the structure that comes after them.
inline std::vector<std::vector<std::string>> dumped_pages(std::string_view dump) {
    std::vector<std::vector<std::string>> pages;
    while (!dump.empty() && !dump.starts_with("structure\n")) {
        const std::size_t end = dump.find('\n');
        const std::string_view line = dump.substr(0, end);
        if (line.starts_with("page ")) pages.emplace_back();
        else pages.back().emplace_back(line.substr(2));
        dump.remove_prefix(end + 1);
    }
    return pages;
}

/// A line of text: "P 51.0 741.0 regular 9.5 #1a1a1a |Hallo|". Of others the role says what they are: "shape", "field", "margin".
struct DumpedLine {
    std::string role, text;
    double y = 0;

    explicit DumpedLine(const std::string& line) : role(line.substr(0, line.find(' '))) {
        const std::size_t bar = line.find('|');
        if (bar == std::string::npos) return;
        text = line.substr(bar + 1, line.size() - bar - 2);
        std::size_t at = role.size();
        if (line.find(" column ") < bar) at = line.find(" column ") + 7;
        y = std::strtod(line.c_str() + line.find(' ', at + 1), nullptr);
    }
    /// Content of the document: neither header, footer nor a header row again.
    [[nodiscard]] bool content() const { return !text.empty() && role != "margin" && role != "repeat"; }
};

/// How much of a page of `room` points has something on it, from the highest line to the lowest line or field.
inline double used(const std::vector<std::string>& page, double room) {
    double high = 0, low = 1e9;
    for (const std::string& line : page) {
        const DumpedLine l(line);
        if (l.role == "field") {
            // "field NAME [= VALUE] x0 y0 x1 y1"
            std::size_t at = line.size();
            for (int i = 0; i < 3; ++i) at = line.rfind(' ', at - 1);
            low = std::min(low, std::strtod(line.c_str() + at, nullptr));
        } else if (l.content() || l.role == "repeat") {
            high = std::max(high, l.y);
            low = std::min(low, l.y);
        }
    }
    return (high - low) / room;
}

}  // namespace dossier::test
