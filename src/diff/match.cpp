/// Which element became which. Written by hand: what makes two kerntaken or criteria the same is knowledge of dossiers.

#include "diff/match.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace dossier::diff {
namespace {

constexpr std::size_t kMostPairs = 1'000'000;
constexpr std::size_t kMostPairsBelow = 40'000;  // of parts that are compared with everything under them
constexpr std::size_t kMostWords = 200;          // of one text
constexpr std::size_t kMostWordsBelow = 2000;    // of everything under a kerntaak

/// How a sort of part is recognised.
struct Policy {
    Soort soort;
    bool across = false;    ///< may be found under another parent
    bool alike = false;     ///< may be found by likeness; otherwise by name or equal text only
    bool by_below = false;  ///< what is under it counts as much as its title
    double here = 1;        ///< least likeness under the same parent
    double elsewhere = 1;   ///< least likeness under another one
};

/// Parents before children.
const std::vector<Policy>& policies() {
    static const std::vector<Policy> kAll{
        {Soort::deel},
        {Soort::profiel, false, true, true, 0.4, 1},
        {Soort::kerntaak, true, true, true, 0.4, 0.6},
        {Soort::werkproces, true, true, true, 0.4, 0.6},
        {Soort::generiek_onderdeel, false, true, true, 0.4, 1},
        {Soort::aanvullende_eis},
        {Soort::rubriek, true, true, true, 0.4, 0.6},
        {Soort::veld},
        {Soort::criterium, true, true, false, 0.4, 0.65},
        {Soort::vakkennis, true, true, false, 0.4, 0.65},
        {Soort::competentie},
        {Soort::item, false, true, false, 0.4, 1},
    };
    return kAll;
}

class Words {
public:
    /// Numbers of the words that tell something: short ones say little, unless there is nothing else.
    std::vector<std::uint32_t> of(std::string_view text) {
        std::vector<std::uint32_t> all;
        std::vector<std::uint32_t> telling;
        const std::string low = lower(text);
        for (std::size_t at = 0; at < low.size() && telling.size() < kMostWords && all.size() < 4 * kMostWords;) {
            const auto is_letter = [&](std::size_t i) {
                const char c = low[i];
                return is_lower(c) || is_digit(c) || is_high_byte(c);
            };
            const std::size_t begin = at;
            while (at < low.size() && is_letter(at)) ++at;
            if (at == begin) {
                ++at;
                continue;
            }
            const auto [it, is_new] = numbers_.emplace(low.substr(begin, at - begin), static_cast<std::uint32_t>(numbers_.size()));
            all.push_back(it->second);
            if (at - begin > 3) telling.push_back(it->second);
        }
        if (telling.size() < 2) telling = std::move(all);
        std::sort(telling.begin(), telling.end());
        return telling;
    }

    [[nodiscard]] std::size_t count() const { return numbers_.size(); }

private:
    std::map<std::string, std::uint32_t> numbers_;
};

void gather_words(Side& side, Words& words) {
    const std::size_t n = side.all.size();
    side.own.resize(n);
    side.below.resize(n);
    for (std::size_t i = n; i-- > 0;) {
        side.own[i] = words.of(side.all[i].tekst);
        auto& below = side.below[i];
        std::sort(below.begin(), below.end());
        if (side.all[i].ouder < 0) continue;
        auto& above = side.below[static_cast<std::size_t>(side.all[i].ouder)];
        for (const auto* list : {&side.own[i], &below})
            if (above.size() < kMostWordsBelow) above.insert(above.end(), list->begin(), list->end());
    }
}

class Matcher {
public:
    Matcher(Side& old, Side& now) : old_(old), now_(now) {}

    std::size_t run() {
        couple(0, 0);
        for (const Policy& policy : policies()) {
            by_key(policy);
            if (policy.across) by_text();
            if (policy.alike) by_likeness(policy);
            if (policy.soort == Soort::profiel) name_profielen();
        }
        return considered_;
    }

private:
    struct Pair {
        double score;
        int distance, a, b;
    };
    struct Candidates {
        std::vector<int> a, b;
    };

