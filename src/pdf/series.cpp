#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"
#include "pdf/syntax.hpp"
#include "pdf/text_fields.hpp"

#include <stdexcept>

namespace dossier::pdf {
/// The own fields come first, and then the codes of the pages: they are the only objects that a file writes itself, and their numbers
/// are the same in each. Behind them is room for the two streams that end a file; then follows what is shared.
struct Series::Impl {
    const layout::Pages& pages;
    const PdfFonts::Impl& fonts;
    PdfInfo info;
    std::vector<std::size_t> own;
    Fragment shared;
    std::vector<int> page, field, code;
    int catalog = 0, info_dict = 0;
    std::array<bool, layout::kFaces> faces{};

    /// A widget and its appearance.
    static constexpr int kNumbersOfField = 2, kNumbersOfEnd = 2;

    [[nodiscard]] int number_of(std::size_t own_index) const { return kFirstNumber + static_cast<int>(own_index) * kNumbersOfField; }

    void write_shared() {
        int next = number_of(own.size());
        for (const layout::Page& p : pages.pages) code.push_back(p.code_text.empty() ? 0 : next++);
        Objects objects(next + kNumbersOfEnd);
        Plan plan{pages, fonts, info, objects};
        plan.codes_elsewhere = true;
        plan.left_out.assign(pages.fields.size(), false);
        for (const std::size_t i : own) plan.left_out[i] = true;
        reserve_all(plan);
        for (std::size_t k = 0; k < own.size(); ++k) plan.field[own[k]] = number_of(k);
        plan.code = code;
        write_all(plan);
        shared = objects.fragment();
        page = std::move(plan.page);
        field = std::move(plan.field);
        faces = plan.faces;
        catalog = plan.catalog;
        info_dict = plan.info_dict;
    }
};

Series::Series(const layout::Pages& pages, const PdfFonts& fonts, const PdfInfo& info, std::vector<std::size_t> own)
    : impl_(new Impl{pages, fonts.impl(), info, std::move(own), {}, {}, {}, {}}) {
    impl_->write_shared();
}
Series::~Series() = default;

std::string Series::write(std::span<const std::string> values, std::string_view key, std::string_view mark) const {
    const Impl& m = *impl_;
    Objects objects(kFirstNumber);
    Plan plan{m.pages, m.fonts, m.info, objects};
    plan.faces = m.faces;
    plan.page = m.page;
    plan.field = m.field;
    include_prepared(plan, objects);
    objects.include(m.shared);
    Buffer scratch;
    for (std::size_t k = 0; k < m.own.size(); ++k) {
        if (objects.reserve() != m.number_of(k)) throw std::logic_error("internal error: numbers of a series");
        const bool hidden = m.pages.fields[m.own[k]].field.kind == markup::FieldKind::hidden;
        (hidden ? write_hidden_field : write_text_field)(plan, m.own[k], values[k], scratch);
    }
    plan.code = m.code;
    for (std::size_t i = 0; i < m.code.size(); ++i) {
        if (m.code[i] == 0) continue;
        if (objects.reserve() != m.code[i]) throw std::logic_error("internal error: numbers of a series");
        write_page_code(plan, i, key, scratch);
    }
    return save_marked(objects, m.catalog, m.info_dict, mark);
}

}  // namespace dossier::pdf
