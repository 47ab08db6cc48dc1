#include "core/collect.hpp"

#include "core/paper_forms.hpp"

#include "make/filled_form.hpp"
#include "resultaten/overzicht.hpp"
#include "resultaten/resultaten.hpp"

#include <algorithm>
#include <map>

namespace dossier::core {
namespace {

using resultaten::Formulier;
using resultaten::Stand;
using resultaten::Versie;

Versie version_of(const FormsOf& of) {
    Versie out{of.dossier, {}};
    for (const make::FormIdentity& f : of.forms) out.soorten.push_back({f.id, f.kenmerk, f.titel, f.profiel, f.kerntaak, f.werkproces});
    return out;
}

/// "klas/resultaten.csv" -> "klas/resultaten-criteria.csv"
std::string beside(const std::string& path, const std::string& word) {
    const std::size_t dot = path.rfind('.');
    return path.substr(0, dot) + '-' + word + path.substr(dot);
}

}  // namespace

struct Collector::Impl {
    const make::Maker& maker;
    CollectWanted wanted;
    Diagnostics& diagnostics;
    std::vector<FormsOf> versions;  ///< this one, and the old one when there is one
    resultaten::Kader kader;
    std::vector<std::vector<Formulier>> read;  ///< by file
    resultaten::Resultaten results;
    std::unique_ptr<PaperForms> paper;  ///< when there are any

    [[nodiscard]] std::map<std::string, std::string> overview_values(const std::vector<const Stand*>& standen) const {
        std::map<std::string, std::string> out;
        const Stand& first = *standen.front();
        out["kandidaat"] = first.naam;
        out["studentnummer"] = first.studentnummer;
        out["groep"] = first.groep;
        for (const Stand* s : standen) {
            if (!s->telt) continue;
            const Formulier& f = results.formulieren[*s->telt];
            const std::string& code = s->kerntaak;
            // What the assessors ticked, where that is what the rules say; else a person decides.
            const bool sure = !f.nakijken() && f.uitslag->uitslag != scoring::Uitslag::onbeslist;
            if (sure) out[code + "-resultaat"] = f.aangekruist;
            if (model::heeft_vorm(model::Vorm::datum, f.datum)) out[code + "-datum"] = day_for_people(f.datum);
            out[code + "-kenmerk"] = f.kenmerk;
            if (f.poging_genoemd) out[code + "-poging"] = std::to_string(f.poging);
            if (sure && f.uitslag->cijfer) out[code + "-cijfer"] = tenths_shortest(f.uitslag->cijfer->tienden);
        }
        return out;
    }
};

bool may_be_scan(const filled::FilledPdf& pdf) {
    using C = filled::Condition;
    return pdf.fields.empty() && (pdf.condition == C::no_fields || pdf.condition == C::damaged || pdf.condition == C::too_much);
}

std::optional<ResultFormat> result_format(std::string_view path) {
    const std::string name = lower(path);
    if (name.ends_with(".xlsx")) return ResultFormat::xlsx;
    if (name.ends_with(".csv")) return ResultFormat::csv;
    if (name.ends_with(".json")) return ResultFormat::json;
    if (name.ends_with(".html")) return ResultFormat::html;
    return std::nullopt;
}

Collector::Collector(const make::Maker& maker, const model::Dossier& dossier, const model::Dossier* old, CollectWanted wanted,
                     Diagnostics& diagnostics)
    : impl_(new Impl{maker, std::move(wanted), diagnostics, {{&dossier, maker.form_identities(dossier, diagnostics)}}, {}, {}, {}, {}}) {
    impl_->kader.nu = version_of(impl_->versions.front());
    if (old) {
        impl_->versions.push_back({old, maker.form_identities(*old, diagnostics)});
        impl_->kader.oud = version_of(impl_->versions.back());
    }
    impl_->kader.handtekening_nodig = impl_->wanted.handtekening_nodig;
}
Collector::~Collector() = default;

void Collector::expect(std::size_t files) { impl_->read.resize(files); }

void Collector::add(std::size_t i, const std::string& name, const filled::FilledPdf& pdf) {
    impl_->read[i] = resultaten::read_formulieren(name, pdf, impl_->kader);
}

const scans::Atlas& Collector::atlas() {
    Impl& m = *impl_;
    if (!m.paper) m.paper = std::make_unique<PaperForms>(m.maker, m.versions, m.read.size(), m.diagnostics);
    return m.paper->atlas();
}

void Collector::add_page(std::size_t i, const std::string& name, const std::string& identity, scans::Page page) {
    impl_->paper->add(i, name, identity, std::move(page));
}

void Collector::finish() {
    if (impl_->paper) impl_->paper->put(impl_->read, impl_->kader, impl_->wanted);
    std::vector<Formulier> all;
    for (auto& forms : impl_->read) std::move(forms.begin(), forms.end(), std::back_inserter(all));
    impl_->read.clear();
    impl_->results = resultaten::verzameld(std::move(all), impl_->kader, impl_->wanted.zout);
}

std::vector<PageWanted> Collector::pages_to_show() const {
    return impl_->paper ? impl_->paper->pages_to_show(impl_->results) : std::vector<PageWanted>();
}
void Collector::add_cutouts(std::size_t file, const scans::Page& page) { impl_->paper->add_cutouts(file, page); }

std::optional<std::string> Collector::nakijken(const Facts& facts, Diagnostics& diagnostics) const {
    const papier::Nakijken shown = impl_->paper ? impl_->paper->nakijken(impl_->results) : papier::Nakijken();
    return impl_->maker.make_page("nakijken.html",
                                  papier::view_nakijken(shown, impl_->versions.front().dossier->naam.value, facts.programma, facts.datum),
                                  "nakijken", facts, diagnostics);
}
std::size_t Collector::pages() const { return impl_->paper ? impl_->paper->pages() : 0; }

void Collector::tell(Diagnostics& diagnostics) const {
    if (const std::size_t blank = impl_->paper ? impl_->paper->blank() : 0; blank > 0)
        diagnostics.note("blank-pages", {}, say("{} of the scans had nothing on them", count_of(blank, say("page"), say("pages"))));
    if (const std::size_t n = impl_->wanted.beslissingen.unused(); n > 0)
        diagnostics.warning(
            "unused-decisions", {},
            say("left out {} of nakijken.json, made of other scans than these", count_of(n, say("decision"), say("decisions"))),
            {say("give the scans that they were made of, or delete nakijken.json")});
}

bool Collector::to_look_at() const { return impl_->results.nakijken(); }
std::size_t Collector::forms() const { return impl_->results.formulieren.size(); }
std::size_t Collector::forms_to_look_at() const {
    const auto& all = impl_->results.formulieren;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Formulier& f) { return f.nakijken(); }));
}

