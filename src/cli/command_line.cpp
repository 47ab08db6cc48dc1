#include "cli/about.hpp"
#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

namespace dossier::cli {
namespace {

/// Help that opens with examples: people read those first.
class ExamplesFirst : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        const std::string footer = app->get_footer();
        std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
        if (mode != CLI::AppFormatMode::Normal || footer.empty()) return text;
        const std::size_t at = text.rfind(footer);
        if (at != std::string::npos) text.erase(at);
        while (text.ends_with("\n\n")) text.pop_back();
        return footer + "\n\n" + text;
    }
};

/// Gives CLI11 an option of the table, by what its value goes to.
struct Adder {
    CLI::App& app;
    const Option& row;

    CLI::Option* operator()(bool* to) const { return app.add_flag(row.names, *to, row.help); }
    CLI::Option* operator()(std::string* to) const { return app.add_option(row.names, *to, row.help); }
    CLI::Option* operator()(unsigned* to) const {
        return app.add_option(row.names, *to, row.help)->check(CLI::Range(0U, row.most).description(""));
    }
    CLI::Option* operator()(std::vector<std::string>* to) const {
        // After an option comes one value, so that an argument can follow; arguments take all that comes.
        return app.add_option(row.names, *to, row.help)->allow_extra_args(row.is_argument());
    }
    CLI::Option* operator()(const std::function<void(const std::string&)>& take) const {
        return app.add_option_function<std::string>(row.names, take, row.help);
    }
};

void add(CLI::App& app, const Option& row) {
    CLI::Option* option = std::visit(Adder{app, row}, row.target);
    if (!row.is_flag()) option->type_name(row.value);
    if (row.only_words) option->check(CLI::IsMember(row.words).description(""));
    if (row.required) option->required();
    if (row.shows_default) option->capture_default_str();
}

std::string examples(const std::vector<std::string>& lines) {
    std::string text = "Examples:";
    for (const std::string& line : lines) text += "\n  " + line;
    return text;
}

void describe(CLI::App& app, const std::vector<std::string>& example_lines, const std::vector<Option>& options) {
    app.footer(examples(example_lines));
    app.set_help_flag(kHelpNames, kHelpText);
    for (const Option& row : options) add(app, row);
}

/// Every option and subcommand name, for "did you mean".
std::vector<std::string> known_words(const Program& table) {
    std::vector<std::string> words{"--help"};
    const auto add_options = [&](const std::vector<Option>& options) {
        for (const Option& option : options)
            for (const std::string& name : option.spellings())
                if (name.starts_with("--")) words.push_back(name);
    };
    add_options(table.options);
    for (const Command& command : table.commands) {
        words.push_back(command.name);
        add_options(command.options);
    }
    return words;
}

std::vector<std::string> names(const std::vector<Command>& commands) {
    std::vector<std::string> out;
    for (const Command& command : commands) out.push_back(command.name);
    return out;
}

bool lacks_subcommand(const CLI::App& app, const CLI::ParseError& e) {
    return e.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) && app.get_subcommands().empty();
}

int bad_command_line(const CLI::App& app, const Program& table, const CLI::ParseError& e, const std::vector<std::string>& given) {
    const bool no_subcommand = lacks_subcommand(app, e);
    std::string text = "dossier: error: ";
    if (no_subcommand && !given.empty())
        text += (given.front().starts_with('-') ? "unknown option " : "unknown subcommand ") + dossier::quoted(given.front()) + '\n';
    else if (no_subcommand) text += "expected a subcommand: " + either(names(table.commands)) + '\n';
    else text += std::string(e.what()) + '\n';
    const std::vector<std::string> words = known_words(table);
    for (const std::string& word : given) {
        const std::string name = word.substr(0, word.find('='));
        if (std::find(words.begin(), words.end(), name) != words.end()) continue;
        const bool unknown = no_subcommand || e.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
        if (const auto meant = nearest(name, words); meant && unknown) text += "  hint: did you mean " + dossier::quoted(*meant) + "?\n";
    }
    text += "  hint: dossier --help shows what there is\n";
    std::fputs(text.c_str(), stderr);
    return kBadCommandLine;
}

}  // namespace

int run(int argc, const char* const* argv) {
    Values values;
    const Program table = program(values);
    CLI::App app{table.help};
    app.formatter(std::make_shared<ExamplesFirst>());
    app.set_help_all_flag("");
    app.require_subcommand(1);
    app.fallthrough(false);
    describe(app, table.examples, table.options);
    for (const Command& command : table.commands)
        describe(*app.add_subcommand(command.name, command.help), command.examples, command.options);

    const std::vector<std::string> given(argv + std::min(argc, 1), argv + argc);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            std::ostringstream out;
            (void)app.exit(e, out, out);
            return print(out.str()) ? kDone : kCannotReadWrite;
        }
        if (!values.version || !lacks_subcommand(app, e)) return bad_command_line(app, table, e, given);
    }
    if (values.version) return print(values.common.json ? version_json() : version_text()) ? kDone : kCannotReadWrite;
    const auto parsed = [&](const Command& command) { return app.got_subcommand(command.name); };
    return std::find_if(table.commands.begin(), table.commands.end(), parsed)->run();
}

}  // namespace dossier::cli
