#include "ownxml/ownxml.hpp"

#include "model/fields.hpp"
#include "ownxml/format.hpp"
#include "xml/escape.hpp"

#include <algorithm>
#include <map>

namespace dossier::ownxml {
namespace {

using model::Veld;
using model::Vorm;

/// XSD has no escape of its own for these, and anchors every pattern itself.
std::string xsd_pattern(std::string_view ecma) {
    if (ecma.starts_with('^')) ecma.remove_prefix(1);
    if (ecma.ends_with('$')) ecma.remove_suffix(1);
    return std::string(ecma);
}

std::string_view name_of(Vorm vorm) {
    switch (vorm) {
        case Vorm::vrij: return "tekstregel";
        case Vorm::profielcode: return "profielcode";
        case Vorm::kerntaakcode: return "kerntaakcode";
        case Vorm::werkprocescode: return "werkprocescode";
        case Vorm::criteriumcode: return "criteriumcode";
        case Vorm::onderdeelcode: return "onderdeelcode";
        case Vorm::eenheidcode: return "eenheidcode";
        case Vorm::keuzedeelcode: return "keuzedeelcode";
        case Vorm::crebo: return "crebonummer";
        case Vorm::isced: return "iscedcode";
        case Vorm::datum: return "datum";
        case Vorm::url: return "webadres";
        case Vorm::competentie: return "competentienaam";
        case Vorm::schaalwaarde: return "schaalwaarde";
        case Vorm::drempel: return "drempel";
        case Vorm::beoordeelcode: return "beoordeelcode";
        case Vorm::punten: return "punten";
        case Vorm::puntgrens: return "puntgrens";
        case Vorm::cesuurcijfer: return "cesuurcijfer";
        case Vorm::afronding: return "afronding";
        case Vorm::poging: return "poging";
        case Vorm::niveau: return "mbo-niveau";
        case Vorm::gewicht: return "gewicht";
        case Vorm::pogingen: return "pogingen";
        case Vorm::aantal: return "aantal";
        case Vorm::ja_nee: return "ja-nee";
        case Vorm::taal: return "taalcode";
    }
    return "";
}
constexpr Vorm kVormen[] = {Vorm::vrij,          Vorm::profielcode, Vorm::kerntaakcode,  Vorm::werkprocescode, Vorm::criteriumcode,
                            Vorm::onderdeelcode, Vorm::eenheidcode, Vorm::keuzedeelcode, Vorm::crebo,          Vorm::isced,
                            Vorm::datum,         Vorm::url,         Vorm::competentie,   Vorm::schaalwaarde,   Vorm::drempel,
                            Vorm::niveau,        Vorm::aantal,      Vorm::ja_nee,        Vorm::taal,           Vorm::beoordeelcode,
                            Vorm::punten,        Vorm::puntgrens,   Vorm::cesuurcijfer,  Vorm::afronding,      Vorm::poging,
                            Vorm::gewicht,       Vorm::pogingen};

std::string_view base_of(Vorm vorm) {
    if (vorm == Vorm::datum) return "xs:date";
    if (vorm == Vorm::punten) return "xs:nonNegativeInteger";
    if (vorm == Vorm::niveau || vorm == Vorm::aantal || vorm == Vorm::gewicht || vorm == Vorm::pogingen) return "xs:positiveInteger";
    return "xs:token";
}

void simple_type(xml::Markup& xml, Vorm vorm) {
    xml.open("xs:simpleType", {{"name", name_of(vorm)}});
    xml.open("xs:restriction", {{"base", base_of(vorm)}});
    if (vorm == Vorm::vrij) xml.leaf("xs:minLength", "", {{"value", "1"}});
    if (const std::string_view pattern = model::patroon(vorm); !pattern.empty())
        xml.leaf("xs:pattern", "", {{"value", xsd_pattern(pattern)}});
    for (const std::string& word : model::keuzes(vorm)) xml.leaf("xs:enumeration", "", {{"value", word}});
    xml.close();
    xml.close();
}

/// Long text: blocks, with lists in lists.
void tekst_types(xml::Markup& xml) {
    xml.open("xs:group", {{"name", "blokken"}});
    xml.open("xs:choice");
    for (const model::BlokSoort soort :
         {model::BlokSoort::alinea, model::BlokSoort::opsomming, model::BlokSoort::nummering, model::BlokSoort::voetnoot})
        xml.leaf("xs:element", "",
                 {{"name", element_of(soort)}, {"type", soort == model::BlokSoort::alinea ? "tekstregel" : element_of(soort)}});
    xml.close();
    xml.close();
    const auto complex = [&xml](std::string_view name) { xml.open("xs:complexType", {{"name", name}}); };
    complex("tekst");
    xml.leaf("xs:group", "", {{"ref", "blokken"}, {"maxOccurs", "unbounded"}});
    xml.close();
    complex("voetnoot");
    xml.open("xs:simpleContent");
    xml.open("xs:extension", {{"base", "tekstregel"}});
    xml.leaf("xs:attribute", "", {{"name", "teken"}, {"use", "required"}, {"fixed", "*"}});
    xml.close();
    xml.close();
    xml.close();
    for (const auto& [list, signs] : {std::pair("opsomming", "-"), std::pair("nummering", "[0-9]{1,3}\\.|[a-z]\\.")}) {
        complex(list);
        xml.open("xs:sequence");
        xml.open("xs:element", {{"name", "punt"}, {"maxOccurs", "unbounded"}});
        xml.open("xs:complexType");
        xml.open("xs:sequence");
        xml.leaf("xs:element", "", {{"name", "tekst"}, {"type", "tekstregel"}});
        xml.leaf("xs:group", "", {{"ref", "blokken"}, {"minOccurs", "0"}, {"maxOccurs", "unbounded"}});
        xml.close();
        xml.open("xs:attribute", {{"name", "teken"}, {"use", "required"}});
        xml.open("xs:simpleType");
        xml.open("xs:restriction", {{"base", "xs:token"}});
        xml.leaf("xs:pattern", "", {{"value", signs}});
        for (int i = 0; i < 7; ++i) xml.close();
    }
}

/// A text with an attribute that says what it is: criteria have their code, competenties their letter.
void marked_type(xml::Markup& xml, std::string_view name, std::string_view base, std::string_view attribute, std::string_view type) {
    xml.open("xs:complexType", {{"name", name}});
    xml.open("xs:simpleContent");
    xml.open("xs:extension", {{"base", base}});
    xml.leaf("xs:attribute", "", {{"name", attribute}, {"type", type}, {"use", "required"}});
    xml.close();
    xml.close();
    xml.close();
}

/// One element declaration of a record, as text, so that equal records share a type.
struct Element {
    std::string name, type, uitleg;
    std::string item;  ///< name of the items of a list
    bool optional = false;
    bool one = false;  ///< list of exactly one
};

using Fields = std::vector<Element>;

/// Collects the records by type name, innermost first.
class Schema {
public:
    template <model::Record T> std::string record(std::string_view name, bool one_profiel = false);
    [[nodiscard]] const std::vector<std::pair<std::string, Fields>>& types() const { return types_; }

private:
    friend class FieldsVisitor;
    std::string add(std::string_view name, Fields fields);
    std::vector<std::pair<std::string, Fields>> types_;
};

bool same(const Fields& a, const Fields& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Element& x, const Element& y) {
        return x.name == y.name && x.type == y.type && x.item == y.item && x.optional == y.optional && x.one == y.one;
    });
}

