#pragma once
/// The manifest worked out for a dossier: which document for which profiel, kerntaak or werkproces goes to which path.

#include "publish/publish.hpp"
#include "read/read.hpp"

namespace dossier::publish {

enum class Per { dossier, profiel, kerntaak, werkproces };

/// One file to make. Indices count in the dossier and in the kwalificatie (basisdeel first); -1 where they do not apply.
struct Job {
    const read::Document* document = nullptr;
    Per per = Per::dossier;
    int profiel = -1;
    int kerntaak = -1;
    int werkproces = -1;
    std::string path;
};

/// "dossier", "profiel", ... nullopt for any other word.
[[nodiscard]] std::optional<Per> per_of(std::string_view word);

/// The kerntaken of a kwalificatie in order: those of the basisdeel, then those of the profiel.
[[nodiscard]] std::vector<const model::Kerntaak*> kerntaken_of(const model::Dossier& dossier, const model::Profiel& profiel);

/// All jobs for `dossier`, in order of profiel, then manifest. Two documents with one path are an error in the manifest.
[[nodiscard]] std::vector<Job> plan(const read::Manifest& manifest, const model::Dossier& dossier, Diagnostics& diagnostics);

/// Whether `selection` asks for `job`.
[[nodiscard]] bool selected(const Job& job, const model::Dossier& dossier, const Selection& selection);

}  // namespace dossier::publish
