/// Writing workbooks. By hand on the room `archive`: Debian's libxlsxwriter writes to a named file only, by way of temporary files on disk,
/// and what is in these tables may be about people: it stays in memory until its owner writes it. It would not run in a page either.

#include "table/csv_record.hpp"
#include "table/sheets.hpp"
#include "table/table.hpp"
#include "xml/escape.hpp"
#include "archive/archive.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

#include <algorithm>
#include <cmath>
#include <charconv>
#include <chrono>
#include <utility>

namespace dossier::table {
namespace {

constexpr std::size_t kLongestCell = 32'767, kLongestName = 31;
constexpr std::size_t kPiece = std::size_t{1} << 16;  ///< about as many bytes of a sheet are in memory at once
constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Styles of cells, as `styles` numbers them.
enum Style : int { kPlain = 0, kTitle = 1, kDay = 2, kText = 3, kDecimal = 4 };

std::string styles() {
    std::string out(kHead);
    out +=
        "<styleSheet xmlns=\"" + std::string(kMain) +
        "\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/><numFmt numFmtId=\"165\" "
        "formatCode=\"0.0\"/></numFmts>"
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
        "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
        "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDE3EC\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"5\">"
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" "
        "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
        "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    return out;
}

/// Whether a text begins as Excel writes a character that XML cannot hold: "_x0007_".
bool looks_escaped(std::string_view text) {
    return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6,
                       [](char d) { return is_digit(d) || (d >= 'A' && d <= 'F') || (d >= 'a' && d <= 'f'); });
}

std::string escaped(char32_t c) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out = "_x";
    for (int shift = 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 15];
    return out + '_';
}

/// Characters that XML cannot hold are written as Excel does, "_x0007_"; so is a text that looks like that.
std::string cell_text(std::string_view text) {
    std::string out;
    std::size_t count = 0, plain = 0;  // characters, and where those begin that XML only has to escape
    std::size_t at = 0;
    const auto take_plain = [&](std::size_t end) { out += xml::xml_escaped(text.substr(plain, end - plain), false); };
    for (; at < text.size() && count < kLongestCell; ++count) {
        const std::size_t begin = at;
        const char32_t c = decode_utf8(text, at);
        const bool lost = (c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
        if (!lost && !looks_escaped(text.substr(begin))) continue;
        take_plain(begin);
        plain = at;
        out += lost ? escaped(c) : "_x005F_";
    }
    take_plain(at);
    return out;
}

/// Days since Excel's zero, see day_of_serial.
long long serial_of(const std::string& iso) {
    using namespace std::chrono;
    const auto number = [&](std::size_t at, std::size_t digits) {
        int n = 0;
        (void)std::from_chars(iso.data() + at, iso.data() + at + digits, n);
        return n;
    };
    const sys_days day =
        year{number(0, 4)} / month{static_cast<unsigned>(number(5, 2))} / std::chrono::day{static_cast<unsigned>(number(8, 2))};
    const long long count = (day - sys_days{year{1899} / 12 / 30}).count();
    return count < 61 ? count - 1 : count;
}

void add_cell(std::string& out, const Value& value, std::size_t row, std::size_t column, int text_style) {
    const auto* text = std::get_if<std::string>(&value);
    if (std::holds_alternative<std::monostate>(value) || (text && text->empty())) return;
    out += "<c r=\"" + column_letters(column) + std::to_string(row) + '"';
    if (text) {
        out +=
            " s=\"" + std::to_string(text_style) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cell_text(*text) + "</t></is></c>";
    } else if (const auto* count = std::get_if<long long>(&value)) {
        out += "><v>" + std::to_string(*count) + "</v></c>";
    } else if (const auto* tenths = std::get_if<Tenths>(&value)) {
        out += " s=\"" + std::to_string(kDecimal) + "\"><v>" + tenths_text(tenths->count, '.') + "</v></c>";
    } else {
        out += " s=\"" + std::to_string(kDay) + "\"><v>" + std::to_string(serial_of(std::get<Day>(value).iso)) + "</v></c>";
    }
}

void add_row(std::string& out, const Values& values, std::size_t row, int text_style) {
    out += "<row r=\"" + std::to_string(row) + "\">";
    for (std::size_t i = 0; i < values.size(); ++i) add_cell(out, values[i], row, i + 1, text_style);
    out += "</row>";
}

/// The titles and all rows: "A1:M250".
std::string range_of(const Sheet& sheet) {
    return "A1:" + column_letters(std::max<std::size_t>(sheet.columns.size(), 1)) + std::to_string(sheet.rows + 1);
}

std::string sheet_begin(const Sheet& sheet) {
    std::string out(kHead);
    out +=
        "<worksheet xmlns=\"" + std::string(kMain) + "\"><dimension ref=\"" + range_of(sheet) +
        "\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        "</sheetView></sheetViews><cols>";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        const long long tenths = std::llround(sheet.columns[i].width * 10);
        out += "<col min=\"" + n + "\" max=\"" + n + "\" width=\"" + tenths_text(tenths, '.') + "\" customWidth=\"1\"/>";
    }
    out += "</cols><sheetData>";
    Values titles;
    for (const SheetColumn& column : sheet.columns) titles.emplace_back(column.title);
    add_row(out, titles, 1, kTitle);
    return out;
}

