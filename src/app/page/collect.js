/// Verzamelen: filled-in forms come in one by one, tables come out. All of it is about people: it is kept in memory and nowhere else.

import { $, button, count, download, el, files, say, table, typed } from './dom.js';
import { shown } from './diagnostics.js';
import { forgetClass, giveClass } from './klas.js';
import { zipped } from './outputs.js';
import { ask, together } from './program.js';
import { run } from './run.js';
import { events } from './work.js';

const mostRows = 200;

function standing(r, stand) {
  if (stand.telt === null) return 'een mens beslist';
  const f = r.formulieren[stand.telt];
  return f ? f.berekend?.uitslag ?? '' : 'geen formulier';
}

const toLook = (r, stand) => stand.formulieren.some(i => r.formulieren[i]?.nakijken);

function results(r) {
  const rows = r.standen.slice(0, mostRows).map(s => [s.naam || s.studentnummer || '(geen naam)', s.studentnummer, s.groep, s.profiel,
    s.kerntaak, standing(r, s), toLook(r, s) ? 'ja' : 'nee']);
  const parts = [table(`Uitslag van ${count(r.standen.length, 'kandidaat en kerntaak', 'kandidaten en kerntaken')}`,
    ['Naam', 'Studentnummer', 'Groep', 'Profiel', 'Kerntaak', 'Uitslag', 'Zelf bekijken'], rows)];
  if (r.standen.length > mostRows) parts.push(el('p', {}, `en nog ${r.standen.length - mostRows}; alles staat in de bestanden`));
  const look = r.formulieren.filter(f => f.bevindingen.length);
  if (look.length) {
    parts.push(el('h4', {}, 'Zelf bekijken'));
    parts.push(...look.slice(0, mostRows).map(f => el('details', { className: 'verschil' },
      el('summary', {}, `${[f.kandidaat?.naam || f.bestand, f.kerntaak].filter(Boolean).join(', ')}: `
        + count(f.bevindingen.length, 'punt', 'punten')),
      el('p', { className: 'meta' }, f.bestand),
      el('ul', {}, ...f.bevindingen.map(b => el('li', {}, b.onderdeel ? `${b.onderdeel}: ` : '', b.tekst))))));
    if (look.length > mostRows) parts.push(el('p', {}, `en nog ${look.length - mostRows}; alles staat in de bestanden`));
  }
  return parts;
}

function downloads(made) {
  const words = { 'resultaten.xlsx': 'Excel', 'resultaten.csv': 'CSV', 'resultaten.html': 'pagina', 'resultaten.json': 'JSON' };
  const overviews = made.filter(f => f.name.startsWith('resultatenoverzichten/'));
  const give = f => button(`Download ${f.name} (${words[f.name]})`,
    () => { download(typed(f.blob, f.name), f.name); say(`${f.name} is gedownload.`); });
  return el('p', { className: 'knoppen' }, ...made.filter(f => words[f.name]).map(give),
    overviews.length ? button(`Download ${count(overviews.length, 'resultatenoverzicht', 'resultatenoverzichten')} (zip)`,
      () => zipped(overviews, 'resultatenoverzichten.zip')) : null,
    button('Download alles als zip', () => zipped(made, 'resultaten.zip'), { className: 'alles' }));
}

async function collect(given) {
  const pdfs = given.filter(f => /\.pdf$/i.test(f.name)), left = given.length - pdfs.length;
  if (!pdfs.length) {
    say('Hier zit geen PDF bij. Kies ingevulde formulieren als PDF. Scans en foto’s leest deze pagina nog niet.');
    return;
  }
  pdfs.sort((a, b) => (a.webkitRelativePath || a.name) < (b.webkitRelativePath || b.name) ? -1 : 1);
  await run(`Leest ${count(pdfs.length, 'formulier', 'formulieren')}.`, (progress, stopped) => together(async send => {
    const found = [];
    await giveClass(send);
    await send({ do: 'collect', aantal: pdfs.length, handtekening: $('handtekening').checked });
    for (const [nummer, file] of pdfs.entries()) {
      if (stopped()) {
        await send({ do: 'forget' });
        return 'Gestopt. Er is niets bewaard.';
      }
      const named = { name: file.webkitRelativePath || file.name, blob: file };
      found.push(...(await send({ do: 'add-form', nummer }, [named])).answer.diagnostics);
      progress(nummer + 1, pdfs.length);
    }
    const { answer, files: made } = await send({ do: 'results' });
    const json = made.find(f => f.name === 'resultaten.json');
    const heading = el('h3', { tabIndex: -1 }, 'Resultaten');
    const parts = [heading, el('p', { className: answer.bekijken ? 'let-op' : 'goed' }, el('strong', {},
      `${count(answer.formulieren, 'formulier', 'formulieren')} gelezen.`), ` Zelf bekijken: ${answer.bekijken}.`)];
    if (left) parts.push(el('p', {}, `${count(left, 'bestand is', 'bestanden zijn')} overgeslagen: geen PDF. `
      + 'Scans en foto’s leest deze pagina nog niet.'));
    parts.push(downloads(made));
    if (json) parts.push(...results(JSON.parse(await json.blob.text())));
    const said = [...found, ...answer.diagnostics, ...(answer.bevindingen ?? [])];
    if (said.length) parts.push(el('h4', {}, 'Bevindingen'), shown(said, {}));
    $('resultaten').replaceChildren(...parts);
    heading.focus();
    return `${count(answer.formulieren, 'formulier', 'formulieren')} gelezen. Zelf bekijken: ${answer.bekijken}.`;
  }), { gently: true });
}

export function prepareCollect() {
  files($('zone-formulieren'), collect);
  const clear = () => $('resultaten').replaceChildren();
  events.addEventListener('opened', clear);
  $('leeg').onclick = () => run('Maakt leeg.', async () => {
    await ask({ do: 'forget' });
    forgetClass();
    clear();
    return 'De formulieren, de resultaten en de klassenlijst zijn weg uit het geheugen.';
  });
}
