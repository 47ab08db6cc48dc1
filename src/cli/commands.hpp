#pragma once
/// The subcommands. Each takes its parsed options and gives an exit status; results go to stdout, messages to stderr.

#include "cli/terminal.hpp"
#include "core/core.hpp"

#include <string>
#include <vector>

namespace dossier::cli {

/// Options of every subcommand that reads or writes something.
struct Common {
    bool json = false;
    bool quiet = false;   ///< only errors
    bool werror = false;  ///< warnings give status 1
    Color color = Color::automatic;
    Translate translate = nullptr;  ///< what is told, to another language than English
};

struct BuildOptions {
    std::vector<std::string> inputs{"dossier.yaml"};
    std::string output = "output";
    std::string templates;
    std::vector<std::string> profielen;
    std::vector<std::string> formaten;
    unsigned jobs = 0;          ///< 0: one per processor
    bool dry_run = false;       ///< write nothing, say what would be made and why
    bool force = false;         ///< make everything anew, and replace what is not of this program's making
    bool keep_going = false;    ///< an error in one dossier does not stop the others
    std::string depfile;        ///< where a rule for Make and Ninja goes
    std::string shard;          ///< "2/8"; "": all
    bool tell_changes = false;  ///< say which files were written and removed
};
struct WatchOptions {
    BuildOptions build;
    bool serve = false;    ///< show the pages on this machine
    unsigned port = 8321;  ///< 0: any that is free
};
struct CheckOptions {
    std::vector<std::string> inputs{"dossier.yaml"};
};
struct ImportOptions {
    std::string input;
    std::string output = "-";
    std::string naam;   ///< for a source that gives none
    std::string tekst;  ///< where the text of a PDF goes
};
enum class DumpStage { model, view, markup, layout };
struct DumpOptions {
    std::string input = "dossier.yaml";
    DumpStage stage = DumpStage::model;
    std::string templates;
    std::string profiel;
    std::string document;
    std::string onderdeel;
};

struct DiffOptions {
    std::string old, now;
    core::ListFormat formaat = core::ListFormat::text;
    std::string output = "-";
    std::string templates;
    bool exit_code = false;  ///< status 1 when anything differs
};

struct FmtOptions {
    std::vector<std::string> inputs{"dossier.yaml"};
    bool check = false;  ///< write nothing, only say what is not in canonical form
};

struct FormsOptions {
    std::string list;
    std::string dossier = "dossier.yaml";
    std::string output = "formulieren";
    std::string templates;
    std::vector<std::string> profielen, kerntaken, documenten;
    std::string codering, blad, bundel;
    std::string shard;        ///< "2/8"; "": all
    bool keep_going = false;  ///< make the forms of the good rows
    unsigned jobs = 0;
};

struct CollectOptions {
    std::vector<std::string> inputs, outputs;
    std::string dossier = "dossier.yaml";
    std::string old;                           ///< the version that some forms are of
    std::string overviews;                     ///< folder for the resultatenoverzicht of each candidate
    std::string anoniem;                       ///< file with the salt of pseudonyms
    std::string klassenlijst, codering, blad;  ///< the class list that forms on paper were made from
    std::string nakijken;                      ///< folder for the page of what a person must look at on paper
    std::string templates;
    bool zonder_handtekening = false;
    unsigned jobs = 0;
};

struct InitOptions {
    std::string output = "dossier.yaml";
    std::string naam = "Naam van het dossier";
};

enum class Shell { bash, zsh, fish };
struct CompletionOptions {
    Shell shell = Shell::bash;
};
enum class ManualPageName { program, file };
struct ManualOptions {
    ManualPageName page = ManualPageName::program;
};

/// `said`, if given, gets what is wrong or odd, as text without colours.
[[nodiscard]] int build(const BuildOptions& options, const Common& common, std::string* said = nullptr);
/// Builds again whenever something is saved; comes back only after a failure.
[[nodiscard]] int watch(const WatchOptions& options, const Common& common);
[[nodiscard]] int check(const CheckOptions& options, const Common& common);
[[nodiscard]] int import(const ImportOptions& options, const Common& common);
[[nodiscard]] int diff(const DiffOptions& options, const Common& common);
[[nodiscard]] int fmt(const FmtOptions& options, const Common& common);
[[nodiscard]] int forms(const FormsOptions& options, const Common& common);
[[nodiscard]] int collect(const CollectOptions& options, const Common& common);
[[nodiscard]] int init(const InitOptions& options, const Common& common);
[[nodiscard]] int dump(const DumpOptions& options, const Common& common);
[[nodiscard]] int completion(const CompletionOptions& options);
[[nodiscard]] int manual(const ManualOptions& options);

/// Parses the command line and runs the subcommand.
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace dossier::cli
