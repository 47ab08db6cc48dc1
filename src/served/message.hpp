#pragma once
/// What a helper hears on stdin and says on stdout. Each message is its length in four bytes, the lowest first, and then that many
/// bytes. An answer is the greeting of its program, a letter, and what comes with that letter: each program has its own, and those of
/// `Answer` are everyone's. One answer for each question, in their order; the program ends with stdin.

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier::served {

struct Protocol {
    std::string_view greeting;                       ///< changes with the answers, so that a program of another version is known
    std::size_t most_question = 0, most_answer = 0;  ///< bytes
};

enum Answer : char {
    too_much = 'm',    ///< time or memory
    broke_off = 'b',   ///< on this question; with it how, in words. The program itself goes on
    no_sandbox = 's',  ///< the system refuses it, with it why, and without it nothing is read
};

inline constexpr std::size_t kLengthBytes = 4;

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

}  // namespace dossier::served
