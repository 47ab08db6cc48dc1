#pragma once
/// What the code on a page of a form says, in the letters that QR codes hold best (ISO/IEC 18004, 7.3.4):
/// "D1:P3-BEOORDELINGSFORMULIER-B1-K1:0123456789AB:2:7QK:4GZ1HXA": the version of this text, document and kenmerk, in capitals
/// (together what a template calls document.paginacode); the page; a sum of where its fields lie, so that a page of other templates
/// than those at hand is known; and on a form for someone of a class list a key, by which only that list tells who it is.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::layout {

struct PageCode {
    std::string form;      ///< document.paginacode: "D1:P3-BEOORDELINGSFORMULIER-B1-K1:0123456789AB"
    std::size_t page = 0;  ///< from 1
    std::string places;    ///< sum of the places
    std::string key;       ///< of a candidate; "" on a form for anyone

    /// "P3-BEOORDELINGSFORMULIER-B1-K1" and "0123456789AB".
    [[nodiscard]] std::string_view document() const;
    [[nodiscard]] std::string_view kenmerk() const;
};

[[nodiscard]] std::string page_code_text(const PageCode& code);
/// nullopt for all that `page_code_text` does not write: a code of someone else.
[[nodiscard]] std::optional<PageCode> parse_page_code(std::string_view text);

inline constexpr std::size_t kPlacesLetters = 3, kKeyLetters = 7;

}  // namespace dossier::layout
