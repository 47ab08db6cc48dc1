#include "scoring/zinnen.hpp"

#include <algorithm>

namespace dossier::scoring {
namespace {

using model::Beoordeling;

/// "a", "a en b", "a, b en c".
std::string en(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : i + 1 == words.size() ? " en " : ", ") + words[i];
    return out;
}

std::string van_de(Punten n, Punten most) { return std::to_string(n) + " van de " + punten_tekst(most); }

/// "55% van de punten"
std::string punten_nodig(const Grens& g) { return g.procent ? std::to_string(g.aantal) + "% van de punten" : punten_tekst(g.aantal); }
/// "13 van de 24 punten". `most` is 0 where it is not known; `all_count`: no criterium may drop out, else the numbers hold only where
/// none does. `verb` comes behind the first of them.
std::string punten_nodig(const Grens& g, Punten most, bool all_count, const std::string& verb = "") {
    if (most == 0) return punten_nodig(g) + verb;
    const std::string numbers = van_de(nodig(g, most), most);
    return all_count ? numbers + verb : punten_nodig(g) + verb + " (" + numbers + " als alle criteria meetellen)";
}
std::string heeft_punten(const Grens& g, Punten most, bool all_count) {
    return "de kandidaat ten minste " + punten_nodig(g, most, all_count, " heeft");
}

std::string algemeen(std::string_view whole, std::string_view drempel, std::string_view parts, const model::Text& punten,
                     const Beoordeling& b) {
    std::vector<std::string> rules;
    if (!drempel.empty()) {
        const std::string how =
            drempel == "alle" ? "alle " + std::string(parts) : "ten minste " + std::string(drempel) + " van de " + std::string(parts);
        rules.push_back(how + " " + std::string(minstens_voldoende(b)) + " zijn");
    }
    if (const auto line = grens(punten.value)) rules.push_back(heeft_punten(*line, 0, true));
    return "Een " + std::string(whole) + " is voldoende als " + en(rules) + ".";
}

/// "ten minste 6 van de 8 criteria minstens voldoende zijn"
std::string genoeg_delen(std::size_t least, std::size_t n, std::string_view one, std::string_view many, std::string_view level) {
    if (n == 1) return "het " + std::string(one) + " " + std::string(level) + " is";
    if (least == n) return "alle " + std::to_string(n) + " " + std::string(many) + " " + std::string(level) + " zijn";
    return "ten minste " + std::to_string(least) + " van de " + std::to_string(n) + " " + std::string(many) + " " + std::string(level) +
           (least == 1 ? " is" : " zijn");
}

bool all_count(const Beoordeling& b, const TeBeoordelen& deel) {
    return std::none_of(deel.criteria.begin(), deel.criteria.end(), [&](const std::string& code) { return mag_vervallen(b, code); });
}

/// How many criteria must be voldoende, and which.
void add_criteria(const Beoordeling& b, const TeBeoordelen& deel, std::vector<std::string>& rules) {
    const std::string level(minstens_voldoende(b));
    const std::string& asked = b.cesuur.criteria.value;
    const std::size_t n = deel.criteria.size();
    const std::size_t least = asked.empty() ? 0 : nodig(asked, n);
    const auto crucial = std::count_if(deel.criteria.begin(), deel.criteria.end(), [&](const auto& code) { return is_cruciaal(b, code); });
    const bool plain = all_count(b, deel) && !cesuur_van_werkproces(b, deel.werkproces);
    if (!asked.empty() && all_count(b, deel)) {
        rules.push_back(genoeg_delen(least, n, "criterium", "criteria", level));
    } else if (!asked.empty() && asked == "alle") {
        rules.push_back("alle criteria die meetellen " + level + " zijn");
    } else if (!asked.empty()) {
        rules.push_back("ten minste " + asked + " van de criteria die meetellen " + level + " zijn (" + std::to_string(least) +
                        " als alle " + std::to_string(n) + " meetellen)");
    }
    if (crucial == 0 || (!asked.empty() && least == n)) return;
    if (plain)
        rules.back() += ", waaronder " +
                        (crucial == 1 ? std::string("het cruciale criterium") : "alle " + std::to_string(crucial) + " cruciale criteria");
    else
        rules.push_back(crucial == 1 ? "het cruciale criterium " + level + " is"
                                     : "alle " + std::to_string(crucial) + " cruciale criteria " + level + " zijn");
}

bool own_rules(const Beoordeling& b, std::string_view part, model::Text model::Onderdeelregel::*field) {
    return std::any_of(b.onderdelen.begin(), b.onderdelen.end(), [&](const model::Onderdeelregel& o) {
        return !(o.*field).value.empty() && (o.code.value.find("-W") != std::string::npos) == (part == "werkproces");
    });
}

}  // namespace

