/// Vergelijken: an earlier version against the text that is open.

import { $, button, download, el, files, say, typed } from './dom.js';
import { shown } from './diagnostics.js';
import { ask } from './program.js';
import { run } from './run.js';
import { events } from './work.js';

async function compare(file) {
  await run(`Vergelijkt met ${file.name}.`, async () => {
    const { answer, files: made } = await ask({ do: 'compare' }, [file]);
    const heading = el('h3', { tabIndex: -1 }, `Verschil met ${file.name}`);
    const lines = /\.pdf$/i.test(file.name) ? undefined : await file.slice(0, 4e6).text();
    const said = answer.diagnostics.length ? [el('h4', {}, 'Meldingen'), shown(answer.diagnostics, { text: lines })] : [];
    if (answer.verschilt === null || answer.verschilt === undefined) {
      $('verschil').replaceChildren(heading, el('p', { className: 'let-op' }, 'Er is niet vergeleken.'), ...said);
      heading.focus();
      return 'Er is niet vergeleken. Er staat bij waarom.';
    }
    const page = made.find(f => f.name === 'was-wordt.html');
    const text = (await page.blob.text()).replace(/<script\b[^>]*>[^]*?<\/script>/g, '');
    const frame = el('iframe', { src: URL.createObjectURL(new Blob([text], { type: 'text/html;charset=utf-8' })),
      title: 'Was-wordtlijst' });
    frame.setAttribute('sandbox', '');
    const word = answer.verschilt ? 'De twee versies verschillen.' : 'De twee versies zijn gelijk.';
    $('verschil').replaceChildren(heading, el('p', {}, el('strong', {}, word)),
      el('p', { className: 'knoppen' }, ...made.map(f => button(`Download ${f.name}`, () => {
        download(typed(f.blob, f.name), f.name);
        say(`${f.name} is gedownload.`);
      }))), frame, ...said);
    heading.focus();
    return word;
  });
}

export function prepareCompare() {
  files($('zone-oud'), ([file]) => compare(file));
  events.addEventListener('opened', () => $('verschil').replaceChildren());
}
