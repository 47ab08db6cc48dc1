#include "layout/shape_words.hpp"

#include "layout/hyphens.hpp"

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace dossier::layout {
namespace {

constexpr std::size_t kMostCached = 60'000;
constexpr std::size_t kLongestHyphenated = 60;
constexpr std::size_t kLeast = 3;  ///< letters before and after a hyphen

/// The face that sets `c` in text of `face`: itself, the regular face, or a fallback.
Face face_for(const Fonts& fonts, Face face, char32_t c) {
    if (fonts.face(face).glyph(c) != 0) return face;
    if (fonts.face(Face::regular).glyph(c) != 0) return Face::regular;
    return face == Face::bold ? Face::fallback_bold : Face::fallback;
}

/// Of Latin-1, which is what the hyphenation patterns know.
bool is_latin_letter(char32_t c) { return is_letter(c) || (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7); }

/// The characters of a word, composed, and the breaks that the writer put in.
struct Characters {
    std::u32string text;
    std::vector<WordBreak> breaks;  ///< counted in characters
};

/// Readers have put the dossier in one spelling already (unicode::normalised); the words of a template come as they were typed.
Characters decode(std::string_view word, const Fonts& fonts) {
    Characters out;
    for (std::size_t at = 0; at < word.size();) {
        char32_t c = decode_utf8(word, at);
        if (const std::string_view letters = unicode::letters_of(c); !letters.empty()) {  // they are read and searched as letters
            out.text.append(letters.begin(), letters.end());
            continue;
        }
        if (c == 0x2010 || c == 0x2011) c = '-';
        if (c == 0xAD || c == 0x200B) {
            if (!out.text.empty()) out.breaks.push_back({static_cast<std::uint16_t>(out.text.size()), c == 0xAD});
            continue;
        }
        // A mark that its letter cannot be composed with, or only to what no font has, is drawn over it.
        const bool mark = unicode::is_mark(c) && !out.text.empty();
        if (const auto one = mark ? unicode::composed(out.text.back(), c) : std::nullopt; one && fonts.covers(*one)) {
            out.text.back() = *one;
            continue;
        }
        out.text += c;
    }
    return out;
}

/// Adds a break after each - and / between letters or digits, and inside long web addresses.
void add_natural_breaks(Characters& word) {
    const std::u32string& t = word.text;
    const bool address = t.find(U"://") != std::u32string::npos || t.find(U'@') != std::u32string::npos || t.starts_with(U"www.");
    for (std::size_t i = 1; i + 1 < t.size(); ++i) {
        const bool inside = (is_latin_letter(t[i - 1]) || is_digit(t[i - 1])) && (is_latin_letter(t[i + 1]) || is_digit(t[i + 1]));
        const bool dash = t[i] == '-' || t[i] == 0x2013 || t[i] == 0x2014;
        const bool joint = address ? t[i] == '/' || t[i] == '.' || t[i] == '-' || t[i] == '@' : t[i] == '/' || dash;
        // A code such as B1-K1-W1 stays whole, and so does "e-commerce".
        const bool code = dash && (is_digit(t[i - 1]) || i < 2);
        if (joint && (inside || (address && t[i] == '/')) && !code) word.breaks.push_back({static_cast<std::uint16_t>(i + 1), false});
    }
}

/// Adds the breaks of Dutch hyphenation within t[begin, end), which are all letters.
void hyphenate(const Fonts::Impl& fonts, Characters& word, std::size_t begin, std::size_t end) {
    const std::size_t n = end - begin;
    if (n < kLeast + kLeast || n > kLongestHyphenated) return;
    char letters[kLongestHyphenated + 1];
    char marks[kLongestHyphenated + 6];
    for (std::size_t i = 0; i < n; ++i) {
        char32_t c = word.text[begin + i];
        if (is_upper(c) || (c >= 0xC0 && c <= 0xDE)) c += 0x20;
        letters[i] = static_cast<char>(static_cast<std::uint8_t>(c));
    }
    letters[n] = '\0';
    char** rep = nullptr;
    int* pos = nullptr;
    int* cut = nullptr;
    const int failed = hnj_hyphen_hyphenate2(fonts.hyphens->dictionary(), letters, static_cast<int>(n), marks, nullptr, &rep, &pos, &cut);
    for (std::size_t i = 0; !failed && i + 1 < n; ++i) {
        if (!(marks[i] & 1) || i + 1 < kLeast || n - i - 1 < kLeast) continue;
        if (rep && rep[i]) continue;  // the spelling would change
        const auto next = static_cast<std::uint8_t>(letters[i + 1]);
        // Dutch drops the trema at a break; rather than respell the word it is not broken there.
        if (next == 0xE4 || next == 0xEB || next == 0xEF || next == 0xF6 || next == 0xFC) continue;
        word.breaks.push_back({static_cast<std::uint16_t>(begin + i + 1), true});
    }
    if (rep)
        for (std::size_t i = 0; i + 1 < n; ++i) std::free(rep[i]);
    std::free(rep);
    std::free(pos);
    std::free(cut);
}

void add_hyphens(const Fonts::Impl& fonts, Characters& word) {
    const std::u32string& t = word.text;
    if (t.find(U"://") != std::u32string::npos || t.find(U'@') != std::u32string::npos || t.starts_with(U"www.")) return;
    for (std::size_t begin = 0; begin < t.size();) {
        if (!is_latin_letter(t[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        bool capitals = true;
        while (end < t.size() && is_latin_letter(t[end])) {
            capitals = capitals && !is_lower(t[end]);
            ++end;
        }
        const bool mixed = end < t.size() && is_digit(t[end]);
        if (!capitals && !mixed) hyphenate(fonts, word, begin, end);
        begin = end;
    }
}

/// Shapes t[begin, end) in `face` and appends; `at` receives, per character, the glyph that begins it;
/// `buffer` is room to work in.
void shape_segment(const Fonts::Impl& fonts, Face face, const std::u32string& t, std::size_t begin, std::size_t end, Word& out,
                   std::vector<std::uint16_t>& at, hb_buffer_t* buffer) {
    static const hb_feature_t kFeatures[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END}, {HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'c', 'm', 'p'), 0, 0, HB_FEATURE_GLOBAL_END}, {HB_TAG('l', 'o', 'c', 'l'), 0, 0, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'a', 'l', 't'), 0, 0, HB_FEATURE_GLOBAL_END}, {HB_TAG('k', 'e', 'r', 'n'), 1, 0, HB_FEATURE_GLOBAL_END}};
    const Shaper& shaper = fonts.shapers[static_cast<std::size_t>(face)];
    const FontFace& font = fonts.faces[static_cast<std::size_t>(face)];
    hb_buffer_clear_contents(buffer);
    for (std::size_t i = begin; i < end; ++i) hb_buffer_add(buffer, t[i], static_cast<unsigned>(i));
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string("nl", 2));
    hb_shape(shaper.font, buffer, kFeatures, std::size(kFeatures));
    unsigned count = 0;
    const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* place = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
        const std::uint16_t id = info[i].codepoint < shaper.subset_glyph.size() ? shaper.subset_glyph[info[i].codepoint] : std::uint16_t{0};
        if (id == 0) {
            if (out.missing == 0) out.missing = t[info[i].cluster];
            continue;
        }
        const auto advance = static_cast<std::int16_t>(std::lround(place[i].x_advance * shaper.scale));
        const auto kern = static_cast<std::int16_t>(advance - static_cast<std::int16_t>(font.advance[id]));
        if (at[info[i].cluster] == 0xFFFF) at[info[i].cluster] = static_cast<std::uint16_t>(out.glyphs.size());
        out.glyphs.push_back({id, face, kern, advance});
        out.width += advance;
    }
}

