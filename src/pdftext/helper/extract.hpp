#pragma once
#include <string>

namespace dossier::pdftext {

/// Loads what poppler would otherwise open later: tables of character sets. Call before `lock_in`.
void prepare_extract();

/// The answer about the bytes of a PDF, as pdftext/protocol.hpp has it. Opens no file.
[[nodiscard]] std::string extract(const std::string& bytes);

}  // namespace dossier::pdftext
