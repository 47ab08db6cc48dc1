#include "view/sections.hpp"

#include "scoring/zinnen.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::view {
namespace {

Value view_step(std::string_view word, bool pass, const std::string& punten) {
    return Fields()("waarde", Value(word))("opschrift", Value(capitalised(word)))("sleutel", Value(slug(word)))("voldoende", Value(pass))(
               "punten", Value(punten))
        .value();
}

List steps(const model::Beoordeling& beoordeling) {
    const bool points = scoring::telt_punten(beoordeling);
    List out;
    for (const scoring::Stap& s : scoring::stappen(beoordeling))
        out.push_back(view_step(s.waarde, s.voldoende, points ? std::to_string(s.punten) : std::string()));
    mark_ends(out);
    return out;
}

/// Widths in percent of the columns of a criteria table.
struct Columns {
    double choice = 0;
    double criterium = 0;
    double motivering = 0;
};
constexpr std::size_t kTablePairs = 4;   ///< of points and mark, beside each other
constexpr std::size_t kMostUpright = 5;  ///< choices that leave room for text on upright paper

/// `wide`: the paper lies down.
Columns columns_for(std::size_t choices, bool wide) {
    Columns c;
    // A radio button of 24 px with its heading needs about 40 points; a page has some 500 of them upright, 750 lying down.
    c.choice = wide ? (choices > 8 ? 5.2 : 6.4) : 8.4;
    const double rest = 100 - c.choice * static_cast<double>(choices);
    c.criterium = rest * 0.56;
    c.motivering = rest - c.criterium;
    return c;
}

/// One decimal, so that the three widths add up as printed.
std::string percent_text(double width) { return tenths_text(static_cast<int>(std::lround(width * 10)), '.'); }

struct Unit {
    std::string code, titel, vorm;
    std::vector<std::string_view> werkprocessen;
};

/// `standard`: each kerntaak is one exam.
std::vector<Unit> units_of(const std::vector<const model::Kerntaak*>& kerntaken, const model::Beoordeling& beoordeling, bool standard) {
    std::vector<Unit> units;
    for (const model::Exameneenheid& e : beoordeling.exameneenheden) {
        Unit unit{e.code.value, e.titel.value, e.vorm.value, {}};
        for (const model::Kerntaak* k : kerntaken)
            for (const model::Werkproces& w : k->werkprocessen)
                if (std::any_of(e.werkprocessen.begin(), e.werkprocessen.end(),
                                [&](const model::Text& t) { return t.value == w.code.value; }))
                    unit.werkprocessen.emplace_back(w.code.value);
        if (!unit.werkprocessen.empty()) units.push_back(std::move(unit));
    }
    if (!standard) return units;
    for (const model::Kerntaak* k : kerntaken) {
        Unit unit{std::string("E").append(std::to_string(units.size() + 1)), k->titel.value, "", {}};
        for (const model::Werkproces& w : k->werkprocessen) unit.werkprocessen.emplace_back(w.code.value);
        units.push_back(std::move(unit));
    }
    return units;
}

}  // namespace

namespace {

Fields with_columns(Fields fields, const Columns& columns) {
    return std::move(fields("kolom_keuze", Value(percent_text(columns.choice)))("kolom_criterium", Value(percent_text(columns.criterium)))(
        "kolom_motivering", Value(percent_text(columns.motivering))));
}

Value view_cesuur(const model::Beoordeling& b, Texts& texts) {
    return Fields()("criteria", b.cesuur.criteria)("werkprocessen", b.cesuur.werkprocessen)(
               "werkproces_punten", b.cesuur.werkproces_punten)("werkproces_minimum", b.cesuur.werkproces_minimum)(
               "kerntaak_punten", b.cesuur.kerntaak_punten)("zin_werkproces", Value(scoring::zin_werkproces(b)))(
               "zin_kerntaak", Value(scoring::zin_kerntaak(b)))("toelichting", Value(texts.blokken(b.cesuur.toelichting)))
        .value();
}

/// What only some committees have: points, weights, marks, attempts.
void add_extras(Fields& fields, const model::Beoordeling& b, std::size_t choices, bool wide) {
    const bool drops = !b.niet_van_toepassing.empty();
    fields("zin_rekenen", Value(drops ? scoring::zin_rekenen(b) : std::string()));
    fields("met_punten", Value(scoring::telt_punten(b)))("zin_punten", Value(scoring::zin_punten(b)))(
        "zin_gewicht", Value(scoring::zin_gewicht(b)))("zin_minimum", Value(scoring::zin_minimum(b)))(
        "zin_cijfer", Value(scoring::zin_cijfer(b)))("naar_cijfer", Value(!b.cijfer.afronding.value.empty()))(
        "zin_herkansing", Value(scoring::zin_herkansing(b)))("zin_niet_van_toepassing", Value(scoring::zin_niet_van_toepassing(b)));
    Value extra(false);
    if (drops)
        extra = with_columns(
                    std::move(Fields()("waarde", Value(scoring::kNietVanToepassing))("sleutel", Value(slug(scoring::kNietVanToepassing)))),
                    columns_for(choices + 1, wide))
                    .value();
    fields("niet_van_toepassing", std::move(extra));
    fields("uitgebreid", Value(scoring::telt_punten(b) || drops || b.herkansing.pogingen.value != 0));
}

}  // namespace

