#pragma once
/// What every subcommand does: read inputs, gather diagnostics, report them at the end.

#include "base/base.hpp"
#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/shard.hpp"
#include "core/core.hpp"
#include "core/input.hpp"
#include "make/make.hpp"
#include "model/model.hpp"
#include "pdftext/pdftext.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dossier::cli {

class Session {
public:
    /// `said`, if given, gets the diagnostics that are printed, without colours.
    explicit Session(const Common& common, std::string* said = nullptr) : common_(common), said_(said) {}

    /// The text of `path` ("-" is stdin), or nullptr after a message: it cannot be read (status 3), or is a file of Word or the
    /// like. Owned by the session.
    const Source* read(const std::string& path);
    /// The same, owned by the caller. What is wrong with its text is an error in `found`; nullptr, after a message, if there is none.
    std::unique_ptr<Source> read_alone(const std::string& path, Diagnostics& found);
    /// The bytes of a class list; its lines are never shown. nullptr after a message.
    const Source* read_list(const std::string& path);
    /// Owns what was imported, for the diagnostics that point into its text.
    const core::Imported& keep(core::Imported imported);
    /// What reads PDFs.
    core::PdfText* pdf() { return &pdf_; }
    /// Reads, parses and checks a dossier; nullopt after errors. Commands that are about something else tell its errors only: its
    /// warnings are for `check` and `build`.
    enum class Tell { all, errors };
    std::optional<model::Dossier> read_dossier(const std::string& path, Tell tell = Tell::all);

    /// A version of a dossier, of any kind that `diff` takes; nullopt after errors.
    std::optional<model::Dossier> read_version(const std::string& path);

    /// A run on the day of SOURCE_DATE_EPOCH, by this program; nullopt after a message: the variable is not a number of seconds in
    /// the years 1970-9999.
    std::optional<core::Facts> facts();

    /// Prepares `maker` with the templates of `folder` ("" is none); false after errors.
    bool prepare(make::Maker& maker, const std::string& folder);
    /// False after mistakes of the command line: what `selection` names is not there.
    bool check_selection(const plan::Selection& selection, const make::Maker& maker, const model::Dossier& dossier);

    /// What --shard says; nullopt after a message.
    std::optional<Shard> shard(const std::string& text);

    /// Diagnostics of which the source goes away: they are told at once, or kept for --json.
    void tell(Diagnostics told);

    /// A failure that is not about the input: prints it (or keeps it for --json) and remembers the status.
    void fail(ExitStatus status, Message message);
    void add_file(FileRow file) { files_.push_back(std::move(file)); }
    /// Writes a file whole and counts it among those made; a failure says why and leaves the old file as it was.
    void write(const std::string& path, std::string_view bytes);

    /// Prints the diagnostics, or the --json object; gives the exit status.
    /// `to_look_at`: all went well, and a person must look at what came of it: status 1.
    [[nodiscard]] int finish(bool to_look_at = false);

    Diagnostics diagnostics;

private:
    void print_diagnostics(const Diagnostics& told) const;
    std::unique_ptr<Source> load(const std::string& path, bool& too_large, Diagnostics& found);

    Common common_;
    std::string* said_;
    ExitStatus status_ = kDone;
    std::vector<std::unique_ptr<Source>> sources_;
    std::vector<std::unique_ptr<core::Imported>> imported_;
    pdftext::Helper pdf_;
    std::vector<FileRow> files_;
    Told told_;
};

/// The message of a diagnostic and its first hint, on one line.
[[nodiscard]] Message with_hint(const Diagnostic& diagnostic);
/// Writes to stdout; false if the reader went away or the disk is full.
[[nodiscard]] bool print(std::string_view text);

}  // namespace dossier::cli
