// Real-browser tests of the pages in a folder that `dossier build` made: node run.mjs FOLDER FOLDER-OF-THE-LARGEST-DOSSIER
// [REGEXP] (only the tests whose name matches). FOLDER-klas is what klas.mjs left of a class with filled-in forms; nakijken.html and
// nakijken-rust.html are of nakijken.mjs.
// Needs Debian's chromium and the packages of package.json. Exit 0: all passed; 1: something failed.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = path.resolve(process.argv[2]);
const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pages = fs.readdirSync(folder, { recursive: true }).filter(f => f.endsWith('.html')).sort();
assert.ok(pages.length > 2, 'no pages in ' + folder);
// The guide with most in it shows most of the behaviour.
const guide = pages.filter(f => f.endsWith('studiegids.html')).sort((a, b) => fs.statSync(path.join(folder, b)).size - fs.statSync(path.join(folder, a)).size)[0];
const url = f => pathToFileURL(path.join(folder, f)).href;
const largest = process.argv[3] && path.join(path.resolve(process.argv[3]), fs.readdirSync(process.argv[3]).filter(f => /^p\d/.test(f)).sort()[0], 'studiegids.html');
const read = f => fs.readFileSync(path.join(folder, f), 'utf8');
// Every text of the kwalificatie, from its XML: what the guide must say, wherever it says it. Without white space and
// hyphens, since lines break elsewhere on paper.
const bare = s => s.replace(/[\s\u00ad-]+/g, '');
const xml = read(path.join(path.dirname(guide), 'uitwisseling', 'kwalificatie.xml'));
const unescape = s => s.replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16))).replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(+n))
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
const sentences = [...new Set([...xml.replace(/<bron>[^]*?<\/bron>/, '').replace(/<beoordeling>[^]*?<\/beoordeling>/, '').matchAll(/>([^<>]+)</g)]
  .map(m => unescape(m[1]).trim()).filter(t => /[a-z]{3}.* /i.test(t)))];
const codes = [...new Set([...xml.replace(/<beoordeling>[^]*?<\/beoordeling>/, '').matchAll(/\b(?:B1|P\d+)-K\d+(?:-W\d+)?(?=<|")/g)].map(m => m[0]))];

// One of each kind: looked at in every way.
const byHand = [guide, 'index.html', 'vergelijk.html', 'wijzigingen.html', 'resultaten.html', 'resultaten-rust.html', 'nakijken.html',
  'nakijken-rust.html'];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;
const only = new RegExp(process.argv[4] || '');
async function test(name, options, work) {
  if (!only.test(name)) return;
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
// What is out of view is drawn just after the page has come: most tests want all of it.
async function open(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => !document.documentElement.matches('.vroeg'));
}
// Types like a user, and waits for what the page says.
async function seek(page, text) {
  await page.fill('#zoek', text);
  await page.waitForFunction(t => document.querySelector('#stand').textContent.includes('“' + t + '”'), text);
}

for (const file of pages) {
  // The guides are made alike: the largest is looked at in every way, the others in the two that differ most.
  const all = file === guide || !file.endsWith('studiegids.html');
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      if (!all && (colorScheme === 'light') !== (width === 360)) continue;
      await test(`axe: ${file}, ${colorScheme}, ${width} px`, { colorScheme, viewport: { width, height: 900 } }, async page => {
        await open(page, url(file));
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
    await open(page, url(file));
    await page.evaluate(() => { for (const e of document.querySelectorAll('details')) e.open = true });
    const wide = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
    for (const [width, size, spacing] of [[320, '', ''], [360, '', wide], [768, '', ''], [1280, '200%', ''], [1280, '', wide]]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(([size, spacing]) => {
        document.documentElement.style.fontSize = size;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(spacing);
        document.adoptedStyleSheets = [sheet];
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      }, [size, spacing]);
      assert.ok(over <= 0, `${over} px too wide at ${width} px ${size} ${spacing && 'with wide spacing'}`);
    }
  });
}

async function axeFinds(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return [...found.violations, ...found.incomplete].map(r => r.id + ': ' + r.nodes.slice(0, 3).map(n => n.target).join(' '));
}
for (const file of byHand) {
  await test(`axe: ${file}, forced colours`, { forcedColors: 'active' }, async page => {
    await open(page, url(file));
    assert.deepEqual(await axeFinds(page), []);
  });
  await test(`axe: ${file}, as printed`, { viewport: { width: 700, height: 1000 } }, async page => {
    await open(page, url(file));
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await axeFinds(page), []);
    await page.setViewportSize({ width: 680, height: 960 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, over + ' px wider than a sheet');
  });
  await test(`by keyboard: ${file}: every stop in order, visible, not covered, no trap`, { viewport: { width: 360, height: 800 } }, async page => {
    await open(page, url(file));
    const stops = await page.evaluate(() => {
      for (const e of document.querySelectorAll('details')) e.open = true;
      const all = [...document.querySelectorAll('a[href],button,input,summary,[tabindex="0"]')].filter(e => e.checkVisibility());
      // Of a group of radio buttons one is a stop.
      const names = new Set();
      return all.filter(e => e.type !== 'radio' || !(names.has(e.name) || !names.add(e.name))).length;
    });
    const wrong = [];
    let last = -1;
    for (let i = 0; i < stops; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const e = document.activeElement, b = e.getBoundingClientRect(), x = b.x + Math.min(b.width, innerWidth - b.x) / 2, y = b.y + Math.min(b.height, innerHeight - b.y) / 2;
        const top = document.elementFromPoint(x, y), style = getComputedStyle(e);
        return { order: [...document.querySelectorAll('*')].indexOf(e), name: e.outerHTML.slice(0, 90), covered: !(top && (e.contains(top) || top.contains(e) || top.closest('label')?.contains(e))), outline: style.outlineStyle !== 'none' };
      });
      if (at.order <= last) wrong.push('out of order: ' + at.name);
      if (at.covered) wrong.push('covered: ' + at.name);
      if (!at.outline) wrong.push('no outline: ' + at.name);
      last = at.order;
    }
    assert.deepEqual(wrong.slice(0, 5), [], stops + ' stops');
  });
}

await test('the list of changes shows what is new and what is gone, in words too', { viewport: { width: 360, height: 800 } }, async page => {
  await open(page, url('wijzigingen.html'));
  for (const [tag, word] of [['ins', 'nieuw: '], ['del', 'vervallen: ']]) {
    const texts = await page.locator('.wijzigingen ' + tag).allTextContents();
    assert.ok(texts.length > 5 && texts.every(t => t.startsWith(word)), `${texts.length} times ${tag}`);
  }
  // A code and the number it had stay on one line.
  const broken = await page.evaluate(() => [...document.querySelectorAll('.wijzigingen .meta')].filter(e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return /^was \S+$/.test(e.textContent) && new Set([...range.getClientRects()].map(r => r.top)).size > 1;
  }).map(e => e.textContent));
  assert.deepEqual(broken.slice(0, 3), []);
});

await test('no part with a heading and nothing else', {}, async page => {
  for (const address of [...pages.filter(f => f.endsWith('studiegids.html')).map(url), ...(largest ? [pathToFileURL(largest).href] : [])]) {
    await open(page, address);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('main section')].filter(e => [...e.children].every(c => c.matches('.kop'))).map(e => e.id)), [], address);
  }
});

