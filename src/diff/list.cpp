#include "diff/elements.hpp"

#include <algorithm>

namespace dossier::diff {
namespace {

constexpr std::size_t kContext = 6;   // words kept around a change
constexpr std::size_t kLongRun = 16;  // equal words that are not cut yet

bool heading(const Wijziging& w) {
    return w.soort == Soort::dossier || w.soort == Soort::deel || w.soort == Soort::profiel || w.soort == Soort::kerntaak ||
           w.soort == Soort::werkproces;
}

int level(const Wijziging& w) { return w.soort == Soort::werkproces ? 3 : w.soort == Soort::kerntaak ? 2 : 1; }

const std::string& code_of(const Wijziging& w) { return w.code_nieuw.empty() || w.staat == Staat::vertrokken ? w.code_oud : w.code_nieuw; }
const std::string& text_of(const Wijziging& w) { return w.nieuw.empty() || w.staat == Staat::vertrokken ? w.oud : w.nieuw; }

std::string title(const Wijziging& w) {
    if (w.soort == Soort::dossier) return "Het dossier";
    if (w.soort == Soort::deel) return capitalised(w.naam);
    return code_of(w) + ' ' + text_of(w);
}

std::vector<std::string> marks(const Wijziging& w) {
    if (w.staat == Staat::nieuw) return {"nieuw"};
    if (w.staat == Staat::vervallen) return {"vervallen"};
    if (w.staat == Staat::vertrokken) return {"verplaatst"};
    std::vector<std::string> out;
    if (w.verplaatst) out.emplace_back("verplaatst");
    if (w.hernummerd) out.emplace_back("hernummerd");
    if (w.gewijzigd) out.emplace_back("gewijzigd");
    if (w.volgorde) out.emplace_back("andere volgorde");
    return out;
}

const Wijziging* parent(const Verschil& v, const Wijziging& w) {
    return w.ouder < 0 ? nullptr : &v.alles[static_cast<std::size_t>(w.ouder)];
}

/// What the line is about: "criterium B1-K1-W1-G2 (alleen P3)".
std::string about(const Verschil& v, const Wijziging& w) {
    std::string out = w.soort == Soort::veld || w.soort == Soort::item ? w.naam : std::string(woord(w.soort));
    const Wijziging* above = parent(v, w);
    if (above && above->soort == Soort::generiek_onderdeel) out.insert(0, text_of(*above) + ", ");
    if (w.soort != Soort::item && w.soort != Soort::generiek_onderdeel && !code_of(w).empty()) out += ' ' + code_of(w);
    if (w.soort == Soort::vakkennis && above && !text_of(*above).empty()) out += ", " + text_of(*above);
    const std::string& profiel = w.profiel_nieuw.empty() || w.staat == Staat::vertrokken ? w.profiel_oud : w.profiel_nieuw;
    if (!profiel.empty()) out += " (alleen " + profiel + ")";
    return out;
}

std::string explained(const Wijziging& w) {
    const bool other_code = w.code_oud != w.code_nieuw && !w.code_oud.empty() && !w.code_nieuw.empty();
    if (w.staat == Staat::nieuw) return w.verwant.empty() ? "" : "afgesplitst van " + w.verwant;
    if (w.staat == Staat::vervallen) return w.verwant.empty() ? "" : "opgegaan in " + w.verwant;
    if (w.staat == Staat::vertrokken) return "naar " + w.naar + (other_code ? " (nu " + w.code_nieuw + ")" : "");
    if (w.verplaatst) return "van " + w.van + (other_code ? " (was " + w.code_oud + ")" : "");
    if (w.hernummerd) return "was " + w.code_oud;
    return "";
}

/// `text` with its middle, beginning or end cut, as far as it is not next to a change.
std::string cut(const std::string& text, bool first, bool last) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] != ' ' && text[at] != '\n' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n')) starts.push_back(at);
    if (starts.size() <= kLongRun) return text;
    const std::string head = text.substr(0, starts[kContext]);
    const std::string tail = text.substr(starts[starts.size() - kContext]);
    if (first) return "… " + tail;
    if (last) return head + "…";
    return head + "… " + tail;
}

