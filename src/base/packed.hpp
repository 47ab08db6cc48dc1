#pragma once
/// Values as bytes that one run of the build writes and the program reads: no format for files, which may come from elsewhere. Numbers are in
/// LEB128: seven bits a byte, the lowest first.

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

class Packer {
public:
    void number(std::integral auto value) {
        // Small ones stay small, also below zero. Alike for all types: what is packed as one may be unpacked as another.
        const auto wide = static_cast<std::int64_t>(value);
        std::uint64_t rest = static_cast<std::uint64_t>(wide) << 1 ^ static_cast<std::uint64_t>(wide >> 63);
        for (; rest > 0x7F; rest >>= 7) bytes_ += static_cast<char>(0x80 | (rest & 0x7F));
        bytes_ += static_cast<char>(rest);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    /// `item(value)` packs each.
    void list(const auto& values, const auto& item) {
        number(values.size());
        for (const auto& each : values) item(each);
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// In the order in which it was packed. Throws std::logic_error past the end.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    template <std::integral T> [[nodiscard]] T number() {
        std::uint64_t out = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<std::uint8_t>(take(1).front());
            out |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte <= 0x7F) break;
        }
        return static_cast<T>(out >> 1 ^ (~(out & 1) + 1));
    }
    /// Borrows from the bytes.
    [[nodiscard]] std::string_view text() { return take(number<std::size_t>()); }
    template <class T> [[nodiscard]] std::vector<T> list(const auto& item) {
        const auto count = number<std::size_t>();
        std::vector<T> out;
        out.reserve(count);
        for (std::size_t i = 0; i < count; ++i) out.push_back(item());
        return out;
    }

private:
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) throw std::logic_error("internal error: packed bytes end too early");
        const std::string_view out = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return out;
    }

    std::string_view rest_;
};

}  // namespace dossier
