/// 1EdTech CASE 1.0: a kwalificatie as CFPackage. Kerntaken, werkprocessen, criteria and vakkennis are CFItems; a rubric for
/// each werkproces has the scale.

#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"

#include <nlohmann/json.hpp>

namespace dossier::exchange {
namespace {

using Json = nlohmann::ordered_json;
using model::Dossier;
using model::Profiel;

/// A UUID made from a name: version 8 of RFC 9562 over SHA-256, so that the same thing has the same one on every run.
std::string uuid(const std::string& name) {
    auto bytes = sha256("urn:nl:dossier:kwalificatie:1:" + name);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x80);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    std::string out = hex(std::span(bytes).first(16));
    for (const std::size_t at : {8u, 13u, 18u, 23u}) out.insert(at, 1, '-');
    return out;
}

std::string plain_sections(const std::vector<Sectie>& secties) {
    std::string out;
    for (const Sectie& s : secties) out += (out.empty() ? "" : "\n\n") + s.kop + ":\n" + plain_text(s.tekst);
    return out;
}

class Package {
public:
    Package(const Dossier& dossier, const Profiel& profiel, std::string date)
        : d_(dossier), p_(profiel), name_(identity(dossier, profiel)), changed_(std::move(date) + "T00:00:00Z"),
          stappen_(scoring::stappen(dossier.beoordeling)) {}

    std::string run() {
        for (const KerntaakDeel& k : delen_van(d_, p_)) kerntaak(k);
        Json out;
        out["CFDocument"] = document();
        out["CFItems"] = std::move(items_);
        out["CFAssociations"] = std::move(associations_);
        out["CFDefinitions"] = {{"CFItemTypes", std::move(types_)}};
        out["CFRubrics"] = std::move(rubrics_);
        return out.dump(1) + '\n';
    }

private:
    [[nodiscard]] std::string id(const std::string& code) const { return uuid(name_ + ':' + code); }

    /// An object with its identifier and uri.
    [[nodiscard]] Json thing(const std::string& code) const {
        const std::string one = id(code);
        return {{"identifier", one}, {"uri", "urn:uuid:" + one}};
    }
    [[nodiscard]] Json link(const std::string& title, const std::string& code) const {
        const std::string one = id(code);
        return {{"title", title}, {"identifier", one}, {"uri", "urn:uuid:" + one}};
    }

    [[nodiscard]] Json document() const {
        Json out = thing("");
        // The schema wants a creator; the dossier may not say who made it.
        out["creator"] = d_.sectorkamer.value.empty() ? "Niet vermeld in het dossier" : d_.sectorkamer.value;
        out["title"] = p_.naam.value;
        out["lastChangeDateTime"] = changed_;
        if (!d_.bron.url.value.empty()) out["officialSourceURL"] = d_.bron.url.value;
        if (!p_.typering.empty()) out["description"] = plain_text(p_.typering);
        out["language"] = "nl";
        if (!d_.versie.value.empty()) out["version"] = d_.versie.value;
        if (!d_.geldig_van.value.empty()) out["statusStartDate"] = d_.geldig_van.value;
        if (!d_.geldig_tot.value.empty()) out["statusEndDate"] = d_.geldig_tot.value;
        out["notes"] = "Kwalificatiedossier: " + d_.naam.value + (d_.crebo.value.empty() ? "" : " (crebo " + d_.crebo.value + ")") +
                       ". Profiel " + p_.code.value + (p_.crebo.value.empty() ? "" : ", crebo " + p_.crebo.value) +
                       (p_.niveau.value == 0 ? "" : ", mbo-niveau " + std::to_string(p_.niveau.value)) + '.';
        return out;
    }

    Json type_link(const std::string& type) {
        const std::string code = "type:" + type;
        for (const Json& known : types_)
            if (known["title"] == type) return link(type, code);
        Json definition = thing(code);
        definition["title"] = type;
        definition["hierarchyCode"] = std::to_string(types_.size() + 1);
        definition["lastChangeDateTime"] = changed_;
        types_.push_back(std::move(definition));
        return link(type, code);
    }

    void item(const std::string& code, const std::string& statement, const std::string& type, const std::string& notes,
              const std::string& parent, std::size_t sequence) {
        Json out = thing(code);
        out["fullStatement"] = statement;
        out["CFItemType"] = type;
        out["CFItemTypeURI"] = type_link(type);
        out["humanCodingScheme"] = code;
        if (!notes.empty()) out["notes"] = notes;
        out["language"] = "nl";
        out["lastChangeDateTime"] = changed_;
        items_.push_back(std::move(out));

        Json association = thing("isChildOf:" + code);
        association["associationType"] = "isChildOf";
        association["sequenceNumber"] = sequence;
        association["originNodeURI"] = link(code, code);
        association["destinationNodeURI"] = link(parent.empty() ? p_.naam.value : parent, parent);
        association["lastChangeDateTime"] = changed_;
        associations_.push_back(std::move(association));
    }

