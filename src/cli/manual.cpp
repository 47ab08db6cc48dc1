/// The manual pages, made of what the program knows of itself: dossier(1) of the table of options, dossier.yaml(5) of the JSON Schema,
/// which holds the names and descriptions of the fields of the model.

#include "cli/about.hpp"
#include "cli/options.hpp"
#include "cli/roff.hpp"
#include "cli/session.hpp"
#include "yaml/json_schema.hpp"

#include <nlohmann/json.hpp>

namespace dossier::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string source() { return std::string("dossier ") + version(); }

// ---- dossier(1) ----------------------------------------------------------------------------------------------------

/// "dossier build [OPTIONS] [FILE...]".
std::string synopsis(const Command& command) {
    std::string text = "dossier " + command.name + " [OPTIONS]";
    for (const Option& option : command.options) {
        if (!option.is_argument()) continue;
        const std::string value = option.value + (option.is_list() ? "..." : "");
        text += option.required ? ' ' + value : " [" + value + ']';
    }
    return text;
}

/// What the target holds before parsing; of those that a value can be a default of.
std::string default_of(const Option& option) {
    if (const auto* number = std::get_if<unsigned*>(&option.target)) return std::to_string(**number);
    return *std::get<std::string*>(option.target);
}

void describe(ManualPage& page, const Option& option) {
    const std::string name = option.is_argument() ? option.value : joined(option.spellings());
    std::string note;
    if (option.required && !option.is_argument()) note = "Required.";
    if (option.is_list() && !option.is_argument()) note = "May be given more than once.";
    if (option.shows_default) note = "Otherwise " + default_of(option) + '.';
    page.term(name, option.is_argument() ? "" : option.value, option.help, note);
}

std::string lines_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "    " + line + '\n';
    return text;
}

void what_goes_for_all(ManualPage& page) {
    page.section("EXIT STATUS");
    page.term("0", "", "done; there may be warnings");
    page.term("1", "", "errors in the input; with --werror warnings too");
    page.term("2", "", "bad command line");
    page.term("3", "", "cannot read or write");
    page.term("4", "", "internal error");
    page.section("ENVIRONMENT");
    page.term("SOURCE_DATE_EPOCH", "", "the day that documents carry, in seconds since 1970; without it they carry none");
    page.term("NO_COLOR", "", "when it is not empty, messages have no colour unless --color asks for it");
    page.section("SEE ALSO");
    page.paragraph("dossier.yaml(5)");
}

std::string program_page(const Program& table) {
    ManualPage page("dossier", 1, release_date(), source(), "exam forms, study guides and exchange files from a kwalificatiedossier");
    page.section("SYNOPSIS");
    for (const Command& command : table.commands) page.command(synopsis(command));
    page.command("dossier --version [--json]");
    page.section("DESCRIPTION");
    page.paragraph(table.help);
    page.lines(lines_of(table.examples));
    page.section("OPTIONS");
    page.term(joined(Option{kHelpNames, "", "", {}}.spellings()), "", std::string(kHelpText) + "; also of each subcommand");
    for (const Option& option : table.options) describe(page, option);
    page.section("SUBCOMMANDS");
    for (const Command& command : table.commands) {
        page.subsection(command.name);
        page.command(synopsis(command));
        page.paragraph(capitalised(command.help) + '.');
        for (const Option& option : command.options) describe(page, option);
        page.lines(lines_of(command.examples));
    }
    what_goes_for_all(page);
    return page.take();
}

// ---- dossier.yaml(5) -----------------------------------------------------------------------------------------------

/// What the value of a key is; `schema` is that of the key, or of an item of its list.
std::string kind(const Json& schema) {
    if (schema.contains("allOf")) {
        const std::string reference = schema["allOf"][0]["$ref"];
        return "blok " + reference.substr(reference.rfind('/') + 1);
    }
    if (schema.value("type", Json()) == "array") return "lijst van " + kind(schema["items"]);
    if (schema.value("type", Json()) == "integer")
        return "getal van " + schema["minimum"].dump() + " tot en met " + schema["maximum"].dump();
    if (schema.contains("enum")) return "keuze";
    if (schema.value("format", "") == "date") return "datum (2025-08-01)";
    if (schema.value("format", "") == "uri") return "webadres";
    return "tekst";
}

/// The words of a choice, or the form of a code; "" where any text will do.
std::string form(const Json& schema) {
    if (schema.value("type", Json()) == "array") return form(schema["items"]);
    if (schema.contains("enum")) {
        std::string words;
        for (const Json& word : schema["enum"]) words += (words.empty() ? "" : "; ") + word.get<std::string>();
        return "Een van: " + words + '.';
    }
    // A date and a web address say enough by their kind. Text has a pattern too, which only says that something is there. And a list of
    // all codes of a standard is no form that people read.
    const std::string pattern = schema.value("pattern", "");
    if (schema.contains("format") || !pattern.starts_with("^") || pattern.starts_with("^\\s") || pattern.size() > 80) return "";
    return "Vorm: " + pattern.substr(1, pattern.size() - 2);
}

void keys(ManualPage& page, const Json& record) {
    const Json required = record.value("required", Json::array());
    for (const auto& [name, schema] : record["properties"].items()) {
        const bool must = std::find(required.begin(), required.end(), name) != required.end();
        page.term(name + ':', kind(schema) + (must ? ", verplicht" : ""), schema["description"].get<std::string>(), form(schema));
    }
}

std::string file_page() {
    const Json schema = Json::parse(yaml::json_schema());
    ManualPage page("dossier.yaml", 5, release_date(), source(), "een kwalificatiedossier, de invoer van dossier(1)");
    page.section("BESCHRIJVING");
    page.paragraph(schema["description"].get<std::string>());
    page.paragraph(
        "Het bestand is YAML in UTF-8. Elke sleutel staat er hoogstens een keer; een sleutel die hier niet staat, is een fout. Ankers en "
        "verwijzingen (& en *) mogen niet. Een veld dat er niet is, laat u weg: een lege waarde is een fout.");
    page.paragraph(
        "Lange tekst staat in een blok (|). Een lege regel scheidt alinea's, \"- \" en \"1. \" beginnen een punt, \"* \" een voetnoot. "
        "Een \\ ervoor maakt er gewone tekst van.");
    page.paragraph("\"dossier init\" schrijft een klein bestand om mee te beginnen; \"dossier check\" zegt wat er niet klopt.");
    page.section("SLEUTELS");
    keys(page, schema);
    for (const auto& [name, record] : schema["definitions"].items()) {
        page.section("BLOK " + name);
        keys(page, record);
    }
    page.section("ZIE OOK");
    page.paragraph("dossier(1)");
    return page.take();
}

}  // namespace

int manual(const ManualOptions& options) {
    Values unused;
    const std::string page = options.page == ManualPageName::program ? program_page(program(unused)) : file_page();
    return print(page) ? kDone : kCannotReadWrite;
}

}  // namespace dossier::cli
