#include "pdftext/refusal.hpp"

#include "pdftext/protocol.hpp"

#include <algorithm>

namespace dossier::pdftext {
namespace {

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

Failure no_text(std::string_view text) {
    const auto pages = std::count(text.begin(), text.end(), '\f');
    return {"pdf-no-text",
            say("found no text in {}, expected the text of a kwalificatiedossier",
                count_of(static_cast<std::size_t>(pages), say("page"), say("pages"))),
            {say("a scanned document needs text recognition (OCR) first")}};
}

}  // namespace

std::optional<Failure> refusal(char kind, std::string_view text) {
    switch (kind) {
        case damaged: return Failure{"pdf-damaged", say("this PDF is damaged and cannot be read"), {say("get the file once more")}};
        case locked:
            return Failure{"pdf-locked",
                           say("this PDF is locked with a password, expected one that opens without"),
                           {say("save it without password")}};
        case empty: return Failure{"pdf-empty", say("this PDF has no pages"), {}};
        case too_many_pages: return Failure{"pdf-too-large", say("this PDF has more than {} pages", kMostPages), {}};
        case too_much_text: return Failure{"pdf-too-large", say("this PDF has more than {} MiB of text", kMostText >> 20), {}};
        default: return has_words(text) ? std::nullopt : std::optional(no_text(text));
    }
}

void report(Failure failure, const Source& pdf, Diagnostics& diagnostics) {
    diagnostics.error(std::move(failure.code), {}, say("{}: {}", pdf.name, std::move(failure.message)), std::move(failure.hints));
}

}  // namespace dossier::pdftext
