#pragma once
/// Forms on paper, for `collect`: pictures are read by dossier-scan.

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "core/collect.hpp"

#include <string>
#include <vector>

namespace dossier::cli {

/// Whether a file is a picture, by its name.
[[nodiscard]] bool is_picture(const std::string& path);

/// Reads the pages of files `which` of `paths`; false when they could not be read for want of a reader.
[[nodiscard]] bool read_paper(const std::vector<std::string>& paths, const std::vector<std::size_t>& which, core::Collector& collector,
                              const CollectOptions& options, const Common& common, Session& session);
/// Writes the page for people to options.nakijken, with cut-outs of those pages that they must see.
[[nodiscard]] bool write_nakijken(const std::vector<std::string>& paths, core::Collector& collector, const CollectOptions& options,
                                  const core::Facts& facts, Session& session);
/// What was decided on that page before, of options.nakijken and of files among `paths`, which are taken out.
[[nodiscard]] papier::Beslissingen read_decisions(std::vector<std::string>& paths, const CollectOptions& options, Session& session);

}  // namespace dossier::cli
