#pragma once
/// A form laid out for tests: its PDF, and the maps of its pages. The generator itself needs no more than these two.

#include "generator.hpp"

namespace scan_generator {

struct Form {
    std::string pdf;
    std::vector<PageMap> maps;
};
/// Of XHTML as templates write it, with `paginacode` for a form whose pages have a code. Throws std::runtime_error with the messages
/// of what is wrong in it.
[[nodiscard]] Form form_of(std::string_view xhtml);
/// An assessment of three werkprocessen on some pages, with choices, fields, a check box and signatures.
[[nodiscard]] const Form& sample_form();

}  // namespace scan_generator
