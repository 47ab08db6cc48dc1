/// Two dossiers, the second behind "=== nu", or two texts. The list is its own mirror, nothing is lost in it, and a dossier has not changed
/// from itself.

#include "diff/diff.hpp"
#include "parts.hpp"
#include "sound.hpp"
#include "yaml/yaml.hpp"

#include <cstdint>
#include <string>
#include <tuple>

namespace {

using namespace dossier;
using diff::Stuk;
using diff::Verschil;
using diff::Wijziging;

/// The old or the new text as the pieces have it: of white space that both have, in another kind, only the new one is kept.
std::string side(const std::vector<Stuk>& pieces, Stuk::Soort left_out) {
    std::string out;
    for (const Stuk& s : pieces)
        if (s.soort != left_out)
            for (const char c : s.tekst)
                if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += c;
    return out;
}

void expect_words(const std::string& old, const std::string& now) {
    const auto pieces = diff::compare_words(old, now);
    const std::vector<Stuk> whole_old{{Stuk::Soort::gelijk, old}}, whole_now{{Stuk::Soort::gelijk, now}};
    fuzz::expect(side(pieces, Stuk::Soort::nieuw) == side(whole_old, Stuk::Soort::weg), "the pieces have all of the old text");
    fuzz::expect(side(pieces, Stuk::Soort::weg) == side(whole_now, Stuk::Soort::weg), "the pieces have all of the new text");
    for (const Stuk& s : pieces) fuzz::expect(!s.tekst.empty(), "a piece says something");
}

using Counts = std::vector<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, std::size_t, std::size_t>>;

Counts counts(const Verschil& v, bool mirrored) {
    Counts out;
    for (const diff::Telling& t : v.telling)
        out.emplace_back(mirrored ? t.vervallen : t.nieuw, mirrored ? t.nieuw : t.vervallen, t.verplaatst, t.hernummerd, t.gewijzigd,
                         t.gelijk);
    return out;
}

void expect_list(const Verschil& v) {
    for (std::size_t i = 0; i < v.alles.size(); ++i) {
        const int above = v.alles[i].ouder;
        fuzz::expect(above < static_cast<int>(i) && (above >= 0) == (i > 0), "parents come before children");
    }
    const std::string text = diff::write_text(v, {}, {"oud", "nieuw"});
    fuzz::expect(!first_invalid_utf8(text), "the list is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto files = fuzz::parts({reinterpret_cast<const char*>(data), size});
    if (files.size() < 2) files.emplace_back("nu", files.front().second.substr(files.front().second.size() / 2));
    const Source old_file{"oud.yaml", files[0].second}, now_file{"nieuw.yaml", files[1].second};
    if (!first_invalid_utf8(old_file.text) && !first_invalid_utf8(now_file.text)) expect_words(old_file.text, now_file.text);
    Diagnostics diagnostics;
    const auto old = yaml::read_dossier(old_file, diagnostics);
    const auto now = yaml::read_dossier(now_file, diagnostics);
    if (old) fuzz::expect(diff::compare(*old, *old).gelijk(), "a dossier has not changed from itself");
    if (!old || !now) return 0;
    const Verschil there = diff::compare(*old, *now), back = diff::compare(*now, *old);
    fuzz::expect(counts(there, false) == counts(back, true), "the way back is the mirror of the way there");
    fuzz::expect(there.gelijk() == back.gelijk(), "what has not changed has not changed either way");
    expect_list(there);
    expect_list(back);
    return 0;
}
