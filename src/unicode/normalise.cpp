#include "unicode/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <optional>

namespace dossier::unicode {
namespace {

struct Free {
    void operator()(void* p) const { std::free(p); }
};

/// NFC of a short text that is well-formed.
std::string composed(std::string_view text) {
    utf8proc_uint8_t* out = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &out, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> holder(out);
    if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
    if (size < 0) return std::string(text);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

/// Whether `c` may join what stands before it: marks, and the second and third parts of a Korean syllable.
bool joins(char32_t c) {
    if (c < 0x300 || c == 0xFE0E || c == 0xFE0F) return false;
    return is_mark(c) || (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2);
}

struct Replaced {
    Change change;
    std::string_view by;
};

std::optional<Replaced> replaced(char32_t c) {
    if (c == 0xAD) return Replaced{Change::soft_hyphen, ""};
    if (c < 0x2000) return std::nullopt;
    if (const std::string_view letters = letters_of(c); !letters.empty()) return Replaced{Change::ligature, letters};
    if (c == 0x202F || c == 0x2007) return Replaced{Change::no_break_space, "\xC2\xA0"};
    if (c <= 0x200A || c == 0x205F || c == 0x3000) return Replaced{Change::space, " "};
    if (c <= 0x200F || c == 0x2060 || c == 0xFE0E || c == 0xFE0F || c == 0xFEFF) return Replaced{Change::invisible, ""};
    return std::nullopt;
}

/// What most Dutch text beyond Latin-1 is: dashes, quotes, bullets, the ellipsis, the euro.
bool plain_punctuation(char32_t c) { return (c >= 0x2010 && c <= 0x2027) || c == 0x20AC; }

void note(Changes* changes, Change change, std::string_view text, std::size_t begin, std::size_t end) {
    if (changes == nullptr) return;
    Changes::Kind& kind = changes->kinds[static_cast<std::size_t>(change)];
    if (kind.count++ > 0) return;
    kind.first = text.substr(begin, end - begin);
    kind.at = begin;
}

/// After a soft hyphen at `at`: where the word goes on if a line ends here; nullopt if none does.
std::optional<std::size_t> after_line_end(std::string_view text, std::size_t at) {
    const std::size_t line = text.find_first_not_of(" \t\r", at);
    if (line == std::string_view::npos || text[line] != '\n') return std::nullopt;
    const std::size_t next = text.find_first_not_of(" \t", line + 1);
    if (next == std::string_view::npos || text[next] == '\n' || text[next] == '\r') return std::nullopt;
    return next;
}

}  // namespace

bool Changes::any() const {
    return std::any_of(kinds.begin(), kinds.end(), [](const Kind& k) { return k.count > 0; });
}

bool surely_normal(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Most text is ASCII: eight bytes at a time as long as none has its high bit set.
        for (std::uint64_t eight = 0; at + 8 <= text.size(); at += 8) {
            std::memcpy(&eight, text.data() + at, 8);
            if (eight & 0x8080808080808080U) break;
        }
        while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
        if (at == text.size()) break;
        const char32_t c = decode_utf8(text, at);
        if (c < 0xA0 || c == 0xAD || (c >= 0x300 && !plain_punctuation(c))) return false;
    }
    return true;
}

std::string normalised(std::string_view text, Changes* changes) {
    if (surely_normal(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    bool after_change = false, again = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = decode_utf8(text, at);
        if (c == 0xAD && at == text.size()) {
            out += text.substr(begin);
            break;
        }
        if (const auto r = replaced(c)) {
            note(changes, r->change, text, begin, at);
            out += r->by;
            if (c == 0xAD) at = after_line_end(text, at).value_or(at);
            after_change = true;
            continue;
        }
        again = again || (after_change && joins(c));  // now it stands behind another character
        after_change = false;
        bool accent = false;
        for (std::size_t next = at; next < text.size();) {
            if (static_cast<unsigned char>(text[next]) < 0x80 || !joins(decode_utf8(text, next))) break;
            at = next;
            accent = true;
        }
        const std::string_view letter = text.substr(begin, at - begin);
        // Of single characters, only those above have a canonical twin. A malformed byte decodes as U+FFFD.
        if (!accent && (c < 0x340 || plain_punctuation(c) || c == 0xFFFD)) {
            out += letter;
            continue;
        }
        const std::string one = composed(letter);
        if (one != letter) note(changes, Change::accent, text, begin, at);
        out += one;
    }
    return again ? normalised(out, changes) : out;
}

std::string_view letters_of(char32_t ligature) {
    constexpr std::string_view kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return ligature >= 0xFB00 && ligature <= 0xFB06 ? kLetters[ligature - 0xFB00] : std::string_view();
}

std::optional<char32_t> composed(char32_t letter, char32_t mark) {
    std::string two;
    append_utf8(two, letter);
    append_utf8(two, mark);
    const std::string one = composed(two);
    std::size_t at = 0;
    const char32_t c = decode_utf8(one, at);
    return at == one.size() ? std::optional(c) : std::nullopt;
}

bool is_mark(char32_t c) {
    if (c < 0x300) return false;
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

}  // namespace dossier::unicode
