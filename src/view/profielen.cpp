#include "view/sections.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

bool outline_only(const model::Profiel& p) {
    return std::all_of(p.kerntaken.begin(), p.kerntaken.end(), [](const model::Kerntaak& k) { return titles_only(k); });
}

}  // namespace

Value view_profile_line(const model::Profiel& p, const model::Dossier& d, const model::Profiel* current) {
    std::size_t werkprocessen = 0;
    for (const model::Kerntaak& k : p.kerntaken) werkprocessen += k.werkprocessen.size();
    for (const model::Kerntaak& k : d.basisdeel.kerntaken) werkprocessen += k.werkprocessen.size();
    return Fields()("code", p.code)("id", Value(id_of(p.code.value)))("naam", p.naam)("pad", Value(folder(p)))("crebo", p.crebo)(
               "niveau", number(p.niveau.value))("soort", p.soort)("alleen_titels", Value(outline_only(p)))(
               "huidig", Value(current != nullptr && p.code.value == current->code.value))(
               "aantal_kerntaken", Value(static_cast<int>(d.basisdeel.kerntaken.size() + p.kerntaken.size())))(
               "aantal_werkprocessen", Value(static_cast<int>(werkprocessen)))(
               "omvang", Value(count_of(d.basisdeel.kerntaken.size() + p.kerntaken.size(), "kerntaak", "kerntaken") + " en " +
                               count_of(werkprocessen, "werkproces", "werkprocessen")))
        .value();
}

Value view_neighbour(const model::Dossier& d, const model::Profiel& p, int step) {
    for (std::size_t i = 0; i < d.profielen.size(); ++i) {
        if (d.profielen[i].code.value != p.code.value) continue;
        const std::size_t other = step < 0 ? i - 1 : i + 1;  // before the first wraps round to no profiel
        if (other >= d.profielen.size()) break;
        return Fields()("code", d.profielen[other].code)("naam", d.profielen[other].naam)("pad", Value(folder(d.profielen[other]))).value();
    }
    return Value(false);
}

Value view_profiel(const model::Profiel& p, const model::Dossier& d, Texts& texts, const std::string& print) {
    Value out = view_profile_line(p, d, &p);
    out.set("sbu", number(p.sbu.value));
    out.set("beroepsvereisten", Value(p.beroepsvereisten.value));
    out.set("toelichting_beroepsvereisten", Value(texts.blokken(p.toelichting_beroepsvereisten)));
    out.set("typering", Value(texts.blokken(p.typering)));
    out.set("vingerafdruk", Value(print));
    return out;
}

}  // namespace dossier::view
