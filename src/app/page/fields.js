/// A form for what a secretary fills in most. Every field changes its own line of the text and leaves the rest as it was written.

import { $, choices, chosen, el, say } from './dom.js';
import { events, work } from './work.js';

const top = [
  ['crebo', 'Crebonummer van het dossier', 'vijf cijfers', 'text'], ['versie', 'Versie', '', 'text'],
  ['vastgesteld', 'Vastgesteld op', '', 'date'], ['geldig_van', 'Geldig vanaf', '', 'date'],
  ['geldig_tot', 'Geldig tot en met', '', 'date'],
];
const rule = [
  [['beoordeling', 'cesuur', 'criteria'], 'Een werkproces is voldoende bij zoveel voldoende criteria',
    '“alle” of een percentage, zoals 75%'],
  [['beoordeling', 'cesuur', 'werkprocessen'], 'Een kerntaak is voldoende bij zoveel voldoende werkprocessen', '“alle” of een percentage'],
  [['beoordeling', 'dekkingsnorm'], 'De examens dekken meer dan dit deel van de werkprocessen', 'zonder antwoord is het 75%'],
];

/// Where `path` stands: {line, indent, value, end} of its last key, from line 0; null where it is not. Only maps, one key on a line.
function find(lines, path) {
  let from = 0, to = lines.length, indent = 0, found = null;
  for (const key of path) {
    found = null;
    for (let i = from; i < to; i++) {
      const at = /^( *)([\w-]+):(?:\s+(.*?))?\s*$/.exec(lines[i]);
      if (at?.[1].length !== indent) continue;
      if (at[2] === key) { found = { line: i, indent, value: plain(at[3] ?? ''), raw: at[3] ?? '' }; break; }
    }
    if (!found) return null;
    let end = found.line + 1, inner = null;
    for (; end < to; end++) {
      const line = lines[end], space = /^ */.exec(line)[0].length;
      if (!line.trim() || line.trimStart()[0] === '#') continue;
      if (space < indent || (space === indent && !/^ *- /.test(line))) break;
      inner ??= space;
    }
    // Comments and empty lines before the next key are that key's.
    while (end > found.line + 1 && !lines[end - 1].trim()) end--;
    Object.assign(found, { end, inner });
    [from, to, indent] = [found.line + 1, end, inner ?? indent + 2];
  }
  return found;
}

const plain = raw => raw.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
const quoted = value => /^[\w.%][\w .%()/-]*$/.test(value) && !/^(ja|nee|true|false|null|~)$/i.test(value) ? value : JSON.stringify(value);

export function read(text, path) { return find(text.split('\n'), path)?.value ?? ''; }

/// The text with `path` set to `value`; without the key when the value is empty.
export function write(text, path, value) {
  const lines = text.split('\n'), here = find(lines, path);
  if (here) {
    if (!value) lines.splice(here.line, here.end - here.line);
    else if (plain(here.raw) !== value) lines[here.line] = lines[here.line].replace(/:.*$/,
      () => `: ${quoted(value)}${/\s+#.*$/.exec(here.raw)?.[0] ?? ''}`);
    return lines.join('\n');
  }
  if (!value) return text;
  if (path.length === 1) {
    const order = ['naam', ...top.map(t => t[0])];
    const before = order.slice(0, order.indexOf(path[0])).reverse().map(k => find(lines, [k])).find(Boolean);
    lines.splice(before ? before.end : 0, 0, `${path[0]}: ${quoted(value)}`);
    return lines.join('\n');
  }
  const parent = find(lines, path.slice(0, -1));
  if (!parent) return text;
  lines.splice(parent.line + 1, 0, `${' '.repeat(parent.inner ?? parent.indent + 2)}${path.at(-1)}: ${quoted(value)}`);
  return lines.join('\n');
}

const crucial = ['beoordeling', 'cruciaal'];
export function readCodes(text) {
  const lines = text.split('\n'), here = find(lines, crucial);
  return here ? lines.slice(here.line, here.end).join('\n').match(/\b(?:B1|P\d+)-K\d+-W\d+-G\d+\b/g) ?? [] : [];
}

