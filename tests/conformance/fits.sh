#!/bin/sh
# fits.sh FILLED.pdf: the long motivation of criterium 1 ends above the row of criterium 2, so that paper shows all of it.
set -eu
pdftotext -f 1 -l 1 -bbox "$1" - | awk -F'"' '
  />klopte\.</ { ends = $8 }
  />gebruikt</ && !next_row { next_row = $4 }
  END { if (!ends || !next_row || ends + 0 > next_row + 0) { print "the motivation runs to " ends ", the next row begins at " next_row; exit 1 } }'
