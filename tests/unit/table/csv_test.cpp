#include "table/csv_record.hpp"
#include "table/table.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::table;

namespace {

/// Cells between |, rows on lines with their number; behind them the messages.
std::string read(const std::string& text, Encoding encoding = Encoding::recognised) {
    const Source file{"klas.csv", text, true, {}};
    Diagnostics diagnostics;
    const auto table = read_csv(file, encoding, diagnostics);
    std::string out;
    if (table.good)
        for (const Row& row : table.rows) {
            out += std::to_string(row.number) + ":";
            for (const Cell& cell : row.cells) out += '|' + cell.text;
            out += '\n';
        }
    return out + report(diagnostics);
}

}  // namespace

TEST_CASE("CSV with the delimiter of the first line") {
    CHECK(read("nummer;naam\r\n1;Jan, de\r\n") == "1:|nummer|naam\n2:|1|Jan, de\n");
    CHECK(read("nummer,naam\n1,Jan; de\n") == "1:|nummer|naam\n2:|1|Jan; de\n");
    CHECK(read("nummer\tnaam\n1\tJan; de, of\n") == "1:|nummer|naam\n2:|1|Jan; de, of\n");
    CHECK(read("sep=,\r\nnummer,naam;x\r\n") == "2:|nummer|naam;x\n");
    CHECK(read("\"a;b\",c\n") == "1:|a;b|c\n");
    CHECK(read("een kolom\nJan\n") == "1:|een kolom\n2:|Jan\n");
}

TEST_CASE("quotes, line breaks inside them, empty rows and cells") {
    CHECK(read("a;b\n\"Jan \"\"de\nKorte\"\"\";2\n\n;;\n ;3\n") == "1:|a|b\n2:|Jan \"de\nKorte\"|2\n5:||3\n");
    CHECK(read("a;b;\n1;2;;;\n\"\";\"x\"") == "1:|a|b\n2:|1|2\n3:||x\n");
    CHECK(read("") == "");
    CHECK(read("\xEF\xBB\xBF"
               "a;b") == "1:|a|b\n");
    CHECK(read("a\rb\r") == "1:|a\n2:|b\n");
}

TEST_CASE("a quote in the wrong place is an error at its place, and no text of the list is shown") {
    CHECK(read("a;b\n1;Jan \"de\" Boer\n") ==
          "klas.csv:2:7: error: found a quote inside a field that does not begin with one\n  hint: write the field in quotes, and each "
          "quote inside it twice\n");
    CHECK(read("a;b\n1;\"Jan\" de Boer\n") ==
          "klas.csv:2:8: error: found text behind the quote that closes a field\n  hint: write each quote inside a field twice\n");
    CHECK(read("a;b\n1;\"Jan\n2;x\n") ==
          "klas.csv:2:3: error: found a field that begins with a quote and does not end with one\n  hint: close the field with a quote\n");
}

TEST_CASE("encodings are recognised and said") {
    CHECK(read("a;b\n1;Ren\xE9 \x80\n") ==
          "1:|a|b\n2:|1|René €\nklas.csv:2:6: note: the file was read as windows-1252: this byte, 0xE9, is not UTF-8\n"
          "  hint: if letters with accents come out wrong, save the file as \"CSV UTF-8\" or name its encoding with --codering\n");
    CHECK(read("a;b\n1;Ren\xC3\xA9\n") == "1:|a|b\n2:|1|René\n");
    CHECK(read("a;b\n1;Ren\xC3\xA9\n", Encoding::windows1252) == "1:|a|b\n2:|1|RenÃ©\n");
    CHECK(read("a;b\n1;\x81\n", Encoding::windows1252) ==
          "klas.csv:2:3: error: found the byte 0x81, which is no character in windows-1252\n  hint: save the file as \"CSV UTF-8\"\n");
    CHECK(
        read("a;b\n1;Ren\xE9\n", Encoding::utf8) ==
        "klas.csv:2:6: error: found the byte 0xE9, which is not UTF-8\n  hint: leave out --codering, or save the file as \"CSV UTF-8\"\n");
    CHECK(read(std::string("\xFF\xFE"
                           "a\0\t\0\xE9\0\n\0",
                           10)) == "1:|a|é\nnote: klas.csv was read as UTF-16, which its first bytes say it is\n");
    CHECK(read(std::string("\xFE\xFF\0a\0;\0\xE9", 8)) == "1:|a|é\nnote: klas.csv was read as UTF-16, which its first bytes say it is\n");
    CHECK(read(std::string("\xFF\xFE"
                           "a\0\0\xD8",
                           6)) ==
          "note: klas.csv was read as UTF-16, which its first bytes say it is\n"
          "klas.csv:1:1: error: found half a character at byte 5 of a file in UTF-16\n  hint: save the file as \"CSV UTF-8\"\n");
}

TEST_CASE("one spelling, and characters that nobody means") {
    CHECK(read("a\ne\xCC\x81\xC2\xA0x\n").starts_with("1:|a\n2:|é\xC2\xA0x\n"));
    CHECK(read("a\nx\xE2\x80\xAEy\n").find("error: ") != std::string::npos);
}

TEST_CASE("too many columns") {
    CHECK(read(std::string(600, ';')).find("found more than 500 columns") != std::string::npos);
    CHECK(read(std::string(499, ';') + "x").find("error") == std::string::npos);
}

TEST_CASE("what is written is read back") {
    const std::vector<std::string> fields{"0012", "Jan \"de\" Boer", "a;b\nc", "", "=1+1", "x"};
    const auto text = read(std::string(kCsvBegin) + csv_record(fields, ';'));
    CHECK(text == "1:|0012|Jan \"de\" Boer|a;b\nc||'=1+1|x\n");
}
