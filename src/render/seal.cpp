#include "render/render.hpp"

#include <set>
#include <utility>

namespace dossier::render {
namespace {

/// Hash sources of all elements `name` that have their text inside the page.
std::string hashes(const std::string& page, const std::string& name) {
    std::string out;
    std::set<std::string> seen;
    const std::string open = "<" + name;
    const std::string close = "</" + name;
    for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
        const std::size_t begin = page.find('>', at);
        const std::size_t end = page.find(close, at);
        if (begin == std::string::npos || end == std::string::npos || end < begin) break;
        const std::string_view text = std::string_view(page).substr(begin + 1, end - begin - 1);
        const std::string source = "'sha256-" + base64(sha256(text)) + "'";
        if (seen.insert(source).second) out += (out.empty() ? "" : " ") + source;
        at = end;
    }
    return out.empty() ? "'none'" : out;
}

/// What sections leave behind that did not apply.
void drop_blank_lines(std::string& page) {
    bool line_end = false;
    std::erase_if(page, [&line_end](char c) { return std::exchange(line_end, c == '\n') && c == '\n'; });
}

}  // namespace

std::string seal(std::string page) {
    drop_blank_lines(page);
    const std::size_t meta = page.find("<meta http-equiv=\"Content-Security-Policy\"");
    if (meta == std::string::npos) return page;
    const std::size_t end = page.find('>', meta);
    if (end == std::string::npos) return page;
    std::string policy = page.substr(meta, end - meta);
    for (const auto& [word, element] : {std::pair<std::string, std::string>{"stijl-hashes", "style"}, {"script-hashes", "script"}}) {
        const std::size_t at = policy.find(word);
        if (at != std::string::npos) policy.replace(at, word.size(), hashes(page, element));
    }
    page.replace(meta, end - meta, policy);
    return page;
}

}  // namespace dossier::render
