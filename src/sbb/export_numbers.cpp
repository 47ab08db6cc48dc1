/// The numbers by which elements of an SBB file refer to each other.

#include "sbb/export_numbers.hpp"

#include <algorithm>

namespace dossier::sbb {
namespace {

constexpr int kFirstCompetentie = 3084;  ///< the numbers SBB gives to A and on
constexpr int kFirstKennis = 100'001;
constexpr int kFirstCategorie = 200'001;
constexpr int kFirstProfiel = 300'001;
constexpr int kFirstPart = 400'001;

}  // namespace

std::string NumberedTexts::number(const std::string& titel) {
    const auto [at, fresh] = numbers_.try_emplace(titel, next_);
    if (fresh) {
        ++next_;
        order_.push_back(titel);
    }
    return std::to_string(at->second);
}

void NumberedTexts::write(xml::Markup& xml, std::string_view list, std::string_view element) {
    if (order_.empty()) return xml.leaf(list, "");
    xml.open(list);
    for (const std::string& titel : order_) xml.leaf(element, "", {{"nr", number(titel)}, {"titel", titel}});
    xml.close();
}

std::string number_of(const model::Competentie& competentie) { return std::to_string(kFirstCompetentie + competentie.letter - 'A'); }

bool by_category(const model::Vakkennis& vakkennis) {
    return std::any_of(vakkennis.rubrieken.begin(), vakkennis.rubrieken.end(),
                       [](const model::Rubriek& r) { return !r.titel.value.empty() && !r.titel.value.ends_with(':'); });
}

ExportNumbers::ExportNumbers(const model::Dossier& dossier) : kennis(kFirstKennis), categorieen(kFirstCategorie), next_part_(kFirstPart) {
    add(dossier.basisdeel.kerntaken);
    for (const model::Profiel& p : dossier.profielen) {
        profielen_[p.code.value] = std::to_string(kFirstProfiel + static_cast<int>(profielen_.size()));
        add(p.kerntaken);
    }
}

void ExportNumbers::add(const model::Vakkennis& vakkennis) {
    const bool categories = by_category(vakkennis);
    for (const model::Rubriek& r : vakkennis.rubrieken) {
        if (!r.titel.value.empty()) (void)(categories ? categorieen : kennis).number(r.titel.value);
        for (const model::Text& item : r.items) (void)kennis.number(item.value);
    }
}

void ExportNumbers::add(const std::vector<model::Kerntaak>& kerntaken) {
    for (const model::Kerntaak& k : kerntaken) {
        add(k.vakkennis);
        for (const model::AanvullendeEisKerntaak& eis : k.aanvullende_eisen) add(eis.vakkennis);
    }
}

const std::string& ExportNumbers::profiel(const std::string& code) const {
    const auto found = profielen_.find(code);
    return found == profielen_.end() ? code : found->second;
}

}  // namespace dossier::sbb
