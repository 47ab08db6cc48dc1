#pragma once
/// One reading of a PDF by libqpdf: what its fields and its metadata say. Signatures are not checked here.

#include "filled/filled.hpp"

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::acroform {

/// Thrown when a form has more than kMost... of something.
struct TooMuch : std::runtime_error {
    TooMuch() : std::runtime_error("too much") {}
};

/// A field that is signed, with its signature dictionary.
struct Signed {
    std::string field;
    QPDFObjectHandle dictionary;
};

struct Document {
    std::unique_ptr<QPDF> pdf;  ///< borrows the bytes that were read
    filled::FilledPdf form;
    std::vector<Signed> signatures;
};

/// Opens `bytes` and reads all but what the signatures are worth. `pdf` is null when they could not be opened; the condition says
/// why. Throws TooMuch and std::bad_alloc.
[[nodiscard]] Document read_document(std::string_view bytes);

/// Adds the fields of `pdf`: those of its form, and those that only stand on a page. Counts the pages.
void read_fields(Document& document);
/// Adds identifier and title.
void read_metadata(Document& document);
/// What each signature is worth. `bytes` are those that `document` was read from.
[[nodiscard]] std::vector<filled::Signature> check_signatures(const Document& document, std::string_view bytes);

}  // namespace dossier::acroform
