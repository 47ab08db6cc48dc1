/// The text of the dossier in this browser, only when the person ticked the box. Never anything about people.

import { $, say } from './dom.js';
import { events, work } from './work.js';

const key = 'dossier-app';

// A browser may forbid storage, for a file or altogether.
function storage(work) {
  try { return work(localStorage); } catch { return null; }
}

export function kept() {
  const text = storage(s => s.getItem(key));
  try {
    const old = JSON.parse(text);
    return typeof old?.text === 'string' && typeof old.name === 'string' ? old : null;
  } catch { return null; }
}

export function forgetKept() { storage(s => s.removeItem(key)); }

/// Keeps the text now; false if the browser does not.
export function keep() {
  if (!$('bewaar-hier').checked || !work.open) return false;
  const done = storage(s => { s.setItem(key, JSON.stringify({ name: work.name, text: work.text })); return true; }) === true;
  work.keeps = done;
  $('bewaar-stand').hidden = false;
  $('bewaar-stand').firstElementChild.textContent = done ? 'De tekst staat in deze browser.'
    : 'Deze browser bewaart niets. Download het bestand.';
  return done;
}

export function prepareKeep() {
  $('bewaar-hier').checked = !!kept();
  $('bewaar-hier').onchange = () => {
    if ($('bewaar-hier').checked) say(keep() ? 'Uw werk wordt in deze browser bewaard.'
      : 'Deze browser bewaart niets. Download het bestand.');
    else remove();
  };
  $('bewaar-weg').onclick = remove;
  let timer;
  events.addEventListener('text', () => { clearTimeout(timer); timer = setTimeout(keep, 800); work.keeps = false; });
}

function remove() {
  forgetKept();
  work.keeps = false;
  $('bewaar-hier').checked = false;
  $('bewaar-stand').hidden = true;
  $('bewaard').hidden = true;
  $('bewaar-hier').focus();
  say('Uw werk is uit deze browser verwijderd.');
}
