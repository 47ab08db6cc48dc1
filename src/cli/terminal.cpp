#include "cli/terminal.hpp"

#include "cli/about.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unistd.h>

namespace dossier::cli {
namespace {

using Json = nlohmann::ordered_json;

Json row(const Diagnostic& d) {
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
    out["message"] = d.message;
    out["hints"] = d.hints;
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

std::string as_json(const Diagnostics& diagnostics, int status, const std::vector<FileRow>& files) {
    Json out;
    out["version"] = version();
    out["status"] = status;
    out["errors"] = diagnostics.errors();
    out["warnings"] = diagnostics.warnings();
    out["diagnostics"] = Json::array();
    for (const Diagnostic& d : diagnostics.all()) out["diagnostics"].push_back(row(d));
    out["files"] = Json::array();
    for (const FileRow& f : files) out["files"].push_back({{"path", f.path}, {"bytes", f.bytes}});
    // Bytes that are not UTF-8 (a file name, a bad input line) become U+FFFD instead of an exception.
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dossier::cli
