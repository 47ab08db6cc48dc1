#pragma once
/// What pages say of the other files: by document, with what each is about, its format and its size.

#include "base/file.hpp"
#include "plan/plan.hpp"
#include "view/value.hpp"

namespace dossier::make {

/// Which kerntaak or werkproces the file is about, as "B1-K1 Verkoopt"; "" for neither.
[[nodiscard]] std::string part_of(const plan::Job& job, const model::Dossier& dossier);

/// Files whose sizes are known: made in this run, or there already and not to be taken away.
struct Made {
    const std::vector<OutputFile>& files;
    const std::vector<FileSize>& existing;
    const std::vector<std::string>& dropped;

    [[nodiscard]] std::optional<std::size_t> size(const std::string& path) const;
};

/// The name of the page with the whole program, where it lies among the files.
inline constexpr const char* kAppPage = "dossier-app.html";

/// The forms and exchange files of a profiel, for a page in its folder.
[[nodiscard]] view::List files_of_profiel(const std::vector<plan::Job>& all, std::size_t profiel, const model::Dossier& dossier,
                                          const Made& made);
/// Puts every file but the pages about the whole dossier into `whole` (of view_dossier), by profiel and those of none; and `app`, the name
/// of kAppPage when it is there.
void add_all_files(view::Value& whole, const std::vector<plan::Job>& all, const model::Dossier& dossier, const Made& made);

}  // namespace dossier::make
