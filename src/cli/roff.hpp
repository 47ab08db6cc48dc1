#pragma once
/// Text for a manual page, in the macros of man(7).

#include <string>
#include <string_view>

namespace dossier::cli {

/// UTF-8 text as roff shows it, in ASCII: no character of it is a command, and hyphens stay what they are, to be copied.
[[nodiscard]] std::string roff(std::string_view text);

/// A manual page under construction.
class ManualPage {
public:
    /// `about` is the line of NAME, behind the dash; `date` is as in "2025-08-01".
    ManualPage(std::string_view name, int section, std::string_view date, std::string_view source, std::string_view about);

    void section(std::string_view title);
    void subsection(std::string_view title);
    void paragraph(std::string_view text);
    /// A term in bold, with `value` behind it in italics, and what it means. `notes` are further lines of their own.
    void term(std::string_view name, std::string_view value, std::string_view meaning, const std::string& note = "");
    /// One line as typed: bold.
    void command(std::string_view line);
    /// Lines that are not filled.
    void lines(const std::string& text);

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_;
};

}  // namespace dossier::cli
