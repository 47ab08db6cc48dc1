#include "model/model.hpp"

#include <algorithm>
#include <charconv>

namespace dossier::model {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

/// The whole of `s` as a number in [low, high] without sign or leading zero.
bool number_in(std::string_view s, int low, int high) {
    int n = 0;
    if (s.empty() || s[0] == '0' || s[0] == '-') return false;
    const auto [end, ec] = std::from_chars(s.data(), s.data() + s.size(), n);
    return ec == std::errc{} && end == s.data() + s.size() && n >= low && n <= high;
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
    return std::all_of(s.begin(), s.end(), [](char c) {
        return c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    });
}

bool is_slug(std::string_view s, bool upper) {
    if (s.empty() || s.size() > 40 || s.front() == '-' || s.back() == '-') return false;
    return std::all_of(s.begin(), s.end(), [&](char c) {
        return is_digit(c) || c == '-' || (upper ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z');
    });
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
        case Vorm::datum: return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
        case Vorm::url: return "^https?://[^/\\s\"<>\\\\^`{|}][^\\s\"<>\\\\^`{|}]*$";
        case Vorm::drempel: return "^(alle|([1-9][0-9]?|100)%)$";
        case Vorm::niveau: return "^[1-4]$";
        case Vorm::aantal: return "^[1-9][0-9]{0,4}$";
        case Vorm::taal: return "^[a-z]{2}$";
        case Vorm::vrij:
        case Vorm::competentie:
        case Vorm::schaalwaarde:
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
    static const std::vector<std::string> kSchaal{"zeer slecht", "slecht", "ruim onvoldoende", "onvoldoende",
                                                  "voldoende", "ruim voldoende", "goed", "zeer goed", "uitmuntend", "cijfer"};
    static const std::vector<std::string> kJaNee{"Ja", "Nee"};
    switch (vorm) {
        case Vorm::competentie: return kCompetenties;
        case Vorm::schaalwaarde: return kSchaal;
        case Vorm::ja_nee: return kJaNee;
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
        case Vorm::datum: return is_date(value);
        case Vorm::url: return is_url(value);
        case Vorm::drempel:
            return value == "alle" || (value.ends_with('%') && number_in(value.substr(0, value.size() - 1), 1, 100));
        case Vorm::niveau: return number_in(value, 1, 4);
        case Vorm::aantal: return number_in(value, 1, 99999);
        case Vorm::taal: return value.size() == 2 && std::all_of(value.begin(), value.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        case Vorm::competentie:
        case Vorm::schaalwaarde:
        case Vorm::ja_nee: {
            const auto& words = keuzes(vorm);
            return std::find(words.begin(), words.end(), value) != words.end();
        }
    }
    return false;
}

std::string_view verwacht(Vorm vorm) {
    switch (vorm) {
        case Vorm::vrij: return "text";
        case Vorm::profielcode: return "a code like \"P1\"";
        case Vorm::kerntaakcode: return "a code like \"B1-K1\" or \"P3-K2\"";
        case Vorm::werkprocescode: return "a code like \"B1-K1-W1\"";
        case Vorm::criteriumcode: return "a code like \"B1-K1-W1-G1\"";
        case Vorm::onderdeelcode: return "a short name of lower-case letters, digits and hyphens, like \"nederlands\"";
        case Vorm::eenheidcode: return "a short code of capitals, digits and hyphens, like \"E1\"";
        case Vorm::keuzedeelcode: return "a code like \"K0072\"";
        case Vorm::crebo: return "five digits";
        case Vorm::datum: return "a date like \"2025-08-01\"";
        case Vorm::url: return "a web address that begins with https://";
        case Vorm::competentie: return "one of the 25 competenties of the national model";
        case Vorm::schaalwaarde: return "a word of the legal scale, or \"cijfer\"";
        case Vorm::drempel: return "\"alle\" or a percentage like \"75%\"";
        case Vorm::niveau: return "a number from 1 to 4";
        case Vorm::aantal: return "a whole number from 1 to 99999";
        case Vorm::ja_nee: return "\"Ja\" or \"Nee\"";
        case Vorm::taal: return "a language code like \"en\"";
    }
    return "";
}

}  // namespace dossier::model
