#include "measure.hpp"

#include "core/input.hpp"
#include "layout/page_code.hpp"
#include "make/make.hpp"

#include "../bench/usage.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>

namespace scan_measure {

using namespace dossier;
using scan_generator::Expected;
using scan_generator::How;
using scan_generator::Preset;
using scan_generator::Raster;
using scan_generator::Scan;
using scan_generator::Verdict;

namespace {

constexpr double kPrintDpi = 300;

double thread_seconds() { return processor_seconds(usage_of(RUSAGE_THREAD)); }

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// As a scanner writes it.
std::string file_of(const Raster& picture) {
    return scan_generator::two_valued(picture) ? scan_generator::encode_tiff(std::span(&picture, 1))
                                               : scan_generator::encode_jpeg(picture, 85);
}

bool shows_frame(const Scan& scan, const layout::PageMap& map) {
    const auto marks = std::count_if(map.marks.begin(), map.marks.end(), [&](const layout::Rect& m) { return scan.shows(m); });
    return scan.shows(map.code_place) && marks >= 3;
}

/// Whether every choice of a question is in the picture.
bool shows_all(const Scan& scan, const layout::PageMap& map, const std::string& field) {
    return std::all_of(map.choices.begin(), map.choices.end(), [&](const layout::MapChoice& c) {
        return c.field != field || scan.shows({c.x - 8, c.y - 8, c.x + 8, c.y + 8});
    });
}

/// Whether no eye could find the ink of a question in a scan: the same scan of the page without any ink is the same there.
bool unseen(const Scan& scan, const Scan& blank, const layout::PageMap& map, const std::string& field) {
    double area = 0;
    for (const layout::MapChoice& c : map.choices) {
        if (c.field != field) continue;
        const auto middle = scan.at({static_cast<double>(c.x), static_cast<double>(c.y)});
        const auto beside = scan.at({static_cast<double>(c.x) + 1, static_cast<double>(c.y)});
        const double scale = std::max(0.3, std::hypot(beside.x - middle.x, beside.y - middle.y));
        const int reach = static_cast<int>(12 * scale);
        for (int y = static_cast<int>(middle.y) - reach; y <= static_cast<int>(middle.y) + reach; ++y)
            for (int x = static_cast<int>(middle.x) - reach; x <= static_cast<int>(middle.x) + reach; ++x) {
                if (x < 0 || y < 0 || x >= scan.picture.width || y >= scan.picture.height) continue;
                if (blank.picture.row(y)[x] - scan.picture.row(y)[x] > 30) area += 1 / (scale * scale);
            }
    }
    return area < 1.5;  // square points
}

template <class Invisible>
void compare(Tally& out, const Expected& truth, const scans::Answer& answer, bool whole, const Invisible& invisible) {
    ++out.groups;
    const bool doubt = answer.doubt != scans::Doubt::none;
    const bool clear = truth.verdict == Verdict::exact && whole;
    (clear ? out.clear : out.unclear) += 1;
    const bool marked = clear && !truth.value.empty();
    if (marked) ++out.marked;
    if (doubt) {
        (clear ? out.clear_doubts : out.unclear_doubts) += 1;
        if (marked) ++out.marked_doubts;
        if (clear)
            ++out.doubt_why[std::string(scans::word(answer.doubt)) + ' ' + name(truth.how) + ' ' + name(truth.kind) + ' ' +
                            name(truth.pen)];
        return;
    }
    // A faint mark that is read as what was meant is read well.
    const bool wrong = (truth.verdict == Verdict::person && truth.how != How::faint) || answer.value != truth.value;
    if (!wrong) return;
    if (answer.value.empty() && invisible()) {
        ++out.invisible;
        return;
    }
    ++out.wrong;
    ++out.wrong_how[std::string(name(truth.how)) + ' ' + name(truth.kind) + ' ' + name(truth.pen) + ": " +
                    (truth.value.empty() ? "nothing" : truth.value) + " read as " + (answer.value.empty() ? "nothing" : answer.value)];
}

}  // namespace

void Tally::add(const Tally& o) {
    pages += o.pages, lost += o.lost, cut_off += o.cut_off, groups += o.groups, wrong += o.wrong, invisible += o.invisible,
        clear += o.clear;
    clear_doubts += o.clear_doubts, marked += o.marked, marked_doubts += o.marked_doubts, unclear += o.unclear,
        unclear_doubts += o.unclear_doubts, seconds += o.seconds;
    for (const auto& [how, n] : o.wrong_how) wrong_how[how] += n;
    for (const auto& [why, n] : o.doubt_why) doubt_why[why] += n;
}

Forms forms_of(const std::string& yaml) {
    const Source source{"dossier.yaml", yaml, false, {}};
    Diagnostics diagnostics;
    make::Maker maker;
    Forms out;
    const auto dossier = core::read_dossier(source, diagnostics);
    if (!dossier || !maker.prepare({}, diagnostics)) return out;
    std::vector<plan::Job> jobs = plan::jobs_of(maker.manifest(), *dossier, diagnostics);
    std::erase_if(jobs, [](const plan::Job& job) { return job.kind != plan::Kind::form || !job.profiel; });
    const make::Values values = maker.values_of(*dossier, jobs, {});
    const std::vector<layout::PageMap> maps = maker.form_maps(*dossier, diagnostics);
    scans::add_to(out.atlas, maps);
    std::size_t at = 0;
    for (const plan::Job& job : jobs) {
        // The maps are in the order of the jobs; a form begins where its pages begin anew.
        std::size_t end = at + 1;
        while (end < maps.size() && layout::parse_page_code(maps[end].code)->page > 1) ++end;
        const bool assessment = job.document->id.value == "beoordelingsformulier" && *job.profiel < 3;
        if (assessment) {
            const auto pdf = maker.make(job, *dossier, values, {}, {}, "", diagnostics);
            for (std::size_t i = at; i < end; ++i)
                if (!maps[i].choices.empty())
                    out.pages.push_back({scan_generator::rasterise(pdf->bytes, static_cast<int>(i - at), kPrintDpi), maps[i]});
        }
        at = end;
    }
    return out;
}

Tally measure(const Forms& forms, Preset preset, std::uint64_t seed, std::size_t n, const std::string& show) {
    const std::uint64_t own = seed * 1'000'003 + n * 101 + static_cast<std::uint64_t>(preset) * 10'007;
    const PrintedPage& printed = forms.pages[own % forms.pages.size()];
    Raster page = printed.raster;
    scan_generator::print_out(page, scan_generator::printer_for(own + 1), own + 2);
    scan_generator::FillOptions options;
    if (n % 12 == 0) options.hows = {0, 0, 0, 0, 0, 0, 0, 1};  // a blank form
    const scan_generator::Filling truth = scan_generator::fill(page, printed.map, options, own + 3);
    const Scan scan = scan_generator::degrade(page, scan_generator::wear_for(preset, own + 4), own + 5);
    const std::string bytes = file_of(scan.picture);

    std::optional<Scan> blank;
    Tally out;
    if (n % 25 == 24) {
        // Printed from another version of the dossier, of which the map is not at hand.
        scans::Atlas others = forms.atlas;
        others.erase(printed.map.code);
        out.pages = 1;
        if (scans::Reading(bytes).page(0, others, {}).condition == scans::Condition::read)
            ++out.wrong, ++out.wrong_how["a form of another version"];
        return out;
    }
    const double begin = thread_seconds();
    scans::Reading reading(bytes);
    const scans::Page read = reading.page(0, forms.atlas, {});
    out.seconds = thread_seconds() - begin;
    out.pages = 1;
    const std::string stem = show + '/' + name(preset) + '-' + std::to_string(n);
    if (read.condition != scans::Condition::read) {
        (shows_frame(scan, printed.map) ? out.lost : out.cut_off) = 1;
        if (!show.empty()) write(stem + '-' + std::string(scans::word(read.condition)) + ".png", scan_generator::encode_png(scan.picture));
        return out;
    }
    for (const Expected& e : truth.groups) {
        const auto answer =
            std::find_if(read.answers.begin(), read.answers.end(), [&](const scans::Answer& a) { return a.field == e.field; });
        const std::size_t wrong = out.wrong, doubts = out.clear_doubts;
        if (answer == read.answers.end()) ++out.groups, ++out.wrong, ++out.wrong_how["no answer at all"];
        else
            compare(out, e, *answer, shows_all(scan, printed.map, e.field), [&] {
                if (!blank) {
                    Raster clean = printed.raster;
                    scan_generator::print_out(clean, scan_generator::printer_for(own + 1), own + 2);
                    blank = scan_generator::degrade(clean, scan_generator::wear_for(preset, own + 4), own + 5);
                }
                return unseen(scan, *blank, printed.map, e.field);
            });
        if (!show.empty() && answer != read.answers.end() && (out.wrong > wrong || out.clear_doubts > doubts)) {
            const scans::Page again = scans::Reading(bytes).page(0, forms.atlas, {true});
            std::string line = stem + ' ' + (out.wrong > wrong ? "WRONG " : "doubt ") + e.field + " truth " + name(e.how) + ' ' +
                               name(e.kind) + ' ' + name(e.pen) + ' ' + e.value + " ink " + std::to_string(e.ink) + " read " +
                               answer->value + ' ' + std::string(scans::word(answer->doubt));
            for (const scans::ChoiceInk& c : answer->choices)
                line += ' ' + c.value + '=' + std::to_string(c.ink) + '/' + std::to_string(c.around);
            std::ofstream(show + "/list.txt", std::ios::app) << line << '\n';
            Raster part;
            const scans::Box& b = answer->box;
            part = Raster(std::max(1, b.right - b.left), std::max(1, b.bottom - b.top), 200, 255);
            for (int y = std::max(0, b.top); y < std::min(b.bottom, scan.picture.height); ++y)
                for (int x = std::max(0, b.left); x < std::min(b.right, scan.picture.width); ++x)
                    part.row(y - b.top)[x - b.left] = scan.picture.row(y)[x];
            write(stem + ".png", scan_generator::encode_png(scan.picture));
            if (again.turns == 0) write(stem + '-' + e.field + ".png", scan_generator::encode_png(part));
        }
    }
    return out;
}

}  // namespace scan_measure