for (const file of byHand) {
  await test(`on a phone nothing is cut or torn apart: ${file}`, { viewport: { width: 360, height: 800 } }, async page => {
    await open(page, url(file));
    const wrong = await page.evaluate(() => {
      for (const e of document.querySelectorAll('details')) e.open = true;
      const out = [];
      // The caption of a table that scrolls is in view, also when the table has been scrolled.
      for (const box of document.querySelectorAll('.schuif')) {
        box.scrollIntoView();
        for (const left of [0, 100]) {
          box.scrollLeft = left;
          const range = document.createRange(), around = box.getBoundingClientRect();
          range.selectNodeContents(box.querySelector('caption'));
          for (const r of range.getClientRects()) if (r.left < around.left || r.right > around.right) { out.push('caption: ' + range); break }
        }
      }
      // "PDF, 48 kB" is one thing.
      for (const e of document.querySelectorAll('.bestanden .meta')) {
        const range = document.createRange();
        range.selectNodeContents(e);
        if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) out.push('meta: ' + e.textContent);
      }
      return out;
    });
    assert.deepEqual(wrong.slice(0, 3), []);
  });
}

await test('the two columns of knowledge and skills begin at one height', {}, async page => {
  await open(page, url(guide));
  const tops = await page.evaluate(() => {
    const box = document.querySelector('.rubrieken');
    box.closest('details').open = true;
    const all = [...box.querySelectorAll('.label')].map(e => { const r = document.createRange(); r.selectNodeContents(e); return r.getBoundingClientRect() });
    return [...new Set(all.map(r => r.left))].map(left => Math.min(...all.filter(r => r.left === left).map(r => r.top)));
  });
  assert.ok(tops.length === 2 && Math.abs(tops[0] - tops[1]) < 1, String(tops));
});

