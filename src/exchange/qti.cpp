/// QTI 2.2: a kwalificatie as content package, an item for each werkproces with a choice for each criterium. People choose; where
/// the committee gives points, each choice maps to its points and the score is their sum, else people score.

#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"
#include "scoring/zinnen.hpp"
#include "archive/archive.hpp"
#include "xml/escape.hpp"

#include <algorithm>

namespace dossier::exchange {
namespace {

using model::Dossier;
using model::Profiel;

constexpr std::string_view kInstance = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::string_view kItem = "http://www.imsglobal.org/xsd/imsqti_v2p2";
constexpr std::string_view kPackage = "http://www.imsglobal.org/xsd/imscp_v1p1";

std::string paragraph(std::string_view text) { return "<p>" + xml::xml_escaped(text, false) + "</p>"; }

class Items {
public:
    Items(const Dossier& dossier, const Profiel& profiel)
        : d_(dossier), p_(profiel), stappen_(scoring::stappen(dossier.beoordeling)), points_(scoring::telt_punten(dossier.beoordeling)) {}

    [[nodiscard]] std::string item(const KerntaakDeel& k, const WerkprocesDeel& w) const {
        xml::Markup xml;
        xml.open("assessmentItem", {{"xmlns", kItem},
                                    {"xmlns:xsi", kInstance},
                                    {"xsi:schemaLocation",
                                     "http://www.imsglobal.org/xsd/imsqti_v2p2 http://www.imsglobal.org/xsd/qti/qtiv2p2/imsqti_v2p2.xsd"},
                                    {"identifier", w.bron->code.value},
                                    {"title", w.bron->code.value + ' ' + w.bron->titel.value},
                                    {"adaptive", "false"},
                                    {"timeDependent", "false"},
                                    {"xml:lang", "nl"}});
        for (const Onderdeel& c : w.criteria) response(xml, c);
        xml.leaf("responseDeclaration", "", {{"identifier", "MOTIVERING"}, {"cardinality", "single"}, {"baseType", "string"}});
        score(xml, w);
        xml.open("itemBody");
        rubric(xml, "scorer candidate", task(k, w));
        rubric(xml, "scorer", for_scorer(w));
        rubric(xml, "candidate", for_candidate(w));
        for (const Onderdeel& c : w.criteria) choice(xml, c);
        xml.open("extendedTextInteraction", {{"responseIdentifier", "MOTIVERING"}});
        xml.leaf("prompt", "Motivering");
        xml.close();
        xml.close();
        if (points_ && !w.criteria.empty()) sum(xml, w);
        xml.close();
        return std::move(xml).take();
    }

private:
    static std::string identifier(std::size_t step) { return "W" + std::to_string(step + 1); }

    [[nodiscard]] scoring::TeBeoordelen deel(const WerkprocesDeel& w) const { return scoring::te_beoordelen(*w.bron, p_.code.value); }

    void response(xml::Markup& xml, const Onderdeel& c) const {
        const xml::Markup::Attributes what{{"identifier", c.code}, {"cardinality", "single"}, {"baseType", "identifier"}};
        if (!points_) return xml.leaf("responseDeclaration", "", what);
        xml.open("responseDeclaration", what);
        xml.open("mapping", {{"defaultValue", "0"}});
        for (std::size_t i = 0; i < stappen_.size(); ++i)
            xml.leaf("mapEntry", "",
                     {{"mapKey", identifier(i)},
                      {"mappedValue", std::to_string(scoring::gewicht(d_.beoordeling, c.code) * stappen_[i].punten)}});
        xml.close();
        xml.close();
    }

    /// The most and the line hold for everyone only where no criterium may drop out.
    void score(xml::Markup& xml, const WerkprocesDeel& w) const {
        const scoring::TeBeoordelen part = deel(w);
        const bool known = points_ && !w.criteria.empty() && !drops(w);
        const scoring::Punten most = scoring::meeste_punten(d_.beoordeling, part);
        const auto line = scoring::cesuur_van_werkproces(d_.beoordeling, part.werkproces);
        xml.leaf("outcomeDeclaration", "",
                 {{"identifier", "SCORE"},
                  {"cardinality", "single"},
                  {"baseType", "float"},
                  {"normalMaximum", known ? std::to_string(most) : std::string()},
                  {"masteryValue", known && line ? std::to_string(scoring::nodig(*line, most)) : std::string()},
                  {"externalScored", points_ && !w.criteria.empty() ? "" : "human"}});
    }

    static void sum(xml::Markup& xml, const WerkprocesDeel& w) {
        xml.open("responseProcessing");
        xml.open("setOutcomeValue", {{"identifier", "SCORE"}});
        xml.open("sum");
        for (const Onderdeel& c : w.criteria) xml.leaf("mapResponse", "", {{"identifier", c.code}});
        xml.close();
        xml.close();
        xml.close();
    }

    [[nodiscard]] bool drops(const WerkprocesDeel& w) const {
        return std::any_of(w.criteria.begin(), w.criteria.end(),
                           [&](const Onderdeel& c) { return scoring::mag_vervallen(d_.beoordeling, c.code); });
    }

