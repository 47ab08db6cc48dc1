#pragma once
/// Where things lie on the pages of a form: the map by which a scan of it is read. Made of the same pages that the PDF is.
///
/// Units are points, from the bottom left corner of the page, as in layout.hpp.

#include "layout/layout.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace dossier::layout {

/// A ring or square to mark with a pen.
struct MapChoice {
    std::string field;   ///< name; the choices of one question share it
    std::string value;   ///< what it stands for
    bool ring = true;    ///< else a square
    float x = 0, y = 0;  ///< the middle
};
/// A place to write in.
struct MapField {
    std::string field;
    bool signature = false;
    std::string value;         ///< printed in it from the start; "" nothing
    std::string klassenlijst;  ///< what of a class list is printed in it, see markup::Field; "" nothing
    Rect rect;                 ///< inside its frame
};
struct PageMap {
    std::string code;  ///< text of the code on it, without the key of a candidate
    float width = 0, height = 0;
    Rect code_place;
    std::array<Rect, 4> marks;  ///< top left, top right, bottom left, bottom right: squares, all ink
    std::vector<MapChoice> choices;
    std::vector<MapField> fields;
    std::vector<Rect> print;  ///< what is printed beside them: text, line by line, and the lines and frames of fields and tables
};

/// Of each page in turn; of a document without codes none has a code, and none can be read. `fonts` are those of the pages.
[[nodiscard]] std::vector<PageMap> maps_of(const Pages& pages, const Fonts& fonts);

/// Sum of where the choices and fields of a page lie, in kPlacesLetters letters.
[[nodiscard]] std::string places_sum(const PageMap& map);

/// Puts the frame on every page of `pages` and gives each its code, which begins with `form`.
void add_frames(Pages& pages, const std::string& form);

}  // namespace dossier::layout
