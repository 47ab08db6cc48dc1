/// What the program says, each with the line it is about.

import { button, count, el } from './dom.js';

const most = 50;
const words = { error: 'Fout', warning: 'Let op', note: 'Opmerking' };

/// Columns count code points from 1; JavaScript counts UTF-16 units from 0.
export function unit(line, column) {
  let at = 0, left = column - 1;
  while (left-- > 0 && at < line.length) at += line.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

/// The line with the span in a mark; long lines are cut around it.
function excerpt(d, lines) {
  const line = lines[d.line - 1];
  if (line === undefined) return null;
  const begin = unit(line, d.column), end = Math.max(begin, d.end_line === d.line ? unit(line, d.end_column) : line.length);
  const from = begin > 90 ? begin - 60 : 0, to = Math.min(line.length, Math.max(end, begin + 1) + 60);
  return el('pre', { className: 'regel' }, el('span', { className: 'nr' }, `${d.line} `), from ? '…' : '', line.slice(from, begin),
    el('mark', {}, line.slice(begin, end) || ' '), line.slice(end, Math.max(end, to)), to < line.length ? '…' : '');
}

function place(d) {
  if (d.line) return `regel ${d.line}, teken ${d.column}`;
  return d.place ? d.place : '';
}

function item(d, lines, jump) {
  const where = place(d);
  return el('li', { className: `melding ${d.severity}` },
    el('p', {}, el('strong', { className: 'soort' }, words[d.severity] ?? d.severity), where && ` op ${where}`, ': ', d.message),
    d.line && lines ? excerpt(d, lines) : null,
    d.hints.length ? el('ul', { className: 'hints' }, ...d.hints.map(h => el('li', {}, h))) : null,
    d.line && jump ? button(`Ga naar regel ${d.line}`, () => jump(d), { className: 'klein' }) : null);
}

export function summary(list) {
  const n = s => list.filter(d => d.severity === s).length;
  const parts = [n('error') && count(n('error'), 'fout', 'fouten'), n('warning') && count(n('warning'), 'waarschuwing', 'waarschuwingen'),
    n('note') && count(n('note'), 'opmerking', 'opmerkingen')].filter(Boolean);
  return parts.length ? parts.join(', ') : 'geen fouten of waarschuwingen';
}

/// The list for people: errors first, and no more at once than a person reads. `text` is what the lines are of, `jump` goes to one.
export function shown(list, { text, jump } = {}) {
  if (!list.length) return el('div');
  const order = { error: 0, warning: 1, note: 2 };
  const sorted = [...list].sort((a, b) => (order[a.severity] ?? 3) - (order[b.severity] ?? 3));
  const lines = text?.split(/\r\n|\r|\n/);
  const ul = el('ul', { className: 'meldingen' }, ...sorted.slice(0, most).map(d => item(d, lines, jump)));
  const box = el('div', {}, ul);
  let next = most;
  if (sorted.length > most) {
    const more = button(`Toon meer: en nog ${sorted.length - most}`, () => {
      const first = ul.children.length;
      ul.append(...sorted.slice(next, next += most).map(d => item(d, lines, jump)));
      if (next >= sorted.length) more.remove();
      else more.textContent = `Toon meer: en nog ${sorted.length - next}`;
      ul.children[first].tabIndex = -1;
      ul.children[first].focus();
    });
    box.append(more);
  }
  return box;
}
