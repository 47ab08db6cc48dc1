/// Writing workbooks. By hand on the room `zip`: Debian's libxlsxwriter writes to a named file only, by way of temporary files on disk,
/// and what is in these tables may be about people: it stays in memory until its owner writes it. It would not run in a page either.

#include "table/csv_record.hpp"
#include "table/sheets.hpp"
#include "table/table.hpp"
#include "xml/escape.hpp"
#include "archive/archive.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace dossier::table {
namespace {

constexpr std::size_t kLongestCell = 32'767, kLongestName = 31;
constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

/// Styles of cells, as `styles` numbers them.
enum Style : int { kPlain = 0, kTitle = 1, kDay = 2, kText = 3 };

std::string styles() {
    std::string out(kHead);
    out +=
        "<styleSheet xmlns=\"" + std::string(kMain) +
        "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\"/></numFmts>"
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
        "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
        "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDE3EC\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\">"
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" "
        "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
        "<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>"
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
    return out;
}

std::string column_name(std::size_t n) {
    std::string out;
    for (; n > 0; n = (n - 1) / 26) out.insert(0, 1, static_cast<char>('A' + (n - 1) % 26));
    return out;
}

/// Characters that XML cannot hold are written as Excel does, "_x0007_"; so is a text that looks like that.
std::string cell_text(std::string_view text) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size() && count < kLongestCell; ++count) {
        const std::size_t begin = i;
        const char32_t c = decode_utf8(text, i);
        const std::string_view rest = text.substr(begin);
        const bool looks = rest.size() >= 7 && rest[0] == '_' && rest[1] == 'x' && rest[6] == '_' &&
                           std::all_of(rest.begin() + 2, rest.begin() + 6, [](char d) {
                               return is_digit(d) || (d >= 'A' && d <= 'F') || (d >= 'a' && d <= 'f');
                           });
        if (looks) out += "_x005F_";
        else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF) {
            constexpr std::string_view kHex = "0123456789ABCDEF";
            out += "_x";
            for (int shift = 12; shift >= 0; shift -= 4) out += kHex[c >> shift & 15];
            out += '_';
        } else out += xml::xml_escaped(text.substr(begin, i - begin), false);
    }
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

std::string cell(const Value& value, std::size_t row, std::size_t column, int text_style) {
    if (std::holds_alternative<std::monostate>(value)) return {};
    const std::string begin = "<c r=\"" + column_name(column) + std::to_string(row) + '"';
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->empty()) return {};
        return begin + " s=\"" + std::to_string(text_style) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cell_text(*text) +
               "</t></is></c>";
    }
    if (const auto* number = std::get_if<long long>(&value)) return begin + "><v>" + std::to_string(*number) + "</v></c>";
    return begin + " s=\"" + std::to_string(kDay) + "\"><v>" + std::to_string(serial_of(std::get<Day>(value).iso)) + "</v></c>";
}

std::string sheet_part(const Sheet& sheet) {
    const std::string last = column_name(std::max<std::size_t>(sheet.columns.size(), 1));
    const std::string whole = "A1:" + last + std::to_string(sheet.rows.size() + 1);
    std::string out(kHead);
    out +=
        "<worksheet xmlns=\"" + std::string(kMain) + "\"><dimension ref=\"" + whole +
        "\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        "</sheetView></sheetViews><cols>";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        const auto tenths = static_cast<long long>(sheet.columns[i].width * 10 + 0.5);
        out += "<col min=\"" + n + "\" max=\"" + n + "\" width=\"" + std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) +
               "\" customWidth=\"1\"/>";
    }
    out += "</cols><sheetData><row r=\"1\">";
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) out += cell(sheet.columns[i].title, 1, i + 1, kTitle);
    out += "</row>";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        out += "<row r=\"" + std::to_string(r + 2) + "\">";
        for (std::size_t i = 0; i < sheet.rows[r].size(); ++i) out += cell(sheet.rows[r][i], r + 2, i + 1, kText);
        out += "</row>";
    }
    return out + "</sheetData><autoFilter ref=\"" + whole + "\"/></worksheet>";
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
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1), name = xml::xml_escaped(sheet_name(sheets[i].name), true);
        types += "<Override PartName=\"/xl/worksheets/sheet" + n +
                 ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        list += "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + std::string(kRelations) + "/worksheet\" Target=\"worksheets/sheet" + n +
                     ".xml\"/>";
        parts.emplace_back("xl/worksheets/sheet" + n + ".xml", sheet_part(sheets[i]));
    }
    const std::string last = std::to_string(sheets.size() + 1);
    relations += "<Relationship Id=\"rId" + last + "\" Type=\"" + std::string(kRelations) + "/styles\" Target=\"styles.xml\"/>";
    std::vector<std::pair<std::string, std::string>> files{
        {"[Content_Types].xml", types + "</Types>"},
        {"_rels/.rels", std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) + "\"><Relationship Id=\"rId1\" Type=\"" +
                            std::string(kRelations) + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", std::string(kHead) + "<workbook xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" + std::string(kRelations) +
                                "\"><sheets>" + list + "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         std::string(kHead) + "<Relationships xmlns=\"" + std::string(kPackage) + "\">" + relations + "</Relationships>"},
        {"xl/styles.xml", styles()}};
    std::move(parts.begin(), parts.end(), std::back_inserter(files));
    return archive::write(files);
}

std::string write_csv(const Sheet& sheet) {
    std::string out(kCsvBegin);
    std::vector<std::string> titles;
    for (const SheetColumn& c : sheet.columns) titles.push_back(c.title);
    out += csv_record(titles, ';');
    for (const auto& row : sheet.rows) {
        std::vector<std::string> fields(sheet.columns.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (const auto* text = std::get_if<std::string>(&row[i])) fields[i] = *text;
            if (const auto* number = std::get_if<long long>(&row[i])) fields[i] = std::to_string(*number);
            if (const auto* day = std::get_if<Day>(&row[i]))
                fields[i] = day->iso.substr(8, 2) + '-' + day->iso.substr(5, 2) + '-' + day->iso.substr(0, 4);
        }
        out += csv_record(fields, ';');
    }
    return out;
}

}  // namespace dossier::table
