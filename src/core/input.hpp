#pragma once
/// What people hand to the program, whatever its kind: the bytes of a file in, a dossier or diagnostics out. The kinds are told
/// apart by their first bytes, so that a file keeps its kind whatever its name.

#include "base/base.hpp"
#include "filled/filled.hpp"
#include "model/model.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::core {

inline constexpr std::size_t kMostInput = std::size_t{16} << 20;  ///< bytes; the most that any reader takes

/// How a shell gets at the text of a PDF. A shell that cannot gives none, and a PDF is an error that says what to do.
class PdfText {
public:
    PdfText() = default;
    PdfText(const PdfText&) = delete;
    PdfText& operator=(const PdfText&) = delete;
    virtual ~PdfText() = default;
    /// The pages as they look, in UTF-8, a form feed after each; nullopt after an error in `diagnostics`.
    [[nodiscard]] virtual std::optional<std::string> read(const Source& pdf, Diagnostics& diagnostics) = 0;
};

/// How a shell gets at what a filled-in form says.
class FormReader {
public:
    FormReader() = default;
    FormReader(const FormReader&) = delete;
    FormReader& operator=(const FormReader&) = delete;
    virtual ~FormReader() = default;
    /// Never gives up on the next form for this one. `unread` after an error in `diagnostics`: the reader itself is missing or broken;
    /// of all else that is wrong the condition tells, and filled::report says it.
    [[nodiscard]] virtual filled::FilledPdf read(const Source& pdf, Diagnostics& diagnostics) = 0;
};

/// The hint that goes with a PDF that cannot be read here.
inline constexpr Pattern<0> kPdfOwnWay = say("open it in a PDF reader, save the text, and import that");

/// Whether the bytes say that they are a PDF.
[[nodiscard]] bool is_pdf(std::string_view bytes);

/// Whether `file` is a dossier in YAML as people know it: neither XML nor PDF, nor text by a name that ends in ".txt".
[[nodiscard]] bool is_yaml(const Source& file);

/// Call before any reader. False after an error: `file` is too large, or of a kind that no reader takes (Word, a web page, a
/// picture). Its text is empty then, for such bytes say nothing to people.
[[nodiscard]] bool accept(Source& file, Diagnostics& diagnostics);
/// The error for a file that is larger than kMostInput, for a shell that did not read it.
void report_too_large(const Source& file, Diagnostics& diagnostics);

/// A dossier that was no YAML.
struct Imported {
    /// The text of the pages of a PDF, or XML of another encoding in UTF-8, under the name of the file; null when the file
    /// itself was read. Locations point into it and must not outlive it.
    std::unique_ptr<Source> text;
    std::optional<model::Dossier> dossier;  ///< absent after errors
};

/// A dossier from the XML of SBB, our own XML, or a published dossier as PDF or text. `naam`, unless empty, goes before the name
/// in the source. Of a PDF each message names the page. `pdf` may be null.
[[nodiscard]] Imported import_dossier(const Source& file, std::string_view naam, PdfText* pdf, Diagnostics& diagnostics);

/// A version of a dossier to compare: YAML, or what `import_dossier` takes, of which text goes by a name that ends in ".txt".
/// Only errors are reported: what a source cannot carry over, import and check tell.
[[nodiscard]] Imported read_version(const Source& file, PdfText* pdf, Diagnostics& diagnostics);

/// A dossier in YAML, checked by every rule; nullopt after errors.
[[nodiscard]] std::optional<model::Dossier> read_dossier(const Source& source, Diagnostics& diagnostics);
/// The dossier as canonical YAML. Comments are not part of it.
[[nodiscard]] std::string write_dossier(const model::Dossier& dossier);

/// The text of `source`, a dossier in YAML, in canonical form, with every value and comment as it was; nullopt after errors.
[[nodiscard]] std::optional<std::string> format_dossier(const Source& source, Diagnostics& diagnostics);
/// Reports the first line of `source` that `format_dossier` would change.
void check_canonical(const Source& source, Diagnostics& diagnostics);

}  // namespace dossier::core
