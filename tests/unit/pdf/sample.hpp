#pragma once
/// The example form, made once for all tests of this program.

#include "pdf/pdf.hpp"

#include <string>

/// Markup -> PDF; fails the test case on any diagnostic.
std::string make_pdf(const std::string& xhtml);
/// tests/unit/pdf/voorbeeld.xhtml and its PDF.
const std::string& sample_markup();
const std::string& sample_pdf();
const dossier::layout::Fonts& test_fonts();
