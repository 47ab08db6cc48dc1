/// Any bytes at all as a filled-in form: what is read is UTF-8 and within its bounds, whatever is wrong has a message, the bytes of the
/// protocol give the same form back; and any bytes at all as an answer of the protocol.

#include "acroform/acroform.hpp"
#include "pdfform/codec.hpp"
#include "sound.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dossier;
    const Source source{"formulier.pdf", std::string(reinterpret_cast<const char*>(data), size)};
    const filled::FilledPdf form = acroform::read_form(source.text);
    fuzz::expect(form.condition != filled::Condition::unread, "something is known of the file");
    fuzz::expect(form.condition != filled::Condition::form || !form.fields.empty(), "a form has fields");
    fuzz::expect(!first_invalid_utf8(filled::dump(form)), "all text is UTF-8");
    const auto again = pdfform::decode(pdfform::encode(form));
    fuzz::expect(again == form, "the protocol gives the same form back");
    Diagnostics diagnostics;
    filled::report(form, source, diagnostics);
    fuzz::expect(diagnostics.all().empty() == (form.condition == filled::Condition::form), "what is wrong is told");
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
    const auto answer = pdfform::decode(source.text);
    fuzz::expect(!answer || pdfform::encode(*answer) == source.text, "an answer has one spelling");
    return 0;
}
