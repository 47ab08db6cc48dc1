/// Over: version, privacy, licences.

import { $, el } from './dom.js';

function licence(l) {
  const title = [l.naam, l.versie].filter(Boolean).join(' ') + (l.licentie ? `: ${l.licentie}` : '');
  if (!l.tekst) {
    const origin = l.herkomst && el('span', { className: 'meta', lang: 'en' }, ` (${l.herkomst})`);
    return el('p', { className: 'verschil deel' }, title, origin);
  }
  return el('details', { className: 'verschil' }, el('summary', {}, title), el('pre', { className: 'licentie', lang: 'en' }, l.tekst));
}

export function prepareAbout() {
  const about = JSON.parse($('gegevens').textContent);
  $('over-tekst').append(el('p', {}, `Dossier ${about.versie}`),
    el('h3', {}, 'Er gaat niets het apparaat uit'),
    el('p', {}, 'Het hele programma zit in dit ene bestand en werkt zonder internet. De browser verbiedt deze pagina elke verbinding, '
      + 'dus uw dossier, klassenlijst en formulieren blijven op dit apparaat.'),
    el('h3', {}, 'Geheugen'),
    el('p', {}, 'Alles staat in het geheugen van de browser tot u de pagina sluit. '
      + 'Een hele school tegelijk kan te veel zijn: doe dan een klas per keer.'),
    el('h3', {}, 'Licenties'), el('p', {}, 'Dit programma gebruikt werk van anderen.'),
    el('div', { id: 'licenties' }, ...about.licenties.map(licence)));
}
