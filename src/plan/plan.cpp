#include "plan/plan.hpp"

#include "view/view.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace dossier::plan {
namespace {

using view::Object;
using view::Value;

/// What a path may name: codes and titles of what the document is made for, each with `pad`, the form that is safe in a path.
Value named(const std::string& code, const std::string& title) {
    return Value(
        Object{{"code", Value(slug(code))}, {"pad", Value(slug(code))}, {"naam", Value(slug(title))}, {"titel", Value(slug(title))}});
}

Value path_values(const Job& job, const model::Dossier& dossier) {
    Value values(Object{});
    values.set("dossier", named(dossier.naam.value, dossier.naam.value));
    if (const model::Profiel* p = profiel_of(job, dossier)) values.set("profiel", named(p->code.value, p->naam.value));
    if (const model::Kerntaak* k = kerntaak_of(job, dossier)) values.set("kerntaak", named(k->code.value, k->titel.value));
    if (const model::Werkproces* w = werkproces_of(job, dossier)) values.set("werkproces", named(w->code.value, w->titel.value));
    return values;
}

/// Replaces {{name}} in the manifest's `uitvoer`. Values are slugs, so that nothing of a dossier can leave its folder.
std::string expand(const model::Text& uitvoer, const Value& values, Diagnostics& diagnostics) {
    std::string out;
    const std::string_view text = uitvoer.value;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find("{{", at);
        if (open == std::string_view::npos) return out.append(text.substr(at));
        const std::size_t close = text.find("}}", open);
        const std::string_view name =
            close == std::string_view::npos ? text.substr(open + 2) : trim(text.substr(open + 2, close - open - 2));
        out.append(text.substr(at, open - at));
        const Value* value = close == std::string_view::npos ? nullptr : values.find(name);
        if (!value || !value->text()) {
            diagnostics.error("manifest-name", uitvoer.location, say("unknown name {} in uitvoer", dossier::quoted(name)),
                              {say("use {{profiel.pad}}, {{kerntaak.pad}} or {{werkproces.pad}}, as far as \"per\" allows")});
            return {};
        }
        out += *value->text();
        at = close + 2;
    }
    return out;
}

