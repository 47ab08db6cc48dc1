#include "make/file_lists.hpp"
#include "make/maker.hpp"

#include <algorithm>

namespace dossier::make {
namespace {

using view::List;
using view::Object;
using view::Value;

/// Empties every value that says which version a form is made from. `identity` are names in any object.
Value without(const Value& value, const std::vector<std::string>& identity) {
    if (const List* list = value.list()) {
        List out;
        for (const Value& each : *list) out.push_back(without(each, identity));
        return Value(std::move(out));
    }
    if (const Object* object = value.object()) {
        Object out;
        for (const auto& [name, each] : *object) {
            const bool is_identity = std::find(identity.begin(), identity.end(), name) != identity.end();
            out.emplace_back(name, is_identity ? Value("") : without(each, identity));
        }
        return Value(std::move(out));
    }
    return value;
}

}  // namespace

std::optional<std::vector<FormText>> Maker::form_texts(const model::Dossier& dossier, Diagnostics& diagnostics) const {
    static const std::vector<std::string> kIdentity{"vingerafdruk", "versie",         "vastgesteld", "vastgesteld_iso",
                                                    "geldig_van",   "geldig_van_iso", "geldig_tot",  "geldig_tot_iso"};
    std::vector<plan::Job> jobs = plan::jobs_of(impl_->manifest, dossier, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    std::erase_if(jobs, [](const plan::Job& job) { return job.kind != plan::Kind::form || !job.profiel; });
    const Values values = values_of(dossier, jobs, {});
    Values bare = values;
    for (Value& kwalificatie : bare.kwalificaties) kwalificatie = without(kwalificatie, kIdentity);
    std::vector<FormText> out;
    for (const plan::Job& job : jobs) {
        const std::string part = part_of(job, dossier);
        const auto text = impl_->templates->render(job.document->sjabloon.value, impl_->values_for(job, bare), diagnostics);
        const auto kenmerk = impl_->templates->render(job.document->sjabloon.value, impl_->values_for(job, values), diagnostics);
        if (!text || !kenmerk) return std::nullopt;
        out.push_back({job.document->id.value, job.document->titel.value + (part.empty() ? "" : " " + part), job.path,
                       profiel_of(job, dossier)->code.value, part.substr(0, part.find(' ')), *text, *kenmerk});
    }
    return out;
}

}  // namespace dossier::make
