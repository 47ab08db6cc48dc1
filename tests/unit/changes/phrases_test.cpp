/// Which texts a form has: the same as looking for each by itself.

#include "changes/phrases_in_form.hpp"

#include <doctest/doctest.h>

using dossier::changes::Phrases;
using dossier::changes::words_of;

namespace {

/// Of each text: whether `form` has it.
std::vector<bool> found(const std::vector<std::string_view>& texts, const std::string& form) {
    const Phrases phrases(texts);
    const std::vector<bool> in = phrases.in(words_of(form));
    std::vector<bool> out;
    for (const std::size_t number : phrases.numbers()) out.push_back(number != Phrases::kNone && in[number]);
    return out;
}

}  // namespace

TEST_CASE("a text is in a form by its beginning, whatever its spaces, case and last sign") {
    const std::string form = "  <Kop>  Luistert   naar\nde klant en geeft advies. Kan: rekenen (hoofdrekenen) é ";
    CHECK(found({"luistert naar de klant", "Luistert  naar;", "- luistert naar", "geeft advies.", "kan", "hoofdrekenen", "É"}, form) ==
          std::vector<bool>{true, true, true, true, true, true, true});
    CHECK(found({"rt naar", "luisterde", "advies geeft", "", ";", "hoofd rekenen"}, form) ==
          std::vector<bool>{false, false, false, false, false, false});
    // The first forty characters decide, at a word.
    CHECK(found({"luistert naar de klant en geeft advies. Kan wat er verder ook stond"}, form) == std::vector<bool>{true});
    CHECK(found({"eerste regel\nandere regel"}, "eerste regel") == std::vector<bool>{true});
}

TEST_CASE("texts that begin with one another are all found") {
    CHECK(found({"a", "a b", "a b c", "a c", "a b d", "b"}, "x a b c") == std::vector<bool>{true, true, true, false, false, true});
    CHECK(found({"a b", "a b", "a"}, "a b") == std::vector<bool>{true, true, true});
    CHECK(found({"a-b", "a b", "b"}, "a-b") == std::vector<bool>{true, false, true});
    CHECK(found({}, "a").empty());
    CHECK(found({"a"}, "").front() == false);
}
