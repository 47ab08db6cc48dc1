// The main journeys through the page in Firefox, opened from file: node firefox.mjs DOSSIER_APP_HTML REPOSITORY FOLDER PAPER; see app.mjs, which
// has them all in Chromium. Puppeteer drives Firefox by WebDriver BiDi. Exit 0: all passed; 1: something failed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { unzipSync } from './unzip.mjs';

const [html, repository, folder, paper] = process.argv.slice(2);
if (!paper) { console.error('usage: node firefox.mjs DOSSIER_APP_HTML REPOSITORY FOLDER PAPER'); process.exit(2); }
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = pathToFileURL(path.resolve(html)).href;
const yaml = path.join(repository, 'dossier.yaml');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-firefox-'));
const patience = { timeout: 120000 };

// Downloads are taken from the page itself: what it gives to the browser is what a person gets. The profile lies in the folder of this run.
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: true,
  userDataDir: path.join(work, 'profiel') });
let failed = 0;
async function test(name, journey) {
  const page = await browser.newPage(), noise = [];
  page.on('console', m => { if (m.type() === 'error' || /Content.Security.Policy/i.test(m.text())) noise.push(m.text()); });
  page.on('pageerror', e => noise.push(String(e)));
  page.on('request', r => { if (!/^(file|data|blob|about):/.test(r.url())) noise.push(`request: ${r.url()}`); });
  await page.setViewport({ width: 1280, height: 900 });
  const begin = Date.now();
  try {
    await page.goto(address);
    await page.evaluate(() => {
      window.violations = [];
      window.downloads = [];
      addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
      HTMLAnchorElement.prototype.click = function () { window.downloads.push({ name: this.download, url: this.href }); };
    });
    await journey(page);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(noise, []);
    console.log(`ok    firefox: ${name} (${Date.now() - begin} ms)`);
  } catch (e) {
    failed++;
    const said = await page.$eval('#melding', m => m.textContent).catch(() => '');
    console.log([`FAIL  firefox: ${name}`, ...String(e.stack ?? e).split('\n').slice(0, 12), `says: ${said}`, ...noise].join('\n      '));
  }
  await page.close();
}

const says = (page, words) => page.waitForFunction(source => new RegExp(source).test(document.querySelector('#melding').textContent), patience,
  words.source);
const quiet = page => page.evaluate(() => { document.querySelector('#melding').textContent = ''; });
async function go(page, section) {
  await page.click(`nav a[href="#${section}"]`);
  await page.waitForFunction(s => document.activeElement.id === `kop-${s}`, patience, section);
}
async function choose(page, input, ...files) {
  await (await page.$(input)).uploadFile(...files);
}
async function opened(page) {
  await choose(page, '#kies-dossier', yaml);
  await says(page, /geopend/);
}
/// What the page gave to the browser last.
async function downloaded(page, click) {
  const before = await page.evaluate(() => window.downloads.length);
  await click();
  await page.waitForFunction(n => window.downloads.length > n, patience, before);
  const { name, base64 } = await page.evaluate(async () => {
    const { name, url } = window.downloads.at(-1);
    // A page that may connect to nothing may not fetch a blob either; the blob itself it may read.
    const reader = new FileReader();
    const text = new Promise(yes => { reader.onload = () => yes(reader.result); });
    reader.readAsDataURL(window.blobs.get(url));
    return { name, base64: (await text).replace(/^[^,]*,/, '') };
  });
  return { name, bytes: Buffer.from(base64, 'base64') };
}
const keepBlobs = page => page.evaluate(() => {
  window.blobs = new Map();
  const real = URL.createObjectURL;
  URL.createObjectURL = blob => { const url = real.call(URL, blob); window.blobs.set(url, blob); return url; };
});
const button = (page, name) => page.evaluate(text => [...document.querySelectorAll('button')].find(b => b.textContent.includes(text)).click(), name);
async function axeFinds(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => (await axe.run({ iframes: false, rules: { 'frame-tested': { enabled: false } },
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })).violations.map(r => `${r.id}: ${r.nodes[0].target}`));
}

await test('from a double click to a dossier that is open', async page => {
  const ready = Date.now();
  await page.click('#voorbeeld');
  await says(page, /geopend/);
  console.log(`      the example is open ${Date.now() - ready} ms after the page`);
});

await test('build: the zip holds the same bytes as the folder', async page => {
  await keepBlobs(page);
  await opened(page);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
  const files = unzipSync((await downloaded(page, () => button(page, 'Download alles als zip'))).bytes);
  assert.ok(files.size > 100, `${files.size} files`);
  for (const [name, bytes] of files) assert.ok(bytes.equals(fs.readFileSync(path.join(folder, name))), name);
});

