#!/bin/sh
# check_filled.sh CONFORMANCE_TOOL EMPTY.pdf FILLED.pdf: the filled form keeps to the rules and shows what was typed, all of it.
set -eu
check=$1 empty=$2 filled=$3
"$check" "$empty" "$filled"
qpdf --check "$filled" > /dev/null
text=$(pdftotext -f 1 -l 1 "$filled" -)
for typed in "Łukasz Dvořák" "Zoë Ünal"; do
  case $text in *"$typed"*) ;; *) echo "not in the filled form: $typed"; exit 1 ;; esac
done
# The long motivation of criterium 1 ends above the row of criterium 2, so that paper shows all of it.
pdftotext -bbox "$filled" - | awk -F'"' '
  /<page / { if (ends) exit; next_row = 0 }
  />klopte\.</ { ends = $8 }
  />gebruikt</ && !next_row { next_row = $4 }
  END { if (!ends || !next_row || ends + 0 > next_row + 0) { print "the motivation runs to " ends ", the next row begins at " next_row; exit 1 } }'
pdftk "$filled" dump_data_fields_utf8 > "$filled.txt"
grep -q '^FieldValue: goed$' "$filled.txt"
grep -q '^FieldValue: ja$' "$filled.txt"
# Every font in the file, that of the filled-in text included, is embedded.
pdffonts "$filled" | awk 'NR > 2 && $(NF-4) != "yes" { print "not embedded: " $0; bad = 1 } END { exit bad }'
