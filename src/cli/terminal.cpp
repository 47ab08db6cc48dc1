#include "cli/terminal.hpp"

#include "cli/about.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unistd.h>

namespace dossier::cli {
namespace {

using Json = nlohmann::ordered_json;

Json row(const Diagnostic& d, Translate translate) {
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
    return out;
}

}  // namespace

bool on_terminal() { return ::isatty(STDERR_FILENO) == 1; }

bool use_color(Color choice) {
    if (choice != Color::automatic) return choice == Color::always;
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    return on_terminal() && (no_color == nullptr || *no_color == '\0') && term != nullptr && std::string_view(term) != "dumb";
}

void Told::add(const Diagnostics& diagnostics, bool json, Translate translate) {
    errors += diagnostics.errors();
    warnings += diagnostics.warnings();
    if (!json) return;
    // Bytes that are not UTF-8 (a file name, a bad input line) become U+FFFD instead of an exception.
    for (const Diagnostic& d : diagnostics.all()) rows.push_back(row(d, translate).dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string as_json(const Told& told, int status, const std::vector<FileRow>& files) {
    Json out;
    out["version"] = version();
    out["status"] = status;
    out["errors"] = told.errors;
    out["warnings"] = told.warnings;
    out["diagnostics"] = Json::array();
    for (const std::string& text : told.rows) out["diagnostics"].push_back(Json::parse(text));
    out["files"] = Json::array();
    for (const FileRow& f : files) {
        Json file{{"path", f.path}, {"bytes", f.bytes}};
        if (!f.action.empty()) file["action"] = f.action, file["why"] = f.why;
        out["files"].push_back(std::move(file));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dossier::cli
