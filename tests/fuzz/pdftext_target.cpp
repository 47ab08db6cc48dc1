/// Any bytes at all as a PDF to take the text from, without the sandbox that is around it elsewhere: an answer of the protocol, whose text
/// is UTF-8 and no longer than it may be.

#include "pdftext/helper/extract.hpp"
#include "pdftext/protocol.hpp"
#include "sound.hpp"

#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dossier;
    static const bool kReady = (pdftext::prepare_extract(), true);
    (void)kReady;
    const std::string answer = pdftext::extract(std::string(reinterpret_cast<const char*>(data), size));
    fuzz::expect(answer.starts_with(pdftext::kGreeting) && answer.size() > pdftext::kGreeting.size(), "an answer has its greeting");
    const std::string_view rest = std::string_view(answer).substr(pdftext::kGreeting.size() + 1);
    switch (static_cast<pdftext::Answer>(answer[pdftext::kGreeting.size()])) {
        case pdftext::damaged:
        case pdftext::locked:
        case pdftext::empty:
        case pdftext::too_many_pages:
        case pdftext::too_much_text: fuzz::expect(rest.empty(), "an answer without text has none"); break;
        case pdftext::text:
            fuzz::expect(!rest.empty() && rest.size() <= pdftext::kMostText && !first_invalid_utf8(rest),
                         "text is UTF-8, within its bound");
            break;
        default: fuzz::expect(false, "an answer is one of the protocol");
    }
    return 0;
}
