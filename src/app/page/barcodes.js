/// QR codes on a grey picture, by ZXing: for the program, which asks for them by src/app/barcodes.js.

import { barcodeFormats, prepareZXingModule } from 'zxing-wasm/reader';

// Numbers as the C++ of ZXing has them. The rest as the native program asks it, src/scans/barcode_zxing.cpp.
const asked = { formats: 1 << barcodeFormats.indexOf('QRCode'), tryRotate: false, tryInvert: false, tryDenoise: false, isPure: false,
  binarizer: 0, downscaleFactor: 3, downscaleThreshold: 500, minLineCount: 2, tryCode39ExtendedMode: false, returnErrors: false,
  eanAddOnSymbol: 0, textMode: 0, characterSet: 0 };

/// readBarcodes(pixels, width, height, harder, out): how many codes; `out` gets of each its corners as x and y, its length and its bytes.
export async function barcodeReader(wasmBinary) {
  const zxing = await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return (pixels, width, height, harder, out) => {
    const at = zxing._malloc(4 * width * height);
    if (!at) return 0;
    const rgb = new Uint32Array(zxing.HEAPU8.buffer, at, width * height);
    for (let i = 0; i < rgb.length; i++) rgb[i] = pixels[i] * 0x010101;
    let found;
    try {
      found = zxing.readBarcodesFromPixmap(at, width, height,
        { ...asked, tryHarder: harder, tryDownscale: harder, maxNumberOfSymbols: harder ? 4 : 1 });
      let n = 0, to = 0;
      for (let i = 0; i < found.size(); i++) {
        const { bytes, position: p, isValid } = found.get(i);
        const length = Math.min(bytes.length, 200);
        if (!isValid || to + 9 + length > out.length) continue;
        for (const corner of [p.topLeft, p.topRight, p.bottomRight, p.bottomLeft]) { out[to++] = corner.x; out[to++] = corner.y; }
        out[to++] = length;
        out.set(bytes.subarray(0, length), to);
        to += length;
        n++;
      }
      return n;
    } catch {
      return 0;
    } finally {
      found?.delete();
      zxing._free(at);
    }
  };
}
