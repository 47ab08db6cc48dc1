#include "published/breaks.hpp"

#include "published/flow.hpp"
#include "published/headings.hpp"

#include <algorithm>
#include <array>

namespace dossier::published {
namespace {

/// Advance of ASCII from the space on in Helvetica, in thousandths of the size (Adobe's font metrics).
constexpr std::array<std::uint16_t, 95> kAdvance{
    278, 278, 355, 556, 556, 889, 667, 191, 333,  333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667,  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
    556, 222, 222, 500, 222, 833, 556, 556, 556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr int kOtherAdvance = 556;

int by_characters(std::string_view text) { return static_cast<int>(code_points(text)) * kOtherAdvance; }
int by_helvetica(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode_utf8(text, at);
        width += c >= ' ' && c < 127 ? kAdvance[c - ' '] : kOtherAdvance;
    }
    return width;
}

using Measure = int (*)(std::string_view);

/// Which of the lines are items of a list or go on with one: they are set narrower.
std::vector<bool> item_lines(std::span<const TextLine> lines) {
    std::vector<bool> items(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        items[i] =
            !list_sign(lines[i].text).empty() || (i > 0 && items[i - 1] && !is_closed(lines[i - 1].text) && starts_lower(lines[i].text));
    return items;
}

/// Line i surely goes on with the line before it, so that one was full.
bool surely_goes_on(std::span<const TextLine> lines, std::size_t i) {
    if (i == 0 || lines[i].page || find_kop(lines[i - 1].text) != nullptr) return false;
    return !is_closed(lines[i - 1].text) && starts_lower(lines[i].text) && list_sign(lines[i].text).empty() &&
           item_number(lines[i].text).empty();
}

/// The room on a line, for text and for items, as one way of measuring sees it: what the widest line that surely goes on takes.
class Page {
public:
    Page(std::span<const TextLine> lines, OverviewRange table, const std::vector<bool>& items, Measure measure)
        : lines_(lines), items_(items), measure_(measure) {
        int widest[2] = {0, 0};
        std::vector<std::size_t> full;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            if (i == table.begin) i = std::max(i, table.end);
            if (i >= lines.size()) break;
            const std::size_t kind = items[i - 1] ? 1 : 0;
            const int width = measure(lines[i - 1].text);
            widest[kind] = std::max(widest[kind], width);
            if (!surely_goes_on(lines, i)) continue;
            room_[kind] = std::max(room_[kind], width);
            full.push_back(i);
        }
        // A page is at least as wide as its widest line.
        if (full.size() < kFewest) room_[0] = std::max(widest[0], widest[1]);
        room_[1] = std::max({room_[1], widest[1], room_[0] - kIndent});
        room_[0] = std::max(room_[0], room_[1]);
        std::vector<int> spare;
        spare.reserve(full.size());
        for (const std::size_t i : full) spare.push_back(left(i));
        std::sort(spare.begin(), spare.end());
        // What nearly all lines that are full seem to leave is the error of measuring; some break early for reasons of their own.
        const std::size_t odd = spare.size() >= 6 ? std::max<std::size_t>(1, spare.size() / 50) : 0;
        if (!spare.empty()) error_ = std::max(0, spare[spare.size() - 1 - odd]);
    }
    /// By how much this way of measuring errs.
    [[nodiscard]] int error() const { return error_; }
    [[nodiscard]] bool known() const { return room_[0] >= kNarrowest && error_ * 5 < room_[0]; }
    /// Whether the first word of line i had room on the line before.
    [[nodiscard]] bool fits(std::size_t i) const {
        return !lines_[i - 1].text.ends_with('-') && !lines_[i - 1].text.ends_with(kSoftHyphen) && left(i) > error_;
    }

private:
    /// What is left of the room behind the line before i and the first word of line i.
    [[nodiscard]] int left(std::size_t i) const {
        return room_[items_[i - 1] ? 1 : 0] - measure_(lines_[i - 1].text) - measure_(" ") - measure_(first_word(lines_[i].text));
    }
    static constexpr int kIndent = 4 * kOtherAdvance, kNarrowest = 50 * kOtherAdvance;
    static constexpr std::size_t kFewest = 3;  ///< lines that surely go on, to trust them
    std::span<const TextLine> lines_;
    const std::vector<bool>& items_;
    Measure measure_;
    int room_[2] = {0, 0};
    int error_ = 0;
};

}  // namespace

void mark_breaks(std::span<TextLine> lines, OverviewRange overview) {
    const std::vector<bool> items = item_lines(lines);
    const Page characters(lines, overview, items, by_characters), helvetica(lines, overview, items, by_helvetica);
    if (!characters.known() && !helvetica.known()) return;
    // Where both measure well, both must say so.
    const bool by_first = characters.known() && characters.error() <= helvetica.error() * 5 / 4;
    const bool by_second = helvetica.known() && helvetica.error() <= characters.error() * 5 / 4;
    for (std::size_t i = 1; i < lines.size(); ++i)
        lines[i].before = (!by_first || characters.fits(i)) && (!by_second || helvetica.fits(i)) ? Break::meant : Break::width;
}

bool restore_gaps(std::span<TextLine> lines) {
    const auto gaps =
        static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const TextLine& l) { return l.gap && !l.page; }));
    if (gaps > 1 + lines.size() / 12) return false;
    bool any = false;
    const auto capital = [&](std::size_t i) { return i < lines.size() && !starts_lower(lines[i].text); };
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string& before = lines[i - 1].text;
        if (!ends_sentence(before) || !capital(i)) continue;
        const bool title = capital(i) && !is_closed(lines[i].text) && capital(i + 1) && lines[i + 1].before == Break::meant;
        if (lines[i].before == Break::meant || title) lines[i].gap = any = true;
    }
    return any;
}

}  // namespace dossier::published
