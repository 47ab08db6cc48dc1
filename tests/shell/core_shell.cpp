/// The smallest shell of the core, as a page in a browser will be one: it is linked with dossier_core and nothing else of the
/// project, and makes every document of a small dossier in memory. Prints what it made.

#include "core/core.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace {

using namespace dossier;

int failed(const Diagnostics& diagnostics) {
    std::fputs(report(diagnostics).c_str(), stderr);
    return 1;
}

/// What `core` says of a PDF in a shell that has no reader for one.
std::string said_of_pdf() {
    const Source pdf{"bron.pdf", "%PDF-1.4\n"};
    Diagnostics diagnostics;
    const core::Imported imported = core::import_dossier(pdf, "", nullptr, diagnostics);
    return imported.dossier ? "" : report(diagnostics);
}

}  // namespace

int main() {
    Diagnostics diagnostics;
    const Source source{"begin.yaml", core::starter("Keuken")};
    const auto dossier = core::read_dossier(source, diagnostics);
    if (!dossier) return failed(diagnostics);
    make::Maker maker;
    if (!maker.prepare({}, diagnostics)) return failed(diagnostics);
    core::Workers one_by_one;
    core::Observer silent;
    const auto built = core::build(maker, *dossier, {}, {"", "core_shell"}, {}, {}, one_by_one, silent, diagnostics);
    if (!built) return failed(diagnostics);
    for (const OutputFile& file : built->files) std::printf("%zu %s\n", file.bytes.size(), file.path.c_str());
    std::fputs(said_of_pdf().c_str(), stdout);
    return 0;
}
