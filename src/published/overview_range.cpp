/// Where the overview of a kwalificatiedossier stands among the lines, and where the body begins.

#include "published/overview_range.hpp"

#include "published/headings.hpp"

#include <algorithm>

namespace dossier::published {
namespace {

bool opens_body(const Kop& kop) { return !kop.in_overzicht && kop.opent != Deel::inhoud && kop.in != Plek::profiel; }

/// Whether line i, which begins with a code that was listed before, begins the body: no new code follows it at once, as
/// below a running head of the overview.
bool repeats(std::span<const TextLine> lines, std::size_t i, const std::set<std::string>& seen) {
    for (std::size_t n = i; n < lines.size() && n <= i + kMostTitleLines; ++n) {
        const std::string& text = lines[n].text;
        for (std::size_t at = next_code(text, 0); at != std::string_view::npos; at = next_code(text, at + 1)) {
            std::string_view rest = std::string_view(text).substr(at);
            if (!seen.contains(std::string(take_code(rest)))) return false;
        }
        if (n > i && find_kop(text) != nullptr) return true;
    }
    return true;
}

/// The first line that is a heading by `wanted`, but for those in a table of contents; all of them if there is none.
template <class Wanted> std::size_t first_heading(std::span<const TextLine> lines, const Wanted& wanted) {
    bool in_contents = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Kop* kop = find_kop(lines[i].text);
        if (kop == nullptr) continue;
        if (kop->opent == Deel::inhoud) in_contents = true;
        else if (in_contents) in_contents = comes_again(lines, i);
        if (!in_contents && wanted(*kop)) return i;
    }
    return lines.size();
}

/// Where the body begins whose first heading below those of kerntaken and werkprocessen is at `i`: "Basisdeel" and headings
/// with a code that was listed before belong to it.
std::size_t with_headings_above(std::span<const TextLine> lines, std::size_t begin, std::size_t i) {
    constexpr std::size_t kMost = 12;  ///< lines of such headings
    const std::size_t lowest = std::max(begin, i - std::min(i, kMost));
    const auto listed = [&](std::string_view code, std::size_t end) {
        for (std::size_t n = begin; n < end; ++n) {
            std::string_view text = lines[n].text;
            if (take_code(text) == code) return true;
        }
        return false;
    };
    std::size_t end = i;
    for (std::size_t n = i; n > lowest; --n) {
        std::string_view above = lines[n - 1].text;
        const Kop* kop = find_kop(above);
        const std::string_view code = take_code(above);
        const bool no_entry = code.empty() || next_code(above, 0) != std::string_view::npos || !listed(code, n - 1);
        if (kop != nullptr ? kop->opent != Deel::niets : no_entry) break;
        end = n - 1;
    }
    return end;
}

}  // namespace

std::size_t next_code(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (at > 0 && text[at - 1] != ' ') continue;
        std::string_view rest = text.substr(at);
        if (!take_code(rest).empty()) return at;
    }
    return std::string_view::npos;
}

bool comes_again(std::span<const TextLine> lines, std::size_t i) {
    const Kop* kop = find_kop(lines[i].text);
    return kop != nullptr && std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                                         [&](const TextLine& l) { return find_kop(l.text) == kop; });
}

std::size_t body_begin(std::span<const TextLine> lines, OverviewRange overview) {
    if (overview.end > 0) return overview.end;
    return first_heading(lines, [](const Kop& kop) { return kop.opent != Deel::inhoud && kop.opent != Deel::leeswijzer; });
}

OverviewRange find_overview(std::span<const TextLine> lines) {
    const std::size_t begin = first_heading(lines, [](const Kop& kop) { return kop.opent == Deel::overzicht; }) + 1;
    if (begin > lines.size()) return {};
    std::set<std::string> seen;
    for (std::size_t i = begin; i < lines.size(); ++i) {
        const std::string_view text = lines[i].text;
        const Kop* kop = find_kop(text);
        std::string_view rest = text;
        const std::string code(take_code(rest));
        if ((kop != nullptr && opens_body(*kop)) || (!code.empty() && seen.contains(code) && repeats(lines, i, seen)))
            return {begin, with_headings_above(lines, begin, i)};
        for (std::size_t at = next_code(text, 0); at != std::string_view::npos; at = next_code(text, at + 1)) {
            std::string_view found = text.substr(at);
            seen.insert(std::string(take_code(found)));
        }
    }
    return {begin, lines.size()};
}

}  // namespace dossier::published
