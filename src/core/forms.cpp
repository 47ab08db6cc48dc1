#include "core/forms.hpp"

#include "pdf/pdf.hpp"
#include "plan/plan.hpp"
#include "table/csv_record.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dossier::core {
namespace {

using klassenlijst::Kandidaat;
using klassenlijst::Veld;

constexpr std::size_t kMostBundlePages = 2000;
static_assert(kMarkBytes == pdf::kMarkWithin);

/// A job whose form is laid out, when anyone needs it.
struct Prepared {
    plan::Job job;
    std::size_t document = 0;
    std::string onderdeel;
    std::optional<make::CandidateForm> form;
};

/// The columns of overzicht.csv, in order.
const std::vector<std::string> kColumns{"studentnummer", "naam",   "groep",   "profiel",  "document",
                                        "onderdeel",     "poging", "bestand", "opmerking"};
enum Column : std::size_t { kNumber, kName, kGroup, kProfiel, kDocument, kPart, kAttempt, kFile, kRemark };
constexpr const char* kGone = "niet meer op de klassenlijst";

std::string file_name(const Kandidaat& k, const yaml::Document& document, const std::string& onderdeel) {
    std::string out = k[Veld::studentnummer] + '-' + slug(document.id.value);
    if (!onderdeel.empty()) out += '-' + slug(onderdeel);
    if (!k[Veld::poging].empty()) out += "-poging-" + k[Veld::poging];
    return out + ".pdf";
}

}  // namespace

struct Forms::Impl {
    const make::Maker& maker;
    const model::Dossier& dossier;
    const klassenlijst::Klassenlijst& list;
    FormsWanted wanted;
    std::vector<Prepared> prepared;
    std::vector<FormFile> files;

    // ---- what is asked for ----

    [[nodiscard]] bool asks_for(const plan::Job& job) const {
        if (job.kind != plan::Kind::form || !job.profiel) return false;
        const auto& ids = wanted.documenten;
        if (ids.empty() ? job.per != plan::Per::kerntaak : std::find(ids.begin(), ids.end(), job.document->id.value) == ids.end())
            return false;
        const model::Kerntaak* kerntaak = plan::kerntaak_of(job, dossier);
        return !kerntaak || wanted.kerntaken.empty() ||
               std::find(wanted.kerntaken.begin(), wanted.kerntaken.end(), kerntaak->code.value) != wanted.kerntaken.end();
    }

    [[nodiscard]] bool asks_for(const Kandidaat& k, std::size_t index) const {
        const auto& codes = wanted.profielen;
        return index % wanted.shards == wanted.shard - 1 &&
               (codes.empty() || std::find(codes.begin(), codes.end(), dossier.profielen[k.profiel].code.value) != codes.end());
    }

    bool check_words(Diagnostics& diagnostics) const {
        const std::size_t before = diagnostics.errors();
        std::vector<std::string> documents, kerntaken;
        for (const yaml::Document& d : maker.manifest().documenten)
            if (plan::kind_of(d.formaat.value) == plan::Kind::form && plan::per_of(d.per.value) != plan::Per::dossier)
                documents.push_back(d.id.value);
        for (const model::Kerntaak* k : model::kerntaken_of(dossier)) kerntaken.push_back(k->code.value);
        const auto check = [&](const std::vector<std::string>& asked, const std::vector<std::string>& known, Pattern<0> what) {
            for (const std::string& word : asked)
                if (std::find(known.begin(), known.end(), word) == known.end())
                    diagnostics.error("command-line", {}, say("there is no {} {}", what, quoted(word)), plan::did_you_mean(word, known));
        };
        check(wanted.documenten, documents, say("form"));
        check(wanted.kerntaken, kerntaken, say("kerntaak"));
        return diagnostics.errors() == before;
    }

    // ---- planning ----