Value view_beoordeling(const model::Beoordeling& beoordeling, Texts& texts) {
    List cruciaal;
    for (const model::Text& code : beoordeling.cruciaal) cruciaal.push_back(Fields()("code", code)("id", Value(id_of(code.value))).value());
    mark_ends(cruciaal);
    List keuzes = steps(beoordeling);
    keuzes.push_back(view_step(scoring::kNietBeoordeeld, false, ""));
    mark_ends(keuzes);
    const std::size_t choices = keuzes.size();
    const bool wide = choices + (beoordeling.niet_van_toepassing.empty() ? 0 : 1) > kMostUpright;
    Fields fields;
    fields("schaal", Value(steps(beoordeling)))("keuzes", Value(std::move(keuzes)))("breed", Value(wide));
    fields = with_columns(std::move(fields), columns_for(choices, wide));
    fields("cijfer", Value(scoring::is_cijfer(beoordeling)))("cesuur", view_cesuur(beoordeling, texts))(
        "zin_cruciaal", Value(scoring::zin_cruciaal()))("zin_kwalificatie", Value(scoring::zin_kwalificatie(beoordeling)))(
        "cruciaal", Value(std::move(cruciaal)))("dekkingsnorm", Value(scoring::dekkingsnorm(beoordeling)))(
        "zin_dekking", Value(scoring::zin_dekking(beoordeling)));
    add_extras(fields, beoordeling, choices, wide);
    return std::move(fields).value();
}

Value view_cijfertabel(const model::Beoordeling& b, const scoring::TeBeoordelenKerntaak& deel) {
    const auto line = scoring::cesuur_van_kerntaak(b, deel.kerntaak);
    const bool known = std::none_of(deel.werkprocessen.begin(), deel.werkprocessen.end(), [](const auto& w) { return w.criteria.empty(); });
    const scoring::Punten most = scoring::meeste_punten(b, deel);
    const scoring::Punten least = line ? scoring::nodig(*line, most) : 0;
    if (b.cijfer.afronding.value.empty() || !known || least <= 0 || least > most) return Value(false);
    const std::vector<scoring::CijferVanaf> table = scoring::cijfertabel(b.cijfer, least, most);
    List out;
    for (std::size_t from = 0; from < table.size(); from += kTablePairs) {
        List cells;
        for (std::size_t at = from; at < from + kTablePairs; ++at) {
            const bool there = at < table.size();
            cells.push_back(Fields()("punten", Value(there ? std::to_string(table[at].punten) : std::string()))(
                                "cijfer", Value(there ? scoring::tekst(table[at].cijfer, b.cijfer) : std::string()))("leeg", Value(!there))
                                .value());
        }
        mark_ends(cells);
        out.push_back(Fields()("cellen", Value(std::move(cells))).value());
    }
    mark_ends(out);
    return Fields()("rijen", Value(std::move(out))).value();
}

