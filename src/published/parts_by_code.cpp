/// The parts of a dossier by their code, made when the text first names them; titles compared by their letters.

#include "published/parts_by_code.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

namespace dossier::published {

using model::Dossier;
using model::Kerntaak;
using model::Profiel;
using model::Werkproces;

std::string title_key(std::string_view titel) {
    std::string out;
    const std::string low = lower(titel);
    for (std::size_t at = 0; at < low.size();) {
        const char32_t c = decode_utf8(low, at);
        if (is_lower(c) || is_digit(c) || (c >= 0xc0 && c < 0x2000)) append_utf8(out, c);
    }
    return out;
}

Profiel& profiel_of(Dossier& dossier, std::string_view code) {
    for (Profiel& p : dossier.profielen)
        if (p.code.value == code) return p;
    Profiel& made = dossier.profielen.emplace_back();
    made.code.value = code;
    return made;
}

Kerntaak& kerntaak_of(Dossier& dossier, std::string_view code) {
    std::vector<Kerntaak>& kerntaken =
        code.starts_with('B') ? dossier.basisdeel.kerntaken : profiel_of(dossier, code.substr(0, code.find('-'))).kerntaken;
    for (Kerntaak& k : kerntaken)
        if (k.code.value == code) return k;
    Kerntaak& made = kerntaken.emplace_back();
    made.code.value = code;
    return made;
}

Werkproces& werkproces_of(Dossier& dossier, std::string_view code) {
    Kerntaak& kerntaak = kerntaak_of(dossier, code.substr(0, code.find("-W")));
    for (Werkproces& w : kerntaak.werkprocessen)
        if (w.code.value == code) return w;
    Werkproces& made = kerntaak.werkprocessen.emplace_back();
    made.code.value = code;
    return made;
}

}  // namespace dossier::published
