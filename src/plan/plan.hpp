#pragma once
/// What to make: the manifest worked out for a dossier. Which document for which profiel, kerntaak or werkproces goes to which
/// path, and which of them are asked for.

#include "base/base.hpp"
#include "model/model.hpp"
#include "yaml/yaml.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::plan {

/// Which part of the plan to make; empty lists mean all.
struct Selection {
    std::vector<std::string> profielen;  ///< codes
    std::vector<std::string> formaten;   ///< html, pdf, or the name of an exchange format
    std::string document;                ///< id in the manifest
    std::string onderdeel;               ///< code of a kerntaak or werkproces
};

enum class Per { dossier, profiel, kerntaak, werkproces };
/// "dossier", "profiel", ... nullopt for any other word.
[[nodiscard]] std::optional<Per> per_of(std::string_view word);

/// How a file is made: an HTML page or a PDF form from a template, an exchange file from the model alone.
enum class Kind { page, form, exchange };
[[nodiscard]] Kind kind_of(std::string_view formaat);
/// The formats that are made of a template; all others are exchange formats.
inline constexpr std::string_view kPageFormat = "html", kFormFormat = "pdf";

/// One file to make. Positions count in the dossier and in the kwalificatie (basisdeel first).
struct Job {
    const yaml::Document* document = nullptr;
    Kind kind = Kind::exchange;
    Per per = Per::dossier;
    std::optional<std::size_t> profiel, kerntaak, werkproces;
    std::string path;
};
/// What the file is about; nullptr where it is not about one.
[[nodiscard]] const model::Profiel* profiel_of(const Job& job, const model::Dossier& dossier);
[[nodiscard]] const model::Kerntaak* kerntaak_of(const Job& job, const model::Dossier& dossier);
[[nodiscard]] const model::Werkproces* werkproces_of(const Job& job, const model::Dossier& dossier);

/// All jobs for `dossier`, in order of profiel, then manifest. Two documents with one path are an error in the manifest.
[[nodiscard]] std::vector<Job> jobs_of(const yaml::Manifest& manifest, const model::Dossier& dossier, Diagnostics& diagnostics);

/// Whether `selection` asks for `job`.
[[nodiscard]] bool selected(const Job& job, const model::Dossier& dossier, const Selection& selection);

/// Reports what `selection` names and neither the manifest, `formaten` nor the dossier has. Errors have no place: they are
/// mistakes on the command line.
void check_selection(const Selection& selection, const yaml::Manifest& manifest, const std::vector<std::string>& formaten,
                     const model::Dossier& dossier, Diagnostics& diagnostics);

/// "did you mean ...?", or all there is.
[[nodiscard]] std::vector<Message> did_you_mean(std::string_view typed, const std::vector<std::string>& words);

}  // namespace dossier::plan
