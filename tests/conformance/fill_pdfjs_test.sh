#!/bin/sh
# fill_pdfjs_test.sh FORM_TOOL CONFORMANCE_TOOL FORM.xhtml WORK_DIR BROWSER_DIR
# A form filled and saved by pdf.js, as Firefox does it, keeps to the rules and holds what was typed.
# BROWSER_DIR holds node_modules; without pdfjs-dist in it the status is 77: not run.
set -eu
form_tool=$1 check=$2 form=$3 work=$4 browser=$5
here=$(dirname "$0")
[ -d "$browser/node_modules/pdfjs-dist" ] || { echo "not run: no pdfjs-dist in $browser/node_modules (npm ci --ignore-scripts --omit=optional)"; exit 77; }
mkdir -p "$work"
"$form_tool" "$form" "$work/leeg.pdf"
# Modules are looked for beside the script.
cp "$here/fill_pdfjs.mjs" "$browser/node_modules/.fill_pdfjs.mjs"
node "$browser/node_modules/.fill_pdfjs.mjs" "$work/leeg.pdf" "$work/vol.pdf" "kandidaat=Łukasz Dvořák" "groep=Zoë Ünal" "beoordelaar-1=Punt • punt" "beoordelaar-2=Nguyễn Văn Đức, Þórður ‰¿ Őrsi Ķēniņš Ionuț" "leerbedrijf=Γιώργος, Иван" B1-K1-W1-G1=goed besproken=ja \
  "B1-K1-W1-G1-motivering=Deed het zelfstandig en goed, met vragen aan de klant en een nette samenvatting achteraf; de manier van werken en de planning klopte."
"$here/check_filled.sh" "$check" "$work/leeg.pdf" "$work/vol.pdf"
pdftotext -f 1 -l 1 "$work/vol.pdf" - | grep -q 'Punt • punt' || { echo "not in the filled form: Punt • punt"; exit 1; }
pdftotext -f 1 -l 1 "$work/vol.pdf" - | grep -q 'Nguyễn Văn Đức, Þórður ‰¿ Őrsi Ķēniņš Ionuț' || { echo "not in the filled form: letters of names"; exit 1; }
# What the font cannot draw shows as question marks and still means what was typed.
pdftotext -f 1 -l 1 "$work/vol.pdf" - | grep -q 'Γιώργος, Иван' || { echo "not in the filled form: other alphabets"; exit 1; }
