#!/bin/sh
# tests/documents/contact_sheet.sh FOLDER SHEET.html [DPI]
# Every page of every PDF under FOLDER as a picture on one page, to look at after a change of the look.
# Needs pdftoppm (poppler-utils). Pictures go into SHEET.html.pages beside it; forms that are alike are shown once:
# of each kind of document the two with the most pages.
set -eu
[ $# -ge 2 ] || { echo "usage: contact_sheet.sh FOLDER SHEET.html [DPI]" >&2; exit 2; }
folder=$1 sheet=$2 dpi=${3:-50}
pages=$sheet.pages
rm -rf "$pages" && mkdir -p "$pages"
list=$(find "$folder" -name '*.pdf' | LC_ALL=C sort | while read -r pdf; do
  kind=$(basename "$pdf" .pdf | sed 's/-[bp][0-9].*//')
  printf '%s %s %s\n' "$kind" "$(pdfinfo "$pdf" | awk '$1 == "Pages:" { print $2 }')" "$pdf"
done | LC_ALL=C sort -k1,1 -k2,2nr -k3 | awk '++n[$1] <= 2')
[ -n "$list" ] || { echo "no PDF under $folder" >&2; exit 1; }
{
  echo '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Contactblad</title>'
  echo '<style>body{font:14px sans-serif;background:#ddd;margin:1rem}img{margin:4px;background:#fff;box-shadow:0 0 3px #888}h2{margin:1rem 0 .2rem}</style>'
  echo "$list" | while read -r kind count pdf; do
    name=$(echo "${pdf#"$folder"/}" | tr '/' '_')
    pdftoppm -r "$dpi" -png "$pdf" "$pages/$name" </dev/null
    echo "<h2>$kind</h2><p>${pdf#"$folder"/}, $count pagina's</p>"
    for picture in "$pages/$name"-*.png; do
      echo "<img src=\"$(basename "$pages")/$(basename "$picture")\" alt=\"$(basename "$picture" .png)\">"
    done
  done
  echo '</html>'
} > "$sheet"
echo "$sheet"
