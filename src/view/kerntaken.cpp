#include "view/sections.hpp"

#include "scoring/zinnen.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dossier::view {
namespace {

void append(List& to, List more) { std::move(more.begin(), more.end(), std::back_inserter(to)); }

Value view_competentie(const model::Text& text, bool aanvullend) {
    const model::Competentie* known = model::find_competentie(text.value);
    return Fields()("letter", Value(known == nullptr ? std::string() : std::string(1, known->letter)))("naam", text)(
               "id", Value("competentie-" + slug(text.value)))("aanvullend", Value(aanvullend))
        .value();
}

/// Rows for criteria that the dossier does not give: assessors write their own.
constexpr int kBlankRows = 6;

List blank_rows(const model::Werkproces& w) {
    List rows;
    for (int n = 1; n <= kBlankRows; ++n) rows.push_back(Fields()("werkproces", w.code)("volgnummer", Value(n)).value());
    return rows;
}

/// "2"; "" where nothing is said.
Value view_gewicht(const model::Beoordeling& beoordeling, std::string_view code) {
    const scoring::Punten n = scoring::gewicht(beoordeling, code);
    return Value(n == 1 ? std::string() : std::to_string(n));
}

/// Points of a part, "" where they are not known or do not count.
struct Punten {
    Value meest{""}, nodig{""};
};
template <class Part> Punten view_punten(const model::Beoordeling& b, const Part& deel, const std::optional<scoring::Grens>& cesuur) {
    const scoring::Punten most = scoring::telt_punten(b) ? scoring::meeste_punten(b, deel) : 0;
    Punten out;
    if (most == 0) return out;
    out.meest = Value(std::to_string(most));
    if (cesuur) out.nodig = Value(std::to_string(scoring::nodig(*cesuur, most)));
    return out;
}

struct Criteria {
    List items;
    std::size_t cruciaal = 0;
};

/// Ids under which links of earlier versions still land.
List earlier_ids(const std::vector<model::Text>& codes, Context& context) {
    List ids;
    for (const model::Text& code : codes)
        if (context.codes.insert(code.value).second) ids.emplace_back(id_of(code.value));
    return ids;
}

/// The aanhef of a list to which aanvullende eisen add. The first part that has items says what stands above the whole; a part
/// below it with other words says them above its own first item.
class Aanhef {
public:
    /// What to put above the items of a part with `aanhef`; "" for nothing new.
    std::string above(const model::Text& aanhef, bool has_items) {
        if (!has_items) return "";
        const bool first = std::exchange(first_, false);
        if (aanhef.value.empty() || aanhef.value == last_) return "";
        last_ = aanhef.value;
        if (!first) return last_;
        whole_ = last_;
        return "";
    }
    [[nodiscard]] const std::string& whole() const { return whole_; }

private:
    bool first_ = true;
    std::string whole_, last_;
};

void add_criteria(const model::Werkproces& w, const model::Gedrag& gedrag, bool aanvullend, Context& context, Aanhef& aanhef,
                  Criteria& out) {
    std::string above = aanhef.above(gedrag.aanhef, !gedrag.criteria.empty());
    int nummer = gedrag.eerste_nummer;
    for (const model::Text& criterium : gedrag.criteria) {
        const std::string code = model::criteriumcode(w, nummer);
        const bool is_crucial = scoring::is_cruciaal(context.beoordeling, code);
        out.cruciaal += is_crucial ? 1U : 0U;
        out.items.push_back(Fields()("code", Value(code))("id", Value(id_of(code)))("nummer", Value(nummer))(
                                "volgnummer", Value(static_cast<int>(out.items.size()) + 1))("tekst", criterium)(
                                "zin", Value(without_end_mark(criterium.value)))(
                                "zin_stukken", Value(context.texts.woorden(without_end_mark(criterium.value))))(
                                "stukken", Value(context.texts.stukken(criterium.value)))("aanvullend", Value(aanvullend))(
                                "cruciaal", Value(is_crucial))("gewicht", view_gewicht(context.beoordeling, code))(
                                "mag_vervallen", Value(scoring::mag_vervallen(context.beoordeling, code)))("werkproces", w.code)(
                                "aanhef", Value(std::exchange(above, {})))
                                .value());
        ++nummer;
    }
}

List view_rubrieken(const model::Vakkennis& vakkennis, bool aanvullend, Aanhef& aanhef, Texts& texts) {
    List out;
    std::string above = aanhef.above(vakkennis.aanhef, !vakkennis.rubrieken.empty());
    for (const model::Rubriek& rubriek : vakkennis.rubrieken) {
        List items;
        for (const model::Text& item : rubriek.items)
            items.push_back(Fields()("tekst", item)("stukken", Value(texts.stukken(item.value)))("aanvullend", Value(aanvullend)).value());
        mark_ends(items);
        out.push_back(Fields()("titel", rubriek.titel)("titel_stukken", Value(texts.woorden(rubriek.titel.value)))(
                          "items", Value(std::move(items)))("aanvullend", Value(aanvullend))("aanhef", Value(std::exchange(above, {})))
                          .value());
    }
    return out;
}

Value view_werkproces(const model::Werkproces& w, Context& context) {
    Texts& texts = context.texts;
    const model::Beoordeling& beoordeling = context.beoordeling;
    List omschrijving = texts.blokken(w.omschrijving);
    List resultaat = texts.blokken(w.resultaat);
    List competenties;
    Criteria criteria;
    Aanhef aanhef;
    add_criteria(w, w.gedrag, false, context, aanhef, criteria);
    for (const model::Text& c : w.competenties) competenties.push_back(view_competentie(c, false));
    bool extra = false;
    for (const model::AanvullendeEisWerkproces& eis : w.aanvullende_eisen) {
        if (eis.profiel.value != context.profiel) continue;
        extra = true;
        append(omschrijving, texts.blokken(eis.omschrijving, true));
        append(resultaat, texts.blokken(eis.resultaat, true));
        add_criteria(w, eis.gedrag, true, context, aanhef, criteria);
        for (const model::Text& c : eis.competenties) competenties.push_back(view_competentie(c, true));
    }
    mark_ends(criteria.items);
    mark_ends(competenties);
    const std::size_t n = criteria.items.size();
    const bool behaviour = n > 0;
    List blank = behaviour ? List() : blank_rows(w);
    const bool has_result = !resultaat.empty();
    Value list(std::move(criteria.items));
    Value gedrag = behaviour ? Fields()("aanhef", Value(aanhef.whole()))("criteria", list).value() : Value(false);
    const scoring::TeBeoordelen deel = scoring::te_beoordelen(w, context.profiel);
    const bool drops = std::any_of(deel.criteria.begin(), deel.criteria.end(),
                                   [&](const std::string& code) { return scoring::mag_vervallen(beoordeling, code); });
    const bool weighs = scoring::gewicht(beoordeling, deel.werkproces) != 1 ||
                        std::any_of(deel.criteria.begin(), deel.criteria.end(),
                                    [&](const std::string& code) { return scoring::gewicht(beoordeling, code) != 1; });
    Punten punten = view_punten(beoordeling, deel, scoring::cesuur_van_werkproces(beoordeling, w.code.value));
    return Fields()("code", w.code)("id", Value(id_of(w.code.value)))("pad", Value(id_of(w.code.value)))("titel", w.titel)(
               "titel_stukken", Value(texts.woorden(w.titel.value)))("eerdere", Value(earlier_ids(w.eerdere_codes, context)))(
               "vingerafdruk", Value(fingerprint(w, beoordeling)))("alleen_titel", Value(w.alleen_titel() && !extra))(
               "aanvullend", Value(extra))("omschrijving", Value(std::move(omschrijving)))(
               "omschrijving_kort", Value(opening(w.omschrijving, 320)))("resultaat", Value(std::move(resultaat)))(
               "heeft_resultaat", Value(has_result))("lege_rijen", Value(std::move(blank)))("gedrag", std::move(gedrag))(
               "criteria", std::move(list))("competenties", Value(std::move(competenties)))("aantal_criteria", Value(static_cast<int>(n)))(
               "criteria_nodig", Value(static_cast<int>(scoring::nodig(beoordeling.cesuur.criteria.value, n))))(
               "aantal_cruciaal", Value(static_cast<int>(criteria.cruciaal)))("heeft_cruciaal", Value(criteria.cruciaal > 0))(
               "gewicht", view_gewicht(beoordeling, w.code.value))("meeste_punten", std::move(punten.meest))(
               "punten_nodig", std::move(punten.nodig))("heeft_vervalbaar", Value(drops))("heeft_gewicht", Value(weighs))(
               "cesuur", Value(scoring::zin_werkproces(beoordeling, deel)))
        .value();
}

}  // namespace

