#include "pdfform/helper/serve.hpp"

#include "acroform/acroform.hpp"
#include "cms/cms.hpp"
#include "filled/filled.hpp"
#include "pdfform/codec.hpp"
#include "pdfform/protocol.hpp"
#include "sandbox/sandbox.hpp"
#include "served/serve.hpp"

#include <algorithm>
#include <string>

namespace dossier::pdfform {
namespace {

/// A form takes some milliseconds and megabytes; a bundle of two thousand pages, 12 MiB, takes four seconds and 760 MiB.
sandbox::Bounds bounds_for(std::uint64_t size) {
    const std::uint64_t megabytes = size >> 20;
    return {.seconds = std::min<std::uint64_t>(3 + megabytes / 2, 20), .bytes = std::min<std::uint64_t>(512 + 64 * megabytes, 2048) << 20};
}

/// The answer about `pdf`; "" if this system cannot even give one.
std::string answer(const std::string& pdf) {
    auto told = served::in_sandbox(bounds_for(pdf.size()), kMostAnswer - kGreeting.size(), [&pdf] {
        acroform::read_form(pdf, [](const filled::FilledPdf& read) {
            served::reply(kForm + encode(read));
            served::finish();
        });
    });
    return told ? std::move(*told).answer() : std::string();
}

}  // namespace

int serve() {
    cms::prepare();
    return served::serve(kProtocol, answer);
}

}  // namespace dossier::pdfform