std::string punten_tekst(Punten n) { return count_of(static_cast<std::size_t>(n), "punt", "punten"); }

std::string_view minstens_voldoende(const Beoordeling& b) { return is_cijfer(b) ? "minstens een 6" : "minstens voldoende"; }

std::string zin_werkproces(const Beoordeling& b) {
    const bool other = own_rules(b, "werkproces", &model::Onderdeelregel::cesuur);
    return algemeen("werkproces", b.cesuur.criteria.value, "criteria", b.cesuur.werkproces_punten, b) +
           (other ? " Waar bij een werkproces andere punten nodig zijn, staat dat erbij." : "");
}

std::string zin_kerntaak(const Beoordeling& b) {
    const bool other = own_rules(b, "kerntaak", &model::Onderdeelregel::cesuur);
    return algemeen("kerntaak", b.cesuur.werkprocessen.value, "werkprocessen", b.cesuur.kerntaak_punten, b) +
           (other ? " Waar bij een kerntaak andere punten nodig zijn, staat dat erbij." : "");
}

std::string zin_werkproces(const Beoordeling& b, const TeBeoordelen& deel) {
    if (deel.criteria.empty()) return {};
    const Punten most = meeste_punten(b, deel);
    const bool count = all_count(b, deel);
    std::vector<std::string> rules;
    add_criteria(b, deel, rules);
    if (const auto line = cesuur_van_werkproces(b, deel.werkproces)) rules.push_back(heeft_punten(*line, most, count));
    std::string out = "Dit werkproces is voldoende als " + en(rules) + ".";
    if (const auto line = minimum_van_werkproces(b, deel.werkproces))
        out += " Voor de kerntaak heeft het een minimum: " + punten_nodig(*line, most, count) + ".";
    return out;
}

std::string zin_kerntaak(const Beoordeling& b, const TeBeoordelenKerntaak& deel) {
    std::vector<std::string> rules;
    const std::size_t n = deel.werkprocessen.size();
    const std::string& asked = b.cesuur.werkprocessen.value;
    if (!asked.empty()) rules.push_back(genoeg_delen(nodig(asked, n), n, "werkproces", "werkprocessen", minstens_voldoende(b)));
    const auto each = [&](auto&& holds) { return std::all_of(deel.werkprocessen.begin(), deel.werkprocessen.end(), holds); };
    const bool known = each([](const TeBeoordelen& w) { return !w.criteria.empty(); });
    const bool count = each([&](const TeBeoordelen& w) { return all_count(b, w); });
    if (const auto line = cesuur_van_kerntaak(b, deel.kerntaak))
        rules.push_back(heeft_punten(*line, known ? meeste_punten(b, deel) : 0, count));
    const auto has_minimum = [&](const TeBeoordelen& w) { return minimum_van_werkproces(b, w.werkproces).has_value(); };
    if (std::any_of(deel.werkprocessen.begin(), deel.werkprocessen.end(), has_minimum))
        rules.emplace_back(each(has_minimum) ? "elk werkproces zijn minimum haalt" : "elk werkproces met een minimum dat haalt");
    return "Deze kerntaak is voldoende als " + en(rules) + ".";
}

std::string_view zin_cruciaal() { return "Een onvoldoende op een cruciaal criterium maakt het hele werkproces onvoldoende."; }

std::string zin_kwalificatie(const Beoordeling& b) {
    return "De kandidaat slaagt als elke kerntaak " + std::string(minstens_voldoende(b)) + " is, of als er vrijstelling voor is.";
}

std::string zin_dekking(const Beoordeling& b) {
    const std::string norm(dekkingsnorm(b));
    return norm == "alle" ? std::string("De examens dekken alle werkprocessen van elke kerntaak.")
                          : "De examens dekken van elke kerntaak meer dan " + norm + " van de werkprocessen.";
}

std::string zin_punten(const Beoordeling& b) {
    if (!telt_punten(b)) return {};
    if (is_cijfer(b)) return "Het cijfer van een criterium is het aantal punten.";
    std::vector<std::string> steps;
    for (const Stap& s : stappen(b)) steps.push_back(s.waarde + " " + std::to_string(s.punten));
    return "Elke keuze geeft punten: " + en(steps) + ".";
}

std::string_view zin_gewicht(const Beoordeling& b) {
    const bool any = std::any_of(b.onderdelen.begin(), b.onderdelen.end(), [](const auto& o) { return o.gewicht.value != 0; });
    return any ? "Waar bij een criterium of werkproces staat dat het vaker telt, tellen de punten zo vaak." : "";
}

