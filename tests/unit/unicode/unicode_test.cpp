#include "unicode/unicode.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dossier;
using namespace dossier::unicode;

namespace {

struct Result {
    std::string text;
    Changes changes;
};

Result of(std::string_view text) {
    Result r;
    r.text = normalised(text, &r.changes);
    return r;
}

}  // namespace

TEST_CASE("Dutch text stays as it is, without a closer look") {
    for (const std::string_view text :
         {"", "kan", "Hij zei: „één café”, ’s avonds – à € 10,- … • geïnformeerd; ÿ Œ ž ő", "tien\xC2\xA0kilo\nregel twee\n"}) {
        CHECK(surely_normal(text));
        CHECK(normalised(text) == text);
    }
    // A closer look, and nothing to do.
    CHECK_FALSE(surely_normal("≤ 3 ✓ Ω"));
    CHECK(of("≤ 3 ✓ Ω").text == "≤ 3 ✓ Ω");
    CHECK_FALSE(of("≤ 3 ✓ Ω").changes.any());
}

TEST_CASE("a letter and its accent become one character") {
    const Result r = of("Cafe\u0301 met een beperkte geu\u0308rbeleving, \u212Bngstr\u00F6m");
    CHECK(r.text == "Café met een beperkte geürbeleving, Ångström");
    CHECK(r.changes[Change::accent].count == 3);
    CHECK(r.changes[Change::accent].first == "e\u0301");
    CHECK(r.changes[Change::accent].at == 3);
    CHECK(of("e\u0323\u0302").text == "ệ");
    CHECK(of("e\u0302\u0323").text == "ệ");
    CHECK(of("\u1112\u1161\u11AB").text == "한");
    CHECK(of("q\u0301 \u0301").text == "q\u0301 \u0301");  // no such letter, and no letter at all
    CHECK_FALSE(of("q\u0301 \u0301").changes.any());
}

TEST_CASE("ligatures become letters") {
    const Result r = of("e\uFB00ect \uFB01nancieel \uFB02exibel o\uFB03cieel sni\uFB04e be\uFB05 \uFB06");
    CHECK(r.text == "effect financieel flexibel officieel sniffle best st");
    CHECK(r.changes[Change::ligature].count == 7);
}

TEST_CASE("typographic spaces become the two that a line knows") {
    const Result r = of("10\u202F000 \u2007| a\u2000b\u2001c\u2002d\u2003e\u2004f\u2005g\u2006h\u2008i\u2009j\u200Ak\u205Fl\u3000m");
    CHECK(r.text == "10\u00A0000 \u00A0| a b c d e f g h i j k l m");
    CHECK(r.changes[Change::no_break_space].count == 2);
    CHECK(r.changes[Change::space].count == 12);
}

TEST_CASE("what is invisible is left out") {
    const Result r = of("\uFEFFa\u200Bb\u200Cc\u200Dd\u200Ee\u200Ff\u2060g \u2714\uFE0F");
    CHECK(r.text == "abcdefg \u2714");
    CHECK(r.changes[Change::invisible].count == 8);
    CHECK(of("e\u200B\u0301").text == "é");  // what was parted comes together
}

TEST_CASE("a soft hyphen is left out, and joins the halves of a word at the end of a line") {
    const Result r = of("klanten\u00ADservice, be\u00AD\nhandelen, be\u00AD \r\n  handelen");
    CHECK(r.text == "klantenservice, behandelen, behandelen");
    CHECK(r.changes[Change::soft_hyphen].count == 3);
    CHECK(of("a\u00AD\n\nb").text == "a\n\nb");
    // Only the caller knows what comes next.
    CHECK(of("be\u00AD").text == "be\u00AD");
    CHECK_FALSE(of("be\u00AD").changes.any());
}

TEST_CASE("malformed bytes are passed on") {
    for (const std::string_view text : {"a\xFF\xCC", "\xC3", "e\xCC\x81\xCC", "\xED\xA0\x80 \xF4\x90\x80\x80"}) {
        const std::string once = normalised(text);
        CHECK(normalised(once) == once);
    }
    CHECK(normalised("a\xFFz\xCC") == "a\xFFz\xCC");
}

TEST_CASE("normalising twice changes nothing more, and loses no visible letter") {
    const char32_t some[] = {'a',    'e',    ' ',    '\n',   0xE9,   0xAD,    0x300,  0x301,  0x323,  0x30A,
                             0x1EC7, 0x212B, 0x1100, 0x1161, 0x11A8, 0x200B,  0x2009, 0x202F, 0xFB03, 0x2019,
                             0xFEFF, 0x0344, 0x37E,  0x9C7,  0x9BE,  0x1D15E, 0xAC00, 0xA0,   0x20AC, 0xFFFD};
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto n = random() % 9; n > 0; --n) append_utf8(text, some[random() % std::size(some)]);
        const std::string once = normalised(text);
        INFO(text);
        REQUIRE(normalised(once) == once);
        REQUIRE_FALSE(first_invalid_utf8(once));
    }
}

