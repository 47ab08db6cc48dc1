// node klas.mjs PROGRAM DOSSIER WORK PAGES: makes PAGES/resultaten.html, of a class of made-up people with everything in it that a
// person must look at, and PAGES/resultaten-rust.html, of one form with nothing to look at. WORK/verwacht.json is what must stand on
// the first, worked out here from the answers and not by the program. Same input, same output.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [program, dossier, work, pages] = process.argv.slice(2).map(p => path.resolve(p));
const here = path.dirname(fileURLToPath(import.meta.url));
const KERNTAKEN = ['B1-K1', 'B1-K2', 'P3-K1'];
const LANG = 'Maria Wilhelmina Johanna Geertruida van der Woestijne-Vandenbroucketothoogvoorde';
const NAMEN = ['Łukasz Dvořák', 'Şule Öztürk', LANG, "Anne-Wil d'Hondt-van 't Ooster", 'Nguyễn Văn Đức', 'Zoë Ångström',
  'Prince', 'Ștefan Țăran', 'Jan <b>&amp; Piet</b>', 'Fatima el Amrani'];
const klas = NAMEN.map((naam, i) => ({ nummer: `00123${String(i + 1).padStart(2, '0')}`, naam }));

function dossierProgram(...args) {
  const done = spawnSync(program, [...args, '--dossier', dossier, '--quiet'], { encoding: 'utf8', cwd: work });
  if (done.status !== 0 && !(args[0] === 'collect' && done.status === 1)) throw new Error(`${args}: ${done.status}\n${done.stderr}`);
}

fs.rmSync(work, { recursive: true, force: true });
for (const name of ['leeg', 'ingevuld', 'rust']) fs.mkdirSync(path.join(work, name), { recursive: true });
const rijen = klas.map(k => `${k.nummer};${k.naam.replace(/^.*[<"].*$/, '"$&"')};VK4A;P3;Bakkerij De Gouden Aar`);
fs.writeFileSync(path.join(work, 'klas.csv'), ['studentnummer;naam;groep;profiel;leerbedrijf', ...rijen, ''].join('\n'));
dossierProgram('forms', path.join(work, 'klas.csv'), '-o', path.join(work, 'leeg'), ...KERNTAKEN.flatMap(k => ['--kerntaak', k]));

const leeg = (k, kerntaak) => path.join(work, 'leeg', `${k.nummer}-beoordelingsformulier-${kerntaak.toLowerCase()}.pdf`);
const codes = {};
for (const kerntaak of KERNTAKEN) {
  const data = new Uint8Array(fs.readFileSync(leeg(klas[0], kerntaak)));
  const doc = await getDocument({ data, isEvalSupported: false, verbosity: 0 }).promise;
  codes[kerntaak] = Object.keys(await doc.getFieldObjects()).filter(n => /-G\d+$/.test(n));
  await doc.destroy();
}

