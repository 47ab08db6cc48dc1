#include "base/codec.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace dossier;

namespace {

enum class Colour : std::uint8_t { red, green, blue };

struct Part {
    Colour colour = Colour::red;
    float weight = 0;
    friend bool operator==(const Part&, const Part&) = default;
};
struct Whole {
    bool is = false;
    std::int32_t number = 0;
    std::uint64_t large = 0;
    std::string text, picture;
    std::array<Part, 2> pair;
    std::vector<Part> few;
    std::vector<std::string> words;
    std::map<std::string, Part, std::less<>> named;
    friend bool operator==(const Whole&, const Whole&) = default;
};

struct Format {
    template <class On, codec::Is<Part> T> static void members(On& on, T& value) { on(value.colour), on(value.weight); }
    template <class On, codec::Is<Whole> T> static void members(On& on, T& value) {
        on(value.is), on(value.number), on(value.large), on(value.text), on(codec::bytes(value.picture, 4)), on(value.pair);
        on(codec::at_most(value.few, 2)), on(value.words), on(value.named);
    }
    static constexpr Colour last(Colour) { return Colour::green; }
};

constexpr std::size_t kMost = 3;

std::string encode(const Whole& whole) { return codec::written<Format>(whole); }
std::optional<Whole> decode(std::string_view bytes) {
    Whole out;
    return codec::read_whole<Format>(bytes, kMost, out) ? std::optional(out) : std::nullopt;
}

Whole full() {
    return {true,
            -7,
            0xFEDCBA9876543210ULL,
            "zoë",
            "\xff\x00z",
            {{{Colour::green, -1.5F}, {Colour::red, std::numeric_limits<float>::denorm_min()}}},
            {{Colour::red, 0.1F}},
            {"", "een", "twee"},
            {{"a", {Colour::green, 3}}, {"b", {}}}};
}

/// Of the largest of many, changed by `change`.
template <class Change> bool taken(Change change) {
    Whole whole = full();
    change(whole);
    return decode(encode(whole)) == whole;
}

std::string number(auto value) { return codec::written<Format>(value); }
template <class T> bool is_number(std::string_view bytes) {
    T read{};
    return codec::read_whole<Format>(bytes, 0, read);
}
/// The least and the largest number of a type, and those about it, come back.
template <class T> void all_of() {
    using Limits = std::numeric_limits<T>;
    for (const auto value : {Limits::min(), static_cast<T>(Limits::min() + 1), T{0}, static_cast<T>(Limits::max() - 1), Limits::max()}) {
        T read{1};
        CHECK(codec::read_whole<Format>(number(value), 0, read));
        CHECK((read == value));
    }
}

}  // namespace

TEST_CASE("codec: the bytes of a value give it back") {
    CHECK(decode(encode(full())) == full());
    CHECK(decode(encode({})) == Whole{});
    CHECK(codec::written<Format>(Part{Colour::green, 1}) == std::string("\x01\x00\x00\x80\x3f", 5));
    CHECK(codec::written<Format>(std::vector{'\x00', '\xff'}) == std::string("\x02\x00\xff", 3));
}

TEST_CASE("codec: small numbers take little") {
    CHECK(number(0U) == std::string(1, '\0'));
    CHECK(number(127U) == "\x7f");
    CHECK(number(128U) == "\x80\x01");
    CHECK(number(-1) == "\x01");
    CHECK(number(1) == "\x02");
    CHECK(number(-64) == "\x7f");
    CHECK(number(64) == "\x80\x01");
    all_of<std::int8_t>(), all_of<std::uint8_t>(), all_of<std::int16_t>(), all_of<std::uint16_t>(), all_of<char32_t>();
    all_of<std::int32_t>(), all_of<std::uint32_t>(), all_of<std::int64_t>(), all_of<std::uint64_t>();
}