std::vector<Stuk> pieces(const Wijziging& w) {
    const Stuk::Soort kind = w.staat == Staat::nieuw       ? Stuk::Soort::nieuw
                             : w.staat == Staat::vervallen ? Stuk::Soort::weg
                                                           : Stuk::Soort::gelijk;
    if (!w.gewijzigd || w.staat != Staat::veranderd) {
        const std::string& text = text_of(w);
        if (text.empty()) return {};
        return {{kind, kind == Stuk::Soort::gelijk ? cut(text, false, true) : text}};
    }
    std::vector<Stuk> out = w.woorden;
    for (std::size_t i = 0; i < out.size(); ++i)
        if (out[i].soort == Stuk::Soort::gelijk) out[i].tekst = cut(out[i].tekst, i == 0, i + 1 == out.size());
    return out;
}

Regel line(const Verschil& v, std::size_t i) {
    const Wijziging& w = v.alles[i];
    return {i, marks(w), heading(w) ? std::string(woord(w.soort)) : about(v, w), explained(w), pieces(w)};
}

/// A line of its own: aanvullende eisen show in what is under them.
bool shown(const Wijziging& w) {
    if (w.staat == Staat::gelijk || w.soort == Soort::deel) return w.volgorde;
    return w.soort != Soort::aanvullende_eis || w.volgorde;
}

/// Whether anything at or below a heading changed, for every index.
std::vector<bool> stirred(const Verschil& v) {
    std::vector<bool> out(v.alles.size(), false);
    for (std::size_t i = v.alles.size(); i-- > 0;) {
        if (shown(v.alles[i])) out[i] = true;
        if (out[i] && v.alles[i].ouder >= 0) out[static_cast<std::size_t>(v.alles[i].ouder)] = true;
    }
    return out;
}

std::string reason(const Verschil& v, const Wijziging& w) {
    std::string out = heading(w) ? std::string(woord(w.soort)) + ' ' + code_of(w) : about(v, w);
    if (w.code_nieuw.empty() && w.code_oud.empty() && !heading(w)) {
        for (const Wijziging* up = parent(v, w); up; up = parent(v, *up))
            if (!code_of(*up).empty()) {
                out += " van " + code_of(*up);
                break;
            }
    }
    std::string how;
    for (const std::string& mark : marks(w)) how += (how.empty() ? "" : " en ") + mark;
    return out + ' ' + how + (w.hernummerd ? " (was " + w.code_oud + ")" : "");
}

}  // namespace

std::vector<Groep> list_changes(const Verschil& verschil) {
    const std::vector<bool> any = stirred(verschil);
    std::vector<Groep> groups;
    std::vector<std::size_t> group_of(verschil.alles.size(), 0);
    for (std::size_t i = 0; i < verschil.alles.size(); ++i) {
        const Wijziging& w = verschil.alles[i];
        if (!any[i]) continue;
        if (heading(w)) {
            const bool rated = w.landelijk && (w.soort == Soort::kerntaak || w.soort == Soort::werkproces);
            group_of[i] = groups.size();
            groups.push_back({i, level(w), title(w), rated ? categorie(verschil, i) : 0, {}});
        } else {
            group_of[i] = group_of[static_cast<std::size_t>(w.ouder)];
        }
        if (shown(w)) groups[group_of[i]].regels.push_back(line(verschil, i));
    }
    // "Het dossier" is a heading for its own fields only: all other headings stand beside it.
    std::erase_if(groups, [&](const Groep& g) { return g.index == 0 && g.regels.empty(); });
    return groups;
}

std::vector<std::string> reasons(const Verschil& verschil, const std::vector<std::size_t>& within, int profiel, std::size_t most,
                                 const std::function<bool(const Wijziging&)>& counts) {
    std::vector<std::string> out;
    std::size_t more = 0;
    const auto add = [&](std::string text) {
        if (std::find(out.begin(), out.end(), text) != out.end()) return;
        if (out.size() < most) out.push_back(std::move(text));
        else ++more;
    };
    for (const std::size_t from : within) {
        const Wijziging& top = verschil.alles[from];
        if (top.staat == Staat::gelijk && top.code_oud != top.code_nieuw)
            add(std::string(woord(top.soort)) + ' ' + top.code_oud + " heet nu " + top.code_nieuw);
        for (std::size_t i = from; i < verschil.alles.size() && (i == from || verschil.alles[i].diepte > top.diepte); ++i) {
            const Wijziging& w = verschil.alles[i];
            if (shown(w) && (!counts || counts(w)) && (profiel < 0 || concerns(w, verschil.alles[static_cast<std::size_t>(profiel)])))
                add(reason(verschil, w));
        }
    }
    if (more > 0) out.push_back("en nog " + std::to_string(more) + (more == 1 ? " wijziging" : " wijzigingen"));
    return out;
}

}  // namespace dossier::diff
