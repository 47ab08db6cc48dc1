#pragma once
/// What one of the standard libraries that this program is built with does not have, behind one spelling. Today that is LLVM's of
/// version 14: Debian 12's libc++, and that of its emscripten, with which the program runs in a web page. It lacks reading and
/// writing of floating-point numbers by <charconv>, std::jthread and std::make_unique_for_overwrite; that of emscripten also std::bit_cast.

#include <charconv>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

namespace dossier {

// ---- numbers -------------------------------------------------------------------------------------------------------

enum class Exponent { allowed, none };
/// As std::from_chars: reads the longest beginning of [begin, end) that is a number, such as "-1.5", ".5" or "2e3", whatever the
/// locale. "inf" and "nan" are no numbers.
[[nodiscard]] std::from_chars_result read_decimal(const char* begin, const char* end, double& value, Exponent exponent = Exponent::allowed);
/// The fewest digits that give `value` back when read, without exponent.
[[nodiscard]] std::string decimal(double value);
/// Writes `value`, rounded to `digits` after the point, and returns where it ends. There must be room: 320 + `digits` for any value.
[[nodiscard]] char* write_fixed(char* begin, char* end, double value, int digits);

/// The stand-ins, there in every build so that a test can hold them against the library's own.
namespace stand_in {
[[nodiscard]] std::from_chars_result read_decimal(const char* begin, const char* end, double& value);
[[nodiscard]] std::string decimal(double value);
[[nodiscard]] char* write_fixed(char* begin, const char* end, double value, int digits);
}  // namespace stand_in

/// As std::bit_cast: the value of another type with the same bytes.
template <class To, class From> [[nodiscard]] To bits_as(const From& value) {
    static_assert(sizeof(To) == sizeof(From) && std::is_trivially_copyable_v<To> && std::is_trivially_copyable_v<From>);
    To out;
    std::memcpy(&out, &value, sizeof out);
    return out;
}

// ---- memory and threads --------------------------------------------------------------------------------------------

/// An array of `n` values that nothing has been written to yet.
template <class T> [[nodiscard]] std::unique_ptr<T[]> uninitialised_array(std::size_t n) { return std::unique_ptr<T[]>(new T[n]); }

/// A thread that is waited for at the end.
class Thread {
public:
    template <class Run> explicit Thread(Run run) : thread_(std::move(run)) {}
    Thread(Thread&&) = default;
    Thread& operator=(Thread&&) = delete;
    ~Thread() {
        if (thread_.joinable()) thread_.join();
    }

private:
    std::thread thread_;
};

}  // namespace dossier
