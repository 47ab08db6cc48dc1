/// The helpers of base/portable.hpp, each as this build has it and as it is where the library lacks it; and both ways in which
/// files get into the program.

#include "base/portable.hpp"

#include "base/ascii.hpp"
#include "base/embedded.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dossier {
std::span<const EmbeddedFile> embedded_by_string();
#ifdef DOSSIER_EMBED_INCBIN
std::span<const EmbeddedFile> embedded_by_incbin();
#endif
}  // namespace dossier

namespace {

using namespace dossier;

/// The number that `text` begins with, and what is left of it.
std::pair<std::optional<double>, std::string> read(const std::string& text, Exponent exponent = Exponent::allowed) {
    double value = 0;
    const auto [at, error] = read_decimal(text.data(), text.data() + text.size(), value, exponent);
    return {error == std::errc{} ? std::optional(value) : std::nullopt, std::string(at, text.data() + text.size())};
}

double stand_in_value(const std::string& text) {
    double value = -1;
    (void)stand_in::read_decimal(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

TEST_CASE("a decimal is read as far as it goes") {
    using Read = std::pair<std::optional<double>, std::string>;
    CHECK(read("1.5-2.5") == Read{1.5, "-2.5"});
    CHECK(read("2.5.3") == Read{2.5, ".3"});
    CHECK(read("-.5e1x") == Read{-5.0, "x"});
    CHECK(read("5.") == Read{5.0, ""});
    CHECK(read("1e") == Read{1.0, "e"});
    CHECK(read("1e+") == Read{1.0, "e+"});
    CHECK(read("1e1", Exponent::none) == Read{1.0, "e1"});
    for (const char* none : {"", "-", ".", "e1", "+1", " 1", "inf", "nan", "x"}) CHECK(read(none) == Read{std::nullopt, none});
    CHECK(read("1e999") == Read{std::nullopt, ""});
    CHECK(read("1e-999") == Read{std::nullopt, ""});
    CHECK(read("0e-999").first == 0.0);
}

TEST_CASE("decimals are the same where the library cannot read or write them") {
    for (const char* text : {"0", "-0.25", "1.5", "5.", ".5", "12345.678", "1e10", "2.5E-3", "0.1", "33.333333333333336"}) {
        INFO(text);
        CHECK(stand_in_value(text) == read(text).first);
    }
    for (const char* text : {"1e999", "1e-999"}) CHECK(stand_in_value(text) == -1);
    for (const double value : {0.0, 1.0, -1.5, 33.33, 99.99, 100.0, 100000.0, 0.1, 1.0 / 3, 123456789.25, 1e-7}) {
        INFO(value);
        CHECK(stand_in::decimal(value) == decimal(value));
        char own[400], other[400];
        CHECK(std::string(own, write_fixed(own, own + 400, value, 6)) ==
              std::string(other, stand_in::write_fixed(other, other + 400, value, 6)));
    }
    CHECK(decimal(100000.0) == "100000");
    CHECK(decimal(33.33) == "33.33");
    char little[3];
    CHECK(write_fixed(little, little + 3, 12.5, 6) == little);
    CHECK(stand_in::write_fixed(little, little + 3, 12.5, 6) == little);
}

TEST_CASE("a thread is waited for") {
    int done = 0;
    {
        std::vector<Thread> threads;
        threads.emplace_back([&done] { done = 1; });
    }
    CHECK(done == 1);
}

TEST_CASE("kinds of characters are those of ASCII") {
    CHECK(is_digit('0'));
    CHECK(is_letter('Z'));
    CHECK(is_space('\r'));
    CHECK_FALSE(is_letter('@'));
    CHECK_FALSE(is_letter_or_digit('\xe9'));
    CHECK_FALSE(is_letter_or_digit(U'é'));
    CHECK_FALSE(is_space('\xa0'));
    CHECK(is_high_byte('\xe9'));
}

TEST_CASE("a file in the program is the file, whichever way it came in") {
    const auto files = embedded_by_string();
    REQUIRE(files.size() == 2);
    CHECK(files[0].name == "all_bytes.bin");
    std::string all;
    for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
    CHECK(files[0].bytes == all + "0a\n\"\\;$[]");
    CHECK(files[1].bytes.empty());
#ifdef DOSSIER_EMBED_INCBIN
    const auto others = embedded_by_incbin();
    REQUIRE(others.size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        CHECK(others[i].name == files[i].name);
        CHECK(others[i].bytes == files[i].bytes);
    }
#endif
}
