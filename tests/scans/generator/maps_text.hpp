#pragma once
/// Maps as lines of text, for programs that get them from another one. Parts of a line are parted by tabs:
///   page    CODE WIDTH HEIGHT
///   code    X0 Y0 X1 Y1
///   mark    X0 Y0 X1 Y1                     four of them: top left, top right, bottom left, bottom right
///   choice  ring|square X Y FIELD VALUE
///   field   text|signature X0 Y0 X1 Y1 FIELD
///   print   X0 Y0 X1 Y1

#include "generator.hpp"

namespace scan_generator {

[[nodiscard]] std::string write_maps(std::span<const PageMap> maps);
/// Throws std::runtime_error with the number of a line that is none of these.
[[nodiscard]] std::vector<PageMap> read_maps(std::string_view text);

}  // namespace scan_generator
