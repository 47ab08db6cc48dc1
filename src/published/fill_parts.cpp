/// Hands the lines between two headings to the part of the dossier that they belong to.

#include "published/fill_parts.hpp"

#include "published/parts_by_code.hpp"

namespace dossier::published {

using model::Werkproces;

std::set<std::string> sure_rubriek_titles(std::span<const TextLine> lines) {
    std::set<std::string> out;
    const auto is_item = [&](std::size_t i) { return !list_sign(lines[i].text).empty(); };
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const TextLine& line = lines[i];
        if (is_item(i) || !is_item(i + 1) || line.text.ends_with(':')) continue;
        if (starts_lower(line.text) || !looks_like_rubriek(line.text)) continue;
        const std::string& above = lines[i - 1].text;
        if (above.ends_with(':') || line.before == Break::meant) out.insert(line.text);
    }
    return out;
}

void PartFiller::fill(const OpenPart& open, std::span<const TextLine> text) {
    if (open.plek != Plek::kerntaak && open.plek != Plek::werkproces) return whole(open, text);
    for (const ForWhom& part : split_by_audience(text, open.deel == Deel::gedrag, profielen_, words_, out_.lines, diagnostics_)) {
        if (part.lines.empty()) continue;
        if (!part.everyone && part.codes.empty()) section(part.lines).mark(LineUse::left_out);  // an error says so
        else if (part.competenties) competenties(open, part);
        else if (part.everyone) whole(open, part.lines);
        else
            for (const std::string& code : part.codes) extra(open, part.lines, code);
    }
}

void PartFiller::competenties(const OpenPart& open, const ForWhom& part) {
    Werkproces& w = werkproces_of(out_.dossier, open.werkproces);
    if (part.everyone) return section(part.lines).competenties(w.competenties);
    for (const std::string& code : part.codes)
        section(part.lines).competenties(eis_of(w.aanvullende_eisen, code, part.lines.front().location).competenties);
}

void PartFiller::whole(const OpenPart& open, std::span<const TextLine> text) {
    const SectionReader read = section(text);
    model::Dossier& d = out_.dossier;
    switch (open.deel) {
        case Deel::niets:
        case Deel::overzicht: break;
        case Deel::keuzedeel: read.mark(LineUse::left_out); break;
        case Deel::voorwerk: titled_ = read_title(text, d, out_.lines); break;
        case Deel::inhoud: read.mark(LineUse::furniture); break;
        case Deel::leeswijzer: read.paragrafen(d.leeswijzer); break;
        case Deel::context: read.tekst(d.basisdeel.beroepsgroep.context); break;
        case Deel::beroepshouding: read.tekst(d.basisdeel.beroepsgroep.beroepshouding); break;
        case Deel::groepsresultaat: read.tekst(d.basisdeel.beroepsgroep.resultaat); break;
        case Deel::generiek: read.generiek(d.basisdeel.generiek); break;
        case Deel::complexiteit: read.tekst(kerntaak_of(d, open.kerntaak).complexiteit); break;
        case Deel::verantwoordelijkheid: read.tekst(kerntaak_of(d, open.kerntaak).verantwoordelijkheid); break;
        case Deel::vakkennis: read.vakkennis(kerntaak_of(d, open.kerntaak).vakkennis); break;
        case Deel::omschrijving: read.tekst(werkproces_of(d, open.werkproces).omschrijving); break;
        case Deel::resultaat: read.tekst(werkproces_of(d, open.werkproces).resultaat); break;
        case Deel::gedrag: read.gedrag(werkproces_of(d, open.werkproces).gedrag); break;
        case Deel::niveau: read.niveau(profiel_of(d, open.profiel)); break;
        case Deel::typering: read.tekst(profiel_of(d, open.profiel).typering); break;
        case Deel::beroepsvereisten: read.beroepsvereisten(profiel_of(d, open.profiel)); break;
    }
}

/// An aanvullende eis of the part that is open, for the profiel with `code`: added to what that profiel has already.
void PartFiller::extra(const OpenPart& open, std::span<const TextLine> text, const std::string& code) {
    const SectionReader read = section(text);
    const Location at = text.front().location;
    const auto of_kerntaak = [&]() -> auto& { return eis_of(kerntaak_of(out_.dossier, open.kerntaak).aanvullende_eisen, code, at); };
    const auto of_werkproces = [&]() -> auto& { return eis_of(werkproces_of(out_.dossier, open.werkproces).aanvullende_eisen, code, at); };
    if (open.deel == Deel::complexiteit) return read.tekst(of_kerntaak().complexiteit);
    if (open.deel == Deel::verantwoordelijkheid) return read.tekst(of_kerntaak().verantwoordelijkheid);
    if (open.deel == Deel::vakkennis) return read.vakkennis(of_kerntaak().vakkennis);
    if (open.deel == Deel::omschrijving) return read.tekst(of_werkproces().omschrijving);
    if (open.deel == Deel::resultaat) return read.tekst(of_werkproces().resultaat);
    if (open.deel == Deel::gedrag) return read.gedrag(of_werkproces().gedrag);
}

}  // namespace dossier::published
