#include "view/parts.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

// Units of the drawing, about CSS pixels on a phone of 360 wide.
constexpr int kWidth = 360;
constexpr int kMargin = 8;
constexpr int kTileWidth = 64;
constexpr int kTileHeight = 58;
constexpr int kGap = 6;
constexpr int kLine = 16;
constexpr std::size_t kTilesInRow = 5;
constexpr std::size_t kTitleColumns = 46;
constexpr std::size_t kLettersInLine = 6;

/// `text` in lines of at most `columns` code points, broken at spaces.
std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(std::min(space + 1, text.size()));
        if (!lines.back().empty() && code_points(lines.back()) + 1 + code_points(word) > columns) lines.emplace_back();
        (lines.back() += lines.back().empty() ? "" : " ") += word;
    }
    return lines;
}

List lines_at(const std::vector<std::string>& lines, int x, int y) {
    List out;
    for (const std::string& line : lines) {
        out.push_back(Fields()("tekst", Value(line))("x", Value(x))("y", Value(y)).value());
        y += kLine;
    }
    return out;
}

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

std::string spaced(std::string_view letters) {
    std::string out;
    for (const char c : letters) (out += out.empty() ? "" : " ") += c;
    return out;
}

Value view_tile(const model::Kerntaak& k, const model::Werkproces& w, std::string_view letters, int x, int y) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < letters.size(); at += kLettersInLine) lines.push_back(spaced(letters.substr(at, kLettersInLine)));
    const std::string kort = w.code.value.substr(std::min(k.code.value.size() + 1, w.code.value.size()));
    return Fields()("x", Value(x))("y", Value(y))("kort", Value(kort))("kort_x", Value(x + kTileWidth / 2))("kort_y", Value(y + 20))(
               "leeg", Value(letters.empty()))("regels", Value(lines_at(lines, x + kTileWidth / 2, y + 37)))
        .value();
}

}  // namespace

Value view_figuur(const std::vector<const model::Kerntaak*>& kerntaken, std::string_view profiel) {
    List bands;
    std::string description;
    std::size_t werkprocessen = 0;
    int y = kMargin;
    for (const model::Kerntaak* k : kerntaken) {
        const int top = y;
        List title = lines_at(wrap(k->code.value + " " + k->titel.value, kTitleColumns), kMargin, y + 12);
        y += kLine * static_cast<int>(title.size()) + 2;
        List tiles;
        description += " " + k->code.value + " " + k->titel.value + ":";
        for (std::size_t i = 0; i < k->werkprocessen.size(); ++i) {
            const int column = static_cast<int>(i % kTilesInRow);
            if (column == 0 && i > 0) y += kTileHeight + kGap;
            const model::Werkproces& w = k->werkprocessen[i];
            const std::string letters = letters_of(w, profiel);
            tiles.push_back(view_tile(*k, w, letters, kMargin + column * (kTileWidth + kGap), y));
            description += std::string(i == 0 ? " " : "; ") + w.titel.value + (letters.empty() ? "" : " (" + spaced(letters) + ")");
            ++werkprocessen;
        }
        description += ".";
        y += kTileHeight;
        bands.push_back(Fields()("code", k->code)("gedeeld", Value(k->code.value.starts_with("B")))("regels", Value(std::move(title)))(
            "tegels", Value(std::move(tiles)))("y", Value(top)).value());
        y += 3 * kGap;
    }
    return Fields()("breedte", Value(kWidth))("hoogte", Value(y - 2 * kGap))("tegel_breedte", Value(kTileWidth))("tegel_hoogte", Value(kTileHeight))(
               "beschrijving", Value(count_of(kerntaken.size(), "kerntaak", "kerntaken") + " met samen " +
                                     count_of(werkprocessen, "werkproces", "werkprocessen") + "." + description))(
               "kerntaken", Value(std::move(bands)))
        .value();
}

}  // namespace dossier::view
