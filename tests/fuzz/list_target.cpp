/// Any bytes at all as a class list: as the file, and as the rows of a workbook, where most changes of a zip would not come. What is
/// wrong has a place and no excerpt; what is read is UTF-8, and a candidate has what a form asks for; what is written as CSV reads the
/// same again.

#include "../unit/common/workbook.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "sound.hpp"
#include "table/csv_record.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <string>

namespace {

using namespace dossier;

const model::Dossier& dossier() {
    static const model::Dossier one = [] {
        model::Dossier d;
        for (const char* code : {"P1", "P3"}) {
            d.profielen.emplace_back();
            d.profielen.back().code.value = code;
        }
        return d;
    }();
    return one;
}

void expect_personal(const Diagnostics& diagnostics, const table::Table& table, const Source& file) {
    for (const Diagnostic& d : diagnostics.all()) {
        fuzz::expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
        if (!d.location.source) continue;
        bool known = d.location.source == &file;
        for (const auto& source : table.sources) known = known || d.location.source == source.get();
        fuzz::expect(known, "a place is in the file or in what was read of it");
        fuzz::expect(d.location.source->personal, "no line of the list is shown");
        if (d.location.source->sheet.empty())  // elsewhere a place is a cell
            fuzz::expect(d.location.begin <= d.location.end && d.location.end <= d.location.source->text.size(), "a place is in the file");
    }
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
}

std::string csv_of(const table::Table& table) {
    std::string out = std::string(table::kCsvBegin) + "sep=;\r\n";
    for (const table::Row& row : table.rows) {
        std::vector<std::string> fields;
        for (const table::Cell& cell : row.cells) fields.push_back(cell.text);
        out += table::csv_record(fields, ';');
    }
    return out;
}

void read(const Source& file) {
    Diagnostics diagnostics;
    const table::Table table = table::is_xlsx(file.text) ? table::read_xlsx(file, "", diagnostics)
                                                         : table::read_csv(file, table::Encoding::recognised, diagnostics);
    bool good = table.good;
    for (const table::Row& row : table.rows) good = good && row.good;
    fuzz::expect(good != diagnostics.has_errors(), "a table of good rows exactly when there is no error");
    if (!table.good) return expect_personal(diagnostics, table, file);
    const std::string written = csv_of(table);
    fuzz::expect(!first_invalid_utf8(written), "cells are UTF-8");
    const Source again{"klas.csv", written, true, {}};
    Diagnostics no_error;
    fuzz::expect(csv_of(table::read_csv(again, table::Encoding::utf8, no_error)) == written, "what is written reads the same again");
    const auto list = klassenlijst::read_klassenlijst(table, dossier(), {"P3", [](char32_t c) { return c < 0x2000; }}, diagnostics);
    expect_personal(diagnostics, table, file);
    if (!list) return fuzz::expect(diagnostics.has_errors(), "no list without an error");
    fuzz::expect((list->bad_rows > 0) == diagnostics.has_errors(), "a bad row has an error, and an error has a bad row");
    for (const klassenlijst::Kandidaat& k : list->kandidaten) {
        fuzz::expect(!k[klassenlijst::Veld::studentnummer].empty() && !k[klassenlijst::Veld::naam].empty(),
                     "a candidate has a number and a name");
        fuzz::expect(k.profiel < dossier().profielen.size(), "a candidate has a profiel of the dossier");
        const std::string& day = k[klassenlijst::Veld::datum];
        fuzz::expect(day.empty() || model::heeft_vorm(model::Vorm::datum, day), "a date is a day");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    read({"klas", bytes, true, {}});
    if (!table::is_xlsx(bytes)) read({"klas.xlsx", test::workbook({{"Blad1", bytes}}, bytes, bytes), true, {}});
    return 0;
}
