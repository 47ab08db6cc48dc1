#include "../common/workbook.hpp"
#include "table/sheets.hpp"
#include "table/table.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::table;

namespace {

std::string read_bytes(const std::string& bytes, const std::string& sheet = "") {
    const Source file{"klas.xlsx", bytes, true, {}};
    Diagnostics diagnostics;
    const auto table = read_xlsx(file, sheet, diagnostics);
    std::string out;
    if (table.good)
        for (const Row& row : table.rows) {
            out += std::to_string(row.number) + ":";
            for (const Cell& cell : row.cells)
                out += (cell.kind == Cell::Kind::number ? "|#" : cell.kind == Cell::Kind::date ? "|@" : "|") + cell.text;
            out += '\n';
        }
    return out + report(diagnostics);
}

std::string read(const std::string& rows, const std::string& shared = "", const std::string& styles = "",
                 const std::string& properties = "") {
    return read_bytes(test::workbook({{"Blad1", rows}}, shared, styles, properties));
}

const std::string kStyles =
    "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"0000000\"/><numFmt numFmtId=\"165\" formatCode=\"d\\-m\\-yyyy;@\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"&quot;dag&quot;\\ 0\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/><xf numFmtId=\"166\"/></cellXfs>";

}  // namespace

TEST_CASE("shared strings, runs, inline strings, formulas by their value") {
    CHECK(read("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>in de "
               "cel</t></is></c></row>"
               "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>B3</f><v>uit formule</v></c><c r=\"B3\"><f>1+1</f><v>2</v></c><c r=\"C3\" "
               "t=\"b\"><v>1</v></c></row>",
               "<si><t xml:space=\"preserve\"> naam </t></si><si><r><t>Jan</t></r><r><t xml:space=\"preserve\"> "
               "</t></r><r><t>Jansen</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>") ==
          "1:|naam|Jan Jansen||in de cel\n3:|uit formule|#2|WAAR\n");
}

TEST_CASE("numbers keep the zeros of their format, dates are days") {
    CHECK(
        read("<row><c s=\"1\"><v>12345</v></c><c><v>12345</v></c><c s=\"2\"><v>46174</v></c><c s=\"3\"><v>46174.75</v></c><c><v>1.5</v></c>"
             "<c><v>1.23456789E9</v></c><c s=\"4\"><v>3</v></c></row>",
             "", kStyles) == "1:|#0012345|#12345|@2026-06-01|@2026-06-01|#1.5|#1234567890|#3\n");
    CHECK(read("<row><c s=\"2\"><v>44712</v></c></row>", "", kStyles, "<workbookPr date1904=\"1\"/>") == "1:|@2026-06-01\n");
    CHECK(read("<row><c t=\"d\"><v>2026-06-01T00:00:00</v></c></row>") == "1:|@2026-06-01\n");
}

TEST_CASE("days as a workbook counts them, on both sides of the day that never was") {
    CHECK(day_of_serial(1, false) == "1900-01-01");
    CHECK(day_of_serial(59, false) == "1900-02-28");
    CHECK_FALSE(day_of_serial(60, false));
    CHECK(day_of_serial(61, false) == "1900-03-01");
    CHECK_FALSE(day_of_serial(0, false));
    CHECK(day_of_serial(0, true) == "1904-01-01");
    CHECK(day_of_serial(2958465, false) == "9999-12-31");
    CHECK_FALSE(day_of_serial(2958466, false));
    CHECK_FALSE(day_of_serial(-1, true));
}

TEST_CASE("sheets by name") {
    const std::string bytes =
        test::workbook({{"Klas A", "<row><c t=\"str\"><v>a</v></c></row>"}, {"Klas B", "<row><c t=\"str\"><v>b</v></c></row>"}});
    CHECK(read_bytes(bytes) == "1:|a\n");
    CHECK(read_bytes(bytes, "klas b") == "1:|b\n");
    CHECK(read_bytes(bytes, "Klas C") == "klas.xlsx:1:1: error: found no sheet \"Klas C\"\n  hint: there is \"Klas A\", \"Klas B\"\n");
}

TEST_CASE("places are cells, and errors in them name no value") {
    CHECK(
        read("<row r=\"2\"><c r=\"C2\" t=\"e\"><v>#N/A</v></c><c r=\"AB2\"><f>1</f></c></row>") ==
        "klas.xlsx:Blad1!C2: error: found an error of Excel in a cell, such as #N/A or #REF!\n  hint: mend the formula, or type the value\n"
        "klas.xlsx:Blad1!AB2: error: found a formula without its value\n  hint: open the workbook in Excel, which works it out, and save "
        "it\n");
    CHECK(read("<row><c t=\"s\"><v>7</v></c></row>") ==
          "klas.xlsx:Blad1!A1: error: found a cell whose text is not in the workbook\n  hint: open it in Excel and save it again\n");
    CHECK(read("<row><c><v>1x</v></c></row>") ==
          "klas.xlsx:Blad1!A1: error: found a cell with a number that is none\n  hint: open it in Excel and save it again\n");
    CHECK(read("<row><c s=\"2\"><v>60</v></c></row>", "", kStyles) ==
          "klas.xlsx:Blad1!A1: error: found a date outside the years 1900-9999\n  hint: type the date again\n");
}

