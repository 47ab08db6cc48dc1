#include "form.hpp"

#include "../common/raw_pdf.hpp"
#include "../common/sample.hpp"
#include "make/make.hpp"

#include <doctest/doctest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>

namespace dossier::test {
namespace {

struct Destroy {
    void operator()(Pix* p) const { pixDestroy(&p); }
};
using Picture = std::unique_ptr<Pix, Destroy>;

Picture as_pix(const scans::Gray& gray) {
    Picture out(pixCreate(gray.width, gray.height, 8));
    for (int y = 0; y < gray.height; ++y)
        for (int x = 0; x < gray.width; ++x) pixSetPixel(out.get(), x, y, gray.row(y)[x]);
    return out;
}

Picture page_as_pix(std::size_t page) {
    const auto pictures = scans::open_pictures(form().pdf);
    REQUIRE(pictures);
    scans::Condition condition{};
    const auto gray = pictures->page(page, condition);
    REQUIRE(gray);
    return as_pix(*gray);
}

std::string bytes_of(Pix* pix, int format) {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    REQUIRE(pixWriteMem(&data, &size, pix, format) == 0);
    std::string out(reinterpret_cast<const char*>(data), size);
    lept_free(data);
    return out;
}

Form make_form() {
    const model::Dossier dossier = dossier_yaml();
    make::Maker maker;
    Diagnostics diagnostics;
    REQUIRE(maker.prepare({}, diagnostics));
    std::vector<plan::Job> jobs = plan::jobs_of(maker.manifest(), dossier, diagnostics);
    std::erase_if(jobs, [&](const plan::Job& job) {
        return !plan::selected(job, dossier, {{"P1"}, {"pdf"}, "beoordelingsformulier", "B1-K1"});
    });
    REQUIRE(jobs.size() == 1);
    Form out;
    const auto pdf =
        maker.make(jobs.front(), dossier, maker.values_of(dossier, jobs, {"", "dossier test"}), {"", "dossier test"}, {}, "", diagnostics);
    REQUIRE_MESSAGE(pdf, report(diagnostics));
    out.pdf = pdf->bytes;
    scans::add_to(out.atlas, maker.form_maps(dossier, diagnostics));
    out.pages = scans::open_pictures(out.pdf)->count();
    return out;
}

}  // namespace

const Form& form() {
    static const Form kForm = make_form();
    return kForm;
}

std::string picture(std::size_t page, Kind kind, double scale) {
    Picture pix = page_as_pix(page);
    if (scale != 1) pix.reset(pixScale(pix.get(), static_cast<float>(scale), static_cast<float>(scale)));
    switch (kind) {
        case Kind::png: return bytes_of(pix.get(), IFF_PNG);
        case Kind::jpeg: return bytes_of(pix.get(), IFF_JFIF_JPEG);
        case Kind::tiff: return bytes_of(pix.get(), IFF_TIFF_LZW);
        case Kind::tiff_fax: pix.reset(pixThresholdToBinary(pix.get(), 150)); return bytes_of(pix.get(), IFF_TIFF_G4);
    }
    return {};
}

std::string marked_page(std::size_t page, const layout::PageMap& map, const layout::MapChoice& cross, const layout::MapChoice& dot) {
    const Picture pix = page_as_pix(page);
    const double scale = pixGetHeight(pix.get()) / static_cast<double>(map.height);
    const auto line = [&](const layout::MapChoice& at, double x0, double y0, double x1, double y1) {
        const double x = static_cast<double>(at.x) * scale, y = static_cast<double>(map.height - at.y) * scale;
        const auto whole = [](double v) { return static_cast<l_int32>(v + 0.5); };
        pixRenderLine(pix.get(), whole(x + x0 * scale), whole(y + y0 * scale), whole(x + x1 * scale), whole(y + y1 * scale), 4,
                      L_CLEAR_PIXELS);
    };
    line(cross, -4, -4, 4, 4);
    line(cross, -4, 4, 4, -4);
    line(dot, -0.5, 0, 0.5, 0);
    return bytes_of(pix.get(), IFF_PNG);
}

std::string pages_as_tiff(std::size_t pages) {
    Pixa* all = pixaCreate(0);
    for (std::size_t i = 0; i < pages; ++i) pixaAddPix(all, page_as_pix(i).release(), L_INSERT);
    l_uint8* data = nullptr;
    std::size_t size = 0;
    const int error = pixaWriteMemMultipageTiff(&data, &size, all);
    pixaDestroy(&all);
    REQUIRE(error == 0);
    std::string out(reinterpret_cast<const char*>(data), size);
    lept_free(data);
    return out;
}

std::string flat_png(int width, int height, int bits) {
    const Picture pix(pixCreate(width, height, bits));
    REQUIRE(pix);
    pixSetAll(pix.get());
    return bytes_of(pix.get(), IFF_PNG);
}

std::string blank_pdf(std::size_t pages) {
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", ""};
    std::string kids;
    for (std::size_t i = 0; i < pages; ++i) {
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] = "<</Type/Pages/Count " + std::to_string(pages) + "/Kids[" + kids + "]>>";
    return raw_pdf(objects);
}

}  // namespace dossier::test
