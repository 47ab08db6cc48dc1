// Journeys through the page in a browser, opened from file: node app.mjs DOSSIER_APP_HTML REPOSITORY FOLDER PAPER [REGEXP]. FOLDER is what
// `dossier build REPOSITORY/dossier.yaml -o FOLDER` made, without a date: the page must make the same bytes. PAPER has klas.csv, the scans of
// a pile of forms for it in scans/ (see scan_pile), and bron.pdf, a published dossier that does not say its name; see journeys.sh. With
// SHOTS=FOLDER in the environment also pictures of every section. Needs what run.mjs needs. Exit 0: all passed; 1: something failed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from './unzip.mjs';
import { PDFDocument } from 'pdf-lib';
import { chromium } from 'playwright-core';

const [html, repository, folder, paper, pattern] = process.argv.slice(2);
if (!paper) { console.error('usage: node app.mjs DOSSIER_APP_HTML REPOSITORY FOLDER PAPER [REGEXP]'); process.exit(2); }
const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const address = pathToFileURL(path.resolve(html)).href;
const yaml = fs.readFileSync(path.join(repository, 'dossier.yaml'), 'utf8');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-app-'));
const file = (name, text) => { fs.writeFileSync(path.join(work, name), text); return path.join(work, name); };
const sections = ['begin', 'bewerken', 'maken', 'verzamelen', 'vergelijken', 'over'];
const older = yaml.replace('gebruikt informatiebronnen doelgericht en efficiënt;', 'gebruikt bronnen;');
const klas = ['studentnummer;naam;groep;profiel;leerbedrijf', '0012301;Łukasz Dvořák;VK4A;P3;Bakkerij De Gouden Aar',
  '0012302;Fatima el Amrani;VK4A;P3;Winkel & Zn', ''].join('\n');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;
const only = new RegExp(pattern || '');
const server = http.createServer((request, answer) => {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  fs.createReadStream(html).pipe(answer);
}).listen(0, '127.0.0.1');
await once(server, 'listening');

/// `served`: from a web server on this machine, else as a file.
async function test(name, { served = false, ...options }, journey) {
  if (!only.test(name)) return;
  const from = served ? `http://127.0.0.1:${server.address().port}/dossier-app.html` : address;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  context.setDefaultTimeout(20000);
  const noise = [];
  // The page, and what it opens in a tab of its own.
  context.on('page', page => {
    page.on('console', m => { if (m.type() === 'error' || /Content Security Policy/.test(m.text())) noise.push(m.text()) });
    page.on('pageerror', e => noise.push(String(e)));
  });
  context.on('request', r => { if (!/^(file|data|blob):/.test(r.url()) && !(served && r.url() === from)) noise.push('request: ' + r.url()) });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
  });
  const begin = Date.now();
  try {
    await page.goto(from);
    await journey(page);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(noise, []);
    console.log(`ok    ${name} (${Date.now() - begin} ms)`);
  } catch (e) {
    failed++;
    const said = await page.locator('#melding').textContent({ timeout: 1000 }).catch(() => '');
    const lines = [...String(e.message || e).split('\n').slice(0, 12), `says: ${said}`, ...noise];
    console.log([`FAIL  ${name}`, ...lines].join('\n      '));
  }
  await context.close();
}

const says = (page, words) => page.waitForFunction(([source]) => new RegExp(source).test(document.querySelector('#melding').textContent),
  [words.source],
  { timeout: 60000 });
