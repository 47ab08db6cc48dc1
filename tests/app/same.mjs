/// The page and the command line give the same bytes for the same input.
///
/// usage: node same.mjs APP.JS DOSSIER TEXT_PDF SCAN_PILE SCRATCH INPUT...
/// Every output of each INPUT (YAML, or what `dossier import` takes; of text also its PDF, made by TEXT_PDF), in all formats; then the forms
/// of a class list, and what is collected from them, on screen and on paper (SCAN_PILE).
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { load } from "./program.mjs";

const [script, dossier, textPdf, scanPile, scratch, ...given] = process.argv.slice(2);
let wrong = 0;
const fail = (what) => (++wrong, console.error(what));

function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile() && !basename(name).startsWith("."));
}

/// Holds the files that the page made against a folder of the command line.
function compare(what, made, folder) {
  const there = new Set(filesIn(folder));
  for (const file of made) {
    if (!there.delete(file.name)) fail(`${what}: only the page made ${file.name}`);
    else if (Buffer.compare(Buffer.from(file.bytes), readFileSync(join(folder, file.name))) !== 0) fail(`${what}: ${file.name} differs`);
  }
  for (const name of there) fail(`${what}: only the command line made ${name}`);
  if (made.length === 0) fail(`${what}: nothing was made`);
  console.log(`${what}: ${made.length} files`);
}

const native = (...args) => execFileSync(dossier, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, SOURCE_DATE_EPOCH: "" } });
const file = (path) => ({ name: basename(path), bytes: readFileSync(path) });

rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });
const app = await load(script);
const inputs = given.flatMap((input) => {
  if (!input.endsWith(".txt")) return [input];
  const pdf = join(scratch, basename(input, ".txt") + ".pdf");
  execFileSync(textPdf, [input, pdf]);
  return [input, pdf];
});
for (const input of inputs) {
  const folder = join(scratch, basename(input) + ".uit");
  let source = input;
  if (!input.endsWith(".yaml")) native("import", input, "--naam", "Proef", "-o", (source = join(scratch, basename(input) + ".yaml")));
  const opened = app.ask({ do: "open", naam: "Proef" }, [file(input)]).answer;
  if (opened.error || opened.yaml !== readFileSync(source, "utf8")) fail(`${input}: the page reads another dossier: ${opened.error ?? ""}`);
  native("build", source, "-o", folder, "--quiet");
  const built = app.ask({ do: "build" });
  if (built.answer.error) fail(`${input}: ${built.answer.error}`);
  compare(relative(process.cwd(), input), built.files, folder);
}

// A class of made-up people: their forms, and what is collected from them as they are, blank.
const klas = join(scratch, "klas.csv");
const names = ["Łukasz Dvořák", "Şule Öztürk", "Anne-Wil d'Hondt", "Zoë Ångström", "Fatima el Amrani", "Nguyễn Văn Đức"];
writeFileSync(klas, ["studentnummer;naam;groep;profiel", ...names.map((name, i) => `100${i};${name};VK4A;P3`), ""].join("\n"));
const forms = join(scratch, "formulieren");
native("forms", klas, "--dossier", inputs[0], "-o", forms, "--quiet");
app.ask({ do: "open" }, [file(inputs[0])]);
const rows = app.ask({ do: "class-list" }, [file(klas)]).answer.rijen;
if (rows.length !== names.length || rows[1].velden[1] !== names[1]) fail("the page reads another class list");
const { paden } = app.ask({ do: "plan-forms" }).answer;
const made = [];
for (let i = 0; i < paden.length; i += 5) made.push(...app.ask({ do: "make-forms", van: i, tot: i + 5 }).files);
compare("klas.csv", made, forms);

const results = resolve(scratch, "resultaten");
mkdirSync(results);
const formats = ["xlsx", "csv", "json", "html"].flatMap((end) => ["-o", join(results, `resultaten.${end}`)]);
// Status 1: a person must look, as blank forms have no results.
const collect = spawnSync(dossier, ["collect", ...paden, "--dossier", resolve(inputs[0]), "--klassenlijst", resolve(klas), ...formats,
  "--overzichten", join(results, "resultatenoverzichten"), "--quiet"], { cwd: forms, encoding: "utf8", env: { ...process.env, SOURCE_DATE_EPOCH: "" } });