    void couple(int a, int b) {
        old_.partner[static_cast<std::size_t>(a)] = b;
        now_.partner[static_cast<std::size_t>(b)] = a;
    }
    [[nodiscard]] bool same_parent(int a, int b) const { return old_.partner_of(old_.at(a).ouder) == now_.at(b).ouder; }

    /// What an element is known by under its parent. Aanvullende eisen belong to a profiel, which may have another code now.
    [[nodiscard]] std::string key(const Side& side, int i, bool is_old) const {
        const Element& e = side.at(i);
        switch (e.soort) {
            case Soort::deel:
            case Soort::veld: return e.naam;
            case Soort::aanvullende_eis: return is_old ? profiel_now(e.profiel) : e.profiel;
            case Soort::item: return e.naam + '\n' + e.code + '\n' + e.tekst;
            default: return e.tekst;
        }
    }
    [[nodiscard]] std::string profiel_now(const std::string& code) const {
        const auto found = profielen_now_.find(code);
        return found == profielen_now_.end() ? code : found->second;
    }
    /// Once the profielen have their partners. Of two with one code the first counts.
    void name_profielen() {
        for (const int child : old_.children[0]) {
            const Element& e = old_.at(child);
            if (e.soort != Soort::profiel) continue;
            const int partner = old_.partner_of(child);
            profielen_now_.try_emplace(e.code, partner >= 0 ? now_.at(partner).code : "vervallen " + e.code);
        }
    }

    [[nodiscard]] static std::vector<int> loose(const Side& side, Soort soort) {
        std::vector<int> out;
        for (int i = 0; i < static_cast<int>(side.all.size()); ++i)
            if (side.at(i).soort == soort && side.partner_of(i) < 0) out.push_back(i);
        return out;
    }

    /// Equal key under the same parent: first where the code is the same too, then in order.
    void by_key(const Policy& policy) {
        loose_a_ = loose(old_, policy.soort);
        loose_b_ = loose(now_, policy.soort);
        for (const bool with_code : {true, false}) {
            std::map<std::tuple<int, std::string, std::string>, Candidates> groups;
            for (const int a : loose_a_)
                if (old_.partner_of(a) < 0)
                    groups[{old_.partner_of(old_.at(a).ouder), key(old_, a, true), with_code ? old_.at(a).code : ""}].a.push_back(a);
            for (const int b : loose_b_)
                if (now_.partner_of(b) < 0)
                    groups[{now_.at(b).ouder, key(now_, b, false), with_code ? now_.at(b).code : ""}].b.push_back(b);
            for (const auto& [where, group] : groups)
                if (std::get<0>(where) >= 0) in_order(group);
        }
    }

    /// Equal text anywhere.
    void by_text() {
        for (const bool with_code : {true, false}) {
            std::map<std::pair<std::string, std::string>, Candidates> groups;
            for (const int a : loose_a_)
                if (old_.partner_of(a) < 0) groups[{old_.at(a).tekst, with_code ? old_.at(a).code : ""}].a.push_back(a);
            for (const int b : loose_b_)
                if (now_.partner_of(b) < 0) groups[{now_.at(b).tekst, with_code ? now_.at(b).code : ""}].b.push_back(b);
            for (const auto& [text, group] : groups)
                if (!text.first.empty()) in_order(group);
        }
    }

    void in_order(const Candidates& group) {
        for (std::size_t i = 0; i < std::min(group.a.size(), group.b.size()); ++i) couple(group.a[i], group.b[i]);
    }

    [[nodiscard]] double score(const Policy& policy, int a, int b) const {
        const auto ua = static_cast<std::size_t>(a);
        const auto ub = static_cast<std::size_t>(b);
        if (old_.all[ua].naam != now_.all[ub].naam) return 0;
        const double title = likeness(old_.own[ua], now_.own[ub]);
        if (!policy.by_below || old_.below[ua].empty() || now_.below[ub].empty()) return title;
        const double below = likeness(old_.below[ua], now_.below[ub]);
        return std::max((title + below) / 2, below > 0.75 ? below : 0.0);
    }

