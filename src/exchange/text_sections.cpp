#include "exchange/text_sections.hpp"

#include <algorithm>

namespace dossier::exchange {
namespace {

using model::Text;

constexpr std::size_t kLongestTitle = 80;

/// A short line that is no sentence, with text right under it.
bool is_title(std::span<const TextLine> lines, std::size_t i) {
    const std::string& text = lines[i].text;
    return (lines[i].gap || i == 0) && text.size() <= kLongestTitle && text[0] >= 'A' && text[0] <= 'Z' && !is_closed(text) &&
           text.find(". ") == std::string::npos && i + 1 < lines.size() && !lines[i + 1].gap &&
           (i == 0 || !continues(lines[i - 1].text, lines[i]) || lines[i].page);
}

struct Titled {
    const TextLine* titel = nullptr;
    std::span<const TextLine> body;
};

std::vector<Titled> titled_parts(std::span<const TextLine> lines) {
    std::vector<Titled> out;
    std::size_t begin = 0;
    const TextLine* titel = nullptr;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        if (i < lines.size() && !is_title(lines, i)) continue;
        if (i > begin || titel != nullptr) out.push_back({titel, lines.subspan(begin, i - begin)});
        if (i < lines.size()) titel = &lines[i];
        begin = i + 1;
    }
    return out;
}

/// The list sign of vakkennis and gedrag; PDF fonts make different characters of it.
std::string_view sign_of(std::string_view line) {
    for (const std::string_view sign : {"§ ", "• ", "▪ ", "- ", "– ", "» "})
        if (line.starts_with(sign)) return sign;
    return {};
}

Text as_text(std::string_view text, const TextLine& line) { return {std::string(trim(text)), line.location}; }

void go_on(Text& text, const TextLine& line, const Words& words) {
    append_line(text.value, line.text, words);
    text.location.end = line.location.end;
}

/// "Engels (alleen voor niveau 4)" -> 4.
int only_level(std::string_view titel) {
    constexpr std::string_view kPhrase = "(alleen voor niveau ";
    const std::size_t at = titel.find(kPhrase);
    if (at == std::string_view::npos || at + kPhrase.size() >= titel.size()) return 0;
    const char digit = titel[at + kPhrase.size()];
    return digit >= '1' && digit <= '4' ? digit - '0' : 0;
}

std::string code_of(std::string_view titel) {
    const std::string text = lower(titel);
    for (const std::string_view known : {"nederlands", "rekenen", "loopbaan en burgerschap", "engels"})
        if (text.starts_with(known)) return slug(known);
    std::string code = slug(titel);
    code.resize(std::min<std::size_t>(code.size(), 40));
    while (code.ends_with('-')) code.pop_back();
    return code;
}

/// What the sentence before a web address says it is: "... opgenomen in bijlage 1 bij het Besluit X. Deze bijlage is te vinden
/// op https://..." gives "Bijlage 1 bij het Besluit X".
std::string link_title(std::string_view before, std::string_view otherwise) {
    constexpr std::string_view kPhrase = "opgenomen in ";
    const std::size_t at = before.rfind(kPhrase);
    if (at == std::string_view::npos) return std::string(otherwise);
    std::string_view named = before.substr(at + kPhrase.size());
    named = named.substr(0, named.find(". "));
    if (named.starts_with("de ")) named.remove_prefix(3);
    std::string titel(trim(named));
    if (titel.empty()) return std::string(otherwise);
    if (titel[0] >= 'a' && titel[0] <= 'z') titel[0] = static_cast<char>(titel[0] - 'a' + 'A');
    return titel;
}

void add_links(model::GeneriekOnderdeel& onderdeel) {
    for (const model::Blok& blok : onderdeel.tekst.blokken) {
        const std::string_view text = blok.tekst;
        for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 4)) {
            std::string_view url = text.substr(at, std::min(text.find_first_of(" )\"", at), text.size()) - at);
            while (url.ends_with('.') || url.ends_with(',') || url.ends_with(';')) url.remove_suffix(1);
            if (!model::heeft_vorm(model::Vorm::url, url)) continue;
            model::Link link;
            link.url = {std::string(url), onderdeel.tekst.location};
            link.titel = {link_title(text.substr(0, at), onderdeel.titel.value), onderdeel.tekst.location};
            onderdeel.links.push_back(std::move(link));
        }
    }
}

/// Where the list of competenties begins in `line`, behind its phrase; npos if it does not.
std::size_t after_competentie_phrase(std::string_view line) {
    for (const std::string_view phrase : {"De onderliggende competenties zijn:", "De onderliggende competentie is:"})
        if (line.starts_with(phrase)) return phrase.size();
    return std::string_view::npos;
}

void add_competenties(const Text& list, std::vector<Text>& to, Diagnostics& diagnostics) {
    const std::string_view text = list.value;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string naam(trim(text.substr(at, comma - at)));
        at = comma + 1;
        if (naam.empty()) continue;
        to.push_back({naam, list.location});
        if (model::find_competentie(naam) != nullptr) continue;
        std::vector<std::string> hints;
        if (const auto near = nearest(naam, model::keuzes(model::Vorm::competentie))) hints.push_back("did you mean " + quoted(*near) + "?");
        diagnostics.warning("unknown-competentie", list.location,
                            "found competentie " + quoted(naam) + ", expected one of the 25 of the national model", hints);
    }
}

}  // namespace

