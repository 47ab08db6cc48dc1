/// Any bytes at all as the JSON of what people decided of scans, and as what a run noted of an output folder: each is read, or told to be
/// none; a path never leads out of the folder, and what is written reads the same again.

#include "base/problems.hpp"
#include "folder/inventory.hpp"
#include "papier/papier.hpp"
#include "sound.hpp"

#include <cstdint>
#include <string>

namespace {

using namespace dossier;

void expect_decisions(const std::string& bytes) {
    const Source file{"beslissingen.json", bytes};
    papier::Beslissingen out;
    Diagnostics diagnostics;
    papier::read_beslissingen(file, out, diagnostics);
    for (const Diagnostic& d : diagnostics.all()) fuzz::expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
    fuzz::expect(diagnostics.all().size() <= kMostProblems + 1, "problems are bounded");
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
    fuzz::expect(out.unused() == out.size(), "nothing was asked for yet");
}

void expect_inventory(const std::string& bytes) {
    folder::Inventory read;
    const folder::Basis basis = folder::read_inventory(bytes, read);
    for (const auto& [path, made] : read)
        fuzz::expect(!path.empty() && path.front() != '/' && ('/' + path + '/').find("/../") == std::string::npos,
                     "a path stays in the folder");
    const std::string text = folder::inventory_text(read, basis);
    folder::Inventory back;
    const folder::Basis basis_back = folder::read_inventory(text, back);
    // A folder of before 1.0.0 has no hashes, which its lines need.
    fuzz::expect(!bytes.starts_with("dossier 2") || folder::inventory_text(back, basis_back) == text, "the same inventory comes back");
    const folder::State state = folder::read_state(bytes, "x");
    fuzz::expect(state.memo.empty() && state.stamps.empty(), "nobody guesses the key of a state");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    expect_decisions(bytes);
    expect_inventory(bytes);
    return 0;
}
