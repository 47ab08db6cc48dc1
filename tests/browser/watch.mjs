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
  // Here the next page is always on its way. Until it has come, the browser holds back whatever is asked of the page there is; so the page
  // tells by itself what it shows.
  const chrome = await page.context().newCDPSession(page);
  let seen = { text: '' };
  chrome.on('Runtime.bindingCalled', ({ payload }) => { seen = JSON.parse(payload) });
  await chrome.send('Runtime.enable');
  await chrome.send('Runtime.addBinding', { name: 'tell' });
  await chrome.send('Page.enable');
  await chrome.send('Page.addScriptToEvaluateOnNewDocument', { source: axe + ';(' + (() => {
    let violations;
    addEventListener('DOMContentLoaded', () => {
      setInterval(() => {
        const field = document.querySelector('#zoek')?.getBoundingClientRect();
        window.tell(JSON.stringify({
          text: document.body.innerText,
          drawn: !document.documentElement.matches('.vroeg'),
          field: field && { x: field.x + field.width / 2, y: field.y + field.height / 2 },
          focused: document.activeElement?.id,
          status: document.querySelector('#stand')?.textContent,
          violations,
        }));
      }, 50);
      if (document.body.innerText.includes('Er is iets mis met het dossier'))
        window.axe.run().then(found => { violations = found.violations.map(v => v.id) });
    });
  }) + ')()' });
  const until = async (what, holds) => {
    const end = Date.now() + PATIENCE;
    while (!holds(seen)) {
      assert.ok(Date.now() < end, 'never: ' + what + '; the page says: ' + JSON.stringify({ ...seen, text: seen.text.slice(0, 200) }));
      await new Promise(done => setTimeout(done, 50));
    }
  };
  const shows = words => until(words, seen => seen.text.includes(words));
  await chrome.send('Page.navigate', { url: address + 'p3-e-commerce-specialist/studiegids.html' });
  await shows('E-commerce specialist');
  // While the next one is waited for, this one works.
  await until('all is drawn', seen => seen.drawn);
  for (const type of ['mousePressed', 'mouseReleased'])
    await chrome.send('Input.dispatchMouseEvent', { type, ...seen.field, button: 'left', clickCount: 1 });
  await until('the field for what is sought has the focus', seen => seen.focused === 'zoek');
  await chrome.send('Input.insertText', { text: 'klant' });
  await until('the page says what it found', seen => seen.status?.includes('“klant”'));
  fs.writeFileSync(file, text.replace('naam: E-commerce specialist', 'naam: E-commerce specialist\n    fout: ja'));
  await shows('Er is iets mis met het dossier');
  await shows('unknown key "fout"');
  await until('axe has looked', seen => seen.violations);
  assert.deepEqual(seen.violations, []);
  fs.writeFileSync(file, text.replace('Onderzoekt de customer journey', 'Onderzoekt de klantreis'));
  await shows('Onderzoekt de klantreis');
} finally {
  await browser.close();
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
}
console.log('ok    a page that is watched loads again by itself');
