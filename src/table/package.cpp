/// The zip of a workbook and its parts. The only file of `table` that sees libzip.

#include "table/table.hpp"
#include "table/workbook.hpp"

#include <algorithm>
#include <zip.h>

namespace dossier::table {

Package::Package(const Source& file, std::vector<std::unique_ptr<Source>>& sources, Diagnostics& diagnostics)
    : file_(file), sources_(sources), diagnostics_(diagnostics) {
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* bytes = zip_source_buffer_create(file.text.data(), file.text.size(), 0, &problem);
    zip_t* archive = bytes ? zip_open_from_source(bytes, ZIP_RDONLY | ZIP_CHECKCONS, &problem) : nullptr;
    if (!archive) {
        if (bytes) zip_source_free(bytes);
        diagnostics.error("xlsx-damaged", {&file, 0, 0}, "found a workbook that cannot be opened: " + std::string(zip_error_strerror(&problem)),
                          {"open it in Excel and save it again as .xlsx"});
    }
    zip_error_fini(&problem);
    archive_ = archive;
}

Package::~Package() {
    if (archive_) zip_discard(static_cast<zip_t*>(archive_));
}

bool Package::has(const std::string& name) const { return zip_name_locate(static_cast<zip_t*>(archive_), name.c_str(), 0) >= 0; }

const xml::XmlDocument* Package::part(const std::string& name) {
    const auto [known, fresh] = parts_.try_emplace(name);
    std::optional<xml::XmlDocument>& document = known->second;
    if (!fresh) return document ? &*document : nullptr;
    const auto fail = [&](std::string code, std::string message) {
        diagnostics_.error(std::move(code), {&file_, 0, 0}, std::move(message), {"open it in Excel and save it again as .xlsx"});
        return nullptr;
    };
    zip_file_t* in = zip_fopen(static_cast<zip_t*>(archive_), name.c_str(), 0);
    if (!in) return fail("xlsx-damaged", "found a workbook without " + quoted(name) + ", or one that is locked");
    sources_.push_back(std::make_unique<Source>(Source{file_.name + ':' + name, "", true, {}}));
    std::string& text = sources_.back()->text;
    zip_int64_t read = 1;
    while (read > 0 && text.size() <= xml::kMostXmlBytes) {
        const std::size_t before = text.size();
        constexpr std::size_t kStep = std::size_t{1} << 16;
        text.resize(before + kStep);
        read = zip_fread(in, text.data() + before, kStep);
        text.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(read, 0)));
    }
    zip_fclose(in);
    if (read < 0) return fail("xlsx-damaged", "cannot read " + quoted(name) + " in the workbook");
    // Before anything is parsed: what a small file can unfold to has no bound.
    if (text.size() > xml::kMostXmlBytes) {
        text.clear();
        return fail("xlsx-limit", quoted(name) + " in the workbook is larger than " + std::to_string(xml::kMostXmlBytes >> 20) + " MiB");
    }
    document = xml::XmlDocument::load(*sources_.back(), diagnostics_, xml::XmlDocument::Blanks::kept);
    return document ? &*document : nullptr;
}

}  // namespace dossier::table
