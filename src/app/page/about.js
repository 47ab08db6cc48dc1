/// Over: version, privacy, licences.

import { $, el } from './dom.js';
import { unpacked } from './unpack.js';

let texts = null;
const textOf = async name => {
  texts ??= unpacked($('licentieteksten').textContent).then(bytes => JSON.parse(new TextDecoder().decode(bytes)));
  return (await texts)[name];
};

function licence(l) {
  const title = [l.naam, l.versie].filter(Boolean).join(' ') + (l.licentie ? `: ${l.licentie}` : '');
  const origin = l.herkomst && el('span', { className: 'meta', lang: 'en' }, ` (${l.herkomst})`);
  // What dossier made itself has no licence of others.
  if (!l.tekst) return el('p', { className: 'verschil deel' }, title, origin);
  const text = el('pre', { className: 'licentie', lang: 'en', tabIndex: 0 });
  const box = el('details', { className: 'verschil' }, el('summary', {}, title, origin), text);
  box.addEventListener('toggle', async () => { if (box.open && !text.textContent) text.textContent = await textOf(l.naam) ?? ''; });
  return box;
}

export function prepareAbout() {
  const about = JSON.parse($('gegevens').textContent);
  $('over-tekst').append(el('p', {}, `Dossier ${about.versie}`),
    el('h3', {}, 'Er gaat niets het apparaat uit'),
    el('p', {}, 'Het hele programma zit in dit ene bestand en werkt zonder internet. De browser verbiedt deze pagina elke verbinding, '
      + 'dus uw dossier, klassenlijst en formulieren blijven op dit apparaat.'),
    el('h3', {}, 'Geheugen'),
    el('p', {}, 'Alles staat in het geheugen van de browser tot u de pagina sluit. Het programma gebruikt meestal minder dan 250 MB. '
      + 'Heeft het meer dan 2 GB nodig, dan stopt het met een melding; uw dossier is er dan nog. '
      + 'Een hele school tegelijk kan te veel zijn: doe dan een klas per keer.'),
    el('h3', {}, 'Licenties'), el('p', {}, 'Dit programma gebruikt werk van anderen. Poppler, dat PDF’s leest, heeft de GPL: wie deze '
      + 'pagina doorgeeft, doet dat onder die voorwaarden.'),
    el('div', { id: 'licenties' }, ...about.licenties.map(licence)));
}
