#include "phrases/generiek.hpp"

#include <algorithm>

namespace dossier::phrases {
namespace {

using model::Text;

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
    named = trim(named);
    return named.empty() ? std::string(otherwise) : capitalised(named);
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

}  // namespace dossier::phrases