async function go(page, section) {
  await page.click(`nav a[href="#${section}"]`);
  await page.waitForFunction(s => document.activeElement.id === `kop-${s}`, section);
}
async function example(page) {
  await page.click('#voorbeeld');
  await says(page, /geopend/);
}
async function opened(page, name, text) {
  await page.setInputFiles('#kies-dossier', file(name, text));
  await says(page, /geopend/);
}
async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const at = path.join(work, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(at);
  return { name: download.suggestedFilename(), at, bytes: fs.readFileSync(at) };
}
/// Drops a file on a zone as a person does with the mouse.
async function drop(page, zone, name, text) {
  const transfer = await page.evaluateHandle(([name, text]) => {
    const t = new DataTransfer();
    t.items.add(new File([text], name));
    return t;
  }, [name, text]);
  await page.dispatchEvent(zone, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(zone, 'drop', { dataTransfer: transfer });
}
const tree = root => fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter(f => f.isFile())
  .map(f => path.relative(root, path.join(f.parentPath ?? f.path, f.name)).split(path.sep).join('/'))
  .filter(f => !f.startsWith('.')).sort();

await test('the example: contents, messages, and the editor at the line of one', {}, async page => {
  await example(page);
  assert.ok(await page.locator('#gelezen h3').first().textContent());
  assert.ok(await page.locator('#gelezen table').count() > 0);
  assert.ok(await page.evaluate(() => document.querySelector('#bestand').textContent.length > 3));
});

await test('a dossier from a file by the input, and a message leads to its line', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  const message = page.locator('#gelezen .meldingen > li').filter({ has: page.locator('mark') }).first();
  assert.ok((await message.locator('.regel').textContent()).length > 3);
  const words = await message.getByRole('button').textContent();
  await message.getByRole('button').click();
  await page.waitForFunction(() => document.activeElement.classList.contains('cm-content'));
  const line = /\d+/.exec(words)[0];
  const active = await page.evaluate(() => document.querySelector('.cm-gutterElement.cm-activeLineGutter')?.textContent);
  assert.equal(active, line);
});

await test('a dossier that is dropped', {}, async page => {
  await drop(page, '#zone-dossier', 'dossier.yaml', yaml);
  await says(page, /geopend/);
});

await test('XML that the program made, and text that is no dossier', {}, async page => {
  const xml = tree(folder).find(f => f.endsWith('dossier-sbb.xml')) ?? tree(folder).find(f => f.endsWith('kwalificatie.xml'));
  await page.setInputFiles('#kies-dossier', path.join(folder, xml));
  await says(page, /geopend/);
  await go(page, 'bewerken');
  assert.match(await page.locator('.cm-content').textContent(), /naam:/);
  await go(page, 'begin');
  await page.setInputFiles('#kies-dossier', file('brief.txt', 'Beste allemaal,\n\nDit is een brief.\n'));
  await page.locator('#vraag-ja').click({ timeout: 3000 }).catch(() => {});
  await says(page, /brief\.txt is (niet )?geopend/);
  assert.ok(await page.locator('.meldingen li').count() > 0);
});

await test('build: the zip holds the same bytes as the folder', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
  const first = await downloaded(page, () => page.click('#gemaakt .alles'));
  assert.equal(first.name, 'dossier.zip');
  const files = unzipSync(first.bytes), want = tree(folder);
  assert.deepEqual([...files.keys()].sort(), want);
  const differ = want.filter(f => !fs.readFileSync(path.join(folder, f)).equals(files.get(f)));
  assert.deepEqual(differ, []);
  await says(page, /gedownload/);
  const again = await downloaded(page, () => page.click('#gemaakt .alles'));
  assert.ok(first.bytes.equals(again.bytes), 'two zips differ');
  // One file by itself, and the preview of a guide.
  const one = page.locator('#gemaakt button[aria-label="Download vergelijk.html"]').first();
  const single = await downloaded(page, () => one.click());
  assert.ok(single.bytes.equals(fs.readFileSync(path.join(folder, 'vergelijk.html'))));
  await page.evaluate(() => { for (const d of document.querySelectorAll('#gemaakt details')) d.open = true });
  await page.locator('#gemaakt button[aria-label="Bekijk studiegids.html"]').first().click();
  const frame = await (await page.waitForSelector('#gemaakt iframe')).contentFrame();
  await frame.waitForSelector('h1');
  assert.equal(await page.locator('#gemaakt iframe').getAttribute('sandbox'), '');
});

await test('some profielen and formaten only', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  for (const box of await page.locator('#kies-profielen input').all()) if (await box.getAttribute('value') !== 'P3') await box.uncheck();
  for (const box of await page.locator('#kies-formaten input').all()) if (await box.getAttribute('value') !== 'pdf') await box.uncheck();
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
  const zip = unzipSync((await downloaded(page, () => page.click('#gemaakt .alles'))).bytes);
  assert.ok(zip.size > 3);
  for (const [name, bytes] of zip) {
    assert.match(name, /^p3-.*\.pdf$/);
    assert.ok(bytes.equals(fs.readFileSync(path.join(folder, name))), name);
  }
});

