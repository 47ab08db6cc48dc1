// node nakijken.mjs PROGRAM SCAN_PILE DOSSIER WORK PAGES: makes PAGES/nakijken.html, of a pile of scans with everything that a person
// must decide, and PAGES/nakijken-rust.html, of forms about which there is no question.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [program, pile, dossier, work, pages] = process.argv.slice(2).map(p => path.resolve(p));
const NAMEN = ['Łukasz Dvořák', 'Şule Öztürk', 'Maria Wilhelmina Johanna Geertruida van der Woestijne-Vandenbroucketothoogvoorde',
  "Anne-Wil d'Hondt-van 't Ooster", 'Nguyễn Văn Đức', 'Zoë Ångström'];

function run(status, command, ...args) {
  const done = spawnSync(command, args, { encoding: 'utf8', cwd: work });
  if (!status.includes(done.status)) throw new Error(`${command} ${args}: ${done.status}\n${done.stderr}`);
}

fs.rmSync(work, { recursive: true, force: true });
fs.mkdirSync(work, { recursive: true });
const rijen = NAMEN.map((naam, i) => `001230${i + 1};${naam};VK4A;P3;Bakkerij De Gouden Aar`);
fs.writeFileSync(path.join(work, 'klas.csv'), ['studentnummer;naam;groep;profiel;leerbedrijf', ...rijen, ''].join('\n'));
run([0], program, 'forms', 'klas.csv', '-o', 'leeg', '--kerntaak', 'P3-K1', '--dossier', dossier, '--quiet');
run([0], pile, dossier, 'leeg', '.');
for (const [from, page] of [['scans', 'nakijken.html'], ['leeg', 'nakijken-rust.html']]) {
  run([0, 1], program, 'collect', from, '--klassenlijst', 'klas.csv', '--nakijken', 'kijk', '-o', 'uit.json', '--dossier', dossier,
    '--quiet');
  fs.copyFileSync(path.join(work, 'kijk', 'nakijken.html'), path.join(pages, page));
}
