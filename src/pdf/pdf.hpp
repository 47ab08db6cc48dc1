#pragma once
/// Pages -> the bytes of one PDF 1.7 file: tagged (PDF/UA-1), archival (PDF/A-2a), with fillable fields. Same input, same
/// bytes: the file id is a hash of the content, dates come from the caller only.

#include "layout/layout.hpp"

#include <memory>
#include <string>

namespace dossier::pdf {

/// What the file says about itself besides its title, subject and language, which the pages carry.
struct PdfInfo {
    std::string author;       ///< may be ""
    std::string creator;      ///< "dossier 0.1.0"
    std::string created;      ///< "2025-08-01", or "": the file then has no date
    std::string document_id;  ///< shown in XMP as dc:identifier; may be ""
};

/// `layout::Fonts` as PDF objects, compressed once. Takes some milliseconds; immutable, may be shared by threads.
/// Borrows nothing from `fonts` after construction.
class PdfFonts {
public:
    explicit PdfFonts(const layout::Fonts& fonts);
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

/// The file. `pages` must have been laid out with the fonts that `fonts` was made from. Refuses nothing: what cannot be in a form
/// is reported by `markup` and `layout`. Want of memory is std::bad_alloc, wherever it strikes; the thread can go on after it.
[[nodiscard]] std::string write_pdf(const layout::Pages& pages, const PdfFonts& fonts, const PdfInfo& info);

}  // namespace dossier::pdf
