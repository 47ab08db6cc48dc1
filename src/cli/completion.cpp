/// Completion for shells, made of the table of options.

#include "cli/options.hpp"
#include "cli/session.hpp"

#include <algorithm>

namespace dossier::cli {
namespace {

// ---- bash ----------------------------------------------------------------------------------------------------------

std::string bash_words(const std::vector<std::string>& words) { return "_dossier_words '" + joined(words, " ") + "'"; }

std::string bash_value(const Option& option) {
    if (!option.words.empty()) return bash_words(option.words);
    if (option.takes == Takes::file) return "_dossier_files -f";
    if (option.takes == Takes::folder) return "_dossier_files -d";
    return ":";
}

/// What follows the options of `command` that take a value, as branches of a case over "COMMAND:OPTION".
std::string bash_values(const Command& command) {
    std::string text;
    for (const Option& option : command.options) {
        if (option.is_argument() || option.is_flag()) continue;
        std::vector<std::string> patterns;
        for (const std::string& spelling : option.spellings()) patterns.push_back(command.name + ':' + spelling);
        text += "        " + joined(patterns, "|") + ") " + bash_value(option) + "; return ;;\n";
    }
    return text;
}

std::vector<std::string> spellings(const std::vector<Option>& options) {
    std::vector<std::string> out;
    for (const Option& option : options)
        if (!option.is_argument())
            for (const std::string& spelling : option.spellings()) out.push_back(spelling);
    for (const std::string& spelling : Option{kHelpNames, "", "", {}}.spellings()) out.push_back(spelling);
    return out;
}

const Option* argument_of(const Command& command) {
    const auto found = std::find_if(command.options.begin(), command.options.end(), [](const Option& o) { return o.is_argument(); });
    return found == command.options.end() ? nullptr : &*found;
}

std::string bash(const Program& table) {
    std::vector<std::string> names;
    std::string values, options, arguments;
    for (const Command& command : table.commands) {
        names.push_back(command.name);
        values += bash_values(command);
        options += "        " + command.name + ":-*) " + bash_words(spellings(command.options)) + " ;;\n";
        if (const Option* argument = argument_of(command))
            arguments += "        " + command.name + ":*) " + bash_value(*argument) + " ;;\n";
    }
    return R"(# Completion of dossier for bash; made by "dossier completion bash".

_dossier_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word"); }

_dossier_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$word")
}

_dossier() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    # bash takes "--stage=view" for three words.
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    if [ "$COMP_CWORD" = 1 ]; then
        case $word in
        -*) )" +
           bash_words(spellings(table.options)) + R"( ;;
        *) )" +
           bash_words(names) + R"( ;;
        esac
        return
    fi
    case $command:$before in
)" + values +
           R"(    esac
    case $command:$word in
)" + options +
           arguments + R"(    esac
}

complete -F _dossier dossier
)";
}

// ---- zsh -----------------------------------------------------------------------------------------------------------

/// Inside single quotes of zsh, in the brackets of _arguments: brackets and colons are escaped there.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out;
}

std::string zsh_action(const Option& option) {
    if (!option.words.empty()) return '(' + joined(option.words, " ") + ')';
    if (option.takes == Takes::file) return "_files";
    if (option.takes == Takes::folder) return "_files -/";
    return " ";
}

std::string zsh_option(const Option& option) {
    std::string rest = '[' + zsh_text(option.help) + ']';
    if (!option.is_flag()) rest += ':' + zsh_text(option.value) + ':' + zsh_action(option);
    const std::vector<std::string> names = option.spellings();
    std::string text;
    // "--stage=" takes its value behind the sign or in the next word.
    for (const std::string& name : names) {
        const std::string others = option.is_list() ? "*" : '(' + joined(names, " ") + ')';
        const bool sign = !option.is_flag() && name.starts_with("--");
        text += " \\\n            '" + others + name + (sign ? "=" : "") + rest + '\'';
    }
    return text;
}

