#include "table/table.hpp"
#include "table/workbook.hpp"

namespace dossier::table {

Package::Package(const Source& file, std::vector<std::unique_ptr<Source>>& sources, Diagnostics& diagnostics)
    : file_(file), sources_(sources), diagnostics_(diagnostics), archive_(file.text, problem_) {
    if (!archive_.good()) fail("xlsx-damaged", say("found a workbook that cannot be opened: {}", problem_));
}

void Package::fail(std::string code, Message message) {
    diagnostics_.error(std::move(code), {&file_, 0, 0}, std::move(message), {say("open it in Excel and save it again as .xlsx")});
}

const xml::XmlDocument* Package::part(const std::string& name) {
    const auto [known, fresh] = parts_.try_emplace(name);
    std::optional<xml::XmlDocument>& document = known->second;
    if (!fresh) return document ? &*document : nullptr;
    archive::Reader::Problem problem{};
    auto text = archive_.read(name, xml::kMostXmlBytes, problem);
    switch (problem) {
        case archive::Reader::Problem::none: break;
        case archive::Reader::Problem::missing: fail("xlsx-damaged", say("found a workbook without {}", quoted(name))); break;
        case archive::Reader::Problem::damaged:
            fail("xlsx-damaged", say("cannot read {} in the workbook: it is damaged or locked", quoted(name)));
            break;
        case archive::Reader::Problem::too_large:
            fail("xlsx-limit", say("{} in the workbook is larger than {} MiB", quoted(name), xml::kMostXmlBytes >> 20));
            break;
    }
    if (!text) return nullptr;
    sources_.push_back(std::make_unique<Source>(Source{file_.name + ':' + name, std::move(*text), true, {}}));
    document = xml::XmlDocument::load(*sources_.back(), diagnostics_, xml::XmlDocument::Blanks::kept);
    return document ? &*document : nullptr;
}

}  // namespace dossier::table
