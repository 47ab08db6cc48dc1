#pragma once
/// Tables for people, to be opened in Excel: as a workbook of sheets, or one of them as CSV. The same input gives the same bytes.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dossier::table {

/// A day, "2026-06-01".
struct Day {
    std::string iso;
};
/// A number in tenths: 55 is 5,5.
struct Tenths {
    long long count = 0;
};
/// Nothing, a text, a count, a number in tenths (neither negative), or a day. A text is never run as a formula, whatever it begins with.
using Value = std::variant<std::monostate, std::string, long long, Tenths, Day>;
using Values = std::vector<Value>;

struct SheetColumn {
    std::string title;
    double width = 12;  ///< in digits of the standard font, as Excel counts
};
/// The titles stay in sight and have filters. Rows are asked for one at a time, so that no table of a large school is ever whole in
/// memory; they have at most as many values as there are columns.
struct Sheet {
    std::string name;  ///< cut to what Excel takes: 31 characters, none of []:*?/\ .
    std::vector<SheetColumn> columns;
    std::size_t rows = 0;
    std::function<Values(std::size_t)> row;  ///< the n-th of `rows`, from 0; the same whenever it is asked
};

/// An .xlsx workbook (ISO/IEC 29500-1). At least one sheet, names different.
[[nodiscard]] std::string write_xlsx(const std::vector<Sheet>& sheets);

/// CSV that Dutch Excel opens by double-click: UTF-8 with a byte order mark, ";" between, days as 01-06-2026. A text that a
/// spreadsheet would run as a formula gets an apostrophe in front.
[[nodiscard]] std::string write_csv(const Sheet& sheet);

}  // namespace dossier::table