    bool prepare(const view::Build& facts, Diagnostics& diagnostics) {
        std::set<std::size_t> needed;
        for (std::size_t i = 0; i < list.kandidaten.size(); ++i)
            if (asks_for(list.kandidaten[i], i)) needed.insert(list.kandidaten[i].profiel);
        std::vector<plan::Job> jobs = plan::jobs_of(maker.manifest(), dossier, diagnostics);
        if (diagnostics.has_errors()) return false;
        std::erase_if(jobs, [&](const plan::Job& job) { return !asks_for(job) || !needed.contains(*job.profiel); });
        const make::Values values = maker.values_of(dossier, jobs, facts);
        bool good = true;
        for (const plan::Job& job : jobs) {
            const model::Kerntaak* k = plan::kerntaak_of(job, dossier);
            const model::Werkproces* w = plan::werkproces_of(job, dossier);
            auto form = maker.candidate_form(job, values, facts, diagnostics);
            good = good && form;
            prepared.push_back({job, static_cast<std::size_t>(job.document - maker.manifest().documenten.data()),
                                w   ? w->code.value
                                : k ? k->code.value
                                    : "",
                                std::move(form)});
        }
        return good;
    }

    void plan_files() {
        for (std::size_t i = 0; i < list.kandidaten.size(); ++i) {
            const Kandidaat& k = list.kandidaten[i];
            if (!asks_for(k, i)) continue;
            for (std::size_t f = 0; f < prepared.size(); ++f) {
                const Prepared& p = prepared[f];
                if (*p.job.profiel != k.profiel) continue;
                files.push_back({file_name(k, *p.job.document, p.onderdeel), p.form->mark(k), {i}, {f}, p.document, p.onderdeel, false});
            }
        }
    }

    /// Of a candidate, or of a group in the order of the list.
    bool plan_bundles(Diagnostics& diagnostics) {
        std::map<std::string, FormFile> bundles;
        std::vector<std::string> order;
        const std::size_t singles = files.size();
        for (std::size_t i = 0; i < singles; ++i) {
            const Kandidaat& k = list.kandidaten[files[i].kandidaten.front()];
            const bool group = wanted.bundle == BundleBy::groep;
            std::string name = group ? (k[Veld::groep].empty() ? "zonder-groep" : "groep-" + slug(k[Veld::groep])) : k[Veld::studentnummer];
            if (!group && !k[Veld::poging].empty()) name += "-poging-" + k[Veld::poging];
            if (wanted.shards > 1 && group) name += "-deel-" + std::to_string(wanted.shard) + "-van-" + std::to_string(wanted.shards);
            auto [at, fresh] = bundles.try_emplace("bundels/" + name + ".pdf");
            if (fresh) order.push_back(at->first);
            FormFile& bundle = at->second;
            bundle.path = at->first;
            bundle.bundle = true;
            bundle.mark += files[i].mark;
            bundle.kandidaten.push_back(files[i].kandidaten.front());
            bundle.forms.push_back(files[i].forms.front());
        }
        for (const std::string& path : order) {
            FormFile& bundle = bundles[path];
            bundle.mark = pdf::checksum(bundle.mark);
            std::size_t pages = 0;
            for (const std::size_t f : bundle.forms) pages += prepared[f].form->pages();
            if (pages > kMostBundlePages)
                diagnostics.error("bundle-too-large", {}, say("a bundle would have {} pages, expected at most {}", pages, kMostBundlePages),
                                  {say("bundle per kandidaat, or give the list smaller groups")});
            files.push_back(std::move(bundle));
        }
        return !diagnostics.has_errors();
    }

    /// File systems of Windows and macOS know no difference of case.
    bool check_names(Diagnostics& diagnostics) const {
        std::map<std::string, const FormFile*> taken;
        for (const FormFile& f : files) {
            const auto [other, fresh] = taken.try_emplace(lower(f.path), &f);
            if (!fresh)
                diagnostics.error(
                    "file-twice", list.kandidaten[f.kandidaten.front()].location,
                    say("the files of this row and of row {} would have one name", list.kandidaten[other->second->kandidaten.front()].row),
                    {say("give the candidates other numbers, or the documents of the manifest other ids")});
        }
        return !diagnostics.has_errors();
    }

    [[nodiscard]] std::vector<std::string> record(const FormFile& f) const {
        const Kandidaat& k = list.kandidaten[f.kandidaten.front()];
        const bool many = f.bundle && wanted.bundle == BundleBy::groep;
        const model::Profiel& p = dossier.profielen[k.profiel];
        return {many ? "" : k[Veld::studentnummer],
                many ? "" : k[Veld::naam],
                k[Veld::groep],
                many ? "" : p.code.value,
                f.bundle ? "bundel" : maker.manifest().documenten[f.document].id.value,
                f.onderdeel,
                many ? "" : k[Veld::poging],
                f.path,
                ""};
    }
};

