/// European Learning Model 3, as the application profile for qualifications (LOQ) has it: a kwalificatie as qualification, its
/// kerntaken as learning achievement specifications, its werkprocessen and vakkennis as learning outcomes.

#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"
#include "xml/escape.hpp"

#include <algorithm>
#include <array>

namespace dossier::exchange {
namespace {

using model::Dossier;
using model::Profiel;

/// The levels of the Dutch framework in the EU's register of qualification frameworks; mbo level n is NLQF n.
constexpr std::array<std::string_view, 4> kNlqf{"http://data.europa.eu/snb/qdr/c_3e11a3fd", "http://data.europa.eu/snb/qdr/c_c749fa23",
                                                "http://data.europa.eu/snb/qdr/c_f97cdbb5", "http://data.europa.eu/snb/qdr/c_ff656b33"};
constexpr std::string_view kDutch = "http://publications.europa.eu/resource/authority/language/NLD";

/// Which kind of assessment the words for an examenvorm mean; "" when they do not say.
std::string_view assessment_type(std::string_view vorm) {
    struct Kind {
        std::string_view word, uri;
    };
    constexpr std::array<Kind, 6> kKinds{{{"proeve", "http://data.europa.eu/snb/assessment/6a4db9f11d"},
                                          {"praktijk", "http://data.europa.eu/snb/assessment/6a4db9f11d"},
                                          {"portfolio", "http://data.europa.eu/snb/assessment/4f03b91c0e"},
                                          {"schriftelijk", "http://data.europa.eu/snb/assessment/6e6cb2cc78"},
                                          {"mondeling", "http://data.europa.eu/snb/assessment/d30284d7df"},
                                          {"project", "http://data.europa.eu/snb/assessment/795dac4096"}}};
    const std::string low = lower(vorm);
    for (const Kind& kind : kKinds)
        if (low.find(kind.word) != std::string::npos) return kind.uri;
    return {};
}

class Courses {
public:
    Courses(const Dossier& dossier, const Profiel& profiel)
        : d_(dossier), p_(profiel), delen_(delen_van(dossier, profiel)), id_("urn:crebo:" + profiel.crebo.value),
          isced_("http://data.europa.eu/snb/isced-f/" + profiel.isced.value) {
        assessments();
    }

    std::string run() {
        xml_.open("Courses", {{"xmlns", "http://data.europa.eu/snb/model/ap/loq-constraints/"},
                              {"xmlns:skos", "http://www.w3.org/2004/02/skos/core#"},
                              {"xmlns:dc", "http://purl.org/dc/terms/"},
                              {"xsdVersion", "3.1.0"}});
        xml_.open("learningAchievementSpecificationReferences");
        qualification();
        for (const KerntaakDeel& k : delen_) kerntaak(k);
        xml_.close();
        xml_.open("learningOutcomeReferences");
        for (const KerntaakDeel& k : delen_) outcomes(k);
        xml_.close();
        xml_.open("learningAssessmentSpecificationReferences");
        for (const Assessment& a : assessments_) assessment(a);
        xml_.close();
        xml_.open("gradingSchemeReferences");
        grading();
        xml_.close();
        xml_.close();
        return std::move(xml_).take();
    }

private:
    struct Assessment {
        std::string id, code, titel;
        std::string vorm;
        std::vector<std::string> kerntaken;
        std::string werkprocessen;
    };

    [[nodiscard]] std::string id(const std::string& code) const { return id_ + ':' + code; }