await test('a class list, forms, and a dropped file', async page => {
  await keepBlobs(page);
  await page.evaluate(text => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dossier.yaml'));
    document.querySelector('#zone-dossier').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, fs.readFileSync(yaml, 'utf8'));
  await says(page, /geopend/);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await choose(page, '#kies-klas', path.join(paper, 'klas.csv'));
  await page.waitForSelector('#klas form', patience);
  await page.click('#klas form button[type=submit]');
  await says(page, /^Klaar: \d+ form/);
  const zip = unzipSync((await downloaded(page, () => page.evaluate(() => document.querySelector('#klas .alles').click()))).bytes);
  const made = fs.readdirSync(path.join(paper, 'formulieren')).filter(f => f.endsWith('.pdf'));
  assert.ok(made.length > 0);
  for (const name of made) assert.ok(zip.get(name)?.equals(fs.readFileSync(path.join(paper, 'formulieren', name))), name);
});

await test('paper: scans, the page of doubts, an answer that counts', async page => {
  await opened(page);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await choose(page, '#kies-klas', path.join(paper, 'klas.csv'));
  await page.waitForSelector('#klas form', patience);
  await go(page, 'verzamelen');
  await choose(page, '#kies-formulieren', path.join(paper, 'scans', 'een.pdf'), path.join(paper, 'scans', 'twee.tiff'));
  await says(page, /formulieren gelezen/);
  assert.match(await page.$eval('#resultaten', e => e.textContent), /Fenna Proefman/);
  const review = async () => {
    const frame = await (await page.waitForSelector('#resultaten iframe', patience)).contentFrame();
    await frame.waitForFunction(() => document.readyState === 'complete' && document.querySelector('#bewaar')?.offsetHeight > 0, patience);
    return frame;
  };
  const frame = await review(), asked = await frame.$$eval('.vraag', v => v.length);
  await frame.evaluate(() => document.querySelector('.vraag input[type=radio]').click());
  await quiet(page);
  await frame.evaluate(() => document.querySelector('#bewaar').click());
  await says(page, /formulieren gelezen/);
  await page.waitForFunction(() => document.querySelectorAll('#resultaten iframe').length === 1, patience);
  assert.equal(await (await review()).$$eval('.vraag', v => v.length), asked - 1);
});

await test('a published PDF, a broken file, and work that is stopped', async page => {
  fs.writeFileSync(path.join(work, 'stuk.pdf'), '%PDF-1.7\nstuk');
  await choose(page, '#kies-dossier', path.join(work, 'stuk.pdf'));
  await says(page, /stuk\.pdf is niet geopend/);
  await choose(page, '#kies-dossier', path.join(paper, 'bron.pdf'));
  await says(page, /bron\.pdf is niet geopend/);
  await page.type('#naam-dossier', 'Zelf gegeven naam');
  await page.click('#gelezen form button[type=submit]');
  await says(page, /bron\.pdf is geopend/);
  await page.evaluate(() => { document.querySelector('#kies-dossier').value = ''; });
  await choose(page, '#kies-dossier', yaml);
  await page.waitForSelector('dialog[open]', patience);
  await page.click('#vraag-ja');
  await says(page, /dossier\.yaml is geopend/);
  await go(page, 'maken');
  await page.waitForSelector('#kies-formaten input');
  await page.click('#maak button[type=submit]');
  await page.waitForSelector('#bezig:not([hidden])', patience);
  await page.click('#stop');
  await says(page, /^Gestopt/);
  await page.click('#maak button[type=submit]');
  await says(page, /^Klaar: \d+/);
});

await test('the editor, comparing, and axe in every section', async page => {
  await opened(page);
  await go(page, 'bewerken');
  await page.focus('.cm-content');
  await page.keyboard.type('# een regel van mij\n');
  assert.match(await page.$eval('.cm-content', e => e.textContent), /# een regel van mij/);
  fs.writeFileSync(path.join(work, 'oud.yaml'), fs.readFileSync(yaml, 'utf8').replace('gebruikt informatiebronnen doelgericht en efficiënt;', 'gebruikt bronnen;'));
  await go(page, 'vergelijken');
  await choose(page, '#kies-oud', path.join(work, 'oud.yaml'));
  await says(page, /verschillen/);
  for (const section of ['begin', 'bewerken', 'maken', 'verzamelen', 'vergelijken', 'over']) {
    await go(page, section);
    assert.deepEqual(await axeFinds(page), [], section);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${section} scrolls sideways`);
  }
});

await browser.close();
fs.rmSync(work, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