    static void rubric(xml::Markup& xml, std::string_view view, const std::string& content) {
        xml.open("rubricBlock", {{"view", view}});
        xml.raw(content);
        xml.close();
    }

    [[nodiscard]] std::string task(const KerntaakDeel& k, const WerkprocesDeel& w) const {
        std::string out = paragraph("Kerntaak " + k.bron->code.value + ' ' + k.bron->titel.value) +
                          paragraph("Werkproces " + w.bron->code.value + ' ' + w.bron->titel.value);
        for (const Sectie& s : w.secties) out += xhtml_text(s.tekst, s.kop);
        return out;
    }

    [[nodiscard]] std::string for_scorer(const WerkprocesDeel& w) const {
        if (w.criteria.empty())
            return paragraph("Het dossier geeft voor dit werkproces geen criteria. Schrijf je oordeel bij de motivering.");
        const model::Cesuur& cesuur = d_.beoordeling.cesuur;
        std::string out = paragraph("Kies bij elk criterium een waarde van de schaal. Motiveer elk oordeel dat onvoldoende is.");
        if (points_) out += paragraph(scoring::zin_punten(d_.beoordeling)) + paragraph(scoring::zin_werkproces(d_.beoordeling, deel(w)));
        else out += paragraph("Criteria die minstens voldoende moeten zijn voor een voldoende werkproces: " + cesuur.criteria.value + '.');
        if (drops(w)) out += paragraph(scoring::zin_niet_van_toepassing(d_.beoordeling));
        std::string cruciaal;
        for (const Onderdeel& c : w.criteria)
            if (c.cruciaal) cruciaal += (cruciaal.empty() ? "" : ", ") + c.code;
        if (!cruciaal.empty())
            out += paragraph("Cruciaal: " + cruciaal + ". Onvoldoende op een cruciaal criterium is onvoldoende voor het werkproces.");
        return out + xhtml_text(cesuur.toelichting);
    }

    [[nodiscard]] std::string for_candidate(const WerkprocesDeel& w) const {
        if (w.criteria.empty()) return paragraph("De beoordelaars schrijven hun oordeel over dit werkproces op.");
        const std::string count = w.criteria.size() == 1 ? "1 criterium" : std::to_string(w.criteria.size()) + " criteria";
        std::string scale;
        for (const scoring::Stap& stap : stappen_) scale += (scale.empty() ? "" : ", ") + stap.waarde;
        return paragraph("De beoordelaars kijken naar " + count + ". Bij elk criterium kiezen zij uit: " + scale + '.');
    }

    [[nodiscard]] std::string times(const Onderdeel& c) const {
        const scoring::Punten n = scoring::gewicht(d_.beoordeling, c.code);
        return n == 1 ? "" : " (telt " + std::to_string(n) + " keer)";
    }

    void choice(xml::Markup& xml, const Onderdeel& c) const {
        xml.open("choiceInteraction", {{"responseIdentifier", c.code}, {"shuffle", "false"}, {"maxChoices", "1"}});
        xml.leaf("prompt", c.tekst + (c.aanvullend ? " (" + aanvullend_voor(p_) + ')' : "") + (c.cruciaal ? " (cruciaal)" : "") + times(c));
        for (std::size_t i = 0; i < stappen_.size(); ++i)
            xml.leaf("simpleChoice", stappen_[i].waarde, {{"identifier", identifier(i)}, {"fixed", "true"}});
        if (scoring::mag_vervallen(d_.beoordeling, c.code))
            xml.leaf("simpleChoice", scoring::kNietVanToepassing, {{"identifier", "NVT"}, {"fixed", "true"}});
        xml.close();
    }

    const Dossier& d_;
    const Profiel& p_;
    std::vector<scoring::Stap> stappen_;
    bool points_;
};

std::string manifest(const std::string& id, const std::vector<std::pair<std::string, std::string>>& items) {
    xml::Markup xml;
    xml.open("manifest", {{"xmlns", kPackage}, {"identifier", "dossier-" + id}});
    xml.open("metadata");
    xml.leaf("schema", "QTIv2.2 Package");
    xml.leaf("schemaversion", "1.0.0");
    xml.close();
    xml.leaf("organizations", "");
    xml.open("resources");
    for (const auto& [code, path] : items) {
        xml.open("resource", {{"identifier", code}, {"type", "imsqti_item_xmlv2p2"}, {"href", path}});
        xml.leaf("file", "", {{"href", path}});
        xml.close();
    }
    xml.close();
    xml.close();
    return std::move(xml).take();
}

}  // namespace

std::string write_qti(const Dossier& dossier, const Profiel& profiel) {
    const Items items(dossier, profiel);
    std::vector<std::pair<std::string, std::string>> files{{"imsmanifest.xml", ""}};
    std::vector<std::pair<std::string, std::string>> names;
    for (const KerntaakDeel& k : delen_van(dossier, profiel))
        for (const WerkprocesDeel& w : k.werkprocessen) {
            const std::string path = "items/" + slug(w.bron->code.value) + ".xml";
            names.emplace_back(w.bron->code.value, path);
            files.emplace_back(path, items.item(k, w));
        }
    files.front().second = manifest(identity(dossier, profiel), names);
    return archive::write(files);
}

}  // namespace dossier::exchange