await test('broken YAML: the line is shown, and writing mends it', {}, async page => {
  await opened(page, 'stuk.yaml', yaml.replace(/^naam: .*$/m, 'naam: [een, twee'));
  const first = page.locator('#gelezen .meldingen > .error').first();
  assert.match(await first.textContent(), /regel \d+/);
  await go(page, 'maken');
  assert.match(await page.locator('#deel-maken .eerst').textContent(), /fout/);
  await go(page, 'bewerken');
  await page.click('.cm-content');
  await page.keyboard.press('Control+Home');
  const at = yaml.split('\n').findIndex(l => l.startsWith('naam:'));
  for (let i = 0; i < at; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('naam: Een ander dossier');
  await page.waitForFunction(() => !/fout(en)?,/.test(document.querySelector('#tel-editor').textContent)
    && !document.querySelector('#fouten-editor .error'), null, { timeout: 30000 });
  const saved = await downloaded(page, () => page.click('#bewaar'));
  assert.equal(saved.name, 'dossier.yaml');
  assert.match(saved.bytes.toString(), /^naam: Een ander dossier$/m);
});

await test('the editor: completion, undo, the form, tidying', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'bewerken');
  await page.click('#velden-blok summary');
  await page.fill('#veld-versie', '2026-1');
  await page.locator('#veld-versie').blur();
  await page.fill('#veld-vastgesteld', '2026-03-01');
  await page.locator('#veld-vastgesteld').blur();
  await page.fill('#regel-0', '75%');
  await page.locator('#regel-0').blur();
  const text = (await downloaded(page, () => page.click('#bewaar'))).bytes.toString();
  assert.match(text, /^versie: 2026-1$/m);
  assert.match(text, /^vastgesteld: 2026-03-01$/m);
  assert.match(text, /^ {4}criteria: 75%$/m);
  assert.equal(text.split('\n').length, yaml.split('\n').length + 2, 'the rest stays as it was');
  // A crucial criterium, ticked and unticked.
  await page.evaluate(() => { for (const d of document.querySelectorAll('#cruciaal details')) d.open = true });
  await page.check('#cruciaal input[value="B1-K1-W2-G4"]');
  assert.match((await downloaded(page, () => page.click('#bewaar'))).bytes.toString(), /^ {2}cruciaal:\n {4}- B1-K1-W2-G4$/m);
  await page.uncheck('#cruciaal input[value="B1-K1-W2-G4"]');
  assert.equal((await downloaded(page, () => page.click('#bewaar'))).bytes.toString(), text);
  for (let i = 0; i < 5; i++) await page.click('#ongedaan');
  assert.equal((await downloaded(page, () => page.click('#bewaar'))).bytes.toString(), yaml);
  await page.click('.cm-content');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nverant');
  await page.keyboard.press('Control+Space');
  await page.waitForSelector('.cm-tooltip-autocomplete');
  assert.match(await page.locator('.cm-tooltip-autocomplete').textContent(), /verantwoording/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.click('#netjes');
  await says(page, /netjes/);
});

