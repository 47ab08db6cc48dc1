#include "model/model.hpp"

namespace dossier::model {

const std::vector<Competentie>& competenties() {
    static const std::vector<Competentie> kAll{
        {'A', "Beslissen en activiteiten initiëren"},
        {'B', "Aansturen"},
        {'C', "Begeleiden"},
        {'D', "Aandacht en begrip tonen"},
        {'E', "Samenwerken en overleggen"},
        {'F', "Ethisch en integer handelen"},
        {'G', "Relaties bouwen en netwerken"},
        {'H', "Overtuigen en beïnvloeden"},
        {'I', "Presenteren"},
        {'J', "Formuleren en rapporteren"},
        {'K', "Vakdeskundigheid toepassen"},
        {'L', "Materialen en middelen inzetten"},
        {'M', "Analyseren"},
        {'N', "Onderzoeken"},
        {'O', "Creëren en innoveren"},
        {'P', "Leren"},
        {'Q', "Plannen en organiseren"},
        {'R', "Op de behoeften en verwachtingen van de \"klant\" richten"},
        {'S', "Kwaliteit leveren"},
        {'T', "Instructies en procedures opvolgen"},
        {'U', "Omgaan met verandering en aanpassen"},
        {'V', "Met druk en tegenslag omgaan"},
        {'W', "Gedrevenheid en ambitie tonen"},
        {'X', "Ondernemend en commercieel handelen"},
        {'Y', "Bedrijfsmatig handelen"},
    };
    return kAll;
}

const Competentie* find_competentie(std::string_view naam) {
    for (const Competentie& c : competenties())
        if (c.naam == naam) return &c;
    return nullptr;
}

}  // namespace dossier::model