    void consider(const Policy& policy, int a, int b, std::vector<Pair>& pairs) {
        ++considered_;
        const bool here = same_parent(a, b);
        if (!here && !policy.across) return;
        const double alike = score(policy, a, b);
        const bool same_code = !old_.at(a).code.empty() && old_.at(a).code == now_.at(b).code;
        // A code that stayed is a reason to believe it, for parts whose code is more than their place in a list.
        // Added to the likeness: 0.4 less 0.1 is more than 0.3 in binary.
        const double trust = same_code && policy.by_below ? 0.1 : 0.0;
        if (alike + trust < (here ? policy.here : policy.elsewhere)) return;
        const int distance = old_.position[static_cast<std::size_t>(a)] - now_.position[static_cast<std::size_t>(b)];
        pairs.push_back({alike + (here ? 0.2 : 0.0) + (same_code ? 0.1 : 0.0), distance < 0 ? -distance : distance, a, b});
    }

    /// All that stand under one parent, or none and false if these are more than `most` pairs.
    bool consider_families(const Policy& policy, std::size_t most, std::vector<Pair>& pairs) {
        std::map<int, Candidates> families;
        for (const int a : loose_a_) families[old_.partner_of(old_.at(a).ouder)].a.push_back(a);
        for (const int b : loose_b_) families[now_.at(b).ouder].b.push_back(b);
        families.erase(-1);  // whose parent is gone
        std::size_t sum = 0;
        for (const auto& [parent, family] : families) sum += family.a.size() * family.b.size();
        if (sum > most) return false;
        for (const auto& [parent, family] : families)
            for (const int a : family.a)
                for (const int b : family.b) consider(policy, a, b, pairs);
        return true;
    }

    /// What likeness comes from: the own words, and those below where they count.
    template <class Found> static void words_of(const Policy& policy, const Side& side, int i, Found found) {
        each_word(side.own[static_cast<std::size_t>(i)], found);
        if (policy.by_below) each_word(side.below[static_cast<std::size_t>(i)], found);
    }

    /// The most pairs that one word may bring, so that all words together bring no more than `most`. Rare words go first: a word
    /// that everything has is no reason to think of two parts as one. Read from both sides it is the same.
    [[nodiscard]] std::size_t common_word(const Policy& policy, std::size_t most) const {
        std::vector<std::size_t> in_a(old_.words, 0), in_b(old_.words, 0);
        for (const int a : loose_a_) words_of(policy, old_, a, [&](std::uint32_t w) { ++in_a[w]; });
        for (const int b : loose_b_) words_of(policy, now_, b, [&](std::uint32_t w) { ++in_b[w]; });
        for (std::size_t w = 0; w < in_a.size(); ++w) in_a[w] *= in_b[w];
        std::sort(in_a.begin(), in_a.end());
        std::size_t limit = 0;
        std::size_t sum = 0;
        for (std::size_t w = 0; w < in_a.size(); ++w) {
            sum += in_a[w];
            if (sum > most) break;
            if (w + 1 == in_a.size() || in_a[w + 1] != in_a[w]) limit = in_a[w];
        }
        return limit;
    }

    /// Where there are too many to hold each against each: the pairs that share a word that is rare enough, and those that have
    /// the same place under the same parent.
    void consider_by_word(const Policy& policy, std::size_t most, std::vector<Pair>& pairs) {
        const std::size_t limit = common_word(policy, most);
        std::vector<std::vector<int>> with_word(old_.words);
        std::vector<std::size_t> in_a(old_.words, 0);
        std::map<std::pair<int, int>, int> at_place;
        for (const int a : loose_a_) words_of(policy, old_, a, [&](std::uint32_t w) { ++in_a[w]; });
        for (const int b : loose_b_) {
            words_of(policy, now_, b, [&](std::uint32_t w) { with_word[w].push_back(b); });
            at_place.emplace(std::pair(now_.at(b).ouder, now_.position[static_cast<std::size_t>(b)]), b);
        }
        std::vector<int> seen(now_.all.size(), -1);
        const auto once = [&](int a, int b) {
            if (std::exchange(seen[static_cast<std::size_t>(b)], a) != a) consider(policy, a, b, pairs);
        };
        for (const int a : loose_a_) {
            words_of(policy, old_, a, [&](std::uint32_t w) {
                if (in_a[w] * with_word[w].size() > limit) return;
                for (const int b : with_word[w]) once(a, b);
            });
            const auto same = at_place.find({old_.partner_of(old_.at(a).ouder), old_.position[static_cast<std::size_t>(a)]});
            if (same != at_place.end()) once(a, same->second);
        }
    }

