// For the linker of the page: what scans/barcode_page.cpp asks of JavaScript. src/app/page/barcodes.js gives it to the module.
mergeInto(LibraryManager.library, {
  dossier_read_barcodes: function (pixels, width, height, harder, out, most) {
    return Module['readBarcodes'](HEAPU8.subarray(pixels, pixels + width * height), width, height, harder !== 0,
      HEAP32.subarray(out >> 2, (out >> 2) + most));
  },
});
