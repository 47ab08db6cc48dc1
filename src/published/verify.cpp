#include "published/verify.hpp"

#include "published/parts_by_code.hpp"

#include <algorithm>
#include <set>

namespace dossier::published {
namespace {

std::string part_of(std::string_view code) { return std::string(code.substr(0, code.find('-'))); }
std::string kerntaak_of_code(std::string_view code) { return std::string(code.substr(0, code.find("-W"))); }

const std::vector<Message>& what_to_do() {
    static const std::vector<Message> kHints{
        say("import the PDF itself, in which headings can be told from text"),
        say("or make the overview and the text the same in the text (of a PDF: written with --tekst) and import that")};
    return kHints;
}

std::set<std::string> parts(const Titles& titles) {
    std::set<std::string> out;
    for (const auto& [code, titel] : titles) out.insert(part_of(code));
    return out;
}

/// The letters of all titles of a kerntaak and its werkprocessen. Two columns of the overview that wrap beside each other
/// give titles that are wrong one by one and right together.
std::map<std::string, std::string> letters_by_kerntaak(const Titles& titles, const Titles& only) {
    std::map<std::string, std::string> out;
    for (const auto& [code, titel] : titles)
        if (only.contains(code)) out[kerntaak_of_code(code)] += title_key(titel.value);
    for (auto& [code, letters] : out) std::sort(letters.begin(), letters.end());
    return out;
}

}  // namespace

Titles titles_of(const model::Dossier& dossier) {
    Titles out;
    const auto add = [&out](const std::vector<model::Kerntaak>& kerntaken) {
        for (const model::Kerntaak& k : kerntaken) {
            out[k.code.value] = k.titel;
            for (const model::Werkproces& w : k.werkprocessen) out[w.code.value] = w.titel;
        }
    };
    add(dossier.basisdeel.kerntaken);
    for (const model::Profiel& p : dossier.profielen) add(p.kerntaken);
    return out;
}

void verify_overview(const Titles& overview, const Titles& body, Diagnostics& diagnostics) {
    const std::set<std::string> listed = parts(overview), found = parts(body);
    const auto both = [&](const std::string& code) { return listed.contains(part_of(code)) && found.contains(part_of(code)); };
    for (const auto& [code, titel] : overview)
        if (both(code) && !body.contains(code))
            diagnostics.error("import-not-in-text", titel.location,
                              say("the overview has {} {}, found no such heading in the text", code, quoted(titel.value)), what_to_do());
    for (const auto& [code, titel] : body)
        if (both(code) && !overview.contains(code))
            diagnostics.error("import-not-in-overview", titel.location,
                              say("found the heading {} {}, which the overview has not", code, quoted(titel.value)), what_to_do());
    const auto there = letters_by_kerntaak(overview, body), here = letters_by_kerntaak(body, overview);
    for (const auto& [code, titel] : body) {
        const auto above = overview.find(code);
        if (above == overview.end() || title_key(above->second.value) == title_key(titel.value)) continue;
        const std::string kerntaak = kerntaak_of_code(code);
        if (there.at(kerntaak) == here.at(kerntaak)) continue;
        diagnostics.error("import-title-differs", titel.location,
                          say("{} is called {} here, {} in the overview", code, quoted(titel.value), quoted(above->second.value)),
                          what_to_do());
    }
}

}  // namespace dossier::published
