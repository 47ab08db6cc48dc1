/// circle_bench FOLDER [FORMS [FILLED [THREADS]]]: the circle from class list to table as people run it, by the program itself: FORMS
/// forms for candidates, and FILLED filled-in ones collected into each kind of table. Figures only. Everything is left in FOLDER.

#include "core/core.hpp"
#include "folder/folder.hpp"
#include "make/candidate_form.hpp"
#include "make/filled_form.hpp"
#include "make/make.hpp"
#include "model/model.hpp"
#include "plan/plan.hpp"
#include "running.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

using namespace dossier;

namespace {

namespace fs = std::filesystem;
void print(const std::string& what, int forms, const Ran& ran) {
    std::printf("  %-52s %7.2f s %8.0f forms/s %7.2f s processor %7.1f MB\n", what.c_str(), ran.seconds, forms / ran.seconds, ran.processor,
                ran.peak_mb);
    std::fflush(stdout);
}

void write(const fs::path& path, const std::string& bytes) {
    std::string problem;
    if (!folder::write_file(path, bytes, problem)) stop("cannot write " + path.string() + ": " + problem);
}

/// Forms a second, made from the template on, on this thread.
double blank_rate(const make::Maker& maker, const model::Dossier& dossier, const plan::Job& job) {
    Diagnostics diagnostics;
    const make::Values values = maker.values_of(dossier, {job}, {});
    (void)maker.make(job, dossier, values, {}, {}, "", diagnostics);
    const auto start = Clock::now();
    int count = 0;
    for (; since(start) < 2; ++count)
        if (!maker.make(job, dossier, values, {}, {}, "", diagnostics)) stop(report(diagnostics));
    return count / since(start);
}

/// What the n-th candidate gets: all that is asked, now and then a criterium too few.
std::map<std::string, std::string> answers(const model::Dossier& dossier, const model::Profiel& profiel, const model::Kerntaak& k, int n) {
    std::map<std::string, std::string> out{{"kandidaat", "Kandidaat Nummer " + std::to_string(n)},
                                           {"studentnummer", std::to_string(1000000 + n)},
                                           {"groep", "VK4" + std::string(1, static_cast<char>('A' + n % 26))},
                                           {"beoordelaar-1", "B. van den Beoordelaar"},
                                           {"beoordelaar-2", "Ö. de Tweede"},
                                           {"datum", "01-06-2026"},
                                           {"opmerkingen", "Gezien in de winkel, met een echte klant."}};
    const auto& scale = dossier.beoordeling.schaal;
    int i = n;
    for (const model::Werkproces& w : k.werkprocessen)
        for (const model::Criterium& c : model::criteria_voor(w, profiel.code.value)) {
            const bool low = ++i % 7 == 0;
            out[c.code] = (low ? scale.front() : scale.back()).value;
            out[c.code + "-motivering"] = low ? "De kandidaat liet dit nog niet zien toen het druk werd." : "";
        }
    out[k.code.value + "-resultaat"] = "voldoende";
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const fs::path folder = argv[1];
    const int forms = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10'000;
    const int filled = argc > 3 ? std::max(1, std::atoi(argv[3])) : 5'000;
    const std::string threads = argc > 4 ? argv[4] : "2";
    fs::create_directories(folder / "ingevuld");

    folder::ReadProblem problem;
    const auto text = folder::read_file(DOSSIER_YAML, std::size_t{8} << 20, problem);
    if (!text) stop(problem.words.text());
    const Source source{DOSSIER_YAML, *text, true, {}};
    Diagnostics diagnostics;
    make::Maker maker;
    const auto dossier = yaml::read_dossier(source, diagnostics);
    if (!dossier || !maker.prepare({}, diagnostics)) stop(report(diagnostics));

    // The beoordelingsformulier that is nearest to four pages.
    std::optional<plan::Job> job;
    std::size_t pages = 0;
    for (const plan::Job& j : plan::jobs_of(maker.manifest(), *dossier, diagnostics)) {
        if (j.document->id.value != "beoordelingsformulier") continue;
        const auto form = maker.candidate_form(j, maker.values_of(*dossier, {j}, {}), {}, diagnostics);
        if (!form) stop(report(diagnostics));
        const auto off = [](std::size_t n) { return n > 4 ? n - 4 : 4 - n; };
        if (!job || off(form->pages()) < off(pages)) {
            job = j;
            pages = form->pages();
        }
    }
    if (!job) stop("no beoordelingsformulier");
    const model::Profiel& profiel = *plan::profiel_of(*job, *dossier);
    const model::Kerntaak& kerntaak = *plan::kerntaak_of(*job, *dossier);

    std::printf("forms of %zu pages, %s %s\n", pages, profiel.code.value.c_str(), kerntaak.code.value.c_str());
    const double blank = blank_rate(maker, *dossier, *job);
    std::printf("  %-52s %18.0f forms/s\n", "blank, one thread", blank);
    std::string list = "studentnummer;naam;groep;profiel\n";
    for (int i = 0; i < forms; ++i)
        list += std::to_string(1000000 + i) + ";Kandidaat Nummer " + std::to_string(i) + ";VK4A;" + profiel.code.value + '\n';
    write(folder / "klas.csv", list);
    const std::vector<std::string> make_all{"forms",      (folder / "klas.csv").string(),
                                            "--dossier",  DOSSIER_YAML,
                                            "-o",         (folder / "formulieren").string(),
                                            "--kerntaak", kerntaak.code.value,
                                            "--jobs",     threads,
                                            "--quiet"};
    fs::remove_all(folder / "formulieren");
    const Ran made = run(DOSSIER_PROGRAM, make_all);
    print(std::to_string(forms) + " for candidates, " + threads + " threads, on disk", forms, made);
    std::printf("  %-52s %18.2f\n", "times the rate of blank forms", forms / made.seconds / blank);
    print("again: nothing to do", forms, run(DOSSIER_PROGRAM, make_all));

    const auto form = maker.filled_form("beoordelingsformulier", *dossier, profiel.code.value, kerntaak.code.value, {}, diagnostics);
    if (!form) stop(report(diagnostics));
    for (const auto& entry : fs::directory_iterator(folder / "ingevuld")) fs::remove(entry);
    std::size_t bytes = 0;
    for (int i = 0; i < filled; ++i) {
        const std::string pdf = form->write(answers(*dossier, profiel, kerntaak, i));
        bytes += pdf.size();
        write(folder / "ingevuld" / (std::to_string(1000000 + i) + ".pdf"), pdf);
    }
    std::printf("\n%d filled-in forms, %.1f kB each, %s threads\n", filled, static_cast<double>(bytes) / 1000 / filled, threads.c_str());
    for (const char* name : {"resultaten.xlsx", "resultaten.csv", "resultaten.json", "resultaten.html"})
        print(std::string("collect into ") + name, filled,
              run(DOSSIER_PROGRAM, {"collect", (folder / "ingevuld").string(), "--dossier", DOSSIER_YAML, "-o", (folder / name).string(),
                                    "--jobs", threads, "--quiet"}));
    return 0;
}
