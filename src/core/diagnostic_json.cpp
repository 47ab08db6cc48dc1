#include "core/diagnostic_json.hpp"

#include <nlohmann/json.hpp>

namespace dossier::core {

std::string json_of(const Diagnostic& d, Translate translate) {
    using Json = nlohmann::ordered_json;
    Json out;
    out["severity"] = severity_word(d.severity);
    out["code"] = d.code;
    if (d.location) {
        const Position begin = position_of(*d.location.source, d.location.begin);
        const Position end = position_of(*d.location.source, d.location.end);
        out["file"] = d.location.source->name;
        out["line"] = begin.line;
        out["column"] = begin.column;
        out["end_line"] = end.line;
        out["end_column"] = end.column;
        if (!d.location.source->sheet.empty()) out["sheet"] = d.location.source->sheet;
    }
    out["message"] = d.message.text(translate);
    out["hints"] = Json::array();
    for (const Message& hint : d.hints) out["hints"].push_back(hint.text(translate));
    // Bytes that are not UTF-8 (a file name, a bad input line) become U+FFFD instead of an exception.
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dossier::core
