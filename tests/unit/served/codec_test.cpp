#include "served/codec.hpp"
#include "served/message.hpp"

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
    template <class On, served::Is<Part> T> static void members(On& on, T& value) { on(value.colour), on(value.weight); }
    template <class On, served::Is<Whole> T> static void members(On& on, T& value) {
        on(value.is), on(value.number), on(value.large), on(value.text), on(served::bytes(value.picture, 4)), on(value.pair);
        on(served::at_most(value.few, 2)), on(value.words), on(value.named);
    }
    static constexpr Colour last(Colour) { return Colour::green; }
};

constexpr std::size_t kMost = 3;

std::string encode(const Whole& whole) { return served::written<Format>(whole); }
std::optional<Whole> decode(std::string_view bytes) {
    Whole out;
    return served::read_whole<Format>(bytes, kMost, out) ? std::optional(out) : std::nullopt;
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

}  // namespace

TEST_CASE("served: the bytes of a value give it back") {
    CHECK(decode(encode(full())) == full());
    CHECK(decode(encode({})) == Whole{});
    CHECK(served::written<Format>(std::uint32_t{0x01020304}) == "\x04\x03\x02\x01");
    CHECK(served::written<Format>(Part{Colour::green, 1}) == std::string("\x01\x00\x00\x80\x3f", 5));
}

TEST_CASE("served: bytes that are no value are refused, and a value has one spelling") {
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

TEST_CASE("served: what is out of bounds is refused") {
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
        const std::string part = served::written<Format>(Part{}), one = served::length_bytes(1);
        bytes.erase(bytes.size() - 2 * (4 + 1 + part.size()));
        CHECK_FALSE(decode(bytes + one + names[0] + part + one + names[1] + part));
    }
    // A count of thousands of millions takes no memory.
    std::vector<Part> many;
    CHECK_FALSE(served::read_whole<Format>("\xff\xff\xff\xff", 0xFFFFFFFF, many));
}

TEST_CASE("served: members of a struct are counted") {
    static_assert(served::kMembers<Part> == 2);
    static_assert(served::kMembers<Whole> == 9);
}

TEST_CASE("served: the length of a message") {
    CHECK(served::length_bytes(0x01020304) == "\x04\x03\x02\x01");
    for (const std::size_t length : {std::size_t{0}, std::size_t{255}, std::size_t{256}, std::size_t{0xFFFFFFFF}})
        CHECK(served::length_of(served::length_bytes(length)) == length);
}
