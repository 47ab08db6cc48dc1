/// The other side of program.js. `dossier` is the module that stands before this text in the worker. The wasm comes as base64 of gzip: it
/// is unpacked here, so that the page never waits for it.

import { barcodeReader } from './barcodes.js';
import { unpacked } from './unpack.js';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

let module = null;

async function start({ module: compiled, packed }) {
  const wasm = compiled ?? await WebAssembly.compile(await unpacked(packed));
  module = await dossier({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then(instance => done(instance, wasm));
      return {};
    },
    print() {}, printErr() {},
  });
  return { module: wasm };
}

/// What reads codes on scans is a program of its own; most visits need none.
async function barcodes({ packed }) {
  module.readBarcodes = await barcodeReader(await unpacked(packed));
  return {};
}

function text(value) {
  const size = module.lengthBytesUTF8(value) + 1, at = module._malloc(size);
  if (!at) throw new Error('out of memory');
  module.stringToUTF8(value, at, size);
  return at;
}

async function give(file) {
  const bytes = new Uint8Array(await (file.blob ?? file).arrayBuffer());
  const name = text(file.name), at = module._malloc(bytes.length || 1);
  if (!at) throw new Error('out of memory');
  module.HEAPU8.set(bytes, at);
  module._dossier_give(name, at, bytes.length);
  module._free(at);
  module._free(name);
}

async function ask({ request, files }) {
  for (const file of files) await give(file);
  const word = text(request);
  const answer = JSON.parse(module.UTF8ToString(module._dossier_ask(word)));
  module._free(word);
  const out = [];
  for (let i = 0, n = module._dossier_files(); i < n; i++) {
    const at = module._dossier_bytes(i);
    // A copy: the memory of the module moves and is used again.
    out.push({ name: module.UTF8ToString(module._dossier_name(i)),
      blob: new Blob([module.HEAPU8.slice(at, at + module._dossier_size(i))]) });
  }
  return { answer, files: out };
}

/// The parts of the zip are put away as blobs, so that memory holds one file at a time. Every time is that of 1980: same files, same bytes.
async function zip({ id, files }) {
  const parts = [];
  let chunks = [], held = 0;
  const flush = () => { parts.push(new Blob(chunks)); chunks = []; held = 0; };
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
    if ((held += chunk.length) > 4e6) flush();
  });
  for (const [i, file] of files.entries()) {
    const entry = /\.(pdf|zip|xlsx)$/i.test(file.name) ? new ZipPassThrough(file.name) : new ZipDeflate(file.name, { level: 6 });
    entry.mtime = new Date(1980, 0, 1);
    archive.add(entry);
    entry.push(new Uint8Array(await file.blob.arrayBuffer()), true);
    if (i % 20 === 19) postMessage({ id, progress: i + 1 });
  }
  archive.end();
  flush();
  return { zip: new Blob(parts, { type: 'application/zip' }) };
}

let queue = Promise.resolve();
onmessage = ({ data }) => {
  queue = queue.then(async () => {
    try {
      postMessage({ id: data.id, ...await { start, barcodes, ask, zip }[data.kind](data) });
    } catch (e) {
      // After a trap nothing in the memory of the program can be trusted.
      postMessage({ id: data.id, dead: String(e?.message ?? e) });
    }
  });
};
