#!/bin/sh
# run.sh PROGRAM SCAN_PILE DOSSIER FOLDER [REGEXP]: makes all pages of DOSSIER in FOLDER and tests them in chromium, or only by the
# tests whose name matches, such as 'resultaten|Nu HTML'.
set -eu
here=$(dirname "$0")
for need in node java pdftotext; do
  command -v "$need" >/dev/null || { echo "not run: $need is not installed"; exit 77; }
done
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || { echo "not run: chromium is not installed"; exit 77; }
for need in playwright-core pdfjs-dist; do
  [ -d "$here/node_modules/$need" ] || { echo "not run: the packages of tests/browser/package.json are not installed"; exit 77; }
done
rm -rf "$4" "$4-groot"
"$1" build "$3" -o "$4" --formaat html --formaat xml --quiet
node "$here/groot.mjs" >"$4-groot.yaml"
"$1" build "$4-groot.yaml" -o "$4-groot" --formaat html --quiet
node "$here/oud.mjs" <"$3" >"$4-oud.yaml"
"$1" diff "$4-oud.yaml" "$3" --formaat html -o "$4/wijzigingen.html" --quiet
node "$here/klas.mjs" "$1" "$3" "$4-klas" "$4"
node "$here/nakijken.mjs" "$1" "$2" "$3" "$4-papier" "$4"
# A dossier and a class list of texts that mean something to pages, and what comes of them.
hostile="$here/../documents/vijandig"
rm -rf "$4-vijandig"
"$1" build "$hostile.yaml" -o "$4-vijandig" --formaat html --formaat xml --quiet
"$1" diff "$3" "$hostile.yaml" --formaat html -o "$4-vijandig/wijzigingen.html" --quiet || [ $? -eq 1 ]
"$1" forms "$hostile.csv" --dossier "$hostile.yaml" -o "$4-vijandig/formulieren" --quiet
"$1" collect "$4-vijandig/formulieren" --dossier "$hostile.yaml" -o "$4-vijandig/resultaten.html" --quiet || [ $? -eq 1 ]
node "$here/watch.mjs" "$1" "$3" "$4-kijk"
exec node "$here/run.mjs" "$4" "$4-groot" "${5:-}"
