// node pack.mjs APP_JS APP_WASM VERSION_JSON OUT.html: makes the page, one file with all in it. VERSION_JSON is a file with what
// `dossier --version --json` says. Needs `npm ci` here and the command `esbuild`. Same input, same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const [appJs, appWasm, versionFile, out] = process.argv.slice(2);
if (!out) { console.error('usage: node pack.mjs APP_JS APP_WASM VERSION_JSON OUT.html'); process.exit(2); }
const here = path.dirname(fileURLToPath(import.meta.url));
const version = JSON.parse(fs.readFileSync(versionFile, 'utf8'));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-page-'));

/// The text of `entry` with what it imports, and the npm packages that are in it.
const packages = new Set();
function bundle(entry) {
  const js = path.join(temporary, 'out.js'), meta = path.join(temporary, 'meta.json');
  execFileSync('esbuild', [entry, '--bundle', '--minify', '--format=iife', '--target=es2022', '--charset=utf8', '--legal-comments=none',
    `--outfile=${js}`, `--metafile=${meta}`, '--log-level=warning'], { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  for (const input of Object.keys(JSON.parse(fs.readFileSync(meta, 'utf8')).inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) packages.add(name);
  }
  return fs.readFileSync(js, 'utf8').trim();
}

// Inside an element for a script no text may look like its end, or like the begin of a comment.
const inElement = text => text.replace(/<(?=\/script|!--)/gi, '\\x3c');

/// The texts of licences, by the name that people see.
const texts = {};
const inDebian = name => {
  const file = `/usr/share/doc/${name}/copyright`;
  if (!fs.existsSync(file)) throw new Error(`there is no ${file}, and the page must have the licence`);
  return fs.readFileSync(file, 'utf8').trim();
};
const versionInDebian = name => execFileSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' });

/// What the page is linked with, where the program has it from a library that is loaded.
const within = [['FreeType', 'FTL OR GPL-2.0-or-later', 'libfreetype6'], ['libjpeg-turbo', 'IJG AND BSD-3-Clause AND Zlib', 'libjpeg62-turbo'],
  ['OpenJPEG', 'BSD-2-Clause', 'libopenjp2-7'], ['libtiff', 'libtiff', 'libtiff6'],
  ['musl, libc++ (Emscripten)', 'MIT AND Apache-2.0 WITH LLVM-exception', 'emscripten']];

/// What is in the program itself: the page runs `dossier` and what reads PDFs, forms and scans, without what serves a terminal or an operating
/// system. It has another ZXing.
function ofProgram(about) {
  const absent = ['CLI11', 'libseccomp', 'ZXing-C++'];
  const programs = ['dossier', 'dossier-pdfform', 'dossier-pdftext', 'dossier-scan'];
  const runs = l => l.program.split(', ').some(p => programs.includes(p)) && !absent.includes(l.name);
  const own = [...about.embedded, ...about.libraries].filter(runs).map(l => {
    const debian = /^Debian package (\S+)/.exec(l.origin)?.[1];
    if (debian) texts[l.name] = inDebian(debian);
    return { naam: l.name, versie: l.version, licentie: l.licence, herkomst: l.origin };
  });
  return [...own, ...within.map(([naam, licentie, debian]) => {
    texts[naam] = inDebian(debian);
    return { naam, licentie, herkomst: `Debian package ${debian} ${versionInDebian(debian)}` };
  })];
}

/// The licences that those texts only name.
const common = ['Apache-2.0', 'GPL-2', 'GPL-3', 'LGPL-2.1', 'LGPL-3', 'MPL-1.1'].map(naam => {
  texts[naam] = fs.readFileSync(`/usr/share/common-licenses/${naam}`, 'utf8').trim();
  return { naam };
});

function ofPackages() {
  return [...packages].sort().map(name => {
    const folder = path.join(here, 'node_modules', name);
    const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = fs.readdirSync(folder).sort().find(f => /^licen[cs]e/i.test(f));
    if (!file) throw new Error(`${name} has no licence`);
    texts[name] = fs.readFileSync(path.join(folder, file), 'utf8').trim();
    const licence = name === 'zxing-wasm' ? `${about.license} AND Apache-2.0 (ZXing-C++)` : about.license;
    return { naam: name, versie: about.version, licentie: licence, herkomst: 'npm' };
  });
}

const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5a82"/>'
  + '<path d="M4 4h8M4 8h8M4 12h5" stroke="#fff" stroke-width="1.5"/></svg>';
const minified = fs.readFileSync(path.join(here, 'app.css'), 'utf8').trim();
const main = inElement(bundle('main.js'));
// The module of the program goes first: the worker calls it by name.
const worker = inElement(`${fs.readFileSync(appJs, 'utf8').trim()}\n${bundle('worker.js')}`);
function packedText(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;  // which system packed it does not matter
  return packed.toString('base64');
}
fs.rmSync(temporary, { recursive: true });

const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
// The page of doubts that the program makes is shown in a frame, and has this script, without its empty lines as in every page.
const review = fs.readFileSync(path.join(here, '../../../templates/html/nakijken.js'), 'utf8').replace(/\n+/g, '\n').replace(/\n$/, '');
const parts = {
  csp: [`default-src 'none'`, `script-src ${hash(main)} ${hash(review)} 'wasm-unsafe-eval'`, 'worker-src blob:', `style-src 'unsafe-inline'`,
    'img-src data: blob:',
    'frame-src blob:', `connect-src 'none'`, `form-action 'none'`, `base-uri 'none'`].join('; '),
  icon: `data:image/svg+xml,${encodeURIComponent(icon)}`,
  css: minified,
  about: JSON.stringify({ versie: version.version,
    licenties: [...ofProgram(version), ...ofPackages(), ...common].map(l => ({ ...l, tekst: l.naam in texts })) }).replace(/</g, '\\u003c'),
  texts: packedText(JSON.stringify(texts)),
  worker, wasm: packedText(fs.readFileSync(appWasm)),
  barcodes: packedText(fs.readFileSync(path.join(here, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'))), main,
};
const page = fs.readFileSync(path.join(here, 'index.html'), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key) => parts[key]);
if (page.length > 12e6) throw new Error(`the page is too large: ${page.length} bytes`);
fs.writeFileSync(out, page);
const kib = n => `${Math.round(n / 1024)} KiB`;
console.log(`${out}: ${kib(page.length)} (program ${kib(parts.wasm.length)}, worker ${kib(worker.length)}, page ${kib(main.length)}, `
  + `style ${kib(parts.css.length)}); ${kib(gzipSync(page).length)} gzipped`);
