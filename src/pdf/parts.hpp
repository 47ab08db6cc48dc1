#pragma once
/// The parts of one file. Each writes its own objects; `Plan` holds the object numbers that they refer to each other by.

#include "pdf/fonts_impl.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace dossier::pdf {

struct Plan {
    const layout::Pages& pages;
    const PdfFonts::Impl& fonts;
    const PdfInfo& info;
    Objects& objects;

    std::array<bool, layout::kFaces> faces{};  ///< used
    std::vector<int> page{};                   ///< by page
    std::vector<int> element{};                ///< by structure element
    std::vector<int> field{};                  ///< by field: its widget
    std::vector<int> link{};                   ///< by link
    std::vector<int> image{};                  ///< by picture
    std::vector<int> code{};                   ///< by page: the drawing of its code, 0 for a page without
    bool codes_elsewhere = false;              ///< the drawings of codes are written elsewhere
    std::vector<bool> left_out{};              ///< by field: its widget is written elsewhere; empty: none
    std::span<const FieldValue> values{};      ///< in place of those of the fields
    int catalog = 0, page_tree = 0, structure = 0, resources = 0, acro_form = 0, outlines = 0, metadata = 0, info_dict = 0;

    [[nodiscard]] const std::string& value(std::size_t i) const {
        const auto own = std::lower_bound(values.begin(), values.end(), i, [](const FieldValue& v, std::size_t f) { return v.field < f; });
        return own != values.end() && own->field == i ? own->value : pages.fields[i].field.value;
    }
    /// Key in the parent tree: pages first, then widgets, then links.
    [[nodiscard]] int field_key(std::size_t i) const { return static_cast<int>(pages.pages.size() + i); }
    [[nodiscard]] int link_key(std::size_t i) const { return static_cast<int>(pages.pages.size() + pages.fields.size() + i); }
};

/// Gives everything but the fields of `left_out` its number.
void reserve_all(Plan& plan);
/// Everything but the fields of `left_out`.
void write_all(Plan& plan);
/// The fonts that a file needs, and the colour profile.
void include_prepared(const Plan& plan, Objects& objects);

/// Ends the file, with the line of `mark` unless that is "".
[[nodiscard]] std::string save_marked(Objects& objects, int root, int info, std::string_view mark);

void write_pages(Plan& plan);
void write_structure(Plan& plan);
/// The drawing of the code of a page, which says `key` too.
void write_page_code(Plan& plan, std::size_t page, std::string_view key, Buffer& scratch);
/// Widgets, the fields above them, AcroForm.
void write_fields(Plan& plan);
void write_links(Plan& plan);
void write_images(Plan& plan);
void write_bookmarks(Plan& plan);
/// Info and XMP.
void write_metadata(Plan& plan);

}  // namespace dossier::pdf
