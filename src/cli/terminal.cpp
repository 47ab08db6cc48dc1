#include "cli/terminal.hpp"

#include "cli/about.hpp"
#include "core/diagnostic_json.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unistd.h>

namespace dossier::cli {
namespace {

using Json = nlohmann::ordered_json;

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
    for (const Diagnostic& d : diagnostics.all()) rows.push_back(core::json_of(d, translate));
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
