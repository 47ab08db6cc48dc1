/// Which words of a text are gone and which are new. Written by hand: dtl (libdtl-dev) knows no number of edits beyond which two texts
/// are simply others, and a reader wants edits joined where one small word stands between.
#include "diff/diff.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <cstdint>

namespace dossier::diff {
namespace {

/// Edits beyond which two texts count as different altogether: bounds time to words x edits.
constexpr int kMostEdits = 400;

/// A word or a sign, and the white space after it.
struct Token {
    std::string_view word, space;
};

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (is_word_byte(text[at]))
            while (at < text.size() && is_word_byte(text[at])) ++at;
        else if (!is_space(text[at])) ++at;
        const std::size_t end = at;
        while (at < text.size() && is_space(text[at])) ++at;
        out.push_back({text.substr(begin, end - begin), text.substr(end, at - end)});
    }
    return out;
}

struct Step {
    Stuk::Soort soort;
    std::size_t a, b;  ///< the token of the old and of the new text
};

/// The shortest edit script (Myers 1986) of a[from..) and b[from..), or false when it is longer than kMostEdits.
bool shortest(const std::vector<Token>& a, const std::vector<Token>& b, std::vector<Step>& out) {
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const int most = std::min(n + m, kMostEdits);
    const auto at = [&](int k) { return static_cast<std::size_t>(k + most + 1); };
    std::vector<int> reach(2 * static_cast<std::size_t>(most) + 3, 0);
    std::vector<std::vector<int>> history;
    int edits = -1;
    for (int d = 0; d <= most && edits < 0; ++d) {
        history.emplace_back(reach.begin() + (most + 1 - d - 1), reach.begin() + (most + 1 + d + 2));
        for (int k = -d; k <= d; k += 2) {
            int x = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]) ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            while (x < n && x - k < m && a[static_cast<std::size_t>(x)].word == b[static_cast<std::size_t>(x - k)].word) ++x;
            reach[at(k)] = x;
            if (x >= n && x - k >= m) {
                edits = d;
                break;
            }
        }
    }
    if (edits < 0) return false;
    int x = n;
    int y = m;
    for (int d = edits; d >= 0; --d) {
        const std::vector<int>& before = history[static_cast<std::size_t>(d)];  // diagonals -d-1 .. d+1
        const auto old_at = [&](int k) { return before[static_cast<std::size_t>(k + d + 1)]; };
        const int k = x - y;
        const int from = k == -d || (k != d && old_at(k - 1) < old_at(k + 1)) ? k + 1 : k - 1;
        const int px = d == 0 ? 0 : old_at(from);
        const int py = d == 0 ? 0 : px - from;
        while (x > px && y > py) {
            --x, --y;
            out.push_back({Stuk::Soort::gelijk, static_cast<std::size_t>(x), static_cast<std::size_t>(y)});
        }
        if (d == 0) break;
        if (from == k + 1) --y, out.push_back({Stuk::Soort::nieuw, 0, static_cast<std::size_t>(y)});
        else --x, out.push_back({Stuk::Soort::weg, static_cast<std::size_t>(x), 0});
    }
    std::reverse(out.begin(), out.end());
    return true;
}

/// A run of steps that are all equal, or all changed.
struct Run {
    bool gelijk;
    std::vector<Token> weg, nieuw;
};

std::size_t letters(const std::vector<Token>& tokens) {
    std::size_t count = 0;
    for (const Token& t : tokens)
        if (is_word_byte(t.word.empty() ? ' ' : t.word[0])) count += t.word.size();
    return count;
}

void append(Run& run, const Run& other) {
    run.weg.insert(run.weg.end(), other.weg.begin(), other.weg.end());
    run.nieuw.insert(run.nieuw.end(), other.nieuw.begin(), other.nieuw.end());
}

