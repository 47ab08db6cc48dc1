/// A pile of paper as a school scans it: scan_pile DOSSIER.yaml FORMS OUT, where FORMS has what `dossier forms` made for six candidates
/// and one kerntaak. Fills in each form with a pen, scans it, and writes OUT/scans with the files that a scanner makes of such piles, and
/// OUT/truth.json: which page of a form is which page of a file, and what stands on it. See pile_test.py. Same input, same output, but
/// for the time in a PDF.

#include "generator.hpp"

#include "core/input.hpp"
#include "layout/page_code.hpp"
#include "make/make.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

namespace {

namespace fs = std::filesystem;
using namespace scan_generator;
using Json = nlohmann::json;

constexpr std::size_t kCandidates = 6;
constexpr std::uint64_t kSeed = 2026;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}
void write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (bytes.empty() || !out) throw std::runtime_error("cannot write " + path.string());
}

/// A page of paper, and what became of it.
struct Sheet {
    std::size_t candidate = 0, page = 0;  ///< both from 0
    bool upside_down = false, no_code = false, again = false;
    Filling truth;
    Raster scan;
};

/// The pages of the form with the kenmerk that `form` begins with, in turn.
std::vector<PageMap> maps_of(const std::string& yaml, const std::string& document) {
    const dossier::Source source{"dossier.yaml", yaml, false, {}};
    dossier::Diagnostics diagnostics;
    dossier::make::Maker maker;
    const auto dossier = dossier::core::read_dossier(source, diagnostics);
    if (!dossier || !maker.prepare({}, diagnostics)) throw std::runtime_error("cannot read the dossier");
    std::vector<PageMap> out = maker.form_maps(*dossier, diagnostics);
    std::erase_if(out, [&](const PageMap& map) {
        const auto code = dossier::layout::parse_page_code(map.code);
        return !code || code->document() != document;
    });
    if (out.size() < 4) throw std::runtime_error("too few pages of " + document);
    return out;
}

/// Mostly one mark to a question; on the second page of the first four candidates everything that people do besides.
FillOptions options_of(const Sheet& sheet) {
    FillOptions out;
    const bool odd = sheet.candidate < 4 && sheet.page == 1;
    out.hows = {90, 0, 0, 0, 0, 0, 0, 10};
    if (odd) out.hows = {30, 15, 20, 15, 20, 0, 0, 0};
    out.kinds = {50, 10, 10, 0, 10, 0, 0, 10, 10, 0, 0, 0};
    out.pens = {70, 30, 0, 0};
    out.overflow = 0;
    // What the class list does not say is written by hand by all but the last.
    out.write = sheet.candidate + 1 == kCandidates ? 0 : 0.7;
    return out;
}

void blot(Raster& page, const Rect& place) {
    const Point a = page.pixel({place.x0 - 2, place.y1 + 2}), b = page.pixel({place.x1 + 2, place.y0 - 2});
    for (int y = std::max(0, static_cast<int>(a.y)); y < std::min(page.height, static_cast<int>(b.y)); ++y)
        std::fill_n(page.row(y) + static_cast<int>(a.x), static_cast<int>(b.x - a.x), std::uint8_t{70});
}

void turn_over(Raster& picture) { std::reverse(picture.gray.begin(), picture.gray.end()); }

void scan(Sheet& sheet, const std::string& pdf, const PageMap& map) {
    constexpr double kPrintDpi = 300;
    const std::uint64_t seed = kSeed + 100 * sheet.candidate + sheet.page;
    Raster page = rasterise(pdf, static_cast<int>(sheet.page), kPrintDpi);
    print_out(page, printer_for(seed), seed + 1);
    sheet.truth = fill(page, map, options_of(sheet), seed + 2);
    if (sheet.no_code) blot(page, map.code_place);
    // The same paper, put on the glass once more.
    const std::uint64_t own = seed + (sheet.again ? 7000 : 3000);
    Wear wear = wear_for(Preset::office_200_grey, own);
    wear.glass_line = 0;  // through a column of rings it makes all of them unsure, and rightly so
    sheet.scan = degrade(page, wear, own).picture;
    if (sheet.upside_down) turn_over(sheet.scan);
}

void scan_all(std::vector<Sheet>& sheets, const std::vector<std::string>& pdfs, const std::vector<PageMap>& maps) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < sheets.size(); i = next++) scan(sheets[i], pdfs[sheets[i].candidate], maps[sheets[i].page]);
    };
    std::vector<std::jthread> others;
    for (unsigned n = 1; n < std::max(1U, std::thread::hardware_concurrency()); ++n) others.emplace_back(work);
    work();
}

/// The files of the scanner, and where in them each page is.
class Files {
public:
    explicit Files(fs::path folder) : folder_(std::move(folder)) { fs::create_directories(folder_); }

