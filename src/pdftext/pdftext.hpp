#pragma once
/// The text of a PDF as its pages look: lines from top to bottom, empty lines where there is room for one, columns apart by
/// spaces, a form feed after each page. Takes bytes, gives UTF-8, and
/// refuses what is damaged, locked with a password, empty, or only pictures. Poppler runs in a process of its own with bounds
/// on time and memory, so that a hostile file cannot take the program down; what it has to say on stderr is not shown.

#include "base/base.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace dossier::pdftext {

inline constexpr int kMostPages = 2000;
inline constexpr std::size_t kMostText = std::size_t{8} << 20;  ///< bytes

/// Whether the bytes say that they are a PDF.
[[nodiscard]] bool is_pdf(std::string_view bytes);

/// nullopt after an error in `diagnostics`, placed at the start of `pdf`. Not to be called with other threads running.
[[nodiscard]] std::optional<std::string> read_text(const Source& pdf, Diagnostics& diagnostics);

/// The page, from 1, on which byte `at` of such a text is.
[[nodiscard]] std::size_t page_of(std::string_view text, std::size_t at);

}  // namespace dossier::pdftext
