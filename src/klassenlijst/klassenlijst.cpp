#include "klassenlijst/klassenlijst.hpp"

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace dossier::klassenlijst {
namespace {

constexpr std::size_t kLongest = 200;       ///< characters of a value
constexpr std::size_t kLongestNumber = 40;  ///< of a studentnummer, which names files

/// Columns of which a name is made.
enum NamePart : std::uint8_t { kVoornaam, kTussenvoegsel, kAchternaam, kNameParts };
constexpr std::array<std::string_view, kNameParts> kNamePart{"voornaam", "tussenvoegsel", "achternaam"};

/// Titles are the same whatever the case, and with or without spaces, hyphens and underscores: "Beoordelaar 1".
std::string title_key(std::string_view title) {
    std::string out = lower(title);
    std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '_' || c == '.'; });
    return out;
}

class Reader {
public:
    Reader(const table::Table& table, const model::Dossier& dossier, const Reading& reading, Diagnostics& diagnostics)
        : table_(table), dossier_(dossier), reading_(reading), diagnostics_(diagnostics) {}

    std::optional<Klassenlijst> run() {
        if (table_.rows.empty()) {
            diagnostics_.error("empty-list", {table_.sources.front().get(), 0, 0},
                               say("found no rows, expected a row with titles and a row for each candidate"));
            return std::nullopt;
        }
        if (!titles(table_.rows.front()) || !table_.rows.front().good) return std::nullopt;
        Klassenlijst out;
        for (std::size_t i = 1; i < table_.rows.size(); ++i) {
            const std::size_t before = diagnostics_.errors();
            Kandidaat k = kandidaat(table_.rows[i]);
            if (table_.rows[i].good && diagnostics_.errors() == before) out.kandidaten.push_back(std::move(k));
            else ++out.bad_rows;
        }
        // Which of two rows with one number is right is for a person to say.
        out.bad_rows += std::erase_if(out.kandidaten, [this](const Kandidaat& k) { return twice_.contains(k.row); });
        if (table_.rows.size() == 1)
            diagnostics_.warning("empty-list", table_.rows.front().location, say("found titles and no candidates"));
        return out;
    }

private:
    // ---- titles ----

