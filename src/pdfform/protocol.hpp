#pragma once
/// What the program dossier-pdfform hears on stdin and says on stdout, in the messages of served/message.hpp. A question is the bytes of
/// a PDF. Its answer is kForm and what codec.hpp makes of it, or one of served::Answer.

#include "served/message.hpp"

namespace dossier::pdfform {

inline constexpr std::string_view kGreeting = "dossier-pdfform 1\n";
inline constexpr char kForm = 'f';

inline constexpr std::size_t kMostQuestion = std::size_t{64} << 20;
inline constexpr std::size_t kMostAnswer = std::size_t{32} << 20;
inline constexpr served::Protocol kProtocol{kGreeting, kMostQuestion, kMostAnswer};

}  // namespace dossier::pdfform