TEST_CASE("codec: a number that its type has not is refused, and one written at length") {
    CHECK_FALSE(is_number<std::uint8_t>(number(256U)));
    CHECK_FALSE(is_number<std::int8_t>(number(128)));
    CHECK_FALSE(is_number<std::int8_t>(number(-129)));
    CHECK_FALSE(is_number<std::uint32_t>(number(std::uint64_t{1} << 32)));
    CHECK_FALSE(is_number<std::int32_t>(number(std::int64_t{-1} << 32)));
    CHECK_FALSE(is_number<bool>(number(2U)));
    CHECK_FALSE(is_number<std::uint32_t>(std::string("\x80\x00", 2)));
    const std::string most(9, '\xff');
    CHECK(is_number<std::uint64_t>(most + '\x01'));
    CHECK_FALSE(is_number<std::uint64_t>(most + '\x02'));
    CHECK_FALSE(is_number<std::uint64_t>(most + "\x81\x01"));
    CHECK_FALSE(is_number<std::uint64_t>(most + '\xff'));
}

TEST_CASE("codec: a borrowed text lies in the bytes") {
    const std::string bytes = codec::written<Format>(std::pair{std::string_view("\xff\x00z", 3), std::uint8_t{7}});
    std::pair<std::string_view, std::uint8_t> read;
    REQUIRE(codec::read_whole<Format>(bytes, 0, read));
    CHECK(read.first.data() == bytes.data() + 1);
    CHECK(read.first == std::string_view("\xff\x00z", 3));
    CHECK(read.second == 7);
    CHECK_FALSE(codec::read_whole<Format>(std::string_view(bytes).substr(0, 3), 0, read));
}

TEST_CASE("codec: bytes that are no value are refused, and a value has one spelling") {
    const std::string bytes = encode(full());
    for (std::size_t i = 0; i < bytes.size(); ++i) CHECK_FALSE(decode(bytes.substr(0, i)));
    CHECK_FALSE(decode(bytes + '\0'));
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            std::string other = bytes;
            other[i] = static_cast<char>(other[i] ^ (1 << bit));
            if (const auto whole = decode(other)) CHECK(encode(*whole) == other);
        }
}

TEST_CASE("codec: what is out of bounds is refused") {
    CHECK(taken([](Whole& w) { w.picture = "\xff\xff\xff\xff"; }));
    CHECK_FALSE(taken([](Whole& w) { w.picture = "12345"; }));
    CHECK_FALSE(taken([](Whole& w) { w.text = "\xff"; }));
    CHECK(taken([](Whole& w) { w.few.resize(2); }));
    CHECK_FALSE(taken([](Whole& w) { w.few.resize(3); }));
    CHECK_FALSE(taken([](Whole& w) { w.words.resize(4); }));
    CHECK(taken([](Whole& w) { w.named["c"] = {}; }));
    CHECK_FALSE(taken([](Whole& w) { w.named["c"] = w.named["d"] = {}; }));
    CHECK_FALSE(taken([](Whole& w) { w.pair[0].colour = Colour::blue; }));
    for (const float bad : {std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(),
                            std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::signaling_NaN()})
        CHECK_FALSE(taken([bad](Whole& w) { w.pair[1].weight = bad; }));
    // Names of a map out of their order, or twice.
    for (const char* names : {"ba", "aa"}) {
        std::string bytes = encode(full());
        const std::string part = codec::written<Format>(Part{}), one = number(1U);
        bytes.erase(bytes.size() - 2 * (1 + 1 + part.size()));
        CHECK_FALSE(decode(bytes + one + names[0] + part + one + names[1] + part));
    }
    // A count of thousands of millions takes no memory.
    std::vector<Part> many;
    CHECK_FALSE(codec::read_whole<Format>("\xff\xff\xff\xff\x0f", 0xFFFFFFFF, many));
}

TEST_CASE("codec: members of a struct are counted") {
    static_assert(codec::kMembers<Part> == 2);
    static_assert(codec::kMembers<Whole> == 9);
}