/// A sheet as the archive asks for it: its head, some rows at a time, its end.
archive::InPieces sheet_part(const Sheet& sheet, std::string name) {
    return {std::move(name), [&sheet] {
                return [&sheet, row = std::size_t{0}, state = 0]() mutable {
                    if (state == 0) {
                        state = 1;
                        return sheet_begin(sheet);
                    }
                    std::string out;
                    for (; row < sheet.rows && out.size() < kPiece; ++row) add_row(out, sheet.row(row), row + 2, kText);
                    if (row == sheet.rows && state == 1) {
                        state = 2;
                        out += "</sheetData><autoFilter ref=\"" + range_of(sheet) + "\"/></worksheet>";
                    }
                    return out;
                };
            }};
}

archive::InPieces whole_part(std::string name, std::string text) {
    return {std::move(name), [text = std::move(text)] {
                return [&text, given = false]() mutable { return std::exchange(given, true) ? std::string() : text; };
            }};
}

std::string sheet_name(std::string_view name) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < name.size() && count < kLongestName; ++count) {
        const char32_t c = decode_utf8(name, i);
        append_utf8(out,
                    c < 0x20 || (c < 0x80 && std::string_view("[]:*?/\\").find(static_cast<char>(c)) != std::string_view::npos) ? U'-' : c);
    }
    return out;
}

}  // namespace

std::string write_xlsx(const std::vector<Sheet>& sheets) {
    std::string types(kHead), list, relations, defined;
    types +=
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
        "ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";
    std::vector<archive::InPieces> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1), name = xml::xml_escaped(sheet_name(sheets[i].name), true);
        types += "<Override PartName=\"/xl/worksheets/sheet" + n +
                 ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        list += "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + std::string(kRelations) + "/worksheet\" Target=\"worksheets/sheet" + n +
                     ".xml\"/>";
        parts.push_back(sheet_part(sheets[i], "xl/worksheets/sheet" + n + ".xml"));
    }
    const std::string last = std::to_string(sheets.size() + 1);
    relations += "<Relationship Id=\"rId" + last + "\" Type=\"" + std::string(kRelations) + "/styles\" Target=\"styles.xml\"/>";
    std::vector<archive::InPieces> files{
        whole_part("[Content_Types].xml", types + "</Types>"),
        whole_part("_rels/.rels", std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) +
                                      "\"><Relationship Id=\"rId1\" Type=\"" + std::string(kRelations) +
                                      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        whole_part("xl/workbook.xml", std::string(kHead) + "<workbook xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" +
                                          std::string(kRelations) + "\"><sheets>" + list + "</sheets></workbook>"),
        whole_part("xl/_rels/workbook.xml.rels",
                   std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) + "\">" + relations + "</Relationships>"),
        whole_part("xl/styles.xml", styles())};
    std::move(parts.begin(), parts.end(), std::back_inserter(files));
    return archive::write(files);
}

std::string write_csv(const Sheet& sheet) {
    std::string out(kCsvBegin);
    std::vector<std::string> titles;
    for (const SheetColumn& c : sheet.columns) titles.push_back(c.title);
    out += csv_record(titles, ';');
    for (std::size_t r = 0; r < sheet.rows; ++r) {
        const Values row = sheet.row(r);
        std::vector<std::string> fields(sheet.columns.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (const auto* text = std::get_if<std::string>(&row[i])) fields[i] = *text;
            if (const auto* number = std::get_if<long long>(&row[i])) fields[i] = std::to_string(*number);
            if (const auto* tenths = std::get_if<Tenths>(&row[i])) fields[i] = tenths_text(tenths->count);
            if (const auto* day = std::get_if<Day>(&row[i])) fields[i] = day_for_people(day->iso);
        }
        out += csv_record(fields, ';');
    }
    return out;
}

}  // namespace dossier::table
