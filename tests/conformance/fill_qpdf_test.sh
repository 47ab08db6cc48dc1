#!/bin/sh
# fill_qpdf_test.sh FORM_TOOL FORM.xhtml WORK_DIR
# qpdf makes appearances without a warning and shows no letter that was not typed; a form that pdftk filled stays whole when pdftk
# or qpdf makes it flat.
set -eu
form_tool=$1 form=$2 work=$3
mkdir -p "$work"
"$form_tool" "$form" "$work/leeg.pdf"
# A value without an appearance, as a program leaves it that only knows the fields.
python3 - "$work" <<'PYTHON'
import json, subprocess, sys
work = sys.argv[1]
whole = json.loads(subprocess.run(["qpdf", "--json=2", "--json-stream-data=none", f"{work}/leeg.pdf"], check=True, capture_output=True).stdout)
head, objects = whole["qpdf"]
changed = {}
for number, entry in objects.items():
    value = entry.get("value")
    if isinstance(value, dict) and value.get("/T") == "u:kandidaat":
        value["/V"] = "u:Anna \u0141ukasz Zo\u00eb"
        changed[number] = entry
    if isinstance(value, dict) and value.get("/T") == "u:beoordelaar-1":
        value["/V"] = "u:Bo de Vries"
        changed[number] = entry
    if isinstance(value, dict) and "/Fields" in value:
        value["/NeedAppearances"] = True
        changed[number] = entry
with open(f"{work}/waarden.json", "w") as out:
    json.dump({"version": 2, "qpdf": [head, changed]}, out)
PYTHON
qpdf "$work/leeg.pdf" --update-from-json="$work/waarden.json" --generate-appearances "$work/vol.pdf"
# Each value in its own field.
[ "$(pdftotext "$work/vol.pdf" - | grep -c 'Bo de Vries')" = 1 ] || { echo "a value in more fields than one, or in none"; exit 1; }
# qpdf writes ASCII, and question marks for the rest.
pdftotext -f 1 -l 1 "$work/vol.pdf" - | grep -qx 'Anna ?ukasz Zo?' || { echo "not in the form filled by qpdf: Anna ?ukasz Zo?"; exit 1; }

cat > "$work/waarden.fdf" <<'FDF'
%FDF-1.2
1 0 obj
<</FDF<</Fields[<</T(kandidaat)/V<FEFF0141 0075006B00610073007A>>><</T(B1-K1-W1-G1)/V/goed>>]>>>>
endobj
trailer
<</Root 1 0 R>>
%%EOF
FDF
pdftk "$work/leeg.pdf" fill_form "$work/waarden.fdf" output "$work/plat-pdftk.pdf" flatten
pdftk "$work/leeg.pdf" fill_form "$work/waarden.fdf" output "$work/gevuld.pdf"
qpdf --flatten-annotations=all "$work/gevuld.pdf" "$work/plat-qpdf.pdf"
for f in plat-pdftk plat-qpdf; do
  pdftotext -f 1 -l 1 "$work/$f.pdf" - | grep -q 'Łukasz' || { echo "not in $f.pdf: Łukasz"; exit 1; }
  if pdftotext "$work/$f.pdf" - | grep -q 'B1-K1-P3-3f9a12c04b7e'; then echo "a hidden value shows in $f.pdf"; exit 1; fi
done
