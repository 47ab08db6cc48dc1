#pragma once
/// A PDF that shows a text as it stands, line by line, for tests of the way back.

#include "base/base.hpp"

#include <array>
#include <string>
#include <vector>

namespace dossier::test {

/// The byte of WinAnsiEncoding for a code point; "?" for one that it has not.
inline char win_ansi(char32_t c) {
    constexpr std::array<std::pair<char32_t, unsigned char>, 8> kOthers{
        {{0x2018, 0x91}, {0x2019, 0x92}, {0x201c, 0x93}, {0x201d, 0x94}, {0x2022, 0x95}, {0x2013, 0x96}, {0x2014, 0x97}, {0x20ac, 0x80}}};
    if (c < 0x80 || (c >= 0xa0 && c < 0x100)) return static_cast<char>(c);
    for (const auto& [from, to] : kOthers)
        if (from == c) return static_cast<char>(to);
    return '?';
}

/// How the text is set: one of the fonts that each reader has, and how much a blank line is, in points.
struct PdfLook {
    std::string font = "Courier";
    int size = 10;
    int line = 12;
    int blank = 12;
};

/// One page for each part between form feeds; `objects` are numbered from 1.
inline std::string pdf_of_text(const std::string& text, const PdfLook& look = {}) {
    std::vector<std::string> pages{""};
    for (const char c : text) c == '\f' ? (void)pages.emplace_back() : pages.back().push_back(c);
    if (pages.back().empty() && pages.size() > 1) pages.pop_back();
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "",
                                     "<< /Type /Font /Subtype /Type1 /BaseFont /" + look.font + " /Encoding /WinAnsiEncoding >>"};
    std::string kids;
    for (const std::string& page : pages) {
        std::vector<std::string> lines{""};
        for (const char c : page) c == '\n' ? (void)lines.emplace_back() : lines.back().push_back(c);
        const int height = static_cast<int>(lines.size()) * std::max(look.line, look.blank) + 100;
        std::string content = "BT /F1 " + std::to_string(look.size) + " Tf\n";
        int y = height - 50;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t indent = std::min(lines[i].find_first_not_of(' '), lines[i].size());
            if (indent == lines[i].size()) {
                y -= look.blank;
                continue;
            }
            content += "1 0 0 1 " + std::to_string(50 + 6 * static_cast<int>(indent)) + ' ' + std::to_string(y) + " Tm (";
            for (std::size_t at = indent; at < lines[i].size();) {
                const char c = win_ansi(decode_utf8(lines[i], at));
                if (c == '(' || c == ')' || c == '\\') content += '\\';
                content += c;
            }
            content += ") Tj\n";
            y -= look.line;
        }
        content += "ET";
        objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1400 " + std::to_string(height) +
                          "] /Resources << /Font << /F1 3 0 R >> >> /Contents " + std::to_string(objects.size()) + " 0 R >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>";
    std::string out = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string at = std::to_string(out.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(out.size());
    const std::string count = std::to_string(objects.size() + 1);
    return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer << /Size " + count + " /Root 1 0 R >>\nstartxref\n" +
           start + "\n%%EOF\n";
}

/// In that text a single space at the start of a line is what is left of a page break.
inline std::string with_pages(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool page = text[at] == ' ' && (at == 0 || text[at - 1] == '\n') && at + 1 < text.size() && text[at + 1] != ' ';
        if (!page) out += text[at];
        else if (at > 0) out += '\f';
    }
    return out;
}

}  // namespace dossier::test
