(() => {
'use strict';
// Antwoorden blijven op deze pagina tot ze worden bewaard: het zijn gegevens van personen.
const d = document, $ = s => d.querySelector(s);
const vragen = [...d.querySelectorAll('.vraag')], balk = $('#balk'), stand = $('#stand');
let bewaard = true, laatste;
d.documentElement.classList.add('script');
// In de pagina van het programma verwerkt die de antwoorden.
const ingebed = parent !== window;
d.documentElement.classList.toggle('ingebed', ingebed);
balk.hidden = false;

const antwoord = v => {
  const tekst = v.querySelector('input[type=text]');
  if (tekst) return tekst.value.trim() || null;
  const keuze = v.querySelector('input:checked');
  return keuze ? keuze.value : null;
};
const eerste = v => v.querySelector('input:checked,input');
const open = vanaf => {
  const n = vragen.length, begin = vanaf ? vragen.indexOf(vanaf) + 1 : 0;
  for (let i = 0; i < n; i++) if (antwoord(vragen[(begin + i) % n]) === null) return vragen[(begin + i) % n];
};
const ga = v => {
  if (!v) return $('#bewaar').focus();
  eerste(v).focus();
  // Wat niet op het scherm past, begint bij de uitsnede.
  v.scrollIntoView({ block: v.offsetHeight > innerHeight - balk.offsetHeight - 64 ? 'start' : 'center' });
};
const tel = () => {
  let klaar = 0;
  for (const v of vragen) {
    const is = antwoord(v) !== null;
    v.classList.toggle('klaar', is);
    klaar += is;
  }
  stand.textContent = klaar + ' van ' + vragen.length + ' beantwoord';
};
const kies = (v, keuze) => {
  if (!keuze) return;
  keuze.checked = true;
  bewaard = false;
  tel();
  ga(open(v));
};
// Op een smal scherm schuift de uitsnede: verkleind is een kruisje niet te zien. De rondjes van een criterium staan in het midden.
const schuif = () => {
  for (const u of d.querySelectorAll('.uitsnede')) {
    const smal = u.scrollWidth > u.clientWidth, naam = u.querySelector('img').alt;
    for (const [wat, is] of [['tabindex', '0'], ['role', 'group'], ['aria-label', naam]]) smal ? u.setAttribute(wat, is) : u.removeAttribute(wat);
    if (smal && /-G\d+$/.test(u.parentElement.dataset.veld) && !u.scrollLeft) u.scrollLeft = .53 * u.scrollWidth - u.clientWidth / 2;
  }
};

d.addEventListener('input', e => { if (e.target.closest('.vraag')) { bewaard = false; tel() } });
d.addEventListener('keydown', e => {
  const v = e.target.closest && e.target.closest('.vraag');
  if (!v || e.ctrlKey || e.altKey || e.metaKey) return;
  if (e.target.type === 'text') {
    if (e.key === 'Enter') ga(open(v));
    return;
  }
  if (e.key === 'Enter') { e.preventDefault(); kies(v, v.querySelector('[data-gedacht]') || v.querySelector('input:checked')) }
  else if (/^[1-9]$/.test(e.key)) { e.preventDefault(); kies(v, v.querySelector('[data-toets="' + e.key + '"]')) }
});
// De knop zelf krijgt de aandacht: verder gaat het vanaf de vraag waar die het laatst was.
d.addEventListener('focusin', e => { laatste = e.target.closest('.vraag') || laatste });
$('#volgende').onclick = () => ga(open(laatste));
$('#bewaar').onclick = () => {
  const lijst = vragen.filter(v => antwoord(v) !== null).map(v => ({ bestand: v.dataset.bestand, bladzijde: +v.dataset.bladzijde, veld: v.dataset.veld, waarde: antwoord(v) }));
  bewaard = true;
  if (ingebed) return parent.postMessage({ 'dossier-nakijken': 1, beslissingen: lijst }, '*');
  const a = d.createElement('a');
  a.href = URL.createObjectURL(new Blob([JSON.stringify({ 'dossier-nakijken': 1, beslissingen: lijst }, null, 1) + '\n'], { type: 'application/json' }));
  a.download = 'nakijken.json';
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 1000);
  stand.textContent = lijst.length + ' van ' + vragen.length + ' antwoorden bewaard in nakijken.json';
};
addEventListener('beforeunload', e => { if (!bewaard) e.preventDefault() });
addEventListener('resize', schuif);
schuif();
tel();
})();