/// The text with these crucial criteria, in the order of the dossier.
export function writeCodes(text, codes) {
  const lines = text.split('\n'), here = find(lines, crucial), parent = find(lines, ['beoordeling']);
  if (!parent) return text;
  const indent = ' '.repeat(parent.inner ?? 2);
  const made = codes.length ? [`${indent}cruciaal:`, ...codes.map(c => `${indent}  - ${c}`)] : [];
  if (here) lines.splice(here.line, here.end - here.line, ...made);
  else lines.splice(parent.end, 0, ...made);
  return lines.join('\n');
}

function field(id, label, hint, type, path) {
  const input = el('input', { id, type, autocomplete: 'off' });
  if (hint) input.setAttribute('aria-describedby', `${id}-hulp`);
  input.dataset.path = path.join('/');
  return el('p', { className: 'veld' }, el('label', { htmlFor: id }, label), input,
    hint && el('span', { className: 'meta', id: `${id}-hulp` }, hint));
}

/// The werkprocessen that have criteria.
function criteria() {
  const parts = [...(work.contents?.basisdeel ?? []), ...(work.contents?.profielen ?? []).flatMap(p => p.kerntaken)];
  return parts.flatMap(k => k.werkprocessen).filter(w => w.criteria.length);
}

let known = '';
function showCrucial() {
  const box = $('cruciaal'), list = criteria();
  const key = JSON.stringify(list), codes = new Set(readCodes(work.text));
  if (key !== known) {
    known = key;
    box.replaceChildren(...list.map((w, i) => {
      const set = el('fieldset', {}, el('legend', {}, `${w.code} ${w.titel ?? ''}`)), inner = el('div', { className: 'keuzes' });
      choices(inner, `cruciaal-${i}`, w.criteria.map(c => ({ value: c.code, text: `${c.code} `, hint: c.tekst })));
      set.append(inner);
      return el('details', { className: 'verschil' }, el('summary', {}, `${w.code} ${w.titel ?? ''}`), set);
    }));
  }
  for (const input of box.querySelectorAll('input')) input.checked = codes.has(input.value);
  $('cruciaal-blok').hidden = !list.length;
}

function show() {
  if (!work.open || $('velden').contains(document.activeElement) && document.activeElement.type !== 'checkbox') return;
  for (const input of $('velden').querySelectorAll('[data-path]')) input.value = read(work.text, input.dataset.path.split('/'));
  showCrucial();
}

/// `change(text => text)` writes in the editor.
export function prepareFields(change) {
  $('velden').append(
    ...top.map(([key, label, hint, type]) => field(`veld-${key}`, label, hint, type, [key])),
    ...rule.map(([path, label, hint], i) => field(`regel-${i}`, label, hint, 'text', path)),
    el('div', { id: 'cruciaal-blok', hidden: true }, el('h3', {}, 'Cruciale criteria'),
      el('p', {}, 'Is een cruciaal criterium onvoldoende, dan is het hele werkproces onvoldoende.'), el('div', { id: 'cruciaal' })));
  $('velden').onsubmit = e => e.preventDefault();
  $('velden').addEventListener('change', e => {
    const input = e.target;
    if (input.dataset.path) {
      const path = input.dataset.path.split('/');
      change(text => write(text, path, input.value.trim()));
      say(read(work.text, path) === input.value.trim() ? 'Het veld is in de tekst gezet.'
        : 'Dit veld kan hier niet. Schrijf het zelf in de tekst.');
    } else {
      const all = criteria().flatMap(w => w.criteria.map(c => c.code)), ticked = new Set(chosen($('cruciaal')));
      change(text => writeCodes(text, all.filter(c => ticked.has(c))));
      say('De cruciale criteria zijn in de tekst gezet.');
    }
  });
  for (const what of ['contents', 'opened']) events.addEventListener(what, show);
}
