/// Verzamelen: filled-in forms, on screen and on paper, come in one by one, tables come out. All of it is about people: it is kept in memory
/// and nowhere else.

import { $, button, count, download, el, extension, files, say, table, typed } from './dom.js';
import { shown } from './diagnostics.js';
import { forgetClass, giveClass } from './klas.js';
import { zipped } from './outputs.js';
import { ask, Died, readsScans, together, worker } from './program.js';
import { run } from './run.js';
import { events, settled } from './work.js';

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

const forms = ['pdf', 'tif', 'tiff', 'jpg', 'jpeg', 'png'];
const patience = 60000, mostLost = 5;
const nameOf = file => file.webkitRelativePath || file.name;
const named = file => ({ name: nameOf(file), blob: file });

/// What is being collected: the files, the answers of a person, and which files and pages ended the program ("3" or "3/12").
let work = null;

/// Reads every file and page. One that ends the program, or takes too long, is told as lost; the others are read again without it.
async function readAll(progress, stopped) {
  for (;;) {
    let at = '';
    try {
      await settled();
      return await together(async send => {
        await giveClass(send);
        const { answer } = await send({ do: 'collect', aantal: work.files.length, handtekening: $('handtekening').checked }, work.old ? [work.old] : []);
        if (answer.oud === false) return { old: answer.diagnostics };
        work.found = [];
        for (const [nummer, file] of work.files.entries()) {
          if (stopped()) return { stopped: true };
          progress(nummer, work.files.length);
          if (work.lost.has(`${nummer}`)) { await send({ do: 'lose', nummer, naam: nameOf(file) }); continue; }
          at = `${nummer}`;
          const { answer } = await send({ do: 'add-form', nummer }, [named(file)], patience);
          work.found.push(...answer.diagnostics);
          if (answer.bladzijden) await readsScans();
          for (let bladzijde = 0; bladzijde < answer.bladzijden; bladzijde++) {
            if (stopped()) return { stopped: true };
            progress(nummer + bladzijde / answer.bladzijden, work.files.length);
            at = `${nummer}/${bladzijde}`;
            const lost = work.lost.has(at);
            await send({ do: lost ? 'lose' : 'add-page', nummer, bladzijde }, [], patience);
          }
        }
        at = '';
        for (const answers of work.answers) work.found.push(...(await send({ do: 'decide' }, [answers])).answer.diagnostics);
        work.worker = worker();
        return outcome(send);
      });
    } catch (e) {
      if (!(e instanceof Died) || !at || work.lost.has(at) || work.lost.size >= mostLost) throw e;
      work.lost.add(at);
    }
  }
}

/// The results as they are now, and the page on which people look at what the program is not sure of.
async function outcome(send) {
  const { answer, files: made } = await send({ do: 'results' });
  let given = -1, review = null;
  for (const { nummer, bladzijde } of answer.tonen) {
    if (work.lost.has(`${nummer}/${bladzijde}`)) continue;
    await send({ do: 'show-page', nummer, bladzijde }, given === nummer ? [] : [named(work.files[nummer])]);
    given = nummer;
  }
  if (answer.tonen.length) [review] = (await send({ do: 'review' })).files;
  return { answer, made, review };
}

/// The page of doubts, in a sandbox of its own. What the person answered there comes back as a message.
function doubts(review) {
  const url = URL.createObjectURL(typed(review.blob, review.name));
  const frame = el('iframe', { src: url, title: 'Nakijken' });
  frame.setAttribute('sandbox', 'allow-scripts');
  // An address keeps what it is of in memory.
  frame.addEventListener('load', () => URL.revokeObjectURL(url), { once: true });
  work.frame = frame;
  return el('section', { className: 'nakijken', 'aria-label': 'Nakijken' }, el('h4', {}, 'Nakijken'),
    el('p', {}, 'Dit weet het programma niet zeker van de scans. Kies wat er staat en kies daarna Bewaar antwoorden: dan worden de resultaten '
      + 'hierboven opnieuw gemaakt.'), frame,
    el('p', { className: 'knoppen' }, work.answers.length ? button('Download nakijken.json', () => download(work.answers.at(-1), 'nakijken.json')) : null,
      button('Download nakijken.html', () => download(typed(review.blob, review.name), 'nakijken.html'))));
}

