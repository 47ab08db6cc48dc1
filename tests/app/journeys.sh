#!/bin/sh
# The page in real browsers: tests/browser/app.mjs in Chromium, firefox.mjs in Firefox. Not run (77) where the npm packages are not installed.
#
# usage: journeys.sh DOSSIER PAGE SOURCE TEXT_PDF SCAN_PILE SCRATCH
set -eu
dossier=$1 page=$2 source=$3 text_pdf=$4 scan_pile=$5 scratch=$6
tests=$source/tests/browser
[ -d "$tests/node_modules/playwright-core" ] && [ -d "$tests/node_modules/puppeteer-core" ] || { echo "not run: no packages, see tests/browser/CMakeLists.txt"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"
SOURCE_DATE_EPOCH='' "$dossier" build "$source/dossier.yaml" -o "$scratch/uit" --quiet
mkdir "$scratch/papier"
cat >"$scratch/papier/klas.csv" <<'KLAS'
studentnummer;naam;groep;profiel
0012301;Fenna Proefman;VK4A;P3
0012302;Łukasz Verzonnen;VK4A;P3
0012303;Anne-Wil d'Hondt;VK4A;P3
0012304;Jan Testbeek;VK4B;P3
0012305;Zoë Nergenshuizen;VK4B;P3
0012306;Prins Papier;VK4B;P3
KLAS
"$dossier" forms "$scratch/papier/klas.csv" --dossier "$source/dossier.yaml" -o "$scratch/papier/formulieren" --kerntaak P3-K1 --quiet
"$scan_pile" "$source/dossier.yaml" "$scratch/papier/formulieren" "$scratch/papier"
"$text_pdf" "$source/tests/roundtrip/cases/koppen-zonder-paginabegin/bron.txt" "$scratch/papier/bron.pdf"
status=0
node "$tests/app.mjs" "$page" "$source" "$scratch/uit" "$scratch/papier" || status=1
node "$tests/firefox.mjs" "$page" "$source" "$scratch/uit" "$scratch/papier" || status=1
exit $status
