#pragma once
/// Zip archives in memory. Private to `exchange`.

#include <string>
#include <utility>
#include <vector>

namespace dossier::exchange {

/// An archive of (name, bytes), in that order, deflated. The same input gives the same bytes: every file has the first moment
/// that the format knows, 1 January 1980, as time. libzip and minizip turn times through the time zone of the machine, and
/// need more code for an archive in memory than these few records; libdeflate, which the program uses anyway, has the rest.
/// Names are ASCII. At most 65,535 files and 4 GiB together.
[[nodiscard]] std::string write_zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace dossier::exchange
