#include "base/ascii.hpp"
#include "base/portable.hpp"
#include "table/table.hpp"
#include "table/workbook.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace dossier::table {
namespace {

/// Excel keeps 15 digits; a whole number has no point.
std::string number_text(double value, const NumberFormat& format) {
    if (std::floor(value) != value || std::abs(value) >= 1e15) return decimal(value);
    std::string digits = std::to_string(static_cast<long long>(std::abs(value)));
    if (digits.size() < format.digits) digits.insert(0, format.digits - digits.size(), '0');
    return (value < 0 ? "-" : "") + digits;
}

class Sheet {
public:
    Sheet(const Workbook& book, const xml::XmlDocument& document, Table& table, Diagnostics& diagnostics)
        : book_(book), document_(document), table_(table), diagnostics_(diagnostics) {}

    bool run() {
        for (const pugi::xml_node r : document_.root().child("sheetData").children("row")) {
            Row row;
            row.number = next_row_;
            if (const std::string_view n = r.attribute("r").value(); !n.empty())
                (void)std::from_chars(n.data(), n.data() + n.size(), row.number);
            if (row.number < next_row_ || row.number > kMostSheetRows) return misplaced(row.number);
            next_row_ = row.number + 1;
            row.location = cell_location(*table_.sources.front(), row.number, 1);
            const std::size_t before = names_.unwanted_count();
            std::size_t column = 1;
            for (const pugi::xml_node c : r.children("c")) {
                if (const std::string_view ref = c.attribute("r").value(); !ref.empty()) column = column_of(ref, column);
                if (column > kMostSheetColumns) return misplaced(row.number);
                cell(c, row, column);
                ++column;
            }
            while (!row.cells.empty() && row.cells.back().text.empty()) row.cells.pop_back();
            row.good = names_.unwanted_count() == before;
            if (!row.cells.empty()) table_.rows.push_back(std::move(row));
        }
        names_.report(diagnostics_, Severity::error);
        return good_;
    }

private:
    bool misplaced(std::size_t row) {
        diagnostics_.error(
            "xlsx-damaged", cell_location(*table_.sources.front(), std::clamp<std::size_t>(row, 1, kMostSheetRows), 1),
            say("found a row or column out of order, or past the limit of {} rows and {} columns", kMostSheetRows, kMostSheetColumns));
        return false;
    }

    /// The column of "AB12"; past the limit when it is before `least`.
    static std::size_t column_of(std::string_view ref, std::size_t least) {
        std::size_t out = 0;
        for (const char c : ref) {
            if (!is_upper(c) || out > kMostSheetColumns) break;
            out = out * 26 + static_cast<std::size_t>(c - 'A' + 1);
        }
        return out < least ? kMostSheetColumns + 1 : out;
    }

    void cell(pugi::xml_node c, Row& row, std::size_t column) {
        const Location at = cell_location(*table_.sources.front(), row.number, column);
        Cell out{Cell::Kind::text, value_of(c, at), at};
        if (!out.text.empty()) {
            out.kind = kind_;
            while (row.cells.size() + 1 < column)
                row.cells.push_back({Cell::Kind::text, "", cell_location(*table_.sources.front(), row.number, row.cells.size() + 1)});
            row.cells.push_back(std::move(out));
        }
    }

    void bad(const Location& at, std::string code, Pattern<0> message, Pattern<0> hint) {
        diagnostics_.error(std::move(code), at, message, {hint});
        good_ = false;
    }

