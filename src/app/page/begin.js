/// Begin: a file or the example comes in; what it holds and what is wrong with it.

import { $, count, el, files, say, table } from './dom.js';
import { errors, events, openFile, openText, work } from './work.js';
import { ask } from './program.js';
import { shown, summary } from './diagnostics.js';
import { mayLeave, run } from './run.js';
import { forgetKept, kept } from './keep.js';

let jump;

/// Of this kerntaak some werkprocessen are titles only.
export const outline = k => k.werkprocessen.some(w => w.alleen_titel);

const codes = (list, key) => list.map(k => k[key]).join(', ');

function kerntaken(list) {
  return list.map(k => {
    const outlines = k.werkprocessen.filter(w => w.alleen_titel).length;
    return [k.code, k.titel, String(k.werkprocessen.length), String(k.werkprocessen.reduce((n, w) => n + w.criteria.length, 0)),
      outlines ? `${count(outlines, 'werkproces heeft', 'werkprocessen hebben')} alleen een titel` : 'volledig'];
  });
}

/// What is not there but could be, in words.
function missing(c) {
  const out = [];
  if (!c.crebo && !c.profielen.some(p => p.crebo)) out.push('crebonummer');
  if (!c.versie) out.push('versie');
  if (!c.profielen.every(p => p.niveau)) out.push(`niveau van ${codes(c.profielen.filter(p => !p.niveau), 'code')}`);
  return out;
}

function contents(c) {
  const heads = ['Code', 'Kerntaak', 'Werkprocessen', 'Criteria', 'Inhoud'];
  const lacking = missing(c);
  const box = el('div', { className: 'inhoudsopgave' },
    el('h3', {}, c.naam),
    el('dl', { className: 'feiten' },
      ...[['Crebo', c.crebo], ['Versie', c.versie], ['Profielen', String(c.profielen.length)]].filter(f => f[1])
        .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    lacking.length ? el('p', {}, `Niet ingevuld: ${lacking.join('; ')}.`) : null);
  box.append(table('Basisdeel', heads, kerntaken(c.basisdeel)));
  for (const p of c.profielen) {
    const level = p.niveau ? `, niveau ${p.niveau}` : '', crebo = p.crebo ? `, crebo ${p.crebo}` : '';
    const gaps = p.kerntaken.some(outline) ? ', niet volledig' : '';
    box.append(el('details', { className: 'verschil' },
      el('summary', {}, `${p.code} ${p.naam}${level}${crebo}: ${count(p.kerntaken.length, 'kerntaak', 'kerntaken')}${gaps}`),
      table(`Kerntaken van ${p.code}`, heads, kerntaken(p.kerntaken))));
  }
  return box;
}

function show() {
  if (!work.open) return;
  const n = errors(), c = work.contents;
  const parts = [];
  parts.push(el('p', { className: n ? 'let-op' : 'goed' }, el('strong', {}, n
    ? `Er staan nog fouten in dit dossier. Herstel ze voor u documenten maakt.` : 'Van dit dossier kunt u documenten maken.'),
    ` Het programma meldt: ${summary(work.diagnostics)}.`));
  parts.push(el('p', { className: 'knoppen' }, n ? null : el('a', { href: '#maken', className: 'knop hoofd' }, 'Maak documenten'),
    el('a', { href: '#bewerken', className: 'knop' }, 'Bewerk het dossier')));
  if (c) parts.push(contents(c));
  if (work.origin?.diagnostics.length)
    parts.push(el('h3', {}, `Bij het inlezen van ${work.origin.name}`), el('p', {}, 'De regels zijn die van het bestand dat u koos.'),
      shown(work.origin.diagnostics, { text: work.origin.text }));
  if (work.diagnostics.length) parts.push(el('h3', {}, 'Meldingen'), shown(work.diagnostics, { text: work.text, jump }));
  $('gelezen').replaceChildren(...parts);
}

/// For a source that gives no name of the dossier.
function askName(file) {
  const name = el('input', { id: 'naam-dossier', type: 'text', autocomplete: 'off', required: true });
  const form = el('form', {}, el('p', { className: 'veld' }, el('label', { htmlFor: name.id }, 'Hoe heet het dossier?'), name),
    el('p', { className: 'knoppen' }, el('button', { type: 'submit', className: 'hoofd' }, 'Open met deze naam')));
  form.onsubmit = e => {
    e.preventDefault();
    take(file, name.value.trim());
  };
  return form;
}

export async function take(file, naam = '') {
  if (!await mayLeave()) return;
  await run(`Leest ${file.name}.`, async () => {
    const result = await openFile(file, naam);
    if (!result.opened) {
      const lines = result.text ?? (/\.pdf$/i.test(file.name) ? undefined : await file.slice(0, 4e6).text());
      const nameless = result.diagnostics.some(d => d.code === 'missing-name');
      $('gelezen').replaceChildren(el('p', { className: 'let-op' }, el('strong', {}, `${file.name} is niet geopend.`),
        ` Het programma meldt: ${summary(result.diagnostics)}.`), ...nameless ? [askName(file)] : [], shown(result.diagnostics, { text: lines }));
      return `${file.name} is niet geopend. Er staat bij waarom.`;
    }
    return `${file.name} is geopend: ${summary(work.diagnostics)}.`;
  });
}

function offerKept() {
  const old = kept();
  $('bewaard').hidden = !old;
  if (!old) return;
  const title = /^naam:\s*(.+)$/m.exec(old.text)?.[1] ?? old.name;
  $('bewaard-tekst').textContent = `In deze browser staat nog werk: ${title}.`;
  $('bewaard-open').onclick = () => run('Opent het bewaarde werk.', async () => {
    await openText(old.name, old.text, '');
    $('bewaard').hidden = true;
    return `Uw bewaarde werk is geopend: ${summary(work.diagnostics)}.`;
  });
  $('bewaard-weg').onclick = () => {
    forgetKept();
    $('bewaard').hidden = true;
    say('Het bewaarde werk is weg.');
    $('kop-begin').focus();
  };
}

export function prepare(jumpTo) {
  jump = jumpTo;
  events.addEventListener('contents', show);
  files($('zone-dossier'), ([file]) => take(file));
  $('voorbeeld').onclick = async () => {
    if (!await mayLeave()) return;
    await run('Opent het voorbeeld.', async () => {
      const { answer } = await ask({ do: 'example' });
      await openText('dossier.yaml', answer.yaml);
      $('kies-dossier').value = '';
      return `Het voorbeeld is geopend: ${summary(work.diagnostics)}.`;
    });
  };
  offerKept();
}
