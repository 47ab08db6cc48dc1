#include "table/csv_record.hpp"
#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"

#include <algorithm>

namespace dossier::exchange {
namespace {

using model::Dossier;
using model::Profiel;

std::string sections(const std::vector<Sectie>& secties) {
    std::string out;
    for (const Sectie& s : secties) out += xhtml_text(s.tekst, s.kop);
    return out;
}

/// The items of vakkennis as a list under their rubrieken.
std::string vakkennis(const std::vector<Onderdeel>& items, const Profiel& profiel) {
    model::Tekst tekst;
    const Onderdeel* previous = nullptr;
    for (const Onderdeel& item : items) {
        const bool fresh = !previous || previous->rubriek != item.rubriek || previous->aanvullend != item.aanvullend;
        const bool marked = item.aanvullend && (!previous || !previous->aanvullend);
        if (marked) tekst.blokken.push_back({model::BlokSoort::alinea, "", aanvullend_voor(profiel) + ':', {}});
        if (fresh && !item.rubriek.empty()) tekst.blokken.push_back({model::BlokSoort::alinea, "", item.rubriek, {}});
        if (fresh) tekst.blokken.push_back({model::BlokSoort::opsomming, "", "", {}});
        tekst.blokken.back().punten.push_back({"-", item.tekst, {}});
        previous = &item;
    }
    return tekst.empty() ? "" : xhtml_text(tekst, "Vakkennis en vaardigheden");
}

std::string criterium_html(const Onderdeel& c, const Profiel& profiel) {
    model::Tekst tekst;
    tekst.blokken.push_back({model::BlokSoort::alinea, "", c.tekst, {}});
    if (c.aanvullend) tekst.blokken.push_back({model::BlokSoort::alinea, "", aanvullend_voor(profiel) + '.', {}});
    if (c.cruciaal) tekst.blokken.push_back({model::BlokSoort::alinea, "", "Cruciaal criterium.", {}});
    return xhtml_text(tekst);
}

/// `code` and `text` as a title of at most `most` characters, cut at a word.
std::string title(const std::string& code, const std::string& text, std::size_t most) {
    std::string out = code + ' ' + text;
    if (code_points(out) <= most) return out;
    std::size_t end = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < out.size() && count + 1 < most; ++count) {
        if (out[at] == ' ') end = at;
        (void)decode_utf8(out, at);
    }
    return out.substr(0, std::max(end, code.size())) + "…";
}

std::string without_end_mark(std::string text) {
    if (text.ends_with(';') || (text.ends_with('.') && !text.ends_with(".."))) text.pop_back();
    return text;
}

// ---- Moodle ------------------------------------------------------------------------------------------------------

/// Columns in the order in which tool_lpimportcsv takes them when nobody maps them by hand, under the names of its export.
const std::vector<std::string> kMoodleColumns{"Parent ID number",
                                              "ID number",
                                              "Short name",
                                              "Description",
                                              "Description format",
                                              "Scale values",
                                              "Scale configuration",
                                              "Rule type (optional)",
                                              "Rule outcome (optional)",
                                              "Rule config (optional)",
                                              "Cross-referenced competency ID numbers",
                                              "Exported ID (optional)",
                                              "Is framework",
                                              "Taxonomy"};
constexpr std::size_t kMoodleShort = 100;  ///< Moodle cuts ID numbers and short names there

/// Which item is the default and which are a pass; items count from 1. Moodle puts the id of its own scale in the first.
std::string moodle_scale_configuration(const std::vector<scoring::Stap>& stappen) {
    const std::size_t pass = laagste_voldoende(stappen);
    std::string out = R"([{"scaleid":"0"})";
    for (std::size_t i = 0; i < stappen.size(); ++i)
        out += ",{\"id\":" + std::to_string(i + 1) + ",\"scaledefault\":" + (i == pass ? "1" : "0") +
               ",\"proficient\":" + (i >= pass ? "1" : "0") + '}';
    return out + ']';
}

std::string moodle_row(const std::string& parent, const std::string& id, const std::string& name, const std::string& description) {
    return table::csv_record({parent, id, name, description, description.empty() ? "" : "1", "", "", "", "0", "null", "", "", "", ""});
}

// ---- Canvas ------------------------------------------------------------------------------------------------------

const std::vector<std::string> kCanvasColumns{"vendor_guid",  "object_type",        "title",           "description",
                                              "display_name", "calculation_method", "calculation_int", "workflow_state",
                                              "parent_guids", "mastery_points",     "ratings"};
constexpr std::size_t kCanvasTitle = 255;  ///< the longest title that Canvas takes

class Canvas {
public:
    Canvas(const std::vector<scoring::Stap>& stappen, bool points) : stappen_(stappen) {
        // Two tiers of as many points are one to Canvas: then, and without points, tiers count 1, 2, 3.
        for (std::size_t i = 1; i < stappen.size(); ++i) points = points && stappen[i].punten > stappen[i - 1].punten;
        for (std::size_t i = 0; i < stappen.size(); ++i)
            tiers_.push_back(std::to_string(points ? stappen[i].punten : static_cast<scoring::Punten>(i + 1)));
        std::vector<std::string> header = kCanvasColumns;
        header.resize(kCanvasColumns.size() + 2 * stappen_.size() - 1);
        text_ = std::string(table::kCsvBegin) + table::csv_record(header);
    }
    void group(const std::string& id, const std::string& titel, const std::string& description, const std::string& parent) {
        std::vector<std::string> row{id, "group", titel, description, "", "", "", "active", parent, ""};
        row.resize(row.size() + 2 * stappen_.size());
        text_ += table::csv_record(row);
    }
    void outcome(const std::string& id, const std::string& titel, const std::string& description, const std::string& display,
                 const std::string& parent) {
        // "latest": the last judgement counts, as on paper. Tiers go from high to low, in whole points.
        std::vector<std::string> row{id,       "outcome", titel,    description, display,
                                     "latest", "",        "active", parent,      tiers_[laagste_voldoende(stappen_)]};
        for (std::size_t i = stappen_.size(); i-- > 0;) {
            row.push_back(tiers_[i]);
            row.push_back(stappen_[i].waarde);
        }
        text_ += table::csv_record(row);
    }
    std::string take() && { return std::move(text_); }

private:
    const std::vector<scoring::Stap>& stappen_;
    std::vector<std::string> tiers_;
    std::string text_;
};

}  // namespace

