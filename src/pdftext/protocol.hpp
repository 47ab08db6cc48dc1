#pragma once
/// What the program dossier-pdftext says on stdout about the PDF on its stdin: kGreeting, an Answer, and after `text` the text in
/// UTF-8, a form feed after each page; after `no_sandbox` why. Its exit status is 0 then. An answer counts only with that status.

#include <cstddef>
#include <string_view>

namespace dossier::pdftext {

/// Changes with the answers, so that a program of another version is known.
inline constexpr std::string_view kGreeting = "dossier-pdftext 1\n";

enum Answer : char {
    damaged = 'd',
    locked = 'l',
    empty = 'e',
    too_many_pages = 'p',
    too_much_text = 'm',
    no_sandbox = 's',  ///< the system refuses it, and without it no PDF is read
    text = 't',
};

/// Exit status of a program that ran out of memory.
inline constexpr int kOutOfMemory = 9;

inline constexpr int kMostPages = 2000;
inline constexpr std::size_t kMostText = std::size_t{8} << 20;  ///< bytes

}  // namespace dossier::pdftext
