#pragma once
/// Zip archives in memory. Private to `exchange`.

#include <string>
#include <utility>
#include <vector>

namespace dossier::exchange {

/// An archive of (name, bytes), at least one, in that order, deflated; names are UTF-8 and each is there once. The same input
/// gives the same bytes: every file has the first moment that the format knows, 1 January 1980, as time, whatever the time zone.
[[nodiscard]] std::string write_zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace dossier::exchange