std::optional<std::vector<File>> Collector::write(ResultFormat format, const std::string& path, const Facts& facts,
                                                  Diagnostics& diagnostics) const {
    const resultaten::Resultaten& r = impl_->results;
    switch (format) {
        case ResultFormat::xlsx: return std::vector<File>{{path, table::write_xlsx(resultaten::sheets(r))}};
        case ResultFormat::json: return std::vector<File>{{path, resultaten::json(r, facts.programma)}};
        case ResultFormat::csv: {
            std::vector<File> out;
            for (const table::Sheet& sheet : resultaten::sheets(r))
                out.push_back({out.empty() ? path : beside(path, lower(sheet.name)), table::write_csv(sheet)});
            return out;
        }
        case ResultFormat::html: break;
    }
    auto page = impl_->maker.make_page("resultaten.html", resultaten::view_overzicht(r, facts.programma, facts.datum), "resultaten", facts,
                                       diagnostics);
    if (!page) return std::nullopt;
    return std::vector<File>{{path, std::move(*page)}};
}

std::optional<std::vector<File>> Collector::overviews(const Facts& facts, Diagnostics& diagnostics) const {
    const Impl& m = *impl_;
    std::map<std::pair<std::string, std::string>, std::vector<const Stand*>> people;  // profiel and person, in order
    std::vector<std::pair<std::string, std::string>> order;
    for (const Stand& s : m.results.standen) {
        const std::pair<std::string, std::string> key{s.profiel, s.studentnummer.empty() ? s.naam : s.studentnummer};
        auto& list = people[key];
        if (list.empty()) order.push_back(key);
        list.push_back(&s);
    }
    std::vector<File> out;
    std::map<std::string, make::FilledForm> forms;  // by profiel
    std::map<std::string, std::size_t> taken;
    for (const auto& key : order) {
        const std::string& profiel = key.first;
        if (!forms.contains(profiel)) {
            auto form = m.maker.filled_form("resultatenoverzicht", *m.versions.front().dossier, profiel, "", facts, diagnostics);
            if (!form) return std::nullopt;
            forms.emplace(profiel, std::move(*form));
        }
        const std::string name = slug(key.second) + "-resultatenoverzicht-" + slug(profiel);
        const std::size_t n = ++taken[name];
        out.push_back(
            {name + (n > 1 ? '-' + std::to_string(n) : std::string()) + ".pdf", forms.at(profiel).write(m.overview_values(people[key]))});
    }
    return out;
}

}  // namespace dossier::core