namespace {

/// Which competenties the werkprocessen of `k` call upon, as a grid: a row for each competentie that occurs, in order of its
/// letter, a cell for each werkproces.
List competence_grid(const model::Kerntaak& k) {
    List rows;
    for (const model::Competentie& c : model::competenties()) {
        List cells;
        bool any = false;
        for (const model::Werkproces& w : k.werkprocessen) {
            const auto calls = [&c](const std::vector<model::Text>& list) {
                return std::any_of(list.begin(), list.end(), [&c](const model::Text& t) { return t.value == c.naam; });
            };
            bool here = calls(w.competenties);
            for (const model::AanvullendeEisWerkproces& eis : w.aanvullende_eisen) here = here || calls(eis.competenties);
            any = any || here;
            cells.push_back(Fields()("ja", Value(here)).value());
        }
        if (!any) continue;
        mark_ends(cells);
        rows.push_back(
            Fields()("letter", Value(std::string(1, c.letter)))("naam", Value(c.naam))("cellen", Value(std::move(cells))).value());
    }
    mark_ends(rows);
    return rows;
}

/// The units that cover anything of `k`.
std::vector<Unit> units_for(const model::Kerntaak& k, const std::vector<Unit>& units) {
    std::vector<Unit> out;
    for (const Unit& unit : units)
        if (std::any_of(k.werkprocessen.begin(), k.werkprocessen.end(), [&unit](const model::Werkproces& w) {
                return std::find(unit.werkprocessen.begin(), unit.werkprocessen.end(), w.code.value) != unit.werkprocessen.end();
            }))
            out.push_back(unit);
    return out;
}

/// Widths in percent of a table with one wide column and `count` equal ones, which take `room` at most.
struct Widths {
    double wide = 100, each = 0;
};
Widths widths_for(std::size_t count, double room) {
    if (count == 0) return {};
    const double each = std::min(12.0, std::floor(10 * room / static_cast<double>(count)) / 10);
    return {100 - each * static_cast<double>(count), each};
}

}  // namespace

Value view_examenmatrijs(const std::vector<const model::Kerntaak*>& kerntaken, const List& views, const model::Beoordeling& beoordeling,
                         bool standard) {
    const std::vector<Unit> units = units_of(kerntaken, beoordeling, standard);
    List columns;
    for (const Unit& unit : units)
        columns.push_back(Fields()("code", Value(unit.code))("titel", Value(unit.titel))("vorm", Value(unit.vorm))(
                              "aantal", Value(static_cast<int>(unit.werkprocessen.size())))
                              .value());
    mark_ends(columns);
    List rows;
    bool all = true;
    for (std::size_t i = 0; i < kerntaken.size(); ++i) {
        const model::Kerntaak* k = kerntaken[i];
        const std::vector<Unit> own = units_for(*k, units);
        List werkprocessen, eenheden;
        for (const Unit& unit : own) eenheden.push_back(Fields()("code", Value(unit.code)).value());
        mark_ends(eenheden);
        std::size_t covered = 0;
        for (const Value& w : *views[i].find("werkprocessen")->list()) {
            const std::string& code = *w.find("code")->text();
            List cells;
            bool any = false;
            for (const Unit& unit : own) {
                const bool here = std::find(unit.werkprocessen.begin(), unit.werkprocessen.end(), code) != unit.werkprocessen.end();
                any = any || here;
                cells.push_back(Fields()("ja", Value(here))("eenheid", Value(unit.code)).value());
            }
            covered += any ? 1U : 0U;
            Fields fields;
            for (const char* same : {"code", "id", "titel", "titel_stukken", "criteria"}) fields(same, *w.find(same));
            werkprocessen.push_back(fields("cellen", Value(std::move(cells)))("gedekt", Value(any)).value());
        }
        mark_ends(werkprocessen);
        const std::size_t total = k->werkprocessen.size();
        const bool meets = scoring::dekt_genoeg(beoordeling, covered, total);
        all = all && meets;
        const Widths exams = widths_for(own.size(), 50), grid = widths_for(total, 60);
        rows.push_back(Fields()("code", k->code)("id", Value(id_of(k->code.value)))("titel", k->titel)(
                           "titel_stukken", *views[i].find("titel_stukken"))("werkprocessen", Value(std::move(werkprocessen)))(
                           "gedekt", Value(static_cast<int>(covered)))("totaal", Value(static_cast<int>(total)))(
                           "procent", Value(std::to_string(total == 0 ? 0 : covered * 100 / total) + "%"))("voldoet", Value(meets))(
                           "eenheden", Value(std::move(eenheden)))("kolom_titel", Value(percent_text(exams.wide)))(
                           "kolom_eenheid", Value(percent_text(exams.each)))("competenties", Value(competence_grid(*k)))(
                           "kolom_competentie", Value(percent_text(grid.wide)))("kolom_werkproces", Value(percent_text(grid.each)))
                           .value());
    }
    mark_ends(rows);
    return Fields()("eenheden", Value(std::move(columns)))("kerntaken", Value(std::move(rows)))("standaard", Value(standard))("voldoet",
                                                                                                                              Value(all))
        .value();
}

}  // namespace dossier::view
