#!/bin/sh
# core_shell.sh PROGRAM: the core alone makes forms, pages and exchange files, and says what to do with a PDF.
set -eu
out=$("$1")
for kind in pdf html xml json zip; do
  echo "$out" | grep -Eq "^[1-9][0-9]{2,} .*\.$kind\$" || { echo "no .$kind of any size among:"; echo "$out"; exit 1; }
done
said=$(echo "$out" | tail -2)
want='error: bron.pdf: this program was made without a reader of PDFs
  hint: open it in a PDF reader, save the text, and import that'
[ "$said" = "$want" ] || { echo "said of a PDF: $said"; exit 1; }
