/// Where pages end: nothing leaves a few lines or rows alone that need not be, and what there is no fault in stays as it is.

#include "../common/dumped_pages.hpp"
#include "../common/program_styles.hpp"
#include "layout/layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace dossier;

namespace {

constexpr double kRoom = 740;  ///< points of a page between header and footer, nearly

std::string dump_of(const std::string& body) {
    static const layout::Fonts fonts;
    Diagnostics d;
    const auto document =
        markup::parse_markup("<formulier lang=\"nl\" titel=\"T\"><voet><p><pagina/></p></voet>" + body + "</formulier>", {}, d);
    const auto pages = document ? layout::lay_out(*document, fonts, test::program_styles(), d) : std::nullopt;
    REQUIRE(report(d) == "");
    return layout::dump(*pages, fonts);
}

std::string paragraphs(int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += "<p>alinea " + std::to_string(i) + "</p>";
    return out;
}

std::string table(int n, const std::string& extra = "") {
    std::string out = "<table><col width=\"50%\"/><col width=\"50%\"/><thead><tr><th>Kolom een</th><th>Kolom twee</th></tr></thead><tbody>";
    for (int i = 1; i <= n; ++i) out += "<tr><td>rij " + std::to_string(i) + "</td><td>" + extra + "</td></tr>";
    return out + "</tbody></table>";
}

using Lines = std::vector<std::string>;

/// Lines of content that begin with `text`.
int count(const Lines& page, std::string_view text) {
    return static_cast<int>(std::count_if(page.begin(), page.end(), [text](const std::string& line) {
        const test::DumpedLine l(line);
        return l.content() && l.text.starts_with(text);
    }));
}

/// Distances from each line that begins with `text` to the next.
std::vector<double> distances(const Lines& page, std::string_view text) {
    std::vector<double> out;
    double above = 0;
    for (const std::string& line : page) {
        const test::DumpedLine l(line);
        if (!l.content() || !l.text.starts_with(text)) continue;
        if (above > 0) out.push_back(above - l.y);
        above = l.y;
    }
    return out;
}

}  // namespace

TEST_CASE("the last page is at least a fifth full, however long the text") {
    for (int n = 30; n < 160; ++n) {
        const auto pages = test::dumped_pages(dump_of(paragraphs(n)));
        if (pages.size() > 1) CHECK_MESSAGE(test::used(pages.back(), kRoom) > 0.17, n);
        int all = 0;
        for (const Lines& p : pages) all += count(p, "alinea");
        CHECK(all == n);
    }
}

TEST_CASE("a table leaves three rows or more on each side of a page's end, wherever it begins") {
    for (int n = 0; n < 80; ++n)
        for (const int rows : {4, 6, 8, 50}) {
            const auto pages = test::dumped_pages(dump_of(paragraphs(n) + table(rows)));
            int all = 0;
            for (const Lines& p : pages) {
                const int here = count(p, "rij");
                CHECK_MESSAGE((here == 0 || here >= 3), n << " paragraphs, " << rows << " rows");
                all += here;
            }
            CHECK(all == rows);
        }
}

TEST_CASE("a heading has more than a line below it at the foot of a page") {
    for (int n = 20; n < 80; ++n) {
        const auto pages = test::dumped_pages(dump_of(paragraphs(n) + "<h1>Kop</h1><p>een</p><p>twee</p><p>drie</p>" + paragraphs(20)));
        for (const Lines& p : pages)
            if (count(p, "Kop") > 0) CHECK_MESSAGE(count(p, "twee") > 0, n);
    }
}

TEST_CASE("where there is no fault nothing is moved") {
    const auto pages = test::dumped_pages(dump_of(paragraphs(60)));
    REQUIRE(pages.size() == 2);
    for (const Lines& p : pages)
        for (const double d : distances(p, "alinea")) CHECK(d == doctest::Approx(19.4).epsilon(0.01));
    // The first page is full to its foot.
    CHECK(test::used(pages[0], kRoom) > 0.95);
}

TEST_CASE("a page with almost nothing on it is done without, by taking from spaces and no more than that") {
    // A paragraph or two more than fits on a page.
    int least = 1;
    while (test::dumped_pages(dump_of(paragraphs(least + 1))).size() == 1) ++least;
    int tight = 0;
    for (int n = least - 4; n <= least; ++n) {
        const auto pages = test::dumped_pages(dump_of(paragraphs(n)));
        REQUIRE(pages.size() == 1);
        for (const double d : distances(pages[0], "alinea")) {
            CHECK(d > 13.4 + 0.85 * 6 - 0.1);
            tight += d < 19.3;
        }
    }
    CHECK(tight > 0);
}

TEST_CASE("fields and letters keep their size on a tightened page") {
    bool tightened = false;
    for (int n = 20; n < 40; ++n) {
        std::string body = paragraphs(5) + "<table><col width=\"50%\"/><col width=\"50%\"/>";
        for (int i = 0; i < n; ++i)
            body += "<tr><td>rij</td><td><input type=\"radio\" group=\"g" + std::to_string(i) + "\" value=\"x\" label=\"G: x\"/></td></tr>";
        const auto pages = test::dumped_pages(dump_of(body + "</table>"));
        for (const Lines& p : pages) {
            for (const double d : distances(p, "rij")) {
                CHECK(d > 18 + 2 * 4 * 0.85 - 0.2);
                tightened = tightened || d < 25.9;
            }
            for (const std::string& line : p) {
                if (line.starts_with("TD")) CHECK(line.find(" regular 9.0 ") != std::string::npos);
                if (!line.starts_with("field")) continue;
                const std::size_t y1 = line.rfind(' '), x1 = line.rfind(' ', y1 - 1), y0 = line.rfind(' ', x1 - 1);
                CHECK(std::strtod(line.c_str() + y1, nullptr) - std::strtod(line.c_str() + y0, nullptr) ==
                      doctest::Approx(18).epsilon(0.01));
            }
        }
    }
    CHECK(tightened);
}

TEST_CASE("the pages of a part that ends where the template says are looked at by themselves") {
    const auto pages = test::dumped_pages(dump_of(paragraphs(5) + "<pagina-einde/>" + paragraphs(5) + "<pagina-einde/>" + table(5)));
    REQUIRE(pages.size() == 3);
    CHECK(count(pages[0], "alinea") == 5);
    CHECK(count(pages[2], "rij") == 5);
}

TEST_CASE("the same text gives the same pages") {
    const std::string body = paragraphs(30) + table(9) + "<h1>Kop</h1>" + paragraphs(3) + table(40);
    CHECK(dump_of(body) == dump_of(body));
}

TEST_CASE("looking ahead takes time that grows with the length of the document") {
    using clock = std::chrono::steady_clock;
    std::string empty;
    for (int i = 0; i < 20'000; ++i) empty += "<ul><li><p/></li></ul>";
    const auto before = clock::now();
    // Of some of these the last page has a row or two.
    for (int n = 5'000; n < 5'040; n += 8) CHECK(test::dumped_pages(dump_of(table(n))).size() > 100);
    CHECK(test::dumped_pages(dump_of(empty + table(40))).size() > 1);
    CHECK(clock::now() - before < std::chrono::seconds(60));
}
