#include "scanread/codec.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace dossier;
using namespace dossier::scanread;

namespace {

scans::Page full() {
    scans::Page page;
    page.condition = scans::Condition::too_much;
    page.number = 300;
    page.code = "\xff\x00 D1";
    page.width = 1654, page.height = 2339;
    page.turns = 3;
    page.sharpness = 2.5F;
    page.answers = {{"B1-K1-W1-G1", "goed", scans::Doubt::not_seen, 0.5F, {{"goed", 0.25F, 1}, {"één", 0, 0}}, {-1, 2, 3, 4}, "\x89PNG"},
                    {"b", "", scans::Doubt::none, 1, {}, {}, ""}};
    page.writings = {{"motivering", true, 0.125F, {5, 6, 7, -8}, "\x89PNG\xff"}, {"leeg", false, 0, {}, ""}};
    page.picture = "\x89PNG\xfe";
    return page;
}

layout::PageMap map() {
    layout::PageMap map;
    map.code = "D1:X:0123456789AB:1:7QK";
    map.width = 595, map.height = 842;
    map.code_place = {1, 2, 3, 4};
    map.marks = {{{5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 16}, {17, 18, 19, 20}}};
    map.choices = {{"veld", "goed", true, 21, 22}, {"veld", "beter", false, 23, 24}};
    map.fields = {{"tekst", true, "waarde", "naam", {25, 26, 27, 28}}};
    map.print = {{29, 30, 31, 32}};
    return map;
}

template <class T> void check_garbled(const T& value, std::optional<T> (*decode)(std::string_view)) {
    const std::string bytes = encode(value);
    for (std::size_t i = 0; i < bytes.size(); ++i) CHECK_FALSE(decode(bytes.substr(0, i)));
    CHECK_FALSE(decode(bytes + '\0'));
    // A changed byte is refused or means another value, whose bytes are exactly these.
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            std::string other = bytes;
            other[i] = static_cast<char>(other[i] ^ (1 << bit));
            if (const auto read = decode(other)) CHECK(encode(*read) == other);
        }
}

template <class Change> bool taken(Change change) {
    scans::Page page = full();
    change(page);
    return decode_page(encode(page)) == page;
}

}  // namespace

TEST_CASE("scanread: all that a page says comes over") {
    CHECK(decode_page(encode(full())) == full());
    CHECK(decode_page(encode(scans::Page{})) == scans::Page{});
    CHECK(decode_count(encode(std::uint32_t{5000})) == 5000U);
    const auto batch = decode_batch(encode(Batch{17, 16, {true}}));
    REQUIRE(batch);
    CHECK(batch->first == 17);
    CHECK(batch->count == 16);
    CHECK(batch->wanted.cutouts);
}

TEST_CASE("scanread: all that a map says comes over") {
    scans::Atlas atlas;
    scans::add_to(atlas, {map()});
    const auto read = decode_atlas(encode(atlas));
    REQUIRE(read);
    REQUIRE(read->size() == 1);
    CHECK(encode(*read) == encode(atlas));
    const layout::PageMap& one = read->at(map().code);
    CHECK(one.code == map().code);
    CHECK(one.marks[3].y1 == 20);
    CHECK(one.choices.at(1).value == "beter");
    CHECK_FALSE(one.choices.at(1).ring);
    CHECK(one.choices.at(1).y == 24);
    CHECK(one.fields.at(0).signature);
    CHECK(one.fields.at(0).value == "waarde");
    CHECK(one.fields.at(0).klassenlijst == "naam");
    CHECK(one.fields.at(0).rect.x1 == 27);
    CHECK(one.print.at(0).x0 == 29);
}

TEST_CASE("scanread: what is not made by it is refused") {
    check_garbled(full(), decode_page);
    check_garbled(scans::Atlas{{"D1", map()}}, decode_atlas);
    check_garbled(std::uint32_t{7}, decode_count);
}

TEST_CASE("scanread: a page may say much, and no more") {
    CHECK(taken([](scans::Page& page) { page.answers.assign(kMostAnswers, {}); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.answers.assign(kMostAnswers + 1, {}); }));
    CHECK(taken([](scans::Page& page) { page.answers[0].choices.assign(kMostChoices, {}); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.answers[0].choices.assign(kMostChoices + 1, {}); }));
    CHECK(taken([](scans::Page& page) { page.writings.assign(kMostWritings, {}); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.writings.assign(kMostWritings + 1, {}); }));
    CHECK(taken([](scans::Page& page) { page.answers[0].cutout.assign(kMostPicture, '\xff'); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.answers[0].cutout.assign(kMostPicture + 1, 'x'); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.writings[0].cutout.assign(kMostPicture + 1, 'x'); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.picture.assign(kMostPicture + 1, 'x'); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.code.assign(kMostCode + 1, 'x'); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.turns = 4; }));
    CHECK_FALSE(taken([](scans::Page& page) { page.condition = static_cast<scans::Condition>(9); }));
    CHECK_FALSE(taken([](scans::Page& page) { page.answers[0].doubt = static_cast<scans::Doubt>(7); }));
    for (const char* text : {"\xff", "\xc0\x80"}) {
        CHECK_FALSE(taken([text](scans::Page& page) { page.answers[0].field = text; }));
        CHECK_FALSE(taken([text](scans::Page& page) { page.answers[0].value = text; }));
        CHECK_FALSE(taken([text](scans::Page& page) { page.answers[0].choices[0].value = text; }));
        CHECK_FALSE(taken([text](scans::Page& page) { page.writings[0].field = text; }));
    }
    constexpr float kNan = std::numeric_limits<float>::quiet_NaN(), kInfinite = std::numeric_limits<float>::infinity();
    for (const float bad : {kNan, kInfinite}) {
        CHECK_FALSE(taken([bad](scans::Page& page) { page.sharpness = bad; }));
        CHECK_FALSE(taken([bad](scans::Page& page) { page.answers[0].sure = bad; }));
        CHECK_FALSE(taken([bad](scans::Page& page) { page.answers[0].choices[0].around = bad; }));
        CHECK_FALSE(taken([bad](scans::Page& page) { page.writings[0].ink = bad; }));
    }
}