model::GeneriekOnderdeel generiek_onderdeel(Text titel, model::Tekst tekst) {
    model::GeneriekOnderdeel onderdeel;
    onderdeel.code = {code_of(titel.value), titel.location};
    if (const int level = only_level(titel.value)) onderdeel.alleen_niveau = {level, titel.location};
    onderdeel.location = titel.location;
    onderdeel.titel = std::move(titel);
    onderdeel.tekst = std::move(tekst);
    add_links(onderdeel);
    return onderdeel;
}

void SectionReader::mark(LineUse use) const {
    for (const TextLine& line : lines) uses[line.index] = use;
}

void SectionReader::tekst(model::Tekst& to) const {
    mark(LineUse::used);
    model::Tekst read = tekst_of(lines, words);
    if (to.empty()) {
        to = std::move(read);
    } else {
        std::move(read.blokken.begin(), read.blokken.end(), std::back_inserter(to.blokken));
    }
}

void SectionReader::paragrafen(std::vector<model::Paragraaf>& to) const {
    mark(LineUse::used);
    for (const Titled& part : titled_parts(lines)) {
        model::Paragraaf& p = to.emplace_back();
        if (part.titel != nullptr) p.titel = {part.titel->text, part.titel->location};
        p.tekst = tekst_of(part.body, words);
    }
}

void SectionReader::generiek(model::Generiek& to) const {
    mark(LineUse::used);
    for (const Titled& part : titled_parts(lines)) {
        if (part.titel == nullptr) {
            to.inleiding = tekst_of(part.body, words);
            continue;
        }
        to.onderdelen.push_back(generiek_onderdeel({part.titel->text, part.titel->location}, tekst_of(part.body, words)));
    }
}

void SectionReader::vakkennis(model::Vakkennis& to) const {
    mark(LineUse::used);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        const bool first = to.rubrieken.empty();
        if (const std::string_view sign = sign_of(line.text); !sign.empty()) {
            if (first) to.rubrieken.emplace_back();
            to.rubrieken.back().items.push_back(as_text(line.text.substr(sign.size()), line));
        } else if (first && line.text.ends_with(':') && to.aanhef.value.empty()) {
            to.aanhef = as_text(line.text, line);
        } else if (!first && !to.rubrieken.back().items.empty() &&
                   (!line.gap || continues(to.rubrieken.back().items.back().value, {line.text, {}, 0, true, false}))) {
            go_on(to.rubrieken.back().items.back(), line, words);
        } else if (!first && to.rubrieken.back().items.empty()) {
            go_on(to.rubrieken.back().titel, line, words);
        } else {
            to.rubrieken.emplace_back().titel = as_text(line.text, line);
        }
    }
    // A title without items below it: only the last can be one.
    if (to.rubrieken.empty() || !to.rubrieken.back().items.empty()) return;
    for (const TextLine& line : lines)
        if (line.location.begin >= to.rubrieken.back().titel.location.begin) uses[line.index] = LineUse::unknown;
    to.rubrieken.pop_back();
}

void SectionReader::gedrag(model::Werkproces& to) const {
    Text competenties;
    Text* open = nullptr;
    for (const TextLine& line : lines) {
        LineUse& use = uses[line.index];
        use = LineUse::used;
        if (const std::size_t behind = after_competentie_phrase(line.text); behind != std::string_view::npos) {
            competenties = as_text(line.text.substr(behind), line);
            open = &competenties;
        } else if (const std::string_view sign = sign_of(line.text); !sign.empty() && open != &competenties) {
            to.gedrag.criteria.push_back(as_text(line.text.substr(sign.size()), line));
            open = &to.gedrag.criteria.back();
        } else if (open != nullptr && (!line.gap || continues(open->value, line))) {
            go_on(*open, line, words);
        } else if (open == nullptr && to.gedrag.criteria.empty()) {
            to.gedrag.aanhef = as_text(line.text, line);
            open = &to.gedrag.aanhef;
        } else {
            use = LineUse::unknown;
        }
    }
    add_competenties(competenties, to.competenties, diagnostics);
}

void SectionReader::niveau(model::Profiel& to) const {
    const std::string& text = lines.front().text;
    if (text.size() != 1 || text[0] < '1' || text[0] > '4') return;
    to.niveau = {text[0] - '0', lines.front().location};
    uses[lines.front().index] = LineUse::used;
}

void SectionReader::beroepsvereisten(model::Profiel& to) const {
    mark(LineUse::used);
    const std::string& text = lines.front().text;
    const bool answer = model::heeft_vorm(model::Vorm::ja_nee, text);
    if (answer) to.beroepsvereisten = {text, lines.front().location};
    if (const auto rest = lines.subspan(answer ? 1 : 0); !rest.empty()) to.toelichting_beroepsvereisten = tekst_of(rest, words);
}

}  // namespace dossier::exchange
