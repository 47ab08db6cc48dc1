#include "wrap.hpp"

#include "base/base.hpp"

#include <algorithm>
#include <array>

namespace dossier::roundtrip {
namespace {

/// Long words and where Dutch hyphenation parts them.
constexpr std::array<std::string_view, 9> kParted{"werkzaam-heden",     "beroeps-beoefenaar",   "leiding-gevende",
                                                  "verantwoor-delijk",  "kwalificatie-dossier", "praktijk-opleider",
                                                  "informatie-bronnen", "opdracht-gever",       "toe-passen"};

constexpr std::array<std::string_view, 26> kHeadings{"Inhoudsopgave",
                                                     "Leeswijzer",
                                                     "Overzicht van het kwalificatiedossier",
                                                     "Basisdeel",
                                                     "Beroepsspecifieke onderdelen",
                                                     "Profieldeel",
                                                     "Context",
                                                     "Typering van de beroepengroep",
                                                     "Generieke onderdelen",
                                                     "Typerende beroepshouding",
                                                     "Resultaat van de beroepengroep",
                                                     "Complexiteit",
                                                     "Verantwoordelijkheid en zelfstandigheid",
                                                     "Vakkennis en vaardigheden",
                                                     "Omschrijving",
                                                     "Resultaat",
                                                     "Gedrag",
                                                     "Mbo-niveau",
                                                     "Typering van het beroep",
                                                     "Beroepsvereisten",
                                                     "Ja",
                                                     "Nee",
                                                     "Nederlandse taal",
                                                     "Rekenen",
                                                     "Engels",
                                                     "Loopbaan en burgerschap"};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A place where a line may end at `end`, with `sign` added, and the next begin at `next`.
struct Break {
    std::size_t end, next;
    std::string_view sign;
    std::string_view word;  ///< that is hyphenated here
};

std::vector<Break> breaks_of(std::string_view text, const WrapRule& rule) {
    std::vector<Break> out;
    for (std::size_t at = rule.from; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const bool whole =
            word.find("://") != std::string_view::npos || leads_with_code(word) || word.find("en/of") != std::string_view::npos;
        for (std::size_t i = 1; !whole && i + 1 < word.size(); ++i) {
            if (word[i] == '-' || (word[i] == '/' && i > 2 && i + 3 < word.size())) out.push_back({at + i + 1, at + i + 1, "", ""});
        }
        if (rule.hyphenated != nullptr) {
            for (const std::string_view parted : kParted) {
                const std::size_t hyphen = parted.find('-');
                const std::string closed = std::string(parted.substr(0, hyphen)) + std::string(parted.substr(hyphen + 1));
                if (word.substr(0, closed.size()) == closed && (word.size() == closed.size() || !letter(word[closed.size()])))
                    out.push_back({at + hyphen, at + hyphen, rule.hyphen, word.substr(0, closed.size())});
            }
        }
        if (end < text.size()) out.push_back({end, end + 1, "", ""});
        at = end + 1;
    }
    return out;
}

/// Whether the word at the front of `rest` may stand first in a line.
bool may_lead(std::string_view rest, const WrapRule& rule) {
    const std::string_view word = rest.substr(0, std::min(rest.find(' '), rest.size()));
    for (const std::string_view sign : {"-", "–", "•", "§", "▪", "*", "\xef\x82\xa7"})
        if (word == sign) return false;
    if (word.size() >= 2 && word.size() <= 3 && word.back() == '.') return false;
    return rule.codes_may_lead || !leads_with_code(word);
}

bool reads_as_heading(std::string_view line) {
    return std::find(kHeadings.begin(), kHeadings.end(), line) != kHeadings.end() || (digit(line[0]) && line.size() < 12);
}

}  // namespace

bool leads_with_code(std::string_view line) { return line.size() >= 2 && (line[0] == 'B' || line[0] == 'P') && digit(line[1]); }

bool goes_on(std::string_view line) {
    if (line.starts_with('(')) line.remove_prefix(1);
    return !line.empty() && line[0] >= 'a' && line[0] <= 'z';
}

bool closed(std::string_view line) {
    while (line.ends_with(')') || line.ends_with('"') || line.ends_with('\'')) line.remove_suffix(1);
    return !line.empty() && std::string_view(".:;!?").find(line.back()) != std::string_view::npos;
}

std::vector<std::string> wrap(std::string_view text, const WrapRule& rule) {
    std::vector<std::string> out;
    const std::vector<Break> breaks = breaks_of(text, rule);
    std::size_t from = 0;
    while (code_points(text.substr(from)) > rule.width) {
        const Break* best = nullptr;
        for (const Break& b : breaks) {
            if (b.end <= from) continue;
            const std::string line = std::string(text.substr(from, b.end - from)) + std::string(b.sign);
            if (code_points(line) > rule.width && best != nullptr) break;
            if (!reads_as_heading(line) && !reads_as_heading(text.substr(b.next)) && may_lead(text.substr(b.next), rule)) best = &b;
        }
        if (best == nullptr) break;
        out.push_back(std::string(text.substr(from, best->end - from)) + std::string(best->sign));
        if (!best->word.empty()) rule.hyphenated->emplace(best->word);
        from = best->next;
    }
    out.emplace_back(text.substr(from));
    return out;
}

}  // namespace dossier::roundtrip