await test('links, anchors and id references all lead somewhere', {}, async page => {
  const wrong = [];
  for (const file of pages) {
    await open(page, url(file));
    wrong.push(...(await page.evaluate(() => {
      const out = [];
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) out.push('twice: ' + id);
      for (const name of ['aria-labelledby', 'aria-describedby', 'for', 'aria-controls'])
        for (const e of document.querySelectorAll(`[${name}]`)) for (const id of e.getAttribute(name).split(' ')) if (!ids.includes(id)) out.push(`${name}=${id}`);
      for (const a of document.querySelectorAll('a[href^="#"]')) if (!ids.includes(a.getAttribute('href').slice(1))) out.push(a.getAttribute('href'));
      return out;
    })).map(w => file + ': ' + w));
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')));
    for (const link of links) {
      if (/^(#|https?:|mailto:)/.test(link)) continue;
      const [to, id] = link.split('#');
      const target = path.join(folder, path.dirname(file), to);
      if (!fs.existsSync(target)) wrong.push(`${file}: ${link}`);
      else if (id && !fs.readFileSync(target, 'utf8').includes(`id="${id}"`)) wrong.push(`${file}: ${link}`);
    }
  }
  assert.deepEqual(wrong.slice(0, 5), []);
});

await test('every text of the source is in the guide and every code is an id', { javaScriptEnabled: false }, async page => {
  await page.goto(url(guide));
  assert.ok(sentences.length > 200 && codes.length > 15, `${sentences.length} texts, ${codes.length} codes`);
  const text = bare(await page.locator('body').textContent());
  assert.deepEqual(sentences.filter(t => !text.includes(bare(t))).slice(0, 3), []);
  const html = read(guide);
  assert.deepEqual(codes.filter(c => !html.includes(`id="${c.toLowerCase()}"`)), []);
});

await test('size: at most 100 KiB gzipped and 10 KiB of script', {}, async () => {
  for (const file of pages) {
    // Cut-outs of scans are as large as they are.
    const html = read(file).replace(/data:image\/png;base64,[^"]*/g, ''), script = [...html.matchAll(/<script>([^]*?)<\/script>/g)].reduce((n, m) => n + m[1].length, 0);
    assert.ok(gzipSync(html).length <= 102400 && script <= 10240, `${file}: ${gzipSync(html).length} bytes gzipped, ${script} of script`);
  }
});

await test('search filters, counts, ignores accents and case, and Escape clears', {}, async page => {
  await open(page, url(guide));
  const all = (await page.locator('main').innerText()).length;
  const code = await page.locator('.werkproces').nth(1).getAttribute('data-code');
  await seek(page, code.toLowerCase());
  assert.match(await status(page), /^[1-9]\d* vindplaats/);
  assert.equal(await page.locator('.werkproces:visible').count(), 1);
  assert.ok(await page.locator('h3:visible').count() >= 1, 'the heading above a hit stays');
  await seek(page, 'COMMERCIELE');
  assert.ok(await page.locator('mark:visible').count() > 0);
  await seek(page, 'xyzzy');
  assert.match(await status(page), /^0 vindplaatsen/);
  await page.press('#zoek', 'Escape');
  assert.equal(await page.inputValue('#zoek'), '');
  assert.equal((await page.locator('main').innerText()).length, all);
});

// Machines are noisy: the figure is printed, and only what a user would call broken fails.
for (const [what, address] of [['this dossier', url(guide)], ...(largest ? [['the largest dossier', pathToFileURL(largest).href]] : [])]) {
  await test(`search is quick: ${what}`, {}, async page => {
    // The first key comes before the page has had time for anything: how long does it hold up what comes next?
    await page.addInitScript(() => addEventListener('DOMContentLoaded', () => {
      const box = document.querySelector('#zoek'), said = document.querySelector('#stand');
      let last = performance.now();
      self.first = 0;
      box.value = 'klant';
      box.dispatchEvent(new Event('input'));
      const tick = () => {
        const now = performance.now();
        self.first = Math.max(self.first, now - last);
        last = now;
        if (said.textContent) self.said = true; else setTimeout(tick);
      };
      tick();
    }));
    await open(page, address);
    await page.waitForFunction(() => self.said);
    const { first, times, criteria, werkprocessen } = await page.evaluate(async () => {
      const box = document.querySelector('#zoek');
      const times = [];
      for (const text of ['d', 'de', 'de ', 'de k', 'de kl', 'de klant', 'klant', 'klan', 'k', 'een', 'e', 'commerciele', '']) {
        const begin = performance.now();
        box.value = text;
        box.dispatchEvent(new Event('input'));
        const script = performance.now() - begin;
        document.body.offsetHeight;
        times.push([script, performance.now() - begin]);
        await new Promise(done => setTimeout(done, 50));
      }
      return { first: self.first, times, criteria: document.querySelectorAll('.criteria li').length, werkprocessen: document.querySelectorAll('.werkproces').length };
    });
    const figures = i => { const s = times.map(t => t[i]).sort((a, b) => a - b); return `median ${s[s.length >> 1].toFixed(1)} ms, most ${s.at(-1).toFixed(1)} ms` };
    console.log(`      ${what}: ${werkprocessen} werkprocessen, ${criteria} criteria; first key at most ${first.toFixed(1)} ms at a time, then ${figures(0)}; with layout ${figures(1)}`);
    assert.ok(first < 500 && times.every(t => t[0] < 500 && t[1] < 1000), first + ': ' + times);
  });
}

await test('search finds the same when the page had no time to prepare, and marks hits in rest', {}, async page => {
  const words = ['klant', 'de', 'k1 bespreekt', 'xyzzy'];
  const found = async page => {
    const out = [];
    for (const word of words) {
      await seek(page, word);
      await page.waitForTimeout(300);
      out.push(await page.evaluate(() => [document.querySelector('#stand').textContent, document.querySelector('main').innerText.length, document.querySelectorAll('mark').length]));
    }
    return out;
  };
  await open(page, url(guide));
  const expected = await found(page);
  assert.ok(expected[0][2] > 20, 'marks: ' + expected[0][2]);
  await page.locator('#zoek').press('Escape');
  assert.equal(await page.locator('.weg, mark').count(), 0);
  // Idle time never comes until the search is done.
  await page.addInitScript(() => { const later = self.requestIdleCallback; self.requestIdleCallback = f => { if (self.seen) later(f); else (self.held ??= []).push(f) } });
  await page.goto(url(guide));
  await seek(page, words[0]);
  assert.equal(await status(page), expected[0][0]);
  await page.evaluate(() => { self.seen = true; for (const f of self.held) requestIdleCallback(f) });
  await page.waitForFunction(() => !document.documentElement.matches('.vroeg'));
  assert.deepEqual(await found(page), expected);
});

await test('while searching nothing is wrong for axe either', { viewport: { width: 360, height: 800 } }, async page => {
  await open(page, url(guide));
  await seek(page, 'klant');
  assert.deepEqual(await axeFinds(page), []);
  await seek(page, 'xyzzy');
  assert.deepEqual(await axeFinds(page), []);
});

await test('what is drawn later is soon all there, for a screen reader too', {}, async page => {
  await page.goto(url(guide));
  assert.equal(await page.evaluate(() => CSS.supports('overflow-anchor', 'auto')), true);
  await page.waitForFunction(() => !document.documentElement.matches('.vroeg'), null, { timeout: 10000 });
  const headings = await page.evaluate(() => {
    const all = [...document.querySelectorAll('main :is(h1,h2,h3,h4)')];
    return all.filter(e => e.checkVisibility({ contentVisibilityAuto: true })).length === all.length && all.length;
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Accessibility.enable');
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  assert.equal(nodes.filter(n => !n.ignored && n.role.value === 'heading' && n.name.value).length, headings);
});

await test('links land exactly: from outside, at once after opening, after a reload', { viewport: { width: 360, height: 800 } }, async page => {
  const ids = [...read(guide).matchAll(/<section class="(?:werkproces|letter)[^"]*" id="([^"]+)"/g)].map(m => m[1]);
  const top = id => page.evaluate(i => document.getElementById(i).getBoundingClientRect().top, id);
  for (const id of [ids[3], ids.at(-3)]) {
    await page.goto('about:blank');
    await page.goto(url(guide) + '#' + id);
    await page.waitForTimeout(400);
    const outside = await top(id);
    assert.ok(outside >= 0 && outside < 40, `${id} from outside: at ${outside}`);
    await page.goto('about:blank');
    await page.goto(url(guide));
    await page.evaluate(i => { location.hash = i }, id);
    await page.waitForTimeout(400);
    assert.ok(Math.abs(await top(id) - outside) < 2, `${id} at once: at ${await top(id)}, not ${outside}`);
    await page.evaluate(() => history.replaceState(null, '', location.pathname));
    await page.evaluate(() => scrollBy(0, 100));
    await page.waitForTimeout(300);
    await page.reload();
    await page.waitForTimeout(400);
    assert.ok(Math.abs(await top(id) - outside + 100) < 2, `${id} after a reload: at ${await top(id)}`);
  }
});

if (largest) {
  await test('a link with a code of an earlier version still lands', { viewport: { width: 360, height: 800 } }, async page => {
    for (const [hash, expected] of [['#b1-k1-w77', 'b1-k1-w1'], ['#b1-k1-w77-g2', 'b1-k1-w1'], ['#b1-k2-w99', 'b1-k2']]) {
      await page.goto('about:blank');
      await page.goto(pathToFileURL(largest).href + hash);
      const top = await page.evaluate(id => document.getElementById(id).getBoundingClientRect().top, expected);
      assert.ok(top > -60 && top < 400, `${hash}: ${expected} is at ${top}`);
    }
  });
}

await test('a link into folded text unfolds it', { viewport: { width: 360, height: 800 } }, async page => {
  await open(page, url(guide));
  const id = await page.locator('details.vakkennis').first().getAttribute('id');
  await page.goto(url(guide) + '#' + id);
  await page.reload();
  assert.equal(await page.locator('#' + id).evaluate(e => e.open), true);
  assert.ok(await page.locator('#' + id).isVisible());
});

await test('self-assessment survives a reload and goes out and in as a file', {}, async page => {
  await open(page, url(guide));
  const tick = async () => {
    await page.evaluate(() => { for (const e of document.querySelectorAll('.zelf')) e.open = true });
    return page.locator('.zelf input:checked').count();
  };
  await tick();
  await page.locator('.zelf fieldset').first().locator('input').nth(2).check();
  assert.match(await page.locator('#zelf-stand').textContent(), /^1 van \d+ ingevuld: 1\szelfstandig/);
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
  await open(page, url(guide));
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

// The text of each sheet that the page prints to: a tagged PDF without blank ones, that is with less than `least` letters.
async function printed(page, least = 60) {
  const file = path.join(os.tmpdir(), `dossier-${process.pid}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, tagged: true });
  const sheets = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']).toString().split('\f').slice(0, -1);
  const info = execFileSync('pdfinfo', [file]).toString();
  fs.rmSync(file);
  assert.match(info, /Tagged: +yes/);
  assert.deepEqual(sheets.map((t, i) => [i + 1, bare(t).length]).filter(([, n]) => n < least), [], 'blank sheets');
  return sheets;
}

await test('on paper: every text, tagged, no blank sheet', {}, async page => {
  await open(page, url(guide));
  const sheets = await printed(page);
  // A text may run over the end of a sheet: what stands in the margin there is no part of it.
  const name = await page.locator('h1').textContent();
  const margin = line => /^\d+ van \d+$/.test(line) || (line.includes(name) && / [0-9a-f]{12}$/.test(line));
  const text = bare(sheets.map(sheet => sheet.split('\n').filter(line => !margin(line.trim())).join(' ')).join(' '));
  const lost = sentences.filter(t => !text.includes(bare(t)));
  assert.deepEqual(lost.slice(0, 3), []);
});

await test('on paper: long lists of files leave no sheet half empty', {}, async page => {
  await open(page, url('index.html'));
  const file = path.join(os.tmpdir(), `dossier-${process.pid}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true });
  const lines = execFileSync('pdftotext', ['-raw', file, '-']).toString().split('\f').slice(0, -1).map(t => t.trim().split('\n').length);
  fs.rmSync(file);
  const most = Math.max(...lines);
  // The last sheet ends where the text ends.
  assert.ok(lines.slice(0, -1).every(n => n > most / 2), 'lines: ' + lines);
});

// ---- the overview of results ----
const klas = JSON.parse(fs.readFileSync(path.join(folder + '-klas', 'verwacht.json'), 'utf8'));
const squeezed = s => s.replace(/\s+/g, ' ').trim();

await test('resultaten: the numbers are those of the forms, without scripts', { javaScriptEnabled: false }, async page => {
  await page.goto(url('resultaten.html'));
  const texts = async where => (await page.locator(where).allTextContents()).map(squeezed);
  const [first] = await texts('main p:not(.bovenkop)');
  assert.ok(first.startsWith(`Van ${klas.formulieren} formulieren moet u er ${klas.nakijken} nakijken.`), first);
  const all = klas.cellen.flat().map(c => c.uitslag), count = word => all.filter(w => w === word).length;
  assert.deepEqual(await texts('.feiten dd'), [`${klas.klas.length} kandidaten`, `${klas.formulieren} formulieren`,
    ['voldoende', 'onvoldoende', 'onbeslist', 'niet beslist'].map(w => `${count(w)} ${w}`).join(', ')]);
  assert.deepEqual(await texts('.uitslagen tbody th'), klas.klas.map(k => k.naam + k.nummer));
  assert.deepEqual((await texts('.uitslagen thead .code')), klas.kerntaken);
  const cells = (await texts('.uitslagen tbody td')).filter(t => t !== 'VK4A');
  const link = (n, k) => ` nakijken: ${klas.klas[n].naam}, ${klas.kerntaken[k]}`;
  assert.deepEqual(cells, klas.cellen.flatMap((row, n) => row.map((c, k) => c.uitslag + (c.kijk ? link(n, k) : ''))));
  const bad = Object.entries(klas.telling).filter(([, t]) => t.onvoldoende > 0);
  const rows = await Promise.all((await page.locator('.uitval tbody tr').all()).map(async row => {
    const numbers = (await row.locator('td').textContent()).match(/(\d+) van (\d+) \((\d+)%\)/).slice(1).map(Number);
    return [await row.locator('.code').textContent(), ...numbers, Number(await row.locator('rect').getAttribute('width'))];
  }));
  const share = t => Math.round(100 * t.onvoldoende / t.beoordeeld);
  assert.deepEqual([...rows].sort(), bad.map(([code, t]) => [code, t.onvoldoende, t.beoordeeld, share(t), share(t)]).sort());
  assert.deepEqual(rows.map(r => r[1] / r[2]), rows.map(r => r[1] / r[2]).sort((a, b) => b - a), 'worst first');
  for (const [i, pair] of klas.paren.entries()) {
    const row = squeezed(await page.locator('.paren tbody tr').nth(i).innerText());
    const parts = [pair.naam, pair.kerntaak, `${pair.gelijk} van ${pair.van}`, ...pair.verschil, ...pair.uitslagen];
    assert.deepEqual(parts.filter(part => !row.includes(part)), [], row);
  }
  const files = (await texts('.lijst > li > .meta')).map(t => path.basename(t));
  assert.deepEqual(files.sort(), [...klas.kijk].sort());
});

await test('resultaten: with nothing to look at it says so and sends nobody anywhere', {}, async page => {
  await open(page, url('resultaten-rust.html'));
  assert.match(await page.locator('.conclusie').textContent(), /^\s*U hoeft niets na te kijken/);
  assert.equal(await page.locator('.lijst, .uitval, .paren, td a').count(), 0);
});

for (const colorScheme of ['light', 'dark']) {
  await test(`resultaten: bars can be told from their ground, and have text, ${colorScheme}`, { colorScheme }, async page => {
    await open(page, url('resultaten.html'));
    const bars = await page.evaluate(() => {
      const light = colour => {
        const linear = c => (c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
        const [r, g, b] = colour.match(/[\d.]+/g).map(n => linear(n / 255));
        return .2126 * r + .7152 * g + .0722 * b + .05;
      };
      const contrast = (one, other) => Math.max(light(one), light(other)) / Math.min(light(one), light(other));
      return [...document.querySelectorAll('svg.balk')].map(svg => {
        const rect = svg.querySelector('rect'), ground = getComputedStyle(svg);
        return {
          hidden: svg.getAttribute('aria-hidden'),
          contrast: contrast(getComputedStyle(rect).fill, ground.backgroundColor),
          border: contrast(ground.borderTopColor, ground.backgroundColor),
          share: 100 * rect.getBoundingClientRect().width / svg.clientWidth,
          text: svg.parentElement.textContent,
        };
      });
    });
    assert.ok(bars.length > 5, bars.length + ' bars');
    for (const bar of bars) {
      assert.ok(bar.hidden === 'true' && bar.contrast >= 3 && bar.border >= 3, JSON.stringify(bar));
      assert.ok(Math.abs(bar.share - Number(/\((\d+)%\)/.exec(bar.text)[1])) < 1, JSON.stringify(bar));
    }
  });
}

for (const file of ['resultaten.html', 'resultaten-rust.html']) {
  await test(`resultaten: made as the rules for pages say: ${file}`, {}, async page => {
    const html = read(file);
    assert.equal(/<script/.test(html), false);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
    await open(page, url(file));
    const found = await page.evaluate(() => {
      const all = where => [...document.querySelectorAll(where)];
      // A region that scrolls has a name and can be reached by keyboard.
      const named = e => document.getElementById(e.getAttribute('aria-labelledby'))?.textContent.trim();
      return {
        lang: document.documentElement.lang, title: document.title, h1: all('h1').length, main: all('main').length,
        order: all('h1,h2,h3,h4').map(e => +e.localName[1]).filter((n, i, levels) => i > 0 && n > levels[i - 1] + 1).length,
        bare: all('th:not([scope])').length,
        captions: all('table').length - all('caption').length,
        regions: all('.schuif').filter(e => !(e.tabIndex === 0 && e.getAttribute('role') === 'region' && named(e))).length,
        sections: all('main > section')[0].id,
      };
    });
    assert.match(found.title, /^Resultaten van \d+ kandida/);
    const expected = { lang: 'nl', title: '', h1: 1, main: 1, order: 0, bare: 0, captions: 0, regions: 0, sections: 'bevindingen' };
    assert.deepEqual({ ...found, title: '' }, expected);
  });
}

await test('resultaten: long names and file names wrap; only a named region scrolls', {}, async page => {
  await open(page, url('resultaten.html'));
  await page.evaluate(() => { for (const e of document.querySelectorAll('details')) e.open = true });
  for (const [width, size] of [[320, ''], [360, '200%'], [1280, ''], [1280, '200%']]) {
    await page.setViewportSize({ width, height: 900 });
    const wrong = await page.evaluate(size => {
      document.documentElement.style.fontSize = size;
      const out = [];
      for (const e of document.querySelectorAll('main *')) {
        if (e.closest('svg, .vh') || e.matches('.schuif') || getComputedStyle(e).display === 'inline') continue;
        const holds = e.querySelector('.schuif') || e.matches('table, thead, tbody, tr, caption');
        if (e.scrollWidth > e.clientWidth + 1 && !holds) out.push(e.outerHTML.slice(0, 90));
        const box = e.getBoundingClientRect();
        if (!e.closest('.schuif') && box.right > innerWidth) out.push('out of view: ' + e.outerHTML.slice(0, 90));
      }
      // Names and bars are to be read together, so that table never scrolls at the usual size of text.
      const bars = document.querySelector('.uitval').parentElement;
      if (!size && bars.scrollWidth > bars.clientWidth) out.push('the bars scroll');
      return out;
    }, size);
    assert.deepEqual(wrong.slice(0, 3), [], `${width} px ${size}`);
  }
});

await test('resultaten: no word is cut in two because its column is too narrow', {}, async page => {
  await open(page, url('resultaten.html'));
  await page.evaluate(() => { for (const e of document.querySelectorAll('details')) e.open = true });
  for (const [width, media] of [[320, 'screen'], [360, 'screen'], [1280, 'screen'], [680, 'print']]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media });
    const cut = await page.evaluate(() => {
      const out = [], texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      for (let node; (node = texts.nextNode());) {
        if (!node.parentElement.checkVisibility() || node.parentElement.closest('.vh')) continue;
        // A word that fits on no line may be cut, such as a long name.
        for (const word of node.data.matchAll(/\p{L}{2,14}(?![\p{L}-])/gu)) {
          if (/[\p{L}\/_.-]$/u.test(node.data.slice(0, word.index))) continue;
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
          if (lines.size > 1) out.push(`${word[0]} in ${node.data.slice(0, 40)}`);
        }
      }
      return out;
    });
    assert.deepEqual(cut.slice(0, 3), [], `${width} px, ${media}`);
  }
});

await test('resultaten: "nakijken" at a result leads to what is wrong', { viewport: { width: 360, height: 800 } }, async page => {
  await open(page, url('resultaten.html'));
  const links = await page.locator('.uitslagen td a').all();
  assert.ok(links.length > 3, links.length + ' links');
  for (const link of links) {
    const [, naam, kerntaak] = /^nakijken: (.*), (\S+)$/.exec(await link.textContent());
    await link.click();
    const target = page.locator(':target');
    const heading = await target.locator('h3').textContent();
    assert.ok(heading.startsWith(naam) && heading.endsWith(kerntaak), heading);
    const top = await target.evaluate(e => e.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 400, `at ${top}`);
  }
});

for (const file of ['resultaten.html', 'resultaten-rust.html', 'nakijken.html']) {
  await test(`resultaten: on paper: every text, tagged, nothing too wide, no blank sheet: ${file}`, {}, async page => {
    await open(page, url(file));
    // Of a page with pictures the last one may stand by itself.
    const sheets = await printed(page, file === 'nakijken.html' ? 20 : 60);
    const text = bare(sheets.join('\n').split('\n').filter(line => !/^\d+ van \d+$/.test(line.trim())).join(' '));
    const blocks = await page.evaluate(() => [...document.querySelectorAll('main :is(h1,h2,h3,p,li,th,td,dt,dd,summary,caption)')]
      .filter(e => !e.closest('nav, .nakijkbalk, .toetsen, noscript') && !e.querySelector('a, p, li, ul')).map(e => e.textContent));
    assert.ok(blocks.length > 10, blocks.length + ' blocks');
    assert.deepEqual(blocks.filter(t => !text.includes(bare(t))).slice(0, 3), []);
  });
}

// ---- the page where people decide what is not sure on scans ----
const beantwoord = n => new RegExp(`^${n} van \\d+ beantwoord$`);
const focused = page => page.evaluate(() => document.activeElement.closest('.vraag')?.id);

async function download(page) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('#bewaar')]);
  assert.equal(file.suggestedFilename(), 'nakijken.json');
  return JSON.parse(fs.readFileSync(await file.path(), 'utf8'));
}

await test('nakijken: a digit answers and goes on, Enter takes what the program thinks, and all is saved', {}, async page => {
  await open(page, url('nakijken.html'));
  const questions = await page.evaluate(() => [...document.querySelectorAll('.vraag')].map(v => ({ id: v.id, bestand: v.dataset.bestand,
    bladzijde: +v.dataset.bladzijde, veld: v.dataset.veld, waarden: [...v.querySelectorAll('input[type=radio]')].map(i => i.value),
    gedacht: v.querySelector('[data-gedacht]')?.value })));
  const words = questions.filter(q => !q.waarden.length), thought = questions.filter(q => q.gedacht);
  assert.ok(words.length > 3 && thought.length > 3 && questions.length > 20, JSON.stringify(questions));
  const skipped = questions.findLast(q => q.waarden.length && !q.gedacht), expected = [];
  await page.click('#volgende');
  for (const [n, q] of questions.entries()) {
    assert.equal(await focused(page), q.id);
    assert.match(await status(page), beantwoord(expected.length));
    let waarde;
    if (!q.waarden.length) {
      waarde = `  Şule "${n}" </script> `;
      await page.keyboard.type(waarde);
      await page.keyboard.press('Enter');
    } else if (q.gedacht) {
      waarde = q.gedacht;
      await page.keyboard.press('Enter');
    } else if (q === skipped) {
      await page.keyboard.press('Enter'); // the program has no idea: nothing happens
      await page.keyboard.press('9');
      assert.equal(await focused(page), q.id);
      await page.click('#volgende');
      continue;
    } else {
      const digit = n % q.waarden.length;
      waarde = q.waarden[digit];
      await page.keyboard.press(String(digit + 1));
    }
    expected.push({ bestand: q.bestand, bladzijde: q.bladzijde, veld: q.veld, waarde: waarde.trim() });
  }
  assert.ok(expected.some(e => e.waarde === ''), 'nothing marked is an answer');
  assert.equal(await focused(page), skipped.id, 'the only open question');
  assert.deepEqual(await download(page), { 'dossier-nakijken': 1, beslissingen: expected });
  assert.match(await status(page), new RegExp(`^${expected.length} van ${questions.length} antwoorden bewaard in nakijken.json$`));
  // Another answer than the first, by mouse.
  await page.locator('#' + thought[0].id).getByText('niets aangekruist').click();
  await page.locator('#' + skipped.id).getByText('niets aangekruist').click();
  assert.match(await status(page), beantwoord(questions.length));
  const last = (await download(page)).beslissingen;
  assert.equal(last.find(b => b.veld === thought[0].veld && b.bestand === thought[0].bestand && b.bladzijde === thought[0].bladzijde).waarde, '');
  assert.equal(last.length, questions.length);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
});

await test('nakijken: who leaves before saving is asked', {}, async page => {
  await open(page, url('nakijken.html'));
  const asked = [];
  page.on('dialog', d => { asked.push(d.type()); d.accept() });
  await page.click('#volgende');
  await page.keyboard.type('x');
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
  await page.reload();
  assert.equal(asked.length, 1);
});

for (const viewport of [{ width: 360, height: 800 }, { width: 740, height: 360 }, { width: 1280, height: 900 }]) {
  await test(`nakijken: every question comes in view with its cut-out, large enough, ${viewport.width} px`, { viewport }, async page => {
    await open(page, url('nakijken.html'));
    const count = await page.locator('.vraag').count();
    await page.click('#volgende');
    const wrong = [];
    for (let i = 0; i < count; i++) {
      wrong.push(...await page.evaluate(() => {
        const v = document.activeElement.closest('.vraag'), img = v.querySelector('img'), picture = img.getBoundingClientRect(), out = [];
        const bar = document.querySelector('#balk').getBoundingClientRect();
        if (picture.width < .95 * Math.min(img.naturalWidth, 800)) out.push('small');
        if (picture.top < bar.bottom || picture.bottom > innerHeight) out.push('cut-out out of view');
        if (v.getBoundingClientRect().height < innerHeight - bar.height - 64) {
          const own = document.activeElement.getBoundingClientRect();
          if (own.top < bar.bottom || own.bottom > innerHeight) out.push('choice out of view');
        }
        if (bar.height > .3 * innerHeight) out.push('bar too high');
        return out.map(o => v.dataset.veld + ': ' + o);
      }));
      await page.keyboard.press(await page.evaluate(() => document.activeElement.type === 'text') ? 'x' : '5');
      if (await page.evaluate(() => document.activeElement.type === 'text' && document.activeElement.value !== '')) await page.keyboard.press('Enter');
    }
    assert.deepEqual(wrong.slice(0, 4), []);
    assert.match(await status(page), beantwoord(count));
    const small = await page.evaluate(() => [...document.querySelectorAll('.vraag label, button, summary, .conclusie a')].filter(e => e.checkVisibility())
      .filter(e => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24).map(e => e.outerHTML));
    assert.deepEqual(small.slice(0, 3), [], 'targets');
  });
}

await test('nakijken: without scripts all is there to read, and nothing that does nothing', { javaScriptEnabled: false }, async page => {
  await page.goto(url('nakijken.html'));
  const count = await page.locator('.vraag').count();
  assert.ok(await page.locator('.vraag').first().isVisible() && await page.locator('.vraag img').count() === count);
  assert.equal(await page.locator('button:visible').count(), 0);
  assert.match(await page.locator('main').innerText(), /Zonder scripts kunt u deze pagina lezen/);
});

await test('nakijken: with nothing to ask it says so, and has no script', {}, async page => {
  await open(page, url('nakijken-rust.html'));
  assert.match(await page.locator('.conclusie').textContent(), /^\s*Er zijn geen vragen\.\s*$/);
  assert.equal(await page.locator('.vraag, button, script').count(), 0);
});

// ---- texts that mean something to pages ----
const hostile = folder + '-vijandig';
const hostilePages = fs.readdirSync(hostile, { recursive: true }).filter(f => f.endsWith('.html')).sort();
const hostileGuide = hostilePages.find(f => /^p1-.*studiegids/.test(f));

// Every text of the model, as the browser itself reads the XML.
async function hostileTexts(page) {
  const xml = fs.readFileSync(path.join(hostile, path.dirname(hostileGuide), 'uitwisseling', 'kwalificatie.xml'), 'utf8');
  return page.evaluate(text => {
    const doc = new DOMParser().parseFromString(text, 'text/xml');
    // What a guide does not show.
    for (const left of doc.querySelectorAll('vastgesteld, isced, crebo, keuzedelen, beoordeling')) left.remove();
    return [...doc.querySelectorAll('*')].filter(e => e.childElementCount === 0).map(e => e.textContent.trim()).filter(t => t);
  }, xml);
}

for (const file of hostilePages) {
  await test(`hostile texts stay text: ${file.replace(/^p1-[^/]*/, 'p1')}`, {}, async page => {
    page.on('dialog', d => assert.fail(`a dialog: ${d.message()}`));
    await open(page, pathToFileURL(path.join(hostile, file)).href);
    await page.locator('details').evaluateAll(all => all.forEach(d => { d.open = true }));
    assert.equal(await page.evaluate(() => window.kwaad), undefined, 'a text was run');
    // Only what the templates write may be an element or do something.
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
      .filter(a => /^on/i.test(a.name) || (/^(href|src|action)$/.test(a.name) && /^\s*(javascript|vbscript|data:text)/i.test(a.value)))
      .map(a => `${e.localName} ${a.name}=${a.value}`))), []);
    const strange = 'i:not([class]), u, svg[onload], img[src="x"], iframe, object, embed, base';
    assert.deepEqual(await page.locator(strange).evaluateAll(all => all.map(e => e.outerHTML.slice(0, 80))), []);
    const bold = await page.locator('b').allTextContents();
    assert.deepEqual(bold.filter(t => /vet|begrip|punt|kwaad|naam/.test(t)), []);  // what the dossier has between <b> and </b>
    assert.match(await page.locator('body').textContent(), /window\.kwaad=/, 'no text of the dossier at all');
  });
}

