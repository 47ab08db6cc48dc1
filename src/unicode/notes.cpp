#include "unicode/unicode.hpp"

#include <algorithm>

namespace dossier::unicode {
namespace {

struct Wording {
    std::string_view code;
    Pattern<0> one, many;
    Pattern<0> read_as;
};

/// In the order of Change.
constexpr Wording kWordings[] = {
    {"accent-apart", say("letter whose accent stands apart (NFD)"), say("letters whose accent stands apart (NFD)"), say("read as one")},
    {"ligature", say("ligature"), say("ligatures"), say("read as letters")},
    {"typographic-space", say("narrow no-break space"), say("narrow no-break spaces"), say("read as U+00A0")},
    {"typographic-space", say("typographic space"), say("typographic spaces"), say("read as a space")},
    {"soft-hyphen", say("soft hyphen"), say("soft hyphens"), say("left out: documents are hyphenated without")},
    {"invisible-character", say("invisible character"), say("invisible characters"), say("left out")},
};
static_assert(std::size(kWordings) == kChanges);

/// "U+0065 U+0301".
std::string names_of(std::string_view characters) {
    std::string out;
    for (std::size_t at = 0; at < characters.size();) out += (out.empty() ? "" : " ") + code_point_name(decode_utf8(characters, at));
    return out;
}

/// To `characters`, where they stand in the source as they are.
Location narrowed(Location at, std::string_view characters) {
    if (at.source == nullptr) return at;
    const std::size_t found = at.source->text.find(characters, at.begin);
    if (found == std::string::npos || found >= at.end) return at;
    return {at.source, static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + characters.size())};
}

}  // namespace

void Normaliser::find_unwanted(std::string_view text, Location at, Bullets bullets) {
    constexpr std::size_t kMost = 1000;
    const std::size_t before = unwanted_.size();
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t c = decode_utf8(text, i);
        if (c < 0x7F || unwanted(c) == Unwanted::no) continue;
        const auto same = [c](const Found& f) { return f.c == c; };  // once for each value
        if (std::any_of(unwanted_.begin() + static_cast<std::ptrdiff_t>(before), unwanted_.end(), same)) continue;
        const bool in_front = trim(text.substr(0, begin).substr(text.substr(0, begin).rfind('\n') + 1)).empty();
        if (bullets == Bullets::read && is_bullet(c) && in_front) continue;
        ++unwanted_count_;
        if (unwanted_.size() == kMost) continue;
        unwanted_.push_back({c, narrowed(at, text.substr(begin, i - begin))});
    }
}

std::string Normaliser::value(std::string_view text, Location at, Bullets bullets) {
    find_unwanted(text, at, bullets);
    Changes changes;
    std::string out = normalised(text, &changes);
    for (std::size_t i = 0; i < kChanges; ++i) {
        const Changes::Kind& kind = changes.kinds[i];
        Seen& seen = seen_[i];
        const bool first = kind.count > 0 && (seen.count == 0 || at.begin < seen.at.begin);
        seen.count += kind.count;
        if (!first) continue;
        seen.first = kind.first;
        seen.at = narrowed(at, kind.first);
    }
    return out;
}

void Normaliser::report(Diagnostics& diagnostics, Severity gravity) const {
    for (const Found& f : unwanted_) {
        const Unwanted kind = unwanted(f.c);
        Message message = say("found the {} {}", name_of(kind), code_point_name(f.c));
        if (gravity == Severity::error) diagnostics.error("unwanted-character", f.at, std::move(message), {remedy_for(kind)});
        else diagnostics.warning("unwanted-character", f.at, std::move(message), {remedy_for(kind)});
    }
    for (std::size_t i = 0; i < kChanges; ++i) {
        if (seen_[i].count == 0) continue;
        const Wording& w = kWordings[i];
        const bool one = seen_[i].count == 1;
        const bool aside = one && !w.one.text().ends_with(')');  // no two brackets in a row
        diagnostics.note(std::string(w.code), seen_[i].at,
                         aside
                             ? say("found {} {} ({}), {}", seen_[i].count, one ? w.one : w.many, names_of(seen_[i].first), w.read_as)
                             : say("found {} {}, here {}, {}", seen_[i].count, one ? w.one : w.many, names_of(seen_[i].first), w.read_as));
    }
}

Unwanted unwanted(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r' ? Unwanted::no : Unwanted::control;
    if (c < 0x7F) return Unwanted::no;
    if (c < 0xA0) return Unwanted::control;
    if (c == 0x2028 || c == 0x2029) return Unwanted::line_separator;
    if (c == 0x61C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return Unwanted::bidi_control;
    if ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE) return Unwanted::noncharacter;
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return Unwanted::private_use;
    if (c == 0xFFFC || c == 0xFFFD) return Unwanted::lost;
    return Unwanted::no;
}

Pattern<0> name_of(Unwanted kind) {
    switch (kind) {
        case Unwanted::no: break;
        case Unwanted::control: return say("control character");
        case Unwanted::line_separator: return say("line separator");
        case Unwanted::bidi_control: return say("bidirectional control");
        case Unwanted::private_use: return say("private-use character");
        case Unwanted::noncharacter: return say("noncharacter");
        case Unwanted::lost: return say("replacement character");
    }
    return say("");
}

Pattern<0> remedy_for(Unwanted kind) {
    switch (kind) {
        case Unwanted::no: break;
        case Unwanted::line_separator: return say("begin a new line instead");
        case Unwanted::private_use: return say("it means something in one font only, often a bullet: write another sign");
        case Unwanted::lost: return say("a character was lost before this file was saved: write it again");
        case Unwanted::control:
        case Unwanted::bidi_control:
        case Unwanted::noncharacter: return say("remove it");
    }
    return say("");
}

std::string code_point_name(char32_t c) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out = "U+";
    for (int shift = c > 0xFFFFF ? 20 : c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 15];
    return out;
}

}  // namespace dossier::unicode