    std::string value_of(pugi::xml_node c, const Location& at) {
        kind_ = Cell::Kind::text;
        const std::string_view type = c.attribute("t").value();
        const std::string_view stored = c.child("v").text().get();
        if (type == "inlineStr") return plain(string_item(c.child("is")), at);
        if (type == "str") return plain(stored, at);
        if (type == "s") {
            std::size_t index = 0;
            const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), index);
            if (error == std::errc{} && index < book_.strings.size()) return plain(book_.strings[index], at);
            bad(at, "xlsx-damaged", say("found a cell whose text is not in the workbook"), say("open it in Excel and save it again"));
            return {};
        }
        if (type == "e") {
            bad(at, "xlsx-error-value", say("found an error of Excel in a cell, such as #N/A or #REF!"),
                say("mend the formula, or type the value"));
            return {};
        }
        if (type == "b") return stored == "1" ? "WAAR" : "ONWAAR";
        if (type == "d") {
            kind_ = Cell::Kind::date;
            return std::string(stored.substr(0, 10));
        }
        return stored.empty() ? missing(c, at) : number(stored, c, at);
    }

    std::string missing(pugi::xml_node c, const Location& at) {
        if (c.child("f"))
            bad(at, "xlsx-no-value", say("found a formula without its value"),
                say("open the workbook in Excel, which works it out, and save it"));
        return {};
    }

    std::string number(std::string_view stored, pugi::xml_node c, const Location& at) {
        double value = 0;
        const auto [end, error] = read_decimal(stored.data(), stored.data() + stored.size(), value);
        std::size_t style = 0;
        const std::string_view s = c.attribute("s").value();
        (void)std::from_chars(s.data(), s.data() + s.size(), style);
        const NumberFormat format = style < book_.formats.size() ? book_.formats[style] : NumberFormat{};
        if (error != std::errc{} || end != stored.data() + stored.size()) {
            bad(at, "xlsx-damaged", say("found a cell with a number that is none"), say("open it in Excel and save it again"));
            return {};
        }
        kind_ = format.date ? Cell::Kind::date : Cell::Kind::number;
        if (!format.date) return number_text(value, format);
        if (auto day = day_of_serial(value, book_.from_1904)) return std::move(*day);
        bad(at, "xlsx-date", say("found a date outside the years 1900-9999"), say("type the date again"));
        return {};
    }

    std::string plain(std::string_view text, const Location& at) { return std::string(trim(names_.value(text, at))); }

    const Workbook& book_;
    const xml::XmlDocument& document_;
    Table& table_;
    Diagnostics& diagnostics_;
    unicode::Normaliser names_;
    std::size_t next_row_ = 1;
    Cell::Kind kind_ = Cell::Kind::text;  ///< of the value just read
    bool good_ = true;
};

}  // namespace

bool is_xlsx(std::string_view bytes) { return bytes.starts_with("PK\x03\x04"); }

std::optional<std::string> day_of_serial(double serial, bool from_1904) {
    using namespace std::chrono;
    if (!(serial >= 0 && serial < 2'958'466)) return std::nullopt;
    const int count = static_cast<int>(serial);
    // Excel has a 29 February 1900, as Lotus had: day 60 is none, and before it the count is one day off.
    if (!from_1904 && (count == 0 || count == 60)) return std::nullopt;
    const sys_days epoch = from_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / (count < 60 ? 31 : 30)};
    const year_month_day day{epoch + days{count}};
    if (int(day.year()) > 9999) return std::nullopt;
    std::string out = std::to_string(int(day.year())) + '-';
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return out + two(unsigned(day.month())) + '-' + two(unsigned(day.day()));
}

Table read_xlsx(const Source& file, std::string_view sheet, Diagnostics& diagnostics) {
    Table out;
    out.sources.push_back(std::make_unique<Source>(Source{file.name, "", true, std::string(sheet)}));
    Package package(file, out.sources, diagnostics);
    if (!package.good()) return out;
    const auto book = read_workbook(package, file, diagnostics);
    if (!book) return out;
    const auto found = std::find_if(book->sheets.begin(), book->sheets.end(),
                                    [&](const auto& s) { return sheet.empty() || lower(s.first) == lower(sheet); });
    if (found == book->sheets.end()) {
        std::vector<std::string> names;
        for (const auto& s : book->sheets) names.push_back(quoted(s.first));
        diagnostics.error("no-such-sheet", {&file, 0, 0},
                          sheet.empty() ? say("found a workbook without sheets") : say("found no sheet {}", quoted(sheet)),
                          names.empty() ? std::vector<Message>{} : std::vector<Message>{say("there is {}", joined(names))});
        return out;
    }
    out.sources.front()->sheet = found->first;
    const xml::XmlDocument* document = package.part(found->second);
    out.good = document && Sheet(*book, *document, out, diagnostics).run();
    return out;
}

}  // namespace dossier::table
