/// Vorm: which spelling each kind of value has (codes, dates, addresses, words of a list), and whether a text has it.
#include "model/model.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::model {
namespace {

/// Reads a number without leading zero of at most two digits at the front of `s` and drops it.
bool take_number(std::string_view& s) {
    if (s.empty() || !is_digit(s[0]) || s[0] == '0') return false;
    const std::size_t n = s.size() > 1 && is_digit(s[1]) ? 2 : 1;
    s.remove_prefix(n);
    return true;
}
bool take(std::string_view& s, std::string_view front) {
    if (!s.starts_with(front)) return false;
    s.remove_prefix(front.size());
    return true;
}
bool take_kerntaakcode(std::string_view& s) {
    if (take(s, "B1-K")) return take_number(s);
    return take(s, "P") && take_number(s) && take(s, "-K") && take_number(s);
}
bool take_werkprocescode(std::string_view& s) { return take_kerntaakcode(s) && take(s, "-W") && take_number(s); }
/// A code of any of the three levels, whole.
bool is_part_code(std::string_view s) {
    if (!take_kerntaakcode(s)) return false;
    if (s.empty()) return true;
    if (!take(s, "-W") || !take_number(s)) return false;
    return s.empty() || (take(s, "-G") && take_number(s) && s.empty());
}

/// The whole of `s` as a number in [low, high] without sign or leading zero.
bool number_in(std::string_view s, int low, int high) {
    int n = 0;
    if (s.empty() || s[0] == '0' || s[0] == '-') return false;
    const auto [end, ec] = std::from_chars(s.data(), s.data() + s.size(), n);
    return ec == std::errc{} && end == s.data() + s.size() && n >= low && n <= high;
}

/// "12 punten", "1 punt"
bool is_points(std::string_view s) {
    constexpr int kMostPoints = 999999;
    if (s == "1 punt") return true;
    constexpr std::string_view kWord = " punten";
    return s.ends_with(kWord) && number_in(s.substr(0, s.size() - kWord.size()), 2, kMostPoints);
}

bool all_digits(std::string_view s) { return !s.empty() && std::all_of(s.begin(), s.end(), is_digit); }

bool is_date(std::string_view s) {
    if (s.size() != 10 || s[4] != '-' || s[7] != '-' || !all_digits(s.substr(0, 4)) || !all_digits(s.substr(5, 2)) ||
        !all_digits(s.substr(8, 2)))
        return false;
    const int year = std::stoi(std::string(s.substr(0, 4)));
    const int month = std::stoi(std::string(s.substr(5, 2)));
    const int day = std::stoi(std::string(s.substr(8, 2)));
    if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_url(std::string_view s) {
    const std::size_t scheme = s.starts_with("https://") ? 8 : s.starts_with("http://") ? 7 : 0;
    if (scheme == 0 || s.size() == scheme || s[scheme] == '/') return false;
    return std::all_of(s.begin(), s.end(),
                       [](char c) { return c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos; });
}

bool is_slug(std::string_view s, bool upper) {
    if (s.empty() || s.size() > 40 || s.front() == '-' || s.back() == '-') return false;
    return std::all_of(s.begin(), s.end(), [&](char c) { return is_digit(c) || c == '-' || (upper ? is_upper(c) : is_lower(c)); });
}

/// The detailed fields of ISCED-F 2013 (UNESCO), with "not further defined" and "not elsewhere classified".
const std::vector<std::string>& isced_codes() {
    static const std::vector<std::string> kAll = [] {
        constexpr std::string_view kText =
            "0011 0021 0031 0099 0110 0111 0112 0113 0114 0119 0188 0200 0210 0211 0212 0213 0214 0215 0219 0220 "
            "0221 0222 0223 0228 0229 0230 0231 0232 0239 0288 0299 0300 0310 0311 0312 0313 0314 0319 0320 0321 "
            "0322 0329 0388 0399 0400 0410 0411 0412 0413 0414 0415 0416 0417 0419 0421 0488 0499 0500 0510 0511 "
            "0512 0519 0520 0521 0522 0529 0530 0531 0532 0533 0539 0540 0541 0542 0588 0599 0610 0611 0612 0613 "
            "0619 0688 0700 0710 0711 0712 0713 0714 0715 0716 0719 0720 0721 0722 0723 0724 0729 0730 0731 0732 "
            "0788 0799 0800 0810 0811 0812 0819 0821 0831 0841 0888 0899 0900 0910 0911 0912 0913 0914 0915 0916 "
            "0917 0919 0920 0921 0922 0923 0929 0988 0999 1000 1010 1011 1012 1013 1014 1015 1019 1020 1021 1022 "
            "1029 1030 1031 1032 1039 1041 1088 1099";
        std::vector<std::string> codes;
        for (std::size_t at = 0; at < kText.size(); at += 5) codes.emplace_back(kText.substr(at, 4));
        return codes;
    }();
    return kAll;
}

const std::string& isced_pattern() {
    static const std::string kPattern = [] {
        std::string all;
        for (const std::string& code : isced_codes()) all += (all.empty() ? "^(" : "|") + code;
        return all + ")$";
    }();
    return kPattern;
}

}  // namespace

std::string_view patroon(Vorm vorm) {
    switch (vorm) {
        case Vorm::profielcode: return "^P[1-9][0-9]?$";
        case Vorm::kerntaakcode: return "^(B1|P[1-9][0-9]?)-K[1-9][0-9]?$";
        case Vorm::werkprocescode: return "^(B1|P[1-9][0-9]?)-K[1-9][0-9]?-W[1-9][0-9]?$";
        case Vorm::criteriumcode: return "^(B1|P[1-9][0-9]?)-K[1-9][0-9]?-W[1-9][0-9]?-G[1-9][0-9]?$";
        case Vorm::onderdeelcode: return "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$";
        case Vorm::eenheidcode: return "^[A-Z0-9]([A-Z0-9-]{0,38}[A-Z0-9])?$";
        case Vorm::keuzedeelcode: return "^K[0-9]{4}$";
        case Vorm::crebo: return "^[1-9][0-9]{4}$";
        case Vorm::isced: return isced_pattern();
        case Vorm::datum: return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
        case Vorm::url: return "^https?://[^/\\s\"<>\\\\^`{|}][^\\s\"<>\\\\^`{|}]*$";
        case Vorm::drempel: return "^(alle|([1-9][0-9]?|100)%)$";
        case Vorm::beoordeelcode: return "^(B1|P[1-9][0-9]?)-K[1-9][0-9]?(-W[1-9][0-9]?(-G[1-9][0-9]?)?)?$";
        case Vorm::punten: return "^(0|[1-9][0-9]{0,2}|1000)$";
        case Vorm::puntgrens: return "^(([1-9][0-9]?|100)%|1 punt|([2-9]|[1-9][0-9]{1,5}) punten)$";
        case Vorm::cesuurcijfer: return "^(5,[5-9]|6,0)$";
        case Vorm::niveau: return "^[1-4]$";
        case Vorm::gewicht: return "^([1-9][0-9]?|100)$";
        case Vorm::pogingen: return "^[1-9]$";
        case Vorm::aantal: return "^[1-9][0-9]{0,4}$";
        case Vorm::taal: return "^[a-z]{2}$";
        case Vorm::vrij:
        case Vorm::competentie:
        case Vorm::schaalwaarde:
        case Vorm::afronding:
        case Vorm::poging:
        case Vorm::ja_nee: return "";
    }
    return "";
}

const std::vector<std::string>& keuzes(Vorm vorm) {
    static const std::vector<std::string> kNone;
    static const std::vector<std::string> kCompetenties = [] {
        std::vector<std::string> names;
        for (const Competentie& c : competenties()) names.emplace_back(c.naam);
        return names;
    }();
    // Examen- en kwalificatiebesluit beroepsopleidingen WEB, art. 15; from low to high.
    static const std::vector<std::string> kSchaal{"zeer slecht",    "slecht", "ruim onvoldoende", "onvoldoende", "voldoende",
                                                  "ruim voldoende", "goed",   "zeer goed",        "uitmuntend",  "cijfer"};
    static const std::vector<std::string> kJaNee{"Ja", "Nee"};
    static const std::vector<std::string> kAfronding{"een decimaal", "halve cijfers", "hele cijfers"};
    static const std::vector<std::string> kPoging{"hoogste", "laatste"};
    switch (vorm) {
        case Vorm::competentie: return kCompetenties;
        case Vorm::schaalwaarde: return kSchaal;
        case Vorm::ja_nee: return kJaNee;
        case Vorm::afronding: return kAfronding;
        case Vorm::poging: return kPoging;
        default: return kNone;
    }
}

bool heeft_vorm(Vorm vorm, std::string_view value) {
    std::string_view rest = value;
    switch (vorm) {
        case Vorm::vrij: return true;
        case Vorm::profielcode: return take(rest, "P") && take_number(rest) && rest.empty();
        case Vorm::kerntaakcode: return take_kerntaakcode(rest) && rest.empty();
        case Vorm::werkprocescode: return take_werkprocescode(rest) && rest.empty();
        case Vorm::criteriumcode: return take_werkprocescode(rest) && take(rest, "-G") && take_number(rest) && rest.empty();
        case Vorm::onderdeelcode: return is_slug(value, false);
        case Vorm::eenheidcode: return is_slug(value, true);
        case Vorm::keuzedeelcode: return value.size() == 5 && value[0] == 'K' && all_digits(value.substr(1));
        case Vorm::crebo: return value.size() == 5 && all_digits(value) && value[0] != '0';
        case Vorm::isced: return std::binary_search(isced_codes().begin(), isced_codes().end(), value);
        case Vorm::datum: return is_date(value);
        case Vorm::url: return is_url(value);
        case Vorm::drempel: return value == "alle" || (value.ends_with('%') && number_in(value.substr(0, value.size() - 1), 1, 100));
        case Vorm::beoordeelcode: return is_part_code(value);
        case Vorm::punten: return value == "0" || number_in(value, 1, 1000);
        case Vorm::puntgrens: return is_points(value) || (value != "alle" && heeft_vorm(Vorm::drempel, value));
        case Vorm::cesuurcijfer:
            return value == "6,0" || (value.size() == 3 && value.starts_with("5,") && value[2] >= '5' && value[2] <= '9');
        case Vorm::niveau: return number_in(value, 1, 4);
        case Vorm::gewicht: return number_in(value, 1, 100);
        case Vorm::pogingen: return number_in(value, 1, 9);
        case Vorm::aantal: return number_in(value, 1, 99999);
        case Vorm::taal: return value.size() == 2 && std::all_of(value.begin(), value.end(), is_lower);
        case Vorm::competentie:
        case Vorm::schaalwaarde:
        case Vorm::afronding:
        case Vorm::poging:
        case Vorm::ja_nee: {
            const auto& words = keuzes(vorm);
            return std::find(words.begin(), words.end(), value) != words.end();
        }
    }
    return false;
}

Pattern<0> verwacht(Vorm vorm) {
    switch (vorm) {
        case Vorm::vrij: return say("text");
        case Vorm::profielcode: return say("a code like \"P1\"");
        case Vorm::kerntaakcode: return say("a code like \"B1-K1\" or \"P3-K2\"");
        case Vorm::werkprocescode: return say("a code like \"B1-K1-W1\"");
        case Vorm::criteriumcode: return say("a code like \"B1-K1-W1-G1\"");
        case Vorm::onderdeelcode: return say("a short name of lower-case letters, digits and hyphens, like \"nederlands\"");
        case Vorm::eenheidcode: return say("a short code of capitals, digits and hyphens, like \"E1\"");
        case Vorm::keuzedeelcode: return say("a code like \"K0072\"");
        case Vorm::crebo: return say("five digits");
        case Vorm::isced: return say("a detailed ISCED-F 2013 code of four digits, like \"0416\"");
        case Vorm::datum: return say("a date like \"2025-08-01\"");
        case Vorm::url: return say("a web address that begins with https://");
        case Vorm::competentie: return say("one of the 25 competenties of the national model");
        case Vorm::schaalwaarde: return say("a word of the legal scale, or \"cijfer\"");
        case Vorm::drempel: return say("\"alle\" or a percentage like \"75%\"");
        case Vorm::beoordeelcode: return say("a code like \"B1-K1\", \"B1-K1-W1\" or \"B1-K1-W1-G1\"");
        case Vorm::punten: return say("a whole number from 0 to 1000");
        case Vorm::puntgrens: return say("a percentage like \"55%\" or a number of points like \"12 punten\"");
        case Vorm::cesuurcijfer: return say("a mark from \"5,5\" to \"6,0\", with one decimal");
        case Vorm::afronding: return say("what a mark is rounded to");
        case Vorm::poging: return say("\"hoogste\" or \"laatste\"");
        case Vorm::niveau: return say("a number from 1 to 4");
        case Vorm::gewicht: return say("a whole number from 1 to 100");
        case Vorm::pogingen: return say("a whole number from 1 to 9");
        case Vorm::aantal: return say("a whole number from 1 to 99999");
        case Vorm::ja_nee: return say("\"Ja\" or \"Nee\"");
        case Vorm::taal: return say("a language code like \"en\"");
    }
    return say("text");
}

}  // namespace dossier::model
