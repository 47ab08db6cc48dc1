#include "pdftext/here.hpp"

#include "pdftext/helper/extract.hpp"
#include "pdftext/protocol.hpp"
#include "pdftext/refusal.hpp"

namespace dossier::pdftext {

std::optional<std::string> Here::read(const Source& pdf, Diagnostics& diagnostics) {
    prepare_extract();
    std::string answer = extract(pdf.text);
    const char kind = answer[kGreeting.size()];
    answer.erase(0, kGreeting.size() + 1);
    if (auto why = refusal(kind, answer)) {
        report(std::move(*why), pdf, diagnostics);
        return std::nullopt;
    }
    return answer;
}

}  // namespace dossier::pdftext
