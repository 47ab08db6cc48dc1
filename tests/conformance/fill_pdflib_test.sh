#!/bin/sh
# fill_pdflib_test.sh FORM_TOOL CONFORMANCE_TOOL FORM.xhtml WORK_DIR BROWSER_DIR FONT.ttf
# pdf-lib loads, fills, saves, flattens and copies a form. BROWSER_DIR holds node_modules; without pdf-lib in it the status is
# 77: not run.
set -eu
form_tool=$1 check=$2 form=$3 work=$4 browser=$5 font=$6
here=$(dirname "$0")
[ -d "$browser/node_modules/pdf-lib" ] || { echo "not run: no pdf-lib in $browser/node_modules (npm ci --ignore-scripts --omit=optional)"; exit 77; }
mkdir -p "$work"
"$form_tool" "$form" "$work/leeg.pdf"
# Modules are looked for beside the script.
cp "$here/fill_pdflib.mjs" "$browser/node_modules/.fill_pdflib.mjs"
node "$browser/node_modules/.fill_pdflib.mjs" "$work/leeg.pdf" "$font" "$work"
for f in gelijk bekeken vol plat kopie; do qpdf --check "$work/$f.pdf" > /dev/null; done
for f in vol plat; do
  text=$(pdftotext -q -f 1 -l 1 "$work/$f.pdf" -)
  for typed in "Łukasz Dvořák" "Zoë Ünal"; do
    case $text in *"$typed"*) ;; *) echo "not in $f.pdf: $typed"; exit 1 ;; esac
  done
done
# The hidden fields keep their values, and a flat form shows nothing of them.
pdftk "$work/vol.pdf" dump_data_fields_utf8 | grep -q '^FieldValue: B1-K1-P3-3f9a12c04b7e$'
[ "$(pdftk "$work/plat.pdf" dump_data_fields_utf8 | grep -c '^FieldName')" = 0 ]
# (pdf-lib takes the widgets away and leaves what refers to them, which pdftotext remarks on.)
if pdftotext -q "$work/plat.pdf" - | grep -q 'B1-K1-P3-3f9a12c04b7e'; then echo "a hidden value shows in the flat form"; exit 1; fi
# What pdf-lib itself leaves as it was made keeps to the rules of fonts and fields.
"$check" "$work/vol.pdf" > "$work/vol.txt" || true
if grep -E '^[^:]*: (font-embedded|no-need-appearances|appearance|field-on-page|outside-page|annotation-[a-z]*|widget-tu|no-notdef):' "$work/vol.txt"; then exit 1; fi
