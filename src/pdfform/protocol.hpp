#pragma once
/// What the program dossier-pdfform hears on stdin and says on stdout. Each message is its length in four bytes, the lowest first,
/// and then that many bytes. A question is the bytes of a PDF. Its answer is kGreeting, an Answer, and after `form` what codec.hpp
/// makes of it; after `no_sandbox` why; after `broke_off` how, in words. One answer for each question, in their order; the program
/// ends with stdin.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::pdfform {

/// Changes with the answers, so that a program of another version is known.
inline constexpr std::string_view kGreeting = "dossier-pdfform 1\n";

enum Answer : char {
    form = 'f',
    too_much = 'm',    ///< time or memory
    broke_off = 'b',   ///< on this PDF; the program itself goes on
    no_sandbox = 's',  ///< the system refuses it, and without it no PDF is read
};

inline constexpr std::size_t kLengthBytes = 4;
inline constexpr std::size_t kMostQuestion = std::size_t{64} << 20;
inline constexpr std::size_t kMostAnswer = std::size_t{32} << 20;

inline std::string length_bytes(std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < kLengthBytes; ++i) out += static_cast<char>(static_cast<unsigned char>(length >> (8 * i)));
    return out;
}
/// Of the first four bytes.
inline std::size_t length_of(std::string_view bytes) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i) length |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return length;
}

}  // namespace dossier::pdfform
