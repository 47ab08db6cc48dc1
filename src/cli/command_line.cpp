#include "cli/commands.hpp"
#include "cli/exit_status.hpp"
#include "cli/session.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace dossier::cli {
namespace {

/// Help that opens with examples: people read those first.
class ExamplesFirst : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
        const std::string footer = app->get_footer();
        std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
        if (mode != CLI::AppFormatMode::Normal || footer.empty()) return text;
        const std::size_t at = text.rfind(footer);
        if (at != std::string::npos) text.erase(at);
        while (text.ends_with("\n\n")) text.pop_back();
        return footer + "\n\n" + text;
    }
};

/// "a, b or c".
std::string either(const std::vector<std::string>& words) {
    return words.size() < 2 ? joined(words) : joined(std::span(words).first(words.size() - 1)) + " or " + words.back();
}

/// An option that takes one of the words in `choices`; its description and its messages name them.
template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& to, const std::vector<std::pair<std::string, T>>& choices) {
    std::vector<std::string> words;
    for (const auto& [word, value] : choices) words.push_back(word);
    const auto take = [&to, choices](const std::string& word) {
        to = std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.first == word; })->second;
    };
    return app.add_option_function<std::string>(name, take, either(words))->check(CLI::IsMember(words).description(""));
}

void add_common(CLI::App& app, Common& common) {
    app.add_flag("--json", common.json, "one JSON object on stdout, for scripts");
    app.add_flag("--quiet", common.quiet, "only errors");
    app.add_flag("--werror", common.werror, "warnings give exit status 1");
    add_choice<Color>(app, "--color", common.color, {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}})
        ->type_name("WHEN");
}

void add_profiel(CLI::App& app, std::vector<std::string>& profielen) {
    app.add_option("--profiel", profielen, "only these profielen, by code (P3)")->type_name("CODE")->allow_extra_args(false);
}

void add_templates(CLI::App& app, std::string& folder) {
    app.add_option("--templates", folder, "folder with templates that go before the built-in ones")->type_name("DIR");
}

/// How to read a class list.
void add_list_options(CLI::App& app, std::string& codering, std::string& blad) {
    app.add_option("--blad", blad, "sheet of the class list in a workbook, by name; otherwise the first")->type_name("NAME");
    app.add_option("--codering", codering, "encoding of a class list in CSV: utf-8, windows-1252 or utf-16; otherwise it is recognised")
        ->check(CLI::IsMember({"utf-8", "windows-1252", "utf-16"}).description(""))
        ->type_name("NAME");
}

void add_jobs(CLI::App& app, unsigned& jobs) {
    app.add_option("--jobs", jobs, "threads; 0 is one per processor")->type_name("N")->check(CLI::Range(0U, 256U).description(""));
}

/// Every option and subcommand name, for "did you mean".
std::vector<std::string> known_words(const CLI::App& app) {
    std::vector<std::string> words;
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
        words.push_back(sub->get_name());
        for (const CLI::Option* option : sub->get_options())
            for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
    }
    return words;
}

std::vector<std::string> subcommands(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(sub->get_name());
    return names;
}

int bad_command_line(const CLI::App& app, const CLI::ParseError& e, const std::vector<std::string>& given) {
    const bool no_subcommand = e.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) && app.get_subcommands().empty();
    std::string text = "dossier: error: ";
    if (no_subcommand && !given.empty())
        text += "unknown subcommand " + dossier::quoted(given.front()) + '\n';
    else if (no_subcommand)
        text += "expected a subcommand: " + either(subcommands(app)) + '\n';
    else
        text += std::string(e.what()) + '\n';
    const std::vector<std::string> words = known_words(app);
    for (const std::string& word : given) {
        const std::string name = word.substr(0, word.find('='));
        if (std::find(words.begin(), words.end(), name) != words.end()) continue;
        const bool unknown = no_subcommand || e.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
        if (const auto meant = nearest(name, words); meant && unknown) text += "  hint: did you mean " + dossier::quoted(*meant) + "?\n";
    }
    text += "  hint: dossier --help shows what there is\n";
    std::fputs(text.c_str(), stderr);
    return kBadCommandLine;
}

}  // namespace

