#pragma once
/// Values as bytes, for another program of the same build: over a pipe, or in what one step of the build prepares for the next. No format for
/// files of people, as it changes with the program. The reader trusts none of the bytes, and of each value there is one spelling.
///
/// Whole numbers are in LEB128, seven bits a byte, the lowest first: small ones take little, also below zero, and what a program of 64 bits
/// writes one of 32 bits can read.
///
/// A format is a struct with one list of members for each type, for both ways, so that neither can forget one; and of each enum the
/// last value that may come over:
///
///     struct Format {
///         template <class On, codec::Is<Field> T>
///         static void members(On& on, T& value) {
///             static_assert(codec::kMembers<Field> == 3);  // one that comes later is not forgotten
///             on(value.name), on(value.kind), on(codec::bytes(value.picture, kMost));
///         }
///         static constexpr Kind last(Kind) { return Kind::other; }
///     };

#include "base/base.hpp"
#include "base/portable.hpp"

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dossier::codec {

template <class T, class Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

/// How many members a struct has.
struct Anything {
    template <class T> operator T() const;
};
template <class T, class... Found> consteval std::size_t count_members() {
    if constexpr (requires { T{Found{}..., Anything{}}; }) return count_members<T, Found..., Anything>();
    else return sizeof...(Found);
}
template <class T> inline constexpr std::size_t kMembers = count_members<T>();

/// A string that need not be UTF-8, of `most` bytes at most.
template <class T> struct Bytes {
    T& value;
    std::size_t most;
};
template <class T>
    requires Is<T, std::string>
[[nodiscard]] Bytes<T> bytes(T& value, std::size_t most) { return {value, most}; }
/// A list of `most` elements at most.
template <class T> struct AtMost {
    T& list;
    std::size_t most;
};
template <class T> [[nodiscard]] AtMost<T> at_most(T& list, std::size_t most) { return {list, most}; }

template <class T>
concept Number = std::is_integral_v<T> || std::is_enum_v<T>;

/// Writes all that it is given; limits are for who reads it.
template <class Format> class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}
    template <Number T> void operator()(const T& value) {
        // What is below zero turns its bits, and the lowest bit says so.
        if constexpr (!std::is_signed_v<T>) number(static_cast<std::uint64_t>(value));
        else if (value < 0) number(~static_cast<std::uint64_t>(value) << 1 | 1);
        else number(static_cast<std::uint64_t>(value) << 1);
    }
    void operator()(const char& letter) { out_ += letter; }
    void operator()(const float& value) {
        const auto bits = bits_as<std::uint32_t>(value);
        for (int shift = 0; shift < 32; shift += 8) out_ += static_cast<char>(static_cast<unsigned char>(bits >> shift));
    }
    void operator()(const std::string_view& text) {
        number(text.size());
        out_ += text;
    }
    void operator()(const std::string& text) { (*this)(std::string_view(text)); }
    template <class T> void operator()(Bytes<T> bytes) { (*this)(bytes.value); }
    template <class T> void operator()(const std::vector<T>& list) {
        number(list.size());
        for (const T& one : list) (*this)(one);
    }
    template <class T> void operator()(AtMost<T> list) { (*this)(list.list); }
    template <class T, std::size_t N> void operator()(const std::array<T, N>& all) {
        for (const T& one : all) (*this)(one);
    }
    template <class A, class B> void operator()(const std::pair<A, B>& both) { (*this)(both.first), (*this)(both.second); }
    template <class Key, class T, class Less> void operator()(const std::map<Key, T, Less>& map) {
        number(map.size());
        for (const auto& [key, value] : map) (*this)(key), (*this)(value);
    }
    template <class T>
        requires requires(Writer& on, const T& value) { Format::members(on, value); }
    void operator()(const T& value) { Format::members(*this, value); }

private:
    void number(std::uint64_t rest) {
        for (; rest > 0x7F; rest >>= 7) out_ += static_cast<char>(static_cast<unsigned char>(0x80 | (rest & 0x7F)));
        out_ += static_cast<char>(rest);
    }
    std::string& out_;
};

