#include "table/workbook.hpp"

#include "base/ascii.hpp"

#include <charconv>

namespace dossier::table {
namespace {

unsigned number_of(pugi::xml_attribute a) {
    unsigned out = 0;
    const std::string_view text = a.value();
    (void)std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

/// "worksheets/sheet1.xml" of "xl/workbook.xml" is "xl/worksheets/sheet1.xml"; one that begins with "/" is whole.
std::string resolved(std::string_view part, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string folder(part.substr(0, part.rfind('/') + 1));
    while (target.starts_with("../") && !folder.empty()) {
        target.remove_prefix(3);
        folder.pop_back();
        folder.erase(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
    }
    return folder + std::string(target);
}

std::vector<NumberFormat> cell_formats(pugi::xml_node style_sheet) {
    std::map<unsigned, NumberFormat> own;
    for (const pugi::xml_node f : style_sheet.child("numFmts").children("numFmt"))
        own[number_of(f.attribute("numFmtId"))] = number_format(f.attribute("formatCode").value());
    std::vector<NumberFormat> out;
    for (const pugi::xml_node xf : style_sheet.child("cellXfs").children("xf")) {
        const unsigned id = number_of(xf.attribute("numFmtId"));
        const auto known = own.find(id);
        out.push_back(known != own.end() ? known->second : built_in_format(id));
    }
    return out;
}

}  // namespace

NumberFormat number_format(std::string_view code) {
    // The first section is for positive numbers: "0000;-0000".
    NumberFormat out;
    std::size_t zeros = 0;
    bool point = false, other = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {  // literal text
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {  // a character as it is, as wide as, or repeated
            ++i;
        } else if (c == '[') {  // a colour, a condition or a language; [h] and the like count time
            i = std::min(code.find(']', i), code.size());
        } else if (const char l = static_cast<char>(is_upper(c) ? c - 'A' + 'a' : c); l == 'y' || l == 'd' || l == 'j') {
            out.date = true;
        } else if (c == '0') {
            zeros += point ? 0U : 1U;
        } else if (c == '.') {
            point = true;
        } else {
            other = other || c == 'E' || c == 'e' || c == '%' || c == '#';
        }
    }
    if (!out.date && !point && !other) out.digits = zeros;
    return out;
}

NumberFormat built_in_format(unsigned id) {
    // ISO/IEC 29500-1, 18.8.30. 27-36 and 50-58 are dates in the East Asian editions.
    const bool date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return {date, 0};
}

std::map<std::string, std::string> Package::relations(const std::string& part_name) {
    const std::size_t slash = part_name.rfind('/') + 1;
    const std::string name = part_name.substr(0, slash) + "_rels/" + part_name.substr(slash) + ".rels";
    std::map<std::string, std::string> out;
    if (!archive_.has(name)) return out;
    if (const xml::XmlDocument* document = part(name))
        for (const pugi::xml_node r : document->root().children("Relationship"))
            if (std::string_view(r.attribute("TargetMode").value()) != "External")
                out[r.attribute("Id").value()] = resolved(part_name, r.attribute("Target").value());
    return out;
}

std::string string_item(pugi::xml_node item) {
    std::string out;
    for (const pugi::xml_node child : item.children()) {
        const std::string_view name = child.name();
        if (name == "t") out += child.text().get();
        if (name == "r") out += child.child("t").text().get();
    }
    return out;
}

std::optional<Workbook> read_workbook(Package& package, const Source& file, Diagnostics& diagnostics) {
    // Who writes workbooks may put the main part elsewhere; the relations of the package say where.
    std::string main = "xl/workbook.xml";
    if (const xml::XmlDocument* roots = package.part("_rels/.rels")) {
        for (const pugi::xml_node r : roots->root().children("Relationship"))
            if (std::string_view(r.attribute("Type").value()).ends_with("/officeDocument"))
                main = resolved("", r.attribute("Target").value());
    } else {
        return std::nullopt;
    }
    const xml::XmlDocument* book = package.part(main);
    if (!book) return std::nullopt;
    if (std::string_view(book->root().name()) != "workbook") {
        diagnostics.error("xlsx-damaged", {&file, 0, 0}, say("found a file of Office that is no workbook, expected .xlsx or .csv"));
        return std::nullopt;
    }
    Workbook out;
    const std::string_view era = book->root().child("workbookPr").attribute("date1904").value();
    out.from_1904 = era == "1" || era == "true";
    const auto targets = package.relations(main);
    std::string strings, styles;
    if (const xml::XmlDocument* relations =
            package.part(main.substr(0, main.rfind('/') + 1) + "_rels/" + main.substr(main.rfind('/') + 1) + ".rels"))
        for (const pugi::xml_node r : relations->root().children("Relationship")) {
            const std::string_view type = r.attribute("Type").value();
            if (type.ends_with("/sharedStrings")) strings = resolved(main, r.attribute("Target").value());
            if (type.ends_with("/styles")) styles = resolved(main, r.attribute("Target").value());
        }
    for (const pugi::xml_node s : book->root().child("sheets").children("sheet")) {
        std::string id;
        for (const pugi::xml_attribute a : s.attributes())
            if (std::string_view(a.name()).ends_with(":id")) id = a.value();
        if (const auto target = targets.find(id); target != targets.end())
            out.sheets.emplace_back(s.attribute("name").value(), target->second);
    }
    if (!strings.empty()) {
        const xml::XmlDocument* shared = package.part(strings);
        if (!shared) return std::nullopt;
        for (const pugi::xml_node item : shared->root().children("si")) out.strings.push_back(string_item(item));
    }
    if (!styles.empty()) {
        const xml::XmlDocument* sheet = package.part(styles);
        if (!sheet) return std::nullopt;
        out.formats = cell_formats(sheet->root());
    }
    return out;
}

}  // namespace dossier::table
