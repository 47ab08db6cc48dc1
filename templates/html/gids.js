(() => {
'use strict';
const d = document, $ = s => d.querySelector(s), $$ = (s, e = d) => [...e.querySelectorAll(s)];
const root = d.documentElement, sleutel = d.body.dataset.sleutel;
const lees = k => { try { return localStorage.getItem(k) } catch { return null } };
const bewaar = (k, v) => { try { v === null ? localStorage.removeItem(k) : localStorage.setItem(k, v) } catch {} };

// Licht of donker: zonder keuze volgt de pagina het systeem.
const thema = $('#thema'), donker = () => (root.dataset.thema || (matchMedia('(prefers-color-scheme:dark)').matches ? 'donker' : 'licht')) === 'donker';
const toon = () => { thema.textContent = donker() ? 'Licht scherm' : 'Donker scherm' };
if (lees('dossier/thema')) root.dataset.thema = lees('dossier/thema');
thema.hidden = false;
thema.onclick = () => { root.dataset.thema = donker() ? 'licht' : 'donker'; bewaar('dossier/thema', root.dataset.thema); toon() };
matchMedia('(prefers-color-scheme:dark)').addEventListener('change', toon);
toon();

// Oudere browsers kunnen de dichte inhoudsopgave op brede schermen niet met stijl alleen tonen.
const inhoud = $('#inhoudsopgave');
if (inhoud && !CSS.supports('selector(::details-content)') && matchMedia('(min-width:64rem)').matches) inhoud.open = true;

// Zoeken: elk tekstdeel is een eenheid; wat om een gevonden eenheid heen staat, blijft staan.
const zoek = $('#zoek');
if (zoek) {
  const form = $('#zoeken'), stand = $('#stand'), hoofd = $('main');
  const plat = s => s.replace(/[^\x00-\x7f]/g, c => c.normalize('NFD')[0]).toLowerCase();
  let eenheden, vakken, open = [], gemerkt = [];
  const begin = () => {
    const van = new Map();
    eenheden = [];
    for (const e of $$('.zb :is(h2,h3,h4,p,li,dt,dd,summary)')) {
      if (e.matches('.label,.aanhef,.nz,:has(>p)') || e.closest('figure,nav')) continue;
      const u = { e, kop: /^(H|SUM)/.test(e.tagName), t: '', n: [], c: plat(e.closest('[data-code]')?.dataset.code || '') };
      van.set(e, u);
      eenheden.push(u);
    }
    const w = d.createTreeWalker(hoofd, NodeFilter.SHOW_TEXT);
    for (let n; (n = w.nextNode());) {
      let p = n.parentElement;
      if (p.closest('.vh,.anker,.nummer')) continue;
      while (p && p !== hoofd && !van.has(p)) p = p.parentElement;
      const u = van.get(p);
      if (u) { const t = plat(n.data); u.t += t; if (t.trim()) u.n.push([n, t]) }
    }
    // Een opschrift hoort bij het deel waarin het staat.
    vakken = $$('main>section,main>.feiten,main>.let-op,.zb :is(section,.deel,ul,ol,dl,dl>div,details,figure,.rubrieken,.label,.aanhef,.nz)')
      .map(e => ({ e, bij: e.matches('.label,.aanhef') && e.parentElement.matches('.deel') ? e.parentElement : e, dicht: e.localName === 'details' }))
      .concat(eenheden.filter(u => !u.kop).map(u => ({ e: u.e, bij: u.e })));
  };
  const herstel = () => { for (const [n, m] of gemerkt) m.replaceWith(n); gemerkt = [] };
  const merk = (n, t, ws) => {
    const m = d.createElement('span');
    let p = 0;
    for (;;) {
      let b = -1, l = 0;
      for (const w of ws) { const i = t.indexOf(w, p); if (i >= 0 && (b < 0 || i < b || (i === b && w.length > l))) { b = i; l = w.length } }
      if (b < 0) break;
      m.append(n.data.slice(p, b));
      const k = d.createElement('mark');
      k.textContent = n.data.slice(b, b + l);
      m.append(k);
      p = b + l;
    }
    if (!p) return;
    m.append(n.data.slice(p));
    n.replaceWith(m);
    gemerkt.push([n, m]);
  };
  const filter = () => {
    if (!eenheden) begin();
    herstel();
    const ws = plat(zoek.value).split(/\s+/).filter(Boolean);
    if (!ws.length) {
      for (const v of vakken) if (v.weg) v.e.classList.toggle('weg', v.weg = false);
      for (const x of open) x.open = false;
      open = [];
      stand.textContent = '';
      return;
    }
    const zie = new Set(), raak = [];
    for (const u of eenheden) {
      if (!ws.every(w => u.t.includes(w) || u.c.includes(w))) continue;
      raak.push(u);
      for (let p = u.e; p && p !== hoofd && !zie.has(p); p = p.parentElement) zie.add(p);
    }
    for (const v of vakken) {
      const z = zie.has(v.bij);
      if (z === !!v.weg) v.e.classList.toggle('weg', v.weg = !z);
      if (z && v.dicht && !v.e.open) { v.e.open = true; open.push(v.e) }
    }
    // Losse letters staan overal: die merken helpt niemand.
    const lang = ws.filter(w => w.length > 1);
    let over = lang.length ? 200 : 0;
    for (const u of raak) for (const [n, t] of u.n) if (over > 0 && lang.some(w => t.includes(w))) { merk(n, t, lang); over-- }
    stand.textContent = raak.length + (raak.length === 1 ? ' vindplaats' : ' vindplaatsen') + ' voor “' + zoek.value.trim() + '”' + (raak.length ? '' : '. Probeer een ander woord.');
  };
  const leeg = () => { if (zoek.value) { zoek.value = ''; filter() } };
  form.hidden = false;
  zoek.oninput = filter;
  zoek.onkeydown = e => { if (e.key === 'Escape') { e.preventDefault(); leeg() } };
  // Een verwijzing vanuit een zoekresultaat toont weer de hele pagina.
  addEventListener('click', e => { if (e.target.closest?.('a[href^="#"]')) leeg() }, true);
}

// Een link naar gevouwen tekst vouwt haar open; van een code die er niet meer is, toont hij het deel erboven.
const spring = () => {
  let id = location.hash.slice(1), e, vouw = false;
  while (id && !(e = d.getElementById(id)) && /^[bp]\d+-/.test(id)) { id = id.replace(/-?[^-]*$/, ''); vouw = true }
  if (!e) return;
  for (let p = e; p; p = p.parentElement) if (p.localName === 'details' && !p.open && p !== inhoud) p.open = vouw = true;
  if (vouw) e.scrollIntoView();
};
addEventListener('hashchange', spring);
spring();

// Zelfbeoordeling: alleen in deze browser bewaard, op dossier, versie en code.
const zelf = $('#zelf');
if (zelf) {
  const tel = $('#zelf-stand'), groepen = $$('fieldset', zelf).map(f => $$('input', f));
  let staat = {};
  try { staat = JSON.parse(lees(sleutel)) || {} } catch {}
  const teken = () => {
    const n = [0, 0, 0];
    for (const g of groepen) {
      const v = staat[g[0].name.slice(2)];
      g.forEach((r, i) => { r.checked = v === i });
      if (v in n) n[v]++;
    }
    const som = n[0] + n[1] + n[2];
    tel.textContent = som + ' van ' + groepen.length + ' ingevuld: ' + n[2] + ' zelfstandig, ' + n[1] + ' met hulp, ' + n[0] + ' nog niet.';
  };
  const houd = () => { bewaar(sleutel, Object.keys(staat).length ? JSON.stringify(staat) : null); teken() };
  zelf.onchange = e => { staat[e.target.name.slice(2)] = +e.target.value; houd() };
  $('#zelf-bewaar').onclick = () => {
    const a = d.createElement('a');
    a.href = URL.createObjectURL(new Blob([JSON.stringify({ sleutel, antwoorden: staat }, null, 1)], { type: 'application/json' }));
    a.download = 'zelfbeoordeling-' + d.body.dataset.gids + '.json';
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 1e4);
  };
  $('#zelf-open').onchange = async e => {
    try {
      const b = JSON.parse(await e.target.files[0].text()), nieuw = {};
      for (const g of groepen) { const k = g[0].name.slice(2), v = b.antwoorden[k]; if ([0, 1, 2].includes(v)) nieuw[k] = v }
      if (!Object.keys(nieuw).length) throw 0;
      staat = { ...staat, ...nieuw };
      houd();
    } catch { tel.textContent = 'Dit bestand is geen zelfbeoordeling van deze studiegids. Er is niets veranderd.' }
    e.target.value = '';
  };
  $('#zelf-druk').onclick = () => print();
  $('#zelf-wis').onclick = () => { if (confirm('Wil je al je antwoorden op dit apparaat wissen?')) { staat = {}; houd() } };
  $('#zelf-knoppen').hidden = tel.hidden = false;
  teken();
}
})();
