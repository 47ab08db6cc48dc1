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

void include_prepared(Plan& plan) {
    const PdfFonts::Impl& prepared = plan.fonts;
    const bool fields = !plan.pages.fields.empty();
    for (std::size_t i = 0; i < layout::kFaces; ++i)
        if (plan.faces[i] || (i == 0 && fields)) plan.objects.include(prepared.faces[i]);
    if (fields) plan.objects.include(prepared.field);
    plan.objects.include(prepared.intent);
}

void write_catalog(Plan& plan, int catalog) {
    Buffer& out = plan.objects.begin(catalog);
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

}  // namespace

std::string write_pdf(const layout::Pages& pages, const PdfFonts& fonts, const PdfInfo& info) {
    Objects objects(kFirstNumber);
    Plan plan{pages, fonts.impl(), info, objects, used_faces(pages), {}, {}, {}, {}, {}};
    const int catalog = objects.reserve();
    plan.info_dict = objects.reserve();
    plan.page_tree = objects.reserve();
    plan.resources = objects.reserve();
    plan.metadata = objects.reserve();
    plan.structure = objects.reserve();
    if (!pages.bookmarks.empty()) plan.outlines = objects.reserve();
    if (!pages.fields.empty()) plan.acro_form = objects.reserve();
    reserve(plan.page, pages.pages.size(), objects);
    reserve(plan.element, pages.elements.size(), objects);
    reserve(plan.field, pages.fields.size(), objects);
    reserve(plan.link, pages.links.size(), objects);
    reserve(plan.image, pages.images.size(), objects);
    include_prepared(plan);

    write_pages(plan);
    write_structure(plan);
    write_fields(plan);
    write_links(plan);
    write_images(plan);
    write_bookmarks(plan);
    write_metadata(plan);
    write_catalog(plan, catalog);
    return objects.save(catalog, plan.info_dict);
}

}  // namespace dossier::pdf