    /// The exams that the dossier names; else one for each kerntaak.
    void assessments() {
        for (const model::Exameneenheid& e : d_.beoordeling.exameneenheden) {
            Assessment a{id("examen:" + e.code.value), "examen:" + e.code.value, e.titel.value, e.vorm.value, {}, ""};
            for (const KerntaakDeel& k : delen_) {
                const auto before = a.werkprocessen.size();
                for (const WerkprocesDeel& w : k.werkprocessen)
                    for (const model::Text& code : e.werkprocessen)
                        if (code.value == w.bron->code.value) a.werkprocessen += (a.werkprocessen.empty() ? "" : ", ") + code.value;
                if (a.werkprocessen.size() != before) a.kerntaken.push_back(k.bron->code.value);
            }
            if (!a.kerntaken.empty()) assessments_.push_back(std::move(a));
        }
        if (!assessments_.empty()) return;
        for (const KerntaakDeel& k : delen_) {
            const std::string& code = k.bron->code.value;
            assessments_.push_back({id("examen:" + code), "examen:" + code, "Examen " + code + ' ' + k.bron->titel.value, "", {code}, ""});
        }
    }

    void text(std::string_view element, const std::string& words) { xml_.leaf(element, words, {{"language", "nl"}}); }
    void note(const std::string& words) {
        if (words.empty()) return;
        xml_.open("additionalNote");
        text("noteLiteral", words);
        xml_.close();
    }
    void note(const Sectie& sectie) { note(sectie.kop + ":\n" + plain_text(sectie.tekst)); }
    void identifier(const std::string& notation, const std::string& scheme = "") {
        xml_.open("identifier");
        xml_.leaf("skos:notation", notation);
        if (!scheme.empty()) xml_.leaf("schemeName", scheme);
        xml_.close();
    }
    void uri(std::string_view element, std::string_view value) { xml_.leaf(element, "", {{"uri", value}}); }
    void reference(std::string_view element, const std::string& value) { xml_.leaf(element, "", {{"idref", value}}); }

    void outcome_references(const KerntaakDeel& k) {
        for (const WerkprocesDeel& w : k.werkprocessen) reference("learningOutcome", id(w.bron->code.value));
        for (const Onderdeel& v : k.vakkennis) reference("learningOutcome", id(v.code));
    }

    void qualification() {
        xml_.open("qualification", {{"id", id_}});
        identifier(p_.crebo.value, "CREBO");
        text("title", p_.naam.value);
        if (!p_.typering.empty()) text("description", plain_text(p_.typering));
        const model::Beroepsgroep& groep = d_.basisdeel.beroepsgroep;
        note("Kwalificatiedossier: " + d_.naam.value + (d_.versie.value.empty() ? "" : ", versie " + d_.versie.value));
        if (!groep.context.empty()) note({"Context van de beroepengroep", groep.context});
        if (!groep.beroepshouding.empty()) note({"Typerende beroepshouding", groep.beroepshouding});
        if (!groep.resultaat.empty()) note({"Resultaat van de beroepengroep", groep.resultaat});
        uri("ISCEDFCode", isced_);
        if (p_.sbu.value != 0) xml_.leaf("volumeOfLearning", "PT" + std::to_string(p_.sbu.value) + "H");
        uri("language", kDutch);
        for (const KerntaakDeel& k : delen_) outcome_references(k);
        for (const Assessment& a : assessments_) reference("provenBy", a.id);
        xml_.leaf("isPartialQualification", "false");
        uri("EQFLevel", "http://data.europa.eu/snb/eqf/" + std::to_string(p_.niveau.value));
        uri("NQFLevel", kNlqf.at(static_cast<std::size_t>(p_.niveau.value - 1)));
        xml_.close();
    }

    void kerntaak(const KerntaakDeel& k) {
        const std::string& code = k.bron->code.value;
        xml_.open("learningAchievementSpecification", {{"id", id(code)}});
        identifier(code);
        text("title", k.bron->titel.value);
        for (const Sectie& s : k.secties) note(s);
        uri("ISCEDFCode", isced_);
        uri("language", kDutch);
        outcome_references(k);
        for (const Assessment& a : assessments_)
            if (std::find(a.kerntaken.begin(), a.kerntaken.end(), code) != a.kerntaken.end()) reference("provenBy", a.id);
        reference("isPartOf", id_);
        xml_.close();
    }

