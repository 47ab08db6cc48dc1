#include "cli/about.hpp"

#include <nlohmann/json.hpp>

namespace dossier::cli {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json row(const Component& c) {
    return {{"name", c.name},
            {"version", text_or_null(c.version)},
            {"licence", text_or_null(c.licence)},
            {"origin", c.origin},
            {"program", c.program}};
}

}  // namespace

std::string version_text() {
    std::string text = std::string("dossier ") + version() + '\n';
    if (*commit() != '\0') text += std::string("commit ") + commit() + '\n';
    for (const bool embedded : {false, true}) {
        text += embedded ? "embedded:" : "libraries:";
        const char* separator = " ";
        for (const Component& c : components()) {
            if (c.embedded != embedded) continue;
            text += separator + std::string(c.name) + (c.version.empty() ? "" : " ") + std::string(c.version);
            separator = ", ";
        }
        text += '\n';
    }
    return text;
}

std::string version_json() {
    Json out = {{"name", "dossier"}, {"version", version()}, {"commit", text_or_null(commit())}, {"released", release_date()}};
    // The owner has named no licence for the program itself; null says so to machines.
    out["licence"] = nullptr;
    out["embedded"] = Json::array();
    out["libraries"] = Json::array();
    for (const Component& c : components()) out[c.embedded ? "embedded" : "libraries"].push_back(row(c));
    return out.dump(2) + '\n';
}

}  // namespace dossier::cli
