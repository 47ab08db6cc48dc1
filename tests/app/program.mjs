/// The program of the page in Node: ask(request, files) as src/app/page/worker.js does in a browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { barcodeReader } from "../../src/app/page/barcodes.js";

/// `script` is the path of app.js; app.wasm lies beside it.
export async function load(script) {
  const dossier = createRequire(import.meta.url)(script);
  const module = await dossier({ wasmBinary: readFileSync(join(dirname(script), "app.wasm")) });
  const zxing = createRequire(new URL("../../src/app/page/barcodes.js", import.meta.url)).resolve("zxing-wasm/reader/zxing_reader.wasm");
  module.readBarcodes = await barcodeReader(readFileSync(zxing));
  const text = (value) => {
    const bytes = new TextEncoder().encode(value + "\0");
    const at = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, at);
    return at;
  };
  return {
    memory: () => module.HEAPU8.length,
    ask(request, files = []) {
      for (const file of files) {
        const name = text(file.name);
        const at = module._malloc(file.bytes.length || 1);
        module.HEAPU8.set(file.bytes, at);
        module._dossier_give(name, at, file.bytes.length);
        module._free(at);
        module._free(name);
      }
      const at = text(JSON.stringify(request));
      const answer = JSON.parse(module.UTF8ToString(module._dossier_ask(at)));
      module._free(at);
      const made = [];
      for (let i = 0; i < module._dossier_files(); ++i) {
        const begin = module._dossier_bytes(i);
        made.push({ name: module.UTF8ToString(module._dossier_name(i)), bytes: module.HEAPU8.slice(begin, begin + module._dossier_size(i)) });
      }
      return { answer, files: made };
    },
  };
}
