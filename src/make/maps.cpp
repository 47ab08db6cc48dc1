#include "make/maker.hpp"

namespace dossier::make {

std::vector<layout::PageMap> Maker::form_maps(const model::Dossier& dossier, Diagnostics& diagnostics) const {
    std::vector<plan::Job> jobs = plan::jobs_of(manifest(), dossier, diagnostics);
    std::erase_if(jobs, [](const plan::Job& job) { return job.kind != plan::Kind::form || !job.profiel; });
    const Values values = values_of(dossier, jobs, {});
    std::vector<layout::PageMap> out;
    for (const plan::Job& job : jobs) {
        const auto pages = impl_->pages_of(job.document->sjabloon.value, impl_->values_for(job, values), diagnostics);
        if (!pages) continue;
        for (layout::PageMap& map : layout::maps_of(*pages, impl_->pdf_tools().fonts)) out.push_back(std::move(map));
    }
    return out;
}

}  // namespace dossier::make