const char* version() { return DOSSIER_VERSION; }

int run(int argc, const char* const* argv) {
    CLI::App app{"Makes exam forms (PDF), study guides (HTML) and exchange files (XML) from a kwalificatiedossier."};
    app.formatter(std::make_shared<ExamplesFirst>());
    app.footer("Examples:\n"
               "  dossier build                      all documents of dossier.yaml, in output/\n"
               "  dossier build --profiel P3 -o p3   those of one profiel\n"
               "  dossier check handel.yaml          problems, each at its line and column");
    app.set_version_flag("--version", std::string("dossier ") + version());
    app.set_help_all_flag("");
    app.require_subcommand(1);
    app.fallthrough(false);

    Common common;
    BuildOptions build_options;
    CLI::App* build_app = app.add_subcommand("build", "make the documents");
    build_app->footer("Examples:\n"
                      "  dossier build\n"
                      "  dossier build --formaat pdf --profiel P3\n"
                      "  dossier build a.yaml b.yaml -o output     one folder for each dossier\n"
                      "  dossier build --templates onze-school     with templates of your own");
    build_app->add_option("file", build_options.inputs, "dossiers to read; - is stdin")->type_name("FILE");
    build_app->add_option("-o,--output", build_options.output, "folder to write to")->type_name("DIR");
    add_profiel(*build_app, build_options.profielen);
    build_app->add_option("--formaat", build_options.formaten, "only these formats: " + joined(make::known_formats()))
        ->type_name("NAME")->allow_extra_args(false);
    add_templates(*build_app, build_options.templates);
    add_jobs(*build_app, build_options.jobs);
    add_common(*build_app, common);

    CheckOptions check_options;
    CLI::App* check_app = app.add_subcommand("check", "report every problem in a dossier");
    check_app->footer("Examples:\n"
                      "  dossier check\n"
                      "  dossier check handel.yaml --werror\n"
                      "  dossier check --json < dossier.yaml -");
    check_app->add_option("file", check_options.inputs, "dossiers to read; - is stdin")->type_name("FILE");
    add_common(*check_app, common);

    ImportOptions import_options;
    CLI::App* import_app = app.add_subcommand("import", "make a dossier.yaml from XML, or from a published dossier as PDF or text");
    import_app->footer("Examples:\n"
                       "  dossier import sbb.xml -o dossier.yaml                    XML of the national body\n"
                       "  dossier import kwalificatie.xml -o dossier.yaml           XML made by this program\n"
                       "  dossier import dossier.pdf --naam Handel -o dossier.yaml  a published dossier\n"
                       "  dossier import dossier.txt --naam Handel -o dossier.yaml  its text, from pdftotext");
    import_app->add_option("file", import_options.input, "file to read; - is stdin")->required()->type_name("FILE");
    import_app->add_option("-o,--output", import_options.output, "file to write; - is stdout")->type_name("FILE");
    import_app->add_option("--naam", import_options.naam, "name of the dossier, for a source that gives none")->type_name("TEXT");
    import_app->add_option("--tekst", import_options.tekst, "file to write the text of a PDF to, to look up lines")->type_name("FILE");
    add_common(*import_app, common);

    DiffOptions diff_options;
    CLI::App* diff_app = app.add_subcommand("diff", "list what changed between two versions of a dossier");
    diff_app->footer("Examples:\n"
                     "  dossier diff oud.yaml dossier.yaml\n"
                     "  dossier diff sbb-2024.xml sbb-2025.xml --formaat html -o wijzigingen.html\n"
                     "  dossier diff oud.yaml dossier.yaml --exit-code > wijzigingen.txt    status 1 when anything differs");
    diff_app->add_option("old", diff_options.old, "dossier as it was: YAML, XML, PDF or .txt; - is stdin")->required()->type_name("OLD");
    diff_app->add_option("new", diff_options.now, "dossier as it is now")->required()->type_name("NEW");
    using core::ListFormat;
    add_choice<ListFormat>(*diff_app, "--formaat", diff_options.formaat,
                           {{"text", ListFormat::text}, {"html", ListFormat::html}, {"json", ListFormat::json}, {"pdf", ListFormat::pdf}})
        ->type_name("NAME");
    diff_app->add_option("-o,--output", diff_options.output, "file to write; - is stdout")->type_name("FILE");
    diff_app->add_flag("--exit-code", diff_options.exit_code, "status 1 when anything differs, 0 when nothing does");
    add_templates(*diff_app, diff_options.templates);
    add_common(*diff_app, common);

    FmtOptions fmt_options;
    CLI::App* fmt_app = app.add_subcommand("fmt", "bring a dossier.yaml into its canonical form");
    fmt_app->footer("Examples:\n"
                    "  dossier fmt\n"
                    "  dossier fmt --check handel.yaml    status 1 if it is not in canonical form\n"
                    "  dossier fmt - < oud.yaml > nieuw.yaml");
    fmt_app->add_option("file", fmt_options.inputs, "files to rewrite; - is stdin, to stdout")->type_name("FILE");
    fmt_app->add_flag("--check", fmt_options.check, "write nothing; name the first line that would change");
    add_common(*fmt_app, common);

    FormsOptions forms_options;
    CLI::App* forms_app = app.add_subcommand(
        "forms", "make the forms of a class list: one PDF for each candidate and kerntaak, filled in as far as the list goes");
    forms_app->footer("Examples:\n"
                      "  dossier forms klas.xlsx                                    one for each kerntaak, in formulieren/\n"
                      "  dossier forms klas.csv -o mei --profiel P3 --kerntaak B1-K1\n"
                      "  dossier forms klas.csv --bundel groep                      and one PDF for each group, to print\n"
                      "  dossier forms klas.csv --shard 2/8                         the second of eight shares, for several machines");
    forms_app->add_option("list", forms_options.list, "class list: .xlsx or CSV; - is stdin")->required()->type_name("LIST");
    forms_app->add_option("--dossier", forms_options.dossier, "dossier to make forms of")->type_name("FILE")->capture_default_str();
    forms_app->add_option("-o,--output", forms_options.output, "folder for the forms")->type_name("DIR")->capture_default_str();
    add_profiel(*forms_app, forms_options.profielen);
    forms_app->add_option("--kerntaak", forms_options.kerntaken, "only of these kerntaken, by code (B1-K1)")
        ->type_name("CODE")
        ->allow_extra_args(false);
    forms_app
        ->add_option("--document", forms_options.documenten,
                     "these documents of the manifest, by id; otherwise those that are made per kerntaak")
        ->type_name("ID")
        ->allow_extra_args(false);
    add_list_options(*forms_app, forms_options.codering, forms_options.blad);
    forms_app->add_option("--bundel", forms_options.bundel, "also bundles for printing, per kandidaat or groep")
        ->check(CLI::IsMember({"kandidaat", "groep"}).description(""))->type_name("WHAT");
    forms_app->add_option("--shard", forms_options.shard, "only this share of the candidates: 2/8 is the second of eight")
        ->type_name("I/N");
    forms_app->add_flag("--keep-going", forms_options.keep_going,
                        "make the forms of the good rows when others have errors; the status is 1 then");
    add_jobs(*forms_app, forms_options.jobs);
    add_templates(*forms_app, forms_options.templates);
    add_common(*forms_app, common);

    CollectOptions collect_options;
    CLI::App* collect_app = app.add_subcommand("collect", "read filled-in forms, work out the results, and say what a person must look at");
    collect_app->footer(
        "Examples:\n"
        "  dossier collect formulieren                              resultaten.xlsx\n"
        "  dossier collect formulieren -o uit.xlsx -o uit.html --overzichten overzichten\n"
        "  dossier collect *.pdf --oud dossier-2024.yaml            some forms are of an older version\n"
        "  dossier collect scans --klassenlijst klas.xlsx --nakijken scans    forms on paper, with a page of what is not sure\n"
        "  dossier collect formulieren -o uit.csv --anoniem zout.txt    without names; the same person, the same pseudonym");
    collect_app->add_option("input", collect_options.inputs, "filled-in forms, scans of them (PDF, TIFF, JPEG, PNG), or folders with them")
        ->required()
        ->type_name("FILE");
    collect_app->add_option("-o,--output", collect_options.outputs, "file to write, .xlsx, .csv, .json or .html; may be given again")
        ->type_name("FILE")->allow_extra_args(false);
    collect_app->add_option("--dossier", collect_options.dossier, "dossier that the forms are of")
        ->type_name("FILE")
        ->capture_default_str();
    collect_app->add_option("--oud", collect_options.old, "the dossier as it was, for forms of that version: YAML, XML, PDF or .txt")
        ->type_name("FILE");
    collect_app->add_option("--overzichten", collect_options.overviews, "also the resultatenoverzicht of each candidate, in this folder")->type_name("DIR");
    collect_app
        ->add_option("--anoniem", collect_options.anoniem, "pseudonyms for people, from the salt in this file, which is made if need be")
        ->type_name("FILE");
    collect_app
        ->add_option("--klassenlijst", collect_options.klassenlijst,
                     "of scans: the class list that the forms were made from, which says whose they are")
        ->type_name("LIST");
    add_list_options(*collect_app, collect_options.codering, collect_options.blad);
    collect_app
        ->add_option("--nakijken", collect_options.nakijken,
                     "of scans: the page nakijken.html in this folder, to decide what is not sure; what it saves there counts next time")
        ->type_name("DIR");
    collect_app->add_flag("--zonder-handtekening", collect_options.zonder_handtekening,
                          "forms need no digital signature: they are signed on paper");
    add_jobs(*collect_app, collect_options.jobs);
    add_templates(*collect_app, collect_options.templates);
    add_common(*collect_app, common);

    InitOptions init_options;
    CLI::App* init_app = app.add_subcommand("init", "write a small dossier.yaml to start from, with comments");
    init_app->footer("Examples:\n"
                     "  dossier init\n"
                     "  dossier init horeca.yaml --naam \"Keuken\"");
    init_app->add_option("file", init_options.output, "file to write, which must not be there yet; - is stdout")->type_name("FILE");
    init_app->add_option("--naam", init_options.naam, "name of the dossier")->type_name("TEXT");
    add_common(*init_app, common);

    DumpOptions dump_options;
    CLI::App* dump_app = app.add_subcommand("dump", "show what passes from one stage to the next, as text");
    dump_app->footer("Examples:\n"
                     "  dossier dump --stage=model\n"
                     "  dossier dump --stage=view --profiel P3\n"
                     "  dossier dump --stage=layout --profiel P3 --document beoordelingsformulier --onderdeel P3-K1");
    dump_app->add_option("file", dump_options.input, "dossier to read; - is stdin")->type_name("FILE");
    add_choice<DumpStage>(*dump_app, "--stage", dump_options.stage,
                          {{"model", DumpStage::model},
                           {"view", DumpStage::view},
                           {"markup", DumpStage::markup},
                           {"layout", DumpStage::layout}})
        ->required()
        ->type_name("NAME");
    dump_app->add_option("--profiel", dump_options.profiel, "of this profiel, by code (P3)")->type_name("CODE");
    dump_app->add_option("--document", dump_options.document, "of this document of the manifest")->type_name("ID");
    dump_app->add_option("--onderdeel", dump_options.onderdeel, "of this kerntaak or werkproces, by code")->type_name("CODE");
    add_templates(*dump_app, dump_options.templates);
    add_common(*dump_app, common);

    const std::vector<std::string> given(argv + std::min(argc, 1), argv + argc);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
            std::ostringstream out;
            (void)app.exit(e, out, out);
            return print(out.str()) ? kDone : kCannotReadWrite;
        }
        return bad_command_line(app, e, given);
    }
    if (build_app->parsed()) return build(build_options, common);
    if (check_app->parsed()) return check(check_options, common);
    if (import_app->parsed()) return import(import_options, common);
    if (diff_app->parsed()) return diff(diff_options, common);
    if (fmt_app->parsed()) return fmt(fmt_options, common);
    if (forms_app->parsed()) return forms(forms_options, common);
    if (collect_app->parsed()) return collect(collect_options, common);
    if (init_app->parsed()) return init(init_options, common);
    return dump(dump_options, common);
}

}  // namespace dossier::cli