    void outcomes(const KerntaakDeel& k) {
        for (const WerkprocesDeel& w : k.werkprocessen) {
            xml_.open("learningOutcome", {{"id", id(w.bron->code.value)}});
            identifier(w.bron->code.value);
            text("title", w.bron->titel.value);
            uri("type", "http://data.europa.eu/snb/skill-type/skill");
            for (const Sectie& s : w.secties) note(s);
            for (const Onderdeel& c : w.criteria) note(c.code + ": " + c.tekst + marks(c));
            xml_.close();
        }
        for (const Onderdeel& v : k.vakkennis) {
            xml_.open("learningOutcome", {{"id", id(v.code)}});
            identifier(v.code);
            text("title", v.tekst);
            uri("type", v.kennis ? "http://data.europa.eu/snb/skill-type/knowledge" : "http://data.europa.eu/snb/skill-type/skill");
            if (!v.rubriek.empty()) note("Rubriek: " + v.rubriek);
            if (v.aanvullend) note(aanvullend_voor(p_));
            xml_.close();
        }
    }
    [[nodiscard]] std::string marks(const Onderdeel& o) const {
        return (o.aanvullend ? " (" + aanvullend_voor(p_) + ')' : std::string()) + (o.cruciaal ? " (Cruciaal criterium)" : "");
    }

    void assessment(const Assessment& a) {
        xml_.open("learningAssessmentSpecification", {{"id", a.id}});
        identifier(a.code);
        text("title", a.titel);
        if (!a.vorm.empty()) note("Examenvorm: " + a.vorm);
        if (!a.werkprocessen.empty()) note("Werkprocessen: " + a.werkprocessen);
        if (const std::string_view type = assessment_type(a.vorm); !type.empty()) uri("type", type);
        uri("language", kDutch);
        reference("gradingScheme", id_ + ":schaal");
        for (const std::string& k : a.kerntaken) reference("proves", id(k));
        xml_.close();
    }

    void grading() {
        std::string scale;
        for (const scoring::Stap& stap : scoring::stappen(d_.beoordeling)) scale += (scale.empty() ? "" : " / ") + stap.waarde;
        xml_.open("gradingScheme", {{"id", id_ + ":schaal"}});
        text("title", scale);
        const model::Cesuur& cesuur = d_.beoordeling.cesuur;
        const std::string rest = plain_text(cesuur.toelichting);
        text("description", "Cesuur. Criteria van een werkproces: " + cesuur.criteria.value +
                                ". Werkprocessen van een kerntaak: " + cesuur.werkprocessen.value + '.' + (rest.empty() ? "" : ' ' + rest));
        xml_.close();
    }

    const Dossier& d_;
    const Profiel& p_;
    std::vector<KerntaakDeel> delen_;
    std::vector<Assessment> assessments_;
    std::string id_, isced_;
    xml::Markup xml_;
};

}  // namespace

std::vector<Missing> missing_for_elm(const Profiel& profiel) {
    std::vector<Missing> out;
    const auto need = [&](bool there, const char* key, Pattern<1> hint) {
        if (!there) out.push_back({say("profiel {}", profiel.code.value), key, profiel.code.location, say_with(hint, profiel.code.value)});
    };
    need(!profiel.crebo.value.empty(), "crebo",
         pattern<1>("add the crebonummer of the kwalificatie, \"crebo: \" and five digits, under \"code: {}\""));
    need(!profiel.isced.value.empty(), "isced",
         pattern<1>("add its ISCED-F code, like isced: \"0416\" for wholesale and retail sales, under \"code: {}\""));
    need(profiel.niveau.value != 0, "niveau", pattern<1>("add its mbo level, \"niveau: \" and 1 to 4, under \"code: {}\""));
    return out;
}

std::string write_elm(const Dossier& dossier, const Profiel& profiel) { return Courses(dossier, profiel).run(); }

}  // namespace dossier::exchange
