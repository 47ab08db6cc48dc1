#pragma once
/// Running text as lines, broken where a reader can tell that it goes on.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::roundtrip {

struct WrapRule {
    std::size_t width = 100;                      ///< code points
    std::size_t from = 0;                         ///< bytes at the front that are not parted: a list sign
    bool codes_may_lead = false;                  ///< a line may begin with "P2" or "B1-K1"
    std::string_view hyphen = "-";                ///< what a hyphenated word has at the end of its line
    std::set<std::string>* hyphenated = nullptr;  ///< where words may be hyphenated; takes those that were
};

/// `text` in lines of at most `rule.width`, or longer where there is no place to break. No line is one that reads as a heading,
/// page number or list item.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, const WrapRule& rule);
/// Whether a line begins in lower case, behind a parenthesis if there is one.
[[nodiscard]] bool goes_on(std::string_view line);
/// Whether `line` ends as a sentence or an item does.
[[nodiscard]] bool closed(std::string_view line);
/// Whether `line` begins with the code of a profiel, kerntaak or werkproces.
[[nodiscard]] bool leads_with_code(std::string_view line);

}  // namespace dossier::roundtrip
