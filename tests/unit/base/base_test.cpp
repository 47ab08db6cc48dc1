#include "base/base.hpp"

#include <doctest/doctest.h>

using namespace dossier;

TEST_CASE("a file may have any name: what a terminal would take for more is not shown") {
    const dossier::Source source{"a\x1b[31m\xff\u202Eb.yaml", "x"};
    dossier::Diagnostics d;
    d.error("c", {&source, 0, 1}, Message::as_is("m"));
    CHECK(dossier::report(d) == "a?[31m\uFFFD?b.yaml:1:1: error: m\n     1 | x\n       | ^\n");
}

TEST_CASE("report shows place, line, span and hint") {
    const Source source{"dossier.yaml", "a: 1\n  - Samenwerken en overlegen é\n"};
    Diagnostics d;
    d.error("unknown-competentie", {&source, 9, 33}, say("unknown competentie {}", quoted("Samenwerken en overlegen")),
            {did_you_mean("\"Samenwerken en overleggen\" (E)")});
    CHECK(report(d) ==
          "dossier.yaml:2:5: error: unknown competentie \"Samenwerken en overlegen\"\n"
          "     2 |   - Samenwerken en overlegen é\n"
          "       |     ^~~~~~~~~~~~~~~~~~~~~~~~\n"
          "  hint: did you mean \"Samenwerken en overleggen\" (E)?\n");
}

TEST_CASE("report caps and counts") {
    Diagnostics d;
    for (int i = 0; i < 60; ++i) d.warning("x", {}, Message::as_is("number " + std::to_string(i)));
    const std::string text = report(d);
    CHECK(text.find("number 49\n") != std::string::npos);
    CHECK(text.find("number 50\n") == std::string::npos);
    CHECK(text.ends_with("and 10 more\n"));
}

TEST_CASE("control and bidi characters of the input never reach the terminal") {
    const Source source{"x", "a\x1b[31mb\xe2\x80\xae c"};
    Diagnostics d;
    d.error("x", {&source, 0, 1}, Message::as_is("odd \x1b here"));
    CHECK(report(d).find('\x1b') == std::string::npos);
    CHECK(report(d).find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("UTF-8 is judged strictly") {
    CHECK_FALSE(first_invalid_utf8("e\xcc\x81 \xf0\x9f\x98\x80"));
    CHECK(first_invalid_utf8("a\xc0\xaf") == 1);         // overlong
    CHECK(first_invalid_utf8("\xed\xa0\x80") == 0);      // surrogate
    CHECK(first_invalid_utf8("ab\xe2\x82") == 2);        // truncated
    CHECK(first_invalid_utf8("\xf4\x90\x80\x80") == 0);  // past U+10FFFF
}

TEST_CASE("slug is safe as a file name") {
    CHECK(slug("P3 E-commerce specialist") == "p3-e-commerce-specialist");
    CHECK(slug("P2 Consulent commerciële arbeidsbemiddeling") == "p2-consulent-commerciele-arbeidsbemiddeling");
    CHECK(slug("../../etc/passwd") == "etc-passwd");
    CHECK(slug("") == "x");
    CHECK(slug("CON") == "x-con");
    CHECK(slug("Łukasz ŻÓŁW") == "lukasz-zolw");
    CHECK(slug(std::string(300, 'a')).size() == 80);
}

TEST_CASE("slug: no name that Windows keeps for a device, and no other name is touched") {
    for (const char* name : {"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"}) CHECK(slug(name) == "x-" + std::string(name));
    for (const char* name : {"cons", "nu", "null", "com", "com0", "com10", "coma", "lpt", "lpt0", "lpt10", "bom1", "x-nul"})
        CHECK(slug(name) == name);
    CHECK(slug("NUL") == "x-nul");
    CHECK(slug("nul.") == "x-nul");
    CHECK(slug("nul.pdf") == "nul-pdf");
}

TEST_CASE("nearest: one mistake in each three letters, and always one") {
    const auto found = [](std::string_view typed, std::string candidate) {
        return nearest(typed, std::vector<std::string>{std::move(candidate)}).has_value();
    };
    CHECK(found("a", "b"));
    CHECK_FALSE(found("a", "bc"));
    CHECK(found("abcde", "abcdx"));
    CHECK_FALSE(found("abcde", "abcxy"));
    CHECK(found("abcdef", "abcdxy"));
    CHECK_FALSE(found("abcdef", "abcxyz"));
    CHECK_FALSE(found("abcdefgh", "abcdexyz"));
    CHECK(found("abcdefghi", "abcdefxyz"));
    CHECK_FALSE(found("abcdefghi", "abcdexxyz"));
    CHECK(found("ABC", "abc"));
    CHECK(found("abcd", "abdc"));                                                    // two letters that changed places are one mistake
    CHECK(found("é", "è"));                                                          // letters are counted, not bytes
    CHECK(nearest("titel", std::vector<std::string>{"titul", "titol"}) == "titul");  // the first of those equally near
    CHECK(nearest("titel", std::vector<std::string>{"titul", "titel"}) == "titel");
}

TEST_CASE("nearest finds what was meant, and nothing when nothing is near") {
    const std::vector<std::string> words{"complexiteit", "werkprocessen", "titel"};
    CHECK(nearest("komplexiteit", words) == "complexiteit");
    CHECK(nearest("werkproccesen", words) == "werkprocessen");
    CHECK_FALSE(nearest("zzz", words));
}

TEST_CASE("sha256 gives the published values") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256(std::string(1000000, 'a'))) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("hex and base64 write every byte") {
    CHECK(hex({}) == "");
    CHECK(hex(std::array<std::uint8_t, 4>{0x00, 0x0f, 0xa5, 0xff}) == "000fa5ff");
    const char* known[][2] = {
        {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, letters] : known) CHECK(base64(bytes) == letters);  // RFC 4648, section 10
    CHECK(base64(std::string_view("\xfb\xff\xfe\0", 4)) == "+//+AA==");
}
