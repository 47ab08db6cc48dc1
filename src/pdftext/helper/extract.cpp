#include "pdftext/helper/extract.hpp"

#include "base/base.hpp"
#include "pdftext/protocol.hpp"

#include <algorithm>
#include <cmath>
#include <iconv.h>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <vector>

namespace dossier::pdftext {
namespace {

constexpr double kBlankLine = 1.6;  ///< lines further apart than this many heights have an empty one between them
constexpr double kColumn = 1.5;     ///< words further apart than this many characters stand in columns

/// A word, its box in points from the top left of the page.
struct Word {
    std::string text;
    double left, top, right, bottom;
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
    [[nodiscard]] double height() const { return bottom - top; }
};

std::vector<Word> words_of(const poppler::page& page) {
    std::vector<Word> out;
    for (const poppler::text_box& box : page.text_list()) {
        const poppler::byte_array utf8 = box.text().to_utf8();
        const poppler::rectf at = box.bbox();
        if (!utf8.empty() && box.rotation() == 0)
            out.push_back({std::string(utf8.begin(), utf8.end()), at.left(), at.top(), at.right(), at.bottom()});
    }
    return out;
}

/// Words on one line, from left to right.
using Line = std::vector<Word>;

std::vector<Line> lines_of(std::vector<Word> words) {
    std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.middle() < b.middle(); });
    std::vector<Line> lines;
    for (Word& word : words) {
        const bool same =
            !lines.empty() && word.middle() - lines.back().front().middle() < std::min(word.height(), lines.back().front().height()) / 2;
        if (!same) lines.emplace_back();
        lines.back().push_back(std::move(word));
    }
    for (Line& line : lines) std::stable_sort(line.begin(), line.end(), [](const Word& a, const Word& b) { return a.left < b.left; });
    return lines;
}

double character_width(const Line& line) {
    double width = 0;
    std::size_t count = 0;
    for (const Word& word : line) width += word.right - word.left, count += code_points(word.text);
    return std::max(count == 0 ? 1.0 : width / static_cast<double>(count), 1.0);
}

/// As many spaces as there is room for, at least `least`.
std::string room(double points, double character, int least) {
    return std::string(static_cast<std::size_t>(std::clamp(static_cast<int>(std::lround(points / character)), least, 60)), ' ');
}

/// The page as it looks: lines from top to bottom, an empty one where there is room for one, columns by spaces.
std::string text_of(const poppler::page& page) {
    const std::vector<Line> lines = lines_of(words_of(page));
    double margin = 1e9;
    for (const Line& line : lines) margin = std::min(margin, line.front().left);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (i > 0) {
            const Word& above = lines[i - 1].front();
            if (line.front().middle() - above.middle() > kBlankLine * std::max(line.front().height(), above.height())) out += '\n';
        }
        const double character = character_width(line);
        out += room(line.front().left - margin, character, 0);
        for (std::size_t w = 0; w < line.size(); ++w) {
            const double gap = w == 0 ? 0 : line[w].left - line[w - 1].right;
            if (w > 0) out += gap > kColumn * character ? room(gap, character, 2) : " ";
            out += line[w].text;
        }
        out += '\n';
    }
    return out + '\f';
}

void be_silent(const std::string&, void*) {}

std::string only(Answer answer) { return std::string(kGreeting) + static_cast<char>(answer); }

}  // namespace

void prepare_extract() {
    poppler::set_debug_error_function(be_silent, nullptr);
    // Text of poppler is UTF-16. The C library keeps the table of a character set only while someone uses it: this never ends. It is kept
    // where it can be found, or it would count as lost memory.
    static const iconv_t kUsed = iconv_open("UTF-8", "UTF-16");
    (void)kUsed;
    (void)poppler::ustring::from_latin1("a").to_utf8();
}

std::string extract(const std::string& bytes) {
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return only(damaged);
    if (document->is_locked()) return only(locked);
    if (document->pages() <= 0) return only(empty);
    if (document->pages() > kMostPages) return only(too_many_pages);
    std::string out = only(text);
    const std::size_t most = out.size() + kMostText;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        out += page ? text_of(*page) : "\f";
        if (out.size() > most) return only(too_much_text);
    }
    return out;
}

}  // namespace dossier::pdftext