bool titles_only(const model::Kerntaak& kerntaak) {
    return kerntaak.complexiteit.empty() && kerntaak.verantwoordelijkheid.empty() && kerntaak.vakkennis.empty() &&
           std::all_of(kerntaak.werkprocessen.begin(), kerntaak.werkprocessen.end(),
                       [](const model::Werkproces& w) { return w.alleen_titel(); });
}

Value view_kerntaak(const model::Kerntaak& k, Context& context) {
    Texts& texts = context.texts;
    const model::Beoordeling& beoordeling = context.beoordeling;
    List complexiteit = texts.blokken(k.complexiteit);
    List verantwoordelijkheid = texts.blokken(k.verantwoordelijkheid);
    Aanhef aanhef;
    List rubrieken = view_rubrieken(k.vakkennis, false, aanhef, texts);
    bool extra = false;
    for (const model::AanvullendeEisKerntaak& eis : k.aanvullende_eisen) {
        if (eis.profiel.value != context.profiel) continue;
        extra = true;
        append(complexiteit, texts.blokken(eis.complexiteit, true));
        append(verantwoordelijkheid, texts.blokken(eis.verantwoordelijkheid, true));
        append(rubrieken, view_rubrieken(eis.vakkennis, true, aanhef, texts));
    }
    mark_ends(rubrieken);
    const bool knowledge = !rubrieken.empty();
    Value vakkennis =
        knowledge ? Fields()("aanhef", Value(aanhef.whole()))("rubrieken", Value(std::move(rubrieken))).value() : Value(false);
    List werkprocessen;
    int aantal_criteria = 0;
    bool all_titles = true;
    bool crucial_here = false, weight_here = false, drops_here = false;
    for (const model::Werkproces& w : k.werkprocessen) {
        Value werkproces = view_werkproces(w, context);
        aantal_criteria += static_cast<int>(werkproces.find("criteria")->list()->size());
        crucial_here = crucial_here || *werkproces.find("heeft_cruciaal")->boolean();
        drops_here = drops_here || *werkproces.find("heeft_vervalbaar")->boolean();
        weight_here = weight_here || *werkproces.find("heeft_gewicht")->boolean();
        extra = extra || *werkproces.find("aanvullend")->boolean();
        all_titles = all_titles && *werkproces.find("alleen_titel")->boolean();
        werkprocessen.push_back(std::move(werkproces));
    }
    mark_ends(werkprocessen);
    const std::size_t n = werkprocessen.size();
    const bool alleen_titel = all_titles && complexiteit.empty() && verantwoordelijkheid.empty() && !knowledge;
    const scoring::TeBeoordelenKerntaak deel = scoring::te_beoordelen(k, context.profiel);
    Punten punten = view_punten(beoordeling, deel, scoring::cesuur_van_kerntaak(beoordeling, k.code.value));
    return Fields()("code", k.code)("id", Value(id_of(k.code.value)))("pad", Value(id_of(k.code.value)))("titel", k.titel)(
               "titel_stukken", Value(texts.woorden(k.titel.value)))("eerdere", Value(earlier_ids(k.eerdere_codes, context)))(
               "gedeeld", Value(k.code.value.starts_with("B")))("alleen_titel", Value(alleen_titel))("aanvullend", Value(extra))(
               "vingerafdruk", Value(fingerprint(k, beoordeling)))("ook_in", Value(List()))("complexiteit", Value(std::move(complexiteit)))(
               "verantwoordelijkheid", Value(std::move(verantwoordelijkheid)))("vakkennis", std::move(vakkennis))(
               "werkprocessen", Value(std::move(werkprocessen)))("aantal_werkprocessen", Value(static_cast<int>(n)))(
               "werkprocessen_nodig", Value(static_cast<int>(scoring::nodig(beoordeling.cesuur.werkprocessen.value, n))))(
               "aantal_criteria", Value(aantal_criteria))("heeft_cruciaal", Value(crucial_here))("heeft_vervalbaar", Value(drops_here))(
               "heeft_gewicht", Value(weight_here))("meeste_punten", std::move(punten.meest))("punten_nodig", std::move(punten.nodig))(
               "cijfertabel", view_cijfertabel(beoordeling, deel))("cesuur", Value(scoring::zin_kerntaak(beoordeling, deel)))
        .value();
}

}  // namespace dossier::view
