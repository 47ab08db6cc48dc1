#include "core/paper_forms.hpp"

#include <algorithm>

namespace dossier::core {
namespace {

using papier::Blad;
using resultaten::Formulier;

/// Kinds of bevinding that are asked on the page by themselves.
bool is_question(const resultaten::Bevinding& b) { return b.soort == "twijfel" || b.soort == "handschrift" || b.soort == "tegenstrijdig"; }

std::string who(const Formulier& f) {
    if (f.naam.empty() && f.studentnummer.empty()) return "Kandidaat nog onbekend";
    if (f.naam.empty()) return f.studentnummer;
    return f.studentnummer.empty() ? f.naam : f.naam + " (" + f.studentnummer + ')';
}

}  // namespace

PaperForms::PaperForms(const make::Maker& maker, const std::vector<FormsOf>& versions, std::size_t files, Diagnostics& diagnostics)
    : by_file_(files) {
    for (const auto& [dossier, forms] : versions) {
        for (const make::FormIdentity& f : forms)
            soorten_.try_emplace(f.paginacode, papier::Soort{f.id, f.kenmerk, dossier->naam.value, dossier->versie.value});
        scans::add_to(atlas_, maker.form_maps(*dossier, diagnostics));
    }
}

void PaperForms::add(std::size_t i, const std::string& name, const std::string& identity, scans::Page page) {
    by_file_[i].push_back({i, name, identity, std::move(page)});
}

void PaperForms::put(std::vector<std::vector<Formulier>>& read, const resultaten::Kader& kader, const CollectWanted& wanted) {
    for (std::size_t i = 0; i < by_file_.size(); ++i) {
        auto& pages = by_file_[i];
        if (pages.empty()) continue;
        // A PDF in which nothing has a code is no scan of ours: what was said of the file stays.
        const bool stranger = !read[i].empty() && std::all_of(pages.begin(), pages.end(), [](const Blad& b) {
            using C = scans::Condition;
            const C is = b.page.condition;
            return is == C::no_code || is == C::blank || is == C::unreadable || is == C::too_much;
        });
        if (stranger) continue;
        read[i].clear();
        std::move(pages.begin(), pages.end(), std::back_inserter(bladen_));
        pages.clear();
    }
    gelegd_ = papier::leg_samen(bladen_, {atlas_, soorten_, wanted.klas, wanted.beslissingen});
    std::vector<std::vector<std::size_t>> forms_of(read.size());
    for (std::size_t k = 0; k < gelegd_.formulieren.size(); ++k) {
        const papier::Formulier& f = gelegd_.formulieren[k];
        const std::size_t file = bladen_[*std::min_element(f.bladen.begin(), f.bladen.end())].file;
        for (Formulier& one : resultaten::read_formulieren(f.bestand, f.form, kader)) read[file].push_back(std::move(one));
        forms_of[file].push_back(k);
    }
    index_.resize(gelegd_.formulieren.size());
    std::size_t before = 0;
    for (std::size_t i = 0; i < read.size(); ++i) {
        for (std::size_t n = 0; n < forms_of[i].size(); ++n) index_[forms_of[i][n]] = before + n;
        before += read[i].size();
    }
}

bool PaperForms::to_show(std::size_t form, const resultaten::Resultaten& results) const {
    const auto& all = results.formulieren[index_[form]].bevindingen;
    return std::any_of(all.begin(), all.end(), [](const resultaten::Bevinding& b) {
        return b.nakijken &&
               (is_question(b) || b.soort.starts_with("bladzijde") || b.soort == "volgorde-onzeker" || b.soort == "kandidaat-onbekend" ||
                b.soort == "andere-sjablonen" || b.soort == "andere-versie" || b.soort == "te-groot");
    });
}

std::vector<PageWanted> PaperForms::pages_to_show(const resultaten::Resultaten& results) const {
    std::set<std::pair<std::size_t, std::uint32_t>> pages;
    for (std::size_t k = 0; k < gelegd_.formulieren.size(); ++k)
        if (to_show(k, results))
            for (const std::size_t b : gelegd_.formulieren[k].bladen) pages.insert({bladen_[b].file, bladen_[b].page.number});
    std::vector<PageWanted> out;
    for (const auto& [file, page] : pages)
        if (page > 0) out.push_back({file, page});
    return out;
}

void PaperForms::add_cutouts(std::size_t file, const scans::Page& page) {
    auto& own = pictures_[{file, page.number}];
    for (const scans::Answer& a : page.answers)
        if (!a.cutout.empty()) own[a.field] = a.cutout;
    for (const scans::Writing& w : page.writings)
        if (!w.cutout.empty()) own[w.field] = w.cutout;
    if (!page.picture.empty()) own[""] = page.picture;
}

std::string PaperForms::picture(std::size_t file, std::uint32_t page, const std::string& field) const {
    const auto own = pictures_.find({file, page});
    if (own == pictures_.end()) return {};
    const auto at = own->second.find(field);
    return at == own->second.end() ? std::string() : at->second;
}

papier::NakijkFormulier PaperForms::shown(std::size_t form, const Formulier& result) const {
    const papier::Formulier& f = gelegd_.formulieren[form];
    papier::NakijkFormulier out;
    out.wie = who(result);
    out.titel = result.titel.empty() ? result.document : result.titel + (result.kerntaak.empty() ? "" : ' ' + result.kerntaak);
    out.plaats = result.plaats();
    for (const resultaten::Bevinding& b : result.bevindingen)
        if (b.nakijken && !is_question(b) && b.onderdeel.empty()) out.opmerkingen.push_back(b.tekst);
    out.vragen = papier::vragen_van(f, bladen_, atlas_);
    for (papier::Vraag& v : out.vragen) {
        for (const resultaten::CriteriumRegel& c : result.criteria)
            if (c.code == v.veld) v.tekst = c.tekst;
        for (const std::size_t b : f.bladen)
            if (bladen_[b].identity == v.bestand && bladen_[b].page.number == v.bladzijde)
                v.plaatje = picture(bladen_[b].file, v.bladzijde, v.veld);
    }
    for (const std::size_t b : f.bladen)
        for (const scans::Writing& w : bladen_[b].page.writings) {
            std::string seen = picture(bladen_[b].file, bladen_[b].page.number, w.field);
            const bool asked = std::any_of(out.vragen.begin(), out.vragen.end(), [&](const papier::Vraag& v) { return v.veld == w.field; });
            if (seen.empty() || asked) continue;
            const auto field =
                std::find_if(f.form.fields.begin(), f.form.fields.end(), [&](const filled::Field& x) { return x.name == w.field; });
            const bool printed = field != f.form.fields.end() && field->value != papier::kOpPapier;
            out.handschrift.push_back({papier::kop_van(w.field), printed ? field->value : std::string(), std::move(seen)});
        }
    return out;
}

papier::Nakijken PaperForms::nakijken(const resultaten::Resultaten& results) const {
    papier::Nakijken out;
    for (std::size_t k = 0; k < gelegd_.formulieren.size(); ++k) {
        if (!to_show(k, results)) continue;
        const papier::Formulier& f = gelegd_.formulieren[k];
        const Formulier& result = results.formulieren[index_[k]];
        if (f.form.condition != filled::Condition::stray_page) {
            out.formulieren.push_back(shown(k, result));
            continue;
        }
        const Blad& b = bladen_[f.bladen.front()];
        out.bladen.push_back({result.plaats(), result.bevindingen.empty() ? std::string() : result.bevindingen.back().tekst,
                              picture(b.file, b.page.number, "")});
    }
    return out;
}

}  // namespace dossier::core
