#include "make/candidate_form.hpp"

#include "make/maker.hpp"

#include <algorithm>

namespace dossier::make {

using klassenlijst::Kandidaat;
using klassenlijst::Veld;

struct CandidateForm::Impl {
    const PdfTools& tools;
    pdf::PdfInfo info;
    layout::Pages pages;
    std::vector<std::size_t> fields;  ///< of the pages that take something from a list
    std::vector<Veld> velden;         ///< what each of them takes
    std::unique_ptr<pdf::Series> series;
    std::string checksum;  ///< of the file without values

    /// What stands in the fields: of the list, or what the template itself says.
    [[nodiscard]] std::vector<std::string> values(const Kandidaat& kandidaat) const {
        std::vector<std::string> out;
        for (std::size_t k = 0; k < fields.size(); ++k) {
            std::string value = klassenlijst::form_value(kandidaat, velden[k]);
            out.push_back(value.empty() ? pages.fields[fields[k]].field.value : std::move(value));
        }
        return out;
    }
};

CandidateForm::CandidateForm(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CandidateForm::~CandidateForm() = default;
CandidateForm::CandidateForm(CandidateForm&&) noexcept = default;
CandidateForm& CandidateForm::operator=(CandidateForm&&) noexcept = default;

std::string CandidateForm::write(const Kandidaat& kandidaat, std::string_view mark) const {
    return impl_->series->write(impl_->values(kandidaat), klassenlijst::sleutel(kandidaat), mark);
}

std::string CandidateForm::mark(const Kandidaat& kandidaat) const {
    std::string all = impl_->checksum;
    for (const std::string& value : impl_->values(kandidaat)) (all += '\0') += value;
    (all += '\0') += klassenlijst::sleutel(kandidaat);
    return pdf::checksum(all);
}

std::size_t CandidateForm::pages() const { return impl_->pages.pages.size(); }

std::optional<CandidateForm> Maker::candidate_form(const plan::Job& job, const Values& values, const view::Build& build,
                                                   Diagnostics& diagnostics) const {
    const view::Value own = impl_->values_for(job, values);
    auto pages = impl_->pages_of(job.document->sjabloon.value, own, diagnostics);
    if (!pages) return std::nullopt;
    const PdfTools& tools = impl_->pdf_tools();
    auto form = std::make_unique<CandidateForm::Impl>(CandidateForm::Impl{
        tools, {"", build.programma, build.datum, *own.find("document.verwijzing")->text()}, std::move(*pages), {}, {}, {}, {}});
    for (std::size_t i = 0; i < form->pages.fields.size(); ++i) {
        const std::string& wanted = form->pages.fields[i].field.klassenlijst;
        if (wanted.empty()) continue;
        form->fields.push_back(i);
        form->velden.push_back(*klassenlijst::veld_of(wanted));
    }
    form->series = std::make_unique<pdf::Series>(form->pages, tools.pdf_fonts, form->info, form->fields);
    form->checksum = pdf::checksum(form->series->write(std::vector<std::string>(form->fields.size()), "", ""));
    return CandidateForm(std::move(form));
}

// ---- bundles ---------------------------------------------------------------------------------------------------------------

struct Bundle::Impl {
    std::string title;
    const CandidateForm::Impl* first = nullptr;
    layout::Pages pages;
    std::vector<pdf::FieldValue> values;
    std::size_t forms = 0;
};

Bundle::Bundle(std::string title) : impl_(std::make_unique<Impl>()) { impl_->title = std::move(title); }
Bundle::~Bundle() = default;

void Bundle::add(const CandidateForm& form, const Kandidaat& kandidaat) {
    Impl& m = *impl_;
    const CandidateForm::Impl& f = *form.impl_;
    if (!m.first) {
        m.first = &f;
        m.pages = layout::empty_pages(m.title, f.pages.subject, f.pages.lang, f.pages);
    }
    const std::size_t before = m.pages.fields.size(), pages = m.pages.pages.size();
    layout::append(m.pages, f.pages, std::to_string(++m.forms) + '-', kandidaat[Veld::naam] + ": " + f.pages.title);
    for (std::size_t i = pages; i < m.pages.pages.size(); ++i) m.pages.pages[i].code_key = klassenlijst::sleutel(kandidaat);
    std::vector<std::string> values = f.values(kandidaat);
    for (std::size_t k = 0; k < values.size(); ++k) m.values.push_back({before + f.fields[k], std::move(values[k])});
}

std::string Bundle::write(std::string_view mark) const {
    const Impl& m = *impl_;
    return pdf::write_pdf(m.pages, m.first->tools.pdf_fonts, m.first->info, m.values, mark);
}

}  // namespace dossier::make
