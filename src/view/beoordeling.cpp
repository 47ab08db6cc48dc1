#include "view/sections.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::view {
namespace {

bool is_mark(const model::Beoordeling& beoordeling) {
    return beoordeling.schaal.size() == 1 && beoordeling.schaal.front().value == "cijfer";
}

/// "minstens voldoende" in the words of the scale.
std::string_view enough(const model::Beoordeling& beoordeling) {
    return is_mark(beoordeling) ? "minstens een 6" : "minstens voldoende";
}

std::string rule(std::string_view whole, std::string_view drempel, std::string_view parts, std::string_view level) {
    const std::string how = drempel == "alle" ? "alle " + std::string(parts)
                                              : "ten minste " + std::string(drempel) + " van de " + std::string(parts);
    return "Een " + std::string(whole) + " is voldoende als " + how + " " + std::string(level) + " zijn.";
}

Value view_step(std::string_view word, bool pass) {
    return Fields()("waarde", Value(word))("opschrift", Value(capitalised(word)))("sleutel", Value(slug(word)))("voldoende", Value(pass))
        .value();
}

/// A mark is a scale of ten steps, so that templates need not know the difference.
List steps(const model::Beoordeling& beoordeling) {
    List out;
    if (is_mark(beoordeling)) {
        for (int mark = 1; mark <= 10; ++mark) out.push_back(view_step(std::to_string(mark), mark >= 6));
    } else {
        bool pass = false;
        for (const model::Text& waarde : beoordeling.schaal) {
            pass = pass || waarde.value == "voldoende" || waarde.value == "ruim voldoende" || waarde.value == "goed";
            out.push_back(view_step(waarde.value, pass));
        }
    }
    mark_ends(out);
    return out;
}

/// Widths in percent of the columns of a criteria table. Many choices leave too little room upright: then `wide`.
struct Columns {
    double choice = 0;
    double criterium = 0;
    double motivering = 0;
    bool wide = false;
};

Columns columns_for(std::size_t choices) {
    Columns c;
    c.wide = choices > 5;
    // A radio button of 24 px with its heading needs about 40 points; a page has some 500 of them upright, 750 lying down.
    c.choice = c.wide ? (choices > 8 ? 5.2 : 6.4) : 8.4;
    const double rest = 100 - c.choice * static_cast<double>(choices);
    c.criterium = rest * 0.56;
    c.motivering = rest - c.criterium;
    return c;
}

/// One decimal, so that the three widths add up as printed.
std::string percent_text(double width) {
    const int tenths = static_cast<int>(width * 10 + 0.5);
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

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

std::size_t needed(std::string_view drempel, std::size_t n) {
    if (drempel == "alle") return n;
    return n == 0 ? 0 : std::clamp<std::size_t>((n * model::percentage(drempel) + 99) / 100, 1, n);
}

std::string cesuur_werkproces(const model::Beoordeling& beoordeling, std::size_t n, std::size_t cruciaal) {
    if (n == 0) return {};
    const std::size_t least = needed(beoordeling.cesuur.criteria.value, n);
    std::string out = "Dit werkproces is voldoende als ";
    if (n == 1) out += "het criterium " + std::string(enough(beoordeling)) + " is";
    else if (least == n) out += "alle " + std::to_string(n) + " criteria " + std::string(enough(beoordeling)) + " zijn";
    else
        out += "ten minste " + std::to_string(least) + " van de " + std::to_string(n) + " criteria " + std::string(enough(beoordeling)) +
               (least == 1 ? " is" : " zijn");
    if (cruciaal > 0 && least < n)
        out += cruciaal == 1 ? ", waaronder het cruciale criterium" : ", waaronder alle " + std::to_string(cruciaal) + " cruciale criteria";
    return out + ".";
}

std::string cesuur_kerntaak(const model::Beoordeling& beoordeling, std::size_t n) {
    const std::size_t least = needed(beoordeling.cesuur.werkprocessen.value, n);
    std::string out = "Deze kerntaak is voldoende als ";
    if (n == 1) out += "het werkproces " + std::string(enough(beoordeling)) + " is";
    else if (least == n) out += "alle " + std::to_string(n) + " werkprocessen " + std::string(enough(beoordeling)) + " zijn";
    else
        out += "ten minste " + std::to_string(least) + " van de " + std::to_string(n) + " werkprocessen " +
               std::string(enough(beoordeling)) + (least == 1 ? " is" : " zijn");
    return out + ".";
}

Value view_beoordeling(const model::Beoordeling& beoordeling, Texts& texts) {
    const std::string norm(beoordeling.norm());
    Value cesuur = Fields()("criteria", beoordeling.cesuur.criteria)("werkprocessen", beoordeling.cesuur.werkprocessen)(
        "zin_werkproces", Value(rule("werkproces", beoordeling.cesuur.criteria.value, "criteria", enough(beoordeling))))(
        "zin_kerntaak", Value(rule("kerntaak", beoordeling.cesuur.werkprocessen.value, "werkprocessen", enough(beoordeling))))(
        "toelichting", Value(texts.blokken(beoordeling.cesuur.toelichting))).value();
    List cruciaal;
    for (const model::Text& code : beoordeling.cruciaal)
        cruciaal.push_back(Fields()("code", code)("id", Value(id_of(code.value))).value());
    mark_ends(cruciaal);
    List keuzes = steps(beoordeling);
    keuzes.push_back(view_step("niet beoordeeld", false));
    mark_ends(keuzes);
    const Columns columns = columns_for(keuzes.size());
    return Fields()("schaal", Value(steps(beoordeling)))("keuzes", Value(std::move(keuzes)))("breed", Value(columns.wide))(
        "kolom_keuze", Value(percent_text(columns.choice)))("kolom_criterium", Value(percent_text(columns.criterium)))(
        "kolom_motivering", Value(percent_text(columns.motivering)))("cijfer", Value(is_mark(beoordeling)))("cesuur", std::move(cesuur))(
               "zin_cruciaal", Value("Een onvoldoende op een cruciaal criterium maakt het hele werkproces onvoldoende."))(
               "zin_kwalificatie", Value("De kandidaat slaagt als elke kerntaak " + std::string(enough(beoordeling)) +
                                         " is, of als er vrijstelling voor is."))(
               "cruciaal", Value(std::move(cruciaal)))("dekkingsnorm", Value(norm))(
               "zin_dekking", Value(norm == "alle" ? std::string("De examens dekken alle werkprocessen van elke kerntaak.")
                                                   : "De examens dekken van elke kerntaak meer dan " + norm +
                                                         " van de werkprocessen."))
        .value();
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
            "aantal", Value(static_cast<int>(unit.werkprocessen.size()))).value());
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
        const bool meets = beoordeling.voldoet(covered, total);
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
    return Fields()("eenheden", Value(std::move(columns)))("kerntaken", Value(std::move(rows)))(
        "standaard", Value(standard))("voldoet", Value(all)).value();
}

}  // namespace dossier::view
