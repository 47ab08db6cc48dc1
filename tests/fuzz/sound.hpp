#pragma once
/// What every fuzz target holds its reader to.

#include "base/base.hpp"

#include <cstdio>
#include <cstdlib>

namespace dossier::fuzz {

inline void expect(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

/// Each diagnostic says something and has a place in `source`.
inline void expect_sound(const Diagnostics& diagnostics, const Source& source) {
    for (const Diagnostic& d : diagnostics.all()) {
        expect(d.location.source == &source, "a diagnostic has a place in the file");
        expect(d.location.begin <= d.location.end && d.location.end <= source.text.size(), "a place is inside the file");
        expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
    }
    expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
}

}  // namespace dossier::fuzz
