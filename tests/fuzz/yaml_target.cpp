/// Any bytes at all as dossier.yaml, as manifest and as style of forms: never a crash, a dossier exactly when there is no error, and every
/// diagnostic inside the file. What the short way accepts, the library reads as the same tree.

#include "check/check.hpp"
#include "yaml/yaml.hpp"
#include "yaml/tree.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

void expect(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void expect_sound(const dossier::Diagnostics& diagnostics, const dossier::Source& source) {
    for (const dossier::Diagnostic& d : diagnostics.all()) {
        expect(d.location.source == &source, "a diagnostic has a place in the file");
        expect(d.location.begin <= d.location.end && d.location.end <= source.text.size(), "a place is inside the file");
        expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
    }
    expect(!dossier::first_invalid_utf8(dossier::report(diagnostics)), "the report is UTF-8");
}

void expect_same_tree(const dossier::Source& source) {
    namespace yaml = dossier::yaml;
    dossier::Diagnostics diagnostics;
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
void expect_sound_format(const dossier::Source& source) {
    dossier::Diagnostics diagnostics;
    const auto text = dossier::yaml::format_dossier(source, diagnostics);
    expect(text.has_value() != diagnostics.has_errors(), "a formatted text exactly when there is no error");
    expect_sound(diagnostics, source);
    if (!text) return;
    const dossier::Source once{"dossier.yaml", *text};
    const auto twice = dossier::yaml::format_dossier(once, diagnostics);
    expect(twice && *twice == *text, "formatting twice changes nothing more");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const dossier::Source source{"dossier.yaml", std::string(reinterpret_cast<const char*>(data), size)};
    expect_same_tree(source);
    dossier::Diagnostics diagnostics;
    const auto dossier = dossier::yaml::read_dossier(source, diagnostics);
    expect(dossier.has_value() != diagnostics.has_errors(), "a dossier exactly when there is no error");
    if (dossier) dossier::check::check_dossier(*dossier, diagnostics);
    diagnostics.sort();
    expect_sound(diagnostics, source);

    expect_sound_format(source);

    dossier::Diagnostics of_manifest;
    (void)dossier::yaml::read_manifest(source, of_manifest);
    of_manifest.sort();
    expect_sound(of_manifest, source);

    dossier::Diagnostics of_style;
    (void)dossier::yaml::read_formulierstijl(source, of_style);
    of_style.sort();
    expect_sound(of_style, source);
    return 0;
}
