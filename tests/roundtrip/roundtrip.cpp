/// Dossiers made at random, set as text in the layouts of published ones and read back: the same dossier, or an error. Never
/// another dossier in silence.
///
///   roundtrip [--pdf] [--start N] [--count N] [--most N] [--keep FOLDER] [--with NAME,...] [--without NAME,...] [--text]
///
///   roundtrip --cases FOLDER
///
/// The first makes cases, the second reads those that once went wrong: FOLDER/NAME/bron.txt must mean FOLDER/NAME/want.yaml, or
/// end in an error if that is not there.
///
/// The same seed gives the same case on each machine. `--most` is how many failures are made small and shown, `--with` and
/// `--without` choose cases that have, or have not, what features.cpp names so, to work at one kind of fault at a time. `--text` shows the
/// text of the first case and what it means. `--keep` writes each case that fails to FOLDER: what was read, what it
/// says, what came of it, and the diagnostics. Exit status 1 if a case fails, or if too many of a layout end in an error.

#include "base/base.hpp"
#include "draft.hpp"
#include "features.hpp"
#include "pdf_of_text.hpp"
#include "pdftext/pdftext.hpp"
#include "published/published.hpp"
#include "text_writer.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace dossier::roundtrip {
namespace {

/// Of the cases of a layout, in percent, that may be refused or come back with a warning at a line that can be read in two ways.
constexpr std::size_t kMostRefused = 5;
constexpr std::size_t kSmallestFamily = 40;  ///< cases, to speak of a share

enum class Outcome {
    equal,
    refused,    ///< there is an error, though the text is plain
    doubted,    ///< another dossier, with a warning at each line that can be read in two ways
    must_fail,  ///< an error, as it should be
    wrong,
};

struct Result {
    Outcome outcome = Outcome::wrong;
    std::string text, expected, got, diagnostics;
};

/// Whether both differ in nothing but where paragraphs end.
bool same_words(std::string a, std::string b) {
    const auto blank = [](char c) { return c == ' ' || c == '\n'; };
    std::erase_if(a, blank);
    std::erase_if(b, blank);
    return a == b;
}

/// A person is told to compare: at a line that may be the title of a rubriek, or, where only paragraphs differ, of a text
/// without blank lines.
bool told(const Diagnostics& diagnostics, std::string_view code) {
    return std::any_of(diagnostics.all().begin(), diagnostics.all().end(), [&](const Diagnostic& d) { return d.code == code; });
}

bool all_doubts_told(const Written& written, const Source& source, const Diagnostics& diagnostics) {
    if (written.doubtful.empty()) return false;
    for (const std::size_t line : written.doubtful) {
        bool told = false;
        for (const Diagnostic& d : diagnostics.all())
            told = told || (d.location.source == &source && position_of(source, d.location.begin).line == line);
        if (!told) return false;
    }
    return true;
}

Result judge(const Draft& draft, const Layout& layout) {
    const Written written = write_text(draft, layout);
    Result result;
    result.text = written.text;
    result.expected = yaml::write_yaml(normal(meaning(draft, layout)));
    Diagnostics diagnostics;
    Source source{"bron.txt", written.text};
    if (layout.pdf) {
        const Source pdf{"bron.pdf", test::pdf_of_text(written.text, {std::string(layout.letter), 10, 12, layout.wit})};
        const auto text = pdftext::Helper({DOSSIER_PDFTEXT}).read(pdf, diagnostics);
        source.text = text.value_or("");
        if (text) result.text = *text;
    }
    const auto read = published::import_text(source, diagnostics);
    diagnostics.sort();
    result.diagnostics = report(diagnostics);
    if (read) result.got = yaml::write_yaml(normal(read->dossier));
    const bool refused = diagnostics.has_errors();
    if (must_fail(draft)) result.outcome = refused ? Outcome::must_fail : Outcome::wrong;
    else if (refused) result.outcome = Outcome::refused;
    else if (result.got == result.expected) result.outcome = Outcome::equal;
    else if (all_doubts_told(written, source, diagnostics) || told(diagnostics, "import-title-or-item") ||
             (same_words(result.got, result.expected) && told(diagnostics, "import-tight")))
        result.outcome = Outcome::doubted;
    return result;
}

struct Case {
    Draft draft;
    Layout layout;
};

Case make_case(std::uint64_t seed, bool pdf) {
    Random random(seed);
    Case c;
    c.layout = pdf ? make_pdf_layout(random) : make_layout(random);
    c.draft = make_draft(random, c.layout);
    return c;
}

/// The plainest layout and smallest dossier that still go wrong.
Case shrunken(Case c) {
    constexpr std::size_t kMostSteps = 4000;
    std::size_t steps = 0;
    const auto wrong = [&steps](const Draft& draft, const Layout& layout) {
        return ++steps < kMostSteps && judge(draft, layout).outcome == Outcome::wrong;
    };
    for (bool better = true; better && steps < kMostSteps;) {
        better = false;
        for (bool again = true; again;) {
            again = false;
            for (const Layout& layout : plainer(c.layout)) {
                if (!wrong(c.draft, layout)) continue;
                c.layout = layout;
                better = again = true;
                break;
            }
        }
        for (bool again = true; again;) {
            again = false;
            for (Draft& draft : smaller(c.draft)) {
                if (must_fail(draft) != must_fail(c.draft) || !wrong(draft, c.layout)) continue;
                c.draft = std::move(draft);
                better = again = true;
                break;
            }
        }
    }
    return c;
}

/// The first lines that differ.
std::string first_difference(const std::string& expected, const std::string& got) {
    std::size_t begin = 0, line = 1;
    for (std::size_t i = 0; i < expected.size() && i < got.size() && expected[i] == got[i]; ++i)
        if (expected[i] == '\n') {
            begin = i + 1;
            ++line;
        }
    const auto one = [begin](const std::string& text) {
        return begin < text.size() ? text.substr(begin, text.find('\n', begin) - begin) : "(nothing)";
    };
    return "line " + std::to_string(line) + "\n  expected: " + one(expected) + "\n  got:      " + one(got) + "\n";
}

void write_file(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

struct Options {
    bool pdf = false;
    std::uint64_t start = 1;
    std::size_t count = 1000;
    std::size_t most = 1;  ///< failures to shrink and show
    bool text = false;     ///< show the text of the first case and stop
    std::string keep;
    std::set<std::string> with, without;
};

void show(std::uint64_t seed, const Case& found, const Result& first, const Options& options) {
    const Case small = shrunken(found);
    const Result result = judge(small.draft, small.layout);
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), describe(found.layout).c_str());
    std::printf("the smallest that goes wrong: %s\n", describe(small.layout).c_str());
    if (must_fail(small.draft)) std::printf("expected an error: a heading names a profiel that there is not\n");
    else std::printf("the first difference in the YAML: %s", first_difference(result.expected, result.got).c_str());
    std::printf("---- the text\n%s---- diagnostics\n%s----\n\n", result.text.c_str(), result.diagnostics.c_str());
    if (options.keep.empty()) return;
    const std::filesystem::path folder = std::filesystem::path(options.keep) / ((options.pdf ? "pdf-" : "text-") + std::to_string(seed));
    std::filesystem::create_directories(folder);
    write_file(folder / "layout.txt", describe(found.layout) + "\nsmallest: " + describe(small.layout) + "\n");
    write_file(folder / "whole.txt", first.text);
    write_file(folder / "bron.txt", result.text);
    if (!must_fail(small.draft)) write_file(folder / "want.yaml", result.expected);
    write_file(folder / "got.yaml", result.got);
    write_file(folder / "got.log", result.diagnostics);
}

