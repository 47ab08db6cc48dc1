/// Any bytes at all as the project's own XML: a dossier exactly when there is no error, and what is read is written the same.

#include "ownxml/ownxml.hpp"
#include "sound.hpp"
#include "yaml/yaml.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dossier;
    const Source source{"dossier.xml", std::string(reinterpret_cast<const char*>(data), size)};
    Diagnostics diagnostics;
    const auto dossier = ownxml::read_xml(source, diagnostics);
    fuzz::expect(dossier.has_value() != diagnostics.has_errors(), "a dossier exactly when there is no error");
    fuzz::expect_sound(diagnostics, source);
    if (!dossier) return 0;
    const Source written{"again.xml", ownxml::write_xml(*dossier)};
    Diagnostics again;
    const auto back = ownxml::read_xml(written, again);
    fuzz::expect(back.has_value(), "what is written can be read");
    fuzz::expect(yaml::write_yaml(*back) == yaml::write_yaml(*dossier), "the same dossier comes back");
    return 0;
}
