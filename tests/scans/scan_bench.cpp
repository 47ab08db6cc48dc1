/// scan_bench DOSSIER.yaml [PAGES [THREADS [SEED [SHOW [KIND [FIRST]]]]]]: how well scans are read, a line for each kind of wear. PAGES of
/// each kind, or of KIND alone, from page FIRST on. Prints figures and judges nothing. Pictures of what went wrong are written to the
/// folder SHOW, unless that is "".

#include "measure.hpp"

#include "../bench/usage.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

namespace {

using namespace scan_measure;

void print(const char* what, const Tally& t) {
    const auto percent = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    };
    std::printf("%-22s %6zu %6zu %6zu %8zu %6zu %7zu %8zu %7.2f%% %8zu %7.2f%% %7zu %6.1f%% %7.1f\n", what, t.pages, t.lost, t.cut_off,
                t.groups, t.wrong, t.invisible, t.clear, percent(t.clear_doubts, t.clear), t.marked, percent(t.marked_doubts, t.marked),
                t.unclear, percent(t.unclear_doubts, t.unclear), t.pages == 0 ? 0.0 : 1000 * t.seconds / static_cast<double>(t.pages));
    std::fflush(stdout);
}

Tally run(const Forms& forms, scan_generator::Preset preset, std::uint64_t seed, std::size_t first, std::size_t pages, unsigned threads,
          const std::string& show) {
    Tally sum;
    std::mutex guard;
    std::atomic<std::size_t> next{first};
    std::vector<std::jthread> all;
    for (unsigned t = 0; t < threads; ++t)
        all.emplace_back([&] {
            for (std::size_t n = next++; n < first + pages; n = next++) {
                const Tally one = measure(forms, preset, seed, n, show);
                const std::lock_guard lock(guard);
                sum.add(one);
            }
        });
    all.clear();
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: scan_bench DOSSIER.yaml [PAGES [THREADS [SEED [SHOW [KIND [FIRST]]]]]]\n"), 2;
    std::ifstream file(argv[1], std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto number = [&](int i, unsigned long otherwise) { return argc > i ? std::stoul(argv[i]) : otherwise; };
    const std::size_t pages = number(2, 40);
    const auto threads = static_cast<unsigned>(number(3, std::max(1U, std::thread::hardware_concurrency())));
    const std::string show = argc > 5 ? argv[5] : "", only = argc > 6 ? argv[6] : "";
    dossier::scans::prepare_pictures();
    const Forms forms = forms_of(text.str());
    if (forms.pages.empty()) return std::fprintf(stderr, "%s gives no forms\n", argv[1]), 1;
    std::printf("%-22s %6s %6s %6s %8s %6s %7s %8s %8s %8s %8s %7s %7s %7s\n", "", "pages", "lost", "cut", "groups", "wrong", "unseen",
                "clear", "asked", "marked", "asked", "unclear", "asked", "ms/page");
    Tally all;
    for (std::size_t p = 0; p < scan_generator::kPresets; ++p) {
        const auto preset = static_cast<scan_generator::Preset>(p);
        if (!only.empty() && only != name(preset)) continue;
        const Tally one = run(forms, preset, number(4, 1), number(7, 0), pages, threads, show);
        print(name(preset), one);
        all.add(one);
    }
    print("all", all);
    for (const auto& [how, n] : all.wrong_how) std::printf("wrong %5zu  %s\n", n, how.c_str());
    for (const auto& [why, n] : all.doubt_why) std::printf("asked %5zu  %s\n", n, why.c_str());
    std::printf("peak memory %.0f MB\n", peak_mb(usage_of(RUSAGE_SELF)));
    return 0;
}
