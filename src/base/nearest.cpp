/// "Did you mean". Written by hand: Debian 12 has no library in C++ for edit distance, and it is one function.

#include "base/base.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier {
namespace {

std::u32string decoded(std::string_view text, std::size_t most) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size() && out.size() < most;) {
        const char32_t c = decode_utf8(text, at);
        out += is_upper(c) ? c + 32 : c;
    }
    return out;
}

/// Edit distance with transpositions (optimal string alignment).
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates) {
    constexpr std::size_t kLongest = 80;
    const std::u32string want = decoded(typed, kLongest);
    std::optional<std::string> best;
    std::size_t best_distance = std::max<std::size_t>(1, want.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t n = distance(want, decoded(candidate, kLongest));
        if (n < best_distance) {
            best_distance = n;
            best = candidate;
        }
    }
    return best;
}

}  // namespace dossier
