/// A list of files that were made: to download one by one or all at once, and to look at.

import { button, count, download, el, extension, say, size, typed } from './dom.js';
import { zip } from './program.js';
import { run } from './run.js';

const most = 300;
let last = null;  // the address of what is previewed

/// The preview is a document of its own that may do nothing; its scripts are left out, as the sandbox would refuse them aloud.
async function preview(file, box) {
  box.querySelector('iframe')?.remove();
  const pdf = extension(file.name) === 'pdf';
  let blob = typed(file.blob, file.name);
  if (!pdf) {
    const text = (await file.blob.text()).replace(/<script\b[^>]*>[^]*?<\/script>/g, '');
    blob = new Blob([text], { type: 'text/html;charset=utf-8' });
  }
  if (last) URL.revokeObjectURL(last);
  const url = last = URL.createObjectURL(blob);
  // The page that shows a PDF is the browser's own and does not run in a sandbox.
  const frame = el('iframe', { src: url, title: `Voorbeeld van ${file.name}` });
  if (!pdf) frame.setAttribute('sandbox', '');
  const heading = el('h4', { tabIndex: -1 }, `Voorbeeld: ${file.name}`);
  const parts = [heading, el('p', {}, el('a', { href: url, target: '_blank', rel: 'noopener' }, 'Open in nieuw tabblad'),
    pdf ? '' : '. In het voorbeeld werken zoeken en de zelfbeoordeling niet; in het gedownloade bestand wel.')];
  if (pdf && navigator.pdfViewerEnabled === false) parts.push(el('p', {}, 'Deze browser kan een PDF niet op de pagina laten zien.'));
  else parts.push(frame);
  box.replaceChildren(...parts);
  heading.focus();
}

const shows = name => ['pdf', 'html'].includes(extension(name));

export async function zipped(files, name) {
  await run(`Maakt ${name}.`, async progress => {
    download(await zip(files, done => progress(done, files.length)), name);
    return `${name} is gedownload, met ${count(files.length, 'bestand', 'bestanden')}.`;
  });
}

function item(file, box) {
  const name = file.name.slice(file.name.lastIndexOf('/') + 1);
  return el('li', {}, el('span', { className: 'naam' }, name), el('span', { className: 'meta' }, size(file.blob.size)),
    el('span', { className: 'knoppen' },
      button('Download', () => { download(typed(file.blob, name), name); say(`${name} is gedownload.`); },
        { className: 'klein', 'aria-label': `Download ${name}` }),
      shows(name) ? button('Bekijk', () => preview(file, box), { className: 'klein', 'aria-label': `Bekijk ${name}` }) : null));
}

/// Grouped by folder; folders are folded when there are many.
export function outputs(files, zipName, title) {
  const folders = new Map();
  for (const f of files) {
    const folder = f.name.includes('/') ? f.name.slice(0, f.name.lastIndexOf('/')) : '';
    folders.set(folder, [...folders.get(folder) ?? [], f]);
  }
  const box = el('div', { className: 'voorbeeld' });
  // What lies in no folder leads to the rest.
  const lists = [...folders].sort((a, b) => (a[0] !== '') - (b[0] !== '')).map(([folder, list]) => {
    const ul = el('ul', { className: 'lijst' }, ...list.slice(0, most).map(f => item(f, box)));
    if (list.length > most) ul.append(el('li', {}, `en nog ${list.length - most}; ze zitten allemaal in het zipbestand`));
    if (!folder) return ul;
    return el('details', { className: 'verschil', open: folders.size < 3 },
      el('summary', {}, `${folder} (${count(list.length, 'bestand', 'bestanden')})`), ul);
  });
  const heading = el('h4', { tabIndex: -1 }, title);
  const total = files.reduce((n, f) => n + f.blob.size, 0);
  const shown = el('div', { className: 'uitvoer' }, heading, el('p', {}, `${count(files.length, 'bestand', 'bestanden')}, ${size(total)}.`),
    files.length > 1 ? el('p', { className: 'knoppen' }, button('Download alles als zip', () => zipped(files, zipName),
      { className: 'hoofd alles' })) : null,
    ...lists, box);
  return { shown, heading };
}