class FieldsVisitor {
public:
    FieldsVisitor(Schema& schema, std::string_view record, bool one_profiel)
        : schema_(schema), record_(record), one_profiel_(one_profiel) {}

    template <class T> void required(std::string_view name, const T&, const Veld& veld) { add<T>(name, {}, veld, false); }
    template <class T> void optional(std::string_view name, const T&, const Veld& veld) { add<T>(name, {}, veld, true); }
    template <class T> void list(std::string_view name, std::string_view item, const std::vector<T>&, const Veld& veld) {
        add<T>(name, item, veld, !veld.verplicht);
    }
    Fields take() { return std::move(fields_); }

private:
    template <class T> void add(std::string_view name, std::string_view item, const Veld& veld, bool optional) {
        Element e{std::string(name), "", std::string(veld.uitleg), std::string(item), optional, one_profiel_ && name == "profielen"};
        if constexpr (std::is_same_v<T, model::Tekst>) e.type = "tekst";
        else if constexpr (model::Record<T>) e.type = schema_.record<T>(item.empty() ? name : item);
        else
            e.type = record_ == "gedrag" && item == "criterium" ? "criterium"
                     : item == "competentie"                    ? "competentie"
                                                                : std::string(name_of(veld.vorm));
        fields_.push_back(std::move(e));
    }

