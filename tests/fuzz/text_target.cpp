/// Any bytes at all as the text of a published dossier: every line is accounted for, and what is read can be written.

#include "published/published.hpp"
#include "sound.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

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
    fuzz::expect(!first_invalid_utf8(yaml::write_yaml(read->dossier)), "the YAML is UTF-8");
    return 0;
}
