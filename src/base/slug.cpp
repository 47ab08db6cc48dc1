/// Names for files and ids. Written by hand: ICU turns letters into ASCII as well, but brings 30 MB of data for the 70 that count here.

#include "base/base.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>

namespace dossier {
namespace {

struct Fold {
    char32_t from;        ///< lower-case letter with accent
    std::string_view to;  ///< ASCII
};
/// Latin letters of the languages around: enough for names on forms and in file names.
constexpr std::array kFolds{
    Fold{U'à', "a"},  Fold{U'á', "a"},  Fold{U'â', "a"},  Fold{U'ã', "a"}, Fold{U'ä', "a"},  Fold{U'å', "a"}, Fold{U'ā', "a"},
    Fold{U'ă', "a"},  Fold{U'ą', "a"},  Fold{U'æ', "ae"}, Fold{U'ç', "c"}, Fold{U'ć', "c"},  Fold{U'č', "c"}, Fold{U'ď', "d"},
    Fold{U'đ', "d"},  Fold{U'ð', "d"},  Fold{U'è', "e"},  Fold{U'é', "e"}, Fold{U'ê', "e"},  Fold{U'ë', "e"}, Fold{U'ē', "e"},
    Fold{U'ę', "e"},  Fold{U'ě', "e"},  Fold{U'ğ', "g"},  Fold{U'ì', "i"}, Fold{U'í', "i"},  Fold{U'î', "i"}, Fold{U'ï', "i"},
    Fold{U'ı', "i"},  Fold{U'ĳ', "ij"}, Fold{U'ľ', "l"},  Fold{U'ł', "l"}, Fold{U'ñ', "n"},  Fold{U'ń', "n"}, Fold{U'ň', "n"},
    Fold{U'ò', "o"},  Fold{U'ó', "o"},  Fold{U'ô', "o"},  Fold{U'õ', "o"}, Fold{U'ö', "o"},  Fold{U'ø', "o"}, Fold{U'ő', "o"},
    Fold{U'œ', "oe"}, Fold{U'ŕ', "r"},  Fold{U'ř', "r"},  Fold{U'ś', "s"}, Fold{U'ş', "s"},  Fold{U'š', "s"}, Fold{U'ș', "s"},
    Fold{U'ß', "ss"}, Fold{U'ţ', "t"},  Fold{U'ť', "t"},  Fold{U'ț', "t"}, Fold{U'þ', "th"}, Fold{U'ù', "u"}, Fold{U'ú', "u"},
    Fold{U'û', "u"},  Fold{U'ü', "u"},  Fold{U'ū', "u"},  Fold{U'ů', "u"}, Fold{U'ű', "u"},  Fold{U'ý', "y"}, Fold{U'ÿ', "y"},
    Fold{U'ź', "z"},  Fold{U'ż', "z"},  Fold{U'ž', "z"},
};

char32_t lower_letter(char32_t c) {
    if (is_upper(c)) return c + 32;
    if ((c >= 0xC0 && c <= 0xDE) && c != 0xD7) return c + 32;
    if (c == U'Ÿ') return U'ÿ';
    if (c == U'İ') return U'i';
    // Latin Extended-A and -B pairs: upper-case even up to 0x137, odd from 0x139 to 0x148, even to 0x177, odd to 0x17E.
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x218 && c <= 0x21B)) return c % 2 == 0 ? c + 1 : c;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c % 2 == 1 ? c + 1 : c;
    return c;
}

}  // namespace

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_utf8(out, lower_letter(decode_utf8(text, at)));
    return out;
}

std::string slug(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    std::string out;
    bool gap = false;
    const auto add = [&](std::string_view ascii) {
        if (gap && !out.empty()) out += '-';
        gap = false;
        out += ascii;
    };
    for (std::size_t at = 0; at < text.size() && out.size() < kLongest;) {
        const char32_t c = lower_letter(decode_utf8(text, at));
        if (is_lower(c) || is_digit(c)) {
            const char ascii = static_cast<char>(c);
            add({&ascii, 1});
        } else if (const auto fold = std::find_if(kFolds.begin(), kFolds.end(), [c](const Fold& f) { return f.from == c; });
                   fold != kFolds.end()) {
            add(fold->to);
        } else if (c < 0x300 || c > 0x36f) {  // combining accents vanish; all else parts words
            gap = true;
        }
    }
    if (out.size() > kLongest) out.resize(kLongest);
    while (out.ends_with('-')) out.pop_back();
    static const std::vector<std::string> kReserved{"con", "prn", "aux", "nul"};
    const bool device = out.size() == 4 && (out.starts_with("com") || out.starts_with("lpt")) && out[3] >= '1' && out[3] <= '9';
    if (out.empty() || device || std::find(kReserved.begin(), kReserved.end(), out) != kReserved.end())
        out.insert(0, out.empty() ? "x" : "x-");
    return out;
}

}  // namespace dossier