await test('unsaved work: another file asks first; kept work comes back and goes', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'bewerken');
  await page.click('.cm-content');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# mijn werk\n');
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.ok(await asks());
  await go(page, 'begin');
  await page.click('#voorbeeld');
  await page.waitForSelector('dialog[open]');
  assert.deepEqual(await axeFinds(page), []);
  await page.click('#vraag-nee');
  await go(page, 'bewerken');
  assert.match(await page.locator('.cm-content').textContent(), /# mijn werk/);
  await page.check('#bewaar-hier');
  assert.ok(!await asks());
  assert.ok(await page.evaluate(() => JSON.parse(localStorage.getItem('dossier-app')).text.startsWith('# mijn werk')));
  await page.goto(address.replace(/#.*/, '') + '?');
  await page.waitForSelector('#bewaard-open');
  await page.click('#bewaard-open');
  await says(page, /bewaarde werk is geopend/);
  await go(page, 'bewerken');
  assert.match(await page.locator('.cm-content').textContent(), /# mijn werk/);
  await page.click('#bewaar-weg');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

let filled;
await test('a class list: rows, problems, forms in a zip; filled in they give results', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.setInputFiles('#kies-klas', file('stuk.csv', klas.replace('0012302;', ';').replace(';P3;Winkel', ';P9;Winkel')));
  await says(page, /kandida/);
  assert.ok(await page.locator('#klas .meldingen > .error').count() > 0);
  assert.equal(await page.locator('#klas form').count(), 0);
  await drop(page, '#zone-klas', 'klas.csv', klas);
  await page.waitForSelector('#klas form');
  assert.match(await page.locator('#klas table').first().textContent(), /Łukasz Dvořák/);
  await page.click('#klas form button[type=submit]');
  await says(page, /^Klaar: \d+ form/);
  const zip = unzipSync((await downloaded(page, () => page.click('#klas .alles'))).bytes);
  const names = [...zip.keys()].filter(n => n.endsWith('.pdf'));
  assert.ok(names.length >= 8 && zip.has('overzicht.csv'), [...zip.keys()].join(' '));

  const pdf = await PDFDocument.load(zip.get(names.find(n => n.includes('0012301') && n.includes('b1-k1'))), { updateMetadata: false });
  const form = pdf.getForm();
  for (const field of form.getFields()) {
    const name = field.getName();
    if (/-G\d+$/.test(name)) field.select('voldoende');
    else if (/-resultaat$/.test(name)) field.select('voldoende');
    else if (/^beoordelaar-/.test(name)) field.setText('J. de Vries');
  }
  filled = await pdf.save({ updateFieldAppearances: false });
  await go(page, 'verzamelen');
  await page.uncheck('#handtekening');
  fs.writeFileSync(path.join(work, 'ingevuld.pdf'), filled);
  await page.setInputFiles('#kies-formulieren', [path.join(work, 'ingevuld.pdf'), file('geen.pdf', 'geen pdf\n')]);
  await says(page, /2 formulieren gelezen/);
  assert.match(await page.locator('#resultaten table').first().textContent(), /Łukasz Dvořák.*voldoende/);
  const csv = (await downloaded(page, () => page.getByRole('button', { name: 'Download resultaten.csv' }).click())).bytes.toString();
  assert.match(csv, /Łukasz Dvořák/);
  const xlsx = (await downloaded(page, () => page.getByRole('button', { name: 'Download resultaten.xlsx' }).click())).bytes;
  assert.equal(xlsx.subarray(0, 2).toString(), 'PK');
  await page.click('#leeg');
  await says(page, /weg uit het geheugen/);
  assert.equal(await page.locator('#resultaten').textContent(), '');
});

/// Adds the first files to the class list and gives the scans to Verzamelen.
async function collectPaper(page, files) {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.setInputFiles('#kies-klas', path.join(paper, 'klas.csv'));
  await page.waitForSelector('#klas form');
  await go(page, 'verzamelen');
  await page.setInputFiles('#kies-formulieren', files);
  await says(page, /formulier(en)? gelezen/);
}
const scan = name => path.join(paper, 'scans', name);
const results = async page => JSON.parse((await downloaded(page,
  () => page.getByRole('button', { name: 'Download resultaten.json' }).click())).bytes.toString());
async function reviewed(page) {
  const frame = await (await page.waitForSelector('#resultaten iframe')).contentFrame();
  await frame.waitForLoadState('load');
  return frame;
}

await test('paper: scans of every kind, the page of doubts, and answers that count', {}, async page => {
  await collectPaper(page, fs.readdirSync(path.join(paper, 'scans')).map(scan));
  const first = await results(page);
  assert.deepEqual([...new Set(first.formulieren.map(f => f.kandidaat?.studentnummer).filter(Boolean))].sort(),
    ['0012301', '0012302', '0012303', '0012304', '0012305', '0012306']);
  assert.match(await page.locator('#resultaten').textContent(), /Fenna Proefman/);
  const review = await reviewed(page);
  await review.waitForSelector('.vraag');
  assert.deepEqual(await review.evaluate(() => [...document.images].filter(i => !i.naturalWidth).map(i => i.alt)), []);
  const asked = await review.locator('.vraag').count();
  const radio = review.locator('.vraag input[type=radio]').first();
  await radio.check();
  const chosen = await radio.evaluate(e => ({ field: e.closest('.vraag').dataset.veld, value: e.value }));
  await page.evaluate(() => { document.querySelector('#melding').textContent = ''; });
  await review.click('#bewaar');
  await says(page, /formulieren gelezen/);
  assert.equal(await (await reviewed(page)).locator('.vraag').count(), asked - 1);
  const saved = await downloaded(page, () => page.getByRole('button', { name: 'Download nakijken.json' }).click());
  const kept = JSON.parse(saved.bytes.toString()).beslissingen;
  assert.deepEqual(kept.map(b => [b.veld, b.waarde]), [[chosen.field, chosen.value]]);
  // Once more, with the answers from the file.
  await page.evaluate(() => { document.querySelector('#melding').textContent = ''; });
  await page.setInputFiles('#kies-formulieren', [...fs.readdirSync(path.join(paper, 'scans')).map(scan), saved.at]);
  await says(page, /formulieren gelezen/);
  assert.equal(await (await reviewed(page)).locator('.vraag').count(), asked - 1);
});

await test('paper: a page that ends the program is told, and the others are read', {}, async page => {
  await page.addInitScript(() => {
    const Real = Worker;
    window.Worker = class extends Real {
      postMessage(m) {
        if (m.kind === 'ask' && /"add-page".*"bladzijde":1\b/.test(m.request)) m = { ...m, files: [{ name: 'x', blob: 1 }] };
        super.postMessage(m);
      }
    };
  });
  await page.goto('about:blank');
  await page.goto(address);
  await collectPaper(page, [scan('een.pdf'), scan('drie-1.jpg')]);
  const found = await results(page);
  assert.match(JSON.stringify(found), /te groot|te veel tijd|Bladzijde 2/i);
  assert.ok(found.formulieren.some(f => f.kandidaat?.studentnummer === '0012301'));
});

await test('a published PDF that does not say its name: the page asks for it', {}, async page => {
  await page.setInputFiles('#kies-dossier', path.join(paper, 'bron.pdf'));
  await says(page, /bron\.pdf is niet geopend/);
  await page.fill('#naam-dossier', 'Zelf gegeven naam');
  await page.click('#gelezen form button[type=submit]');
  await says(page, /bron\.pdf is geopend/);
  assert.equal(await page.locator('#gelezen h3').first().textContent(), 'Zelf gegeven naam');
});

await test('forms of an older version, with that version', {}, async page => {
  assert.ok(filled, 'needs the journey of the class list');
  fs.writeFileSync(path.join(work, 'ingevuld.pdf'), filled);
  const newer = yaml.replace('gebruikt informatiebronnen doelgericht en efficiënt;', 'gebruikt bronnen;');
  await opened(page, 'nieuw.yaml', newer);
  await go(page, 'verzamelen');
  await page.uncheck('#handtekening');
  const kinds = async () => (await results(page)).formulieren[0].bevindingen.map(b => b.soort);
  await page.setInputFiles('#kies-formulieren', path.join(work, 'ingevuld.pdf'));
  await says(page, /1 formulier gelezen/);
  const without = await kinds();
  await page.click('#deel-verzamelen summary');
  await page.setInputFiles('#kies-oudere', file('oud.yaml', yaml));
  // An input that is given the same file again tells nobody.
  fs.writeFileSync(path.join(work, 'weer.pdf'), filled);
  await page.evaluate(() => { document.querySelector('#melding').textContent = ''; });
  await page.setInputFiles('#kies-formulieren', path.join(work, 'weer.pdf'));
  await says(page, /1 formulier gelezen/);
  assert.notDeepEqual(await kinds(), without);
  assert.equal((await results(page)).formulieren[0].criteria[0].keuze, 'voldoende');
  await page.setInputFiles('#kies-oudere', file('geen.yaml', 'naam: [\n'));
  await page.setInputFiles('#kies-formulieren', path.join(work, 'ingevuld.pdf'));
  await says(page, /oudere versie van het dossier is niet gelezen/);
});

await test('30 MB, and a broken file of each kind: a message, and the page lives on', {}, async page => {
  const broken = { 'stuk.pdf': '%PDF-1.7\nstuk', 'stuk.xml': '<dossier><naam>', 'leeg.yaml': '', 'brief.docx': 'PK\x03\x04word/document.xml',
    'plaatje.png': '\x89PNG\r\n\x1a\n', 'nul.yaml': 'naam: a\0b\n', 'groot.yaml': `# ${'x'.repeat(17 << 20)}\n`,
    'groot.pdf': `%PDF-1.7\n${'%\n'.repeat(15 << 20)}` };
  for (const [name, text] of Object.entries(broken)) {
    await page.setInputFiles('#kies-dossier', file(name, Buffer.from(text, 'latin1')));
    await says(page, new RegExp(`${name.replace('.', '\\.')} is (niet )?geopend`));
    await page.locator('#vraag-ja').click({ timeout: 300 }).catch(() => {});
    assert.ok(await page.locator('#gelezen .meldingen > .error').count() > 0, name);
  }
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  for (const [name, text] of Object.entries({ 'stuk.xlsx': 'PK\x03\x04stuk', 'leeg.csv': '', 'klas.pdf': '%PDF-1.7' })) {
    await page.setInputFiles('#kies-klas', file(name, Buffer.from(text, 'latin1')));
    await says(page, new RegExp(`^${name.replace('.', '\\.')}: 0 kandidaten, \\d+ fout`));
    assert.ok(await page.locator('#klas .meldingen > .error').count() > 0, name);
  }
  await go(page, 'vergelijken');
  await page.setInputFiles('#kies-oud', file('stuk.xml', '<dossier>'));
  await page.waitForSelector('#verschil .error');
  // Filled in on screen, and kept by a program that adds much to it.
  await go(page, 'verzamelen');
  const large = Buffer.from(filled), tail = large.subarray(large.lastIndexOf('startxref'));
  fs.writeFileSync(path.join(work, 'dertig.pdf'), Buffer.concat([large, Buffer.alloc(30 << 20, '\n'), tail]));
  const jpeg = fs.readFileSync(scan('drie-1.jpg'));
  fs.writeFileSync(path.join(work, 'half.jpg'), jpeg.subarray(0, jpeg.length / 2));
  await page.setInputFiles('#kies-formulieren', [path.join(work, 'dertig.pdf'), path.join(work, 'half.jpg'), file('stuk.pdf', '%PDF-1.7\n'),
    file('stuk.tiff', Buffer.from('II*\0\xff\xff\xff\xff', 'latin1')), file('leeg.png', ''), file('geen.json', '{')]);
  await says(page, /formulieren gelezen/);
  const found = await results(page);
  assert.equal(found.formulieren.find(f => f.bestand === 'dertig.pdf').criteria[0].keuze, 'voldoende');
  const names = found.formulieren.map(f => f.bestand);
  for (const name of ['half.jpg', 'stuk.pdf', 'stuk.tiff', 'leeg.png']) assert.ok(names.includes(name), `${name} is not told`);
  assert.match(await page.locator('#resultaten').textContent(), /geen\.json/);
  await go(page, 'begin');
  await opened(page, 'weer.yaml', yaml);
});

await test('a house style: it is used, a bad one is told, it outlives a stopped worker, and it goes', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  for (const box of await page.locator('#kies-formaten input').all()) if (await box.getAttribute('value') !== 'html') await box.uncheck();
  const index = async () => {
    await page.click('#maak button[type=submit]');
    await says(page, /^Klaar: \d+/);
    const zip = unzipSync((await downloaded(page, () => page.click('#gemaakt .alles'))).bytes);
    return zip.get('index.html').toString();
  };
  const plain = await index();
  await page.click('#stijl-blok summary');
  await page.fill('#stijl-school', 'ROC "Voorbeeld": Łódź');
  await page.setInputFiles('#stijl-logo', file('logo.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#7a1f3d"/></svg>'));
  await page.click('#stijl button[type=submit]');
  await says(page, /huisstijl geldt/);
  assert.match(await index(), /ROC [^<]*Voorbeeld[^<]*: Łódź/);
  await page.fill('#stijl-kleur', '#ffff00');
  await page.click('#stijl button[type=submit]');
  await says(page, /kan niet/);
  assert.ok(await page.locator('#stijl-stand .error mark').count() > 0);
  await page.check('#kies-formaten input[value=pdf]');
  await page.click('#maak button[type=submit]');
  await page.waitForSelector('#bezig:not([hidden])');
  await page.click('#stop');
  await says(page, /^Gestopt/);
  await page.uncheck('#kies-formaten input[value=pdf]');
  assert.match(await index(), /Łódź/);
  await page.click('#stijl-weg');
  await says(page, /gewone stijl geldt/);
  assert.equal(await index(), plain);
});

await test('a large class: Stop works between forms', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  const many = Array.from({ length: 300 }, (_, i) => `${1000 + i};Kandidaat ${String.fromCharCode(65 + i % 26)}${i};A;P3;B`).join('\n');
  await page.setInputFiles('#kies-klas', file('groot.csv', `studentnummer;naam;groep;profiel;leerbedrijf\n${many}\n`));
  await page.waitForSelector('#klas form');
  assert.match(await page.locator('#klas').textContent(), /en nog 200/);
  await page.click('#klas form button[type=submit]');
  await page.waitForFunction(() => document.querySelector('#voortgang').value > 0);
  await page.click('#stop');
  await says(page, /^Gestopt na \d+ van 1200/);
});

await test('compare: the list, equal and different', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'vergelijken');
  await page.setInputFiles('#kies-oud', file('oud.yaml', older));
  await says(page, /verschillen/);
  const frame = await (await page.waitForSelector('#verschil iframe')).contentFrame();
  await frame.waitForSelector('h1');
  const pdf = (await downloaded(page, () => page.getByRole('button', { name: 'Download was-wordt.pdf' }).click())).bytes;
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  await page.setInputFiles('#kies-oud', file('gelijk.yaml', yaml));
  await says(page, /gelijk/);
});

