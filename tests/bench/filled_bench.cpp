/// filled_bench FORM.pdf [COUNT [THREADS]]: how many forms a second are read through the helper. Figures only. The helper stands beside
/// `dossier`; time of processors is of all processes together.

#include "pdfform/pdfform.hpp"
#include "usage.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
    using namespace dossier;
    if (argc < 2) return 2;
    std::ifstream in(argv[1], std::ios::binary);
    const Source pdf{argv[1], std::string(std::istreambuf_iterator<char>(in), {})};
    const int count = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5000;
    const int threads = argc > 3 ? std::max(1, std::atoi(argv[3])) : 2;
    std::atomic<int> next = 0;
    std::atomic<std::size_t> fields = 0, failed = 0;
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i) {
            workers.emplace_back([&] {
                pdfform::Helper helper({DOSSIER_PDFFORM});
                Diagnostics diagnostics;
                while (next++ < count) {
                    const filled::FilledPdf form = helper.read(pdf, diagnostics);
                    fields += form.fields.size();
                    failed += form.condition == filled::Condition::form ? 0U : 1U;
                }
            });
        }
    }
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%d forms of %.1f kB with %zu fields, %d threads: %.2f s, %.0f forms/s, %zu not read\n", count,
                static_cast<double>(pdf.text.size()) / 1000, fields / static_cast<std::size_t>(count), threads, took, count / took,
                failed.load());
    std::printf("  processor: %.2f ms a form in the helper, %.2f ms here\n", processor_seconds(usage_of(RUSAGE_CHILDREN)) * 1e3 / count,
                processor_seconds(usage_of(RUSAGE_SELF)) * 1e3 / count);
    std::printf("  peak memory: %.1f MB of a process of the helper, %.1f MB here\n", peak_mb(usage_of(RUSAGE_CHILDREN)),
                peak_mb(usage_of(RUSAGE_SELF)));
    return failed == 0 ? 0 : 1;
}
