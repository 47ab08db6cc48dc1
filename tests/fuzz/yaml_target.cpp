/// Any bytes at all as dossier.yaml, as manifest and as style of forms: never a crash, a dossier exactly when there is no error, and every
/// diagnostic inside the file. What the short way accepts, the library reads as the same tree.

#include "check/check.hpp"
#include "ownxml/ownxml.hpp"
#include "sound.hpp"
#include "yaml/tree.hpp"
#include "yaml/yaml.hpp"

#include <cstdint>
#include <string>

namespace {

using namespace dossier;
using fuzz::expect;
using fuzz::expect_sound;

void expect_same_tree(const Source& source) {
    Diagnostics diagnostics;
    yaml::Problems problems(source, diagnostics);
    yaml::Tree fast;
    fast.source = &source;
    if (!yaml::check_bytes(problems) || !yaml::parse_blocks(fast)) return;
    yaml::Tree slow;
    slow.source = &source;
    expect(yaml::parse_events(slow, problems) && !problems.any(), "the library reads what the short way reads");
    expect(fast.nodes.size() == slow.nodes.size(), "both trees have the same size");
    for (std::size_t i = 0; i < fast.nodes.size(); ++i) {
        const yaml::Node& a = fast.nodes[i];
        const yaml::Node& b = slow.nodes[i];
        expect(a.kind == b.kind && a.plain == b.plain, "both trees have the same kinds");
        expect(a.begin == b.begin && a.end == b.end, "both trees have the same places");
        expect(a.first == b.first && a.next == b.next, "both trees have the same shape");
        expect(a.text == b.text, "both trees have the same text");
    }
}

/// What can be formatted reads as the same dossier, and is in canonical form then.
void expect_sound_format(const Source& source) {
    Diagnostics diagnostics;
    const auto text = yaml::format_dossier(source, diagnostics);
    expect(text.has_value() != diagnostics.has_errors(), "a formatted text exactly when there is no error");
    expect_sound(diagnostics, source);
    if (!text) return;
    const Source once{"dossier.yaml", *text};
    const auto twice = yaml::format_dossier(once, diagnostics);
    expect(twice && *twice == *text, "formatting twice changes nothing more");
}

/// What is read is written the same as YAML, and comes back the same through XML.
void expect_round_trip(const model::Dossier& dossier) {
    const Source written{"dossier.yaml", yaml::write_yaml(dossier)};
    Diagnostics diagnostics;
    const auto again = yaml::read_dossier(written, diagnostics);
    expect(again && yaml::write_yaml(*again) == written.text, "YAML that is written reads as the same dossier");
    const Source xml{"dossier.xml", ownxml::write_xml(dossier)};
    const auto back = ownxml::read_xml(xml, diagnostics);
    expect(back && yaml::write_yaml(*back) == written.text, "the same dossier comes back through XML");
    const auto formatted = yaml::format_dossier(written, diagnostics);
    expect(!formatted || *formatted == written.text, "what the program writes is in canonical form");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Source source{"dossier.yaml", std::string(reinterpret_cast<const char*>(data), size)};
    expect_same_tree(source);
    Diagnostics diagnostics;
    const auto dossier = yaml::read_dossier(source, diagnostics);
    expect(dossier.has_value() != diagnostics.has_errors(), "a dossier exactly when there is no error");
    if (dossier) check::check_dossier(*dossier, diagnostics);
    if (dossier) expect_round_trip(*dossier);
    diagnostics.sort();
    expect_sound(diagnostics, source);

    expect_sound_format(source);

    Diagnostics of_manifest;
    (void)yaml::read_manifest(source, of_manifest);
    of_manifest.sort();
    expect_sound(of_manifest, source);

    Diagnostics of_style;
    (void)yaml::read_formulierstijl(source, of_style);
    of_style.sort();
    expect_sound(of_style, source);
    return 0;
}
