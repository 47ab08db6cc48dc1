/// Formulieren voor een klas: a class list comes in, its rows are shown, and forms are made of it a few at a time, so that Stop works.

import { $, button, choices, chosen, count, el, files, say, table } from './dom.js';
import { shown, summary } from './diagnostics.js';
import { allDocuments } from './make.js';
import { outputs } from './outputs.js';
import { together } from './program.js';
import { run } from './run.js';
import { events, work } from './work.js';

const batch = 20, mostRows = 100;
let list = null;  // {file, options}, as the person gave it

/// Hands the list over again where the program has let go of it: it belongs to one text of the dossier. For collecting too.
export async function giveClass(send) {
  return list && (await send({ do: 'class-list', ...list.options }, [list.file])).answer;
}
export function forgetClass() {
  list = null;
  $('klas').replaceChildren();
}

function problems(answer, text) {
  const lines = /\.xlsx$/i.test(list.file.name) ? undefined : text;
  return answer.diagnostics.length ? [el('h4', {}, 'Meldingen over de lijst'), shown(answer.diagnostics, { text: lines })] : [];
}

/// How to read a list that came out wrong.
function reading() {
  const select = el('select', { id: 'klas-codering' }, ...[['', 'zoek het zelf uit'], ['utf-8', 'UTF-8'],
    ['windows-1252', 'Windows (West-Europees)'],
    ['utf-16', 'UTF-16']].map(([value, text]) => el('option', { value, selected: value === list.options.codering }, text)));
  const sheet = el('input', { id: 'klas-blad', type: 'text', value: list.options.blad, autocomplete: 'off' });
  const profiel = el('select', { id: 'klas-profiel' }, el('option', { value: '' }, 'staat in de lijst'),
    ...(work.contents?.profielen ?? []).map(p =>
    el('option', { value: p.code, selected: p.code === list.options.profiel }, `${p.code} ${p.naam}`)));
  const line = (label, input) => el('p', { className: 'veld' }, el('label', { htmlFor: input.id }, label), input);
  return el('details', { className: 'verschil' }, el('summary', {}, 'Komt de lijst er verkeerd uit?'),
    line('Tekens van een CSV-bestand', select), line('Naam van het blad (Excel)', sheet), line('Profiel van iedereen op de lijst', profiel),
    el('p', { className: 'knoppen' }, button('Lees opnieuw', () => {
      list.options = { codering: select.value, blad: sheet.value.trim(), profiel: profiel.value };
      read();
    })));
}

function preview(answer) {
  const rows = answer.rijen.slice(0, mostRows).map(r => [String(r.rij), ...r.velden]);
  // Columns that nobody filled in only take room.
  const used = answer.kolommen.map((_, i) => answer.rijen.some(r => r.velden[i]));
  const keep = row => row.filter((_, i) => !i || used[i - 1]);
  const parts = [table(`${list.file.name}: ${count(answer.rijen.length, 'kandidaat', 'kandidaten')}`, keep(['Rij', ...answer.kolommen]),
    rows.map(keep))];
  if (answer.rijen.length > mostRows) parts.push(el('p', {}, `en nog ${answer.rijen.length - mostRows}`));
  return parts;
}

