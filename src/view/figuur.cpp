#include "view/sections.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

// Units of the drawing, about CSS pixels on a phone of 360 wide. A drawn letter is 4 wide and 6 high before scaling.
constexpr int kTileWidth = 64;
constexpr int kTileHeight = 56;
constexpr int kGap = 6;
constexpr int kTilesInRow = 5;
constexpr int kEdge = 1;
constexpr std::size_t kLettersInLine = 4;

/// The letters of the competenties of `w`, in order of the alphabet, without repeats.
std::string letters_of(const model::Werkproces& w, std::string_view profiel) {
    std::string letters;
    const auto add = [&](const std::vector<model::Text>& competenties) {
        for (const model::Text& t : competenties)
            if (const model::Competentie* c = model::find_competentie(t.value)) letters += c->letter;
    };
    add(w.competenties);
    for (const model::AanvullendeEisWerkproces& eis : w.aanvullende_eisen)
        if (eis.profiel.value == profiel) add(eis.competenties);
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    return letters;
}

struct Lettering {
    int step;           ///< from one sign to the next
    const char* scale;  ///< of the drawn letter
    int width;          ///< of one sign, scaled
    bool kort;          ///< the code of the werkproces, not a competentie
};
constexpr Lettering kCode{11, "2", 8, true};
constexpr Lettering kLetter{12, "1.4", 6, false};

/// The signs of `text`, centred on `middle`.
void add_signs(std::string_view text, int middle, int y, const Lettering& how, List& out) {
    int x = middle - (how.step * static_cast<int>(text.size() - 1) + how.width) / 2;
    for (const char c : text) {
        out.push_back(
            Fields()("teken", Value(std::string(1, c)))("x", Value(x))("y", Value(y))("schaal", Value(how.scale))("kort", Value(how.kort))
                .value());
        x += how.step;
    }
}

/// "W1" of "B1-K1-W1"; only signs that are drawn.
std::string short_code(const std::string& code) {
    std::string out = code.substr(code.rfind('-') == std::string::npos ? 0 : code.rfind('-') + 1);
    std::erase_if(out, [](char c) { return !((c >= 'A' && c <= 'Y') || is_digit(c)); });
    return out.empty() ? "W" : out;
}

Value view_tile(const model::Werkproces& w, std::string_view letters, int x, int y) {
    List signs;
    add_signs(short_code(w.code.value), x + kTileWidth / 2, y + 9, kCode, signs);
    int line = y + 28;
    for (std::size_t at = 0; at < letters.size(); at += kLettersInLine, line += 13)
        add_signs(letters.substr(at, kLettersInLine), x + kTileWidth / 2, line, kLetter, signs);
    return Fields()("x", Value(x))("y", Value(y))("breedte", Value(kTileWidth))("hoogte", Value(kTileHeight))(
               "leeg", Value(letters.empty()))("tekens", Value(std::move(signs)))
        .value();
}

std::string description_of(const model::Werkproces& w, std::string_view letters) {
    std::string out = w.titel.value;
    for (std::size_t i = 0; i < letters.size(); ++i) ((out += i == 0 ? " (" : ", ") += letters[i]);
    return letters.empty() ? out : out + ")";
}

}  // namespace

Value view_figuur(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel, Texts& texts) {
    List strips;
    for (const model::Kerntaak* k : kerntaken) {
        List tiles;
        std::string description = k->code.value + " heeft " + count_of(k->werkprocessen.size(), "werkproces: ", "werkprocessen: ");
        int column = 0;
        int y = kEdge;
        for (const model::Werkproces& w : k->werkprocessen) {
            if (column == kTilesInRow) {
                column = 0;
                y += kTileHeight + kGap;
            }
            const std::string letters = letters_of(w, profiel);
            description += (tiles.empty() ? "" : "; ") + description_of(w, letters);
            tiles.push_back(view_tile(w, letters, kEdge + column * (kTileWidth + kGap), y));
            ++column;
        }
        strips.push_back(
            Fields()("code", k->code)("id", Value(id_of(k->code.value)))("titel", k->titel)(
                "titel_stukken", Value(texts.woorden(k->titel.value)))("gedeeld", Value(k->code.value.starts_with("B")))(
                "breedte", Value(2 * kEdge + kTilesInRow * (kTileWidth + kGap) - kGap))("hoogte", Value(y + kTileHeight + kEdge))(
                "beschrijving", Value(description + "."))("tegels", Value(std::move(tiles)))
                .value());
    }
    return Fields()("kerntaken", Value(std::move(strips))).value();
}

}  // namespace dossier::view
