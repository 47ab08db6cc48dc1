#pragma once
/// What the program dossier-serve hears on stdin and says on stdout, in the messages of served/message.hpp. A question is a letter and what
/// comes with it; each has one answer.

#include "served/message.hpp"

namespace dossier::serving {

inline constexpr std::string_view kGreeting = "dossier-serve 1\n";
/// Questions: with kOpen the port, a line end, and the folder; kMade: the files may be others now; with kFailed what is wrong, in words.
inline constexpr char kOpen = 'o', kMade = 'm', kFailed = 'f';
/// Answers: with kListening the address, "http://127.0.0.1:8321/"; with kNot why not; kGood to all else.
inline constexpr char kListening = 'l', kNot = 'n', kGood = 'g';

inline constexpr std::size_t kMost = std::size_t{1} << 20;
inline constexpr served::Protocol kProtocol{kGreeting, kMost, kMost};

}  // namespace dossier::serving
