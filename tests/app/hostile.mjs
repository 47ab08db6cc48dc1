/// What nobody should give to the page: an answer comes, with what is wrong, in bounded time, and the next honest file is read.
///
/// usage: node hostile.mjs APP.JS REPOSITORY
/// Every seed of the fuzz targets of a reader goes where the page takes such a file.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "./program.mjs";

const [script, repository] = process.argv.slice(2);
const app = await load(script);
const kSeconds = 20;
let wrong = 0, tried = 0;

const honest = { name: "dossier.yaml", bytes: readFileSync(join(repository, "dossier.yaml")) };
const ask = (request, files) => {
  const { answer } = app.ask(request, files);
  if (!Array.isArray(answer.diagnostics)) throw new Error(`no diagnostics: ${JSON.stringify(answer)}`);
  return answer;
};
const open = (name) => (bytes) => ask({ do: "open" }, [{ name, bytes }]);
const collect = (name) => (bytes) => {
  ask({ do: "collect", aantal: 1 });
  const { bladzijden } = ask({ do: "add-form", nummer: 0 }, [{ name, bytes }]);
  for (let bladzijde = 0; bladzijde < Math.min(bladzijden, 20); ++bladzijde) ask({ do: "add-page", nummer: 0, bladzijde });
  const answer = ask({ do: "results" });
  if (answer.formulieren < 1 && answer.bevindingen.length < 1) throw new Error("the file is not told");
};
const asList = (name) => (bytes) => ask({ do: "class-list" }, [{ name, bytes }]);
const asStyle = (name) => (bytes) => ask({ do: "style" }, [{ name, bytes }]);

/// Where the seeds of a target go. The others take what no page is given by itself: a font or a template of our own.
const kTargets = {
  yaml: [open("dossier.yaml")], xml: [open("dossier.xml")], sbb: [open("sbb.xml")], text: [open("bron.txt")],
  pdftext: [open("dossier.pdf"), collect("formulier.pdf")], form: [collect("formulier.pdf"), open("dossier.pdf")],
  picture: [collect("scan.tiff")], image: [asStyle("logo.png"), asStyle("logo.svg"), collect("foto.png")],
  list: [asList("klas.csv"), asList("klas.xlsx")], style: [asStyle("huisstijl.yaml")],
};

for (const [target, ways] of Object.entries(kTargets)) {
  const folder = join(repository, "tests/fuzz/corpus", target);
  for (const seed of readdirSync(folder).sort())
    for (const way of ways) {
      ++tried;
      const begin = Date.now();
      try {
        ask({ do: "open" }, [honest]);
        way(readFileSync(join(folder, seed)));
      } catch (e) {
        ++wrong;
        console.error(`${target}/${seed}: ${e}`);
      }
      const seconds = (Date.now() - begin) / 1000;
      if (seconds > kSeconds) ++wrong, console.error(`${target}/${seed}: ${seconds} s`);
    }
}
if (ask({ do: "open" }, [honest]).inhoud?.profielen.length !== 6) ++wrong, console.error("an honest dossier is not read any more");
if (tried < 100) ++wrong, console.error("hardly anything was tried");
console.log(`${tried} hostile files, ${wrong} wrong; memory ${Math.round(app.memory() / 2 ** 20)} MiB`);
process.exit(wrong ? 1 : 0);
