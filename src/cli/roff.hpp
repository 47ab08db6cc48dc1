#pragma once
/// Text for a manual page, in the macros of man(7).

#include <string>
#include <string_view>
#include <utility>

namespace dossier::cli {

/// UTF-8 text as roff shows it, in ASCII: nothing in it is a command, and hyphens and quotes stay what they are, to be copied.
[[nodiscard]] std::string roff(std::string_view text);

/// A manual page under construction. All text is UTF-8 as people read it.
class ManualPage {
public:
    /// `date` is as in "2025-08-01"; `about` is the line of NAME, behind the dash.
    ManualPage(std::string_view name, int section, std::string_view date, std::string_view source, std::string_view about);

    void section(std::string_view title);
    void subsection(std::string_view title);
    void paragraph(std::string_view text);
    /// A name in bold, what it takes in italics, and below it what it means; `note` begins a line of its own.
    void term(std::string_view name, std::string_view value, std::string_view meaning, const std::string& note = "");
    /// One line as typed.
    void command(std::string_view line);
    /// Lines that stay as they are.
    void lines(const std::string& text);

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void heading(const char* macro, std::string_view title);
    /// Begins a paragraph, but right below a heading, where one has begun already.
    void begin_paragraph();

    std::string out_;
    bool below_heading_ = false;
};

}  // namespace dossier::cli
