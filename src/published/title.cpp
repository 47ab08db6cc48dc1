#include "published/title.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>

namespace dossier::published {
namespace {

using model::Text;

constexpr std::array<std::string_view, 12> kMonths{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                   "juli",    "augustus", "september", "oktober", "november", "december"};

constexpr std::size_t kLongestName = 100;  ///< bytes

/// The parts of `text` between spaces, hyphens, brackets and other signs.
std::vector<std::string> parts(std::string_view text) {
    std::vector<std::string> out{""};
    for (const char c : lower(text)) {
        const bool word = is_digit(c) || is_lower(c) || is_high_byte(c);
        if (word) out.back() += c;
        else if (!out.back().empty()) out.emplace_back();
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

std::string two(const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; }
bool digits(const std::string& s, std::size_t most) { return !s.empty() && s.size() <= most && std::all_of(s.begin(), s.end(), is_digit); }

/// The five digits after the word crebo, crebonr or crebonummer; "" if there are none. `before` is what stands in front.
std::string crebo_in(std::string_view text, std::string_view& before) {
    const std::size_t at = lower(text).find("crebo");
    if (at == std::string::npos) return {};
    std::size_t from = at;
    while (from < text.size() && !is_digit(text[from])) ++from;
    std::string number;
    while (from < text.size() && is_digit(text[from])) number += text[from++];
    before = trim(text.substr(0, at));
    while (before.ends_with('(') || before.ends_with(',') || before.ends_with(':')) before = trim(before.substr(0, before.size() - 1));
    return number.size() == 5 ? number : std::string();
}

/// What follows `word` at the front of `text`, in any case, behind a colon if there is one.
std::optional<std::string_view> behind(std::string_view text, std::string_view word) {
    if (lower(text.substr(0, word.size())) != word) return std::nullopt;
    text = trim(text.substr(word.size()));
    if (text.starts_with(':')) text = trim(text.substr(1));
    return text;
}

class TitleReader {
public:
    TitleReader(model::Dossier& dossier, std::vector<LineUse>& uses) : dossier_(dossier), uses_(uses) {}

    std::vector<TitledProfiel> read(std::span<const TextLine> lines) {
        for (const TextLine& line : lines) {
            LineUse use = fact(line);
            const bool room = line.text.find(':') == std::string::npos && dossier_.naam.value.size() + line.text.size() < kLongestName;
            if (use == LineUse::unknown && titled_ && room && (dossier_.naam.value.empty() || (in_name_ && !line.gap))) {
                (dossier_.naam.value += dossier_.naam.value.empty() ? "" : " ") += line.text;
                if (!in_name_) dossier_.naam.location = line.location;
                in_name_ = true;
                use = LineUse::used;
            } else {
                in_name_ = false;
            }
            uses_[line.index] = use;
        }
        return std::move(profielen_);
    }

private:
    LineUse set(Text& field, std::string value, const TextLine& line) {
        if (value.empty() || !field.value.empty()) return LineUse::unknown;
        field = {std::move(value), line.location};
        return LineUse::used;
    }

    LineUse fact(const TextLine& line) {
        const std::string_view text = line.text;
        if (const auto rest = behind(text, "kwalificatiedossier"); rest && !titled_) {
            titled_ = true;
            const std::string low = lower(*rest);
            return rest->empty() || low == "mbo" ? LineUse::label : set(dossier_.naam, std::string(*rest), line);
        }
        for (const std::string_view word : {"profielen", "kwalificaties", "profiel"})
            if (const auto rest = behind(text, word); rest && rest->empty()) return LineUse::label;
        std::string_view before;
        if (const std::string number = crebo_in(text, before); !number.empty()) {
            if (before.empty()) return set(dossier_.crebo, number, line);
            profielen_.push_back({{std::string(before), line.location}, {number, line.location}, line.index});
            return LineUse::used;
        }
        if (std::string_view naam = text; !take_profielcode(naam).empty() && !naam.empty()) {
            profielen_.push_back({{line.text, line.location}, {}, line.index});
            return LineUse::label;
        }
        for (const std::string_view word : {"geldig vanaf", "te gebruiken vanaf", "geldig van"})
            if (const auto rest = behind(text, word)) return set(dossier_.geldig_van, date_in(*rest), line);
        if (const auto rest = behind(text, "geldig tot")) return set(dossier_.geldig_tot, date_in(*rest), line);
        for (const std::string_view word : {"vastgesteld op", "vastgesteld", "datum vaststelling", "op:"})
            if (const auto rest = behind(text, word)) return set(dossier_.vastgesteld, date_in(*rest), line);
        if (const auto rest = behind(text, "versie")) return set(dossier_.versie, std::string(*rest), line);
        for (const std::string_view word : {"penvoerder: sectorkamer", "sectorkamer"})
            if (const auto rest = behind(text, word)) return set(dossier_.sectorkamer, std::string(*rest), line);
        for (const std::string_view word : {"opleidingsdomein", "domein"})
            if (const auto rest = behind(text, word)) return set(dossier_.domein, std::string(*rest), line);
        return LineUse::unknown;
    }

    model::Dossier& dossier_;
    std::vector<LineUse>& uses_;
    std::vector<TitledProfiel> profielen_;
    bool titled_ = false;
    bool in_name_ = false;
};

}  // namespace

std::string date_in(std::string_view text) {
    const std::vector<std::string> words = parts(text);
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const auto month = std::find(kMonths.begin(), kMonths.end(), words[i + 1]);
        const std::string middle = month != kMonths.end() ? std::to_string(month - kMonths.begin() + 1) : words[i + 1];
        const bool forward = words[i].size() == 4;
        const std::string& year = forward ? words[i] : words[i + 2];
        const std::string& day = forward ? words[i + 2] : words[i];
        if (!digits(year, 4) || year.size() != 4 || !digits(middle, 2) || !digits(day, 2)) continue;
        std::string date = year + '-' + two(middle) + '-' + two(day);
        if (model::heeft_vorm(model::Vorm::datum, date)) return date;
    }
    return {};
}

std::vector<TitledProfiel> read_title(std::span<const TextLine> lines, model::Dossier& dossier, std::vector<LineUse>& uses) {
    return TitleReader(dossier, uses).read(lines);
}

void place_crebos(const std::vector<TitledProfiel>& titled, model::Dossier& dossier, std::vector<LineUse>& uses) {
    for (const TitledProfiel& t : titled) {
        std::string_view naam = t.naam.value;
        const std::string_view code = take_profielcode(naam);
        const auto found = std::find_if(dossier.profielen.begin(), dossier.profielen.end(), [&](const model::Profiel& p) {
            return code.empty() ? slug(p.naam.value) == slug(naam) : p.code.value == code;
        });
        if (found == dossier.profielen.end() || (!found->crebo.value.empty() && !t.crebo.value.empty())) uses[t.line] = LineUse::unknown;
        else if (!t.crebo.value.empty()) found->crebo = t.crebo;
    }
}

}  // namespace dossier::published
