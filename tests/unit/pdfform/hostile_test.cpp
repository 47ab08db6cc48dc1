#include "hostile.hpp"
#include "pdfform/pdfform.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <sys/resource.h>

using namespace dossier;
using filled::Condition;

namespace {

/// Of all processes that were waited for.
double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

filled::FilledPdf read(pdfform::Helper& helper, const std::string& bytes) {
    Diagnostics diagnostics;
    filled::FilledPdf form = helper.read({"formulier.pdf", bytes}, diagnostics);
    CHECK(report(diagnostics) == "");
    CHECK(form.condition != Condition::unread);
    return form;
}

// The sanitizers take time and memory of their own.
#ifdef DOSSIER_PROBE_BOUNDED
constexpr double kMostSeconds = 5;
constexpr long kMostKilobytes = 1'600'000;  // for 16 MB
#else
constexpr double kMostSeconds = 30;
constexpr long kMostKilobytes = 8'000'000;
#endif

const std::string kGood = test::raw_form({"<</FT/Tx/T(a)/V(een)>>"});

}  // namespace

TEST_CASE("pdfform: PDFs that mean ill end in time, and the next form is read") {
    for (const auto& [name, bytes] : test::hostile_pdfs()) {
        const std::string& which = name;
        CAPTURE(which);
        const double before = processor_seconds();
        {
            pdfform::Helper helper({DOSSIER_PDFFORM});
            const filled::FilledPdf form = read(helper, bytes);
            CHECK(form.fields.size() <= 1);
            CHECK(read(helper, kGood).condition == Condition::form);
        }
        CHECK(processor_seconds() - before < kMostSeconds + static_cast<double>(bytes.size() >> 21));
    }
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    CHECK(used.ru_maxrss < kMostKilobytes);
}
