#pragma once
/// Values as bytes, from one program to another. The reader trusts none of them, and of each value there is one spelling.
///
/// A format is a struct with one list of members for each type, for both ways, so that neither can forget one; and of each enum the
/// last value that may come over:
///
///     struct Format {
///         template <class On, served::Is<Field> T>
///         static void members(On& on, T& value) {
///             static_assert(served::kMembers<Field> == 3);  // one that comes later is not forgotten
///             on(value.name), on(value.kind), on(served::bytes(value.picture, kMost));
///         }
///         static constexpr Kind last(Kind) { return Kind::other; }
///     };

#include "base/base.hpp"

#include <array>
#include <bit>
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

namespace dossier::served {

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
    template <Number T> void operator()(const T& value) { number(static_cast<std::uint64_t>(value), sizeof value); }
    void operator()(const float& value) { (*this)(std::bit_cast<std::uint32_t>(value)); }
    void operator()(const std::string& text) {
        number(text.size(), 4);
        out_ += text;
    }
    template <class T> void operator()(Bytes<T> bytes) { (*this)(bytes.value); }
    template <class T> void operator()(const std::vector<T>& list) {
        number(list.size(), 4);
        for (const T& one : list) (*this)(one);
    }
    template <class T> void operator()(AtMost<T> list) { (*this)(list.list); }
    template <class T, std::size_t N> void operator()(const std::array<T, N>& all) {
        for (const T& one : all) (*this)(one);
    }
    template <class Key, class T, class Less> void operator()(const std::map<Key, T, Less>& map) {
        number(map.size(), 4);
        for (const auto& [key, value] : map) (*this)(key), (*this)(value);
    }
    template <class T>
        requires requires(Writer& on, const T& value) { Format::members(on, value); }
    void operator()(const T& value) { Format::members(*this, value); }

private:
    void number(std::uint64_t value, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i) out_ += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
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
        const std::uint64_t read = number(sizeof value);
        if constexpr (std::is_enum_v<T>) good_ = good_ && read <= static_cast<std::uint64_t>(Format::last(T{}));
        if constexpr (std::is_same_v<T, bool>) good_ = good_ && read <= 1;
        if (good_) value = static_cast<T>(read);
    }
    void operator()(float& value) {
        const auto read = std::bit_cast<float>(static_cast<std::uint32_t>(number(sizeof value)));
        good_ = good_ && std::isfinite(read);
        if (good_) value = read;
    }
    void operator()(std::string& text) { string(text, true, rest_.size()); }
    void operator()(Bytes<std::string> bytes) { string(bytes.value, false, bytes.most); }
    template <class T> void operator()(std::vector<T>& list) {
        elements(most_, [&] { (*this)(list.emplace_back()); });
    }
    template <class T> void operator()(AtMost<std::vector<T>> limited) {
        elements(limited.most, [&] { (*this)(limited.list.emplace_back()); });
    }
    template <class T, std::size_t N> void operator()(std::array<T, N>& all) {
        for (T& one : all) (*this)(one);
    }
    template <class Key, class T, class Less> void operator()(std::map<Key, T, Less>& map) {
        elements(most_, [&] {
            Key key{};
            T value{};
            (*this)(key), (*this)(value);
            // In their order, each once.
            good_ = good_ && (map.empty() || map.key_comp()(map.rbegin()->first, key));
            if (good_) map.emplace_hint(map.end(), std::move(key), std::move(value));
        });
    }
    template <class T>
        requires requires(Reader& on, T& value) { Format::members(on, value); }
    void operator()(T& value) { Format::members(*this, value); }

private:
    /// Each element takes a byte at least, so what a count says of itself takes no memory.
    template <class ReadOne> void elements(std::size_t most, ReadOne read_one) {
        const std::uint64_t count = number(4);
        if (count > rest_.size() || count > most) good_ = false;
        for (std::uint64_t i = 0; i < count && good_; ++i) read_one();
    }
    void string(std::string& text, bool utf8, std::size_t most) {
        const std::uint64_t size = number(4);
        if (size > rest_.size() || size > most || (utf8 && first_invalid_utf8(rest_.substr(0, size)))) good_ = false;
        if (!good_) return;
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    std::uint64_t number(std::size_t bytes) {
        if (bytes > rest_.size()) good_ = false;
        if (!good_) return 0;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) value |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
        rest_.remove_prefix(bytes);
        return value;
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

}  // namespace dossier::served
