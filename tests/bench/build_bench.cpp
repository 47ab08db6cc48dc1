/// build_bench FOLDER [RUNS [OTHER]]: what `dossier build` costs of the dossier of this project when all is new, when nothing changed, and when
/// one criterium did, in turns, beside a full build by OTHER, an earlier program (or this one). Medians, and ratios to that one of the same
/// turn. Figures only. FOLDER is made, and removed afterwards.

#include "folder/folder.hpp"
#include "running.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

namespace {

namespace fs = std::filesystem;

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// `text` with a word more in the first criterium of P3-K2.
std::string with_change(std::string text) {
    const std::size_t part = text.find("code: P3-K2-W1");
    const std::size_t list = part == std::string::npos ? part : text.find("criteria:", part);
    const std::size_t item = list == std::string::npos ? list : text.find("- ", list);
    if (item == std::string::npos) stop("the dossier has no criteria in P3-K2-W1");
    return text.insert(item + 2, "zeer ");
}

void write(const fs::path& path, const std::string& bytes) {
    std::string problem;
    if (!dossier::folder::write_file(path, bytes, problem)) stop("cannot write " + path.string() + ": " + problem);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) stop("usage: build_bench FOLDER [RUNS [OTHER]]");
    const fs::path folder = argv[1], input = folder / "dossier.yaml";
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 9;
    const std::string other = argc > 3 ? argv[3] : DOSSIER_PROGRAM;
    if (fs::exists(folder)) stop(folder.string() + " is there already");
    fs::create_directories(folder);
    std::ifstream in(DOSSIER_YAML, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}}, changed = with_change(text);

    const auto build = [&](const std::string& program, const char* to) {
        return run(program, {"build", input.string(), "-o", (folder / to).string(), "--quiet"});
    };
    const std::vector<std::string> rows{"full, by the other program", "full", "nothing to do", "one criterium of P3-K2",
                                        "dossier --version"};
    std::map<std::string, std::vector<Ran>> all;
    for (int i = 0; i < runs; ++i) {
        write(input, text);
        for (const char* to : {"other", "own"}) fs::remove_all(folder / to);
        // A file system may look long for room that has just come free.
        std::this_thread::sleep_for(std::chrono::seconds(6));
        all[rows[0]].push_back(build(other, "other"));
        all[rows[1]].push_back(build(DOSSIER_PROGRAM, "own"));
        (void)build(DOSSIER_PROGRAM, "own");  // reads once what was written in the last tick of the clock
        all[rows[2]].push_back(build(DOSSIER_PROGRAM, "own"));
        write(input, changed);
        all[rows[3]].push_back(build(DOSSIER_PROGRAM, "own"));
        all[rows[4]].push_back(run(DOSSIER_PROGRAM, {"--version"}));
    }
    std::printf("%-28s %10s %10s %12s %12s %8s\n", "medians", "wall ms", "cpu ms", "ratio wall", "ratio cpu", "MB");
    for (const std::string& row : rows) {
        std::vector<double> wall, cpu, wall_ratio, cpu_ratio, mb;
        for (std::size_t i = 0; i < all[row].size(); ++i) {
            const Ran &ran = all[row][i], &base = all[rows[0]][i];
            wall.push_back(ran.seconds * 1e3);
            cpu.push_back(ran.processor * 1e3);
            wall_ratio.push_back(ran.seconds / base.seconds);
            cpu_ratio.push_back(ran.processor / base.processor);
            mb.push_back(ran.peak_mb);
        }
        std::printf("%-28s %10.1f %10.1f %12.3f %12.3f %8.1f\n", row.c_str(), median(wall), median(cpu), median(wall_ratio),
                    median(cpu_ratio), median(mb));
    }
    fs::remove_all(folder);
    return 0;
}