    Schema& schema_;
    std::string_view record_;
    bool one_profiel_;
    Fields fields_;
};

template <model::Record T> std::string Schema::record(std::string_view name, bool one_profiel) {
    const T sample{};
    FieldsVisitor visitor(*this, name, one_profiel);
    T::fields(visitor, sample);
    return add(name, visitor.take());
}

/// A second record of the same name with other fields gets a number.
std::string Schema::add(std::string_view name, Fields fields) {
    std::string unique(name);
    for (int n = 2;; ++n) {
        const auto known = std::find_if(types_.begin(), types_.end(), [&](const auto& t) { return t.first == unique; });
        if (known == types_.end()) break;
        if (same(known->second, fields)) return unique;
        unique = std::string(name) + '-' + std::to_string(n);
    }
    types_.emplace_back(unique, std::move(fields));
    return unique;
}

void explain(xml::Markup& xml, std::string_view uitleg) {
    xml.open("xs:annotation");
    xml.leaf("xs:documentation", uitleg, {{"xml:lang", "nl"}});
    xml.close();
}

void complex_type(xml::Markup& xml, const std::string& name, const Fields& fields, bool root) {
    xml.open("xs:complexType", {{"name", name}});
    xml.open("xs:sequence");
    for (const Element& e : fields) {
        const std::string_view min = e.optional ? "0" : "";
        if (e.item.empty()) {
            xml.open("xs:element", {{"name", e.name}, {"type", e.type}, {"minOccurs", min}});
            explain(xml, e.uitleg);
        } else {
            xml.open("xs:element", {{"name", e.name}, {"minOccurs", min}});
            explain(xml, e.uitleg);
            xml.open("xs:complexType");
            xml.open("xs:sequence");
            xml.leaf("xs:element", "", {{"name", e.item}, {"type", e.type}, {"maxOccurs", e.one ? "" : "unbounded"}});
            xml.close();
            xml.close();
        }
        xml.close();
    }
    xml.close();
    if (root) xml.leaf("xs:attribute", "", {{"name", "versie"}, {"use", "required"}, {"fixed", kVersion}});
    xml.close();
}

void root_element(xml::Markup& xml, std::string_view name, std::string_view uitleg) {
    xml.open("xs:element", {{"name", name}, {"type", name}});
    explain(xml, uitleg);
    for (const auto& [key, what, field] :
         {std::tuple("werkprocescodes", ".//d:werkproces", "d:code"), std::tuple("kerntaakcodes", ".//d:kerntaak", "d:code"),
          std::tuple("criteriumcodes", ".//d:criterium", "@code")}) {
        xml.open("xs:unique", {{"name", std::string(name) + '-' + key}});
        xml.leaf("xs:selector", "", {{"xpath", what}});
        xml.leaf("xs:field", "", {{"xpath", field}});
        xml.close();
    }
    xml.close();
}

}  // namespace

std::string write_xsd() {
    Schema schema;
    const std::string dossier = schema.record<model::Dossier>(kDossier);
    const std::string kwalificatie = schema.record<model::Dossier>(kKwalificatie, true);
    xml::Markup xml;
    xml.open("xs:schema", {{"xmlns:xs", "http://www.w3.org/2001/XMLSchema"},
                           {"xmlns", kNamespace},
                           {"xmlns:d", kNamespace},
                           {"targetNamespace", kNamespace},
                           {"elementFormDefault", "qualified"},
                           {"version", kVersion}});
    root_element(xml, kDossier, "Een heel kwalificatiedossier.");
    root_element(xml, kKwalificatie, "Een kwalificatie: het dossier zoals het voor één profiel geldt.");
    for (const auto& [name, fields] : schema.types()) complex_type(xml, name, fields, name == dossier || name == kwalificatie);
    marked_type(xml, "criterium", "tekstregel", "code", "criteriumcode");
    marked_type(xml, "competentie", "competentienaam", "letter", "competentieletter");
    tekst_types(xml);
    for (const Vorm vorm : kVormen) simple_type(xml, vorm);
    xml.open("xs:simpleType", {{"name", "competentieletter"}});
    xml.open("xs:restriction", {{"base", "xs:token"}});
    xml.leaf("xs:pattern", "", {{"value", "[A-Y]"}});
    for (int i = 0; i < 3; ++i) xml.close();
    return std::move(xml).take();
}

}  // namespace dossier::ownxml
