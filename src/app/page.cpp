#include "app/app.hpp"
#include "app/visit.hpp"
#include "base/embedded.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "plan/plan.hpp"
#include "yaml/json_schema.hpp"

#include <algorithm>
#include <array>

namespace dossier {
std::span<const EmbeddedFile> embedded_example();
}

namespace dossier::app {
namespace {

std::vector<std::string> words(const Json& request, const char* key) {
    return request.contains(key) ? request.at(key).get<std::vector<std::string>>() : std::vector<std::string>{};
}

core::Facts facts_of(const Json& request) { return {request.value("datum", ""), std::string("dossier ") + DOSSIER_VERSION}; }

}  // namespace

struct Page::Impl {
    explicit Impl(Readers r) : readers(r) {}

    Readers readers;
    std::unique_ptr<Visit> visit = std::make_unique<Visit>();

    // What an action gets and gives.
    Json request;
    std::vector<File> in;
    std::vector<File> out;
    Diagnostics found;
    Json answer;

    /// Takes `text` as the dossier of this visit and says what is wrong with it and what it holds. What was made of the one before goes.
    void take(std::string name, std::string text) {
        forget_people();
        Work& work = visit->work;
        work.dossier.reset();
        work.source = std::make_unique<Source>(Source{std::move(name), std::move(text)});
        if (!core::accept(*work.source, found)) return;
        work.dossier = core::read_dossier(*work.source, found);
        if (work.dossier) make::check_printable(*work.dossier, found);
        answer["inhoud"] = work.dossier ? contents_of(*work.dossier) : Json();
    }

    void forget_people() {
        visit->collecting.reset();
        visit->klas.reset();
    }

    const model::Dossier& dossier() const {
        if (!visit->work.dossier) throw std::invalid_argument("there is no dossier without errors");
        return *visit->work.dossier;
    }

    const make::Maker& maker() {
        Look& look = *visit->look;
        if (!look.prepared) look.prepared = look.maker.prepare(visit->own, found);
        if (!look.prepared) throw std::invalid_argument("the house style has errors");
        return look.maker;
    }

    /// The files of a school's folder of templates, by their name in it: huisstijl.yaml, logo.svg. What is wrong with them is told at once,
    /// and then the look is as it was.
    void style() {
        std::vector<style::OwnFile> own;
        for (File& file : in)
            if (style::belongs(file.path) && file.bytes.size() <= style::largest(file.path))
                own.push_back({file.path, file.path, std::move(file.bytes)});
            else throw std::invalid_argument(dossier::quoted(file.path) + " is no file of a house style, or too large");
        auto look = std::make_unique<Look>();
        look->prepared = look->maker.prepare(own, found);
        answer["past"] = look->prepared;
        say_now();  // what was found points into the texts of that look
        if (!look->prepared) return;
        forget_people();
        visit->own = std::move(own);
        visit->look = std::move(look);
    }

    File& only_file() {
        if (in.size() != 1) throw std::invalid_argument("expected one file");
        return in.front();
    }

    // ---- the dossier ----

    void open() {
        File& file = only_file();
        Opened& opened = visit->opened = {};
        opened.source = std::make_unique<Source>(Source{file.path, std::move(file.bytes)});
        answer["yaml"] = nullptr;
        if (!core::accept(*opened.source, found)) return;
        if (core::is_yaml(*opened.source)) {
            answer["yaml"] = opened.source->text;
            take(opened.source->name, opened.source->text);
            return;
        }
        opened.imported = core::import_dossier(*opened.source, request.value("naam", ""), readers.text, found);
        answer["ingelezen"] = true;
        // Of a PDF, and of XML in another encoding, this is what places are in.
        if (opened.imported.text) answer["tekst"] = opened.imported.text->text;
        if (!opened.imported.dossier) return;
        // What the import says points into the text that it was read from; what the check says, into the YAML that is made of it.
        answer["import"] = json_of(found);
        found = {};
        std::string yaml = core::write_dossier(*opened.imported.dossier);
        answer["yaml"] = yaml;
        take("dossier.yaml", std::move(yaml));
    }

    void check() { take(request.value("naam", "dossier.yaml"), request.at("tekst").get<std::string>()); }

    void format() {
        const Source source{"dossier.yaml", request.at("tekst").get<std::string>()};
        const auto text = core::format_dossier(source, found);
        answer["yaml"] = text ? Json(*text) : Json();
        say_now();
    }

    void schema() { answer["schema"] = yaml::json_schema(); }
    void example() { answer["yaml"] = embedded_example().front().bytes; }

    // ---- documents ----

    plan::Selection selection() const { return {words(request, "profielen"), words(request, "formaten"), "", ""}; }

