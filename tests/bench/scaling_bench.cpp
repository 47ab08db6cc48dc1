/// How the time of each stage grows with its input: a dossier of one shape, ten and a hundred times as large, up to what a reader takes.
/// Figures only: the CPU time of one thread, and how many times worse than linear it is. About 1 is linear; 10 at ten times the size is
/// quadratic. A stage that took longer than kPatience is not run any larger.

#include "changes/wijzigingen.hpp"
#include "check/check.hpp"
#include "core/core.hpp"
#include "diff/diff.hpp"
#include "exchange/formats.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "make/make.hpp"
#include "ownxml/ownxml.hpp"
#include "papier/papier.hpp"
#include "published/published.hpp"
#include "resultaten/resultaten.hpp"
#include "sbb/sbb.hpp"
#include "usage.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using namespace dossier;

namespace {

constexpr double kPatience = 30'000;  // ms
constexpr std::array<int, 3> kTimes{1, 10, 100};

double cpu_ms() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

/// The same words in every run, as many different ones as a language has.
class Words {
public:
    explicit Words(std::uint64_t seed) : state_(seed) {}
    std::string text(int count) {
        std::string out;
        for (int i = 0; i < count; ++i) {
            if (i > 0) out += ' ';
            for (std::size_t n = next() % 4000, letters = 2 + n % 3; letters > 0; --letters, n /= 7)
                (out += "bdfgklmnprstvwz"[n % 15]) += "aeiou"[n % 5];
        }
        return out;
    }

private:
    std::size_t next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33);
    }
    std::uint64_t state_;
};

model::Text text(std::string value) { return {std::move(value), {}}; }

/// What grows, by `n`; a size of 100 is near to what a reader takes.
struct Shape {
    const char* name;
    void (*grow)(model::Dossier&, int n, Words&);
};

