#pragma once
/// A text that is appended to in very small pieces, which is what writing PDF is. std::string costs a call for each piece;
/// here the check for room is in line and a literal is copied by its known length.

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::pdf {

class Buffer {
public:
    explicit Buffer(std::size_t capacity = 0) {
        if (capacity > 0) grow(capacity);
    }

    Buffer& operator+=(char c) {
        *room(1) = c;
        ++size_;
        return *this;
    }
    template <std::size_t N> Buffer& operator+=(const char (&literal)[N]) {
        std::memcpy(room(N - 1), literal, N - 1);
        size_ += N - 1;
        return *this;
    }
    Buffer& operator+=(std::string_view text) {
        if (!text.empty()) std::memcpy(room(text.size()), text.data(), text.size());
        size_ += text.size();
        return *this;
    }

    /// Where the next byte goes, with room for `n`. Write there, then say with `took` how far.
    [[nodiscard]] char* room(std::size_t n) {
        if (capacity_ - size_ < n) grow(n);
        return bytes_.get() + size_;
    }
    void took(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

    void clear() { size_ = 0; }
    /// Gives its memory back, too, if that is more than `most`.
    void clear(std::size_t most) {
        size_ = 0;
        if (capacity_ > most) bytes_.reset(), capacity_ = 0;
    }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
    [[nodiscard]] std::string str() const { return std::string(view()); }

private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, capacity_ = 0;

    void grow(std::size_t n);
};

}  // namespace dossier::pdf
