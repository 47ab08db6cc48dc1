/// Any bytes at all as the text of a published dossier: every line is accounted for, and what is read can be written.

#include "published/published.hpp"
#include "sound.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace dossier;

/// No line is lost in silence: one that was not understood has a warning that covers it, one that is blank has no words, and words that
/// are in the dossier are in its text.
void expect_told(const published::TextImport& read, const Source& source, const Diagnostics& diagnostics) {
    std::vector<bool> told(read.lines.size() + 2, false);
    for (const Diagnostic& d : diagnostics.all()) {
        const std::size_t first = position_of(source, d.location.begin).line;
        const std::size_t last = position_of(source, d.location.end).line;
        for (std::size_t line = first; line <= last && line < told.size(); ++line) told[line] = true;
    }
    for (std::size_t i = 0; i < read.lines.size(); ++i)
        if (read.lines[i] == published::LineUse::unknown) fuzz::expect(told[i + 1], "a line that was not understood is told");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dossier;
    const Source source{"dossier.txt", std::string(reinterpret_cast<const char*>(data), size)};
    Diagnostics diagnostics;
    const auto read = published::import_text(source, diagnostics);
    fuzz::expect(read.has_value() != diagnostics.has_errors(), "a dossier exactly when there is no error");
    fuzz::expect_sound(diagnostics, source);
    if (!read) return 0;
    const auto breaks = static_cast<std::size_t>(std::count(source.text.begin(), source.text.end(), '\n'));
    fuzz::expect(read->lines.size() >= breaks, "every line is accounted for");
    expect_told(*read, source, diagnostics);
    fuzz::expect(!first_invalid_utf8(yaml::write_yaml(read->dossier)), "the YAML is UTF-8");
    return 0;
}
