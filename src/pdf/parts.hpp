#pragma once
/// The parts of one file. Each writes its own objects; `Plan` holds the object numbers that they refer to each other by.

#include "pdf/fonts_impl.hpp"

#include <vector>

namespace dossier::pdf {

struct Plan {
    const layout::Pages& pages;
    const PdfFonts::Impl& fonts;
    const PdfInfo& info;
    Objects& objects;

    std::array<bool, layout::kFaces> faces{};  ///< used
    std::vector<int> page;      ///< by page
    std::vector<int> element;   ///< by structure element
    std::vector<int> field;     ///< by field: its widget
    std::vector<int> link;      ///< by link
    std::vector<int> image;     ///< by picture
    int page_tree = 0, structure = 0, resources = 0, acro_form = 0, outlines = 0, metadata = 0, info_dict = 0;

    /// Key in the parent tree: pages first, then widgets, then links.
    [[nodiscard]] int field_key(std::size_t i) const { return static_cast<int>(pages.pages.size() + i); }
    [[nodiscard]] int link_key(std::size_t i) const { return static_cast<int>(pages.pages.size() + pages.fields.size() + i); }
};

void write_pages(Plan& plan);
void write_structure(Plan& plan);
/// Widgets, the fields above them, AcroForm.
void write_fields(Plan& plan);
void write_links(Plan& plan);
void write_images(Plan& plan);
void write_bookmarks(Plan& plan);
/// Info and XMP.
void write_metadata(Plan& plan);

}  // namespace dossier::pdf
