/// form_tool FORM.xhtml OUT.pdf        makes a PDF of markup
/// form_tool --layout FORM.xhtml       shows its pages as text
/// form_tool --speed FORM.xhtml [N]    how many a second, and where the time goes
#include "../common/program_styles.hpp"
#include "pdf/pdf.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include <ctime>

using namespace dossier;

namespace {

/// CPU time of this thread: a busy machine does not count.
struct CpuClock {
    using duration = std::chrono::nanoseconds;
    using time_point = std::chrono::time_point<CpuClock, duration>;
    static time_point now() {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return time_point(std::chrono::seconds(t.tv_sec) + std::chrono::nanoseconds(t.tv_nsec));
    }
};

double milliseconds(std::chrono::nanoseconds d) { return std::chrono::duration<double, std::milli>(d).count(); }

int speed(const std::string& text, const layout::Fonts& fonts, const pdf::PdfFonts& pdf_fonts, int times) {
    using clock = CpuClock;
    clock::duration parse{}, lay{}, write{};
    std::size_t bytes = 0, pages = 0, fields = 0, elements = 0;
    for (int i = 0; i < times + 20; ++i) {
        if (i == 20) parse = lay = write = {};
        Diagnostics d;
        const auto t0 = clock::now();
        const auto document = markup::parse_markup(text, {}, d);
        const auto t1 = clock::now();
        const auto laid = layout::lay_out(*document, fonts, test::program_styles(), d);
        const auto t2 = clock::now();
        const auto file = pdf::write_pdf(*laid, pdf_fonts, {"", "dossier", "", ""});
        const auto t3 = clock::now();
        parse += t1 - t0;
        lay += t2 - t1;
        write += t3 - t2;
        bytes = file.size();
        pages = laid->pages.size();
        fields = laid->fields.size();
        elements = laid->elements.size();
    }
    const double n = times;
    std::printf("%zu pages, %zu fields, %zu elements, %zu bytes\n", pages, fields, elements, bytes);
    std::printf("markup %.3f ms, layout %.3f ms, pdf %.3f ms: %.0f a second\n", milliseconds(parse) / n, milliseconds(lay) / n,
                milliseconds(write) / n, 1000 * n / milliseconds(parse + lay + write));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const std::string mode = argv[1];
    const bool option = mode.starts_with("--");
    std::ifstream in(option ? argv[2] : argv[1], std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    const Source source{option ? argv[2] : argv[1], text.str()};
    const auto start = std::chrono::steady_clock::now();
    const layout::Fonts fonts;
    const pdf::PdfFonts pdf_fonts(fonts);
    std::fprintf(stderr, "fonts %.1f ms\n", milliseconds(std::chrono::steady_clock::now() - start));
    if (mode == "--speed") return speed(source.text, fonts, pdf_fonts, argc > 3 ? std::atoi(argv[3]) : 1000);
    Diagnostics d;
    const auto document = markup::parse_markup(source.text, {}, d);
    const auto pages = document ? layout::lay_out(*document, fonts, test::program_styles(), d) : std::nullopt;
    if (mode == "--layout" && pages) std::cout << layout::dump(*pages, fonts);
    if (!option && pages) {
        std::ofstream(argv[2], std::ios::binary) << pdf::write_pdf(*pages, pdf_fonts, {"", "dossier", "2025-08-01", "test"});
    }
    d.sort();
    std::cerr << report(d);
    return d.has_errors() ? 1 : 0;
}
