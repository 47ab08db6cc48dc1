#pragma once
/// JSON held against a JSON Schema, as far as ours go.

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>
#include <string>

namespace dossier::test {

using Json = nlohmann::ordered_json;

/// A validator for the keywords that the schema uses; an unknown keyword fails the test.
class Validator {
public:
    explicit Validator(Json root) : root_(std::move(root)) {}
    [[nodiscard]] bool accepts(const Json& value) const { return accepts(root_, value); }

private:
    [[nodiscard]] static bool has_type(const std::string& type, const Json& value) {
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "boolean") return value.is_boolean();
        if (type == "number") return value.is_number();
        if (type == "integer") return value.is_number_integer();
        if (type == "null") return value.is_null();
        FAIL("unknown type " << type);
        return false;
    }
    [[nodiscard]] bool accepts(const Json& schema, const Json& value) const {
        for (const auto& [keyword, rule] : schema.items())
            if (!keeps(schema, keyword, rule, value)) return false;
        return true;
    }
    [[nodiscard]] bool keeps(const Json& schema, const std::string& keyword, const Json& rule, const Json& value) const {
        if (keyword == "$schema" || keyword == "title" || keyword == "description" || keyword == "definitions" || keyword == "format")
            return true;
        if (keyword == "type") {
            if (rule.is_string()) return has_type(rule, value);
            for (const Json& type : rule)
                if (has_type(type, value)) return true;
            return false;
        }
        if (keyword == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
        if (keyword == "pattern")
            return !value.is_string() || std::regex_search(value.get_ref<const std::string&>(), std::regex(rule.get<std::string>()));
        if (keyword == "minimum") return !value.is_number() || value >= rule;
        if (keyword == "maximum") return !value.is_number() || value <= rule;
        if (keyword == "minItems") return !value.is_array() || value.size() >= rule.get<std::size_t>();
        if (keyword == "minProperties") return !value.is_object() || value.size() >= rule.get<std::size_t>();
        if (keyword == "$ref") return accepts(root_.at(nlohmann::json_pointer<std::string>(rule.get<std::string>().substr(1))), value);
        if (keyword == "allOf") return std::all_of(rule.begin(), rule.end(), [&](const Json& one) { return accepts(one, value); });
        if (keyword == "items")
            return !value.is_array() || std::all_of(value.begin(), value.end(), [&](const Json& item) { return accepts(rule, item); });
        if (keyword == "required")
            return !value.is_object() ||
                   std::all_of(rule.begin(), rule.end(), [&](const Json& key) { return value.contains(key.get<std::string>()); });
        if (keyword == "properties") {
            if (!value.is_object()) return true;
            for (const auto& [key, one] : rule.items())
                if (value.contains(key) && !accepts(one, value[key])) return false;
            return true;
        }
        if (keyword == "additionalProperties") {
            CHECK(rule == false);
            if (!value.is_object()) return true;
            for (const auto& [key, one] : value.items())
                if (!schema["properties"].contains(key)) return false;
            return true;
        }
        FAIL("unknown keyword " << keyword);
        return false;
    }

    Json root_;
};

}  // namespace dossier::test
