/// Every answer to small forms under many rules, against a judge that tries all that the unknown could be.
#include "maken.hpp"

#include <doctest/doctest.h>

using namespace scoring_test;

namespace {

struct Regels {
    int criteria = 0;       // percent; 0 none
    int punten = 0;         // percent; below 0: that many points
    int kerntaak = 0;       // as punten
    int minimum = 0;        // percent
    int werkprocessen = 0;  // percent
    std::vector<int> stap{0, 1, 2};
    bool cruciaal = false;     // W1-G1
    bool vervalt = false;      // W1-G2
    int zwaar = 1;             // weight of W1-G1
    int zwaar_werkproces = 1;  // weight of W2
};

std::string line(int n) { return n == 0 ? "" : n > 0 ? std::to_string(n) + "%" : n == -1 ? "1 punt" : std::to_string(-n) + " punten"; }

model::Beoordeling maak(const Regels& r) {
    model::Beoordeling b = met_punten(std::to_string(r.stap[0]), std::to_string(r.stap[1]), std::to_string(r.stap[2]));
    b.cesuur.criteria.value = line(r.criteria);
    b.cesuur.werkproces_punten.value = line(r.punten);
    b.cesuur.kerntaak_punten.value = line(r.kerntaak);
    b.cesuur.werkproces_minimum.value = line(r.minimum);
    b.cesuur.werkprocessen.value = line(r.werkprocessen);
    if (r.cruciaal) b.cruciaal = {{"B1-K1-W1-G1", {}}};
    if (r.vervalt) b.niet_van_toepassing = {{"B1-K1-W1-G2", {}}};
    if (r.zwaar != 1) weeg(b, "B1-K1-W1-G1", r.zwaar);
    if (r.zwaar_werkproces != 1) weeg(b, "B1-K1-W2", r.zwaar_werkproces);
    return b;
}

/// Whether `have` of `most` reaches a line as Regels writes it.
bool reaches(int rule, int have, int most) { return rule == 0 || (rule > 0 ? 100 * have >= rule * most : have >= -rule); }

/// The judge: everything is known. Letters o v g x; W1 first.
struct Oordeel {
    bool werkproces = true, minimum = true;
    int have = 0, most = 0;
};
Oordeel oordeel(const Regels& r, const std::string& letters, bool first) {
    Oordeel out;
    int pass = 0, n = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == 'x') continue;
        const std::size_t step = letters[i] == 'o' ? 0 : letters[i] == 'v' ? 1 : 2;
        const int weight = first && i == 0 ? r.zwaar : 1;
        ++n;
        pass += step > 0 ? 1 : 0;
        out.have += weight * r.stap[step];
        out.most += weight * r.stap[2];
        if (r.cruciaal && first && i == 0 && step == 0) out.werkproces = false;
    }
    out.werkproces = out.werkproces && 100 * pass >= r.criteria * n && reaches(r.punten, out.have, out.most);
    out.minimum = reaches(r.minimum, out.have, out.most);
    return out;
}
bool oordeel(const Regels& r, const std::vector<std::string>& parts) {
    int pass = 0, have = 0, most = 0;
    bool minimum = true;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Oordeel one = oordeel(r, parts[i], i == 0);
        const int weight = i == 1 ? r.zwaar_werkproces : 1;
        pass += one.werkproces ? 1 : 0;
        have += weight * one.have;
        most += weight * one.most;
        minimum = minimum && one.minimum;
    }
    return 100 * pass >= r.werkprocessen * static_cast<int>(parts.size()) && reaches(r.kerntaak, have, most) && minimum;
}

/// All that the first unknown and those after it could be.
void each_completion(const Regels& r, std::vector<std::string> parts, std::size_t part, std::size_t at, auto&& with) {
    for (; part < parts.size(); ++part, at = 0)
        for (; at < parts[part].size(); ++at) {
            if (parts[part][at] != '-') continue;
            for (const char letter : {'o', 'v', 'g', 'x'}) {
                if (letter == 'x' && !(r.vervalt && part == 0 && at == 1)) continue;
                parts[part][at] = letter;
                each_completion(r, parts, part, at + 1, with);
            }
            return;
        }
    with(parts);
}

std::string_view word_of(bool always, bool ever) { return always ? "voldoende" : ever ? "onbeslist" : "onvoldoende"; }

void check_all(const Regels& r, std::vector<std::size_t> sizes) {
    const model::Beoordeling b = maak(r);
    std::size_t places = 0;
    for (const std::size_t n : sizes) places += n;
    std::size_t count = 1;
    for (std::size_t i = 0; i < places; ++i) count *= 5;
    std::size_t wrong = 0;
    for (std::size_t code = 0; code < count; ++code) {
        std::vector<std::string> parts;
        std::size_t rest = code;
        bool possible = true;
        for (std::size_t p = 0; p < sizes.size(); ++p) {
            parts.emplace_back();
            for (std::size_t i = 0; i < sizes[p]; ++i, rest /= 5) {
                parts.back() += "ovg-x"[rest % 5];
                possible = possible && (parts.back().back() != 'x' || (r.vervalt && p == 0 && i == 1));
            }
        }
        if (!possible) continue;
        bool always = true, ever = false, always_first = true, ever_first = false;
        each_completion(r, parts, 0, 0, [&](const std::vector<std::string>& whole) {
            const bool all = oordeel(r, whole), first = oordeel(r, whole[0], true).werkproces;
            always = always && all;
            ever = ever || all;
            always_first = always_first && first;
            ever_first = ever_first || first;
        });
        const KerntaakUitslag u = uitslag_kerntaak(b, parts);
        const bool same =
            woord(u.uitslag) == word_of(always, ever) && woord(u.werkprocessen[0].uitslag) == word_of(always_first, ever_first);
        wrong += same ? 0 : 1;
    }
    CAPTURE(r.criteria);
    CAPTURE(r.punten);
    CAPTURE(r.kerntaak);
    CAPTURE(r.minimum);
    CAPTURE(r.zwaar);
    CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("all answers under all rules are as one judge says who tries everything") {
    for (const int criteria : {0, 50, 75, 100})
        for (const int punten : {0, 50, 55, 67, -3})
            for (const bool vervalt : {false, true})
                for (const std::vector<int>& stap : {std::vector<int>{0, 1, 2}, {2, 2, 3}, {1, 3, 4}}) {
                    Regels r;
                    r.criteria = criteria;
                    r.punten = punten;
                    r.werkprocessen = 100;
                    r.vervalt = vervalt;
                    r.cruciaal = criteria == 50;
                    r.zwaar = punten == 55 ? 3 : 1;
                    r.stap = stap;
                    check_all(r, {3, 1});
                }
    for (const int kerntaak : {0, 50, 55, 67, -5})
        for (const int minimum : {0, 34, 50})
            for (const bool vervalt : {false, true})
                for (const int werkprocessen : {0, 50, 100}) {
                    Regels r;
                    r.criteria = 50;
                    r.kerntaak = kerntaak;
                    r.minimum = minimum;
                    r.werkprocessen = werkprocessen;
                    r.vervalt = vervalt;
                    r.zwaar_werkproces = minimum == 34 ? 2 : 1;
                    r.stap = minimum == 50 ? std::vector<int>{1, 2, 3} : std::vector<int>{0, 2, 3};
                    check_all(r, {2, 2});
                }
}
