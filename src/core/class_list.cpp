#include "core/forms.hpp"

namespace dossier::core {

std::optional<ClassList> read_class_list(const Source& file, const model::Dossier& dossier, const make::Maker& maker, const ClassListInput& input,
                                         Diagnostics& diagnostics) {
    const bool workbook = table::is_xlsx(file.text);
    if (!workbook && !input.sheet.empty())
        diagnostics.warning("no-such-sheet", {}, file.name + " has no sheets: it is no .xlsx workbook");
    auto table = workbook ? table::read_xlsx(file, input.sheet, diagnostics) : table::read_csv(file, input.encoding, diagnostics);
    if (!table) return std::nullopt;
    const klassenlijst::Reading reading{input.profiel, [&maker](char32_t c) { return maker.covers(c); }};
    auto list = klassenlijst::read_klassenlijst(*table, dossier, reading, diagnostics);
    if (!list) return std::nullopt;
    return ClassList{std::move(*table), std::move(*list)};
}

}  // namespace dossier::core
