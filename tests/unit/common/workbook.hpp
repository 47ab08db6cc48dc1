#pragma once
/// Small .xlsx files for tests, part by part.

#include "archive/archive.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dossier::test {

/// A workbook as Excel writes it, with sheets by name; `sheets` hold what stands in <sheetData>.
inline std::string workbook(const std::vector<std::pair<std::string, std::string>>& sheets, const std::string& shared = "",
                            const std::string& styles = "", const std::string& properties = "") {
    const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    std::string list, relations;
    std::vector<std::pair<std::string, std::string>> files{
        {"[Content_Types].xml", xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels", xml + "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + rel +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        list += "<sheet name=\"" + sheets[i].first + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + rel + "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        files.emplace_back("xl/worksheets/sheet" + n + ".xml",
                           xml + "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheets[i].second + "</sheetData></worksheet>");
    }
    relations += "<Relationship Id=\"rId98\" Type=\"" + rel + "/sharedStrings\" Target=\"sharedStrings.xml\"/>" +
                 "<Relationship Id=\"rId99\" Type=\"" + rel + "/styles\" Target=\"/xl/styles.xml\"/>";
    files.emplace_back("xl/workbook.xml", xml + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + rel + "\">" + properties + "<sheets>" +
                                              list + "</sheets></workbook>");
    files.emplace_back("xl/_rels/workbook.xml.rels", xml + "<Relationships xmlns=\"" + package + "\">" + relations + "</Relationships>");
    files.emplace_back("xl/sharedStrings.xml", xml + "<sst xmlns=\"" + main + "\">" + shared + "</sst>");
    files.emplace_back("xl/styles.xml", xml + "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>");
    return archive::write(files);
}

}  // namespace dossier::test
