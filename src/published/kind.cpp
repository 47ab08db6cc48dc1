#include "published/kind.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::published {
namespace {

/// "Kerntaak 1", "Werkproces 1.2", "Proces-competentie-matrix", "Prestatie-indicatoren", "Deel B: ...": what only the layout of
/// before 2016 has.
bool is_before_2016(std::string_view line) {
    const std::string low = lower(line.substr(0, std::min<std::size_t>(line.size(), 60)));
    for (const std::string_view word : {"kerntaak ", "werkproces "})
        if (low.starts_with(word) && low.size() > word.size() && is_digit(low[word.size()])) return true;
    return low.starts_with("proces-competentie-matrix") || low.starts_with("prestatie-indicator") ||
           low.starts_with("deel b: kwalificatie") || low.starts_with("deel c: uitwerking");
}

constexpr std::size_t kEnough = 2;  ///< lines of such a kind

}  // namespace

bool opens_keuzedeel(std::string_view line) {
    if (line == "Keuzedeel mbo" || line == "Keuzedeel") return true;
    if (line.size() < 2 || line[0] != 'D' || !is_digit(line[1])) return false;
    std::size_t at = 2;
    while (at < line.size() && at < 4 && is_digit(line[at])) ++at;
    const std::string_view rest = line.substr(at);
    return rest.starts_with(":") || (rest.starts_with("-K") && rest.size() > 2 && is_digit(rest[2]));
}

void report_no_dossier(const Source& source, std::span<const TextLine> lines, Diagnostics& diagnostics) {
    const auto keuzedeel = std::find_if(lines.begin(), lines.end(), [](const TextLine& l) { return opens_keuzedeel(l.text); });
    if (keuzedeel != lines.end()) {
        diagnostics.error("import-keuzedeel", keuzedeel->location, say("this is a keuzedeel, expected a kwalificatiedossier"),
                          {say("a keuzedeel stands outside the dossier; name it under keuzedelen with its code, titel and url")});
        return;
    }
    const auto old = [](const TextLine& l) { return is_before_2016(l.text); };
    if (static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), old)) >= kEnough) {
        diagnostics.error(
            "import-before-2016", std::find_if(lines.begin(), lines.end(), old)->location,
            say("this is a kwalificatiedossier in the layout of before 2016, expected one with codes like B1-K1 and B1-K1-W1"),
            {say("import the version that is in force now")});
        return;
    }
    diagnostics.error("import-no-dossier", {&source, 0, 0},
                      say("found no kerntaken and no profielen, expected the text of a kwalificatiedossier"));
}

}  // namespace dossier::published
