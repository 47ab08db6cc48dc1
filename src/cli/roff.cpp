#include "cli/roff.hpp"

#include "base/base.hpp"

#include <cstdio>

namespace dossier::cli {

std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool first = at == 0 || text[at - 1] == '\n';
        const char32_t c = decode_utf8(text, at);
        // A dot or an apostrophe in front would make the line a request.
        if (first && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if (c == '\'') {
            out += "\\(aq";
        } else if (c == '^') {
            out += "\\(ha";
        } else if (c == '~') {
            out += "\\(ti";
        } else if (c < 0x80) {
            out += static_cast<char>(c);
        } else {
            char name[16];
            std::snprintf(name, sizeof name, "\\[u%04X]", static_cast<unsigned>(c));
            out += name;
        }
    }
    return out;
}

namespace {

/// As an argument of a macro: in quotes, in which a quote is doubled.
std::string argument(std::string_view text) {
    std::string out = "\"";
    for (const char c : roff(text)) out += c == '"' ? std::string("\\(dq") : std::string(1, c);
    return out + '"';
}

}  // namespace

ManualPage::ManualPage(std::string_view name, int section, std::string_view date, std::string_view source, std::string_view about) {
    // The date as it is: what reads it knows no escapes there.
    out_ = ".TH " + argument(name) + ' ' + std::to_string(section) + " \"" + std::string(date) + "\" " + argument(source) + '\n';
    // Ragged on the right: codes and patterns are long and do not break.
    out_ += ".ad l\n";
    this->section("NAME");
    out_ += roff(name) + " \\- " + roff(about) + '\n';
}

void ManualPage::heading(const char* macro, std::string_view title) {
    out_ += macro + (' ' + argument(title)) + '\n';
    below_heading_ = true;
}

void ManualPage::begin_paragraph() {
    if (!below_heading_) out_ += ".PP\n";
    below_heading_ = false;
}

void ManualPage::section(std::string_view title) { heading(".SH", title); }

void ManualPage::subsection(std::string_view title) { heading(".SS", title); }

void ManualPage::paragraph(std::string_view text) {
    begin_paragraph();
    out_ += roff(text) + '\n';
}

void ManualPage::term(std::string_view name, std::string_view value, std::string_view meaning, const std::string& note) {
    below_heading_ = false;
    out_ += ".TP\n\\fB" + roff(name) + "\\fR";
    if (!value.empty()) out_ += " \\fI" + roff(value) + "\\fR";
    out_ += '\n' + roff(meaning) + '\n';
    if (!note.empty()) out_ += ".br\n" + roff(note) + '\n';
}

void ManualPage::command(std::string_view line) {
    begin_paragraph();
    out_ += "\\fB" + roff(line) + "\\fR\n";
}

void ManualPage::lines(const std::string& text) {
    begin_paragraph();
    out_ += ".nf\n" + roff(text) + (text.ends_with('\n') ? "" : "\n") + ".fi\n";
}

}  // namespace dossier::cli
