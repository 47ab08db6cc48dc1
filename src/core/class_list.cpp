#include "core/forms.hpp"

namespace dossier::core {

ClassList read_class_list(const Source& file, const model::Dossier& dossier, const make::Maker& maker, const ClassListInput& input,
                          Diagnostics& diagnostics) {
    const bool workbook = table::is_xlsx(file.text);
    if (!workbook && !input.sheet.empty())
        diagnostics.warning("no-such-sheet", {}, say("{} has no sheets: it is no .xlsx workbook", file.name));
    ClassList out;
    out.table = workbook ? table::read_xlsx(file, input.sheet, diagnostics)
                         : table::read_csv(file, table::encoding_of(input.codering).value_or(table::Encoding::recognised), diagnostics);
    const klassenlijst::Reading reading{input.profiel, [&maker](char32_t c) { return maker.covers(c); }};
    if (out.table.good) out.list = klassenlijst::read_klassenlijst(out.table, dossier, reading, diagnostics);
    return out;
}

}  // namespace dossier::core