std::string_view zin_minimum(const Beoordeling& b) {
    const bool any = !b.cesuur.werkproces_minimum.value.empty() || own_rules(b, "werkproces", &model::Onderdeelregel::minimum);
    return any ? "Haalt een werkproces zijn minimum niet, dan is de kerntaak onvoldoende. Punten van een ander werkproces maken dat niet "
                 "goed."
               : "";
}

std::string_view zin_niet_van_toepassing(const Beoordeling& b) {
    if (b.niet_van_toepassing.empty()) return "";
    return "Een criterium dat “niet van toepassing” is, telt niet mee: niet in het aantal en niet in de punten.";
}

std::string zin_cijfer(const Beoordeling& b) {
    const model::Omrekening& o = b.cijfer;
    if (o.afronding.value.empty()) return {};
    const std::string to = o.afronding.value == "een decimaal" ? "één decimaal" : o.afronding.value;
    return "De punten van de kerntaak worden een cijfer. Dat is een 1 bij 0 punten, een " + tenths_text(bij_cesuur(o).tienden) +
           " bij precies genoeg punten en een 10 bij alle punten; daartussen loopt het gelijk op. Het wordt afgerond op " + to +
           ". Een onvoldoende kerntaak krijgt hoogstens een " + tekst(hoogste_onvoldoende(o), o) + ", een voldoende minstens een " +
           tekst(laagste_voldoende(o), o) + ".";
}

std::string zin_rekenen(const Beoordeling& b) {
    if (b.cijfer.afronding.value.empty()) return {};
    const int at = bij_cesuur(b.cijfer).tienden;
    const std::string low = tenths_shortest(at - 10), here = tenths_shortest(at), high = tenths_shortest(100 - at);
    return "Is een criterium niet van toepassing, dan zijn er minder punten te halen en is ook de cesuur lager. Rond de cesuur naar boven "
           "af op hele punten. Het cijfer is dan onder de cesuur: 1 + " +
           low + " × punten ÷ cesuur. Vanaf de cesuur is het: " + here + " + " + high + " × (punten − cesuur) ÷ (meeste punten − cesuur).";
}

std::string zin_herkansing(const Beoordeling& b) {
    const int n = b.herkansing.pogingen.value;
    if (n == 0) return {};
    if (n == 1) return "Een kandidaat mag elke kerntaak één keer doen. Er is geen herkansing.";
    const std::string again = n == 2 ? "één herkansing" : std::to_string(n - 1) + " herkansingen";
    return "Een kandidaat mag elke kerntaak " + std::to_string(n) + " keer doen: de eerste keer en " + again + ". " +
           (b.herkansing.telt.value == "hoogste" ? "De hoogste poging telt." : "De laatste poging telt, ook als een eerdere beter was.");
}

namespace {

std::string van_telling(const Telling& t, std::string_view one, std::string_view many) {
    std::string out = std::to_string(t.voldoende) + " van " +
                      (t.van == 1 ? "1 " + std::string(one) : "de " + std::to_string(t.van) + " " + std::string(many)) + " voldoende";
    if (t.onbekend > 0) out += ", " + std::to_string(t.onbekend) + " nog niet bekend";
    return out + ", " + std::to_string(t.nodig) + " nodig";
}

std::string van_stand(const Stand& s, Punten needed) {
    return van_de(s.behaald, s.meest) + (s.compleet ? ", " : " tot nu toe, ") + std::to_string(needed) + " nodig";
}

void add(std::string& out, const std::string& part) { out += (out.empty() ? "" : "; ") + part; }

}  // namespace

std::string waarom(const WerkprocesUitslag& w) {
    if (w.criteria.van == 0) return "geen criterium dat meetelt";
    std::string out;
    if (w.criteria.nodig > 0) add(out, van_telling(w.criteria, "criterium", "criteria"));
    if (w.punten && w.punten->cesuur > 0) add(out, van_stand(*w.punten, w.punten->cesuur));
    if (!w.cruciaal.empty())
        add(out, (w.cruciaal.size() == 1 ? "cruciaal criterium " : "cruciale criteria ") + en(w.cruciaal) + " onvoldoende");
    return out;
}

std::string waarom(const KerntaakUitslag& k) {
    std::string out;
    if (k.telling.nodig > 0) add(out, van_telling(k.telling, "werkproces", "werkprocessen"));
    if (k.punten && k.punten->cesuur > 0) add(out, van_stand(*k.punten, k.punten->cesuur));
    for (const WerkprocesUitslag& w : k.werkprocessen)
        if (w.minimum == Uitslag::onvoldoende && w.punten)
            add(out, "werkproces " + w.werkproces + " onder zijn minimum: " + van_stand(*w.punten, w.punten->minimum));
    return out;
}

}  // namespace dossier::scoring