    /// The likeliest pairs first. Ties go by places that read the same from both sides, so that the result is its own mirror.
    void by_likeness(const Policy& policy) {
        std::erase_if(loose_a_, [&](int a) { return old_.partner_of(a) >= 0; });
        std::erase_if(loose_b_, [&](int b) { return now_.partner_of(b) >= 0; });
        std::vector<Pair> pairs;
        const std::size_t most = policy.by_below ? kMostPairsBelow : kMostPairs;
        if (policy.across && loose_a_.size() * loose_b_.size() <= most) {
            for (const int a : loose_a_)
                for (const int b : loose_b_) consider(policy, a, b, pairs);
        } else if (!consider_families(policy, most, pairs) || policy.across) {
            consider_by_word(policy, most, pairs);
        }
        std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
            return std::make_tuple(-x.score, x.distance, std::min(x.a, x.b), std::max(x.a, x.b), x.a) <
                   std::make_tuple(-y.score, y.distance, std::min(y.a, y.b), std::max(y.a, y.b), y.a);
        });
        for (const Pair& p : pairs)
            if (old_.partner_of(p.a) < 0 && now_.partner_of(p.b) < 0) couple(p.a, p.b);
    }

    Side& old_;
    Side& now_;
    std::vector<int> loose_a_, loose_b_;
    std::size_t considered_ = 0;
    std::map<std::string, std::string> profielen_now_;  ///< by the code of before
};

}  // namespace

Side::Side(std::vector<Element> elements)
    : all(std::move(elements)), children(all.size()), partner(all.size(), -1), position(all.size(), 0) {
    for (std::size_t i = 1; i < all.size(); ++i) {
        auto& siblings = children[static_cast<std::size_t>(all[i].ouder)];
        // Parts come in order, so that the last sibling of the same sort knows the count.
        for (std::size_t s = siblings.size(); s-- > 0;)
            if (const auto before = static_cast<std::size_t>(siblings[s]); all[before].soort == all[i].soort) {
                position[i] = position[before] + 1;
                break;
            }
        siblings.push_back(static_cast<int>(i));
    }
}

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) ++count, ++i, ++j;
        else (a[i] < b[j] ? i : j) += 1;
    }
    return count;
}

double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const std::size_t sum = a.size() + b.size();
    return sum == 0 ? 0 : 2 * static_cast<double>(shared(a, b)) / static_cast<double>(sum);
}

Index::Index(const Side& side) : with_word_(side.words) {
    for (std::size_t i = 0; i < side.all.size(); ++i) {
        if (side.all[i].soort != Soort::criterium && side.all[i].soort != Soort::vakkennis) continue;
        each_word(side.own[i], [&](std::uint32_t w) { with_word_[w].push_back(static_cast<int>(i)); });
    }
}

std::vector<int> Index::candidates(const std::vector<std::uint32_t>& words, const std::vector<int>& family) const {
    std::vector<int> out;
    if (family.empty()) return out;
    // Whatever has that many of the words has one of these at least.
    std::vector<std::uint32_t> rare = words;
    std::stable_sort(rare.begin(), rare.end(), [&](auto a, auto b) { return with_word_[a].size() < with_word_[b].size(); });
    rare.resize(std::min(rare.size(), words.size() * 3 / 10 + 1));
    std::sort(rare.begin(), rare.end());
    each_word(rare, [&](std::uint32_t w) {
        const std::vector<int>& all = with_word_[w];
        const auto begin = std::lower_bound(all.begin(), all.end(), family.front());
        const auto end = std::upper_bound(begin, all.end(), family.back());
        out.insert(out.end(), begin, begin + std::min<std::ptrdiff_t>(end - begin, kMost));
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::size_t match(Side& old, Side& now) {
    Words words;
    gather_words(old, words);
    gather_words(now, words);
    old.words = now.words = words.count();
    return Matcher(old, now).run();
}

}  // namespace dossier::diff
