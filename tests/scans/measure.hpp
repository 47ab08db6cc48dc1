#pragma once
/// How well scans are read: forms of a dossier filled in and scanned by the generator, read by `scans`, held against the truth.

#include "generator.hpp"
#include "scans/reading.hpp"
#include "scans/scans.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace scan_measure {

/// A page of a form as it is printed, with its map.
struct PrintedPage {
    scan_generator::Raster raster;  ///< 300 dpi
    dossier::layout::PageMap map;
};
/// The pages with choices of the assessment forms of the dossier in `yaml`, and all its maps.
struct Forms {
    std::vector<PrintedPage> pages;
    dossier::scans::Atlas atlas;
};
[[nodiscard]] Forms forms_of(const std::string& yaml);

/// What came of some pages.
struct Tally {
    std::size_t pages = 0;
    std::size_t lost = 0;       ///< no code, or not placed: a person scans it again
    std::size_t cut_off = 0;    ///< of those, pages of which the code or two of the marks are not in the picture at all
    std::size_t groups = 0;     ///< questions on the pages that were read
    std::size_t wrong = 0;      ///< another answer than was given, and no doubt
    std::size_t invisible = 0;  ///< faint or beside in ink, and nothing of it is in the picture; read as empty. Neither right nor wrong
    std::size_t clear = 0;      ///< one plain mark or none, drawn so that nobody would doubt
    std::size_t clear_doubts = 0;
    std::size_t marked = 0;  ///< of those that are clear: with a mark
    std::size_t marked_doubts = 0;
    std::size_t unclear = 0;  ///< two marks, faint, beside, corrected, rubbed out: what a person may be asked
    std::size_t unclear_doubts = 0;
    double seconds = 0;  ///< of a processor, of reading alone
    std::map<std::string, std::size_t> wrong_how, doubt_why;
    void add(const Tally& other);
};

/// Page `n` of a run with `seed`: filled in, printed, scanned as `preset`, and read. Unless it is "", pictures of what went wrong are
/// written to the folder `show`, which is there.
[[nodiscard]] Tally measure(const Forms& forms, scan_generator::Preset preset, std::uint64_t seed, std::size_t n, const std::string& show);

}  // namespace scan_measure