if (collect.status > 1) fail(`dossier collect: ${collect.stderr}`);
app.ask({ do: "collect", aantal: paden.length });
paden.forEach((path, nummer) => app.ask({ do: "add-form", nummer }, [{ name: path, bytes: readFileSync(join(forms, path)) }]));
const collected = app.ask({ do: "results" });
if (collected.answer.formulieren !== paden.length) fail(`the page collects ${collected.answer.formulieren} forms of ${paden.length}`);
compare("resultaten", collected.files, results);

// On paper. The codes are read by two versions of one library, so a place on a page may differ by part of a pixel: what is compared is what
// the forms say, how sure that is, and what people are asked.
const paper = join(scratch, "papier"), pile = join(paper, "scans");
const kerntaak = "P3-K1";
mkdirSync(paper);
writeFileSync(join(paper, "klas.csv"), ["studentnummer;naam;groep;profiel", ...names.map((name, i) => `001230${i + 1};${name};VK4A;P3`), ""].join("\n"));
native("forms", join(paper, "klas.csv"), "--dossier", inputs[0], "-o", join(paper, "formulieren"), "--kerntaak", kerntaak, "--quiet");
execFileSync(scanPile, [inputs[0], join(paper, "formulieren"), paper]);
const scans = filesIn(pile).sort();
const onPaper = spawnSync(dossier, ["collect", pile, "--dossier", inputs[0], "--klassenlijst", join(paper, "klas.csv"), "-o", join(paper, "paper.json"),
  "--nakijken", join(paper, "nakijken"), "--quiet"], { encoding: "utf8" });
if (onPaper.status > 1) fail(`dossier collect: ${onPaper.stderr}`);
app.ask({ do: "class-list" }, [file(join(paper, "klas.csv"))]);
app.ask({ do: "collect", aantal: scans.length });
let pages = 0;
const begin = Date.now();
for (const [nummer, name] of scans.entries()) {
  const { answer } = app.ask({ do: "add-form", nummer }, [{ name, bytes: readFileSync(join(pile, name)) }]);
  pages += answer.bladzijden;
  for (let bladzijde = 0; bladzijde < answer.bladzijden; ++bladzijde) app.ask({ do: "add-page", nummer, bladzijde });
}
console.log(`paper: ${pages} pages, ${Math.round((Date.now() - begin) / pages)} ms a page`);
const read = app.ask({ do: "results" });
for (const [i, { nummer, bladzijde }] of read.answer.tonen.entries())
  app.ask({ do: "show-page", nummer, bladzijde }, i > 0 && read.answer.tonen[i - 1].nummer === nummer ? [] : [{ name: "", bytes: readFileSync(join(pile, scans[nummer])) }]);
const review = app.ask({ do: "review" }).files[0];
/// Without rectangles, and where a file lies.
const said = (json) => JSON.stringify(JSON.parse(json), (key, value) =>
  key === "rechthoek" || key === "zekerheid" ? undefined : key === "bestand" ? basename(value) : value, 1);
const text = (bytes) => Buffer.from(bytes).toString();
const json = read.files.find((f) => f.name === "resultaten.json").bytes;
writeFileSync(join(paper, "page.json"), json);
if (said(text(json)) !== said(readFileSync(join(paper, "paper.json"), "utf8"))) fail("on paper: the page reads other answers, see paper.json and page.json");
const questions = (html) => [...html.matchAll(/data-veld="([^"]*)"/g)].map((m) => m[1]).join(" ");
if (!review || questions(text(review.bytes)) !== questions(readFileSync(join(paper, "nakijken", "nakijken.html"), "utf8")))
  fail("on paper: the page asks other questions");
console.log(`memory: ${Math.round(app.memory() / 2 ** 20)} MiB`);
process.exit(wrong ? 1 : 0);