    bool titles(const table::Row& row) {
        const std::size_t before = diagnostics_.errors();
        std::vector<std::string> known = names();
        for (const std::string_view part : kNamePart) known.emplace_back(part);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].text.empty()) continue;
            const std::string key = title_key(row.cells[i].text);
            if (!claim(key, i, row.cells[i].location)) {
                const auto meant = nearest(key, known);
                diagnostics_.note("unknown-column", row.cells[i].location, say("the column {} is not used", quoted(row.cells[i].text)),
                                  {meant ? did_you_mean(quoted(*meant)) : say("columns that count: {}", joined(known))});
            }
        }
        const bool parts = part_columns_[kVoornaam] || part_columns_[kAchternaam];
        if (!column(Veld::studentnummer)) missing_column(row, "studentnummer");
        if (!column(Veld::naam) && !part_columns_[kAchternaam]) missing_column(row, "naam");
        if (column(Veld::naam) && parts)
            diagnostics_.error("name-twice", row.cells[*column(Veld::naam)].location,
                               say("found a column \"naam\" and columns for its parts"),
                               {say("keep either \"naam\", or \"voornaam\", \"tussenvoegsel\" and \"achternaam\"")});
        return diagnostics_.errors() == before;
    }

    void missing_column(const table::Row& row, std::string_view title) {
        diagnostics_.error("missing-column", row.location, say("found no column {} in the first row", quoted(title)),
                           {say("the first row has the titles of the columns, in any order: {}", joined(names()))});
    }

    bool claim(const std::string& key, std::size_t index, const Location& at) {
        std::optional<std::size_t>* place = nullptr;
        if (const auto veld = veld_of(key)) place = &columns_[static_cast<std::size_t>(*veld)];
        for (std::size_t p = 0; p < kNameParts; ++p)
            if (key == kNamePart[p]) place = &part_columns_[p];
        if (!place) return false;
        if (*place) diagnostics_.error("column-twice", at, say("found the column {} twice", quoted(key)), {say("remove one of them")});
        *place = index;
        return true;
    }

    [[nodiscard]] const std::optional<std::size_t>& column(Veld v) const { return columns_[static_cast<std::size_t>(v)]; }

    // ---- rows ----

    static const table::Cell* cell_at(const table::Row& row, const std::optional<std::size_t>& column) {
        return column && *column < row.cells.size() && !row.cells[*column].text.empty() ? &row.cells[*column] : nullptr;
    }

    /// Where `veld` of `row` is or would be.
    [[nodiscard]] Location place(const table::Row& row, Veld veld) const {
        const table::Cell* cell = cell_at(row, column(veld));
        return cell ? cell->location : row.location;
    }

    Kandidaat kandidaat(const table::Row& row) {
        Kandidaat out;
        out.row = row.number;
        out.location = row.location;
        for (std::size_t v = 0; v < kVelden; ++v)
            if (const table::Cell* cell = cell_at(row, columns_[v])) out.velden[v] = checked(*cell);
        if (!column(Veld::naam)) out[Veld::naam] = whole_name(row);
        number(row, out);
        if (out[Veld::naam].empty()) error("no-name", row.location, say("the row of this candidate has no name"));
        profiel(row, out);
        day(row, out);
        attempt(row, out);
        return out;
    }

    void error(std::string code, const Location& at, Message message, std::vector<Message> hints = {}) {
        diagnostics_.error(std::move(code), at, std::move(message), std::move(hints));
    }

    /// The value of a cell that a form can show.
    std::string checked(const table::Cell& cell) {
        std::string out = cell.text;
        std::replace_if(
            out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        if (code_points(out) > kLongest)
            error("too-long", cell.location, say("found more than {} characters, which no field can show", kLongest));
        for (std::size_t i = 0; i < out.size();) {
            const char32_t c = decode_utf8(out, i);
            if (reading_.covers(c)) continue;
            error("no-glyph", cell.location, say("found {}, a character that no font of the forms has", unicode::code_point_name(c)),
                  {say("write it in other letters, the same as on the diploma")});
            break;
        }
        return out;
    }

    std::string whole_name(const table::Row& row) {
        std::string out;
        for (const auto& column : part_columns_) {
            const table::Cell* cell = cell_at(row, column);
            if (!cell) continue;
            if (!out.empty() && !out.ends_with('\'')) out += ' ';
            out += checked(*cell);
        }
        return out;
    }

    void number(const table::Row& row, const Kandidaat& k) {
        const std::string& n = k[Veld::studentnummer];
        const Location at = place(row, Veld::studentnummer);
        if (n.empty()) {
            error("no-number", at, say("the row of this candidate has no studentnummer"));
            return;
        }
        const bool fit = n.size() <= kLongestNumber && is_letter_or_digit(n.front()) && n.back() != '.' &&
                         std::all_of(n.begin(), n.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.'; });
        if (!fit)
            error("bad-number", at,
                  say("found a studentnummer that cannot be part of the name of a file, expected letters, digits, \"-\", \"_\" and \".\", "
                      "at most {}",
                      kLongestNumber));
        const auto [first, fresh] = seen_.try_emplace(lower(n) + '\n' + k[Veld::poging], row.number);
        if (fresh) return;
        twice_.insert(first->second);
        error("number-twice", at, say("found the studentnummer of row {} again", first->second),
              {say("a candidate has one row for each poging")});
    }

    void profiel(const table::Row& row, Kandidaat& k) {
        std::string_view wanted = k[Veld::profiel].empty() ? reading_.profiel : std::string_view(k[Veld::profiel]);
        const auto& all = dossier_.profielen;
        if (wanted.empty() && all.size() == 1) wanted = all.front().code.value;
        const auto found = std::find_if(all.begin(), all.end(), [&](const model::Profiel& p) {
            const std::string word = lower(wanted);
            return word == lower(p.code.value) || word == lower(p.naam.value) || (!p.crebo.value.empty() && word == p.crebo.value);
        });
        const auto there_is = [&all] {
            std::vector<std::string> words;
            words.reserve(all.size());
            for (const model::Profiel& p : all) words.push_back(p.code.value + " (" + p.naam.value + ")");
            return say("there is {}", joined(words));
        };
        if (wanted.empty()) {
            error("no-profiel", row.location,
                  say("the row of this candidate names no profiel, and the dossier has {}", count_of(all.size(), "profiel", "profielen")),
                  {say("add a column \"profiel\" or use --profiel; {}", there_is())});
        } else if (found == all.end()) {
            error("unknown-profiel", place(row, Veld::profiel),
                  say("found a profiel that the dossier does not have, expected a code, a name or a crebo"), {there_is()});
        } else {
            k.profiel = static_cast<std::size_t>(found - all.begin());
            k[Veld::profiel] = found->code.value;
        }
    }

    void day(const table::Row& row, Kandidaat& k) {
        std::string& value = k[Veld::datum];
        if (value.empty()) return;
        if (auto day = day_of(value)) value = std::move(*day);
        else error("bad-date", place(row, Veld::datum), say("found a day that there is not, expected one like 1-6-2026 or 2026-06-01"));
    }

    void attempt(const table::Row& row, const Kandidaat& k) {
        const std::string& value = k[Veld::poging];
        if (value.empty() || (value.size() == 1 && value[0] >= '1' && value[0] <= '9')) return;
        error("bad-poging", place(row, Veld::poging), say("found a poging that is no number from 1 to 9"));
    }

    const table::Table& table_;
    const model::Dossier& dossier_;
    const Reading& reading_;
    Diagnostics& diagnostics_;
    std::array<std::optional<std::size_t>, kVelden> columns_;
    std::array<std::optional<std::size_t>, kNameParts> part_columns_;
    std::map<std::string, std::size_t> seen_;  ///< number and poging -> row
    std::set<std::size_t> twice_;              ///< rows whose number comes again
};

}  // namespace

