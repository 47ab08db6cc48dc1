#pragma once
/// Pages -> the bytes of one PDF 1.7 file: tagged (PDF/UA-1), archival (PDF/A-2a), with fillable fields. Same input, same
/// bytes: the file id is a hash of the content, dates come from the caller only.

#include "layout/layout.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// What is filled in from the start into a text field or a hidden one, instead of what the field itself says.
struct FieldValue {
    std::size_t field = 0;  ///< index in Pages::fields
    std::string value;      ///< of characters that the regular face has
};

/// The file. `pages` must have been laid out with the fonts that `fonts` was made from. Refuses nothing: what cannot be in a form
/// is reported by `markup` and `layout`. Want of memory is std::bad_alloc, wherever it strikes; the thread can go on after it.
/// `values` are in the order of their fields; `mark`: see Series::write.
[[nodiscard]] std::string write_pdf(const layout::Pages& pages, const PdfFonts& fonts, const PdfInfo& info,
                                    std::span<const FieldValue> values = {}, std::string_view mark = {});

/// One form for many people: what all their files share is written and compressed once. Immutable after construction, may be shared
/// by threads. Borrows `pages` and `fonts`.
class Series {
public:
    /// `own` are the text fields and hidden ones that each file has its own value for.
    Series(const layout::Pages& pages, const PdfFonts& fonts, const PdfInfo& info, std::vector<std::size_t> own);
    ~Series();
    Series(const Series&) = delete;
    Series& operator=(const Series&) = delete;

    /// A file with `values`, in the order of `own`. `key` goes into the code of each page (layout::PageCode); may be "". `mark` (ASCII, one line, may be "") becomes a comment behind its first lines,
    /// which `mark_of` finds again until another program writes the file anew.
    [[nodiscard]] std::string write(std::span<const std::string> values, std::string_view key, std::string_view mark) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
/// The mark in the first `kMarkWithin` bytes of a file; "" if there is none.
inline constexpr std::size_t kMarkWithin = 256;
[[nodiscard]] std::string_view mark_of(std::string_view begin);
/// Whether the bytes of a whole file with a mark are as they were made.
[[nodiscard]] bool untouched(std::string_view file);
/// 32 hexadecimal digits, the same on any machine. Against accidents, not against people.
[[nodiscard]] std::string checksum(std::string_view bytes);

}  // namespace dossier::pdf
