/// Small helpers for elements, files and messages. Texts go in as text, never as markup.

export const $ = id => document.getElementById(id);

/// el('a', {href}, 'text', child): properties that an element knows are set as such, others as attributes.
export function el(tag, properties = {}, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key in e && key !== 'list') e[key] = value;
    else e.setAttribute(key, value);
  }
  e.append(...children.filter(c => c !== null && c !== undefined && c !== false));
  return e;
}

/// What a screen reader is told politely, and anyone sees.
export function say(text) { $('melding').textContent = text; }

export const count = (n, one, more) => `${n} ${n === 1 ? one : more}`;

const decimal = new Intl.NumberFormat('nl', { maximumFractionDigits: 1 });
export function size(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${decimal.format(bytes / 1e3)} kB` : `${decimal.format(bytes / 1e6)} MB`;
}

const types = { pdf: 'application/pdf', html: 'text/html', json: 'application/json', csv: 'text/csv', zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xml: 'application/xml', yaml: 'application/yaml' };
export const extension = name => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
export const typed = (blob, name) => new Blob([blob], { type: types[extension(name)] ?? 'application/octet-stream' });

export function download(blob, name) {
  const a = el('a', { href: URL.createObjectURL(blob), download: name.slice(name.lastIndexOf('/') + 1) });
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60000);
}

export const button = (text, onclick, properties = {}) => el('button', { type: 'button', onclick, ...properties }, text);

/// Asks in a dialog; true is yes.
export function confirmed(title, text, yes) {
  const dialog = $('vraag');
  $('vraag-kop').textContent = title;
  $('vraag-tekst').textContent = text;
  $('vraag-ja').textContent = yes;
  return new Promise(resolve => {
    dialog.returnValue = '';
    $('vraag-ja').onclick = () => dialog.close('ja');
    $('vraag-nee').onclick = () => dialog.close('');
    dialog.onclose = () => resolve(dialog.returnValue === 'ja');
    dialog.showModal();
    $('vraag-nee').focus();
  });
}

/// Every file that was dropped, also those in folders.
async function dropped(transfer) {
  const entries = [...transfer.items].map(i => i.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some(e => e.isDirectory)) return [...transfer.files];
  const files = [];
  const walk = async entry => {
    if (entry.isFile) return files.push(await new Promise((yes, no) => entry.file(yes, no)));
    const reader = entry.createReader();
    // A reader gives at most a hundred at a time.
    for (let more; (more = await new Promise((yes, no) => reader.readEntries(yes, no))).length;) for (const e of more) await walk(e);
  };
  for (const e of entries) await walk(e);
  return files;
}

/// Files come to `take(files)` from a drop on `zone` or from its inputs.
export function files(zone, take) {
  const inputs = zone.querySelectorAll('input[type=file]');
  for (const input of inputs) {
    // So that the same file can be chosen again after it was mended.
    input.addEventListener('click', () => { input.value = ''; });
    input.addEventListener('change', () => { if (input.files.length) take([...input.files]); });
  }
  zone.addEventListener('dragover', e => { e.preventDefault(); zone.classList.add('boven'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('boven'));
  zone.addEventListener('drop', async e => {
    e.preventDefault();
    zone.classList.remove('boven');
    const chosen = e.dataTransfer.files;
    const all = await dropped(e.dataTransfer);
    if (!all.length) return;
    if (chosen.length === all.length) inputs[0].files = chosen;  // it says the name
    take(all);
  });
}

/// [{value, text, checked, hint}] as checkboxes or radio buttons in `box`.
export function choices(box, name, list, type = 'checkbox') {
  box.replaceChildren(...list.map((c, i) => {
    const id = `${name}-${i}`;
    return el('div', { className: 'keus' }, el('input', { type, id, name, value: c.value, checked: !!c.checked }), ' ',
      el('label', { htmlFor: id }, c.text, c.hint && el('span', { className: 'meta' }, ` ${c.hint}`)));
  }));
}
export const chosen = box => [...box.querySelectorAll('input:checked')].map(i => i.value);

/// A table with a caption that may scroll by itself on a narrow screen. Rows hold texts or elements; the first cell heads its row.
export function table(caption, heads, rows) {
  const body = rows.map(r => el('tr', {}, ...r.map((c, i) => el(i ? 'td' : 'th', i ? {} : { scope: 'row' }, c))));
  const shown = el('table', {}, el('caption', {}, caption), el('thead', {}, el('tr', {}, ...heads.map(h => el('th', { scope: 'col' }, h)))),
    el('tbody', {}, ...body));
  return el('div', { className: 'schuif', tabIndex: 0, role: 'group', 'aria-label': caption }, shown);
}