await test('hostile: every text of the dossier is in the guide as it is', { javaScriptEnabled: false }, async page => {
  const texts = await hostileTexts(page);
  assert.ok(texts.length > 70, `${texts.length} texts`);
  await page.goto(pathToFileURL(path.join(hostile, hostileGuide)).href);
  const all = bare(await page.locator('body').textContent());
  const shown = t => all.includes(bare(t).replace(/[;.]$/, ''));
  // Long text has "- " before the items of its lists.
  assert.deepEqual(texts.flatMap(t => t.split(/\n\s*(?:\n|- )/)).filter(t => !shown(t.replace(/^(?:- |\\)/, ''))), []);
});

await test('hostile: what people are called is in the overview of results as it is', { javaScriptEnabled: false }, async page => {
  await page.goto(pathToFileURL(path.join(hostile, 'resultaten.html')).href);
  const all = await page.locator('body').textContent();
  for (const name of ['<script>window.kwaad=20</script> "Noor" & {{naam}}', 'no', '../../etc/passwd', '=1+1', '1e3', '<b>'])
    assert.ok(all.includes(name), name);
});

await test('hostile: search finds what was typed, and marks no more', {}, async page => {
  await open(page, pathToFileURL(path.join(hostile, hostileGuide)).href);
  for (const words of ['<script>window', '</style><style>', '{{naam}}', '&lt;i&gt;']) {
    await seek(page, words);
    assert.equal(await page.evaluate(() => window.kwaad), undefined);
    assert.doesNotMatch(await status(page), /^0 |niets gevonden/i, words);
  }
});

await browser.close();

const vnu = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
if (only.test('Nu HTML checker')) try {
  execFileSync('java', ['-jar', vnu, ...pages.map(f => path.join(folder, f))], { stdio: 'pipe' });
  console.log('ok    Nu HTML checker');
} catch (e) {
  failed++;
  console.log('FAIL  Nu HTML checker\n' + e.stderr);
}
console.log(failed ? `${failed} failed` : 'all passed');
process.exit(failed ? 1 : 0);
