#include "core/other_kind.hpp"

#include <doctest/doctest.h>

using namespace dossier;

TEST_CASE("files of other programs are known by their first bytes") {
    const auto kind = [](std::string_view bytes) {
        const auto found = core::other_kind(bytes);
        return found ? found->what.text() : "";
    };
    using namespace std::string_view_literals;
    CHECK(kind("PK\x03\x04 [Content_Types].xml PK word/document.xml") == "a Word document (.docx)");
    CHECK(kind("PK\x03\x04 [Content_Types].xml PK xl/workbook.xml") == "an Excel workbook (.xlsx)");
    CHECK(kind("PK\x03\x04 [Content_Types].xml PK ppt/x.xml") == "a PowerPoint presentation (.pptx)");
    CHECK(kind("PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text") == "an OpenDocument text (.odt)");
    CHECK(kind("PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet") == "an OpenDocument spreadsheet (.ods)");
    CHECK(kind("PK\x03\x04 sbb.xml") == "a zip file");
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv) == "a Word document (.doc)");
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0"sv) == "an Excel workbook (.xls)");
    CHECK(kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "a file of an old Microsoft Office");
    CHECK(kind("{\\rtf1\\ansi") == "an RTF document");
    CHECK(kind("\x89PNG\r\n\x1A\n") == "a picture");
    CHECK(kind("\x1F\x8B\x08") == "a compressed file");
    CHECK(kind("\xEF\xBB\xBF\n<!-- x --><!DOCTYPE html><html>") == "a web page (HTML)");
    CHECK(kind("<?xml version='1.0'?>\n<HTML lang=nl>") == "a web page (HTML)");
    for (const char* fine : {"", "naam: x\n", "%PDF-1.7", "<sbb/>", "<dossier/>", "PK is een afkorting", "Kwalificatiedossier"})
        CHECK(kind(fine) == "");
}
