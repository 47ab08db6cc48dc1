#pragma once
/// What the program dossier-scan hears on stdin and says on stdout, in the messages of served/message.hpp. A question is a letter of
/// `Question` and what comes with it. The program keeps the maps of the forms and the bytes of one file, the last that it was given; of
/// these bytes it looks at none itself.

#include "served/message.hpp"

namespace dossier::scanread {

/// Bytes of a file: a pile of a hundred and more pages of colour.
inline constexpr std::size_t kMostFile = std::size_t{512} << 20;
/// Pages in one question. A process reads them one after the other.
inline constexpr std::size_t kMostBatch = 16;

enum Question : char {
    tell_forms = 'a',  ///< an atlas, of codec.hpp: kHeard. Once, before all else
    open_file = 'f',   ///< the bytes of a file: kCount and how many pages it has, of codec.hpp, 0 for what is no pictures
    read_pages = 'r',  ///< which, of codec.hpp: kPages, how the process ended that read them (kWhole, or a letter of served::Answer), and
                       ///< each page that it read before that: its length, as of a message, and the page, of codec.hpp
};
inline constexpr char kHeard = 'o', kCount = 'n', kPages = 'p', kWhole = 'w';
/// There is nothing to read: the program is not the one that was told of forms and file, but started after it.
inline constexpr char kNothing = 'x';

inline constexpr std::size_t kMostAnswer = std::size_t{64} << 20;
inline constexpr served::Protocol kProtocol{"dossier-scan 1\n", kMostFile + 1, kMostAnswer};

}  // namespace dossier::scanread
