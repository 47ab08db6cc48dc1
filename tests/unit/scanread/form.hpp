#pragma once
/// A form of ours, the maps of all of them, and pictures of it.

#include "scans/pictures.hpp"
#include "scans/scans.hpp"

#include <string>

namespace dossier::test {

struct Form {
    std::string pdf;
    scans::Atlas atlas;
    std::size_t pages = 0;
};
/// The beoordelingsformulier of the first kerntaak; made once.
[[nodiscard]] const Form& form();

/// Pages of the form, as pictures.
enum class Kind { png, jpeg, tiff, tiff_fax };
[[nodiscard]] std::string picture(std::size_t page, Kind kind, double scale = 1);
/// PNG of a page with a cross in one choice and a dot in another.
[[nodiscard]] std::string marked_page(std::size_t page, const layout::PageMap& map, const layout::MapChoice& cross,
                                      const layout::MapChoice& dot);
/// A TIFF of the first `pages` pages.
[[nodiscard]] std::string pages_as_tiff(std::size_t pages);
/// One colour, in `bits` to the pixel.
[[nodiscard]] std::string flat_png(int width, int height, int bits);
/// A PDF of `pages` pages with nothing on them.
[[nodiscard]] std::string blank_pdf(std::size_t pages);

}  // namespace dossier::test
