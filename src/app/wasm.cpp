/// The door between the page and JavaScript: bytes in the memory of the module, one visit at a time. src/app/page/program.js is the other
/// side.

#include "acroform/acroform.hpp"
#include "app/app.hpp"
#include "pdftext/here.hpp"
#include "scans/reading.hpp"

#include <cstddef>
#include <emscripten.h>
#include <memory>

namespace {

using namespace dossier;

/// The browser keeps a page in a sandbox of its own and bounds its memory; the form is read in this one.
class FormReader : public core::FormReader {
public:
    filled::FilledPdf read(const Source& pdf, Diagnostics& /*diagnostics*/) override { return acroform::read_form(pdf.text); }
};

class ScanReader : public app::ScanReader {
public:
    std::size_t open(std::string bytes) override {
        if (!reading_) scans::prepare_pictures();
        reading_.reset();
        bytes_ = std::move(bytes);
        reading_ = std::make_unique<scans::Reading>(bytes_);
        return reading_->count();
    }
    scans::Page read(std::size_t index, const scans::Atlas& atlas, const scans::Wanted& wanted) override {
        return reading_ ? reading_->page(index, atlas, wanted) : scans::Page();
    }

private:
    std::string bytes_;
    std::unique_ptr<scans::Reading> reading_;
};

struct Door {
    FormReader forms;
    pdftext::Here text;
    ScanReader scans;
    app::Page page{{&text, &forms, &scans}};
    std::vector<File> in;
    app::Answer answer;
};

Door& door() {
    static Door the_door;
    return the_door;
}

}  // namespace

extern "C" {

/// A file for the next request. Copies both.
EMSCRIPTEN_KEEPALIVE void dossier_give(const char* name, const char* bytes, std::size_t size) {
    door().in.push_back({name, std::string(bytes, size)});
}
/// The JSON of the answer, until the next request.
EMSCRIPTEN_KEEPALIVE const char* dossier_ask(const char* request) {
    Door& d = door();
    d.answer = {};
    std::vector<File> in = std::move(d.in);
    d.in.clear();
    d.answer = d.page.ask(request, std::move(in));
    return d.answer.json.c_str();
}
EMSCRIPTEN_KEEPALIVE std::size_t dossier_files() { return door().answer.files.size(); }
EMSCRIPTEN_KEEPALIVE const char* dossier_name(std::size_t i) { return door().answer.files[i].path.c_str(); }
EMSCRIPTEN_KEEPALIVE const char* dossier_bytes(std::size_t i) { return door().answer.files[i].bytes.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t dossier_size(std::size_t i) { return door().answer.files[i].bytes.size(); }
}