    void documents() {
        answer["documenten"] = Json::array();
        for (const plan::Job& job : plan::jobs_of(maker().manifest(), dossier(), found)) {
            const model::Profiel* profiel = plan::profiel_of(job, dossier());
            const model::Werkproces* werkproces = plan::werkproces_of(job, dossier());
            const model::Kerntaak* kerntaak = plan::kerntaak_of(job, dossier());
            answer["documenten"].push_back({{"pad", job.path},
                                            {"id", job.document->id.value},
                                            {"titel", job.document->titel.value},
                                            {"formaat", job.document->formaat.value},
                                            {"profiel", profiel ? profiel->code.value : ""},
                                            {"onderdeel", werkproces ? werkproces->code.value
                                                          : kerntaak ? kerntaak->code.value
                                                                     : ""}});
        }
    }

    void build() {
        core::Workers here;
        core::Observer silent;
        auto built = core::build(maker(), dossier(), selection(), facts_of(request), {}, make::Earlier(), here, silent, found);
        if (!built) return;
        for (OutputFile& file : built->files) out.push_back({std::move(file.path), std::move(file.bytes)});
    }

    void compare() {
        File& file = only_file();
        Source source{file.path, std::move(file.bytes)};
        answer["verschilt"] = nullptr;
        if (!core::accept(source, found)) return say_now();
        const core::Imported old = core::read_version(source, readers.text, found);
        if (!old.dossier) return say_now();
        using enum core::ListFormat;
        constexpr std::array formats{html, pdf, json, text};
        constexpr std::array names{"was-wordt.html", "was-wordt.pdf", "was-wordt.json", "was-wordt.txt"};
        auto made =
            core::compare(maker(), {*old.dossier, source.name}, {dossier(), visit->work.source->name}, formats, facts_of(request), found);
        if (made) {
            answer["verschilt"] = made->differs;
            for (std::size_t i = 0; i < formats.size(); ++i) out.push_back({names[i], std::move(made->lists[i])});
        }
        say_now();
    }

    /// Before the source goes that it points into.
    void say_now() {
        answer["diagnostics"] = json_of(found);
        found = {};
    }

    // ---- a class ----

    void class_list() {
        File& file = only_file();
        visit->klas = std::make_unique<Class>();
        Class& klas = *visit->klas;
        klas.source = std::make_unique<Source>(Source{file.path, std::move(file.bytes), true, {}});
        answer["kolommen"] = klassenlijst::names();
        answer["rijen"] = Json::array();
        if (klas.source->text.size() > core::kMostInput) {
            core::report_too_large(*klas.source, found);
            return;
        }
        const core::ClassListInput input{request.value("codering", ""), request.value("blad", ""), request.value("profiel", "")};
        klas.list = core::read_class_list(*klas.source, dossier(), maker(), input, found);
        if (!klas.list.list) return;
        answer["fout"] = klas.list.list->bad_rows;
        for (const klassenlijst::Kandidaat& k : klas.list.list->kandidaten) {
            Json row = Json::array();
            for (std::size_t i = 0; i < klassenlijst::kVelden; ++i)
                row.push_back(klassenlijst::form_value(k, static_cast<klassenlijst::Veld>(i)));
            answer["rijen"].push_back({{"rij", k.row}, {"velden", std::move(row)}});
        }
    }

    void plan_forms() {
        if (!visit->klas || !visit->klas->list.list) throw std::invalid_argument("there is no class list");
        const core::FormsWanted wanted{words(request, "profielen"), words(request, "kerntaken"), words(request, "documenten"),
                                       core::bundle_by(request.value("bundel", ""))};
        visit->klas->forms = core::Forms::plan(maker(), dossier(), *visit->klas->list.list, wanted, facts_of(request), found);
        answer["paden"] = Json::array();
        if (!visit->klas->forms) return;
        for (const core::FormFile& file : visit->klas->forms->files()) answer["paden"].push_back(file.path);
    }

    /// Forms from "van" up to "tot"; with the last of them the overview.
    void make_forms() {
        if (!visit->klas || !visit->klas->forms) throw std::invalid_argument("the forms are not planned");
        const core::Forms& forms = *visit->klas->forms;
        const std::size_t end = std::min(request.at("tot").get<std::size_t>(), forms.files().size());
        for (std::size_t i = request.at("van").get<std::size_t>(); i < end; ++i)
            out.push_back({forms.files()[i].path, forms.make(forms.files()[i])});
        if (end < forms.files().size()) return;
        std::size_t left = 0;
        out.push_back({"overzicht.csv", forms.overview(
                                            "", [](const std::string&) { return false; }, left)});
    }

    // ---- results ----

    /// "aantal" files will come. With a file: the older version that some of the forms are of.
    void collect() {
        visit->collecting.reset();
        std::unique_ptr<OldVersion> old;
        if (!in.empty()) {
            old = std::make_unique<OldVersion>();
            File& file = only_file();
            old->source = std::make_unique<Source>(Source{file.path, std::move(file.bytes)});
            if (core::accept(*old->source, found)) old->imported = core::read_version(*old->source, readers.text, found);
            answer["oud"] = old->imported.dossier.has_value();
            say_now();
            if (!old->imported.dossier) return;
        }
        core::CollectWanted wanted;
        wanted.handtekening_nodig = request.value("handtekening", true);
        if (visit->klas && visit->klas->list.list) wanted.klas = &*visit->klas->list.list;
        visit->collecting = std::make_unique<Collecting>(maker(), dossier(), std::move(old), std::move(wanted), readers,
                                                         request.at("aantal").get<std::size_t>());
    }

