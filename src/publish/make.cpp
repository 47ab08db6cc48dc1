#include "layout/layout.hpp"
#include "markup/markup.hpp"
#include "pdf/pdf.hpp"
#include "publish/characters.hpp"
#include "publish/exchange_formats.hpp"
#include "publish/huisstijl.hpp"
#include "publish/plan.hpp"
#include "publish/publish.hpp"
#include "publish/templates.hpp"
#include "render/render.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace dossier::publish {
namespace {

using view::List;
using view::Object;
using view::Value;

/// Fonts for layout and for the PDF file; made once, when the first PDF is asked for.
struct PdfTools {
    layout::Fonts fonts;
    pdf::PdfFonts pdf_fonts{fonts};

    PdfTools() = default;
    explicit PdfTools(const layout::Typeface& own) : fonts(own) {}
};

/// The values of a dossier: those of the whole, and of each kwalificatie.
struct Values {
    Value whole;
    std::vector<Value> kwalificaties;  ///< one per profiel; unset where the selection needs none
};

struct Result {
    std::string bytes;
    bool made = false;
    Diagnostics diagnostics;
};

/// Calls `work(i)` for every i below `count` on up to `jobs` threads. The first exception is thrown again.
template <class Work> void in_parallel(std::size_t count, unsigned jobs, Work work) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr problem;
    std::mutex guard;
    const auto run = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            const std::lock_guard lock(guard);
            problem = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t helpers = std::min<std::size_t>(jobs, count);
        for (std::size_t i = 1; i < helpers; ++i) threads.emplace_back(run);
        run();
    }
    if (problem) std::rethrow_exception(problem);
}

/// "12 kB", as people read sizes in Dutch; at least 1 kB.
std::string size_text(std::size_t bytes) {
    if (bytes < 1000 * 1000) return std::to_string(std::max<std::size_t>(1, (bytes + 500) / 1000)) + " kB";
    const std::size_t tenths = (bytes + 50'000) / 100'000;
    return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10) + " MB";
}

std::string capitals(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return word;
}

/// Which kerntaak or werkproces the file is about, "" for neither.
std::string part_of(const Job& job, const model::Dossier& dossier) {
    if (job.kerntaak < 0) return "";
    const auto kerntaken = kerntaken_of(dossier, dossier.profielen[static_cast<std::size_t>(job.profiel)]);
    const model::Kerntaak& k = *kerntaken[static_cast<std::size_t>(job.kerntaak)];
    if (job.werkproces < 0) return k.code.value + ' ' + k.titel.value;
    const model::Werkproces& w = k.werkprocessen[static_cast<std::size_t>(job.werkproces)];
    return w.code.value + ' ' + w.titel.value;
}

