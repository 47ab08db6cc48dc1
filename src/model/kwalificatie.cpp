#include "model/model.hpp"

#include <algorithm>

namespace dossier::model {
namespace {

/// Whether a kerntaak, werkproces or criterium code belongs to the basisdeel or to `profiel`.
bool concerns(std::string_view code, std::string_view profiel) {
    return code.starts_with("B1-") || (code.starts_with(profiel) && code.substr(profiel.size()).starts_with("-"));
}

template <class Eis> void keep_for(std::vector<Eis>& eisen, std::string_view profiel) {
    std::erase_if(eisen, [&](const Eis& eis) { return eis.profiel.value != profiel; });
}

void add(const std::vector<Kerntaak>& kerntaken, std::vector<const Kerntaak*>& to) {
    for (const Kerntaak& k : kerntaken) to.push_back(&k);
}

}  // namespace

void number_criteria(Dossier& dossier) {
    const auto number = [](Kerntaak& kerntaak) {
        for (Werkproces& w : kerntaak.werkprocessen) {
            int next = 1;
            const auto give = [&next](Gedrag& gedrag) {
                gedrag.eerste_nummer = next;
                next += static_cast<int>(gedrag.criteria.size());
            };
            give(w.gedrag);
            for (AanvullendeEisWerkproces& eis : w.aanvullende_eisen) give(eis.gedrag);
        }
    };
    for (Kerntaak& k : dossier.basisdeel.kerntaken) number(k);
    for (Profiel& p : dossier.profielen)
        for (Kerntaak& k : p.kerntaken) number(k);
}

std::string criteriumcode(const Werkproces& werkproces, int nummer) { return werkproces.code.value + "-G" + std::to_string(nummer); }

std::vector<Criterium> criteria_voor(const Werkproces& werkproces, std::string_view profiel) {
    std::vector<Criterium> out;
    const auto add = [&](const Gedrag& gedrag) {
        int nummer = gedrag.eerste_nummer;
        for (const Text& c : gedrag.criteria) out.push_back({criteriumcode(werkproces, nummer++), &c.value});
    };
    add(werkproces.gedrag);
    for (const AanvullendeEisWerkproces& eis : werkproces.aanvullende_eisen)
        if (eis.profiel.value == profiel) add(eis.gedrag);
    return out;
}

Dossier kwalificatie(const Dossier& dossier, const Profiel& profiel) {
    const std::string code = profiel.code.value;
    Dossier one = dossier;
    std::erase_if(one.profielen, [&](const Profiel& p) { return p.code.value != code; });
    const auto narrow = [&](std::vector<Kerntaak>& kerntaken) {
        for (Kerntaak& k : kerntaken) {
            keep_for(k.aanvullende_eisen, code);
            for (Werkproces& w : k.werkprocessen) keep_for(w.aanvullende_eisen, code);
        }
    };
    narrow(one.basisdeel.kerntaken);
    std::erase_if(one.keuzedelen, [&](const Keuzedeel& k) {
        return !k.profielen.empty() && std::none_of(k.profielen.begin(), k.profielen.end(), [&](const Text& t) { return t.value == code; });
    });
    for (std::vector<Text>* criteria : {&one.beoordeling.cruciaal, &one.beoordeling.niet_van_toepassing})
        std::erase_if(*criteria, [&](const Text& t) { return !concerns(t.value, code); });
    std::erase_if(one.beoordeling.onderdelen, [&](const Onderdeelregel& o) { return !concerns(o.code.value, code); });
    std::erase_if(one.beoordeling.exameneenheden, [&](Exameneenheid& e) {
        std::erase_if(e.werkprocessen, [&](const Text& t) { return !concerns(t.value, code); });
        return e.werkprocessen.empty();
    });
    return one;
}

Beoordeling default_beoordeling() {
    Beoordeling b;
    for (const char* waarde : {"onvoldoende", "voldoende", "goed"}) b.schaal.push_back({waarde, {}});
    b.cesuur.criteria.value = b.cesuur.werkprocessen.value = "alle";
    b.dekkingsnorm.value = "75%";
    return b;
}

std::vector<const Kerntaak*> kerntaken_of(const Dossier& dossier) {
    std::vector<const Kerntaak*> out;
    add(dossier.basisdeel.kerntaken, out);
    for (const Profiel& p : dossier.profielen) add(p.kerntaken, out);
    return out;
}

std::vector<const Kerntaak*> kerntaken_of(const Dossier& dossier, const Profiel& profiel) {
    std::vector<const Kerntaak*> out;
    add(dossier.basisdeel.kerntaken, out);
    add(profiel.kerntaken, out);
    return out;
}

std::string comma_list(const std::vector<Text>& texts) {
    std::string out;
    for (const Text& each : texts) (out += out.empty() ? "" : ", ") += each.value;
    return out;
}

}  // namespace dossier::model
