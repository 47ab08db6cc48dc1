#pragma once
/// PDFs made of objects as text, sound ones and others, for the readers of forms.

#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace dossier::test {

/// A row of a cross-reference table.
inline std::string xref_row(std::size_t at) {
    char row[24];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", at);
    return row;
}

/// Objects 1, 2, ... in order; object 1 is the catalog. `trailer` are further entries.
inline std::string raw_pdf(const std::vector<std::string>& objects, const std::string& trailer = "") {
    std::string out = "%PDF-1.7\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += xref_row(out.size());
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size()), count = std::to_string(objects.size() + 1);
    return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer <</Size " + count + "/Root 1 0 R" + trailer +
           ">>\nstartxref\n" + start + "\n%%EOF\n";
}

/// `pdf` with objects added or replaced behind it, as programs save that keep what was there.
inline std::string updated(const std::string& pdf, const std::map<int, std::string>& objects, int size) {
    const std::size_t keyword = pdf.rfind("startxref\n") + 10;
    const std::string before = pdf.substr(keyword, pdf.find('\n', keyword) - keyword);
    std::string out = pdf, table;
    for (const auto& [number, body] : objects) {
        table += std::to_string(number) + " 1\n" + xref_row(out.size());
        out += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    return out + "xref\n" + table + "trailer <</Size " + std::to_string(size) + "/Root 1 0 R/Prev " + before + ">>\nstartxref\n" + start +
           "\n%%EOF\n";
}

inline std::string stream(const std::string& data, const std::string& entries = "") {
    return "<</Length " + std::to_string(data.size()) + entries + ">>\nstream\n" + data + "\nendstream";
}

/// A one-page form. `fields` are objects from 4 on, all of them listed as fields and none as annotations unless `on_page` says so.
inline std::string raw_form(const std::vector<std::string>& fields, std::size_t listed, const std::string& on_page = "",
                            const std::string& catalog = "", const std::string& trailer = "") {
    std::string list;
    for (std::size_t i = 0; i < listed; ++i) list += std::to_string(i + 4) + " 0 R ";
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + list + "]>>" + catalog + ">>",
                                     "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                                     "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[" + on_page + "]>>"};
    objects.insert(objects.end(), fields.begin(), fields.end());
    return raw_pdf(objects, trailer);
}
inline std::string raw_form(const std::vector<std::string>& fields) { return raw_form(fields, fields.size()); }

}  // namespace dossier::test
