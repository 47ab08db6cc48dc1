#pragma once
/// A finished document as programs of its users read it: text by poppler, fields by qpdf.

#include "base/file.hpp"

#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>
#include <unistd.h>

namespace read_back {

using dossier::File;

/// `text` without white space and soft hyphens: a line may end after a hyphen of the text itself, where no space belongs.
inline std::string squeezed(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\xc2\xad") == 0) ++i;
        else if (text[i] != ' ' && text[i] != '\n' && text[i] != '\f') out += text[i];
    }
    return out;
}

/// What `command` prints about the file, whose name stands for % in it.
inline std::string said_of(const dossier::OutputFile& file, std::string command) {
    std::string name = (std::filesystem::temp_directory_path() / "dossier-form-XXXXXX").string();
    const int fd = mkstemp(name.data());
    REQUIRE(fd >= 0);
    std::ofstream(name, std::ios::binary) << file.bytes;
    command.replace(command.find('%'), 1, "'" + name + "'");
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string raw;
    char buffer[4096];
    for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) raw.append(buffer, n);
    REQUIRE(pclose(pipe) == 0);
    std::filesystem::remove(name);
    return raw;
}

/// Text in content order, squeezed.
inline std::string text_of(const dossier::OutputFile& file) { return squeezed(said_of(file, "pdftotext -raw -enc UTF-8 % -")); }

inline std::size_t count(const std::string& text, const std::string& words) {
    const std::string part = squeezed(words);
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

struct Fields {
    std::map<std::string, int> widgets;  ///< name -> how many
    std::size_t pages = 0;
};

inline Fields fields_of(const dossier::OutputFile& file) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("form", file.bytes.data(), file.bytes.size());
    Fields out;
    QPDFAcroFormDocumentHelper form(pdf);
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        ++out.pages;
        for (auto& widget : form.getWidgetAnnotationsForPage(page))
            ++out.widgets[form.getFieldForAnnotation(widget).getFullyQualifiedName()];
    }
    CHECK(pdf.getWarnings().empty());
    return out;
}

}  // namespace read_back