/// The profiel a file is about, "" for none.
std::string profielcode_of(const Job& job, const model::Dossier& dossier) {
    return job.profiel < 0 ? "" : dossier.profielen[static_cast<std::size_t>(job.profiel)].code.value;
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
                                         {"enkel", Value(job.kerntaak < 0)},
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

struct Publisher::Impl {
    TemplateSet set;
    read::Manifest manifest;
    Look look;
    std::optional<render::Templates> templates;
    mutable std::once_flag fonts_once;
    mutable std::unique_ptr<PdfTools> pdf;

    [[nodiscard]] const PdfTools& pdf_tools() const {
        std::call_once(fonts_once, [this] { pdf = look.typeface ? std::make_unique<PdfTools>(*look.typeface) : std::make_unique<PdfTools>(); });
        return *pdf;
    }

    bool check_manifest(Diagnostics& diagnostics) const;
    bool check_names(Diagnostics& diagnostics) const;
    [[nodiscard]] Value values_for(const Job& job, const Values& values) const;
    [[nodiscard]] std::optional<markup::Document> markup_of(const Job& job, const Value& values, Diagnostics& diagnostics) const;
    [[nodiscard]] std::optional<std::string> pdf_of(const Job& job, const Value& values, const view::Build& build,
                                                    Diagnostics& diagnostics) const;
    [[nodiscard]] std::optional<std::string> make_one(const Job& job, const model::Dossier& dossier, const Values& values,
                                                      const view::Build& build, Diagnostics& diagnostics) const;
    /// `quiet`, if given, takes what the exchange formats say; else it goes with the other diagnostics.
    [[nodiscard]] std::optional<std::vector<File>> make_all(const std::vector<Job>& jobs, const model::Dossier& dossier,
                                                            const Values& values, const view::Build& build, unsigned threads,
                                                            Unasked* quiet, Diagnostics& diagnostics) const;
    [[nodiscard]] Values values_of(const model::Dossier& dossier, const std::vector<Job>& jobs, const view::Build& build) const;
};

namespace {

const std::vector<std::string>& known_formats() {
    static const std::vector<std::string> kAll = [] {
        std::vector<std::string> names{"html", "pdf"};
        for (const ExchangeFormat& format : exchange_formats()) names.emplace_back(format.name);
        return names;
    }();
    return kAll;
}

bool needs_template(std::string_view format) { return format == "html" || format == "pdf"; }

bool one_of(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> did_you_mean(std::string_view typed, const std::vector<std::string>& words) {
    if (const auto meant = nearest(typed, words)) return {"did you mean " + dossier::quoted(*meant) + "?"};
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return {"there is: " + all};
}

/// An exchange format is made of the parts of a dossier that it has a form for.
void check_per(const read::Document& d, Diagnostics& diagnostics) {
    const ExchangeFormat* format = find_exchange_format(d.formaat.value);
    const auto per = per_of(d.per.value);
    if (!format || !per || (*per == Per::dossier && format->per_dossier) || (*per == Per::profiel && format->per_profiel)) return;
    const std::string allowed = !format->per_profiel ? "dossier" : !format->per_dossier ? "profiel" : "dossier\" or \"profiel";
    diagnostics.error("manifest-per", d.per.location,
                      "the formaat " + dossier::quoted(format->name) + " is not made per " + dossier::quoted(d.per.value),
                      {"write \"" + allowed + "\""});
}

const model::Profiel* profiel_of(const Job& job, const model::Dossier& dossier) {
    return job.profiel < 0 ? nullptr : &dossier.profielen[static_cast<std::size_t>(job.profiel)];
}

/// Takes out of `jobs` what cannot be made for want of values. Those that `asked` names are errors.
void drop_incomplete(std::vector<Job>& jobs, const model::Dossier& dossier, const view::Build& build,
                     const std::vector<std::string>& asked, Unasked& quiet,
                     std::vector<std::string>& dropped, Diagnostics& diagnostics) {
    std::erase_if(jobs, [&](const Job& job) {
        const ExchangeFormat* format = find_exchange_format(job.document->formaat.value);
        if (!format || !format->missing) return false;
        const model::Profiel* profiel = profiel_of(job, dossier);
        const std::vector<exchange::Missing> missing = format->missing({dossier, profiel, build.datum});
        if (missing.empty()) return false;
        if (one_of(asked, job.document->formaat.value))
            report_missing(format->name, missing, diagnostics);
        else
            quiet.not_made(format->name, profiel ? profiel->code.value : "", missing);
        dropped.push_back(job.path);
        return true;
    });
}

}  // namespace

bool Publisher::Impl::check_manifest(Diagnostics& diagnostics) const {
    const std::size_t before = diagnostics.errors();
    for (const read::Document& d : manifest.documenten) {
        if (!one_of(known_formats(), d.formaat.value))
            diagnostics.error("manifest-format", d.formaat.location, "unknown formaat " + dossier::quoted(d.formaat.value),
                              did_you_mean(d.formaat.value, known_formats()));
        else if (needs_template(d.formaat.value) && !set.find(d.sjabloon.value))
            diagnostics.error("manifest-template", d.sjabloon.location ? d.sjabloon.location : d.id.location,
                              d.sjabloon.value.empty() ? "document " + dossier::quoted(d.id.value) + " has no sjabloon"
                                                       : "there is no template " + dossier::quoted(d.sjabloon.value),
                              {"put the file in the templates folder"});
        else
            check_per(d, diagnostics);
    }
    return diagnostics.errors() == before;
}

/// Every name that a template of the manifest uses exists, also where this dossier would not come.
bool Publisher::Impl::check_names(Diagnostics& diagnostics) const {
    const view::Example example = view::example();
    Diagnostics found;
    for (const read::Document& d : manifest.documenten) {
        if (!needs_template(d.formaat.value)) continue;
        const std::string& per = d.per.value;
        const Value values = per == "dossier"      ? example.dossier
                             : per == "kerntaak"   ? view::with_kerntaak(example.kwalificatie, 0)
                             : per == "werkproces" ? view::with_werkproces(example.kwalificatie, 0, 0)
                                                   : example.kwalificatie;
        Value all = view::with_document(values, d.id.value, d.titel.value);
        all.set("huisstijl", example_look());
        templates->check_names(d.sjabloon.value, all, found);
    }
    found.sort();
    const bool good = !found.has_errors();
    diagnostics.append(std::move(found));
    return good;
}

Value Publisher::Impl::values_for(const Job& job, const Values& values) const {
    const auto part = [&] {
        if (job.profiel < 0) return values.whole;
        const Value& kwalificatie = values.kwalificaties[static_cast<std::size_t>(job.profiel)];
        if (job.kerntaak < 0) return kwalificatie;
        const auto k = static_cast<std::size_t>(job.kerntaak);
        if (job.werkproces < 0) return view::with_kerntaak(kwalificatie, k);
        return view::with_werkproces(kwalificatie, k, static_cast<std::size_t>(job.werkproces));
    };
    Value own = view::with_document(part(), job.document->id.value, job.document->titel.value);
    own.set("huisstijl", look.values);
    return own;
}

std::optional<markup::Document> Publisher::Impl::markup_of(const Job& job, const Value& values, Diagnostics& diagnostics) const {
    const auto text = templates->render(job.document->sjabloon.value, values, diagnostics, true);
    if (!text) return std::nullopt;
    return markup::parse_markup(*text, [this](std::size_t n) { return templates->place(n); }, diagnostics);
}

std::optional<std::string> Publisher::Impl::pdf_of(const Job& job, const Value& values, const view::Build& build,
                                                   Diagnostics& diagnostics) const {
    const PdfTools& tools = pdf_tools();
    const Value* identity = values.find("document.verwijzing");
    const auto document = markup_of(job, values, diagnostics);
    if (!document) return std::nullopt;
    const auto pages = layout::lay_out(*document, tools.fonts, look.images, diagnostics);
    if (!pages) return std::nullopt;
    return pdf::write_pdf(*pages, tools.pdf_fonts, {"", build.programma, build.datum, identity ? *identity->text() : job.path}, diagnostics);
}

std::optional<std::string> Publisher::Impl::make_one(const Job& job, const model::Dossier& dossier, const Values& values,
                                                     const view::Build& build, Diagnostics& diagnostics) const {
    if (const ExchangeFormat* format = find_exchange_format(job.document->formaat.value))
        return format->write({dossier, profiel_of(job, dossier), build.datum}, diagnostics);
    const Value own = values_for(job, values);
    if (job.document->formaat.value == "pdf") return pdf_of(job, own, build, diagnostics);
    auto page = templates->render(job.document->sjabloon.value, own, diagnostics);
    if (!page) return std::nullopt;
    return render::seal(std::move(*page));
}

std::optional<std::vector<File>> Publisher::Impl::make_all(const std::vector<Job>& jobs, const model::Dossier& dossier,
                                                           const Values& values, const view::Build& build, unsigned threads,
                                                           Unasked* quiet, Diagnostics& diagnostics) const {
    std::vector<Result> results(jobs.size());
    in_parallel(jobs.size(), threads, [&](std::size_t i) {
        auto bytes = make_one(jobs[i], dossier, values, build, results[i].diagnostics);
        results[i].made = bytes && !results[i].diagnostics.has_errors();
        if (bytes) results[i].bytes = std::move(*bytes);
    });
    std::vector<File> files;
    bool good = true;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        good = good && results[i].made;
        if (quiet && results[i].made && !needs_template(jobs[i].document->formaat.value))
            quiet->left_out(jobs[i].document->formaat.value, jobs[i].path, results[i].diagnostics);
        else
            diagnostics.append(std::move(results[i].diagnostics));
        files.push_back({jobs[i].path, std::move(results[i].bytes)});
    }
    if (!good) return std::nullopt;
    return files;
}

Values Publisher::Impl::values_of(const model::Dossier& dossier, const std::vector<Job>& jobs, const view::Build& build) const {
    Values values;
    values.kwalificaties.resize(dossier.profielen.size());
    const std::string print = view::fingerprint(dossier);
    std::vector<bool> have(dossier.profielen.size(), false);
    for (const Job& job : jobs) {
        if (job.profiel < 0 || !needs_template(job.document->formaat.value)) continue;
        const auto p = static_cast<std::size_t>(job.profiel);
        if (!have[p]) values.kwalificaties[p] = view::view_kwalificatie(dossier, dossier.profielen[p], build, print);
        have[p] = true;
    }
    return values;
}

Publisher::Publisher() : impl_(std::make_unique<Impl>()) {}
Publisher::~Publisher() = default;

bool Publisher::prepare(const std::filesystem::path& overrides, Diagnostics& diagnostics) {
    Impl& impl = *impl_;
    if (!impl.set.load(overrides, diagnostics)) return false;
    const Source* manifest = impl.set.find("manifest.yaml");
    if (!manifest) {
        diagnostics.error("manifest-missing", {}, "there is no manifest.yaml in the templates");
        return false;
    }
    const std::size_t before = diagnostics.errors();
    impl.manifest = read::read_manifest(*manifest, diagnostics);
    const bool good = diagnostics.errors() == before && impl.check_manifest(diagnostics);
    auto look = load_look(impl.set, diagnostics);
    if (look) impl.look = std::move(*look);
    impl.templates = render::Templates::compile(impl.set.sources(), diagnostics);
    return good && look && impl.templates && impl.check_names(diagnostics);
}

void Publisher::check_selection(const model::Dossier& dossier, const Selection& selection, Diagnostics& diagnostics) const {
    std::vector<std::string> profielen;
    std::vector<std::string> onderdelen;
    std::vector<std::string> documents;
    for (const model::Profiel& p : dossier.profielen) {
        profielen.push_back(p.code.value);
        for (const model::Kerntaak* k : kerntaken_of(dossier, p)) {
            onderdelen.push_back(k->code.value);
            for (const model::Werkproces& w : k->werkprocessen) onderdelen.push_back(w.code.value);
        }
    }
    for (const read::Document& d : impl_->manifest.documenten) documents.push_back(d.id.value);
    const auto want = [&](const std::string& typed, const std::vector<std::string>& words, std::string_view what) {
        if (!typed.empty() && !one_of(words, typed))
            diagnostics.error("selection", {}, "unknown " + std::string(what) + ' ' + dossier::quoted(typed), did_you_mean(typed, words));
    };
    for (const std::string& p : selection.profielen) want(p, profielen, "profiel");
    for (const std::string& f : selection.formaten) want(f, known_formats(), "formaat");
    want(selection.document, documents, "document");
    want(selection.onderdeel, onderdelen, "kerntaak or werkproces");
}

std::vector<std::string> Publisher::paths(const model::Dossier& dossier, Diagnostics& diagnostics) const {
    std::vector<std::string> out;
    for (Job& job : plan(impl_->manifest, dossier, diagnostics)) out.push_back(std::move(job.path));
    return out;
}

namespace {

/// Files whose sizes are known: made in this run, or there already and not to be taken away.
struct Made {
    const std::vector<File>& files;
    const std::vector<Publisher::Existing>& existing;
    const std::vector<std::string>& dropped;

    [[nodiscard]] std::optional<std::size_t> size(const std::string& path) const {
        const auto now = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.path == path; });
        if (now != files.end()) return now->bytes.size();
        const auto old = std::find_if(existing.begin(), existing.end(), [&](const Publisher::Existing& e) { return e.path == path; });
        if (old == existing.end() || one_of(dropped, path)) return std::nullopt;
        return old->bytes;
    }
};