await test('stopped work: the program starts again and the text is still there', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await page.waitForSelector('#bezig:not([hidden])');
  await page.click('#stop');
  await says(page, /^Gestopt/);
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
});

await test('the worker dies: a message, and the page lives on', {}, async page => {
  // The first worker fails after it started, as one that is out of memory does.
  await page.addInitScript(() => {
    const Real = Worker;
    let n = 0;
    window.Worker = class extends Real {
      constructor(url) { super(url); this.first = ++n === 1; window.workers = n; }
      postMessage(m) {
        if (this.first && m.kind === 'ask' && /"build"/.test(m.request)) m = { ...m, files: [{ name: 'x', blob: 1 }] };
        super.postMessage(m);
      }
    };
  });
  await page.goto('about:blank');
  await page.goto(address);
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await says(page, /liep vast/);
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
  assert.equal(await page.evaluate(() => window.workers), 2);
});

/// Every section as full as it gets.
async function fill(page) {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
  await page.setInputFiles('#kies-klas', file('klas.csv', klas));
  await page.waitForSelector('#klas form');
  await go(page, 'verzamelen');
  if (filled) {
    await page.setInputFiles('#kies-formulieren', path.join(work, 'ingevuld.pdf'));
    await says(page, /gelezen/);
  }
  await go(page, 'vergelijken');
  await page.setInputFiles('#kies-oud', file('oud.yaml', older));
  await says(page, /verschillen/);
}
async function unfold(page) { await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true }); }
// What stands in a frame is a document that the program made: run.mjs looks at those.
async function axeFinds(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ iframes: false, rules: { 'frame-tested': { enabled: false } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  // A line at the edge of the editor is scrolled half away: it looks as the others do.
  const edge = n => n.any[0]?.data?.messageKey === 'elmPartiallyObscured' && /\.cm-line/.test(String(n.target));
  for (const r of found.incomplete) r.nodes = r.nodes.filter(n => !edge(n));
  return [...found.violations, ...found.incomplete.filter(r => r.nodes.length)].map(r => r.id + ': '
    + r.nodes.slice(0, 3).map(n => `${n.target} (${n.any[0]?.data?.messageKey ?? ''})`).join(' '));
}
const sideways = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// A phone in the light and a desk in the dark: the other two differ in nothing that axe looks at. ALL=1 has all four.
for (const colorScheme of ['light', 'dark'])
  for (const width of [360, 1280])
    if (process.env.ALL || (colorScheme === 'light') === (width === 360)) await test(`axe: every section, ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 900 } }, async page => {
      const found = [];
      const look = async state => {
        for (const section of sections) {
          await go(page, section);
          if (section === 'bewerken' && state === 'full') await page.waitForSelector('.cm-lintRange', { timeout: 3000 }).catch(() => {});
          await unfold(page);
          if (process.env.SHOTS) {
            fs.mkdirSync(process.env.SHOTS, { recursive: true });
            await page.screenshot({ fullPage: true, path: path.join(process.env.SHOTS,
              `${section}-${state}-${colorScheme}-${width}.png`) });
          }
          for (const f of await axeFinds(page)) found.push(`${section} (${state}): ${f}`);
          const over = await sideways(page);
          if (over > 0) found.push(`${section} (${state}): ${over} px too wide`);
        }
      };
      await look('empty');
      await go(page, 'begin');
      await opened(page, 'stuk.yaml', yaml.replace(/^naam: .*$/m, 'naam: [een, twee'));
      await look('broken');
      await go(page, 'begin');
      await fill(page);
      await look('full');
      assert.deepEqual(found, []);
    });

await test('axe: every section, forced colours', { forcedColors: 'active' }, async page => {
  await fill(page);
  for (const section of sections) {
    await go(page, section);
    assert.deepEqual(await axeFinds(page), []);
  }
});

await test('a browser that cannot run the program says so, once', {}, async page => {
  await page.addInitScript(() => {
    window.workers = 0;
    window.Worker = class {
      constructor() { window.workers++; setTimeout(() => this.onerror({ preventDefault() {}, message: 'oud' })); }
      postMessage() {}
      terminate() {}
    };
  });
  await page.goto('about:blank');
  await page.goto(address);
  await says(page, /start niet in deze browser/);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.workers), 1);
});

await test('from a web server the page asks for nothing but itself', { served: true }, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
});

await test('no sideways scrolling at 320 px, with text of 200% and with wide spacing', {}, async page => {
  await fill(page);
  const wide = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
  const found = [];
  for (const [width, size, spacing] of [[320, '', ''], [360, '', wide], [640, '200%', ''], [1280, '200%', '']]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(([size, spacing]) => {
      document.documentElement.style.fontSize = size;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(spacing);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter(s => !s.own), Object.assign(sheet, { own: true })];
    }, [size, spacing]);
    for (const section of sections) {
      await go(page, section);
      await unfold(page);
      const over = await sideways(page);
      if (over > 0) found.push(`${section} ${width} ${size} ${spacing && 'spacing'}: ${over} px`);
      const small = await page.evaluate(() => [...document.querySelectorAll('main button, main input, nav a, summary, select')]
        .filter(e => e.checkVisibility() && !e.closest('.cm-editor'))
        .filter(e => { const b = e.getBoundingClientRect(); return b.height < 24 || b.width < 24 })
        .map(e => e.id || e.textContent.slice(0, 30)));
      if (small.length) found.push(`${section} ${width}: small targets ${small.slice(0, 3).join(', ')}`);
    }
  }
  assert.deepEqual(found, []);
});

await test('by keyboard: skip link, sections, every control has focus that is seen', {}, async page => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'spring');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
  await example(page);
  await go(page, 'bewerken');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => !document.activeElement.closest('.cm-content')), 'the editor traps Tab');
});

await test('the main thread is never blocked for long while the program works', {}, async page => {
  await opened(page, 'dossier.yaml', yaml);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      setTimeout(tick, 5);
    };
    tick();
  });
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
  const longest = await page.evaluate(() => window.longest);
  assert.ok(longest < 250, `${Math.round(longest)} ms`);
  console.log(`      longest pause ${Math.round(longest)} ms`);
});

await browser.close();
server.close();
fs.rmSync(work, { recursive: true });
process.exit(failed ? 1 : 0);
