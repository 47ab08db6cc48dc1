#include "cli/options.hpp"

#include "make/make.hpp"
#include "taal/taal.hpp"

#include <algorithm>
#include <span>

namespace dossier::cli {
namespace {

// ---- ways to write a row -------------------------------------------------------------------------------------------

Option required(Option option) {
    option.required = true;
    return option;
}

Option with_default(Option option) {
    option.shows_default = true;
    return option;
}

/// One of `words`, and nothing else.
Option one_of(std::vector<std::string> words, Option option) {
    option.words = std::move(words);
    option.only_words = true;
    return option;
}

/// An option that takes one of the words in `choices`; its description names them.
template <class T>
Option choice(const std::string& name, const std::string& value, T& to, const std::vector<std::pair<std::string, T>>& choices) {
    std::vector<std::string> words;
    for (const auto& [word, meaning] : choices) words.push_back(word);
    const auto take = [&to, choices](const std::string& word) {
        to = std::find_if(choices.begin(), choices.end(), [&](const auto& one) { return one.first == word; })->second;
    };
    return one_of(words, {name, value, either(words), take});
}

std::vector<Option> with(std::vector<Option> options, const std::vector<Option>& more) {
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

// ---- rows that several subcommands have ----------------------------------------------------------------------------

std::vector<Option> common_options(Common& to) {
    return {{"--json", "", "one JSON object on stdout, for scripts", &to.json},
            {"--quiet", "", "only errors", &to.quiet},
            {"--werror", "", "warnings give exit status 1", &to.werror},
            choice<Color>("--color", "WHEN", to.color, {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}})};
}

Option profielen(std::vector<std::string>& to) { return {"--profiel", "CODE", "only these profielen, by code (P3)", &to}; }

Option formaten(std::vector<std::string>& to) {
    return {"--formaat", "NAME", "only these formats: " + joined(make::known_formats()), &to, Takes::text, make::known_formats()};
}

Option templates(std::string& to) {
    return {"--templates", "DIR", "folder with templates that go before the built-in ones", &to, Takes::folder};
}

Option blad(std::string& to) { return {"--blad", "NAME", "sheet of the class list in a workbook, by name; otherwise the first", &to}; }

Option codering(std::string& to) {
    return one_of(
        {"utf-8", "windows-1252", "utf-16"},
        {"--codering", "NAME", "encoding of a class list in CSV: utf-8, windows-1252 or utf-16; otherwise it is recognised", &to});
}

Option shard(std::string& to, const std::string& of) {
    return {"--shard", "I/N", "only this share of the " + of + ": 2/8 is the second of eight", &to};
}

Option jobs(unsigned& to) { return {"--jobs", "N", "threads; 0 is one per processor", &to, Takes::number}; }

Option taal(Translate& to) {
    Option out = choice<Translate>("--taal", "TAAL", to, {{"en", nullptr}, {"nl", taal::nederlands}});
    out.help = "language of the messages: " + out.help + "; otherwise en";
    return out;
}

// ---- the subcommands -----------------------------------------------------------------------------------------------

Command build_command(BuildOptions& to, Common& common) {
    return {
        "build",
        "make the documents",
        {"dossier build", "dossier build --formaat pdf --profiel P3",
         "dossier build a.yaml b.yaml -o output     one folder for each dossier",
         "dossier build --templates onze-school     with templates of your own",
         "dossier build --dry-run                   write nothing, say what would be made and why"},
        with({{"file", "FILE", "dossiers to read; - is stdin", &to.inputs, Takes::file},
              {"-o,--output", "DIR", "folder to write to", &to.output, Takes::folder},
              profielen(to.profielen),
              formaten(to.formaten),
              templates(to.templates),
              jobs(to.jobs),
              {"--dry-run", "", "write nothing; say per file what would be made and why", &to.dry_run},
              {"--force", "", "make everything anew, and replace files that dossier did not make or that were changed since", &to.force},
              {"--keep-going", "", "an error in one dossier does not stop the others", &to.keep_going},
              shard(to.shard, "dossiers"),
              {"--depfile", "FILE", "write a rule for Make and Ninja: what the output folder was made of", &to.depfile, Takes::file}},
             common_options(common)),
        [&] { return build(to, common); }};
}

Command watch_command(WatchOptions& to, Common& common) {
    Option port = with_default({"--port", "N", "port of this machine for --serve; 0 is any that is free", &to.port, Takes::number});
    port.most = 65535;
    return {"watch",
            "make the documents again whenever the dossier or a template is saved",
            {"dossier watch                  until Ctrl-C", "dossier watch --serve          and show them on http://127.0.0.1:8321/",
             "dossier watch --templates onze-school --serve"},
            with({{"file", "FILE", "dossiers to read", &to.build.inputs, Takes::file},
                  {"-o,--output", "DIR", "folder to write to", &to.build.output, Takes::folder},
                  profielen(to.build.profielen),
                  formaten(to.build.formaten),
                  templates(to.build.templates),
                  jobs(to.build.jobs),
                  {"--force", "", "replace files that dossier did not make or that were changed since", &to.build.force},
                  {"--keep-going", "", "an error in one dossier does not stop the others", &to.build.keep_going},
                  {"--serve", "", "show the pages on this machine, to nobody else; they load again by themselves", &to.serve},
                  port},
                 common_options(common)),
            [&] { return watch(to, common); }};
}

Command check_command(CheckOptions& to, Common& common) {
    return {
        "check",
        "report every problem in a dossier",
        {"dossier check", "dossier check handel.yaml --werror", "dossier check --json < dossier.yaml -",
         "dossier check --taal nl                 in Dutch"},
        with({{"file", "FILE", "dossiers to read; - is stdin", &to.inputs, Takes::file}, taal(common.translate)}, common_options(common)),
        [&] { return check(to, common); }};
}

Command import_command(ImportOptions& to, Common& common) {
    return {"import",
            "make a dossier.yaml from XML, or from a published dossier as PDF or text",
            {"dossier import sbb.xml -o dossier.yaml                    XML of the national body",
             "dossier import kwalificatie.xml -o dossier.yaml           XML made by this program",
             "dossier import dossier.pdf --naam Handel -o dossier.yaml  a published dossier",
             "dossier import dossier.txt --naam Handel -o dossier.yaml  its text, from pdftotext"},
            with({required({"file", "FILE", "file to read; - is stdin", &to.input, Takes::file}),
                  {"-o,--output", "FILE", "file to write; - is stdout", &to.output, Takes::file},
                  {"--naam", "TEXT", "name of the dossier, for a source that gives none", &to.naam},
                  {"--tekst", "FILE", "file to write the text of a PDF to, to look up lines", &to.tekst, Takes::file}},
                 common_options(common)),
            [&] { return import(to, common); }};
}

Command diff_command(DiffOptions& to, Common& common) {
    using core::ListFormat;
    return {"diff",
            "list what changed between two versions of a dossier",
            {"dossier diff oud.yaml dossier.yaml", "dossier diff sbb-2024.xml sbb-2025.xml --formaat html -o wijzigingen.html",
             "dossier diff oud.yaml dossier.yaml --exit-code > wijzigingen.txt    status 1 when anything differs"},
            with({required({"old", "OLD", "dossier as it was: YAML, XML, PDF or .txt; - is stdin", &to.old, Takes::file}),
                  required({"new", "NEW", "dossier as it is now", &to.now, Takes::file}),
                  choice<ListFormat>(
                      "--formaat", "NAME", to.formaat,
                      {{"text", ListFormat::text}, {"html", ListFormat::html}, {"json", ListFormat::json}, {"pdf", ListFormat::pdf}}),
                  {"-o,--output", "FILE", "file to write; - is stdout", &to.output, Takes::file},
                  {"--exit-code", "", "status 1 when anything differs, 0 when nothing does", &to.exit_code},
                  templates(to.templates)},
                 common_options(common)),
            [&] { return diff(to, common); }};
}

Command fmt_command(FmtOptions& to, Common& common) {
    return {"fmt",
            "bring a dossier.yaml into its canonical form",
            {"dossier fmt", "dossier fmt --check handel.yaml    status 1 if it is not in canonical form",
             "dossier fmt - < oud.yaml > nieuw.yaml"},
            with({{"file", "FILE", "files to rewrite; - is stdin, to stdout", &to.inputs, Takes::file},
                  {"--check", "", "write nothing; name the first line that would change", &to.check}},
                 common_options(common)),
            [&] { return fmt(to, common); }};
}

Command forms_command(FormsOptions& to, Common& common) {
    return {
        "forms",
        "make the forms of a class list: one PDF for each candidate and kerntaak, filled in as far as the list goes",
        {"dossier forms klas.xlsx                                    one for each kerntaak, in formulieren/",
         "dossier forms klas.csv -o mei --profiel P3 --kerntaak B1-K1",
         "dossier forms klas.csv --bundel groep                      and one PDF for each group, to print",
         "dossier forms klas.csv --shard 2/8                         the second of eight shares, for several machines"},
        with({required({"list", "LIST", "class list: .xlsx or CSV; - is stdin", &to.list, Takes::file}),
              with_default({"--dossier", "FILE", "dossier to make forms of", &to.dossier, Takes::file}),
              with_default({"-o,--output", "DIR", "folder for the forms", &to.output, Takes::folder}),
              profielen(to.profielen),
              {"--kerntaak", "CODE", "only of these kerntaken, by code (B1-K1)", &to.kerntaken},
              {"--document", "ID", "these documents of the manifest, by id; otherwise those that are made per kerntaak", &to.documenten},
              blad(to.blad),
              codering(to.codering),
              one_of({"kandidaat", "groep"}, {"--bundel", "WHAT", "also bundles for printing, per kandidaat or groep", &to.bundel}),
              shard(to.shard, "candidates"),
              {"--keep-going", "", "make the forms of the good rows when others have errors; the status is 1 then", &to.keep_going},
              jobs(to.jobs),
              templates(to.templates)},
             common_options(common)),
        [&] { return forms(to, common); }};
}

std::vector<Option> collect_options(CollectOptions& to) {
    return {
        required({"input", "FILE", "filled-in forms, scans of them (PDF, TIFF, JPEG, PNG), or folders with them", &to.inputs, Takes::file}),
        {"-o,--output", "FILE", "file to write, .xlsx, .csv, .json or .html; may be given again", &to.outputs, Takes::file},
        with_default({"--dossier", "FILE", "dossier that the forms are of", &to.dossier, Takes::file}),
        {"--oud", "FILE", "the dossier as it was, for forms of that version: YAML, XML, PDF or .txt", &to.old, Takes::file},
        {"--overzichten", "DIR", "also the resultatenoverzicht of each candidate, in this folder", &to.overviews, Takes::folder},
        {"--anoniem", "FILE", "pseudonyms for people, from the salt in this file, which is made if need be", &to.anoniem, Takes::file},
        {"--klassenlijst", "LIST", "of scans: the class list that the forms were made from, which says whose they are", &to.klassenlijst,
         Takes::file},
        blad(to.blad),
        codering(to.codering),
        {"--nakijken", "DIR",
         "of scans: the page nakijken.html in this folder, to decide what is not sure; what it saves there counts next time", &to.nakijken,
         Takes::folder},
        {"--zonder-handtekening", "", "forms need no digital signature: they are signed on paper", &to.zonder_handtekening},
        jobs(to.jobs),
        templates(to.templates)};
}

Command collect_command(CollectOptions& to, Common& common) {
    return {"collect",
            "read filled-in forms, work out the results, and say what a person must look at",
            {"dossier collect formulieren                              resultaten.xlsx",
             "dossier collect formulieren -o uit.xlsx -o uit.html --overzichten overzichten",
             "dossier collect *.pdf --oud dossier-2024.yaml            some forms are of an older version",
             "dossier collect scans --klassenlijst klas.xlsx --nakijken scans    forms on paper, with a page of what is not sure",
             "dossier collect formulieren -o uit.csv --anoniem zout.txt    without names; the same person, the same pseudonym"},
            with(collect_options(to), common_options(common)),
            [&] { return collect(to, common); }};
}

Command init_command(InitOptions& to, Common& common) {
    return {"init",
            "write a small dossier.yaml to start from, with comments",
            {"dossier init", "dossier init horeca.yaml --naam \"Keuken\""},
            with({{"file", "FILE", "file to write, which must not be there yet; - is stdout", &to.output, Takes::file},
                  {"--naam", "TEXT", "name of the dossier", &to.naam}},
                 common_options(common)),
            [&] { return init(to, common); }};
}

Command dump_command(DumpOptions& to, Common& common) {
    return {
        "dump",
        "show what passes from one stage to the next, as text",
        {"dossier dump --stage=model", "dossier dump --stage=view --profiel P3",
         "dossier dump --stage=layout --profiel P3 --document beoordelingsformulier --onderdeel P3-K1"},
        with({{"file", "FILE", "dossier to read; - is stdin", &to.input, Takes::file},
              required(choice<DumpStage>(
                  "--stage", "NAME", to.stage,
                  {{"model", DumpStage::model}, {"view", DumpStage::view}, {"markup", DumpStage::markup}, {"layout", DumpStage::layout}})),
              {"--profiel", "CODE", "of this profiel, by code (P3)", &to.profiel},
              {"--document", "ID", "of this document of the manifest", &to.document},
              {"--onderdeel", "CODE", "of this kerntaak or werkproces, by code", &to.onderdeel},
              templates(to.templates)},
             common_options(common)),
        [&] { return dump(to, common); }};
}

Command completion_command(CompletionOptions& to) {
    return {"completion",
            "print the completion of this program for a shell",
            {"dossier completion bash > ~/.local/share/bash-completion/completions/dossier",
             "dossier completion fish > ~/.config/fish/completions/dossier.fish",
             "source <(dossier completion zsh)                     in this shell of zsh, for now"},
            {required(choice<Shell>("shell", "SHELL", to.shell, {{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}}))},
            [&] { return completion(to); }};
}

Command manual_command(ManualOptions& to) {
    return {
        "manual",
        "print a manual page: dossier (of the program) or dossier.yaml (of its input)",
        {"dossier manual > dossier.1 && man ./dossier.1", "dossier manual dossier.yaml > dossier.yaml.5"},
        {choice<ManualPageName>("page", "PAGE", to.page, {{"dossier", ManualPageName::program}, {"dossier.yaml", ManualPageName::file}})},
        [&] { return manual(to); }};
}

}  // namespace

std::vector<std::string> Option::spellings() const {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= names.size();) {
        const std::size_t comma = std::min(names.find(',', at), names.size());
        out.push_back(names.substr(at, comma - at));
        at = comma + 1;
    }
    return out;
}

std::string either(const std::vector<std::string>& words) {
    return words.size() < 2 ? joined(words) : joined(std::span(words).first(words.size() - 1)) + " or " + words.back();
}

Program program(Values& to) {
    return {"Makes exam forms (PDF), study guides (HTML) and exchange files (XML) from a kwalificatiedossier.",
            {"dossier build                      all documents of dossier.yaml, in output/",
             "dossier build --profiel P3 -o p3   those of one profiel",
             "dossier check handel.yaml          problems, each at its line and column"},
            {{"--version", "", "Display program version information and exit", &to.version},
             {"--json", "", "one JSON object on stdout, for scripts; with --version: with the licences", &to.common.json}},
            {build_command(to.build, to.common), watch_command(to.watch, to.common), check_command(to.check, to.common),
             import_command(to.import, to.common), diff_command(to.diff, to.common), fmt_command(to.fmt, to.common),
             forms_command(to.forms, to.common), collect_command(to.collect, to.common), init_command(to.init, to.common),
             dump_command(to.dump, to.common), completion_command(to.completion), manual_command(to.manual)}};
}

}  // namespace dossier::cli