    Collecting& collecting() {
        if (!visit->collecting) throw std::invalid_argument("nothing is being collected");
        return *visit->collecting;
    }
    std::size_t number() const { return request.at("nummer").get<std::size_t>(); }
    std::size_t page_index() const { return request.at("bladzijde").get<std::size_t>(); }

    /// The next file, "nummer" among those expected. Of a scan: how many pages have to be asked for.
    void add_form() { answer["bladzijden"] = collecting().add_file(number(), std::move(only_file()), found); }
    void add_page() { collecting().add_page(number(), page_index()); }
    /// What ended the program when it was read, or took too long.
    void lose() {
        if (request.contains("bladzijde")) collecting().lose_page(number(), page_index());
        else collecting().lose_file(number(), request.at("naam").get<std::string>());
    }
    /// What a person decided, as nakijken.html saves it.
    void decide() {
        File& file = only_file();
        const Source answers{file.path, std::move(file.bytes), true, {}};
        collecting().decide(answers, found);
        say_now();
    }

    void results() {
        core::Collector& collector = collecting().results();
        answer["formulieren"] = collector.forms();
        answer["bekijken"] = collector.forms_to_look_at();
        answer["bladzijden"] = collector.pages();
        answer["tonen"] = Json::array();
        for (const core::PageWanted& page : collector.pages_to_show())
            answer["tonen"].push_back({{"nummer", page.file}, {"bladzijde", page.page - 1}});
        const core::Facts facts = facts_of(request);
        for (const char* path : {"resultaten.xlsx", "resultaten.csv", "resultaten.json", "resultaten.html"})
            if (auto files = collector.write(*core::result_format(path), path, facts, found))
                std::move(files->begin(), files->end(), std::back_inserter(out));
        if (auto files = collector.overviews(facts, found))
            for (File& file : *files) out.push_back({"resultatenoverzichten/" + file.path, std::move(file.bytes)});
        answer["bevindingen"] = json_of(collecting().found());
    }
    /// A page of "tonen", to be shown with cut-outs: with the file, unless it is the one of the request before.
    void show_page() { collecting().show_page(number(), page_index(), in.empty() ? std::nullopt : std::optional(std::move(only_file()))); }
    /// The page for people, after the pages were shown.
    void review() {
        if (auto page = collecting().shown().nakijken(facts_of(request), found)) out.push_back({"nakijken.html", std::move(*page)});
    }
};

Page::Page(Readers readers) : impl_(std::make_unique<Impl>(readers)) {}
Page::~Page() = default;

Answer Page::ask(std::string_view request, std::vector<File> files) {
    // What the page can ask. Each names its files and keys at the function.
    struct Action {
        std::string_view word;
        void (Impl::*run)();
    };
    static constexpr std::array kActions{
        Action{"open", &Impl::open},
        Action{"style", &Impl::style},
        Action{"schema", &Impl::schema},
        Action{"example", &Impl::example},
        Action{"check", &Impl::check},
        Action{"format", &Impl::format},
        Action{"documents", &Impl::documents},
        Action{"build", &Impl::build},
        Action{"compare", &Impl::compare},
        Action{"class-list", &Impl::class_list},
        Action{"plan-forms", &Impl::plan_forms},
        Action{"make-forms", &Impl::make_forms},
        Action{"collect", &Impl::collect},
        Action{"add-form", &Impl::add_form},
        Action{"add-page", &Impl::add_page},
        Action{"lose", &Impl::lose},
        Action{"decide", &Impl::decide},
        Action{"results", &Impl::results},
        Action{"show-page", &Impl::show_page},
        Action{"review", &Impl::review},
        Action{"forget", &Impl::forget_people},
    };
    Impl& page = *impl_;
    page.answer = Json::object();
    page.found = {};
    page.out.clear();
    page.in = std::move(files);
    try {
        page.request = Json::parse(request);
        const std::string word = page.request.at("do");
        const auto* const action = std::find_if(kActions.begin(), kActions.end(), [&](const Action& a) { return a.word == word; });
        if (action == kActions.end()) throw std::invalid_argument("unknown request " + dossier::quoted(word));
        (page.*action->run)();
    } catch (const Json::exception& e) {
        page.answer["error"] = e.what();
    } catch (const std::logic_error& e) {
        page.answer["error"] = e.what();
    }
    page.in.clear();
    page.found.sort();
    if (!page.answer.contains("diagnostics")) page.answer["diagnostics"] = json_of(page.found);
    return {page.answer.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(page.out)};
}

}  // namespace dossier::app