/// One small word between two changes is no landmark for a reader: it joins them.
std::vector<Run> readable(std::vector<Run> runs) {
    std::vector<Run> out;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool island = runs[i].gelijk && i > 0 && i + 1 < runs.size() && letters(runs[i].weg) < 4;
        if (island) runs[i].gelijk = false;
        if (!out.empty() && out.back().gelijk == runs[i].gelijk) append(out.back(), runs[i]);
        else out.push_back(std::move(runs[i]));
    }
    return out;
}

std::string text_of(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& t : tokens) (out += t.word) += t.space;
    return out;
}

/// Puts the pieces together, so that what is equal or gone is the old text, and what is equal or new is the new text.
/// Where both have white space of different kinds, that of the new text is taken for equal.
struct Pieces {
    std::vector<Stuk> out;
    std::string weg, nieuw;  ///< since the last equal piece

    void close() {
        if (!weg.empty()) out.push_back({Stuk::Soort::weg, std::move(weg)});
        if (!nieuw.empty()) out.push_back({Stuk::Soort::nieuw, std::move(nieuw)});
        weg.clear();
        nieuw.clear();
    }

    void same(std::string_view text) {
        if (text.empty()) return;
        close();
        if (!out.empty() && out.back().soort == Stuk::Soort::gelijk) out.back().tekst += text;
        else out.push_back({Stuk::Soort::gelijk, std::string(text)});
    }

    /// Equal words; a space that only one of the texts has goes with what changed.
    void same(const std::vector<Token>& old, const std::vector<Token>& now) {
        for (std::size_t i = 0; i < now.size(); ++i) {
            same(now[i].word);
            if (old[i].space.empty() == now[i].space.empty()) {
                same(now[i].space);
            } else {
                weg += old[i].space;
                nieuw += now[i].space;
            }
        }
    }
};

std::vector<Stuk> whole(std::string_view old, std::string_view now) {
    std::vector<Stuk> out;
    if (!old.empty()) out.push_back({Stuk::Soort::weg, std::string(old)});
    if (!now.empty()) out.push_back({Stuk::Soort::nieuw, std::string(now)});
    return out;
}

std::vector<Stuk> ordered(std::string_view old, std::string_view now) {
    const std::vector<Token> a = tokens(old);
    const std::vector<Token> b = tokens(now);
    std::vector<Step> steps;
    if (!shortest(a, b, steps)) return whole(old, now);
    std::vector<Run> runs;
    for (const Step& s : steps) {
        const bool gelijk = s.soort == Stuk::Soort::gelijk;
        if (runs.empty() || runs.back().gelijk != gelijk) runs.push_back({gelijk, {}, {}});
        if (s.soort != Stuk::Soort::nieuw) runs.back().weg.push_back(a[s.a]);
        if (s.soort != Stuk::Soort::weg) runs.back().nieuw.push_back(b[s.b]);
    }
    runs = readable(std::move(runs));
    std::size_t kept = 0;
    for (const Run& r : runs) kept += r.gelijk ? letters(r.weg) : 0;
    if (kept * 5 < std::max(letters(a), letters(b))) return whole(old, now);
    Pieces pieces;
    for (const Run& r : runs) {
        if (r.gelijk) {
            pieces.same(r.weg, r.nieuw);
        } else {
            pieces.weg += text_of(r.weg);
            pieces.nieuw += text_of(r.nieuw);
        }
    }
    pieces.close();
    return std::move(pieces.out);
}

}  // namespace

std::vector<Stuk> compare_words(std::string_view old, std::string_view now) {
    // Of several shortest scripts the same one is taken whichever text is the old one.
    if (old <= now) return ordered(old, now);
    std::vector<Stuk> out = ordered(now, old);
    for (Stuk& s : out)
        if (s.soort != Stuk::Soort::gelijk) s.soort = s.soort == Stuk::Soort::weg ? Stuk::Soort::nieuw : Stuk::Soort::weg;
    for (std::size_t i = 0; i + 1 < out.size(); ++i)
        if (out[i].soort == Stuk::Soort::nieuw && out[i + 1].soort == Stuk::Soort::weg) std::swap(out[i], out[i + 1]);
    return out;
}

}  // namespace dossier::diff
