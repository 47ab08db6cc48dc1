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

// Werk voor als de browser toch wacht, in stukjes van een paar milliseconden: stap() doet er een en zegt of er nog een is.
const straks = self.requestIdleCallback ? f => requestIdleCallback(f, { timeout: 500 }) : f => setTimeout(f, 5);
const rustig = stap => straks(function ga() {
  const eind = performance.now() + 6;
  do if (!stap()) return; while (performance.now() < eind);
  straks(ga);
});

// De pagina is er het eerst met alleen wat in beeld is; de rest tekent de browser direct daarna (studiegids.html, stijl.css).
const alles = () => root.classList.remove('vroeg');
if (root.matches('.vroeg')) {
  const rij = $$('.laat');
  rustig(() => {
    const e = rij.shift();
    if (!e) return alles();
    e.classList.remove('laat');
    return e.offsetHeight + 1;
  });
}

// Zoeken: elk tekstdeel is een eenheid. Een vak is wat te verbergen is; wat om een gevonden eenheid heen staat, blijft staan.
const zoek = $('#zoek');
if (zoek) {
  const form = $('#zoeken'), stand = $('#stand'), hoofd = $('main');
  const plat = s => s.replace(/[^\x00-\x7f]/g, c => c.normalize('NFD')[0]).toLowerCase();
  const eenheden = [], top = { in: [] }, delen = [...hoofd.children];
  let w, weet, klaar = false, open = [], gemerkt = [], beurt = 0;
  const vak = (e, op) => { const v = { e, op, in: [], weg: false, beurt: 0 }; op.in.push(v); return v };
  // Neemt het volgende stukje van de pagina in de index op.
  const neem = () => {
    const e = w?.nextNode();
    if (!e) {
      const deel = delen.shift();
      if (!deel) return !(klaar = true);
      const v = deel.matches('section,.feiten,.let-op') && vak(deel, top);
      w = deel.matches('.zb') ? d.createTreeWalker(deel, 5) : null;
      weet = new Map([[deel, { vak: v, code: '' }]]);
      return true;
    }
    const om = weet.get(e.parentNode);
    if (!om) return true;
    if (e.nodeType === 3) {
      if (om.u && !om.stil) { const t = plat(e.data); om.u.t += t; if (t.trim()) om.u.n.push([e, t]) }
      return true;
    }
    const k = { ...om }, n = e.localName, los = e.matches('.label,.aanhef,.nz');
    if (e.dataset.code) k.code = plat(e.dataset.code);
    if (e.matches('.vh,.anker,.nummer')) k.stil = true;
    const tekst = !los && /^(h[234]|p|li|dt|dd|summary)$/.test(n) && !$$(':scope>p', e).length, kop = /^[hs]/.test(n);
    // Een opschrift hoort bij het deel waarin het staat.
    if ((tekst && !kop) || e.matches('section,.deel,ul,ol,dl,dl>div,details,figure,.rubrieken,.nz') || (los && !e.parentNode.matches('.deel'))) k.vak = vak(e, om.vak);
    if (tekst) eenheden.push(k.u = { vak: k.vak, t: '', n: [], c: k.code });
    // Wat nooit gevonden wordt, hoeven we niet te kennen.
    if (n !== 'figure' && n !== 'nav') weet.set(e, k);
    return true;
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
    m.append(n.data.slice(p));
    n.replaceWith(m);
    gemerkt.push([n, m]);
  };
  // Wat in een verborgen vak zit, is al verborgen.
  const verberg = (v, alles) => {
    for (const k of v.in) {
      const z = alles || k.beurt === beurt;
      if (k.weg === z) k.e.classList.toggle('weg', k.weg = !z);
      if (!z) continue;
      if (!alles && k.e.open === false) { k.e.open = true; open.push(k.e) }
      verberg(k, alles);
    }
  };
  const filter = () => {
    const nu = ++beurt, vraag = zoek.value.trim(), ws = plat(vraag).split(/\s+/).filter(Boolean);
    herstel();
    if (!ws.length) {
      verberg(top, true);
      for (const x of open) x.open = false;
      open = [];
      stand.textContent = '';
      return;
    }
    const raak = eenheden.filter(u => ws.every(w => u.t.includes(w) || u.c.includes(w)));
    for (const u of raak) for (let v = u.vak; v && v.beurt !== nu; v = v.op) v.beurt = nu;
    verberg(top);
    // Losse letters staan overal: die merken helpt niemand. Wat boven aan staat meteen, de rest in alle rust.
    const lang = ws.filter(w => w.length > 1), rij = lang.length ? raak.flatMap(u => u.n).filter(([, t]) => lang.some(w => t.includes(w))) : [];
    let i = 0;
    const volgende = () => nu === beurt && i < rij.length && i < 200 && (merk(...rij[i++], lang), true);
    while (i < 20 && volgende());
    if (i === 20) rustig(volgende);
    stand.textContent = raak.length + (raak.length === 1 ? ' vindplaats' : ' vindplaatsen') + ' voor “' + vraag + '”' + (raak.length ? '' : '. Probeer een ander woord.');
  };
  // Wie typt voor de index klaar is, wacht op de rest; de pagina niet.
  const zodra = () => {
    const eind = performance.now() + 12;
    while (!klaar && performance.now() < eind) neem();
    klaar ? filter() : setTimeout(zodra);
  };
  const leeg = () => { if (zoek.value) { zoek.value = ''; zodra() } };
  form.hidden = false;
  zoek.oninput = zodra;
  zoek.onkeydown = e => { if (e.key === 'Escape') { e.preventDefault(); leeg() } };
  // Een verwijzing vanuit een zoekresultaat toont weer de hele pagina.
  addEventListener('click', e => { if (e.target.closest?.('a[href^="#"]')) leeg() }, true);
  rustig(neem);
}

// Een link naar gevouwen tekst vouwt haar open; van een code die er niet meer is, toont hij het deel erboven.
const spring = () => {
  let id = location.hash.slice(1), e, vouw = root.matches('.vroeg');
  alles();
  while (id && !(e = d.getElementById(id)) && /^[bp]\d+-/.test(id)) { id = id.replace(/-?[^-]*$/, ''); vouw = true }
  if (!e) return;
  for (let p = e; p; p = p.parentElement) if (p.localName === 'details' && !p.open && p !== inhoud) p.open = vouw = true;
  if (vouw) e.scrollIntoView();
};
addEventListener('hashchange', spring);
if (location.hash) spring();

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
    tel.textContent = som + ' van ' + groepen.length + ' ingevuld: ' + n[2] + '\xa0zelfstandig, ' + n[1] + '\xa0met\xa0hulp, ' + n[0] + '\xa0nog\xa0niet.';
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
