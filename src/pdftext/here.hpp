#pragma once
/// The text of a PDF by poppler in this very program: for a shell that is in a sandbox itself, as a page in a browser is. Others have
/// pdftext.hpp.

#include "core/input.hpp"

#include <optional>
#include <string>

namespace dossier::pdftext {

class Here : public core::PdfText {
public:
    [[nodiscard]] std::optional<std::string> read(const Source& pdf, Diagnostics& diagnostics) override;
};

}  // namespace dossier::pdftext
