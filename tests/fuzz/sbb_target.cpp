/// Any bytes at all as the XML of SBB: a dossier exactly when there is no error; it can be written as YAML, as own XML and as
/// SBB XML again, and SBB XML gives back what it was made from, or says that it does not.

#include "sbb/sbb.hpp"
#include "sound.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dossier;
    const Source source{"sbb.xml", std::string(reinterpret_cast<const char*>(data), size)};
    Diagnostics diagnostics;
    const auto dossier = sbb::import_sbb(source, diagnostics);
    fuzz::expect(dossier.has_value() != diagnostics.has_errors(), "a dossier exactly when there is no error");
    fuzz::expect_sound(diagnostics, source);
    if (!dossier) return 0;
    const std::string yaml = yaml::write_yaml(*dossier);
    fuzz::expect(!first_invalid_utf8(yaml), "the YAML is UTF-8");
    Diagnostics told;
    const Source written{"again.xml", sbb::write_sbb(*dossier, told)};
    Diagnostics again;
    const auto back = sbb::import_sbb(written, again);
    fuzz::expect(back.has_value(), "what is written can be imported");
    const auto& all = told.all();
    const bool says_so =
        std::any_of(all.begin(), all.end(), [](const Diagnostic& d) { return d.code == "sbb-not-exact" || d.code == "sbb-not-carried"; });
    fuzz::expect(says_so || yaml::write_yaml(*back) == yaml, "the same dossier comes back");
    return 0;
}