function wanted() {
  const kinds = new Map(), kerntaken = new Set();
  for (const d of allDocuments()) {
    if (d.formaat !== 'pdf') continue;
    const perKerntaak = /^\w+-K\d+$/.test(d.onderdeel);
    if (!kinds.has(d.id)) kinds.set(d.id, { value: d.id, text: d.titel || d.id, checked: perKerntaak });
    if (perKerntaak) kerntaken.add(d.onderdeel);
  }
  const documents = el('div', { className: 'keuzes' }), tasks = el('div', { className: 'keuzes' }),
    bundles = el('div', { className: 'keuzes' });
  choices(documents, 'klas-document', [...kinds.values()]);
  choices(tasks, 'klas-kerntaak', [...kerntaken].map(k => ({ value: k, text: k, checked: true })));
  choices(bundles, 'klas-bundel', [{ value: '', text: 'Losse formulieren', checked: true },
    { value: 'groep', text: 'Ook een PDF per groep, om te printen' },
    { value: 'kandidaat', text: 'Ook een PDF per kandidaat, om te printen' }], 'radio');
  const form = el('form', {}, el('fieldset', {}, el('legend', {}, 'Welke formulieren?'), documents),
    el('fieldset', {}, el('legend', {}, 'Van welke kerntaken?'), tasks), el('fieldset', {}, el('legend', {}, 'Hoe?'), bundles),
    el('p', { className: 'knoppen' }, el('button', { type: 'submit', className: 'hoofd' }, 'Maak de formulieren')),
    el('div', { id: 'klas-gemaakt' }));
  form.onsubmit = e => {
    e.preventDefault();
    const every = tasks.querySelectorAll('input').length, ticked = chosen(tasks);
    make({ do: 'plan-forms', profielen: [], kerntaken: ticked.length === every ? [] : ticked, documenten: chosen(documents),
      bundel: chosen(bundles)[0] ?? '' },
      ticked.length > 0);
  };
  return form;
}

async function read() {
  await run(`Leest ${list.file.name}.`, async () => {
    const answer = await together(giveClass);
    const text = await list.file.slice(0, 4e6).text(), bad = answer.fout || answer.diagnostics.some(d => d.severity === 'error');
    const heading = el('h4', { tabIndex: -1 }, 'De klassenlijst');
    const parts = [heading];
    if (bad) parts.push(el('p', { className: 'let-op' }, el('strong', {}, 'Met deze lijst kunnen nog geen formulieren worden gemaakt.'),
      ' Verbeter de lijst en kies haar opnieuw.'));
    parts.push(...problems(answer, text));
    if (answer.rijen.length) parts.push(...preview(answer));
    parts.push(reading());
    if (!bad && answer.rijen.length) parts.push(wanted());
    $('klas').replaceChildren(...parts);
    heading.focus();
    return `${list.file.name}: ${count(answer.rijen.length, 'kandidaat', 'kandidaten')}, ${summary(answer.diagnostics)}.`;
  });
}

async function make(plan, anyTask) {
  await run('Maakt de formulieren.', (progress, stopped) => together(async send => {
    if (!anyTask) return 'Kies eerst een kerntaak.';
    if (!plan.documenten.length) return 'Kies eerst welke formulieren.';
    // The list belongs to the text of the dossier as it was: what was written since counts.
    await giveClass(send);
    const { answer } = await send(plan);
    const made = [], n = answer.paden.length;
    if (!n) {
      $('klas-gemaakt').replaceChildren(el('p', { className: 'let-op' }, 'Er is niets gemaakt.'), shown(answer.diagnostics, {}));
      return 'Er is niets gemaakt. Er staat bij waarom.';
    }
    for (let van = 0; van < n; van += batch) {
      if (stopped()) return `Gestopt na ${made.length} van ${n} formulieren. Er is niets bewaard.`;
      made.push(...(await send({ do: 'make-forms', van, tot: Math.min(n, van + batch) })).files);
      progress(Math.min(n, van + batch), n);
    }
    const { shown: box, heading } = outputs(made, 'formulieren.zip', 'Gemaakt voor de klas');
    $('klas-gemaakt').replaceChildren(box, shown(answer.diagnostics, {}));
    heading.focus();
    return `Klaar: ${count(n, 'formulier', 'formulieren')} gemaakt.`;
  }), { gently: true });
}

export function prepareClass() {
  files($('zone-klas'), ([file]) => {
    list = { file, options: { codering: '', blad: '', profiel: '' } };
    read();
  });
  events.addEventListener('opened', () => {
    if (list) say('De klassenlijst hoort bij het vorige dossier en is leeggemaakt.');
    forgetClass();
  });
}