/// After the first thing that is not right it reads nothing more.
template <class Format> class Reader {
public:
    /// No list has more than `most` elements.
    Reader(std::string_view bytes, std::size_t most) : rest_(bytes), most_(most) {}
    [[nodiscard]] bool whole() const { return good_ && rest_.empty(); }

    template <Number T> void operator()(T& value) {
        std::uint64_t read = number();
        if constexpr (std::is_enum_v<T>) good_ = good_ && read <= static_cast<std::uint64_t>(Format::last(T{}));
        else if constexpr (std::is_signed_v<T>) read = read >> 1 ^ (~(read & 1) + 1);
        const auto narrow = static_cast<T>(read);
        good_ = good_ && static_cast<std::uint64_t>(narrow) == read;
        if (good_) value = narrow;
    }
    void operator()(char& letter) {
        const std::string_view read = take(1);
        if (good_) letter = read.front();
    }
    void operator()(float& value) {
        std::uint32_t bits = 0;
        int shift = 0;
        for (const char c : take(sizeof value)) bits |= std::uint32_t{static_cast<unsigned char>(c)} << shift, shift += 8;
        const auto read = bits_as<float>(bits);
        good_ = good_ && std::isfinite(read);
        if (good_) value = read;
    }
    void operator()(std::string& text) { string(text, true, rest_.size()); }
    void operator()(Bytes<std::string> bytes) { string(bytes.value, false, bytes.most); }
    /// Borrows from the bytes. Need not be UTF-8.
    void operator()(std::string_view& text) { string(text, false, rest_.size()); }
    template <class T> void operator()(std::vector<T>& list) { elements(list, most_); }
    template <class T> void operator()(AtMost<std::vector<T>> limited) { elements(limited.list, limited.most); }
    template <class T, std::size_t N> void operator()(std::array<T, N>& all) {
        for (T& one : all) (*this)(one);
    }
    template <class A, class B> void operator()(std::pair<A, B>& both) { (*this)(both.first), (*this)(both.second); }
    template <class Key, class T, class Less> void operator()(std::map<Key, T, Less>& map) {
        for (std::size_t left = count(most_); left > 0 && good_; --left) {
            Key key{};
            T value{};
            (*this)(key), (*this)(value);
            // In their order, each once.
            good_ = good_ && (map.empty() || map.key_comp()(map.rbegin()->first, key));
            if (good_) map.emplace_hint(map.end(), std::move(key), std::move(value));
        }
    }
    template <class T>
        requires requires(Reader& on, T& value) { Format::members(on, value); }
    void operator()(T& value) { Format::members(*this, value); }

private:
    /// Of elements or bytes. Each element takes a byte at least, so a count that cannot be right takes no memory.
    std::size_t count(std::size_t most) {
        const std::uint64_t said = number();
        good_ = good_ && said <= rest_.size() && said <= most;
        return good_ ? static_cast<std::size_t>(said) : 0;
    }
    template <class T> void elements(std::vector<T>& list, std::size_t most) {
        const std::size_t size = count(most);
        list.reserve(size);
        for (std::size_t i = 0; i < size && good_; ++i) (*this)(list.emplace_back());
    }
    template <class Text> void string(Text& text, bool utf8, std::size_t most) {
        const std::string_view read = take(count(most));
        good_ = good_ && !(utf8 && first_invalid_utf8(read));
        if (good_) text = read;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::string_view read = take(1);
            if (!good_) return 0;
            const auto byte = static_cast<unsigned char>(read.front());
            const std::uint64_t bits = byte & 0x7F;
            value |= bits << shift;
            if (byte > 0x7F) continue;
            // No zeros at the end, nor more bits than there are: else one number would have many spellings.
            good_ = (byte != 0 || shift == 0) && bits << shift >> shift == bits;
            return good_ ? value : 0;
        }
        good_ = false;
        return 0;
    }
    std::string_view take(std::size_t size) {
        good_ = good_ && size <= rest_.size();
        if (!good_) return {};
        const std::string_view out = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return out;
    }
    std::string_view rest_;
    std::size_t most_;
    bool good_ = true;
};

template <class Format, class T> [[nodiscard]] std::string written(const T& value) {
    std::string out;
    Writer<Format> writer(out);
    writer(value);
    return out;
}
/// False unless `bytes` are one value, no byte less or more. What is in `value` then is no value.
template <class Format, class T> [[nodiscard]] bool read_whole(std::string_view bytes, std::size_t most, T& value) {
    Reader<Format> reader(bytes, most);
    reader(value);
    return reader.whole();
}

}  // namespace dossier::codec