void for_each_part(const yaml::Manifest& manifest, const model::Dossier& dossier, const std::function<void(Job)>& use) {
    const auto jobs_of_profiel = [&](const yaml::Document& document, Per per, std::size_t p) {
        const Kind kind = kind_of(document.formaat.value);
        if (per == Per::profiel) return use({&document, kind, per, p, {}, {}, ""});
        const auto kerntaken = model::kerntaken_of(dossier, dossier.profielen[p]);
        for (std::size_t k = 0; k < kerntaken.size(); ++k) {
            if (per == Per::kerntaak) {
                use({&document, kind, per, p, k, {}, ""});
                continue;
            }
            for (std::size_t w = 0; w < kerntaken[k]->werkprocessen.size(); ++w) use({&document, kind, per, p, k, w, ""});
        }
    };
    for (std::size_t p = 0; p < dossier.profielen.size(); ++p)
        for (const yaml::Document& document : manifest.documenten)
            if (const auto per = per_of(document.per.value); per && *per != Per::dossier) jobs_of_profiel(document, *per, p);
    for (const yaml::Document& document : manifest.documenten)
        if (per_of(document.per.value) == Per::dossier) use({&document, kind_of(document.formaat.value), Per::dossier, {}, {}, {}, ""});
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<Per> per_of(std::string_view word) {
    if (word == "dossier") return Per::dossier;
    if (word == "profiel") return Per::profiel;
    if (word == "kerntaak") return Per::kerntaak;
    if (word == "werkproces") return Per::werkproces;
    return std::nullopt;
}

Kind kind_of(std::string_view formaat) {
    return formaat == kPageFormat ? Kind::page : formaat == kFormFormat ? Kind::form : Kind::exchange;
}

const model::Profiel* profiel_of(const Job& job, const model::Dossier& dossier) {
    return job.profiel ? &dossier.profielen[*job.profiel] : nullptr;
}
const model::Kerntaak* kerntaak_of(const Job& job, const model::Dossier& dossier) {
    return job.kerntaak ? model::kerntaken_of(dossier, *profiel_of(job, dossier))[*job.kerntaak] : nullptr;
}
const model::Werkproces* werkproces_of(const Job& job, const model::Dossier& dossier) {
    return job.werkproces ? &kerntaak_of(job, dossier)->werkprocessen[*job.werkproces] : nullptr;
}

std::vector<Job> jobs_of(const yaml::Manifest& manifest, const model::Dossier& dossier, Diagnostics& diagnostics) {
    std::vector<Job> jobs;
    std::map<std::string, const yaml::Document*> taken;
    for_each_part(manifest, dossier, [&](Job job) {
        job.path = expand(job.document->uitvoer, path_values(job, dossier), diagnostics);
        if (job.path.empty()) return;
        if (const model::Profiel* profiel = profiel_of(job, dossier)) job.path.insert(0, view::folder(*profiel) + '/');
        const auto [twin, is_new] = taken.emplace(job.path, job.document);
        if (!is_new)
            diagnostics.error("manifest-path", job.document->uitvoer.location,
                              say("documents {} and {} both go to {}", dossier::quoted(twin->second->id.value),
                                  dossier::quoted(job.document->id.value), dossier::quoted(job.path)),
                              {say("give each a file name of its own; {{kerntaak.pad}} or {{werkproces.pad}} tells them apart")});
        jobs.push_back(std::move(job));
    });
    return jobs;
}

bool selected(const Job& job, const model::Dossier& dossier, const Selection& selection) {
    const auto& s = selection;
    if (!s.formaten.empty() && !contains(s.formaten, job.document->formaat.value)) return false;
    if (!s.document.empty() && job.document->id.value != s.document) return false;
    const model::Profiel* profiel = profiel_of(job, dossier);
    if (profiel == nullptr) return s.onderdeel.empty();
    if (!s.profielen.empty() && !contains(s.profielen, profiel->code.value)) return false;
    if (s.onderdeel.empty()) return true;
    const model::Kerntaak* kerntaak = kerntaak_of(job, dossier);
    const model::Werkproces* werkproces = werkproces_of(job, dossier);
    return kerntaak != nullptr && (werkproces ? werkproces->code.value : kerntaak->code.value) == s.onderdeel;
}

std::vector<Message> did_you_mean(std::string_view typed, const std::vector<std::string>& words) {
    if (const auto meant = nearest(typed, words)) return {dossier::did_you_mean(dossier::quoted(*meant))};
    return {say("there is: {}", joined(words))};
}

void check_selection(const Selection& selection, const yaml::Manifest& manifest, const std::vector<std::string>& formaten,
                     const model::Dossier& dossier, Diagnostics& diagnostics) {
    std::vector<std::string> profielen, onderdelen, documents;
    for (const model::Profiel& p : dossier.profielen) {
        profielen.push_back(p.code.value);
        for (const model::Kerntaak* k : model::kerntaken_of(dossier, p)) {
            if (contains(onderdelen, k->code.value)) continue;  // of the basisdeel, which every profiel has
            onderdelen.push_back(k->code.value);
            for (const model::Werkproces& w : k->werkprocessen) onderdelen.push_back(w.code.value);
        }
    }
    for (const yaml::Document& d : manifest.documenten) documents.push_back(d.id.value);
    const auto want = [&](const std::string& typed, const std::vector<std::string>& words, Pattern<0> what) {
        if (!typed.empty() && !contains(words, typed))
            diagnostics.error("selection", {}, say("unknown {} {}", what, dossier::quoted(typed)), did_you_mean(typed, words));
    };
    for (const std::string& p : selection.profielen) want(p, profielen, say("profiel"));
    for (const std::string& f : selection.formaten) want(f, formaten, say("formaat"));
    want(selection.document, documents, say("document"));
    want(selection.onderdeel, onderdelen, say("kerntaak or werkproces"));
}

}  // namespace dossier::plan
