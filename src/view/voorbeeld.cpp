#include "view/sections.hpp"

#include "model/fields.hpp"

namespace dossier::view {
namespace {

/// Fills every field, with two items in each list.
class Filler {
public:
    void required(std::string_view name, auto& field, const model::Veld& veld) { fill(name, field, veld); }
    void optional(std::string_view name, auto& field, const model::Veld& veld) { fill(name, field, veld); }
    void list(std::string_view, std::string_view item, auto& items, const model::Veld& veld) {
        for (int i = 0; i < 2; ++i) fill(item, items.emplace_back(), veld);
    }

private:
    static void fill(std::string_view name, model::Text& text, const model::Veld& veld) {
        const auto& words = model::keuzes(veld.vorm);
        text.value = words.empty() ? std::string(name) : words[words.size() / 2];
    }
    static void fill(std::string_view, model::Getal& number, const model::Veld&) { number.value = 1; }
    static void fill(std::string_view name, model::Tekst& tekst, const model::Veld&) {
        tekst = model::parse_tekst(std::string(name) + " https://example.org\n\n1. een\n\n- punt\n\n* noot", {});
    }
    template <model::Record T> void fill(std::string_view, T& record, const model::Veld&) { T::fields(*this, record); }
};

/// Codes that match their place, and aanvullende eisen for the second profiel.
void set_codes(std::vector<model::Kerntaak>& kerntaken, const std::string& front) {
    for (std::size_t k = 0; k < kerntaken.size(); ++k) {
        kerntaken[k].code.value = front + "-K" + std::to_string(k + 1);
        for (model::Text& earlier : kerntaken[k].eerdere_codes) earlier.value = front + "-K9" + std::to_string(k);
        for (auto& eis : kerntaken[k].aanvullende_eisen) eis.profiel.value = "P2";
        for (std::size_t w = 0; w < kerntaken[k].werkprocessen.size(); ++w) {
            model::Werkproces& one = kerntaken[k].werkprocessen[w];
            one.code.value = kerntaken[k].code.value + "-W" + std::to_string(w + 1);
            for (model::Text& earlier : one.eerdere_codes) earlier.value = kerntaken[k].code.value + "-W9" + std::to_string(w);
            for (auto& eis : one.aanvullende_eisen) eis.profiel.value = "P2";
        }
    }
}

/// Three profielen, so that the middle one has neighbours. The last kerntaak of each is known by its title only, and the
/// first says something else in each profiel.
model::Dossier full_dossier() {
    model::Dossier d;
    Filler filler;
    model::Dossier::fields(filler, d);
    d.profielen.push_back(d.profielen.front());
    set_codes(d.basisdeel.kerntaken, "B1");
    model::Werkproces& without = d.basisdeel.kerntaken.back().werkprocessen.back();
    without.gedrag = {};
    without.aanvullende_eisen.clear();
    for (std::size_t p = 0; p < d.profielen.size(); ++p) {
        d.profielen[p].code.value = "P" + std::to_string(p + 1);
        std::vector<model::Kerntaak>& kerntaken = d.profielen[p].kerntaken;
        set_codes(kerntaken, d.profielen[p].code.value);
        kerntaken.front().werkprocessen.front().gedrag.criteria.front().value += d.profielen[p].code.value;
        kerntaken.front().werkprocessen.back().titel.value += d.profielen[p].code.value;
        kerntaken.front().complexiteit.blokken.front().tekst += d.profielen[p].code.value;
        model::Kerntaak outline;
        outline.code.value = d.profielen[p].code.value + "-K3";
        outline.titel.value = "titel";
        outline.werkprocessen.emplace_back();
        outline.werkprocessen.front().code.value = outline.code.value + "-W1";
        outline.werkprocessen.front().titel.value = "titel";
        kerntaken.push_back(outline);
    }
    for (model::Keuzedeel& k : d.keuzedelen) k.profielen.clear();
    d.beoordeling.cruciaal.front().value = "B1-K1-W1-G1";
    d.beoordeling.niet_van_toepassing.front().value = "B1-K1-W1-G2";
    d.beoordeling.punten.front().punten.value = "3";
    model::Cesuur& cesuur = d.beoordeling.cesuur;
    for (model::Text* line : {&cesuur.werkproces_punten, &cesuur.werkproces_minimum, &cesuur.kerntaak_punten}) line->value = "55%";
    d.beoordeling.cijfer.bij_cesuur.value = "5,5";
    d.beoordeling.onderdelen.front() = {{"B1-K1-W1-G1", {}}, {2, {}}, {}, {}, {}};
    d.beoordeling.onderdelen.back() = {{"B1-K1-W1", {}}, {2, {}}, {}, {}, {}};
    for (model::Exameneenheid& e : d.beoordeling.exameneenheden) e.werkprocessen.front().value = "B1-K1-W1";
    model::number_criteria(d);
    return d;
}

List example_files() {
    Value file = Fields()("onderdeel", Value("titel"))("bij", Value("P2"))("href", Value("a.pdf"))("formaat", Value("PDF"))("grootte",
                                                                                                                            Value("12 kB"))
                     .value();
    return {Fields()("id", Value("id"))("titel", Value("titel"))("doel", Value("doel"))("enkel", Value(true))("bij", Value("P2"))(
                "aantal", Value("1 bestand"))("bestanden", Value(List{std::move(file)}))
                .value()};
}

}  // namespace

Example example() {
    const model::Dossier d = full_dossier();
    const Build build{"2025-08-01", "dossier"};
    Example out{view_dossier(d, build), view_kwalificatie(d, d.profielen[1], build)};
    List profielen = *out.dossier.find("profielen")->list();
    for (Value& p : profielen) p.set("documenten", Value(example_files()));
    out.dossier.set("profielen", Value(std::move(profielen)));
    out.dossier.set("documenten", Value(example_files()));
    out.kwalificatie.set("documenten", Value(example_files()));
    return out;
}

}  // namespace dossier::view
