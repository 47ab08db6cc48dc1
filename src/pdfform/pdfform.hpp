#pragma once
/// What filled-in forms say, for shells that run on a system of their own. Neither libqpdf nor OpenSSL is in this program:
/// `dossier-pdfform` has them, a program of its own that reads each form in a sandbox of its own, so that a hostile form can take
/// down, see or falsify nothing, not even what the next form says.

#include "base/base.hpp"
#include "core/input.hpp"
#include "served/served.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace dossier::pdfform {

/// Where the helper of this program is looked for: beside it, then where it is installed.
[[nodiscard]] std::vector<std::filesystem::path> helper_places();

/// Each thread has its own.
class Helper : public core::FormReader {
public:
    /// The first of `places` that is there is the helper.
    explicit Helper(std::vector<std::filesystem::path> places = helper_places());

    /// Starts the helper if it does not run; it ends with this object. It inherits stderr and nothing else.
    [[nodiscard]] filled::FilledPdf read(const Source& pdf, Diagnostics& diagnostics) override;

    /// Whether an error was of the helper, not of a PDF: it is missing, does not start, or says what it should not.
    [[nodiscard]] bool broken() const { return broken_; }

    /// How long one form may take by the clock, for a helper that does nothing at all. Time of a processor is bounded there.
    std::chrono::milliseconds patience{60000};

private:
    [[nodiscard]] filled::FilledPdf ask(const Source& pdf, Message& failure);

    served::Client client_;
    bool broken_ = false;
};

}  // namespace dossier::pdfform
