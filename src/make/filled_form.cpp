#include "make/filled_form.hpp"

#include "make/maker.hpp"

#include <algorithm>

namespace dossier::make {

struct FilledForm::Impl {
    const PdfTools& tools;
    pdf::PdfInfo info;
    layout::Pages pages;
};

FilledForm::FilledForm(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FilledForm::~FilledForm() = default;
FilledForm::FilledForm(FilledForm&&) noexcept = default;
FilledForm& FilledForm::operator=(FilledForm&&) noexcept = default;

std::string FilledForm::write(const std::map<std::string, std::string>& values) const {
    layout::Pages pages = impl_->pages;
    for (layout::PlacedField& placed : pages.fields) {
        markup::Field& f = placed.field;
        const auto own = values.find(f.name);
        if (own == values.end() || f.readonly) continue;
        if (f.kind == markup::FieldKind::radio || f.kind == markup::FieldKind::checkbox) f.checked = f.value == own->second;
        if (f.kind == markup::FieldKind::text || f.kind == markup::FieldKind::date) f.value = own->second;
    }
    return pdf::write_pdf(pages, impl_->tools.pdf_fonts, impl_->info);
}

std::optional<FilledForm> Maker::filled_form(std::string_view document, const model::Dossier& dossier, std::string_view profiel,
                                             std::string_view kerntaak, const view::Build& build, Diagnostics& diagnostics) const {
    const plan::Per per = kerntaak.empty() ? plan::Per::profiel : plan::Per::kerntaak;
    std::vector<plan::Job> jobs = plan::jobs_of(manifest(), dossier, diagnostics);
    std::erase_if(jobs, [&](const plan::Job& job) {
        return job.document->id.value != document || job.kind != plan::Kind::form || job.per != per ||
               profiel_of(job, dossier)->code.value != profiel || (!kerntaak.empty() && kerntaak_of(job, dossier)->code.value != kerntaak);
    });
    if (jobs.empty()) {
        diagnostics.error("no-such-document", {},
                          say("the manifest has no form {} that is made per {}", dossier::quoted(document),
                              kerntaak.empty() ? say("profiel") : say("kerntaak")),
                          {say("add it to manifest.yaml, as the built-in one has it")});
        return std::nullopt;
    }
    const Values values = values_of(dossier, jobs, build);
    const view::Value own = impl_->values_for(jobs.front(), values);
    auto pages = impl_->pages_of(jobs.front().document->sjabloon.value, own, diagnostics);
    if (!pages) return std::nullopt;
    return FilledForm(std::make_unique<FilledForm::Impl>(FilledForm::Impl{
        impl_->pdf_tools(), {"", build.programma, build.datum, *own.find("document.verwijzing")->text()}, std::move(*pages)}));
}

std::vector<FormIdentity> Maker::form_identities(const model::Dossier& dossier, Diagnostics& diagnostics) const {
    std::vector<plan::Job> jobs = plan::jobs_of(manifest(), dossier, diagnostics);
    std::erase_if(jobs, [](const plan::Job& job) { return job.kind != plan::Kind::form || !job.profiel; });
    const Values values = values_of(dossier, jobs, {});
    std::vector<FormIdentity> out;
    for (const plan::Job& job : jobs) {
        const view::Value own = impl_->values_for(job, values);
        const model::Kerntaak* kerntaak = kerntaak_of(job, dossier);
        const model::Werkproces* werkproces = werkproces_of(job, dossier);
        out.push_back({*own.find("document.id")->text(), *own.find("document.kenmerk")->text(), *own.find("document.paginacode")->text(),
                       job.document->titel.value, *job.profiel, kerntaak ? kerntaak->code.value : std::string(),
                       werkproces ? werkproces->code.value : std::string()});
    }
    return out;
}

}  // namespace dossier::make