async function show({ answer, made, review }) {
  const json = made.find(f => f.name === 'resultaten.json');
  const heading = el('h3', { tabIndex: -1 }, 'Resultaten');
  const read = `${count(answer.formulieren, 'formulier', 'formulieren')} gelezen.`;
  const parts = [heading, el('p', { className: answer.bekijken ? 'let-op' : 'goed' }, el('strong', {}, read), ` Zelf bekijken: ${answer.bekijken}.`)];
  if (work.left) parts.push(el('p', {}, `${count(work.left, 'bestand is', 'bestanden zijn')} overgeslagen: geen PDF, foto of scan.`));
  parts.push(downloads(made));
  if (json) parts.push(...results(JSON.parse(await json.blob.text())));
  const said = [...work.found, ...answer.diagnostics, ...(answer.bevindingen ?? [])];
  if (said.length) parts.push(el('h4', {}, 'Bevindingen'), shown(said, {}));
  if (review) parts.push(doubts(review));
  $('resultaten').replaceChildren(...parts);
  heading.focus();
  return `${read} Zelf bekijken: ${answer.bekijken}.`;
}

async function collect(given) {
  const files = given.filter(f => forms.includes(extension(f.name))), answers = given.filter(f => extension(f.name) === 'json');
  if (!files.length) {
    say('Hier zit geen formulier bij. Kies ingevulde formulieren als PDF, of scans en foto’s als PDF, TIFF, JPEG of PNG.');
    return;
  }
  files.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  work = { files, answers, left: given.length - files.length - answers.length, lost: new Set(), found: [], old: $('kies-oudere').files[0] ?? null,
    worker: null, frame: null };
  await run(`Leest ${count(files.length, 'bestand', 'bestanden')}.`, async (progress, stopped) => {
    const done = await readAll(progress, stopped);
    if (done.stopped) {
      await ask({ do: 'forget' });
      return 'Gestopt. Er is niets bewaard.';
    }
    if (done.old) {
      $('resultaten').replaceChildren(el('h3', {}, 'De oudere versie van het dossier is niet gelezen'), shown(done.old, {}));
      return 'De oudere versie van het dossier is niet gelezen. Er staat bij waarom.';
    }
    return show(done);
  }, { gently: true });
}

/// The answers that a person gave on the page of doubts.
async function decided(answers) {
  work.answers.push(new File([JSON.stringify(answers)], 'nakijken.json'));
  await run('Verwerkt uw antwoorden.', async (progress, stopped) => {
    // Another worker has forgotten what was read.
    const again = work.worker !== worker();
    const done = again ? await readAll(progress, stopped) : await together(async send => {
      work.found.push(...(await send({ do: 'decide' }, [work.answers.at(-1)])).answer.diagnostics);
      return outcome(send);
    });
    return done.stopped ? 'Gestopt.' : show(done);
  }, { gently: true });
}

export function prepareCollect() {
  files($('zone-formulieren'), collect);
  const clear = () => {
    work = null;
    $('resultaten').replaceChildren();
  };
  addEventListener('message', e => {
    if (work?.frame && e.source === work.frame.contentWindow && e.data?.['dossier-nakijken'] === 1) decided(e.data);
  });
  events.addEventListener('opened', clear);
  $('leeg').onclick = () => run('Maakt leeg.', async () => {
    await ask({ do: 'forget' });
    forgetClass();
    clear();
    for (const input of document.querySelectorAll('#deel-verzamelen input[type=file]')) input.value = '';
    return 'De formulieren, de resultaten en de klassenlijst zijn weg uit het geheugen.';
  });
}