    void pdf(const std::string& name, const std::vector<const Sheet*>& sheets) {
        write_file(folder_ / name, encode_pdf(pictures(name, sheets), PdfPicture::dct));
    }
    void tiff(const std::string& name, const std::vector<const Sheet*>& sheets) {
        write_file(folder_ / name, encode_tiff(pictures(name, sheets)));
    }
    void jpeg(const std::string& name, const Sheet* sheet) { write_file(folder_ / name, encode_jpeg(pictures(name, {sheet}).front(), 85)); }
    [[nodiscard]] Json take() { return std::move(pages_); }

private:
    fs::path folder_;
    Json pages_ = Json::array();

    /// nullptr: the empty back of a page.
    std::vector<Raster> pictures(const std::string& name, const std::vector<const Sheet*>& sheets) {
        std::vector<Raster> out;
        for (const Sheet* s : sheets) {
            if (s) out.push_back(s->scan);
            else out.push_back(degrade(Raster(2480, 3508, 300, 255), wear_for(Preset::office_200_grey, kSeed), kSeed).picture);
            if (s) pages_.push_back(told(name, out.size(), *s));
        }
        return out;
    }

    static Json told(const std::string& file, std::size_t number, const Sheet& s) {
        static constexpr std::array<const char*, 3> kVerdicts{"exact", "person", "either"};
        Json out{{"file", file},          {"number", number},        {"candidate", s.candidate},
                 {"page", s.page + 1},    {"no_code", s.no_code},    {"again", s.again},
                 {"width", s.scan.width}, {"height", s.scan.height}, {"upside_down", s.upside_down}};
        out["fields"] = Json::array();
        for (const Expected& e : s.truth.groups)
            out["fields"].push_back({{"field", e.field},
                                     {"value", e.value},
                                     {"how", name(e.how)},
                                     {"verdict", kVerdicts[static_cast<std::size_t>(e.verdict)]}});
        out["written"] = Json::array();
        for (const Written& w : s.truth.texts) out["written"].push_back(w.field);
        return out;
    }
};

/// The first three candidates each in a file or files of their own; the others in one pile, and not all of it right.
Json put_in_files(const std::vector<Sheet>& sheets, std::size_t pages, const fs::path& folder) {
    const auto at = [&](std::size_t candidate, std::size_t page) { return &sheets[candidate * pages + page]; };
    const auto whole = [&](std::size_t candidate) {
        std::vector<const Sheet*> out;
        for (std::size_t p = 0; p < pages; ++p) out.push_back(at(candidate, p));
        return out;
    };
    Files files(folder);
    files.pdf("een.pdf", whole(0));
    files.tiff("twee.tiff", whole(1));
    for (std::size_t p = 0; p < pages; ++p) files.jpeg("drie-" + std::to_string(p + 1) + ".jpg", at(2, p));
    std::vector<const Sheet*> pile;
    for (std::size_t p = 0; p < pages; ++p)
        for (std::size_t c = kCandidates; c-- > 3;)
            if (c != 4 || p != 1) pile.push_back(at(c, p));  // the second page of the fifth stayed on the printer
    pile.insert(pile.begin() + 3, nullptr);
    pile.insert(pile.begin() + 7, &sheets.back());
    files.tiff("stapel.tiff", pile);
    return files.take();
}

std::vector<Sheet> all_sheets(std::size_t pages) {
    std::vector<Sheet> out;
    for (std::size_t c = 0; c < kCandidates; ++c)
        for (std::size_t p = 0; p < pages; ++p) out.push_back({c, p, c == 5 && p == 1, c == 3 && p == 2, false, {}, {}});
    out.push_back({5, 2, false, false, true, {}, {}});
    return out;
}

void run(const std::string& yaml, const fs::path& forms, const fs::path& out) {
    std::vector<fs::path> names;
    for (const auto& entry : fs::directory_iterator(forms))
        if (entry.path().extension() == ".pdf") names.push_back(entry.path());
    std::sort(names.begin(), names.end());
    if (names.size() != kCandidates) throw std::runtime_error("not the forms of six candidates: " + std::to_string(names.size()));
    std::vector<std::string> pdfs;
    for (const fs::path& name : names) pdfs.push_back(read_file(name));
    const std::vector<PageMap> maps = maps_of(read_file(yaml), "P3-BEOORDELINGSFORMULIER-P3-K1");
    std::vector<Sheet> sheets = all_sheets(maps.size());
    scan_all(sheets, pdfs, maps);
    const Json truth{{"pages_of_a_form", maps.size()}, {"pages", put_in_files(sheets, maps.size(), out / "scans")}};
    write_file(out / "truth.json", truth.dump(1) + '\n');
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 4) throw std::runtime_error("usage: scan_pile DOSSIER.yaml FORMS OUT");
        run(argv[1], argv[2], argv[3]);
        return 0;
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
