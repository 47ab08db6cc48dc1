/// The page: its sections, and what each needs of the dossier.

import { $, say } from './dom.js';
import { prepare } from './begin.js';
import { prepareAbout } from './about.js';
import { prepareClass } from './klas.js';
import { prepareCollect } from './collect.js';
import { prepareCompare } from './compare.js';
import { jump, prepareEdit } from './edit.js';
import { prepareKeep } from './keep.js';
import { prepareMake } from './make.js';
import { prepareStyle } from './style.js';
import { onRestart, start } from './program.js';
import { check, errors, events, unsaved, work } from './work.js';

const sections = ['begin', 'bewerken', 'maken', 'verzamelen', 'vergelijken', 'over'];
const current = () => sections.find(s => location.hash === `#${s}`) ?? (location.hash && location.hash !== '#inhoud' ? 'begin' : null);
let shown = 'begin';

function show(name, focus) {
  shown = name;
  for (const s of sections) $(`deel-${s}`).hidden = s !== name;
  for (const a of document.querySelectorAll('nav a')) {
    if (a.hash === `#${name}`) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
  const heading = $(`kop-${name}`);
  document.title = name === 'begin' ? 'Dossier' : `${heading.textContent} - Dossier`;
  if (!focus) return;
  // What was said belongs to the section that was left.
  if (!$('inhoud').hasAttribute('aria-busy')) say('');
  scrollTo(0, 0);
  heading.focus();
}

/// What a section says when there is no dossier for it yet.
function gates() {
  const n = errors();
  $('bestand').hidden = !work.open;
  $('bestand').textContent = work.open ? `${work.contents?.naam ?? work.name}${unsaved() ? ' (niet gedownload)' : ''}` : '';
  for (const s of sections) {
    const section = $(`deel-${s}`), first = section.querySelector('.eerst');
    if (!first) continue;
    const needsClean = section.querySelector('.zonder-fouten');
    const blocked = !work.open || (needsClean && (n > 0 || !work.contents));
    const body = needsClean ?? section.querySelector('.met-dossier');
    if (first.hidden === !blocked && body.hidden === !!blocked && first.dataset.n === String(n)) continue;
    first.dataset.n = String(n);
    first.hidden = !blocked;
    body.hidden = !!blocked;
    const link = (href, text) => Object.assign(document.createElement('a'), { href, textContent: text });
    if (!work.open) first.replaceChildren('Er is nog geen dossier open. Ga naar ', link('#begin', 'Begin'), '.');
    else first.replaceChildren(`Er ${n === 1 ? 'staat 1 fout' : `staan ${n} fouten`} in het dossier. Herstel eerst de fouten bij `,
      link('#bewerken', 'Bewerken'), '.');
  }
}

addEventListener('hashchange', () => { const name = current(); if (name) show(name, true); });
// The section that is shown already makes no change of the address.
document.querySelector('nav').onclick = e => { if (e.target.hash === location.hash) show(current(), true); };
$('spring').onclick = e => { e.preventDefault(); $('inhoud').focus(); };
addEventListener('beforeunload', e => { if (unsaved()) e.preventDefault(); });
// A file that is dropped beside a zone must not take the place of the page.
for (const what of ['dragover', 'drop']) addEventListener(what, e => e.preventDefault());
for (const what of ['contents', 'text', 'saved', 'opened']) events.addEventListener(what, gates);

onRestart(() => work.open ? check() : undefined);
gates();
show(current() ?? 'begin', false);
start().then(() => { if ($('melding').textContent === 'Het programma start.') say('Het programma is klaar voor gebruik.'); },
  e => say(`Het programma start niet in deze browser: ${e.message}`));
prepare(jump);
prepareKeep();
prepareMake();
prepareStyle();
prepareClass();
prepareCollect();
prepareCompare();
prepareEdit().catch(() => {});
prepareAbout();
