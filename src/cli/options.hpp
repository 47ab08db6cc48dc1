#pragma once
/// The command line as a table: the one place that says which subcommands, arguments and options there are. Parsing, --help, the
/// manual page and the completion of shells are made from it.

#include "cli/commands.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace dossier::cli {

/// What a value names, for the completion of shells.
enum class Takes { text, file, folder, number };

/// Where a value goes. A bool makes a flag, which takes no value; a vector may be given more than once; a function is called with the
/// value. What they point to outlives the table.
using Target = std::variant<bool*, std::string*, unsigned*, std::vector<std::string>*, std::function<void(const std::string&)>>;

struct Option {
    std::string names;  ///< "-o,--output"; an argument has a bare name: "file"
    std::string value;  ///< what help calls its value: "FILE"; "" for a flag
    std::string help;
    Target target{};
    Takes takes = Takes::text;
    std::vector<std::string> words{};  ///< what may be given, if that is a list
    bool only_words = false;           ///< other words are refused at once; else the run judges them, with hints that know more
    bool required = false;
    unsigned most = 256;         ///< of a number
    bool shows_default = false;  ///< help shows what the target holds before parsing

    [[nodiscard]] bool is_argument() const { return !names.starts_with('-'); }
    [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
    [[nodiscard]] bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target); }
    /// "-o" and "--output".
    [[nodiscard]] std::vector<std::string> spellings() const;
};

struct Command {
    std::string name;
    std::string help;
    std::vector<std::string> examples;  ///< lines: a command, and behind two or more spaces what it does
    std::vector<Option> options;        ///< arguments among them, in the order of help
    std::function<int()> run;
};

struct Program {
    std::string help;
    std::vector<std::string> examples;
    std::vector<Option> options;  ///< that go before a subcommand
    std::vector<Command> commands;
};

/// Of --help, which every command has without a line in the table.
inline constexpr const char* kHelpNames = "-h,--help";
inline constexpr const char* kHelpText = "Print this help message and exit";

/// What the options of all subcommands are set to.
struct Values {
    bool version = false;
    Common common;
    BuildOptions build;
    WatchOptions watch;
    CheckOptions check;
    ImportOptions import;
    DiffOptions diff;
    FmtOptions fmt;
    FormsOptions forms;
    CollectOptions collect;
    InitOptions init;
    DumpOptions dump;
    CompletionOptions completion;
    ManualOptions manual;
};

/// The table; parsing sets `values`, which outlives it.
[[nodiscard]] Program program(Values& values);

/// "a, b or c".
[[nodiscard]] std::string either(const std::vector<std::string>& words);

}  // namespace dossier::cli
