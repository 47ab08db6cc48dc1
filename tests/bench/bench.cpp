/// Milliseconds of CPU per stage and documents per second, on one thread. Figures only; compare runs of one machine.

#include "instructions.hpp"
#include "ownxml/ownxml.hpp"
#include "usage.hpp"

#include "check/check.hpp"
#include "folder/folder.hpp"
#include "layout/layout.hpp"
#include "markup/markup.hpp"
#include "pdf/pdf.hpp"
#include "plan/plan.hpp"
#include "render/render.hpp"
#include "style/huisstijl.hpp"
#include "style/templates.hpp"
#include "view/view.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>

using namespace dossier;

namespace {

double cpu_ms() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

double peak_mb() { return peak_mb(usage_of(RUSAGE_SELF)); }

/// Runs `work` until a good half second has gone by (at least five times) and prints the median of its CPU time.
double measure(const char* what, const std::function<void()>& work) {
    std::vector<double> times;
    const double begin = cpu_ms();
    while (times.size() < 5 || (cpu_ms() - begin < 600 && times.size() < 2000)) {
        const double before = cpu_ms();
        work();
        times.push_back(cpu_ms() - before);
    }
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    const double median = times[times.size() / 2];
    std::printf("%-46s %9.3f ms\n", what, median);
    return median;
}

[[noreturn]] void stop(const Diagnostics& diagnostics) {
    std::fputs(report(diagnostics).c_str(), stderr);
    std::exit(1);
}

template <class T> T must(std::optional<T> value, const Diagnostics& diagnostics) {
    if (!value) stop(diagnostics);
    return std::move(*value);
}

struct Form {
    view::Value values;
    std::string markup;
    markup::Document document;
    layout::Pages pages;
};

/// Time and instructions by stage, added up over many forms.
class SteadyState {
public:
    void begin() {
        time_ = cpu_ms();
        count_ = instructions_->count();
    }
    void end(std::size_t stage) {
        const double before = time_;
        const std::uint64_t counted = count_;
        begin();
        ms_[stage] += time_ - before;
        instructions_of_[stage] += static_cast<double>(count_ - counted);
    }
    void print(int forms) const {
        constexpr const char* kStages[] = {"template to markup", "markup to tree", "tree to pages", "pages to PDF", "memory given back"};
        double ms = 0, millions = 0;
        for (std::size_t i = 0; i < std::size(kStages); ++i) {
            line(kStages[i], ms_[i] / forms, instructions_of_[i] / forms / 1e6);
            ms += ms_[i] / forms;
            millions += instructions_of_[i] / forms / 1e6;
        }
        line("a form", ms, millions);
    }

private:
    std::shared_ptr<Instructions> instructions_ = std::make_shared<Instructions>();
    double time_ = 0;
    std::uint64_t count_ = 0;
    std::array<double, 5> ms_{}, instructions_of_{};

    static void line(const char* what, double ms, double millions) {
        std::printf("  %-44s %9.3f ms %9.0f forms/s", what, ms, 1e3 / ms);
        if (millions > 0) std::printf(" %8.2f million instructions", millions);
        std::printf("\n");
    }
};

}  // namespace