// A form: who, which kerntaak, which criteria (by place) are not enough, and what is wrong with it.
const jobs = [], forms = [];
function form(n, kerntaak, slecht = [], how = {}) {
  const { zonder = [], stil = false, fout = false, door = 'Şule Öztürk', folder = 'ingevuld', naam } = how;
  const values = { 'beoordelaar-1': door, 'beoordelaar-2': 'J. de Vries', poging: '1', datum: '1-6-2026' };
  codes[kerntaak].forEach((code, i) => {
    if (zonder.includes(i)) return;
    values[code] = slecht.includes(i) ? 'onvoldoende' : i % 3 ? 'voldoende' : 'goed';
    if (slecht.includes(i) && !stil) values[code + '-motivering'] = 'Dit liet de kandidaat niet zien.';
  });
  const parts = new Map();
  codes[kerntaak].forEach((code, i) => {
    const part = code.replace(/-G\d+$/, '');
    parts.set(part, [...parts.get(part) ?? [], i]);
  });
  const word = is => {
    if (is.some(i => slecht.includes(i))) return 'onvoldoende';
    return is.some(i => zonder.includes(i)) ? 'onbeslist' : 'voldoende';
  };
  const all = word(codes[kerntaak].map((_, i) => i));
  for (const [code, list] of parts) if (word(list) !== 'onbeslist') values[code + '-resultaat'] = word(list);
  if (all !== 'onbeslist') values[kerntaak + '-resultaat'] = fout ? { voldoende: 'onvoldoende', onvoldoende: 'voldoende' }[all] : all;
  const k = klas[n], file = naam ?? `${k.nummer}-${kerntaak.toLowerCase()}.pdf`;
  jobs.push({ in: leeg(k, kerntaak), out: path.join(work, folder, file), values });
  if (folder === 'ingevuld')
    forms.push({ n, kerntaak, values, file, uitslag: all, kijk: zonder.length > 0 || fout || (stil && slecht.length > 0) });
}
for (let n = 0; n < 10; n++) {
  const lang = `${'Beoordelingsformulier_definitief_'.repeat(3)}getekend.pdf`;
  form(n, 'B1-K1', n % 4 === 1 ? [4, 9] : n === 2 ? [4] : [], { fout: n === 5 });
  if (n !== 6) form(n, 'B1-K2', n % 3 === 0 ? [2] : [], n === 2 ? { zonder: [0, 1, 5, 11] } : n === 3 ? { stil: true } : {});
  if (n < 5) form(n, 'P3-K1', n === 4 ? [0, 1, 2, 7] : [], { naam: n === 2 ? lang : undefined });
}
// Two assessors: of one candidate they come to the same result, of the other they do not.
form(0, 'B1-K1', [], { door: 'Bilal Yıldız', naam: '0012301-b1-k1-tweede.pdf' });
form(7, 'B1-K1', [9], { door: 'Bilal Yıldız', naam: '0012308-b1-k1-tweede.pdf' });
for (const f of forms) f.kijk ||= f.n === 7 && f.kerntaak === 'B1-K1';
form(0, 'B1-K1', [], { folder: 'rust' });
fs.writeFileSync(path.join(work, 'ingevuld', 'scan & <kopie> van de afdelingsprinter.pdf'), 'geen pdf\n');

fs.writeFileSync(path.join(work, 'opdrachten.json'), JSON.stringify(jobs));
const copy = path.join(here, 'node_modules', '.klas_pdfjs.mjs'); // modules are looked for beside the script
fs.copyFileSync(path.join(here, '../conformance/fill_pdfjs.mjs'), copy);
execFileSync(process.execPath, [copy, path.join(work, 'opdrachten.json')], { stdio: 'inherit' });

for (const [from, page] of [['ingevuld', 'resultaten.html'], ['rust', 'resultaten-rust.html']]) {
  const again = path.join(work, 'weer.html');
  for (const out of [path.join(pages, page), again]) dossierProgram('collect', from, '-o', out, '--zonder-handtekening');
  if (!fs.readFileSync(again).equals(fs.readFileSync(path.join(pages, page)))) throw new Error(page + ': two runs differ');
}

// What must stand on the page. A criterium counts on every form that rates it.
const telling = {};
for (const f of forms)
  for (const code of codes[f.kerntaak]) {
    if (!f.values[code]) continue;
    const t = telling[code] ??= { beoordeeld: 0, onvoldoende: 0 };
    t.beoordeeld++;
    if (f.values[code] === 'onvoldoende') t.onvoldoende++;
  }
const cellen = klas.map((k, n) => KERNTAKEN.map(kerntaak => {
  const own = forms.filter(f => f.n === n && f.kerntaak === kerntaak);
  const words = [...new Set(own.map(f => f.uitslag))];
  return { uitslag: words.length > 1 ? 'niet beslist' : words[0] ?? 'geen formulier', kijk: own.some(f => f.kijk) };
}));
const paren = [[0, 'B1-K1'], [7, 'B1-K1']].map(([n, kerntaak]) => {
  const [een, ander] = forms.filter(f => f.n === n && f.kerntaak === kerntaak);
  const verschil = codes[kerntaak].filter(c => een.values[c] !== ander.values[c]);
  return { naam: klas[n].naam, kerntaak, gelijk: codes[kerntaak].length - verschil.length, van: codes[kerntaak].length, verschil,
    uitslagen: [een.uitslag, ander.uitslag] };
});
// The file that is no form counts as one to look at.
const kijk = forms.filter(f => f.kijk).map(f => f.file);
const verwacht = { klas, kerntaken: KERNTAKEN, cellen, telling, paren, formulieren: forms.length + 1, nakijken: kijk.length + 1, kijk };
fs.writeFileSync(path.join(work, 'verwacht.json'), JSON.stringify(verwacht, null, 1));
