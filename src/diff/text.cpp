/// A comparison as text for people; see `diff --json` for machines.
#include "diff/diff.hpp"

#include <algorithm>

namespace dossier::diff {
namespace {

constexpr std::size_t kWidth = 100;

/// `text` broken at spaces; every line begins with `indent` spaces, a line end in the text too. Under a "- " the other
/// lines stand two further.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string out;
    std::string line;
    const std::size_t hang = text.starts_with("- ") ? 2 : 0;
    const auto flush = [&] {
        if (line.empty()) return;
        ((out += std::string(indent, ' ')) += line) += '\n';
        line.clear();
        if (out.find('\n') + 1 == out.size()) indent += hang;
    };
    std::size_t width = indent;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (!word.empty()) {
            const std::size_t wide = code_points(word);
            if (!line.empty() && width + 1 + wide > kWidth) flush(), width = indent;
            if (!line.empty()) line += ' ', ++width;
            line += word;
            width += wide;
        }
        if (end < text.size() && text[end] == '\n') flush(), width = indent;
        at = end + 1;
    }
    flush();
    return out;
}

/// The pieces in one text: [-gone-] {+new+}. Wholly new or gone text needs no signs: its line says so.
std::string marked(const std::vector<Stuk>& stukken, bool signs) {
    constexpr std::string_view kSpace = " \n";
    std::string out;
    for (const Stuk& s : stukken) {
        if (s.soort == Stuk::Soort::gelijk || !signs) {
            out += s.tekst;
            continue;
        }
        const bool gone = s.soort == Stuk::Soort::weg;
        // Space around the words stands outside the signs; where only space changed it is between them.
        const bool words = s.tekst.find_first_not_of(kSpace) != std::string::npos;
        const std::size_t begin = words ? s.tekst.find_first_not_of(kSpace) : 0;
        const std::size_t end = words ? s.tekst.find_last_not_of(kSpace) + 1 : s.tekst.size();
        out += s.tekst.substr(0, begin);
        if (!gone && out.ends_with("-]")) out += ' ';
        out += gone ? "[-" : "{+";
        out += s.tekst.substr(begin, end - begin);
        out += gone ? "-]" : "+}";
        out += s.tekst.substr(end);
    }
    return out;
}

std::string padded(std::string text, std::size_t width, bool right = false) {
    const std::size_t have = code_points(text);
    if (have >= width) return text;
    return right ? std::string(width - have, ' ') + text : text + std::string(width - have, ' ');
}

std::string counts(const Verschil& v) {
    std::string out = padded("", 22);
    for (const char* head : {"nieuw", "vervallen", "verplaatst", "hernummerd", "gewijzigd", "ongewijzigd"}) out += padded(head, 12, true);
    out += '\n';
    for (const Telling& t : v.telling) {
        if (t.nieuw + t.vervallen + t.verplaatst + t.hernummerd + t.gewijzigd + t.gelijk == 0) continue;
        out += padded("  " + std::string(woord(t.soort)), 22);
        for (const std::size_t n : {t.nieuw, t.vervallen, t.verplaatst, t.hernummerd, t.gewijzigd, t.gelijk})
            out += padded(n == 0 ? "-" : std::to_string(n), 12, true);
        out += '\n';
    }
    return out;
}

std::string name(const Wijziging& w) {
    const bool gone = w.staat == Staat::vervallen;
    std::string out = (gone ? w.code_oud : w.code_nieuw) + ' ' + (gone ? w.oud : w.nieuw);
    if (!gone && !w.code_oud.empty() && w.code_oud != w.code_nieuw) out += " (was " + w.code_oud + ')';
    return out;
}

std::string categories(const Verschil& v) {
    const std::vector<bool> apart = rated_apart(v);
    std::string out;
    const auto row = [&](std::size_t indent, const Wijziging& w, int c) {
        out += "  " + padded((c == 0 ? "-" : std::to_string(c)) + ' ' + std::string(woord_categorie(c)), 21) + std::string(indent, ' ') +
               name(w) + '\n';
    };
    for (std::size_t i = 0; i < v.alles.size(); ++i) {
        const Wijziging& w = v.alles[i];
        if (w.staat == Staat::vertrokken) continue;
        if (w.soort == Soort::profiel) row(0, w, categorie_kwalificatie(v, i));
        if (w.soort == Soort::deel && w.naam == "basisdeel") out += std::string(23, ' ') + "Basisdeel\n";
        if (w.soort == Soort::kerntaak) row(2, w, categorie(v, i));
        if (apart[i]) row(4, w, categorie(v, i));
    }
    return out;
}

std::string changes(const Verschil& v) {
    std::string out;
    for (const Groep& g : list_changes(v)) {
        const std::size_t indent = 2 * static_cast<std::size_t>(g.niveau - 1);
        out += '\n' + std::string(indent, ' ') + g.titel;
        if (g.categorie > 0) out += "  [" + std::to_string(g.categorie) + ' ' + std::string(woord_categorie(g.categorie)) + ']';
        out += '\n';
        for (const Regel& r : g.regels) {
            const std::string how = joined(r.merken) + (r.toelichting.empty() ? "" : ", " + r.toelichting);
            out += wrapped("- " + r.wat + ": " + how, indent + 2);
            const bool signs = v.alles[r.index].staat == Staat::veranderd;
            out += wrapped(marked(r.stukken, signs), indent + 6);
        }
    }
    return out;
}

std::string forms(const std::vector<Formulier>& formulieren) {
    std::string out;
    for (std::size_t i = 0; i < formulieren.size();) {
        const std::string& profiel = formulieren[i].profiel;
        std::vector<std::string> same;
        out += "\n  " + profiel + '\n';
        for (; i < formulieren.size() && formulieren[i].profiel == profiel; ++i) {
            const Formulier& f = formulieren[i];
            if (f.alleen_kenmerk) {
                same.push_back(f.kort);
                continue;
            }
            out += wrapped("- " + f.titel +
                               (f.nieuw       ? " (nieuw)"
                                : f.vervallen ? " (vervalt)"
                                              : "") +
                               (f.redenen.empty() ? "" : ": " + joined(f.redenen)),
                           4);
        }
        if (!same.empty()) out += wrapped("zelfde inhoud, alleen een ander kenmerk: " + joined(same), 4);
    }
    return out.empty() ? "  geen\n" : out;
}

}  // namespace

std::string write_text(const Verschil& verschil, const std::vector<Formulier>& formulieren, const Koppen& koppen) {
    std::string out = "was   " + koppen.oud + "\nwordt " + koppen.nieuw + "\n\n";
    if (verschil.gelijk() && formulieren.empty()) return out + "Ongewijzigd.\n";
    out += "TELLING\n" + counts(verschil);
    out += "\nCATEGORIE (1 nieuw, 2 nieuwe onderdelen, 3 wijzigingen, 4 ongewijzigd)\n" + categories(verschil);
    out += "\nWIJZIGINGEN ([-vervallen-] {+nieuw+})\n" + changes(verschil);
    return out + "\nFORMULIEREN DIE DE EXAMENCOMMISSIE OPNIEUW VASTSTELT\n" + forms(formulieren);
}

}  // namespace dossier::diff
