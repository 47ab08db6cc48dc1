// Reads a zip by its central directory: a reader of our own, so that the zip is not judged by what wrote it.
import { inflateRawSync } from 'node:zlib';

/// Map of name to bytes.
export function unzipSync(zip) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('not a zip');
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('bad directory');
    const method = zip.readUInt16LE(at + 10), packed = zip.readUInt32LE(at + 20), size = zip.readUInt32LE(at + 24);
    const nameSize = zip.readUInt16LE(at + 28), more = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
      local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameSize);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(begin, begin + packed), bytes = method === 0 ? raw : inflateRawSync(raw);
    if (bytes.length !== size || files.has(name)) throw new Error(`bad file ${name}`);
    files.set(name, Buffer.from(bytes));
    at += 46 + nameSize + more;
  }
  return files;
}
