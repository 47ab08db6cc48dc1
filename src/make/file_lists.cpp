#include "make/file_lists.hpp"

#include "base/ascii.hpp"
#include "view/view.hpp"

#include <algorithm>

namespace dossier::make {
namespace {

using plan::Job;
using view::List;
using view::Object;
using view::Value;

/// "12 kB", as people read sizes in Dutch; at least 1 kB.
std::string size_text(std::size_t bytes) {
    if (bytes < 1000 * 1000) return std::to_string(std::max<std::size_t>(1, (bytes + 500) / 1000)) + " kB";
    return tenths_text(static_cast<long long>((bytes + 50'000) / 100'000)) + " MB";
}

std::string capitals(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), to_upper);
    return word;
}

/// The profiel a file is about, "" for none.
std::string profielcode_of(const Job& job, const model::Dossier& dossier) {
    const model::Profiel* profiel = profiel_of(job, dossier);
    return profiel ? profiel->code.value : "";
}

/// What a page says of one file. `from` is the folder of the page, as it begins the paths of files in it.
Value file_row(const Job& job, const model::Dossier& dossier, std::size_t bytes, const std::string& from) {
    const std::size_t dot = job.path.rfind('.');
    const std::string format = dot == std::string::npos ? job.document->formaat.value : job.path.substr(dot + 1);
    return Value(Object{{"onderdeel", Value(part_of(job, dossier))},
                        {"bij", Value(profielcode_of(job, dossier))},
                        {"href", Value(job.path.starts_with(from) ? job.path.substr(from.size()) : job.path)},
                        {"formaat", Value(capitals(format))},
                        {"grootte", Value(size_text(bytes))}});
}

/// The files of one document of the manifest together. `enkel` when there is one for the whole profiel or dossier.
void add_file(List& documents, const Job& job, const model::Dossier& dossier, std::size_t bytes, const std::string& from) {
    const auto is_this = [&](const Value& v) { return *v.find("id")->text() == job.document->id.value; };
    auto found = std::find_if(documents.begin(), documents.end(), is_this);
    if (found == documents.end()) {
        documents.push_back(Value(Object{{"id", Value(job.document->id.value)},
                                         {"titel", Value(job.document->titel.value)},
                                         {"doel", Value(job.document->doel.value)},
                                         {"enkel", Value(!job.kerntaak)},
                                         {"bij", Value(profielcode_of(job, dossier))},
                                         {"aantal", Value("")},
                                         {"bestanden", Value(List{})}}));
        found = documents.end() - 1;
    }
    Value files = *found->find("bestanden");
    files.add(file_row(job, dossier, bytes, from));
    const std::size_t count = files.list()->size();
    found->set("aantal", Value(std::to_string(count) + (count == 1 ? " bestand" : " bestanden")));
    found->set("bestanden", std::move(files));
}

}  // namespace

std::string part_of(const Job& job, const model::Dossier& dossier) {
    const model::Kerntaak* k = kerntaak_of(job, dossier);
    if (k == nullptr) return "";
    const model::Werkproces* w = werkproces_of(job, dossier);
    return w ? w->code.value + ' ' + w->titel.value : k->code.value + ' ' + k->titel.value;
}

std::optional<std::size_t> Made::size(const std::string& path) const {
    const auto now = std::find_if(files.begin(), files.end(), [&](const OutputFile& f) { return f.path == path; });
    if (now != files.end()) return now->size();
    const auto old = std::find_if(existing.begin(), existing.end(), [&](const FileSize& e) { return e.path == path; });
    if (old == existing.end() || std::find(dropped.begin(), dropped.end(), path) != dropped.end()) return std::nullopt;
    return old->bytes;
}

List files_of_profiel(const std::vector<Job>& all, std::size_t profiel, const model::Dossier& dossier, const Made& made) {
    List out;
    const std::string from = view::folder(dossier.profielen[profiel]) + '/';
    for (const Job& job : all)
        if (job.profiel == profiel && job.kind != plan::Kind::page)
            if (const auto bytes = made.size(job.path)) add_file(out, job, dossier, *bytes, from);
    return out;
}

void add_all_files(Value& whole, const std::vector<Job>& all, const model::Dossier& dossier, const Made& made) {
    std::vector<List> rows(dossier.profielen.size());
    List general;
    for (const Job& job : all) {
        if (!job.profiel && job.kind != plan::Kind::exchange) continue;
        if (const auto bytes = made.size(job.path)) add_file(job.profiel ? rows[*job.profiel] : general, job, dossier, *bytes, "");
    }
    List profielen;
    const List* known = whole.find("profielen")->list();
    for (std::size_t p = 0; p < rows.size(); ++p) {
        Value profiel = (*known)[p];
        profiel.set("documenten", Value(std::move(rows[p])));
        profielen.push_back(std::move(profiel));
    }
    whole.set("profielen", Value(std::move(profielen)));
    whole.set("documenten", Value(std::move(general)));
    whole.set("app", Value(made.size(kAppPage) ? kAppPage : ""));
}

}  // namespace dossier::make