TEST_CASE("one note for each kind and file, at its first place") {
    const Source source{"dossier.yaml", "a: ge\u0301\nb: e\u0301e\u0308 \uFB01\nc: x\u2009y\u202Fz\u2007\u00ADw\u200B\u200B\n"};
    const auto line = [&](std::string_view key, std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(source.text.find(key) + 3);
        return Location{&source, begin, begin + static_cast<std::uint32_t>(text.size())};
    };
    Normaliser n;
    const std::string_view c = "x\u2009y\u202Fz\u2007\u00ADw\u200B\u200B";
    CHECK(n.value(c, line("c: ", c)) == "x y\u00A0z\u00A0w");
    CHECK(n.value("e\u0301e\u0308 \uFB01", line("b: ", "e\u0301e\u0308 \uFB01")) == "éë fi");
    CHECK(n.value("ge\u0301", line("a: ", "ge\u0301")) == "gé");
    Diagnostics d;
    n.report(d, Severity::error);
    d.sort();
    CHECK(report(d) ==
          "dossier.yaml:1:5: note: found 3 letters whose accent stands apart (NFD), here U+0065 U+0301, read as one\n"
          "     1 | a: ge\u0301\n"
          "       |     ^~\n"
          "dossier.yaml:2:9: note: found 1 ligature (U+FB01), read as letters\n"
          "     2 | b: e\u0301e\u0308 \uFB01\n"
          "       |         ^\n"
          "dossier.yaml:3:5: note: found 1 typographic space (U+2009), read as a space\n"
          "     3 | c: x\u2009y\u202Fz\u2007\u00ADw\u200B\u200B\n"
          "       |     ^\n"
          "dossier.yaml:3:7: note: found 2 narrow no-break spaces, here U+202F, read as U+00A0\n"
          "     3 | c: x\u2009y\u202Fz\u2007\u00ADw\u200B\u200B\n"
          "       |       ^\n"
          "dossier.yaml:3:10: note: found 1 soft hyphen (U+00AD), left out: documents are hyphenated without\n"
          "     3 | c: x\u2009y\u202Fz\u2007\u00ADw\u200B\u200B\n"
          "       |          ^\n"
          "dossier.yaml:3:12: note: found 2 invisible characters, here U+200B, left out\n"
          "     3 | c: x\u2009y\u202Fz\u2007\u00ADw\u200B\u200B\n"
          "       |            ^\n");
}

TEST_CASE("characters that nobody means have a name") {
    CHECK(name_of(unwanted('a')).text() == "");
    CHECK(name_of(unwanted('\n')).text() == "");
    CHECK(name_of(unwanted(0x07)).text() == "control character");
    CHECK(name_of(unwanted(0x85)).text() == "control character");
    CHECK(name_of(unwanted(0x2028)).text() == "line separator");
    CHECK(name_of(unwanted(0x202E)).text() == "bidirectional control");
    CHECK(name_of(unwanted(0x2066)).text() == "bidirectional control");
    CHECK(name_of(unwanted(0xF0B7)).text() == "private-use character");
    CHECK(name_of(unwanted(0x10FFFD)).text() == "private-use character");
    CHECK(name_of(unwanted(0xFFFF)).text() == "noncharacter");
    CHECK(name_of(unwanted(0xFDD0)).text() == "noncharacter");
    CHECK(name_of(unwanted(0xFFFD)).text() == "replacement character");
    CHECK(code_point_name(0xAD) == "U+00AD");
    CHECK(code_point_name(0x1F600) == "U+1F600");
    CHECK(code_point_name(0x10FFFF) == "U+10FFFF");
}

TEST_CASE("bullets of PDF fonts are known, and doubtful ones are told apart") {
    for (const char32_t c : U"\uF0A7\uF0B7\uF0A8\uF0D8\uF02D\u25CF\u25AA\u2022\u00B7\u2023\u25E6\u2043\u25A0\u27A2\uF0FC")
        if (c != 0) {
            CHECK(is_bullet(c));
            CHECK_FALSE(may_be_bullet(c));
        }
    for (const char32_t c : U"§Øüo*-–—")
        if (c != 0) {
            CHECK(may_be_bullet(c));
            CHECK_FALSE(is_bullet(c));
        }
    CHECK_FALSE(is_bullet('a'));
    CHECK_FALSE(may_be_bullet(0xF041));
}

TEST_CASE("a letter with a mark, and a ligature, one at a time") {
    CHECK(composed('e', 0x301) == U'é');
    CHECK(composed(U'é', 0x301) == std::nullopt);
    CHECK(composed('q', 0x301) == std::nullopt);
    CHECK(letters_of(0xFB03) == "ffi");
    CHECK(letters_of(0xFB06) == "st");
    CHECK(letters_of(0xFB07).empty());
    CHECK(letters_of('f').empty());
}