Forms::Forms(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Forms::Forms(Forms&&) noexcept = default;
Forms& Forms::operator=(Forms&&) noexcept = default;
Forms::~Forms() = default;

BundleBy bundle_by(std::string_view word) {
    return word == "groep" ? BundleBy::groep : word == "kandidaat" ? BundleBy::kandidaat : BundleBy::none;
}

std::optional<Forms> Forms::plan(const make::Maker& maker, const model::Dossier& dossier, const klassenlijst::Klassenlijst& list,
                                 const FormsWanted& wanted, const view::Build& facts, Diagnostics& diagnostics) {
    auto impl = std::make_unique<Impl>(Impl{maker, dossier, list, wanted, {}, {}});
    Diagnostics found;
    bool good = impl->check_words(found) && impl->prepare(facts, found);
    if (good) {
        impl->plan_files();
        good = (wanted.bundle == BundleBy::none || impl->plan_bundles(found)) && impl->check_names(found);
    }
    diagnostics.append(std::move(found));
    if (!good) return std::nullopt;
    return Forms(std::move(impl));
}

const std::vector<FormFile>& Forms::files() const { return impl_->files; }

std::string Forms::make(const FormFile& file) const {
    const auto& kandidaten = impl_->list.kandidaten;
    if (!file.bundle) return impl_->prepared[file.forms.front()].form->write(kandidaten[file.kandidaten.front()], file.mark);
    const Kandidaat& first = kandidaten[file.kandidaten.front()];
    make::Bundle bundle(impl_->wanted.bundle == BundleBy::groep
                            ? "Formulieren van " + (first[Veld::groep].empty() ? "kandidaten zonder groep" : "groep " + first[Veld::groep])
                            : "Formulieren van " + first[Veld::naam]);
    for (std::size_t i = 0; i < file.forms.size(); ++i) bundle.add(*impl_->prepared[file.forms[i]].form, kandidaten[file.kandidaten[i]]);
    return bundle.write(file.mark);
}

std::string Forms::overview(std::string_view earlier, const std::function<bool(const std::string&)>& there, std::size_t& left) const {
    const Impl& m = *impl_;
    left = 0;
    std::set<std::string> planned, numbers;
    std::vector<std::vector<std::string>> records;
    for (const FormFile& f : m.files) {
        planned.insert(f.path);
        records.push_back(m.record(f));
    }
    for (const Kandidaat& k : m.list.kandidaten) numbers.insert(k[Veld::studentnummer]);
    // It may have been changed in Excel, or be no overzicht at all: then it says nothing.
    Diagnostics unread;
    const Source old{"overzicht.csv", std::string(earlier), true, {}};
    for (const table::Row& row : table::read_csv(old, table::Encoding::recognised, unread).rows) {
        if (row.cells.size() <= kFile) continue;
        std::vector<std::string> record(kColumns.size());
        for (std::size_t i = 0; i < std::min(record.size(), row.cells.size()); ++i) record[i] = row.cells[i].text;
        if (record[kFile] == kColumns[kFile] || planned.contains(record[kFile]) || !there(record[kFile])) continue;
        const bool gone = !record[kNumber].empty() && !numbers.contains(record[kNumber]);
        record[kRemark] = gone ? kGone : "";
        left += gone ? 1U : 0U;
        records.push_back(std::move(record));
    }
    std::string out(table::kCsvBegin);
    out += table::csv_record(kColumns, ';');
    for (const auto& record : records) out += table::csv_record(record, ';');
    return out;
}

std::optional<Present> judge_present(std::string_view bytes, bool whole, const FormFile& planned) {
    const std::string_view mark = pdf::mark_of(bytes);
    if (mark == planned.mark) return Present::same;
    if (mark.empty()) return Present::keep;
    if (!whole) return std::nullopt;
    return pdf::untouched(bytes) ? Present::replace : Present::keep;
}

}  // namespace dossier::core
