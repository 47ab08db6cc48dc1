#include "pdf/pdf.hpp"

#include "pdf/parts.hpp"
#include "pdf/syntax.hpp"

namespace dossier::pdf {
namespace {

std::array<bool, layout::kFaces> used_faces(const layout::Pages& pages) {
    std::array<bool, layout::kFaces> used{};
    for (const layout::Page& p : pages.pages) {
        for (const layout::Run& r : p.runs) used[static_cast<std::size_t>(r.face)] = true;
        for (const layout::Artifact& a : p.artifacts) used[static_cast<std::size_t>(a.run.face)] = true;
    }
    for (const layout::PlacedField& f : pages.fields)
        if (!f.field.value.empty() && f.page >= 0) used[0] = true;
    return used;
}

void reserve(std::vector<int>& numbers, std::size_t count, Objects& objects) {
    numbers.reserve(count);
    for (std::size_t i = 0; i < count; ++i) numbers.push_back(objects.reserve());
}

void write_catalog(Plan& plan) {
    Buffer& out = plan.objects.begin(plan.catalog);
    ref(out += "/Type/Catalog/Pages ", plan.page_tree);
    out += "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>";
    text_string(out += "/Lang", plan.pages.lang);
    ref(out += "/StructTreeRoot ", plan.structure);
    ref(out += "/Metadata ", plan.metadata);
    ref(out += "/OutputIntents[", plan.fonts.output_intent);
    out += ']';
    if (plan.outlines) ref(out += "/PageMode/UseOutlines/Outlines ", plan.outlines);
    if (plan.acro_form) ref(out += "/AcroForm ", plan.acro_form);
    plan.objects.end();
}

void write_codes(Plan& plan) {
    Buffer scratch;
    for (std::size_t i = 0; i < plan.code.size(); ++i)
        if (plan.code[i] != 0) write_page_code(plan, i, plan.pages.pages[i].code_key, scratch);
}

}  // namespace

void include_prepared(const Plan& plan, Objects& objects) {
    const PdfFonts::Impl& prepared = plan.fonts;
    const bool fields = !plan.pages.fields.empty();
    for (std::size_t i = 0; i < layout::kFaces; ++i)
        if (plan.faces[i] || (i == 0 && fields)) objects.include(prepared.faces[i]);
    if (fields) objects.include(prepared.field);
    objects.include(prepared.intent);
}

void reserve_all(Plan& plan) {
    Objects& objects = plan.objects;
    const layout::Pages& pages = plan.pages;
    plan.faces = used_faces(pages);
    plan.catalog = objects.reserve();
    plan.info_dict = objects.reserve();
    plan.page_tree = objects.reserve();
    plan.resources = objects.reserve();
    plan.metadata = objects.reserve();
    plan.structure = objects.reserve();
    if (!pages.bookmarks.empty()) plan.outlines = objects.reserve();
    if (!pages.fields.empty()) plan.acro_form = objects.reserve();
    reserve(plan.page, pages.pages.size(), objects);
    reserve(plan.element, pages.elements.size(), objects);
    plan.field.resize(pages.fields.size());
    for (std::size_t i = 0; i < plan.field.size(); ++i)
        if (plan.left_out.empty() || !plan.left_out[i]) plan.field[i] = objects.reserve();
    reserve(plan.link, pages.links.size(), objects);
    reserve(plan.image, pages.images.size(), objects);
    plan.code.resize(pages.pages.size());
    for (std::size_t i = 0; i < pages.pages.size(); ++i)
        if (!plan.codes_elsewhere && !pages.pages[i].code_text.empty()) plan.code[i] = objects.reserve();
}

void write_all(Plan& plan) {
    write_pages(plan);
    if (!plan.codes_elsewhere) write_codes(plan);
    write_structure(plan);
    write_fields(plan);
    write_links(plan);
    write_images(plan);
    write_bookmarks(plan);
    write_metadata(plan);
    write_catalog(plan);
}

std::string write_pdf(const layout::Pages& pages, const PdfFonts& fonts, const PdfInfo& info, std::span<const FieldValue> values,
                      std::string_view mark) {
    Objects objects(kFirstNumber);
    Plan plan{pages, fonts.impl(), info, objects};
    plan.values = values;
    reserve_all(plan);
    include_prepared(plan, objects);
    write_all(plan);
    return save_marked(objects, plan.catalog, plan.info_dict, mark);
}

}  // namespace dossier::pdf