std::string write_moodle(const Dossier& dossier, const Profiel& profiel) {
    const std::vector<scoring::Stap> stappen = scoring::stappen(dossier.beoordeling);
    std::string scale;
    for (const scoring::Stap& stap : stappen) scale += (scale.empty() ? "" : ",") + stap.waarde;
    std::string out = std::string(table::kCsvBegin) + table::csv_record(kMoodleColumns);
    out += table::csv_record({"", identity(dossier, profiel).substr(0, kMoodleShort),
                              title(profiel.code.value, profiel.naam.value, kMoodleShort), xhtml_text(profiel.typering), "1", scale,
                              moodle_scale_configuration(stappen), "", "", "", "", "", "1", "competency,practice,indicator,indicator"});
    for (const KerntaakDeel& k : delen_van(dossier, profiel)) {
        const std::string& kerntaak = k.bron->code.value;
        out += moodle_row("", kerntaak, title(kerntaak, k.bron->titel.value, kMoodleShort),
                          sections(k.secties) + vakkennis(k.vakkennis, profiel));
        for (const WerkprocesDeel& w : k.werkprocessen) {
            const std::string& werkproces = w.bron->code.value;
            out += moodle_row(kerntaak, werkproces, title(werkproces, w.bron->titel.value, kMoodleShort), sections(w.secties));
            for (const Onderdeel& c : w.criteria)
                out += moodle_row(werkproces, c.code, title(c.code, without_end_mark(c.tekst), kMoodleShort), criterium_html(c, profiel));
        }
    }
    return out;
}

std::string write_canvas(const Dossier& dossier, const Profiel& profiel) {
    const std::vector<scoring::Stap> stappen = scoring::stappen(dossier.beoordeling);
    const std::string top = identity(dossier, profiel);
    const auto id = [&](const std::string& code) { return top + ':' + code; };
    Canvas csv(stappen, scoring::telt_punten(dossier.beoordeling));
    csv.group(top, title(profiel.code.value, profiel.naam.value, kCanvasTitle), xhtml_text(profiel.typering), "");
    for (const KerntaakDeel& k : delen_van(dossier, profiel)) {
        const std::string& kerntaak = k.bron->code.value;
        csv.group(id(kerntaak), title(kerntaak, k.bron->titel.value, kCanvasTitle), sections(k.secties) + vakkennis(k.vakkennis, profiel),
                  top);
        for (const WerkprocesDeel& w : k.werkprocessen) {
            const std::string& werkproces = w.bron->code.value;
            csv.group(id(werkproces), title(werkproces, w.bron->titel.value, kCanvasTitle), sections(w.secties), id(kerntaak));
            for (const Onderdeel& c : w.criteria)
                csv.outcome(id(c.code), title(c.code, without_end_mark(c.tekst), kCanvasTitle), criterium_html(c, profiel), c.code,
                            id(werkproces));
        }
    }
    return std::move(csv).take();
}

}  // namespace dossier::exchange
