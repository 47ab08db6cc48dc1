// Real-browser tests of the pages in a folder that `dossier build` made: node run.mjs FOLDER
// Needs Debian's chromium and the packages of package.json. Exit 0: all passed; 1: something failed.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.argv[2]);
const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pages = fs.readdirSync(folder, { recursive: true }).filter(f => f.endsWith('.html')).sort();
assert.ok(pages.length > 2, 'no pages in ' + folder);
// The guide with most in it shows most of the behaviour.
const guide = pages.filter(f => f.endsWith('studiegids.html')).sort((a, b) => fs.statSync(path.join(folder, b)).size - fs.statSync(path.join(folder, a)).size)[0];
const url = f => pathToFileURL(path.join(folder, f)).href;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;
async function test(name, options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on('console', m => { if (m.type() === 'error') noise.push(m.text()) });
  page.on('pageerror', e => noise.push(String(e)));
  page.on('request', r => { if (!/^(file|data|blob):/.test(r.url())) noise.push('request: ' + r.url()) });
  try {
    await work(page);
    assert.deepEqual(noise, []);
    console.log('ok    ' + name);
  } catch (e) {
    failed++;
    console.log('FAIL  ' + name + '\n      ' + String(e.message || e).split('\n').slice(0, 6).join('\n      '));
  }
  await context.close();
}
const status = page => page.locator('#stand').textContent();

for (const file of pages) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      await test(`axe: ${file}, ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 900 } }, async page => {
        await page.goto(url(file));
        await page.evaluate(() => { for (const e of document.querySelectorAll('details')) e.open = true });
        await page.evaluate(axe);
        const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        const name = r => r.id + ': ' + r.nodes.slice(0, 3).map(n => n.target).join(' ');
        assert.deepEqual(found.violations.map(name), []);
        assert.deepEqual(found.incomplete.map(name), []);
      });
    }
  }
  await test(`no sideways scrolling: ${file}`, {}, async page => {
    await page.goto(url(file));
    for (const [width, size] of [[320, ''], [768, ''], [1280, '200%']]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(s => { document.documentElement.style.fontSize = s }, size);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} px too wide at ${width} px ${size}`);
    }
  });
}

await test('search filters, counts, ignores accents and case, and Escape clears', {}, async page => {
  await page.goto(url(guide));
  const all = (await page.locator('main').innerText()).length;
  const code = await page.locator('.werkproces').nth(1).getAttribute('data-code');
  await page.fill('#zoek', code.toLowerCase());
  assert.match(await status(page), /^[1-9]\d* vindplaats/);
  assert.equal(await page.locator('.werkproces:visible').count(), 1);
  assert.ok(await page.locator('h3:visible').count() >= 1, 'the heading above a hit stays');
  await page.fill('#zoek', 'COMMERCIELE');
  assert.ok(await page.locator('mark:visible').count() > 0);
  await page.fill('#zoek', 'xyzzy');
  assert.match(await status(page), /^0 vindplaatsen/);
  await page.press('#zoek', 'Escape');
  assert.equal(await page.inputValue('#zoek'), '');
  assert.equal((await page.locator('main').innerText()).length, all);
});

await test('a keystroke in the search takes less than 50 ms', {}, async page => {
  await page.goto(url(guide));
  await page.fill('#zoek', 'b');
  const worst = await page.evaluate(() => {
    const box = document.querySelector('#zoek');
    let most = 0;
    for (const text of ['e', 'en', 'een', 'ee', 'klant', 'klan', 'de klant', '']) {
      const begin = performance.now();
      box.value = text;
      box.dispatchEvent(new Event('input'));
      most = Math.max(most, performance.now() - begin);
    }
    return most;
  });
  assert.ok(worst < 50, worst + ' ms');
});

await test('a link into folded text unfolds it', { viewport: { width: 360, height: 800 } }, async page => {
  await page.goto(url(guide));
  const id = await page.locator('details.vakkennis').first().getAttribute('id');
  await page.goto(url(guide) + '#' + id);
  await page.reload();
  assert.equal(await page.locator('#' + id).evaluate(e => e.open), true);
  assert.ok(await page.locator('#' + id).isVisible());
});

await test('self-assessment survives a reload and goes out and in as a file', {}, async page => {
  await page.goto(url(guide));
  const tick = async () => {
    await page.evaluate(() => { for (const e of document.querySelectorAll('.zelf')) e.open = true });
    return page.locator('.zelf input:checked').count();
  };
  await tick();
  await page.locator('.zelf fieldset').first().locator('input').nth(2).check();
  assert.match(await page.locator('#zelf-stand').textContent(), /^1 van \d+ ingevuld: 1 zelfstandig/);
  await page.reload();
  assert.equal(await tick(), 1);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#zelf-bewaar')]);
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-')), 'zelf.json');
  await download.saveAs(file);
  page.once('dialog', d => d.accept());
  await page.click('#zelf-wis');
  assert.equal(await tick(), 0);
  await page.setInputFiles('#zelf-open', file);
  await page.waitForFunction(() => document.querySelectorAll('.zelf input:checked').length === 1);
  fs.writeFileSync(file, '{"antwoorden":"fout"}');
  await page.setInputFiles('#zelf-open', file);
  await page.waitForFunction(() => /niets veranderd/.test(document.querySelector('#zelf-stand').textContent));
  fs.rmSync(path.dirname(file), { recursive: true });
});

await test('by keyboard: the skip link comes first and works', {}, async page => {
  await page.goto(url(guide));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'spring');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
});

await test('without scripts: all text, no control that does nothing', { javaScriptEnabled: false }, async page => {
  await page.goto(url(guide));
  for (const id of ['#zoeken', '#thema', '#zelf-knoppen']) assert.equal(await page.locator(id).isVisible(), false, id);
  assert.ok(await page.locator('.criteria li').count() > 50);
});

await test('on paper: folded text is printed', {}, async page => {
  await page.goto(url(guide));
  const file = path.join(os.tmpdir(), `dossier-${process.pid}.pdf`);
  const item = (await page.locator('.vakkennis li').last().textContent()).trim();
  await page.pdf({ path: file, preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-']).toString().replace(/[\s-]+/g, '');
  fs.rmSync(file);
  assert.ok(text.includes(item.replace(/[\s-]+/g, '')), item);
});

await browser.close();

const vnu = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
try {
  execFileSync('java', ['-jar', vnu, ...pages.map(f => path.join(folder, f))], { stdio: 'pipe' });
  console.log('ok    Nu HTML checker');
} catch (e) {
  failed++;
  console.log('FAIL  Nu HTML checker\n' + e.stderr);
}
console.log(failed ? `${failed} failed` : 'all passed');
process.exit(failed ? 1 : 0);