TEST_CASE("damaged and hostile workbooks are one error") {
    const auto errors = [](const std::string& bytes) { return read_bytes(bytes).find(": error: ") != std::string::npos; };
    const std::string good = test::workbook({{"Blad1", "<row><c t=\"str\"><v>a</v></c></row>"}});
    for (std::size_t cut = 4; cut < good.size(); cut += 97) CHECK(errors(good.substr(0, cut)));
    CHECK(errors("PK\x03\x04"));
    CHECK(errors(archive::write({{"a.txt", "x"}})));
    CHECK(errors(test::workbook({})));
    // Rows and columns that run backwards or past the limits.
    CHECK(errors(test::workbook({{"B", "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>"}})));
    CHECK(errors(test::workbook({{"B", "<row r=\"200001\"><c><v>1</v></c></row>"}})));
    CHECK(errors(test::workbook({{"B", "<row><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>"}})));
    CHECK(errors(test::workbook({{"B", "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"}})));
    // An entity that would unfold, and a part that unfolds to more than there may be.
    CHECK(errors(archive::write({{"_rels/.rels", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"}})));
    CHECK(errors(
        test::workbook({{"B", "<row><c t=\"inlineStr\"><is><t>" + std::string(std::size_t{40} << 20, 'x') + "</t></is></c></row>"}})));
}

TEST_CASE("a sheet of many pieces is whole, and asks for a row at a time") {
    const std::size_t many = 20'000;
    const Sheet sheet{"Lang", {{"nummer", 8}, {"tekst", 20}}, many, [](std::size_t n) {
                          return Values{static_cast<long long>(n), std::string(n % 7, 'x')};
                      }};
    const std::string bytes = write_xlsx({sheet});
    const std::string text = read_bytes(bytes);
    CHECK(std::count(text.begin(), text.end(), '\n') == many + 1);
    CHECK(text.ends_with("20001:|#19999\n"));
    // No record for files over 4 GB, at which Excel offers to mend the workbook: version 2.0 of the format is enough.
    CHECK(bytes.substr(0, 6) == std::string("PK\x03\x04\x14\0", 6));
}

TEST_CASE("what is written is read back: text as text, numbers, days, and what Excel would run") {
    const std::vector<Values> rows{
        {std::string("0012345"), std::string("Łukasz <b>&\"Dvořák\"</b>\nregel 2"), 12LL, Day{"2026-06-01"}, Tenths{55}},
        {std::string("=1+1"), std::string("+31 6"), 3LL, Day{"1900-02-28"}, Tenths{100}},
        {std::string("@x"), std::string("_x0041_ \x07"), std::monostate{}, Day{"9999-12-31"}}};
    const std::vector<Sheet> sheets{{"Kandidaten [1/2]: alles *? dat te lang is voor Excel",
                                     {{"studentnummer", 14}, {"naam", 30.5}, {"aantal", 8}, {"datum", 12}, {"cijfer", 8}},
                                     rows.size(),
                                     [&](std::size_t n) { return rows[n]; }},
                                    {"Leeg", {{"kolom", 10}}, 0, {}}};
    const std::string bytes = write_xlsx(sheets);
    CHECK(bytes == write_xlsx(sheets));
    CHECK(read_bytes(bytes) ==
          "1:|studentnummer|naam|aantal|datum|cijfer\n"
          "2:|0012345|Łukasz <b>&\"Dvořák\"</b>\nregel 2|#12|@2026-06-01|#5.5\n"
          "3:|=1+1|+31 6|#3|@1900-02-28|#10\n"
          "4:|@x|_x005F_x0041_ _x0007_||@9999-12-31\n");
    CHECK(read_bytes(bytes, "Leeg") == "1:|kolom\n");
    CHECK(read_bytes(bytes, "x").find("Kandidaten -1-2-- alles -- dat") != std::string::npos);
    CHECK(write_csv(sheets[0]) ==
          "\xEF\xBB\xBFstudentnummer;naam;aantal;datum;cijfer\r\n0012345;\"Łukasz <b>&\"\"Dvořák\"\"</b>\nregel 2\";12;01-06-2026;5,5\r\n"
          "'=1+1;'+31 6;3;28-02-1900;10,0\r\n'@x;_x0041_ \x07;;31-12-9999;\r\n");
}
