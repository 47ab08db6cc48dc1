/// Maken: the documents of the dossier.

import { outline } from './begin.js';
import { $, choices, chosen, count, el } from './dom.js';
import { shown } from './diagnostics.js';
import { outputs } from './outputs.js';
import { ask } from './program.js';
import { run } from './run.js';
import { errors, events, work } from './work.js';

const formats = {
  pdf: ['Formulieren', 'PDF om te printen of op het scherm in te vullen'], html: ['Studiegidsen', 'pagina’s voor studenten en docenten'],
  xml: ['XML van dit programma', 'een bestand met het hele dossier'], xsd: ['Beschrijving van de XML', 'XSD'],
  'json-schema': ['Beschrijving van dossier.yaml', 'JSON Schema'], 'resultaten-schema': ['Beschrijving van de resultaten', 'JSON Schema'],
  sbb: ['XML van SBB', 'in de vorm die SBB gebruikt'], elm: ['European Learning Model', 'voor Europass'],
  qti: ['QTI', 'voor toetsprogramma’s'],
  case: ['CASE', 'voor leerplanprogramma’s'], moodle: ['Moodle', 'competenties als CSV'], canvas: ['Canvas', 'leerdoelen als CSV'],
};

let known = 0, documents = [];
export const allDocuments = () => documents;

/// The choices follow the dossier; what the person chose stays.
async function refresh() {
  if (!work.contents || errors() || known === work.revision) return;
  const revision = known = work.revision;
  const { answer } = await ask({ do: 'documents' });
  if (revision !== work.revision) return;
  documents = answer.documenten;
  const before = { p: all('kies-profielen'), f: all('kies-formaten') };
  const keep = (old, value) => old.get(value) ?? true;
  choices($('kies-profielen'), 'profiel', work.contents.profielen.map(p => ({ value: p.code, text: `${p.code} ${p.naam}`,
    hint: p.kerntaken.some(outline) ? '(niet volledig)' : '', checked: keep(before.p, p.code) })));
  const present = [...new Set(documents.map(d => d.formaat))];
  choices($('kies-formaten'), 'formaat', present.map(f => ({ value: f, text: formats[f]?.[0] ?? f, hint: formats[f]?.[1],
    checked: keep(before.f, f) })));
  events.dispatchEvent(new Event('documents'));
}

const all = id => new Map([...$(id).querySelectorAll('input')].map(i => [i.value, i.checked]));

async function make() {
  const profielen = chosen($('kies-profielen')), formaten = chosen($('kies-formaten'));
  const nothing = (box, what) => { $(box).querySelector('input')?.focus(); return `Kies eerst ${what}.`; };
  await run('Maakt de documenten.', async () => {
    if (!profielen.length) return nothing('kies-profielen', 'een profiel');
    if (!formaten.length) return nothing('kies-formaten', 'wat u wilt maken');
    // All of a kind is no choice: then also what belongs to no profiel is made.
    const request = { do: 'build', profielen: profielen.length === all('kies-profielen').size ? [] : profielen,
      formaten: formaten.length === all('kies-formaten').size ? [] : formaten };
    if ($('maak-datum').value) request.datum = $('maak-datum').value;
    const { answer, files } = await ask(request);
    if (!files.length) {
      $('gemaakt').replaceChildren(el('p', { className: 'let-op' }, 'Er is niets gemaakt.'), shown(answer.diagnostics, {}));
      return 'Er is niets gemaakt. Er staat bij waarom.';
    }
    const { shown: list, heading } = outputs(files, 'dossier.zip', 'Gemaakt');
    $('gemaakt').replaceChildren(list);
    if (answer.diagnostics.length)
      $('gemaakt').append(el('details', { className: 'verschil' },
        el('summary', {}, count(answer.diagnostics.length, 'melding', 'meldingen')),
        shown(answer.diagnostics, { text: work.text })));
    heading.focus();
    return `Klaar: ${count(files.length, 'bestand', 'bestanden')} gemaakt.`;
  });
}

export function prepareMake() {
  events.addEventListener('contents', () => refresh().catch(() => { known = 0; }));
  events.addEventListener('opened', () => { $('gemaakt').replaceChildren(); });
  $('maak').onsubmit = e => { e.preventDefault(); make(); };
}
