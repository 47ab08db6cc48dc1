#pragma once
/// Tables that people keep in Excel: CSV and .xlsx in, rows of cells with their places out. What a row means is for the caller.
///
/// Everything in them may be about people: the Sources made here are `personal`, no message has the text of a cell.
/// Limits: core::kMostInput for the file, 16 MiB for each part of a workbook, kMostSheetRows and kMostSheetColumns of base.

#include "base/base.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::table {

struct Cell {
    enum class Kind : std::uint8_t { text, number, date };
    Kind kind = Kind::text;
    /// As a person sees it, in one spelling (unicode::Normaliser), without white space at the ends. A number has its digits, with
    /// the leading zeros that its format gives it; a date of a workbook is "2026-06-01".
    std::string text;
    Location location;
};

struct Row {
    std::vector<Cell> cells;  ///< up to the last that is not empty
    std::size_t number = 0;   ///< from 1, as Excel counts
    Location location;        ///< its first cell
    bool good = true;         ///< false when an error was about one of its cells: nobody may count on it
};

struct Table {
    bool good = false;      ///< false after errors, but for those about single rows
    std::vector<Row> rows;  ///< without those that are empty
    /// What locations point into, those of messages among them: the first is that of the cells, if it came so far.
    std::vector<std::unique_ptr<Source>> sources;
};

enum class Encoding { recognised, utf8, utf16, windows1252 };
/// "utf-8", "utf-16" or "windows-1252"; nullopt for another word.
[[nodiscard]] std::optional<Encoding> encoding_of(std::string_view word);

/// Whether the bytes are a workbook: a zip.
[[nodiscard]] bool is_xlsx(std::string_view bytes);

/// Comma-separated values (RFC 4180) with ";", "," or tab, whichever the first line has most of, or as Excel's own line "sep=;" says.
/// Which encoding was recognised is a note unless it is UTF-8.
[[nodiscard]] Table read_csv(const Source& file, Encoding encoding, Diagnostics& diagnostics);

/// A sheet of a workbook (ISO/IEC 29500-1): `sheet` by name, or the first when that is "". Formulas count by the value that was
/// stored with them.
[[nodiscard]] Table read_xlsx(const Source& file, std::string_view sheet, Diagnostics& diagnostics);

/// "2026-06-01" of a day as a workbook counts it, from 1900 or from 1904; nullopt outside the years 1900-9999.
[[nodiscard]] std::optional<std::string> day_of_serial(double serial, bool from_1904);

}  // namespace dossier::table