bool left_out(const Case& c, const Options& options) {
    const std::set<std::string> has = features_of(c.draft, c.layout);
    const auto is = [&has](const std::string& name) { return has.count(name) > 0; };
    return std::any_of(options.without.begin(), options.without.end(), is) || !std::all_of(options.with.begin(), options.with.end(), is);
}

std::set<std::string> names_in(const std::string& list) {
    std::set<std::string> out;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        out.insert(list.substr(at, comma - at));
        at = comma + 1;
    }
    return out;
}

int run(const Options& options) {
    struct Tally {
        std::size_t cases = 0, of[5] = {}, silent = 0;
    };
    std::map<std::string, Tally> families;
    std::size_t wrong = 0, cases = 0;
    for (std::uint64_t seed = options.start; seed < options.start + options.count; ++seed) {
        const Case c = make_case(seed, options.pdf);
        if (left_out(c, options)) continue;
        const Result result = judge(c.draft, c.layout);
        if (options.text) {
            std::printf("%s\n----\n%s----\n%s----\n%s", describe(c.layout).c_str(), result.text.c_str(), result.expected.c_str(),
                        result.diagnostics.c_str());
            return 0;
        }
        Tally& tally = families[family_of(c.layout)];
        ++tally.cases;
        ++cases;
        ++tally.of[static_cast<std::size_t>(result.outcome)];
        if (result.outcome == Outcome::wrong && result.diagnostics.empty()) ++tally.silent;
        if (result.outcome == Outcome::wrong && wrong++ < options.most) show(seed, c, result, options);
    }
    bool too_many = false;
    std::printf("%-58s %6s %6s %8s %8s %9s %6s %7s\n", "layout", "cases", "equal", "refused", "doubted", "must fail", "wrong", "silent");
    for (const auto& [name, t] : families) {
        std::printf("%-58s %6zu %6zu %8zu %8zu %9zu %6zu %7zu\n", name.c_str(), t.cases, t.of[0], t.of[1], t.of[2], t.of[3], t.of[4],
                    t.silent);
        if (t.cases < kSmallestFamily || (t.of[1] + t.of[2]) * 100 <= kMostRefused * t.cases) continue;
        std::printf("  more than %zu%% of these were not read\n", kMostRefused);
        too_many = true;
    }
    std::printf("%zu of %zu cases went wrong\n", wrong, cases);
    return wrong > 0 || too_many ? 1 : 0;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int run_cases(const std::filesystem::path& folder) {
    std::set<std::filesystem::path> cases;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) cases.insert(entry.path());
    std::size_t wrong = 0;
    for (const std::filesystem::path& path : cases) {
        const Source source{"bron.txt", read_file(path / "bron.txt")};
        const std::string expected = read_file(path / "want.yaml");
        Diagnostics diagnostics;
        const auto read = published::import_text(source, diagnostics);
        const std::string got = read && !diagnostics.has_errors() ? yaml::write_yaml(normal(read->dossier)) : "";
        if (got == expected) continue;
        ++wrong;
        std::printf("%s: ", path.filename().string().c_str());
        if (expected.empty()) std::printf("expected an error\n");
        else std::printf("the first difference in the YAML: %s", first_difference(expected, got).c_str());
    }
    std::printf("%zu of %zu cases went wrong\n", wrong, cases.size());
    return wrong > 0 || cases.empty() ? 1 : 0;
}

int usage() {
    std::fprintf(
        stderr,
        "usage: roundtrip [--pdf] [--start N] [--count N] [--most N] [--keep FOLDER] [--with NAME,...] [--without NAME,...] [--text]\n"
        "       roundtrip --cases FOLDER\n");
    return 2;
}

}  // namespace
}  // namespace dossier::roundtrip

int main(int argc, char** argv) {
    using namespace dossier::roundtrip;
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        if (arg == "--pdf" || arg == "--text") {
            (arg == "--pdf" ? options.pdf : options.text) = true;
            continue;
        }
        if (i + 1 >= argc) return usage();
        const std::string value = argv[++i];
        if (arg == "--start") options.start = std::strtoull(value.c_str(), nullptr, 10);
        else if (arg == "--count") options.count = std::strtoull(value.c_str(), nullptr, 10);
        else if (arg == "--most") options.most = std::strtoull(value.c_str(), nullptr, 10);
        else if (arg == "--keep") options.keep = value;
        else if (arg == "--cases") return run_cases(value);
        else if (arg == "--with") options.with = names_in(value);
        else if (arg == "--without") options.without = names_in(value);
        else return usage();
    }
    return run(options);
}
