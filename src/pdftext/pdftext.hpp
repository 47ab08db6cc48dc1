#pragma once
/// The text of a PDF for shells that run on a system of their own: lines from top to bottom, empty lines where there is room for
/// one, columns apart by spaces, a form feed after each page. Refuses what is damaged, locked with a password, empty, or only
/// pictures. Poppler is not in this program: `dossier-pdftext` has it, a program of its own in a sandbox (pdftext/helper), so
/// that a hostile file cannot take this one down or see what it sees.

#include "base/base.hpp"
#include "core/input.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dossier::pdftext {

/// Where the helper of this program is looked for: beside it, then where it is installed.
[[nodiscard]] std::vector<std::filesystem::path> helper_places();

class Helper : public core::PdfText {
public:
    /// The first of `places` that is there is the helper.
    explicit Helper(std::vector<std::filesystem::path> places = helper_places()) : places_(std::move(places)) {}

    /// Starts the helper, which inherits stderr and nothing else. Errors are about the file as a whole, without a place in it.
    [[nodiscard]] std::optional<std::string> read(const Source& pdf, Diagnostics& diagnostics) override;

    /// Whether an error was of the helper, not of a PDF: it is missing, does not start, or says what it should not.
    [[nodiscard]] bool broken() const { return broken_; }

    /// How long the helper may take by the clock, for one that does nothing at all.
    std::chrono::milliseconds patience{60000};

private:
    std::vector<std::filesystem::path> places_;
    bool broken_ = false;
};

}  // namespace dossier::pdftext