    [[nodiscard]] std::string marks(const Onderdeel& o) const {
        std::string out;
        if (o.aanvullend) out = aanvullend_voor(p_) + '.';
        if (o.cruciaal) out += (out.empty() ? "" : " ") + std::string("Cruciaal criterium.");
        if (!o.rubriek.empty()) out += (out.empty() ? "" : " ") + ("Rubriek: " + o.rubriek);
        return out;
    }

    void kerntaak(const KerntaakDeel& k) {
        const std::string& code = k.bron->code.value;
        item(code, k.bron->titel.value, "Kerntaak", plain_sections(k.secties), "", ++kerntaken_);
        std::size_t sequence = 0;
        for (const Onderdeel& v : k.vakkennis) item(v.code, v.tekst, v.kennis ? "Vakkennis" : "Vaardigheid", marks(v), code, ++sequence);
        for (const WerkprocesDeel& w : k.werkprocessen) {
            const std::string& werkproces = w.bron->code.value;
            item(werkproces, w.bron->titel.value, "Werkproces", plain_sections(w.secties), code, ++sequence);
            std::size_t number = 0;
            for (const Onderdeel& c : w.criteria) item(c.code, c.tekst, "Criterium", marks(c), werkproces, ++number);
            if (!w.criteria.empty()) rubric(w);
        }
    }

    void rubric(const WerkprocesDeel& w) {
        const std::string code = "rubric:" + w.bron->code.value;
        Json out = thing(code);
        out["title"] = w.bron->code.value + ' ' + w.bron->titel.value;
        out["lastChangeDateTime"] = changed_;
        Json criteria = Json::array();
        for (const Onderdeel& c : w.criteria) {
            const std::string criterium_code = "rubric:" + c.code;
            Json criterium = thing(criterium_code);
            criterium["description"] = c.tekst;
            criterium["CFItemURI"] = link(c.code, c.code);
            criterium["position"] = criteria.size() + 1;
            if (const auto weight = scoring::gewicht(d_.beoordeling, c.code); weight != 1) criterium["weight"] = weight;
            criterium["rubricId"] = id(code);
            criterium["lastChangeDateTime"] = changed_;
            Json levels = Json::array();
            for (std::size_t i = 0; i < stappen_.size(); ++i) {
                Json level = thing(criterium_code + ':' + stappen_[i].waarde);
                level["quality"] = stappen_[i].waarde;
                level["score"] = scoring::telt_punten(d_.beoordeling) ? static_cast<std::size_t>(stappen_[i].punten) : i + 1;
                level["position"] = i + 1;
                level["rubricCriterionId"] = id(criterium_code);
                level["lastChangeDateTime"] = changed_;
                levels.push_back(std::move(level));
            }
            criterium["CFRubricCriterionLevels"] = std::move(levels);
            criteria.push_back(std::move(criterium));
        }
        out["CFRubricCriteria"] = std::move(criteria);
        rubrics_.push_back(std::move(out));
    }

    const Dossier& d_;
    const Profiel& p_;
    std::string name_;
    std::string changed_;
    std::vector<scoring::Stap> stappen_;
    std::size_t kerntaken_ = 0;
    Json items_ = Json::array(), associations_ = Json::array(), types_ = Json::array(), rubrics_ = Json::array();
};

std::string change_date(const Dossier& d, const std::string& build_date) {
    if (!d.vastgesteld.value.empty()) return d.vastgesteld.value;
    if (!d.geldig_van.value.empty()) return d.geldig_van.value;
    return build_date;
}

}  // namespace

std::vector<Missing> missing_for_case(const Dossier& dossier, const std::string& build_date) {
    if (!change_date(dossier, build_date).empty()) return {};
    return {
        {say("the dossier"), "vastgesteld", dossier.naam.location,
         say("add the date of the text, \"vastgesteld: 2025-08-01\", under \"naam\"; or set SOURCE_DATE_EPOCH for the date of the build")}};
}

std::string write_case(const Dossier& dossier, const Profiel& profiel, const std::string& build_date) {
    return Package(dossier, profiel, change_date(dossier, build_date)).run();
}

}  // namespace dossier::exchange