const std::vector<std::string>& names() {
    static const std::vector<std::string> all{"studentnummer", "naam",  "groep",   "profiel",      "leerbedrijf", "beoordelaar1",
                                              "beoordelaar2",  "datum", "locatie", "afnamemoment", "poging"};
    return all;
}

std::optional<Veld> veld_of(std::string_view name) {
    const auto found = std::find(names().begin(), names().end(), name);
    if (found == names().end()) return std::nullopt;
    return static_cast<Veld>(found - names().begin());
}

std::optional<Klassenlijst> read_klassenlijst(const table::Table& table, const model::Dossier& dossier, const Reading& reading,
                                              Diagnostics& diagnostics) {
    return Reader(table, dossier, reading, diagnostics).run();
}

std::string form_value(const Kandidaat& kandidaat, Veld veld) {
    const std::string& value = kandidaat[veld];
    return veld == Veld::datum && !value.empty() ? day_for_people(value) : value;
}

std::string sleutel(const Kandidaat& k) {
    constexpr std::size_t kLetters = 7;  // as layout::kKeyLetters; two of ten thousand people share one by a chance of one in 700
    return short_hash("dossier-kandidaat\n" + k[Veld::studentnummer] + '\n' + k[Veld::naam] + '\n' + k[Veld::poging], kLetters);
}

std::optional<std::string> day_of(std::string_view text) {
    std::array<std::string_view, 3> parts;
    std::size_t count = 0;
    char between = 0;
    for (std::size_t begin = 0, i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) continue;
        if (count == 3 || i == begin) return std::nullopt;
        if (i < text.size()) {
            if (text[i] != '-' && text[i] != '/' && text[i] != '.') return std::nullopt;
            if (between != 0 && text[i] != between) return std::nullopt;
            between = text[i];
        }
        parts[count++] = text.substr(begin, i - begin);
        begin = i + 1;
    }
    if (count != 3) return std::nullopt;
    if (parts[0].size() != 4) std::swap(parts[0], parts[2]);  // year first now
    if (parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) return std::nullopt;
    const auto two = [](std::string_view digits) { return (digits.size() == 1 ? "0" : "") + std::string(digits); };
    std::string out = std::string(parts[0]) + '-' + two(parts[1]) + '-' + two(parts[2]);
    return model::heeft_vorm(model::Vorm::datum, out) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace dossier::klassenlijst