std::string zsh_rows(const std::vector<Option>& options) {
    std::string text = zsh_option({kHelpNames, "", kHelpText, static_cast<bool*>(nullptr)});
    for (const Option& option : options) {
        if (option.is_argument())
            text += std::string(" \\\n            '") + (option.is_list() ? "*" : "") + ':' + zsh_text(option.value) + ':' +
                    zsh_action(option) + '\'';
        else text += zsh_option(option);
    }
    return text;
}

std::string zsh(const Program& table) {
    std::string names, commands;
    for (const Command& command : table.commands) {
        names += "        '" + zsh_text(command.name) + ':' + zsh_text(command.help) + "'\n";
        commands += "        " + command.name + ") _arguments -s" + zsh_rows(command.options) + " ;;\n";
    }
    return R"(#compdef dossier
# Completion of dossier for zsh; made by "dossier completion zsh".

_dossier() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    local -a commands=(
)" + names +
           R"(    )
    _arguments -C)" +
           zsh_rows(table.options) + R"( \
            '1:subcommand:->command' '*::argument:->rest'
    case $state in
    command) _describe -t commands subcommand commands ;;
    rest)
        curcontext=${curcontext%:*:*}:dossier-$line[1]:
        case $line[1] in
)" + commands +
           R"(        esac ;;
    esac
}

# Loaded by compinit it is a function's body, sourced it announces itself.
if [ "$funcstack[1]" = _dossier ]; then
    _dossier "$@"
else
    compdef _dossier dossier
fi
)";
}

// ---- fish ----------------------------------------------------------------------------------------------------------

std::string fish_text(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + '\'';
}

/// What a value completes to. -x: it takes a value, and files are none; -r with -F: files are.
std::string fish_value(const Option& option) {
    if (!option.words.empty()) return " -x -a " + fish_text(joined(option.words, " "));
    if (option.takes == Takes::file) return " -r -F";
    if (option.takes == Takes::folder) return " -x -a '(__fish_complete_directories)'";
    return " -x";
}

std::string fish_option(const std::string& when, const Option& option) {
    std::string text = "complete -c dossier -n " + when;
    for (const std::string& name : option.spellings()) text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.is_flag()) text += fish_value(option);
    return text + " -d " + fish_text(option.help) + '\n';
}

std::string fish(const Program& table) {
    const Option help{kHelpNames, "", kHelpText, static_cast<bool*>(nullptr)};
    const std::string none = "__fish_use_subcommand";
    std::string text = "# Completion of dossier for fish; made by \"dossier completion fish\".\n\ncomplete -c dossier -f\n";
    for (const Option& option : table.options) text += fish_option(none, option);
    text += fish_option(none, help);
    for (const Command& command : table.commands)
        text += "complete -c dossier -n " + none + " -a " + command.name + " -d " + fish_text(command.help) + '\n';
    for (const Command& command : table.commands) {
        const std::string when = fish_text("__fish_seen_subcommand_from " + command.name);
        text += '\n';
        if (const Option* argument = argument_of(command)) {
            if (!argument->words.empty())
                text += "complete -c dossier -n " + when + " -a " + fish_text(joined(argument->words, " ")) + '\n';
            else if (argument->takes == Takes::file) text += "complete -c dossier -n " + when + " -F\n";
        }
        for (const Option& option : command.options)
            if (!option.is_argument()) text += fish_option(when, option);
        text += fish_option(when, help);
    }
    return text;
}

}  // namespace

int completion(const CompletionOptions& options) {
    Values unused;
    const Program table = program(unused);
    switch (options.shell) {
        case Shell::bash: return print(bash(table)) ? kDone : kCannotReadWrite;
        case Shell::zsh: return print(zsh(table)) ? kDone : kCannotReadWrite;
        case Shell::fish: break;
    }
    return print(fish(table)) ? kDone : kCannotReadWrite;
}

}  // namespace dossier::cli
