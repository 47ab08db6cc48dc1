/// Over: version, privacy, licences.

import { $, el } from './dom.js';
import { ask } from './program.js';

const licence = l => el('details', { className: 'verschil' },
  el('summary', {}, `${l.naam}${l.versie ? ` ${l.versie}` : ''}${l.licentie ? `: ${l.licentie}` : ''}`),
  l.tekst ? el('pre', { className: 'licentie' }, l.tekst) : null);

export async function prepareAbout() {
  const about = JSON.parse($('gegevens').textContent);
  $('over').append(el('p', {}, `Dossier ${about.versie}`),
    el('h3', {}, 'Er gaat niets het apparaat uit'),
    el('p', {}, 'Het hele programma zit in dit ene bestand en werkt zonder internet. De browser verbiedt deze pagina elke verbinding, '
      + 'dus uw dossier, klassenlijst en formulieren blijven op dit apparaat.'),
    el('h3', {}, 'Geheugen'),
    el('p', {}, 'Alles staat in het geheugen van de browser tot u de pagina sluit. '
      + 'Een hele school tegelijk kan te veel zijn: doe dan een klas per keer.'),
    el('h3', {}, 'Licenties'), el('p', {}, 'Dit programma gebruikt werk van anderen.'),
    el('div', { id: 'licenties' }, ...about.licenties.map(licence)));
  const { answer } = await ask({ do: 'about' });
  if (answer.versie) $('over').firstElementChild.textContent = `Dossier ${answer.versie}`;
  if (Array.isArray(answer.licenties)) $('licenties').append(...answer.licenties.map(licence));
}
