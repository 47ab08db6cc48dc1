#pragma once
/// Values of a dossier in the spelling of the format of SBB. Private to `sbb`.

#include "model/model.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dossier::sbb {

[[nodiscard]] std::string html_escaped(std::string_view text);
/// Long text in its notation, each paragraph on one line.
[[nodiscard]] std::string notation_of(const model::Tekst& tekst);
/// Long text as the reader of this format takes it: plain, or preformatted where plain would read as something else.
[[nodiscard]] std::string plain_or_pre(const model::Tekst& tekst);
/// Titled texts as HTML. A title that is empty is written too, unless it is the first and may be left out.
[[nodiscard]] std::string headed(std::span<const model::Paragraaf> paragrafen, bool first_may_lack);
/// The aanhef and the criteria, each on a line.
[[nodiscard]] std::string gedrag_text(const model::Gedrag& gedrag);
/// The last number of a code: "P3-K2" -> "2".
[[nodiscard]] std::string chapter_of(std::string_view code);
/// "2015-08-01" -> "01-08-2015".
[[nodiscard]] std::string day_first(const std::string& iso);
/// "" for a number that is absent.
[[nodiscard]] std::string number_of(const model::Getal& n);

}  // namespace dossier::sbb