Word shape(const Fonts& fonts, Face face, std::string_view text, hb_buffer_t* buffer) {
    Characters word = decode(text, fonts);
    add_natural_breaks(word);
    add_hyphens(fonts.impl(), word);
    const std::u32string& t = word.text;
    Word out;
    std::vector<std::uint16_t> at(t.size() + 1, 0xFFFF);
    for (std::size_t begin = 0; begin < t.size();) {
        const Face used = face_for(fonts, face, t[begin]);
        std::size_t end = begin + 1;
        while (end < t.size() && face_for(fonts, face, t[end]) == used) ++end;
        if (used != face) {
            for (std::size_t i = begin; i < end && out.missing == 0; ++i)
                if (fonts.face(used).glyph(t[i]) == 0) out.missing = t[i];
        }
        shape_segment(fonts.impl(), used, t, begin, end, out, at, buffer);
        begin = end;
    }
    std::sort(word.breaks.begin(), word.breaks.end(),
              [](WordBreak a, WordBreak b) { return a.glyphs != b.glyphs ? a.glyphs < b.glyphs : a.hyphen < b.hyphen; });
    for (const WordBreak b : word.breaks) {
        if (b.glyphs >= t.size() || at[b.glyphs] == 0xFFFF || at[b.glyphs] == 0) continue;
        // One at a place, without hyphen if there is the choice.
        if (out.breaks.empty() || out.breaks.back().glyphs != at[b.glyphs]) out.breaks.push_back({at[b.glyphs], b.hyphen});
    }
    return out;
}

}  // namespace

std::string plain_text(const Fonts& fonts, std::string_view text) {
    std::string out;
    for (const char32_t c : decode(text, fonts).text) append_utf8(out, c);
    return out;
}

const Word& Words::shaped(const Fonts& fonts, Face face, std::string_view text) {
    auto& words = words_[static_cast<std::size_t>(face)];
    if (const auto found = words.find(text); found != words.end()) return found->second;
    return words.emplace(std::string(text), shape(fonts, face, text, buffer_.get())).first->second;
}

void Words::trim() {
    std::size_t kept = 0;
    for (const auto& words : words_) kept += words.size();
    if (kept <= kMostCached) return;
    for (auto& words : words_) words.clear();
}

}  // namespace dossier::layout
