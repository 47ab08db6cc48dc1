#include "scanread/codec.hpp"

#include "base/codec.hpp"

namespace dossier::scanread {
namespace {

using namespace scans;

struct Format {
    template <class On, codec::Is<layout::Rect> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<layout::Rect> == 4);
        on(value.x0), on(value.y0), on(value.x1), on(value.y1);
    }
    template <class On, codec::Is<layout::MapChoice> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<layout::MapChoice> == 5);
        on(value.field), on(value.value), on(value.ring), on(value.x), on(value.y);
    }
    template <class On, codec::Is<layout::MapField> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<layout::MapField> == 5);
        on(value.field), on(value.signature), on(value.value), on(value.klassenlijst), on(value.rect);
    }
    template <class On, codec::Is<layout::PageMap> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<layout::PageMap> == 8);
        on(value.code), on(value.width), on(value.height), on(value.code_place), on(value.marks), on(value.choices), on(value.fields);
        on(value.print);
    }

    template <class On, codec::Is<Batch> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Batch> == 3 && codec::kMembers<Wanted> == 1);
        on(value.first), on(value.count), on(value.wanted.cutouts);
    }

    template <class On, codec::Is<Box> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Box> == 4);
        on(value.left), on(value.top), on(value.right), on(value.bottom);
    }
    template <class On, codec::Is<ChoiceInk> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<ChoiceInk> == 3);
        on(value.value), on(value.ink), on(value.around);
    }
    template <class On, codec::Is<Answer> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Answer> == 7);
        on(value.field), on(value.value), on(value.doubt), on(value.sure), on(codec::at_most(value.choices, kMostChoices)), on(value.box);
        on(codec::bytes(value.cutout, kMostPicture));
    }
    template <class On, codec::Is<Writing> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Writing> == 5);
        on(value.field), on(value.signature), on(value.ink), on(value.box), on(codec::bytes(value.cutout, kMostPicture));
    }
    template <class On, codec::Is<Page> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Page> == 10);
        on(value.condition), on(value.number), on(codec::bytes(value.code, kMostCode)), on(value.width), on(value.height), on(value.turns);
        on(value.sharpness), on(codec::at_most(value.answers, kMostAnswers)), on(codec::at_most(value.writings, kMostWritings));
        on(codec::bytes(value.picture, kMostPicture));
    }

    static constexpr Doubt last(Doubt) { return Doubt::not_seen; }
    static constexpr Condition last(Condition) { return Condition::too_much; }
};

/// Of lists without a limit of their own: those of an atlas, which this program made.
constexpr std::size_t kMostElements = 10'000'000;

template <class T> std::optional<T> decode(std::string_view bytes) {
    T value{};
    if (!codec::read_whole<Format>(bytes, kMostElements, value)) return std::nullopt;
    return value;
}

}  // namespace

std::string encode(const Atlas& atlas) { return codec::written<Format>(atlas); }
std::string encode(const Batch& batch) { return codec::written<Format>(batch); }
std::string encode(std::uint32_t count) { return codec::written<Format>(count); }
std::string encode(const Page& page) { return codec::written<Format>(page); }

std::optional<Atlas> decode_atlas(std::string_view bytes) { return decode<Atlas>(bytes); }
std::optional<Batch> decode_batch(std::string_view bytes) { return decode<Batch>(bytes); }
std::optional<std::uint32_t> decode_count(std::string_view bytes) { return decode<std::uint32_t>(bytes); }

std::optional<Page> decode_page(std::string_view bytes) {
    auto page = decode<Page>(bytes);
    return page && page->turns < 4 ? page : std::nullopt;
}

}  // namespace dossier::scanread
