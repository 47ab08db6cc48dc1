#pragma once
/// Writing comma-separated values as RFC 4180 has them.

#include <string>
#include <string_view>
#include <vector>

namespace dossier::table {

/// What a file begins with. Excel takes a CSV without it for windows-1252 and shows "Ã©" for "é". Moodle drops it (csv_import_reader
/// trims it) and so does Canvas (Outcomes::CSVImporter skips it).
inline constexpr std::string_view kCsvBegin = "\xEF\xBB\xBF";

/// One record with its line end. A field is quoted where it must be. One that a spreadsheet would run as a formula (it begins
/// with = + - @ or a tab) gets an apostrophe in front, which spreadsheets take for "this is text".
[[nodiscard]] std::string csv_record(const std::vector<std::string>& fields, char delimiter = ',');

}  // namespace dossier::table
