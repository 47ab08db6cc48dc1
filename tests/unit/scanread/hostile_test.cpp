#include "hostile.hpp"

#include "form.hpp"
#include "scanread/scanread.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

using namespace dossier;
using scans::Condition;

namespace {

/// Of all processes that were waited for.
double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

std::vector<scans::Page> read(scanread::Helper& helper, const std::string& bytes) {
    Diagnostics diagnostics;
    std::vector<scans::Page> pages;
    const Source file{"stapel", bytes};
    CHECK(helper.read_file(
        file, {true}, [&](scans::Page&& page) { pages.push_back(std::move(page)); }, diagnostics));
    CHECK(report(diagnostics) == "");
    CHECK_FALSE(helper.broken());
    return pages;
}

// The sanitizers take time and memory of their own.
#ifdef DOSSIER_PROBE_BOUNDED
constexpr double kMostSeconds = 60;  // of all together
constexpr long kMostKilobytes = 1'600'000;
#else
constexpr double kMostSeconds = 600;
constexpr long kMostKilobytes = 16'000'000;
#endif

}  // namespace

TEST_CASE("scanread: pictures that mean ill end in time, none is taken for a form, and the next file is read") {
    const auto pictures = test::hostile_pictures();
    const std::string good = test::flat_png(400, 300, 8);
    const double before = processor_seconds();
    {
        scanread::Helper helper(test::form().atlas, {DOSSIER_SCAN});
        for (const auto& [name, bytes] : pictures) {
            const std::string& which = name;
            CAPTURE(which);
            const auto pages = read(helper, bytes);
            CHECK(!pages.empty());
            CHECK(pages.size() < 20);
            for (const scans::Page& page : pages) CHECK(page.condition != Condition::read);
            const auto next = read(helper, good);
            REQUIRE(next.size() == 1);
            CHECK(next[0].condition == Condition::blank);
        }
    }
    CHECK(processor_seconds() - before < kMostSeconds);
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    CHECK(used.ru_maxrss < kMostKilobytes);
}

TEST_CASE("scanread: a page that would take hours takes none of the others with it") {
    const double before = processor_seconds();
    {
        scanread::Helper helper({}, {DOSSIER_SCAN});
        const auto pages = read(helper, test::slow_pdf());
        REQUIRE(pages.size() == 2);
        CHECK(pages[0].condition == Condition::too_much);
        CHECK(pages[1].condition == Condition::blank);
    }
    CHECK(processor_seconds() - before < 15);
}
