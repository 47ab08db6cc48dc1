#include "yaml/json_schema.hpp"

#include "model/fields.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string_view>
#include <vector>

namespace dossier::yaml {
namespace {

using Json = nlohmann::ordered_json;
using model::Veld;
using model::Vorm;

/// One address per type: tells the records of the model apart.
template <class T> constexpr char kIdentity = 0;

/// The records met so far, each once, under the name of the key or list item where it was met first.
class Definitions {
public:
    /// "#/definitions/werkproces"; makes the definition if it is new. `parent` tells apart two records of one name.
    template <model::Record T> std::string reference(std::string_view name, std::string_view parent);

    [[nodiscard]] Json take() {
        Json out = Json::object();
        for (const std::string& name : order_) out[name] = std::move(made_[name]);
        return out;
    }

private:
    std::map<const void*, std::string> names_;
    std::map<std::string, Json> made_;
    std::vector<std::string> order_;
};

/// A text without quotes that looks like a number or a truth value is text to the reader, but not to an editor.
Json text_types() { return Json::array({"string", "number", "boolean"}); }

/// What a one-line value may be. A record's key or an item of a list alike.
Json text_schema(Vorm vorm) {
    Json out = Json::object();
    if (vorm == Vorm::vrij) {
        out["type"] = text_types();
        out["pattern"] = R"(^\s*\S([^\n]*\S)?\s*$)";  // one line with something on it
        return out;
    }
    if (const auto& words = model::keuzes(vorm); !words.empty()) {
        out["type"] = "string";
        out["enum"] = words;
        return out;
    }
    out["type"] = "string";
    out["pattern"] = std::string(model::patroon(vorm));
    switch (vorm) {
        case Vorm::crebo:
            out["type"] = Json::array({"string", "integer"});
            out["minimum"] = 10000;
            out["maximum"] = 99999;
            break;
        case Vorm::onderdeelcode:
        case Vorm::eenheidcode:
            out["type"] = Json::array({"string", "integer"});
            out["minimum"] = 0;
            break;
        case Vorm::punten:
            out["type"] = Json::array({"string", "integer"});
            out["minimum"] = 0;
            out["maximum"] = 1000;
            break;
        case Vorm::datum: out["format"] = "date"; break;
        case Vorm::url: out["format"] = "uri"; break;
        default: break;
    }
    return out;
}

Json schema_of(const model::Text&, std::string_view, std::string_view, const Veld& veld, Definitions&) { return text_schema(veld.vorm); }

Json schema_of(const model::Tekst&, std::string_view, std::string_view, const Veld&, Definitions&) {
    Json out = Json::object();
    out["type"] = text_types();
    out["pattern"] = R"(\S)";
    return out;
}

Json schema_of(const model::Getal&, std::string_view, std::string_view, const Veld& veld, Definitions&) {
    Json out = Json::object();
    out["type"] = "integer";
    out["minimum"] = 1;
    switch (veld.vorm) {
        case Vorm::niveau: out["maximum"] = 4; break;
        case Vorm::pogingen: out["maximum"] = 9; break;
        case Vorm::gewicht: out["maximum"] = 100; break;
        default: out["maximum"] = 99999;
    }
    return out;
}

template <model::Record T> Json schema_of(const T&, std::string_view name, std::string_view parent, const Veld&, Definitions& definitions) {
    // Draft-07 ignores what stands beside "$ref", and the description should not be ignored.
    Json out = Json::object();
    out["allOf"] = Json::array({Json{{"$ref", definitions.reference<T>(name, parent)}}});
    return out;
}

/// Visits the fields of one record.
class RecordSchema {
public:
    RecordSchema(std::string_view name, Definitions& definitions) : name_(name), definitions_(definitions) {}

    void required(std::string_view name, const auto& field, const Veld& veld) {
        required_.emplace_back(name);
        optional(name, field, veld);
    }
    void optional(std::string_view name, const auto& field, const Veld& veld) {
        add(name, veld, schema_of(field, name, name_, veld, definitions_));
    }
    template <class T> void list(std::string_view name, std::string_view item_name, const std::vector<T>&, const Veld& veld) {
        if (veld.verplicht) required_.emplace_back(name);
        Json out = Json::object();
        out["type"] = "array";
        if (veld.verplicht) out["minItems"] = 1;
        out["items"] = schema_of(T{}, item_name, name_, veld, definitions_);
        add(name, veld, out);
    }

    [[nodiscard]] Json take() {
        Json out = Json::object();
        out["type"] = "object";
        out["properties"] = std::move(properties_);
        if (required_.empty()) out["minProperties"] = 1;
        else out["required"] = required_;
        out["additionalProperties"] = false;
        return out;
    }

private:
    void add(std::string_view name, const Veld& veld, const Json& schema) {
        Json with_description = Json::object();
        with_description["description"] = std::string(veld.uitleg);
        with_description.update(schema);
        properties_[std::string(name)] = std::move(with_description);
    }

    std::string_view name_;
    Definitions& definitions_;
    Json properties_ = Json::object();
    std::vector<std::string> required_;
};

template <model::Record T> std::string Definitions::reference(std::string_view name, std::string_view parent) {
    const auto [known, added] = names_.emplace(&kIdentity<T>, std::string(name));
    if (added) {
        std::string& own = known->second;
        if (made_.contains(own)) own = std::string(parent) + '_' + own;
        made_[own];  // the name is taken while its parts are made
        order_.push_back(own);
        RecordSchema visitor(own, *this);
        const T record{};
        T::fields(visitor, record);
        made_[own] = visitor.take();
    }
    return "#/definitions/" + known->second;
}

}  // namespace

std::string json_schema() {
    Definitions definitions;
    RecordSchema visitor("dossier", definitions);
    const model::Dossier dossier;
    model::Dossier::fields(visitor, dossier);

    Json schema = Json::object();
    schema["$schema"] = "http://json-schema.org/draft-07/schema#";
    schema["title"] = "Kwalificatiedossier";
    schema["description"] = "Een kwalificatiedossier (mbo) met basisdeel, profielen en de afspraken over beoordeling.";
    schema.update(visitor.take());
    schema["definitions"] = definitions.take();
    return schema.dump(2) + '\n';
}

}  // namespace dossier::yaml
