// node watch.mjs PROGRAM DOSSIER WORK: a page of `dossier watch --serve` in chromium loads again by itself when the dossier is saved, can be
// used meanwhile, and shows what is wrong.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [program, dossier, work] = process.argv.slice(2).map(p => path.resolve(p));
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 60_000;
fs.rmSync(work, { recursive: true, force: true });
fs.mkdirSync(work, { recursive: true });
const file = path.join(work, 'dossier.yaml');
const text = fs.readFileSync(dossier, 'utf8');
fs.writeFileSync(file, text);
const child = spawn(program, ['watch', '--serve', '--port', '0', '--formaat', 'html'], { cwd: work });
const address = await new Promise((found, failed) => {
  let said = '';
  child.stdout.on('data', data => { said += data; const m = said.match(/http:\/\/\S+/); if (m) found(m[0]) });
  child.on('exit', status => failed(new Error('ended with status ' + status)));
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  // Playwright waits until a page has come; here the next one is always on its way.
  const chrome = await page.context().newCDPSession(page);
  const evaluate = async expression => {
    const { result, exceptionDetails } = await chrome.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
  const until = async expression => {
    const end = Date.now() + PATIENCE;
    while (!await evaluate(expression).catch(() => false)) {
      assert.ok(Date.now() < end, 'never true: ' + expression);
      await new Promise(done => setTimeout(done, 50));
    }
  };
  const shows = words => until(`document.body.innerText.includes(${JSON.stringify(words)})`);
  await chrome.send('Page.navigate', { url: address + 'p3-e-commerce-specialist/studiegids.html' });
  await shows('E-commerce specialist');
  // While the next one is waited for, this one works.
  await until(`!document.documentElement.matches('.vroeg')`);
  await evaluate(`document.querySelector('#zoek').focus()`);
  await chrome.send('Input.insertText', { text: 'klant' });
  await until(`document.querySelector('#stand').textContent.includes('“klant”')`);
  fs.writeFileSync(file, text.replace('naam: E-commerce specialist', 'naam: E-commerce specialist\n    fout: ja'));
  await shows('Er is iets mis met het dossier');
  await shows('unknown key "fout"');
  // If the page comes anew meanwhile, it is looked at anew.
  let found = null;
  for (let i = 0; i < 10 && !found; i++) {
    const looked = evaluate(axe + ';axe.run().then(r => r.violations.map(v => v.id))').catch(() => null);
    found = await Promise.race([looked, new Promise(done => setTimeout(done, PATIENCE / 4, null))]);
  }
  assert.deepEqual(found, []);
  fs.writeFileSync(file, text.replace('Onderzoekt de customer journey', 'Onderzoekt de klantreis'));
  await shows('Onderzoekt de klantreis');
} finally {
  await browser.close();
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
}
console.log('ok    a page that is watched loads again by itself');