model::Kerntaak& kerntaak(model::Dossier& d, Words& words) {
    model::Kerntaak k;
    k.code = text("B1-K" + std::to_string(d.basisdeel.kerntaken.size() + 1));
    k.titel = text(words.text(4));
    d.basisdeel.kerntaken.push_back(std::move(k));
    return d.basisdeel.kerntaken.back();
}
model::Werkproces& werkproces(model::Kerntaak& k, Words& words) {
    model::Werkproces w;
    w.code = text(k.code.value + "-W" + std::to_string(k.werkprocessen.size() + 1));
    w.titel = text(words.text(4));
    w.omschrijving = model::parse_tekst(words.text(30), {});
    k.werkprocessen.push_back(std::move(w));
    return k.werkprocessen.back();
}

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> kAll{
        {"criteria in one werkproces",
         [](model::Dossier& d, int n, Words& words) {
             model::Werkproces& w = werkproces(kerntaak(d, words), words);
             for (int i = 0; i < 500 * n; ++i) w.gedrag.criteria.push_back(text(words.text(9) + ';'));
         }},
        {"kerntaken and werkprocessen",
         [](model::Dossier& d, int n, Words& words) {
             for (int i = 0; i < 10 * std::min(n, 9) + (n > 9 ? 9 : 0); ++i) {
                 model::Kerntaak& k = kerntaak(d, words);
                 for (int j = 0; j < (n < 100 ? 6 : 60); ++j) {
                     model::Werkproces& w = werkproces(k, words);
                     for (int c = 0; c < 5; ++c) w.gedrag.criteria.push_back(text(words.text(9) + ';'));
                 }
             }
         }},
        {"vakkennis in one rubriek",
         [](model::Dossier& d, int n, Words& words) {
             model::Kerntaak& k = kerntaak(d, words);
             k.vakkennis.rubrieken.emplace_back();
             for (int i = 0; i < 500 * n; ++i) k.vakkennis.rubrieken.back().items.push_back(text("heeft kennis van " + words.text(6)));
         }},
        {"one long text",
         [](model::Dossier& d, int n, Words& words) {
             model::Werkproces& w = werkproces(kerntaak(d, words), words);
             std::string all;
             for (int i = 0; i < 150 * n; ++i) all += (i % 3 == 0 ? "\n\n" : "\n- ") + words.text(60);
             w.omschrijving = model::parse_tekst(all, {});
         }},
        {"one paragraph",
         [](model::Dossier& d, int n, Words& words) {
             werkproces(kerntaak(d, words), words).omschrijving = model::parse_tekst(words.text(9'000 * n), {});
         }},
    };
    return kAll;
}

model::Dossier make(const Shape& shape, int n, std::uint64_t seed) {
    model::Dossier d;
    d.naam = text("Groot");
    d.versie = text(std::to_string(seed));
    d.vastgesteld = text("2025-08-01");
    model::Profiel p;
    p.code = text("P1");
    p.naam = text("Eerste");
    p.niveau.value = 3;
    d.profielen.push_back(p);
    for (const char* waarde : {"onvoldoende", "voldoende", "goed"}) d.beoordeling.schaal.push_back(text(waarde));
    d.beoordeling.cesuur.criteria = d.beoordeling.cesuur.werkprocessen = text("alle");
    Words words(seed);
    shape.grow(d, n, words);
    model::number_criteria(d);
    return d;
}

/// The text of a published dossier about the same.
std::string published(const model::Dossier& d) {
    std::string out = "Basisdeel\n\n1. Beroepsspecifieke onderdelen\n\n";
    for (const model::Kerntaak& k : d.basisdeel.kerntaken) {
        out += k.code.value + ": " + k.titel.value +
               "\n\nComplexiteit\n\nLaag.\n\nVakkennis en vaardigheden\n\nDe beginnend beroepsbeoefenaar:\n";
        for (const model::Rubriek& r : k.vakkennis.rubrieken)
            for (const model::Text& item : r.items) out += "§ " + item.value + '\n';
        for (const model::Werkproces& w : k.werkprocessen) {
            out += "\n" + w.code.value + ": " + w.titel.value + "\n\nOmschrijving\n\n" + model::write_tekst(w.omschrijving, 90);
            out += "\n\nResultaat\n\nHet is klaar.\n\nGedrag\n\nDe beginnend beroepsbeoefenaar:\n";
            for (const model::Text& c : w.gedrag.criteria) out += "§ " + c.value + '\n';
        }
    }
    return out;
}

std::string class_list(int rows) {
    std::string out = "studentnummer;naam;groep\r\n";
    for (int i = 0; i < rows; ++i) out += std::to_string(1'000'000 + i) + ";Noor Jansen " + std::to_string(i) + ";4A\r\n";
    return out;
}

/// One person's form, as often as `count`: what lies side by side is compared.
std::vector<resultaten::Formulier> forms(int count, bool same) {
    std::vector<resultaten::Formulier> out;
    for (int i = 0; i < count; ++i) {
        resultaten::Formulier f;
        f.bestand = std::to_string(i) + ".pdf";
        f.herkomst = resultaten::Herkomst::deze_versie;
        f.profiel = "P1", f.kerntaak = "B1-K1", f.studentnummer = same ? "1" : std::to_string(i), f.naam = "Noor";
        f.beoordelaar1 = "Assessor " + std::to_string(i);
        f.criteria.push_back({"B1-K1-W1-G1", "B1-K1-W1", "werkt;", i % 3 == 0 ? "onvoldoende" : "goed", ""});
        f.uitslag.emplace();
        out.push_back(std::move(f));
    }
    return out;
}

/// Everything that a stage may want of a dossier of one size.
struct Input {
    model::Dossier dossier, other;
    Source yaml, xml, sbb, text, klas, decisions;
    int n = 1;
};

struct Stage {
    std::string name;
    std::function<void(const Input&, Diagnostics&)> run;
};

const make::Maker& maker() {
    static make::Maker one;
    static const bool kReady = [] {
        Diagnostics d;
        return one.prepare({}, d);
    }();
    if (!kReady) std::abort();
    return one;
}

/// All documents of the manifest of one kind.
void make_all(const Input& in, plan::Kind kind, Diagnostics& d) {
    const make::Earlier none;
    std::vector<plan::Job> jobs = plan::jobs_of(maker().manifest(), in.dossier, d);
    std::erase_if(jobs, [&](const plan::Job& job) { return job.kind != kind; });
    const make::Values values = maker().values_of(in.dossier, jobs, {});
    for (const plan::Job& job : jobs) (void)maker().make(job, in.dossier, values, {}, none, "", d);
}

std::vector<Stage> stages() {
    std::vector<Stage> all{
        {"read YAML", [](const Input& in, Diagnostics& d) { (void)yaml::read_dossier(in.yaml, d); }},
        {"check", [](const Input& in, Diagnostics& d) { check::check_dossier(in.dossier, d); }},
        {"characters of the forms", [](const Input& in, Diagnostics& d) { maker().check_characters(in.dossier, d); }},
        {"fmt", [](const Input& in, Diagnostics& d) { (void)yaml::format_dossier(in.yaml, d); }},
        {"write YAML", [](const Input& in, Diagnostics&) { (void)yaml::write_yaml(in.dossier); }},
        {"write own XML", [](const Input& in, Diagnostics&) { (void)ownxml::write_xml(in.dossier); }},
        {"read own XML", [](const Input& in, Diagnostics& d) { (void)ownxml::read_xml(in.xml, d); }},
        {"write SBB XML", [](const Input& in, Diagnostics& d) { (void)sbb::write_sbb(in.dossier, d); }},
        {"read SBB XML", [](const Input& in, Diagnostics& d) { (void)sbb::import_sbb(in.sbb, d); }},
        {"import published text", [](const Input& in, Diagnostics& d) { (void)published::import_text(in.text, d); }},
        {"fingerprint", [](const Input& in, Diagnostics&) { (void)view::fingerprint(in.dossier); }},
        {"view of the dossier", [](const Input& in, Diagnostics&) { (void)view::view_dossier(in.dossier, {}); }},
        {"view of a kwalificatie",
         [](const Input& in, Diagnostics&) { (void)view::view_kwalificatie(in.dossier, in.dossier.profielen[0], {}); }},
        {"all HTML pages", [](const Input& in, Diagnostics& d) { make_all(in, plan::Kind::page, d); }},
        {"all PDF forms", [](const Input& in, Diagnostics& d) { make_all(in, plan::Kind::form, d); }},
        {"diff: compare", [](const Input& in, Diagnostics&) { (void)diff::compare(in.dossier, in.other); }},
        {"diff: list as text",
         [](const Input& in, Diagnostics&) {
             (void)diff::write_text(diff::compare(in.dossier, in.other), {}, {"", ""});
         }},
        {"diff: with forms to adopt",
         [](const Input& in, Diagnostics& d) {
             static constexpr core::ListFormat kFormat = core::ListFormat::json;
             (void)core::compare(maker(), {in.dossier, "a"}, {in.other, "b"}, {&kFormat, 1}, {}, d);
         }},
        {"class list",
         [](const Input& in, Diagnostics& d) {
             const table::Table table = table::read_csv(in.klas, table::Encoding::recognised, d);
             (void)klassenlijst::read_klassenlijst(table, in.dossier, {"P1", [](char32_t) { return true; }}, d);
         }},
        {"decisions (JSON)",
         [](const Input& in, Diagnostics& d) {
             papier::Beslissingen out;
             papier::read_beslissingen(in.decisions, out, d);
         }},
    };
    for (const bool same : {false, true})
        all.push_back({same ? "results of one person" : "results of many people", [same](const Input& in, Diagnostics&) {
                           const resultaten::Kader kader{{&in.dossier, {}}, {}, false};
                           const auto out = resultaten::verzameld(forms(300 * in.n, same), kader);
                           (void)resultaten::json(out, "bench");
                           (void)table::write_xlsx(resultaten::sheets(out));
                       }});
    for (const exchange::ExchangeFormat& format : exchange::exchange_formats())
        if (format.per_profiel)
            all.push_back({"exchange: " + std::string(format.name), [&format](const Input& in, Diagnostics& d) {
                               const std::string day = "2026-01-01";
                               (void)format.write({in.dossier, &in.dossier.profielen[0], day}, d);
                           }});
    return all;
}

Input input(const Shape& shape, int n) {
    Input in;
    in.n = n;
    in.dossier = make(shape, n, 1);
    in.other = make(shape, n, 2);
    Diagnostics d;
    in.yaml = {"dossier.yaml", yaml::write_yaml(in.dossier)};
    in.xml = {"dossier.xml", ownxml::write_xml(in.dossier)};
    in.sbb = {"sbb.xml", sbb::write_sbb(in.dossier, d)};
    in.text = {"dossier.txt", published(in.dossier)};
    in.klas = {"klas.csv", class_list(1000 * n), true, {}};
    std::string decisions;
    for (int i = 0; i < 500 * n; ++i)
        decisions += std::string(i > 0 ? "," : "") + R"({"bestand":"ABCDEFGHJK","bladzijde":)" + std::to_string(1 + i % 4000) +
                     R"(,"veld":"B1-K1-W1-G)" + std::to_string(i) + R"(","waarde":"goed"})";
    in.decisions = {"n.json", R"({"dossier-nakijken":1,"beslissingen":[)" + decisions + "]}", true, {}};
    return in;
}

void run(const Shape& shape, const std::string& only) {
    std::printf("\n%s\n%-30s", shape.name, "");
    std::array<Input, kTimes.size()> inputs;
    for (std::size_t i = 0; i < kTimes.size(); ++i) {
        inputs[i] = input(shape, kTimes[i]);
        std::printf("  %4dx %7.0f kB YAML", kTimes[i], static_cast<double>(inputs[i].yaml.text.size()) / 1e3);
    }
    std::printf("\n");
    for (const Stage& stage : stages()) {
        if (stage.name.find(only) == std::string::npos) continue;
        std::printf("%-30s", stage.name.c_str());
        double last = 0;
        for (std::size_t i = 0; i < kTimes.size() && last < kPatience; ++i) {
            double best = 0;
            for (int again = 0; again < 5 && (again == 0 || best < 100); ++again) {
                Diagnostics d;
                const double begin = cpu_ms();
                stage.run(inputs[i], d);
                const double ms = cpu_ms() - begin;
                best = again == 0 ? ms : std::min(best, ms);
            }
            const double growth =
                static_cast<double>(inputs[i].yaml.text.size()) / static_cast<double>(inputs[i == 0 ? 0 : i - 1].yaml.text.size());
            std::printf(" %10.2f ms", best);
            if (i == 0) std::printf("         ");
            else std::printf(" (x%5.2f)", best / std::max(last, 0.001) / growth);
            last = best;
            std::fflush(stdout);
        }
        std::printf("\n");
    }
    std::printf("peak memory %.0f MB\n", peak_mb(usage_of(RUSAGE_SELF)));
}

}  // namespace

int main(int argc, char** argv) {
    const std::string shape = argc > 1 ? argv[1] : "";
    for (const Shape& each : shapes())
        if (std::string_view(each.name).find(shape) != std::string_view::npos) run(each, argc > 2 ? argv[2] : "");
    return 0;
}