bool is_page(const Job& job) { return job.document->formaat.value == "html"; }

/// The forms and exchange files of a profiel, for a page in its folder.
List files_of_profiel(const std::vector<Job>& all, int profiel, const model::Dossier& dossier, const Made& made) {
    List out;
    const std::string from = view::folder(dossier.profielen[static_cast<std::size_t>(profiel)]) + '/';
    for (const Job& job : all)
        if (job.profiel == profiel && !is_page(job))
            if (const auto bytes = made.size(job.path)) add_file(out, job, dossier, *bytes, from);
    return out;
}

/// Every file but the pages about the whole dossier, by profiel and those of none.
void add_all_files(Value& whole, const std::vector<Job>& all, const model::Dossier& dossier, const Made& made) {
    std::vector<List> rows(dossier.profielen.size());
    List general;
    for (const Job& job : all) {
        if (job.profiel < 0 && needs_template(job.document->formaat.value)) continue;
        if (const auto bytes = made.size(job.path))
            add_file(job.profiel < 0 ? general : rows[static_cast<std::size_t>(job.profiel)], job, dossier, *bytes, "");
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
}

}  // namespace

std::optional<std::vector<File>> Publisher::make(const model::Dossier& dossier, const Selection& selection, const view::Build& build,
                                                 unsigned threads, const std::vector<Existing>& existing,
                                                 Diagnostics& diagnostics, std::vector<std::string>* left_out) const {
    const std::vector<Job> all = plan(impl_->manifest, dossier, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    // Pages list the other files with their sizes: those of a profiel its forms and exchange files, those of the whole dossier
    // all there is. So they come after.
    std::vector<Job> parts;
    std::vector<Job> guides;
    std::vector<Job> wholes;
    for (const Job& job : all) {
        if (!selected(job, dossier, selection)) continue;
        const bool whole = job.profiel < 0 && needs_template(job.document->formaat.value);
        (whole ? wholes : is_page(job) ? guides : parts).push_back(job);
    }
    if (std::any_of(parts.begin(), parts.end(), [](const Job& job) { return job.document->formaat.value == "pdf"; }))
        check_characters(dossier, [this]() -> const layout::Fonts& { return impl_->pdf_tools().fonts; }, diagnostics);
    Unasked quiet;
    std::vector<std::string> dropped;
    drop_incomplete(parts, dossier, build, selection.formaten, quiet, dropped, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    std::vector<Job> with_values = parts;
    with_values.insert(with_values.end(), guides.begin(), guides.end());
    Values values = impl_->values_of(dossier, with_values, build);
    auto files = impl_->make_all(parts, dossier, values, build, threads, selection.formaten.empty() ? &quiet : nullptr, diagnostics);
    if (!files) return std::nullopt;
    quiet.report(diagnostics);
    if (left_out) left_out->insert(left_out->end(), dropped.begin(), dropped.end());

    const auto add_pages = [&](const std::vector<Job>& jobs) {
        auto pages = impl_->make_all(jobs, dossier, values, build, threads, nullptr, diagnostics);
        if (!pages) return false;
        std::move(pages->begin(), pages->end(), std::back_inserter(*files));
        return true;
    };
    const Made made{*files, existing, dropped};
    for (const Job& guide : guides) {
        const auto p = static_cast<std::size_t>(guide.profiel);
        values.kwalificaties[p].set("documenten", Value(files_of_profiel(all, guide.profiel, dossier, made)));
    }
    if (!guides.empty() && !add_pages(guides)) return std::nullopt;
    if (!wholes.empty()) {
        values.whole = view::view_dossier(dossier, build);
        add_all_files(values.whole, all, dossier, made);
        if (!add_pages(wholes)) return std::nullopt;
    }
    return files;
}

std::optional<std::string> Publisher::dump(const model::Dossier& dossier, const Selection& selection, Stage stage,
                                           const view::Build& build, Diagnostics& diagnostics) const {
    std::vector<Job> jobs;
    for (const Job& job : plan(impl_->manifest, dossier, diagnostics))
        if (selected(job, dossier, selection)) jobs.push_back(job);
    if (diagnostics.has_errors()) return std::nullopt;
    Values values = impl_->values_of(dossier, jobs, build);
    if (stage == Stage::view) {
        if (selection.profielen.empty()) return view::dump(view::view_dossier(dossier, build));
        std::string out;
        for (std::size_t p = 0; p < dossier.profielen.size(); ++p)
            if (one_of(selection.profielen, dossier.profielen[p].code.value))
                out += view::dump(view::view_kwalificatie(dossier, dossier.profielen[p], build));
        return out;
    }
    std::string out;
    for (const Job& job : jobs) {
        if (job.document->formaat.value != "pdf") continue;
        const auto document = impl_->markup_of(job, impl_->values_for(job, values), diagnostics);
        if (!document) return std::nullopt;
        out += "== " + job.path + '\n';
        if (stage == Stage::markup) {
            out += markup::dump(*document);
            continue;
        }
        const auto pages = layout::lay_out(*document, impl_->pdf_tools().fonts, impl_->look.images, diagnostics);
        if (!pages) return std::nullopt;
        out += layout::dump(*pages, impl_->pdf_tools().fonts);
    }
    return out;
}

namespace {

/// Empties every value that says which version a form is made from. `identity` are names in any object.
Value without(const Value& value, const std::vector<std::string>& identity) {
    if (const List* list = value.list()) {
        List out;
        for (const Value& each : *list) out.push_back(without(each, identity));
        return Value(std::move(out));
    }
    if (const Object* object = value.object()) {
        Object out;
        for (const auto& [name, each] : *object) out.emplace_back(name, one_of(identity, name) ? Value("") : without(each, identity));
        return Value(std::move(out));
    }
    return value;
}

}  // namespace

std::optional<std::vector<Publisher::FormText>> Publisher::form_texts(const model::Dossier& dossier, Diagnostics& diagnostics) const {
    static const std::vector<std::string> kIdentity{"vingerafdruk",  "versie",         "vastgesteld", "vastgesteld_iso", "geldig_van",
                                                    "geldig_van_iso", "geldig_tot", "geldig_tot_iso"};
    std::vector<Job> jobs = plan(impl_->manifest, dossier, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    std::erase_if(jobs, [](const Job& job) { return job.document->formaat.value != "pdf" || job.profiel < 0; });
    const Values values = impl_->values_of(dossier, jobs, {});
    Values bare = values;
    for (Value& kwalificatie : bare.kwalificaties) kwalificatie = without(kwalificatie, kIdentity);
    std::vector<FormText> out;
    for (const Job& job : jobs) {
        const model::Profiel& profiel = dossier.profielen[static_cast<std::size_t>(job.profiel)];
        const std::string part = part_of(job, dossier);
        const auto text = impl_->templates->render(job.document->sjabloon.value, impl_->values_for(job, bare), diagnostics);
        const auto kenmerk = impl_->templates->render(job.document->sjabloon.value, impl_->values_for(job, values), diagnostics);
        if (!text || !kenmerk) return std::nullopt;
        out.push_back({job.document->id.value, job.document->titel.value + (part.empty() ? "" : " " + part), job.path, profiel.code.value,
                       part.substr(0, part.find(' ')), *text, *kenmerk});
    }
    return out;
}

std::optional<std::string> Publisher::make_page(const std::string& sjabloon, Value values, const std::string& id,
                                                const view::Build& build, Diagnostics& diagnostics) const {
    values.set("huisstijl", impl_->look.values);
    if (sjabloon.ends_with(".xhtml")) {
        read::Document document;
        document.sjabloon.value = sjabloon;
        Job job;
        job.document = &document;
        job.path = id;
        return impl_->pdf_of(job, values, build, diagnostics);
    }
    auto page = impl_->templates->render(sjabloon, values, diagnostics);
    if (!page) return std::nullopt;
    return render::seal(std::move(*page));
}

}  // namespace dossier::publish
