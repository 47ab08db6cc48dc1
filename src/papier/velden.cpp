#include "papier/velden.hpp"

#include <algorithm>
#include <array>

namespace dossier::papier {
namespace {

using filled::Field;
using filled::Kind;
using filled::OnPaper;

/// Fields whose words decide what comes of the form: who, when, which attempt. What is written in others only has to be there.
bool matters(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kNames{"kandidaat",     "studentnummer", "datum",
                                                            "beoordelaar-1", "beoordelaar-2", "poging"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

OnPaper::Doubt doubt_of(scans::Doubt d) {
    using From = scans::Doubt;
    using To = OnPaper::Doubt;
    switch (d) {
        case From::none: return To::none;
        case From::faint: return To::faint;
        case From::two: return To::two_marks;
        case From::corrected: return To::corrected;
        case From::outside: return To::beside;
        case From::not_seen: return To::not_seen;
    }
    return To::not_seen;
}

OnPaper on_paper(const Blad& blad, const scans::Box& box) {
    OnPaper out;
    out.file = blad.bestand;
    out.page = blad.page.number;
    out.rectangle = {box.left, box.top, box.right, box.bottom};
    out.sure = 1;
    return out;
}

}  // namespace

Field text_field(std::string name, std::string value) {
    Field out;
    out.name = std::move(name);
    out.value = std::move(value);
    return out;
}

Field Velden::choice(const scans::Answer& answer, const Blad& blad) const {
    Field out;
    out.name = answer.field;
    out.kind = Kind::choice;
    out.paper = on_paper(blad, answer.box);
    if (const std::string* decided = kader_.beslissingen.find(blad.identity, blad.page.number, answer.field)) {
        out.value = *decided;
        out.paper->decided = true;
        const bool known = decided->empty() || std::any_of(answer.choices.begin(), answer.choices.end(),
                                                           [&](const scans::ChoiceInk& c) { return c.value == *decided; });
        if (!known) out.doubts.push_back(filled::Doubt::no_such_choice);
        return out;
    }
    out.paper->sure = answer.sure;
    out.paper->doubt = doubt_of(answer.doubt);
    (answer.doubt == scans::Doubt::none ? out.value : out.paper->looks_like) = answer.value;
    return out;
}

/// What stood there from the start, by the template or the class list.
std::string Velden::printed(const layout::MapField& map) const {
    if (wie_ && !map.klassenlijst.empty())
        if (const auto veld = klassenlijst::veld_of(map.klassenlijst))
            if (std::string value = klassenlijst::form_value(*wie_, *veld); !value.empty()) return value;
    return map.value;
}

Field Velden::writing(const scans::Writing& writing, const layout::MapField& map, const Blad& blad) const {
    Field out;
    out.name = writing.field;
    out.kind = writing.signature ? Kind::signature : Kind::text;
    out.paper = on_paper(blad, writing.box);
    const bool ink = writing.ink > scans::kWritten;
    if (writing.signature) {
        out.signed_here = ink;
        return out;
    }
    if (const std::string* decided = kader_.beslissingen.find(blad.identity, blad.page.number, writing.field)) {
        out.value = *decided;
        out.paper->decided = true;
        return out;
    }
    out.value = printed(map);
    if (!out.value.empty() || !ink) return out;
    if (matters(writing.field)) {
        out.paper->doubt = OnPaper::Doubt::handwriting;
        out.paper->sure = 0;
    } else {
        out.value = kOpPapier;
    }
    return out;
}

void Velden::put(Field field) {
    const auto [at, fresh] = by_name_.try_emplace(field.name, fields_.size());
    if (fresh) {
        fields_.push_back(std::move(field));
        return;
    }
    Field& known = fields_[at->second];
    if (known.paper->decided) return;
    if (field.paper->decided || known.paper->doubt == OnPaper::Doubt::none) {
        const bool differ = !field.paper->decided && field.paper->doubt == OnPaper::Doubt::none &&
                            (field.value != known.value || field.signed_here != known.signed_here);
        // The same paper scanned twice is read twice; what only one of them is unsure of is unsure.
        const bool unsure = field.paper->doubt != OnPaper::Doubt::none;
        if (field.paper->decided || unsure) known = std::move(field);
        else if (differ) known.doubts.push_back(filled::Doubt::two_values), known.value.clear();
    }
}

void Velden::add(const Blad& blad) {
    const layout::PageMap* map = scans::map_of(kader_.atlas, blad.page.code);
    for (const scans::Answer& a : blad.page.answers) put(choice(a, blad));
    if (!map) return;
    for (const scans::Writing& w : blad.page.writings) {
        const auto own =
            std::find_if(map->fields.begin(), map->fields.end(), [&](const layout::MapField& f) { return f.field == w.field; });
        if (own != map->fields.end()) put(writing(w, *own, blad));
    }
}

void Velden::add_missing(const std::string& code) {
    const auto map = kader_.atlas.lower_bound(code);
    if (map == kader_.atlas.end() || !map->first.starts_with(code)) return;
    const auto empty = [](const std::string& name, Kind kind) {
        Field out;
        out.name = name;
        out.kind = kind;
        out.paper = OnPaper{};
        return out;
    };
    for (const layout::MapChoice& c : map->second.choices)
        if (!by_name_.contains(c.field)) put(empty(c.field, Kind::choice));
    for (const layout::MapField& f : map->second.fields) {
        Field field = empty(f.field, f.signature ? Kind::signature : Kind::text);
        field.value = printed(f);
        put(std::move(field));
    }
}

}  // namespace dossier::papier
