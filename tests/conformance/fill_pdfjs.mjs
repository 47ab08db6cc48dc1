// node fill_pdfjs.mjs IN.pdf OUT.pdf [name=value ...]: fills fields as a browser does and saves. Choices by their value.
// node fill_pdfjs.mjs JOBS.json: many of them, [{"in": ..., "out": ..., "values": {name: value}}].
// pdfjs-dist must be where node finds it.
import fs from 'node:fs';

let lib;
try {
  lib = await import('pdfjs-dist/legacy/build/pdf.mjs');
} catch {
  const old = await import('pdfjs-dist/legacy/build/pdf.js');
  lib = old.default ?? old;
}
async function fill(input, output, values) {
  const doc = await lib.getDocument({data: new Uint8Array(fs.readFileSync(input)), isEvalSupported: false, verbosity: 0}).promise;
  const fields = await doc.getFieldObjects();
  for (const [name, value] of values) {
    const widgets = fields[name];
    if (!widgets) throw new Error(`no field ${name}`);
    const choice = widgets.find((w) => w.exportValues === value && (w.type === 'radiobutton' || w.type === 'checkbox'));
    // As a click in the viewer: the other buttons of the group go off.
    for (const other of choice?.type === 'radiobutton' ? widgets : []) if (other !== choice && other.exportValues) doc.annotationStorage.setValue(other.id, {value: false});
    doc.annotationStorage.setValue((choice ?? widgets[0]).id, {value: choice ? true : value});
  }
  fs.writeFileSync(output, await doc.saveDocument());
  await doc.destroy();
}

const [input, output, ...pairs] = process.argv.slice(2);
if (output === undefined) for (const job of JSON.parse(fs.readFileSync(input))) await fill(job.in, job.out, Object.entries(job.values));
else await fill(input, output, pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
