#pragma once
/// Why a PDF gives no text, in words. Private to `pdftext`.

#include "base/base.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::pdftext {

struct Failure {
    std::string code;
    Message message;
    std::vector<Message> hints;
    bool of_helper = false;
};

/// What an answer of pdftext/protocol.hpp that is about the PDF refuses; nullopt where `text` has words. `kind` is its letter, `text` what
/// comes after that.
[[nodiscard]] std::optional<Failure> refusal(char kind, std::string_view text);

/// Says it of `pdf`. The bytes of a PDF make no line to show: the place is the file.
void report(Failure failure, const Source& pdf, Diagnostics& diagnostics);

}  // namespace dossier::pdftext