int main(int argc, char** argv) {
    const std::string path = argc > 1 ? argv[1] : DOSSIER_SOURCE_DIR "/dossier.yaml";
    Diagnostics diagnostics;
    folder::ReadProblem problem;
    auto text = folder::read_file(path, 8u << 20, problem);
    if (!text) {
        std::fprintf(stderr, "cannot read %s: %s\n", path.c_str(), problem.words.text().c_str());
        return 3;
    }
    const Source source{path, *text};
    const view::Build build{"", "dossier bench"};
    const std::string form_name = "beoordelingsformulier.xhtml";

    std::printf("%s: %zu bytes; CPU time, one thread, median\n\nprepare\n", path.c_str(), source.text.size());
    style::TemplateSet set;
    if (!set.load({}, diagnostics)) stop(diagnostics);
    measure("  compile templates", [&] { (void)render::Templates::compile(set.sources(), render::Templates::Check::all, diagnostics); });
    measure("  fonts: subset and compress", [&] {
        const layout::Fonts fonts;
        const pdf::PdfFonts prepared(fonts);
    });

    std::printf("\nonce per dossier\n");
    measure("  read", [&] {
        Diagnostics d;
        (void)yaml::read_dossier(source, d);
    });
    const model::Dossier dossier = must(yaml::read_dossier(source, diagnostics), diagnostics);
    measure("  check", [&] {
        Diagnostics d;
        check::check_dossier(dossier, d);
    });
    measure("  view, all profielen", [&] {
        const std::string print = view::fingerprint(dossier);
        for (const model::Profiel& p : dossier.profielen) (void)view::view_kwalificatie(view::kwalificatie_of(dossier, p), build, print);
    });
    const render::Templates templates =
        must(render::Templates::compile(set.sources(), render::Templates::Check::all, diagnostics), diagnostics);
    std::vector<view::Value> values;
    const style::Look look = must(style::load_look(set, diagnostics), diagnostics);
    for (const model::Profiel& p : dossier.profielen) {
        values.push_back(view::with_document(view::view_kwalificatie(dossier, p, build), "studiegids", "Studiegids"));
        values.back().set("huisstijl", look.values);
    }
    measure("  HTML, all profielen", [&] {
        for (const view::Value& v : values) (void)render::seal(must(templates.render("studiegids.html", v, diagnostics), diagnostics));
    });
    measure("  XML, all profielen", [&] {
        for (const model::Profiel& p : dossier.profielen) (void)ownxml::write_xml(dossier, p);
    });

    const layout::Fonts fonts;
    const pdf::PdfFonts pdf_fonts(fonts);
    const pdf::PdfInfo info{"", "dossier bench", "", ""};
    const auto place = [&](std::size_t n) { return templates.place(n); };
    std::vector<Form> forms;
    for (std::size_t p = 0; p < values.size(); ++p) {
        const std::size_t count = model::kerntaken_of(dossier, dossier.profielen[p]).size();
        for (std::size_t k = 0; k < count; ++k) {
            Form f;
            f.values = view::with_document(view::with_kerntaak(values[p], k), "beoordelingsformulier", "Beoordelingsformulier");
            f.markup = must(templates.render(form_name, f.values, diagnostics, true), diagnostics);
            f.document = must(markup::parse_markup(f.markup, place, diagnostics), diagnostics);
            f.pages = must(layout::lay_out(f.document, fonts, look.styles, diagnostics), diagnostics);
            forms.push_back(std::move(f));
        }
    }
    std::size_t pages = 0;
    std::size_t bytes = 0;
    for (const Form& f : forms) {
        pages += f.pages.pages.size();
        bytes += pdf::write_pdf(f.pages, pdf_fonts, info).size();
    }
    std::printf("\n%zu beoordelingsformulieren, %zu pages, %.1f kB each on average\n", forms.size(), pages,
                static_cast<double>(bytes) / 1000 / static_cast<double>(forms.size()));
    double total = measure("  template to markup", [&] {
        for (const Form& f : forms) (void)templates.render(form_name, f.values, diagnostics, true);
    });
    total += measure("  markup to tree", [&] {
        for (const Form& f : forms) (void)markup::parse_markup(f.markup, place, diagnostics);
    });
    total += measure("  tree to pages", [&] {
        for (const Form& f : forms) (void)layout::lay_out(f.document, fonts, look.styles, diagnostics);
    });
    total += measure("  pages to PDF", [&] {
        for (const Form& f : forms) (void)pdf::write_pdf(f.pages, pdf_fonts, info);
    });
    std::printf("  %-44s %9.0f forms/s, %.0f pages/s\n", "all four stages", static_cast<double>(forms.size()) * 1e3 / total,
                static_cast<double>(pages) * 1e3 / total);

    // The form nearest to four pages, again and again: speed in steady state, and whether memory stays flat.
    const Form& typical = *std::min_element(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
        const auto off = [](const Form& f) { return f.pages.pages.size() > 4 ? f.pages.pages.size() - 4 : 4 - f.pages.pages.size(); };
        return off(a) < off(b);
    });
    const int many = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10'000;
    constexpr int kWarm = 100;
    SteadyState steady;
    double memory_before = 0;
    std::size_t size = 0;
    for (int i = 0; i < many + kWarm; ++i) {
        if (i == kWarm) {
            memory_before = peak_mb();
            steady = {};
        }
        steady.begin();
        {
            const auto markup_text = must(templates.render(form_name, typical.values, diagnostics, true), diagnostics);
            steady.end(0);
            const auto document = must(markup::parse_markup(markup_text, place, diagnostics), diagnostics);
            steady.end(1);
            const auto laid_out = must(layout::lay_out(document, fonts, look.styles, diagnostics), diagnostics);
            steady.end(2);
            size = pdf::write_pdf(laid_out, pdf_fonts, info).size();
            steady.end(3);
        }
        steady.end(4);
    }
    std::printf("\nsteady state: %d times one form of %zu pages, %zu fields, %zu structure elements, %.1f kB\n", many,
                typical.pages.pages.size(), typical.pages.fields.size(), typical.pages.elements.size(), static_cast<double>(size) / 1000);
    steady.print(many);
    std::printf("  %-44s %9.1f MB after %d forms, %.1f MB after %d\n", "peak memory", memory_before, kWarm, peak_mb(), many + kWarm);
    return 0;
}
