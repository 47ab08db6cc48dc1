#pragma once
/// Lines of a document on pages, with the heads and numbers of the pages, margins and odd characters.

#include "layout.hpp"
#include "text_writer.hpp"

#include <string>
#include <vector>

namespace dossier::roundtrip {

struct Line {
    std::string text;
    bool gap = false;       ///< white space comes before it
    bool keep = false;      ///< no page ends before it
    bool new_page = false;  ///< it is the first of its page
    bool doubt = false;
    std::vector<std::string> head;  ///< what its page repeats above it, if the layout does so
};

[[nodiscard]] Written on_pages(const std::vector<Line>& lines, const Layout& layout, const std::string& fixed_head);

}  // namespace dossier::roundtrip
