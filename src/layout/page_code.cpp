#include "layout/page_code.hpp"

#include "base/base.hpp"
#include "markup/markup.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace dossier::layout {
namespace {

constexpr std::string_view kVersion = "D1";
constexpr std::size_t kMostLetters = 120, kMostPage = 9999;

bool short_letters(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of(kBase32) == std::string_view::npos;
}

}  // namespace

std::string_view PageCode::document() const {
    const std::size_t begin = form.find(':') + 1;
    return std::string_view(form).substr(begin, form.rfind(':') - begin);
}

std::string_view PageCode::kenmerk() const { return std::string_view(form).substr(form.rfind(':') + 1); }

std::string page_code_text(const PageCode& code) {
    std::string out = code.form + ':' + std::to_string(code.page) + ':' + code.places;
    if (!code.key.empty()) (out += ':') += code.key;
    return out;
}

std::optional<PageCode> parse_page_code(std::string_view text) {
    // The code of a stranger may hold any bytes; none of them gets further.
    if (text.size() > kMostLetters || !std::all_of(text.begin(), text.end(), markup::is_page_letter)) return std::nullopt;
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(':', begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (parts.size() < 5 || parts.size() > 6 || parts[0] != kVersion || parts[1].empty() || parts[2].empty()) return std::nullopt;
    const std::string_view page = parts[3];
    PageCode out;
    const auto number = std::from_chars(page.data(), page.data() + page.size(), out.page);
    if (page.empty() || page.front() == '0' || number.ec != std::errc{} || number.ptr != page.data() + page.size() ||
        out.page > kMostPage || !short_letters(parts[4], kPlacesLetters) || (parts.size() == 6 && !short_letters(parts[5], kKeyLetters)))
        return std::nullopt;
    out.form = text.substr(0, parts[0].size() + parts[1].size() + parts[2].size() + 2);
    out.places = parts[4];
    if (parts.size() == 6) out.key = parts[5];
    return out;
}

}  // namespace dossier::layout
