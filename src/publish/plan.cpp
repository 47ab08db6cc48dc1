#include "publish/plan.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace dossier::publish {
namespace {

using view::Object;
using view::Value;

/// What a path may name: codes and titles of what the document is made for, each with `pad`, the form that is safe in a path.
Value named(const std::string& code, const std::string& title) {
    return Value(Object{{"code", Value(slug(code))}, {"pad", Value(slug(code))}, {"naam", Value(slug(title))}, {"titel", Value(slug(title))}});
}

Value path_values(const Job& job, const model::Dossier& dossier) {
    Value values(Object{});
    values.set("dossier", named(dossier.naam.value, dossier.naam.value));
    if (job.profiel < 0) return values;
    const model::Profiel& profiel = dossier.profielen[static_cast<std::size_t>(job.profiel)];
    values.set("profiel", named(profiel.code.value, profiel.naam.value));
    if (job.kerntaak < 0) return values;
    const model::Kerntaak& kerntaak = *kerntaken_of(dossier, profiel)[static_cast<std::size_t>(job.kerntaak)];
    values.set("kerntaak", named(kerntaak.code.value, kerntaak.titel.value));
    if (job.werkproces < 0) return values;
    const model::Werkproces& werkproces = kerntaak.werkprocessen[static_cast<std::size_t>(job.werkproces)];
    values.set("werkproces", named(werkproces.code.value, werkproces.titel.value));
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
        const std::string_view name = close == std::string_view::npos ? text.substr(open + 2) : trim(text.substr(open + 2, close - open - 2));
        out.append(text.substr(at, open - at));
        const Value* value = close == std::string_view::npos ? nullptr : values.find(name);
        if (!value || !value->text()) {
            diagnostics.error("manifest-name", uitvoer.location, "unknown name " + dossier::quoted(name) + " in uitvoer",
                              {"use {{profiel.pad}}, {{kerntaak.pad}} or {{werkproces.pad}}, as far as \"per\" allows"});
            return {};
        }
        out += *value->text();
        at = close + 2;
    }
    return out;
}

void for_each_part(const read::Manifest& manifest, const model::Dossier& dossier, const std::function<void(Job)>& use) {
    const auto jobs_of = [&](const read::Document& document, Per per, int p) {
        if (per == Per::profiel) return use({&document, per, p, -1, -1, ""});
        const auto kerntaken = kerntaken_of(dossier, dossier.profielen[static_cast<std::size_t>(p)]);
        for (int k = 0; k < static_cast<int>(kerntaken.size()); ++k) {
            if (per == Per::kerntaak) {
                use({&document, per, p, k, -1, ""});
                continue;
            }
            const auto count = static_cast<int>(kerntaken[static_cast<std::size_t>(k)]->werkprocessen.size());
            for (int w = 0; w < count; ++w) use({&document, per, p, k, w, ""});
        }
    };
    for (int p = 0; p < static_cast<int>(dossier.profielen.size()); ++p)
        for (const read::Document& document : manifest.documenten)
            if (const auto per = per_of(document.per.value); per && *per != Per::dossier) jobs_of(document, *per, p);
    for (const read::Document& document : manifest.documenten)
        if (per_of(document.per.value) == Per::dossier) use({&document, Per::dossier, -1, -1, -1, ""});
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

std::vector<const model::Kerntaak*> kerntaken_of(const model::Dossier& dossier, const model::Profiel& profiel) {
    std::vector<const model::Kerntaak*> all;
    for (const model::Kerntaak& k : dossier.basisdeel.kerntaken) all.push_back(&k);
    for (const model::Kerntaak& k : profiel.kerntaken) all.push_back(&k);
    return all;
}

std::vector<Job> plan(const read::Manifest& manifest, const model::Dossier& dossier, Diagnostics& diagnostics) {
    std::vector<Job> jobs;
    std::map<std::string, const read::Document*> taken;
    for_each_part(manifest, dossier, [&](Job job) {
        job.path = expand(job.document->uitvoer, path_values(job, dossier), diagnostics);
        if (job.path.empty()) return;
        if (job.profiel >= 0) job.path.insert(0, view::folder(dossier.profielen[static_cast<std::size_t>(job.profiel)]) + '/');
        const auto [twin, is_new] = taken.emplace(job.path, job.document);
        if (!is_new)
            diagnostics.error("manifest-path", job.document->uitvoer.location,
                              "documents " + dossier::quoted(twin->second->id.value) + " and " + dossier::quoted(job.document->id.value) +
                                  " both go to " + dossier::quoted(job.path),
                              {"give each a file name of its own; {{kerntaak.pad}} or {{werkproces.pad}} tells them apart"});
        jobs.push_back(std::move(job));
    });
    return jobs;
}

bool selected(const Job& job, const model::Dossier& dossier, const Selection& selection) {
    const auto& s = selection;
    if (!s.formaten.empty() && !contains(s.formaten, job.document->formaat.value)) return false;
    if (!s.document.empty() && job.document->id.value != s.document) return false;
    if (job.profiel < 0) return s.onderdeel.empty();
    const model::Profiel& profiel = dossier.profielen[static_cast<std::size_t>(job.profiel)];
    if (!s.profielen.empty() && !contains(s.profielen, profiel.code.value)) return false;
    if (s.onderdeel.empty()) return true;
    if (job.kerntaak < 0) return false;
    const model::Kerntaak& kerntaak = *kerntaken_of(dossier, profiel)[static_cast<std::size_t>(job.kerntaak)];
    if (job.werkproces < 0) return kerntaak.code.value == s.onderdeel;
    return kerntaak.werkprocessen[static_cast<std::size_t>(job.werkproces)].code.value == s.onderdeel;
}

}  // namespace dossier::publish
